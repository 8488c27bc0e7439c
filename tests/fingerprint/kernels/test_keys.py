"""The loops of passage keys and their ranking, compiled and as plain Python, on the corpus and on generated input."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_twins import Record, agree, corpus_texts

from provenance.text.common_words import content_table
from provenance.text.tokens import Tokens, tokenise

MODULE = "provenance.fingerprint.kernels.keys"
VOCABULARY = ["the", "of", "harbour", "dredger", "mayor", "said", "council", "people", "Zwettendorf", "Oslo", "漢"]


def paired(tokens: Tokens, distance: int, gap: int, tile: int) -> int:
    """How many pairs both worlds make, after they agreed on each of them."""
    table, room = content_table(), len(tokens) * distance
    found = np.zeros(room, np.uint64), np.zeros(room, np.int32), np.zeros(room, np.int32)
    content = Record(MODULE, "Content", table.stems, table.weights, 64)
    pairing = Record(MODULE, "Pairing", distance, gap, tile)
    count: int = agree(MODULE, "pair_up", tokens.stems, tokens.starts, tokens.ends, content, pairing, *found)
    return count


@given(st.lists(st.sampled_from(VOCABULARY), max_size=40), st.integers(1, 3), st.integers(1, 9), st.integers(0, 6))
def test_pairs_of_generated_texts(words: list[str], distance: int, gap: int, tile: int) -> None:
    paired(tokenise(" ".join(words)), distance, gap, tile)


@pytest.mark.parametrize("tile", [0, 5])
def test_pairs_of_the_corpus(tile: int) -> None:
    for text in corpus_texts(10):
        assert paired(tokenise(text), 1 if tile else 2, 10, tile) > 5


@given(st.lists(st.integers(0, 5) | st.integers(0, 2**64 - 1), max_size=20))
def test_first_occurrences(keys: list[int]) -> None:
    count = agree(MODULE, "keep_first", np.array(keys, np.uint64), np.arange(len(keys), dtype=np.int32))
    assert count == len(set(keys))


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 2), st.integers(0, 1)), max_size=20))
def test_first_occurrences_in_parts_and_texts(steps: list[tuple[int, int, int]]) -> None:
    numbers = np.array([number for number, *_ in steps], np.int64)
    parts = 1 + np.cumsum([new for _, new, _ in steps], dtype=np.int64)
    opening = np.maximum.accumulate(np.where([new for *_, new in steps], parts, 1)) if steps else parts
    agree(MODULE, "mark_first", numbers, parts, opening, 5, *(np.zeros(len(steps), np.bool_) for _ in range(2)))


LISTED = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 40)), max_size=6).map(sorted)  # article, position
POSTINGS = st.lists(st.tuples(st.integers(0, 9), st.integers(1, 300), LISTED), max_size=8)  # step, weight, postings


@given(POSTINGS, st.integers(0, 20))
def test_postings_are_gathered_and_weighed(drawn: list[tuple[int, int, list[tuple[int, int]]]], reach: int) -> None:
    bounds = np.cumsum([0, *(len(listed) for *_, listed in drawn)])
    postings = [posting for *_, listed in drawn for posting in listed]
    places = np.cumsum([step for step, *_ in drawn], dtype=np.int64)
    count = len(postings)
    asked = Record(
        MODULE,
        "Postings",
        bounds[:-1].copy(),
        bounds[1:].copy(),
        places,
        np.array([weight for _, weight, _ in drawn], np.int64),
        np.array([article for article, _ in postings], np.int64),
        np.array([position for _, position in postings], np.int64),
    )
    empty = [np.zeros(count, np.int64) for _ in range(4)]
    agree(MODULE, "gather", asked, Record(MODULE, "Hits", empty[0], np.zeros(count + 1, np.int64), *empty[1:]))

    names = sorted({article for article, _ in postings})
    rows = [
        (here, position, weight)
        for name in names
        for here, (_, weight, listed) in zip(places.tolist(), drawn, strict=True)
        for article, position in listed
        if article == name
    ]
    first = np.cumsum([0, *(sum(article == name for article, _ in postings) for name in names)])
    hits = (first, *(np.array([row[column] for row in rows], np.int64) for column in range(3)))
    agree(MODULE, "add_up", *hits, np.zeros(len(names), np.int64), np.zeros(len(names), np.int32))
    best = np.arange(len(names))[::-1].copy()
    agree(MODULE, "densest", *hits, best, reach, np.zeros(len(best), np.int64))
