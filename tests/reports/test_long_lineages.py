"""Of an article that thousands took from a terminal shows the first hundred, and counts the rest."""

from __future__ import annotations

import io

from rich.console import Console

from provenance.model import Article, LineageEdge, LineageView, Link, Span
from provenance.reports.terminal.lineage_tree import LISTED, print_lineage


def article(name: str) -> Article:
    return Article(name, "Words.", Span(0, 6), publisher=name.capitalize())


def printed(count: int) -> str:
    source = article("source")
    others = [article(f"taker{number:05}") for number in range(count)]
    edges = tuple(
        LineageEdge(
            Link("source", each.id, "derived", 0.9, 0.5, 0.5, (), source="source", derived=each.id), direct=True
        )
        for each in others
    )
    stream = io.StringIO()
    print_lineage(Console(file=stream, width=80), LineageView(source, nodes=(source, *others), edges=edges))
    return stream.getvalue()


def test_the_rest_is_counted() -> None:
    said = printed(2_345)
    assert "2,245 more lines: `--format json` lists all" in said
    assert len(said.splitlines()) < 4 * LISTED
    assert "2,345 links" in said


def test_a_hundred_are_all_listed() -> None:
    said = printed(LISTED)
    assert "--format json" not in said
    assert said.count("Taker") >= LISTED
