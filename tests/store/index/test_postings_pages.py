"""Columns of postings are put in order as the obvious sort does it."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from provenance.store.index.postings_pages import Columns, joined, merged_columns, sorted_columns

POSTINGS = st.lists(st.tuples(st.integers(0, 5) | st.sampled_from([2**63, 2**64 - 1]), st.integers(0, 9)))


def columns_of(postings: list[tuple[int, int]]) -> Columns:
    """Postings (key, article); their positions tell them apart."""
    keys = np.array([key for key, _ in postings], np.uint64)
    return Columns(keys, np.array([article for _, article in postings], np.int64), np.arange(len(postings)))


def rows(columns: Columns) -> list[tuple[int, int, int]]:
    return list(zip(columns.keys.tolist(), columns.articles.tolist(), columns.positions.tolist(), strict=True))


@given(POSTINGS)
def test_postings_are_sorted_by_key_and_equal_keys_keep_their_order(postings: list[tuple[int, int]]) -> None:
    given = columns_of(sorted(postings, key=lambda posting: posting[1]))
    assert rows(sorted_columns(given.keys, given.articles, given.positions)) == sorted(rows(given))


@given(st.lists(POSTINGS, min_size=1))
def test_sorted_stretches_are_merged_in_their_order(stretches: list[list[tuple[int, int]]]) -> None:
    parts = [columns_of(sorted(part)) for part in stretches]
    expected = sorted((row for part in parts for row in rows(part)), key=lambda row: row[0])
    assert rows(merged_columns(joined(parts))) == expected
