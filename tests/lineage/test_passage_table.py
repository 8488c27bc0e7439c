"""Counts over the passages of all pairs, against the same counts made one span after the other."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsroom import CANAL, MILLS, ORCHARD, article
from plain_twins import plain

from provenance.lineage.passage_table import shared_prose, tabulate
from provenance.lineage.texts import BOILERPLATE, SMALL, lay_out
from provenance.model import Match, Passage, Span
from provenance.model.text_parts import union

ALIKE = plain("provenance.lineage.kernels.passages").ALIKE
TEXTS = {"a": f"{MILLS}{CANAL}"[:400], "b": f"{CANAL} {ORCHARD}"[:300], "c": ORCHARD[:200]}
ARTICLES = {name: article(name, text) for name, text in TEXTS.items()}
WORLD = lay_out(ARTICLES, {"a": [Span(40, 160)]})


def spans_of(name):
    ends = st.integers(0, len(TEXTS[name]))
    return st.tuples(ends, ends).map(lambda both: Span(*sorted(both)))


def passages_of(pair):
    one, two = (spans_of(name) for name in pair)
    match = st.builds(
        lambda a, b, score, shared: Passage(Match("edited", a, b, score, tuple(shared))),
        one, two, st.floats(0, 1), st.lists(st.tuples(one, two), max_size=4),
    )  # fmt: skip
    return st.lists(match, max_size=4).map(tuple)


PASSAGES = st.fixed_dictionaries({pair: passages_of(pair) for pair in combinations("abc", 2)})


def covered(name, spans):
    return sum(span.length for span in union(spans, ARTICLES[name].body)) / len(TEXTS[name])


def counted(name, span, bit):
    text = WORLD.index[name]
    first, last = WORLD.words_of(text, span)
    return sum(bool(mark & bit) for mark in WORLD.marks[WORLD.base[text] + text :][first:last].tolist())


@given(PASSAGES)
def test_counts_agree_with_spans_looked_at_one_by_one(passages):
    table = tabulate(WORLD, passages)
    shares, same, small = table.shares(ARTICLES), table.same_words(ARTICLES), table.small_words()
    for pair, found in passages.items():
        row = table.row[pair]
        for side, name in enumerate(pair):
            sides = [(each.match.a, each.match.b)[side] for each in found]
            assert shares[row, side] == covered(name, sides)
            assert same[row, side] == covered(name, [both[side] for each in found for both in each.match.shared])
            words = sum(
                each.match.score * counted(name, span, SMALL) for each, span in zip(found, sides, strict=True)
            )
            assert small[row, side] == pytest.approx(words)


@given(PASSAGES)
def test_passages_serve_as_runs_unless_they_are_empty_or_boilerplate(passages):
    runs = tabulate(WORLD, passages).as_runs()
    for (one, two), found in passages.items():
        a, b = WORLD.index[one], WORLD.index[two]
        expected = []
        for each in found:
            (a0, a1), (b0, b1) = WORLD.words_of(a, each.match.a), WORLD.words_of(b, each.match.b)
            if a1 > a0 and b1 > b0 and 2 * counted(one, each.match.a, BOILERPLATE) <= a1 - a0:
                expected.append((a0, a1, b0, b1))
        assert runs[a, b] == expected


@given(PASSAGES)
def test_other_holders_agree_with_sets(passages):
    beside = {name: [] for name in TEXTS}
    for (a, b), found in passages.items():
        for each in found:
            beside[a].append((each.match.a, b))
            beside[b].append((each.match.b, a))
    found_others = shared_prose(tabulate(WORLD, passages), {}).other_holders.tolist()
    for (pair, found), others in zip(passages.items(), found_others, strict=True):
        total = 0
        for each in found:
            sides = zip(pair, (each.match.a, each.match.b), strict=True)
            holders = [
                {
                    other
                    for there, other in beside[name]
                    if min(there.end, span.end) - max(there.start, span.start) >= ALIKE * span.length
                }
                - set(pair)
                for name, span in sides
            ]
            total += max(map(len, holders)) * each.match.a.length
        assert others == total / max(1, sum(each.match.a.length for each in found))


def test_sides_are_exchanged_where_the_second_text_comes_first():
    passage = Passage(Match("verbatim", Span(0, len(ORCHARD[:200])), Span(0, 40), 1.0))
    ((texts, rows),) = tabulate(WORLD, {("c", "b"): (passage,)}).as_runs().items()
    assert texts == (1, 2)
    assert rows == [(*WORLD.words_of(1, Span(0, 40)), *WORLD.words_of(2, Span(0, 200)))]
