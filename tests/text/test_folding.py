"""The shipped table of folded letters against this Python's Unicode data, and what folding promises."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.text import folding


def test_the_table_covers_its_range() -> None:
    table = folding.table()
    assert table.kinds.shape == (folding.SIZE,)
    assert table.letters.shape == (folding.SIZE, 3)
    assert table.traits.shape == (folding.SIZE,)
    assert folding.table() is table


@given(st.characters(max_codepoint=0x2FFF))
def test_the_table_holds_what_folding_says(character: str) -> None:
    if unicodedata.category(character) == "Cn":
        return  # not assigned in this version of Unicode, perhaps in the one that made the table
    table = folding.table()
    code = ord(character)
    assert table.kinds[code] == folding.kind(character)
    if table.kinds[code] in {folding.WORD, folding.ALONE}:
        stored = "".join(chr(letter) for letter in table.letters[code] if letter)
        assert stored == (folding.folded(character) or character)


@given(st.characters())
def test_folding_is_short_stable_and_without_marks(character: str) -> None:
    letters = folding.folded(character)
    assert len(letters) <= 3
    assert letters == "".join(folding.folded(letter) for letter in letters)[:3]
    assert not any(unicodedata.category(letter) == "Mn" for letter in letters)


CASES = [("É", "e"), ("ß", "ss"), ("ﬁ", "fi"), ("а", "a"), ("Ж", "ж"), ("'", ""), ("１", "1"), ("\ud800", "")]


@pytest.mark.parametrize(("character", "letters"), CASES)
def test_examples(character: str, letters: str) -> None:
    assert folding.folded(character) == letters


KINDS = [
    ("a", folding.WORD),
    ("9", folding.WORD),
    (" ", folding.SEPARATOR),
    ("'", folding.SEPARATOR),
    ("\u0301", folding.IGNORABLE),
    ("\xad", folding.IGNORABLE),
    ("\u200b", folding.IGNORABLE),
    ("漢", folding.ALONE),
    ("ไ", folding.ALONE),
]


@pytest.mark.parametrize(("character", "kind"), KINDS)
def test_kinds(character: str, kind: int) -> None:
    assert folding.kind(character) == kind == folding.table().kinds[ord(character)]
