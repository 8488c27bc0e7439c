"""Siblings go by publisher and title in every format, also those that no link of the lineage names."""

from __future__ import annotations

import io
from dataclasses import replace

from rich.console import Console

from provenance.model import Article, LineageEdge, LineageView, Link, Sibling, Span
from provenance.reports.contract_json import lineage_object
from provenance.reports.html.sections import _siblings
from provenance.reports.naming import Naming
from provenance.reports.terminal.lineage_tree import print_lineage

MINE, WIRE, ARGUS = (
    Article(name, "text", Span(0, 4), f"Ferry {name}", publisher=publisher)
    for name, publisher in (("mine", "Coastline"), ("wire", "Northline"), ("argus-3", "Skerrow Argus"))
)
LINK = Link("mine", "wire", "derived", 0.9, 0.6, 0.6, (), "mine", "wire")
USE = replace(LINK, a="argus-3", derived="argus-3")
VIEW = LineageView(MINE, (MINE, WIRE), (LineageEdge(LINK),), (Sibling(ARGUS, USE, 104),))


def test_a_sibling_that_no_link_names_has_publisher_and_title_on_a_terminal() -> None:
    console = Console(file=io.StringIO(), width=80)
    print_lineage(console, VIEW)
    shown = console.file.getvalue()  # type: ignore[attr-defined]
    assert "Skerrow Argus: Ferry argus-3" in shown
    assert [each.strip() for each in shown.splitlines()].count("argus-3") == 0


def test_and_in_the_report() -> None:
    ((head, _),) = _siblings(VIEW)
    assert head == "Skerrow Argus: Ferry argus-3"


def test_names_are_made_for_every_article_of_the_view_in_all_formats() -> None:
    twin = replace(ARGUS, id="argus-4")
    known = replace(VIEW, nodes=(*VIEW.nodes, twin))
    naming = Naming.of(known.known, "mine")
    assert {naming.short(each) for each in ("argus-3", "argus-4")} == {"Skerrow Argus A", "Skerrow Argus B"}
    assert lineage_object(known)["siblings"][0]["article"]["id"] == "argus-3"
