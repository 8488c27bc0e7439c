"""Passages with what became of their quotations, drawn as two short articles and the stretch that they share."""

import time
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Match, Passage, Quotation, Span
from provenance.quotes import extract
from provenance.quotes.linking import quoted_passages
from provenance.quotes.linking.quoted_passages import annotate

INTERVIEW = (
    "The ferry will not sail before Friday.\n"
    "“Nobody will thank us for drowning forty passengers in a gale,” said Lena Ortiz, the harbour master of Velden.\n"
    "She noted that the channel had been surveyed twice since the storm. “Two wrecks lie in it.”\n"
)


@dataclass
class Case:
    name: str
    b: str
    shared_a: str
    shared_b: str
    kind: str
    speaker: str | None
    speech: str | None
    in_quotes: tuple[bool, bool]
    altered: bool


QUOTE = "“Nobody will thank us for drowning forty passengers in a gale,”"
CASES = [
    Case(
        "printed again",
        "“Nobody will thank us for drowning forty passengers in a gale,” Ortiz told the Courier.",
        QUOTE,
        QUOTE,
        "quotation",
        "Lena Ortiz",
        "same speaker",
        (True, True),
        False,
    ),
    Case(
        "altered",
        "“Nobody will thank us for drowning fourteen passengers in a gale,” Lena Ortiz said.",
        QUOTE,
        "“Nobody will thank us for drowning fourteen passengers in a gale,”",
        "quotation",
        "Lena Ortiz",
        "same speaker",
        (True, True),
        True,
    ),
    Case(
        "reported by experts",
        "Experts said that nobody would thank them for drowning forty passengers in a gale.",
        QUOTE,
        "that nobody would thank them for drowning forty passengers in a gale",
        "quotation",
        "Lena Ortiz",
        "re-credited",
        (True, False),
        False,
    ),
    Case(
        "speaker dropped",
        "Nobody would be grateful for drowning forty passengers in a gale.",
        QUOTE,
        "Nobody would be grateful for drowning forty passengers in a gale.",
        "quotation",
        "Lena Ortiz",
        "speaker dropped",
        (True, False),
        False,
    ),
    Case(
        "no quotation",
        "The ferry will not sail until Friday.",
        "The ferry will not sail before Friday.",
        "The ferry will not sail until Friday.",
        "edited",
        None,
        None,
        (False, False),
        False,
    ),
    Case(
        "indirect on both sides",
        "Ortiz said the channel had been surveyed twice since the storm.",
        "the channel had been surveyed twice since the storm",
        "the channel had been surveyed twice since the storm",
        "edited",
        "Lena Ortiz",
        None,
        (False, False),
        False,
    ),
]


def passage(a: str, shared_a: str, b: str, shared_b: str) -> Passage:
    one = Span(a.index(shared_a), a.index(shared_a) + len(shared_a))
    other = Span(b.index(shared_b), b.index(shared_b) + len(shared_b))
    match = Match("edited", one, other, 0.9, ((one, other),) if len(shared_a) == len(shared_b) else ())
    return annotate(match, a, extract(a), b, extract(b))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_became_of_a_quotation(case: Case) -> None:
    found = passage(INTERVIEW, case.shared_a, case.b, case.shared_b)
    assert found.match.kind == case.kind
    assert found.speaker == case.speaker
    assert found.speech == (case.speech or found.speech)
    assert found.in_quotes == case.in_quotes
    assert found.altered is case.altered


def test_seen_from_the_other_side_the_speaker_is_added() -> None:
    case = CASES[3]
    found = passage(case.b, case.shared_b, INTERVIEW, case.shared_a)
    assert (found.speech, found.in_quotes) == ("speaker added", (False, True))


def test_a_name_alone_resolves_to_the_fullest_form_of_either_side() -> None:
    found = passage(INTERVIEW, CASES[5].shared_a, CASES[5].b, CASES[5].shared_b)
    assert (found.speaker, found.speech) == ("Lena Ortiz", "same speaker")


@given(st.text(), st.integers(0, 20), st.integers(0, 20))
def test_letters_are_counted_in_any_script(text: str, start: int, end: int) -> None:
    assert quoted_passages._letters(text, start, end) == sum(character.isalnum() for character in text[start:end])


def test_two_copies_of_a_book_of_quotations_take_no_square_of_them():
    """Each quotation was held against each shared stretch and each other quotation: 9,000 took half a minute."""
    many = 3_000
    text = "“We wait.” " * many
    said = [Quotation(Span(at, at + 10), "direct", marks=(Span(at + 1, at + 9),)) for at in range(0, 11 * many, 11)]
    shared = tuple((Span(at + 1, at + 9), Span(at + 1, at + 9)) for at in range(0, 11 * many, 11))
    whole = Span(0, len(text))
    began = time.process_time()
    passage = annotate(Match("verbatim", whole, whole, 1.0, shared), text, said, text, said)
    assert time.process_time() - began < 3
    assert passage.in_quotes == (True, True)
