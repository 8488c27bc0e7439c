from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from provenance.model import LineageView
from provenance.reports.mermaid import escaped, lineage_mermaid


def test_every_article_is_a_box_and_every_link_an_arrow(lineage_view: LineageView) -> None:
    rows = lineage_mermaid(lineage_view).splitlines()
    assert rows[0] == "flowchart LR"
    assert sum('["' in row for row in rows) == len(lineage_view.nodes)
    assert sum('|"' in row for row in rows) == len(lineage_view.edges)


def test_the_article_asked_about_is_marked(lineage_view: LineageView) -> None:
    number = [node.id for node in lineage_view.nodes].index(lineage_view.article.id)
    assert f"style n{number} stroke-width" in lineage_mermaid(lineage_view)


@given(st.text())
def test_no_markup_survives(text: str) -> None:
    assert not set(escaped(text)) & set('"<>[]{}()|\n`\\')


def test_a_title_cannot_open_another_box(lineage_view: LineageView) -> None:
    hostile = replace(lineage_view.nodes[0], title='"]\n  evil["<script>"]', publisher=None)
    drawn = lineage_mermaid(replace(lineage_view, nodes=(hostile, *lineage_view.nodes[1:])))
    assert "evil[" not in drawn
    assert "<script>" not in drawn
