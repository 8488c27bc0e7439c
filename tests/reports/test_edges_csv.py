from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from provenance.model import LineageView, Link
from provenance.reports.edges_csv import COLUMNS, REVIEW, edges_csv, lineage_csv


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_one_row_a_link(post_from_herald: Link, blog_and_post: Link) -> None:
    written = rows(edges_csv([post_from_herald, blog_and_post]))
    assert [row["a"] for row in written] == [post_from_herald.a, blog_and_post.a]
    assert written[0]["source"] == post_from_herald.source
    assert written[1]["source"] == ""
    assert written[1]["relation"] == blog_and_post.relation
    assert float(written[0]["confidence"]) == pytest.approx(post_from_herald.confidence)


def test_no_links_leave_the_header() -> None:
    assert edges_csv([]) == ",".join((*COLUMNS, *REVIEW)) + "\n"


def test_a_lineage_says_what_is_direct(lineage_view: LineageView) -> None:
    written = rows(lineage_csv(lineage_view))
    assert [row["direct"] for row in written] == [str(edge.direct).lower() for edge in lineage_view.edges]
    assert [row["hops"] for row in written] == [str(edge.hops) for edge in lineage_view.edges]


@pytest.mark.parametrize("name", ["=cmd()", "+1", "-1", "@sum", 'a"b,c\nd'])
def test_hostile_ids_stay_in_their_cell(name: str, post_from_herald: Link) -> None:
    written = rows(edges_csv([replace(post_from_herald, a=name)]))
    assert len(written) == 1
    assert written[0]["a"][0] not in "=+-@"
    assert written[0]["b"] == post_from_herald.b
