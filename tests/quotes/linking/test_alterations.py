"""Harmless edits and changed meaning, told apart inside quotation marks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Span
from provenance.quotes.linking.alterations import changes, is_altered
from provenance.quotes.linking.utterance_words import Words, aligned, words_of

SAID = "We did not lose a single record, and the ferry of 14 July will sail for Velden with 212 people."


def quoted(text: str) -> Words:
    """Words between square-free marks: the whole text, or what stands between ‹ and ›."""
    marks, start = [], 0
    while (opened := text.find("‹", start)) >= 0:
        closed = text.index("›", opened)
        marks.append(Span(opened + 1, closed))
        start = closed
    marks = marks or [Span(0, len(text))]
    return words_of(text, Span(0, len(text)), marks).quoted()


def kinds(a: str, b: str) -> list[str]:
    return [change.kind for change in changes(a, quoted(a), b, quoted(b))]


HARMLESS = [
    (SAID, SAID.upper()),
    (SAID, SAID.replace(", and", " — and")),
    (SAID, "the ferry of 14 July will sail for Velden"),
    (SAID, "We did not lose a single record ... the ferry of 14 July will sail for Velden with 212 people."),
    (SAID, SAID.replace("the ferry of 14 July", "[the ship] of 14 July")),
    (SAID, SAID.replace("did not", "didn’t")),
    (SAID, SAID.replace("212", "two hundred twelve").replace("two hundred twelve", "212")),
    ("And the colour of the harbour was grey.", "The color of the harbor was gray."),
    ("I think that we have eight ships left.", "I think we have 8 ships left."),
    ("They organise the centre well.", "They organize the center well."),
    ("It is, uh, a matter of trust.", "It is a matter of trust."),
    ("We met decision-makers by e-mail.", "We met decision makers by email."),
    ("The U.S. delegation recieved us well.", "The US delegation received us well."),
    (
        "‹We did not lose a single record›, he said, ‹and the ferry will sail.›",
        "We did not lose a single record, whatever you hear, and the ferry will sail.",
    ),
]

CHANGED = [
    (SAID, SAID.replace("not ", ""), "negation"),
    (SAID, SAID.replace("14", "15"), "number"),
    (SAID, SAID.replace("Velden", "Tarn"), "name"),
    (SAID, SAID.replace("record", "patient"), "word"),
    (SAID, SAID.replace("will sail", "would sail"), "word"),
    (SAID, SAID.replace("a single ", ""), "cut"),
    ("I have never been so frightened of a biro.", "I have never been so frightened of a patient.", "word"),
    ("I want forty answers.", "I want fourteen answers.", "number"),
    ("We do not support this bill today.", "We do support this bill today.", "negation"),
]


@pytest.mark.parametrize(("a", "b"), HARMLESS)
def test_edits_of_an_honest_copy_editor_are_harmless(a: str, b: str) -> None:
    assert set(kinds(a, b)) <= {"harmless"}
    assert set(kinds(b, a)) <= {"harmless"}


@pytest.mark.parametrize(("a", "b", "kind"), CHANGED)
def test_changed_meaning(a: str, b: str, kind: str) -> None:
    assert kind in kinds(a, b)
    assert kind in kinds(b, a)


def test_a_sentence_keeps_its_own_words_where_another_has_them_too() -> None:
    #  The ship sails in May ... The ship needs paint and a captain.
    #                            The ship needs paint and a captain.
    one = "The ship sails in May. Nobody knows the harbour. The ship needs paint and a captain."
    assert kinds(one, "The ship needs paint and a captain.") == []


def test_two_remarks_on_one_subject_are_not_one_that_was_changed() -> None:
    assert kinds("Well, he was the most valuable sailor.", "Today he gets the most valuable sailor award.") == []


def test_two_different_utterances_have_no_changes() -> None:
    assert changes("One thing.", quoted("One thing."), "Nobody knew it.", quoted("Nobody knew it.")) == []


def test_a_change_knows_where_it_stands() -> None:
    a, b = "The old bridge will open in May.", "The new bridge will open in May."
    (change,) = changes(a, quoted(a), b, quoted(b))
    assert (change.a, change.b) == ("old", "new")
    assert change.a_span.of(a) == "old"
    assert change.b_span.of(b) == "new"


def slow_length(a: str, b: str) -> int:
    row = [0] * (len(b) + 1)
    for x in a:
        before = row
        row = [0]
        for place, y in enumerate(b):
            row.append(before[place] + 1 if x == y else max(before[place + 1], row[-1]))
    return row[-1]


@given(st.text(alphabet="abc", max_size=14), st.text(alphabet="abcd", max_size=14))
def test_alignment_is_a_longest_common_subsequence(a: str, b: str) -> None:
    pairs = aligned(a, b)
    assert len(pairs) == slow_length(a, b)
    assert all(a[i] == b[j] for i, j in pairs)
    assert all(i < k and j < m for (i, j), (k, m) in pairwise(pairs))


@given(st.text(max_size=60), st.text(max_size=60))
def test_nothing_breaks_and_equal_texts_are_unchanged(a: str, b: str) -> None:
    assert not is_altered(changes(a, quoted_whole(a), a, quoted_whole(a)))
    for change in changes(a, quoted_whole(a), b, quoted_whole(b)):
        assert change.a == change.a_span.of(a)
        assert change.b == change.b_span.of(b)


def quoted_whole(text: str) -> Words:
    return words_of(text, Span(0, len(text)), [Span(0, len(text))]) if text else words_of(text, Span(0, 0))
