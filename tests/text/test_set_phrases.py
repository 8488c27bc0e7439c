"""The list of set phrases: its form, and which words of a text it covers."""

from __future__ import annotations

import numpy as np
import pytest

from provenance.text.set_phrases import LENGTH, in_set_phrases, set_phrases
from provenance.text.tokens import tokenise


def covered(text: str) -> list[str]:
    tokens = tokenise(text)
    places = np.flatnonzero(in_set_phrases(tokens.words)).tolist()
    return [text[tokens.starts[place] : tokens.ends[place]] for place in places]


def test_each_phrase_is_listed_once_in_plain_words_and_long_enough_to_be_found() -> None:
    listed = set_phrases()
    assert len(listed) == len(set(listed)) > 300
    for phrase in listed:
        assert phrase == phrase.strip().lower()
        assert len(tokenise(phrase)) == len(phrase.split()) >= LENGTH, phrase
        assert covered(phrase) == phrase.split()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The full text of the letter is below:", "The full text of the letter is below"),
        ("A member of the Senate Budget Committee, he fell.", "A member of the Senate Budget Committee"),
        ("He works for the U.S. Department of Health in Rome.", "the U S Department of Health"),
        ("By vote of a member.", ""),
        ("a member of", ""),
        ("", ""),
    ],
)
def test_words_of_a_phrase_are_found_whatever_their_case_and_marks(text: str, words: str) -> None:
    assert covered(text) == words.split()


def test_words_of_other_languages_and_nonsense_are_in_none() -> None:
    assert covered("Ich danke Ihnen für Ihre Aufmerksamkeit in dieser Angelegenheit") == []
    assert not in_set_phrases(np.arange(1000, dtype=np.uint64)).any()
    assert not in_set_phrases(np.zeros(1000, np.uint64)).any()
