"""Texts that are written so that programs do not read them are read as people do, and others are left alone."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.sources import read
from provenance.sources.characters.disguise import DIGITS, JOINED, SHAPES, SPACED, TURNED, plain
from tests.conftest import CORPUS

sys.path.insert(0, str(Path(__file__).parents[2] / "evaluation"))

from attacks import ATTACKS

STORY = next(CORPUS.rglob("ferry-strike-herald.*")).read_text("utf-8-sig")
WORDS = STORY.split()


def words(text):
    return text.casefold().split()


def kept(text):
    """The part of the words of the story that a text has in their order, about."""
    import difflib

    return difflib.SequenceMatcher(None, words(STORY), words(text), autojunk=False).ratio()


@pytest.mark.parametrize(
    ("attack", "disguise", "least"),
    [
        ("letters spaced out", SPACED, 0.95),
        ("letters with thin blanks", SPACED, 0.95),
        ("digits for letters", DIGITS, 0.85),
        ("lines turned round", TURNED, 0.99),
        ("small capitals", SHAPES, 0.99),
    ],
)
def test_each_is_read(attack, disguise, least):
    found = plain(ATTACKS[attack](STORY, random.Random(1)))
    assert found.disguises == (disguise,)
    assert not found.unread
    assert kept(found.text) >= least


@pytest.mark.parametrize(
    "joint", ["-", ".", "_", "*", "|", "·", "\xa0", "\u2002", "\u200a", "\u202f", "\u3000", "  "]
)
def test_letters_apart_by_any_mark_or_blank(joint):
    between = "      " if joint.isspace() and joint != "\u200a" else " "
    spaced = "\n".join(between.join(joint.join(word) for word in line.split(" ")) for line in STORY.split("\n"))
    found = plain(spaced)
    assert found.disguises == (SPACED,)
    assert kept(found.text) >= 0.9


@pytest.mark.parametrize("leet", [("aeioAEIO", "43104310"), ("oleastOLEAST", "013457013457"), ("eos", "305")])
def test_the_letters_that_digits_stand_for_are_those_that_the_text_lacks(leet):
    found = plain(STORY.translate(str.maketrans(*leet)))
    assert found.disguises == (DIGITS,)
    assert kept(found.text) >= 0.88
    assert "2025" in found.text
    assert ("@" in found.text) == ("@" in STORY)


def test_lines_are_turned_round_whatever_they_end_with():
    lines = [line for line in STORY.split("\n") if line]
    for end, close in (("\n", "\u202c"), ("\n", ""), ("\r\n", ""), ("\r\n", "\u202c")):
        found = plain(end.join(f"\u202e{line[::-1]}{close}" for line in lines))
        assert found.text == end.join(lines), (end, close)
    inside = plain("\n".join(f"\u202e\r{line[::-1]}\u202c" for line in lines))
    assert inside.text == "\r\n".join([*lines, ""])[:-1]


def test_one_disguised_paragraph_among_others_is_read():
    paragraphs = STORY.split("\n\n")
    place = max(range(len(paragraphs)), key=lambda at: len(paragraphs[at]))
    for attack in ("letters spaced out", "lines turned round", "digits for letters"):
        hidden = [*paragraphs[:place], ATTACKS[attack](paragraphs[place], random.Random(1)), *paragraphs[place + 1 :]]
        assert kept(plain("\n\n".join(hidden)).text) >= 0.95, attack


def test_where_nobody_can_tell_where_words_end_that_is_said():
    for text in (STORY.replace(" ", ""), " ".join(STORY.replace(" ", "").replace("\n", ""))):
        found = plain(text)
        assert found.unread
        assert found.text == text
        assert found.disguises in ((JOINED,), (SPACED,))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "n",
        "Vitamin B 12, 3 M and the J. R. R. T. of the title. " * 9,
        "A B C D E F G H\n" * 40,
        "- - - - - - - - - - - - - - - - - - - - - - - -\n" * 9,
        "The 1st of the 20th at 3pm, the A4 and the MP3 of 5G on 10k pages. " * 9,
        "0 1 0 1 1 0 1 0 1 0 1 1 0 1 0 1\n" * 20,
        "2-1, 3-0, 4-4, 0-3 and 3-3 after 90 minutes, 0-0 at half time. " * 20,
        "東京都は四日、渡し船の運休を発表した。乗客は千人を超えた。" * 40,
        "Donaudampfschifffahrtsgesellschaftskapitän und Rindfleischetikettierungsüberwachungsaufgabe. " * 9,
        "https://www.example.com/a/very/long/address/that-goes-on-and-on-and-on/for/ever.html\n" * 9,
        "F.B.I. and U.S.A. and e.g. the U.N. of the E.U. " * 20,
    ],
)
def test_ordinary_text_is_left_alone(text):
    assert plain(text) == (text, (), False)


def test_the_corpus_is_left_alone():
    for article in read([CORPUS / "articles", CORPUS / "incoming"]):
        assert plain(article.text).disguises == ()


@given(st.text(st.sampled_from("nt 3e0a\u202e\u202c\n-.ᴇ\u2009"), max_size=900))
def test_any_text_is_read_in_the_same_way_twice(text):
    found = plain(text)
    assert plain(text) == found
    assert sum(map(str.isalnum, found.text)) == sum(map(str.isalnum, text))


def test_it_is_said_of_the_article_and_on_stderr(tmp_path):
    path = tmp_path / "copy.txt"
    path.write_text(ATTACKS["letters spaced out"](STORY, random.Random(1)))
    (article,) = read([path])
    assert article.guesses["text"].startswith("disguised: its letters are spaced out")
    assert [note.kind for note in article.notes] == ["disguised"]
    assert "it was read as a person reads it" in article.notes[0].reason
