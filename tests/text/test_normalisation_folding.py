"""The shipped table of folded letters against this Python's Unicode data, and what folding promises."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.text import normalisation


def test_the_table_covers_its_range() -> None:
    table = normalisation.table()
    assert table.kinds.shape == (normalisation.SIZE,)
    assert table.letters.shape == (normalisation.SIZE, 3)
    assert table.traits.shape == (normalisation.SIZE,)
    assert normalisation.table() is table


@given(st.characters(max_codepoint=0x2FFF))
def test_the_table_holds_what_folding_says(character: str) -> None:
    if unicodedata.category(character) == "Cn":
        return  # not assigned in this version of Unicode, perhaps in the one that made the table
    table = normalisation.table()
    code = ord(character)
    assert table.kinds[code] == normalisation.kind(character)
    if table.kinds[code] in {normalisation.WORD, normalisation.ALONE}:
        stored = "".join(chr(letter) for letter in table.letters[code] if letter)
        assert stored == (normalisation.folded(character) or character)


@given(st.characters())
def test_folding_is_short_stable_and_without_marks(character: str) -> None:
    letters = normalisation.folded(character)
    assert len(letters) <= 3
    assert letters == "".join(normalisation.folded(letter) for letter in letters)[:3]
    assert not any(unicodedata.category(letter) == "Mn" for letter in letters)


CASES = [("É", "e"), ("ß", "ss"), ("ﬁ", "fi"), ("а", "a"), ("Ж", "ж"), ("'", ""), ("１", "1"), ("\ud800", "")]


@pytest.mark.parametrize(("character", "letters"), CASES)
def test_characters_fold_to_these_letters(character: str, letters: str) -> None:
    assert normalisation.folded(character) == letters


KINDS = [
    ("a", normalisation.WORD),
    ("9", normalisation.WORD),
    (" ", normalisation.SEPARATOR),
    ("'", normalisation.SEPARATOR),
    ("\u0301", normalisation.IGNORABLE),
    ("\xad", normalisation.IGNORABLE),
    ("\u200b", normalisation.IGNORABLE),
    ("漢", normalisation.ALONE),
    ("ไ", normalisation.ALONE),
]


@pytest.mark.parametrize(("character", "kind"), KINDS)
def test_kind_of_a_character(character: str, kind: int) -> None:
    assert normalisation.kind(character) == kind == normalisation.table().kinds[ord(character)]
