"""Attribution lines: a quotation belongs to who signs it on its line or the line below, or to nobody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.quotes import extract

HEAD = "Mayor Lena Ortiz opened the new library of Velden on Monday. The readers were asked.\n\n"

SIGNED = [
    ("“I had not read for years.”\n— Karl Dunmore, fisherman", ["Karl Dunmore"]),
    ("“I had not read for years.”\n-- Karl Dunmore", ["Karl Dunmore"]),
    ('"I had not read for years."\n- Karl Dunmore', ["Karl Dunmore"]),
    ("«I had not read for years.»\n– Pastor Karl Dunmore, Mission to Sailors", ["Karl Dunmore"]),
    ("“I had not read for years.” -Commissioner Karl Dunmore", ["Karl Dunmore"]),
    ("“I had not read for years.” — Karl van der Meer (62), Velden", ["Karl van der Meer"]),
    ("“I had not read for years.” (Karl Dunmore, teacher)", ["Karl Dunmore"]),
    ("“I had not read for years.”\n\nKarl Dunmore, fisherman", ["Karl Dunmore"]),
    ("“I had not read for years.”\nCaptain Karl Dunmore", ["Karl Dunmore"]),
    ("“I had not read for years.”\n— a teacher from the island", ["a teacher from the island"]),
    ("“I had not read for years.”\n— Former keeper Sigrun Dahle", ["Sigrun Dahle"]),
    ("“I had not read for years.” – retired teacher Karl Dunmore, Velden", ["Karl Dunmore"]),
    ("“I had not read for years.”\n— The Velden Courier", ["The Velden Courier"]),
    (
        "“I had not read for years.”\n— Karl Dunmore, fisherman\n\n“A warm room.”\nOsk Berentsen\n\n“At last.”",
        ["Karl Dunmore", "Osk Berentsen", None],
    ),
    (
        "What readers say about it:\n\n“I had not read for years.”\nJohn Dunmore\n\n“A warm room.”\nAnna Berg, nurse",
        ["John Dunmore", "Anna Berg"],
    ),
]
NOT_SIGNED = [
    "“I had not read for years.”\nMixed Reviews",
    "“I had not read for years.”\nThe library opens on Monday",
    "“I had not read for years.”\n- The first shelf holds maps",
    "“I had not read for years.”\n— 14 July 2024",
    "“I had not read for years.”\n— Reuters",
]


@pytest.mark.parametrize(("text", "speakers"), SIGNED)
def test_a_line_signs_the_quotation_above_it(text: str, speakers: list[str | None]) -> None:
    assert [quotation.speaker for quotation in extract(HEAD + text)] == speakers


@pytest.mark.parametrize("text", NOT_SIGNED)
def test_headings_lists_and_dates_sign_nothing(text: str) -> None:
    (quotation,) = extract("Readers of Velden.\n\n" + text)
    assert quotation.speaker is None


def test_a_signature_is_stronger_than_who_spoke_before() -> None:
    text = "“She knows every quay,” said Lena Ortiz.\n\n“A captain with a heart.”\n- Karl Dunmore"
    assert [quotation.speaker for quotation in extract(text)] == ["Lena Ortiz", "Karl Dunmore"]


def test_a_cue_is_stronger_than_a_line_below() -> None:
    text = "“She knows every quay,” said Lena Ortiz.\n- Karl Dunmore"
    assert {quotation.speaker for quotation in extract(text)} == {"Lena Ortiz"}


@given(st.text(alphabet='“”"\n-— KarlD,.', max_size=80))
def test_any_text_is_read(text: str) -> None:
    for quotation in extract(text):
        assert 0 <= quotation.span.start <= quotation.span.end <= len(text)
