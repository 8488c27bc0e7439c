"""Totals of an article's postings: independent of order and of other articles, and changed by any other posting."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from provenance.store import Entry
from provenance.store.index.postings_totals import SALTS, batches, entry_totals, mixed

POSTINGS = st.lists(st.tuples(st.integers(0, 2**64 - 1), st.integers(0, 2**20)), min_size=1, max_size=12, unique=True)


def total(postings: list[tuple[int, int]], namespace: str = "passage") -> int:
    keys = np.array([key for key, _ in postings], np.uint64)
    positions = np.array([position for _, position in postings], np.int64)
    return int(mixed(keys, positions, namespace).sum(dtype=np.uint64))


@given(POSTINGS, st.data())
def test_a_total_does_not_depend_on_the_order(postings: list[tuple[int, int]], data: st.DataObject) -> None:
    assert total(data.draw(st.permutations(postings))) == total(postings)


@given(POSTINGS)
def test_another_key_position_or_namespace_gives_another_total(postings: list[tuple[int, int]]) -> None:
    (key, position), *others = postings
    changed = {total(postings, namespace) for namespace in SALTS}
    changed |= {total([(key ^ 1, position), *others]), total([(key, position + 1), *others])}
    assert len(changed) == len(SALTS) + 2


def test_each_text_has_the_count_and_the_total_of_its_own_postings(entry: Callable[..., Entry]) -> None:
    entries = [
        entry("a", keys=(7, 5), bands=(1, 2), paragraphs=(9,)),
        entry("b"),
        entry("c", keys=(7,), paragraphs=(9, 8)),
    ]
    counts, totals = entry_totals(batches(entries))
    assert counts.tolist() == [5, 0, 3]
    alone = [entry_totals(batches([one])) for one in entries]
    assert totals.tolist() == [int(sums[0]) for _, sums in alone]
    assert totals[1] == 0
