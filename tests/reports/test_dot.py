from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from provenance.model import LineageView
from provenance.reports.dot import lineage_dot, quoted


def test_every_article_and_link_is_drawn(lineage_view: LineageView) -> None:
    drawn = lineage_dot(lineage_view)
    for node in lineage_view.nodes:
        assert f"  {quoted(node.id)} [label=" in drawn
    assert drawn.count(" -> ") == len(lineage_view.edges)
    assert drawn.startswith("digraph lineage {")
    assert drawn.endswith("}\n")


def test_an_arrow_runs_from_source_to_derived(lineage_view: LineageView) -> None:
    directed = [edge for edge in lineage_view.edges if edge.link.source]
    assert directed
    for edge in directed:
        assert f"  {quoted(edge.link.source or '')} -> {quoted(edge.link.derived or '')} [" in lineage_dot(
            lineage_view
        )


def test_a_link_without_direction_has_no_arrow_head(lineage_view: LineageView) -> None:
    open_links = [edge for edge in lineage_view.edges if not edge.link.source]
    assert lineage_dot(lineage_view).count("dir=none") == len(open_links)


@given(st.text())
def test_a_string_stays_one_string(text: str) -> None:
    assert re.fullmatch(r'"(?:[^"\\\n]|\\.)*"', quoted(text))


def test_a_hostile_title_stays_inside_its_label(lineage_view: LineageView) -> None:
    hostile = replace(lineage_view.nodes[0], title='"]; x -> y [label="', publisher=None)
    drawn = lineage_dot(replace(lineage_view, nodes=(hostile, *lineage_view.nodes[1:])))
    assert r"\"]; x -> y [label=\"" in drawn
