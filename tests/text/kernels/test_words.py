"""The loops over words, compiled and as plain Python, on the corpus and on generated texts."""

from __future__ import annotations

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st
from plain_twins import Record, agree, corpus_texts

from provenance.text import normalisation
from provenance.text.kernels import words
from provenance.text.tokens import codes_of, most_words, tokenise

MODULE = "provenance.text.kernels.words"
SIGNS = "aAbszSedingyl  ..,;:!?-–—()\n\r\t'’“”0129éÉßﬁ\u0301\xad\u200bаеЖ漢字のไ。！…�\x00‐"
TEXTS = st.text(st.one_of(st.sampled_from(SIGNS), st.characters()), max_size=60)


def scanned(text: str) -> int:
    """How many words both worlds find, after they agreed on everything about them."""
    room = most_words(text)
    elements = (np.int32, np.int32, np.uint64, np.uint64, np.uint8, np.uint8)
    found = Record(MODULE, "Words", *(np.zeros(room, element) for element in elements))
    count: int = agree(MODULE, "scan", codes_of(text), Record(MODULE, "Characters", *normalisation.table()), found)
    return count


@given(TEXTS)
@example("a-\nb")
@example("gov-\r\n  ernment")
@example("x" * 70 + "é" * 70)
@example("\ud800 \U0002f800\U000e0100x")
def test_words_of_generated_texts(text: str) -> None:
    assert scanned(text) == len(tokenise(text))


def test_words_of_the_corpus() -> None:
    for text in corpus_texts(6):
        assert scanned(text) > 20


HASHES = st.lists(st.integers(1, 6) | st.integers(1, 2**64 - 1), max_size=7)


@given(HASHES, HASHES, st.integers(0, 2**32))
def test_tables_of_stems(known: list[int], wanted: list[int], factor: int) -> None:
    hashes = np.array(list(dict.fromkeys(known)), np.uint64)
    stems = hashes * np.uint64(factor)
    table, kept = np.zeros(16, np.uint64), np.zeros(16, np.uint64)
    agree(MODULE, "insert_stems", hashes, stems, table, kept)
    words.insert_stems(hashes, stems, table, kept)
    found = np.zeros(len(wanted), np.uint64)
    agree(MODULE, "look_up_stems", np.array(wanted, np.uint64), table, kept, found)
    words.look_up_stems(np.array(wanted, np.uint64), table, kept, found)
    given_to = dict(zip(hashes.tolist(), stems.tolist(), strict=True))
    assert found.tolist() == [given_to.get(word, 0) for word in wanted]


@given(st.lists(st.tuples(st.integers(1, 6) | st.integers(1, 2**64 - 1), st.integers(0, 176)), max_size=12), HASHES)
def test_tables_of_weights(listed: list[tuple[int, int]], wanted: list[int]) -> None:
    stems, weights = np.array([stem for stem, _ in listed], np.uint64), np.array([w for _, w in listed], np.int32)
    table, kept = np.zeros(16, np.uint64), np.full(16, 200, np.int32)
    agree(MODULE, "insert_weights", stems, weights, table, kept)
    words.insert_weights(stems, weights, table, kept)
    found = np.zeros(len(wanted), np.int32)
    agree(MODULE, "look_up_weights", np.array(wanted, np.uint64), table, kept, found)
    words.look_up_weights(np.array(wanted, np.uint64), table, kept, found)
    assert found.tolist() == [min((w for stem, w in listed if stem == word), default=200) for word in wanted]
