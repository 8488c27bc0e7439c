"""Homoglyphs and hidden characters are found with their places; words of other alphabets are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Span
from provenance.text.disguises import disguises

STORY = "The bank shut its seven counters on Monday, and nobody had told the customers. "


def found(text):
    return {each.kind: each for each in disguises(text, Span(0, len(text)))}


@pytest.mark.parametrize(
    ("text", "kind", "count", "first"),
    [
        (STORY.replace("a", "а"), "other_alphabet", 4, "bаnk"),
        (STORY.replace("o", "ο"), "other_alphabet", 7, "cοunters"),
        ("The соре of it. " + STORY.replace("a", "а"), "other_alphabet", 8, "соре"),
        (STORY.replace("n", "n\u200b"), "hidden_characters", 5, "ban\u200bk"),
        (STORY.replace("s", "s\u2060"), "hidden_characters", 4, "s\u2060hut"),
        (STORY.replace("e", "\xade"), "hidden_characters", 4, "Th\xade"),
        (STORY.replace("t", "t\u0335"), "marks_on_letters", 6, "shut\u0335"),
        (STORY.translate({ord(c): ord(c) + 0xFEE0 for c in "bankshut"}), "letter_shapes", 22, "ｂａｎｋ"),
    ],
)
def test_each_kind_is_found_with_its_places(text, kind, count, first):
    disguise = found(text)[kind]
    assert disguise.count == count
    assert disguise.places[0].of(text) == first
    assert list(disguise.places) == sorted(disguise.places)


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "Банк закрыл семь касс в понедельник, и никто не сказал об этом клиентам банка. " * 3,
        "Η τράπεζα έκλεισε τα επτά ταμεία τη Δευτέρα και κανείς δεν το είπε στους πελάτες. " * 3,
        "Das Schiff der Dampf\xadschiff\xadfahrts\xadgesell\xadschaft fuhr über Köln. " * 3,
        "Le café naïf, décomposé : e\u0301te\u0301, a\u0300, o\u0302, n\u0303. " * 3,
        "👩‍👩‍👧‍👦 met 🏳️‍🌈 at ❤️ and said ok. " * 3,
        "می‌خواهم بروم و نمی‌توانم بمانم. " * 3,
        "The α of the β-test and the Ω of it, with № 5 and a 10 µm gap: ℃. " * 3,
        "\ufeffThe first line. " + STORY,
    ],
)
def test_ordinary_text_has_none(text):
    assert found(text) == {}


def test_what_a_reader_undid_is_among_them():
    (disguise,) = disguises(STORY, Span(0, len(STORY)), {"text": 'key "x"; disguised: its letters are spaced out'})
    assert (disguise.kind, disguise.words) == ("as_read", "its letters are spaced out")


@given(st.text(st.sampled_from("aа\u200b\u0335\xadｂ é\U0001d41a\ud800"), max_size=300))
def test_places_lie_in_the_text_and_ascend(text):
    for each in disguises(text, Span(0, len(text))):
        assert each.places == tuple(sorted(each.places))
        assert all(0 <= span.start < span.end <= len(text) for span in each.places)
        assert each.count >= len(each.places)
