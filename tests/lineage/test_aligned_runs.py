"""Passages as runs, against dictionaries."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from provenance.lineage.runs import COVERED, MOST_HOLDERS, aligned_runs

TEXTS = 5
STRETCHES = st.tuples(st.integers(0, 12), st.integers(0, 6)).map(lambda each: (each[0], sum(each)))
ROWS = st.tuples(STRETCHES, STRETCHES).map(lambda both: (*both[0], *both[1]))
PAIRS = st.tuples(st.integers(0, TEXTS - 1), st.integers(0, TEXTS - 1)).filter(lambda pair: pair[0] < pair[1])
ALIGNED = st.dictionaries(PAIRS, st.lists(ROWS, min_size=1, max_size=3), max_size=6)


def slowly(missing, aligned):
    """For each passage by pair: its number, its row, and its holders in the order in which they are met."""
    beside: dict[int, list[tuple[int, ...]]] = {}
    for (a, b), rows in sorted(aligned.items()):
        for a0, a1, b0, b1 in rows:
            beside.setdefault(a, []).append((a0, a1, b, b0, b1))
            beside.setdefault(b, []).append((b0, b1, a, a0, a1))
    found = []
    for (a, b), rows in sorted(missing.items()):
        for a0, a1, b0, b1 in sorted(set(rows)):
            if a1 <= a0 or b1 <= b0:
                continue
            held = {a: (a0, a1), b: (b0, b1)}
            for text, start, end in ((a, a0, a1), (b, b0, b1)):
                for own0, own1, other, other0, other1 in beside[text]:
                    if other not in held and min(end, own1) - max(start, own0) >= COVERED * (end - start):
                        held[other] = (other0, other1)
            found.append((a * TEXTS + b, (a0, a1, b0, b1), [(text, *where) for text, where in held.items()]))
    return found


@given(ALIGNED, st.sets(PAIRS))
def test_holders_agree_with_the_oracle(aligned, pairs):
    missing = {pair: rows for pair, rows in aligned.items() if pair in pairs}
    keys, bounds, sizes, held = aligned_runs(missing, aligned, TEXTS)
    expected = slowly(missing, aligned)
    assert keys.tolist() == [key for key, _, _ in expected]
    assert list(map(tuple, bounds.tolist())) == [row for _, row, _ in expected]
    assert sizes.tolist() == [len(holders) for _, _, holders in expected]
    assert list(map(tuple, held.tolist())) == [holder for _, _, holders in expected for holder in holders]


def test_a_form_that_is_filled_in_for_ever_has_only_so_many_holders():
    texts = 2 * MOST_HOLDERS
    aligned = {(a, b): [(0, 10, 0, 10)] for a in range(texts) for b in range(a + 1, texts)}
    _, _, sizes, held = aligned_runs(aligned, aligned, texts)
    assert set(sizes.tolist()) == {MOST_HOLDERS}
    assert held[:MOST_HOLDERS, 0].tolist() == list(range(MOST_HOLDERS))
