"""Shares of a text, counted against sets of characters; edges that two texts have in common are no reuse."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.align import align, prepare
from provenance.align.coverage import only_edges, share
from provenance.config.align import profile
from provenance.model import Match, Span

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda ends: Span(*sorted(ends))), max_size=6)
FOOTER = "The Tollen Almanac is free because its readers pay for it. Write to the desk if you know more."
HARBOUR = " ".join(
    f"Crane {n} lifted {n * 7} crates from the quay before the tide turned again." for n in range(3, 20)
)
ORCHARD = " ".join(f"Row {n} gave {n * 5} baskets of plums although the frost had come early." for n in range(3, 20))


def sides(one, other):
    return [prepare(text, Span(0, len(text))) for text in (one, other)]


@given(SPANS, SPANS, st.tuples(st.integers(0, 30), st.integers(0, 30)))
def test_share_counts_characters_once_and_leaves_ignored_ones_out(spans, ignored, ends):
    within = Span(*sorted(ends))
    body = set(range(*within)) - {place for span in ignored for place in range(*span)}
    covered = {place for span in spans for place in range(*span)} & body
    expected = len(covered) / len(body) if body else 0.0
    assert share(spans, within, ignored) == pytest.approx(expected)


def test_a_footer_that_two_texts_share_is_all_edges():
    a, b = sides(f"{HARBOUR}\n\n{FOOTER}", f"{ORCHARD}\n\n{FOOTER}")
    matches = align(a, b, profile("news"))
    assert matches
    assert only_edges(matches, a, b)


def test_a_copied_sentence_in_the_middle_of_one_text_is_not():
    a, b = sides(f"{HARBOUR} {FOOTER} {HARBOUR}", f"{ORCHARD}\n\n{FOOTER}")
    matches = align(a, b, profile("news"))
    assert matches
    assert not only_edges(matches, a, b)


def test_a_byline_that_opens_both_is_all_edges_and_a_sentence_is_not():
    for line, expected in (
        ("By Ann Lee and Bo Ray, Tollen Almanac", True),
        ("I am looking for a crane that lifts whole boats.", False),
    ):
        a, b = sides(f"{line} {HARBOUR}", f"{line} {ORCHARD}")
        place = Span(0, len(line))
        assert only_edges([Match("verbatim", place, place, 1.0)], a, b) is expected


def test_a_byline_in_the_words_of_a_closing_note_is_all_edges():
    name = "By Ann Lee and Bo Ray"
    a, b = sides(f"{name} {HARBOUR}", f"{ORCHARD} {name}")
    place_b = Span(len(b.text) - len(name), len(b.text))
    assert only_edges([Match("verbatim", Span(0, len(name)), place_b, 1.0)], a, b)


def test_a_quotation_at_the_end_of_both_is_not():
    text = f"{HARBOUR}\n\n{FOOTER}"
    a, b = sides(text, text)
    place = Span(text.index("Write"), len(text))
    assert only_edges([Match("verbatim", place, place, 1.0)], a, b)
    assert not only_edges([Match("quotation", place, place, 1.0)], a, b)


def test_short_and_empty_texts_have_edges_too():
    a, b = sides("", "One two three four.")
    assert only_edges([], a, b)
    assert not only_edges([Match("verbatim", Span(0, 0), Span(0, 19), 1.0)], a, b)
