from __future__ import annotations

import json
import sys
from dataclasses import replace
from typing import Any

import pytest

from provenance.errors import MissingExtra
from provenance.model import LineageView
from provenance.reports.prov_json import lineage_prov_json
from provenance.reports.prov_n import lineage_prov_n


def test_prov_json_is_read_back_by_the_package(lineage_view: LineageView) -> None:
    from prov.model import ProvDocument

    text = lineage_prov_json(lineage_view)
    again = ProvDocument.deserialize(content=text, format="json")
    assert again.get_records()
    assert text == lineage_prov_json(lineage_view)


def parts(view: LineageView) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(lineage_prov_json(view))
    return content


def test_articles_and_passages_are_entities(lineage_view: LineageView) -> None:
    entities = parts(lineage_view)["entity"]
    for node in lineage_view.nodes:
        assert f"article:{node.id}" in entities
    directed = [edge.link for edge in lineage_view.edges if edge.link.source]
    passages = {name for name in entities if name.startswith("passage:")}
    assert passages
    assert len(passages) <= 2 * sum(len(link.passages) for link in directed)


def test_a_passage_in_quotation_marks_was_quoted(lineage_view: LineageView) -> None:
    notation = lineage_prov_n(lineage_view)
    assert "wasQuotedFrom" in notation or "prov:Quotation" in notation


def test_a_directed_near_duplicate_is_a_revision(lineage_view: LineageView) -> None:
    edge = next(edge for edge in lineage_view.edges if edge.link.source)
    link = replace(edge.link, relation="near_duplicate")
    view = replace(lineage_view, edges=(replace(edge, link=link),))
    assert "prov:Revision" in lineage_prov_n(view)


def test_both_ends_of_a_common_source_have_it_as_primary_source(lineage_view: LineageView) -> None:
    edge = lineage_view.edges[0]
    link = replace(edge.link, relation="common_source", source=None, derived=None, common_source="wire-77")
    notation = lineage_prov_n(replace(lineage_view, edges=(replace(edge, link=link),)))
    assert notation.count("prov:PrimarySource") == 2


def test_strange_ids_are_legal_names(lineage_view: LineageView) -> None:
    from prov.model import ProvDocument

    edge = lineage_view.edges[0]
    strange = "a b:c/<d>\n\udc80é,(x)"
    link = replace(edge.link, a=strange, source=None, derived=None, relation="common_source", common_source=strange)
    text = lineage_prov_json(replace(lineage_view, edges=(replace(edge, link=link),)))
    assert ProvDocument.deserialize(content=text, format="json").get_records()


def test_without_the_package_the_extra_is_named(lineage_view: LineageView, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "prov.model", None)
    with pytest.raises(MissingExtra, match="prov"):
        lineage_prov_n(lineage_view)
