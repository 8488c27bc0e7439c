"""How words of other scripts read, and which sounds are alike."""

import pytest

from provenance.text import romanised as module
from provenance.text.romanised import romanised, sound_alike, sounds


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ("Lund", "lund"),
        ("Müller", "muller"),
        ("Лунд", "lund"),
        ("Вера", "vera"),
        ("Ørsted", "orsted"),
        ("Μητσοτάκης", "mitsotakis"),
        ("隆德", "longde"),
    ],
)
def test_a_word_in_latin_letters(word: str, letters: str) -> None:
    pytest.importorskip("anyascii")
    assert romanised(word) == letters


def test_without_the_library_other_scripts_have_no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_library", lambda: None)
    assert (romanised("Лунд"), romanised("Lund")) == ("", "lund")


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("lund", "rundo", True),
        ("lindqvist", "rindokuisuto", True),
        ("curtis", "kateisu", True),
        ("kiara", "jiyala", True),
        ("munro", "mangluo", True),
        ("lund", "marta", False),
        ("okerebe", "glavnym", False),
        ("netteleton", "netelton", True),
    ],
)
def test_sounds_that_are_alike(one: str, other: str, alike: bool) -> None:
    assert sound_alike(sounds(one), sounds(other)) == alike
    assert sound_alike(sounds(other), sounds(one)) == alike
