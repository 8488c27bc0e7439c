"""Folded words: what is one word for the hashes of `tokens` is one here, letter for letter."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from provenance.text.folded_text import count_of, folded, folded_all, holds, places_of
from provenance.text.tokens import tokenise

TEXTS = st.text(max_size=60) | st.text("aB é-\n\u00ad东京がไทยΩж𠀀'’.,\ud800\ufb01", max_size=40)
SHOWN = {
    "The naïve NAIVE": "the naive naive",
    "gov-\nernment’s": "government s",
    "東京 tower": "東 京 tower",
    "“Fine,” he said…": "fine he said",
    "ﬁne so\u00adft": "fine soft",
    "1,240 of 29,818": "1 240 of 29 818",
    "": "",
    " — … ": "",
    "\ud800a": "a",
}


@pytest.mark.parametrize("text", SHOWN)
def test_words_are_folded_and_separated_by_blanks(text: str) -> None:
    assert folded(text).decode() == SHOWN[text]


@given(TEXTS, TEXTS)
@example("a" * 70, "a" * 65 + "b")
@example("é" + "a" * 70, "ea")
def test_two_words_are_folded_alike_exactly_if_their_hashes_are(one: str, two: str) -> None:
    texts = folded_all([one, two])
    assert texts == [folded(one), folded(two)]
    hashes, words = [], []
    for text, mine in zip((one, two), texts, strict=True):
        tokens = tokenise(text)
        assert count_of(mine) == len(tokens)
        hashes += tokens.words.tolist()
        words += mine.split(b" ") if mine else []
    assert [hashes.index(value) for value in hashes] == [words.index(word) for word in words]


@given(TEXTS, st.data())
def test_places_are_where_the_words_of_a_phrase_follow_each_other(text: str, data: st.DataObject) -> None:
    tokens = tokenise(text)
    words = folded(text).split(b" ")
    if not len(tokens):
        assert places_of(text, b"a") == []
        return
    first = data.draw(st.integers(0, len(tokens) - 1))
    last = data.draw(st.integers(first, min(len(tokens) - 1, first + 3)))
    phrase = b" ".join(words[first : last + 1])
    expected, place = [], 0
    while place + last - first < len(words):
        if b" ".join(words[place : place + last - first + 1]) == phrase:
            expected.append((tokens.starts[place], tokens.ends[place + last - first]))
            place += last - first
        place += 1
    assert [(span.start, span.end) for span in places_of(text, phrase)] == expected
    assert holds(folded(text), phrase)


def test_a_phrase_without_words_is_held_by_none() -> None:
    assert not holds(b"a b", b"")
    assert places_of("a b", b"") == []
    assert not holds(b"alpha", b"alph")
