"""What an ellipsis, a bracket or a mask excuses inside quotation marks, and what it does not."""

import pytest

from provenance.model import Span
from provenance.quotes.linking.alterations import changes, is_altered
from provenance.quotes.linking.utterance_words import words_of

HONEST = [
    (
        "She swore it to me on the pier in front of us all.",
        "She [the governor] swore it to me on the pier in front of us all.",
    ),
    (
        "They have left us alone with the bill for nine years.",
        "[The council has] left us alone with the bill for nine years.",
    ),
    (
        "It was a damned foolish thing to sign and we all knew.",
        "It was a d----- foolish thing to sign and we all knew.",
    ),
    (
        "It was a damned foolish thing to sign and we all knew.",
        "It was a d****d foolish thing to sign and we all knew.",
    ),
    (
        "It was a damned foolish thing to sign and we all knew.",
        "It was a [expletive] foolish thing to sign and we all knew.",
    ),
    (
        "We paid for the pump, and for the road and the pipe as well, and we still carry water.",
        "We paid for the pump … and we still carry water.",
    ),
    (
        "We paid for the pump, and nobody ever thanked us, and we still carry water in buckets.",
        "We paid for the pump … and we still carry water in buckets.",
    ),
    (
        "The old bridge, which no engineer has seen in years, will fall into the river.",
        "The old bridge … will fall into the river.",
    ),
    ("I do not know much, but the ferry has to sail every day.", "… the ferry has to sail every day."),
    ("Well, you know, the ferry is, like, the only road we have.", "The ferry is the only road we have."),
    ("Less people come to the fair every year.", "Less [sic] people come to the fair every year."),
]
CHANGED = [
    (
        "The county is not going to close the school before summer.",
        "The county is … going to close the school before summer.",
    ),
    (
        "The county is absolutely not going to close the school before summer.",
        "The county is ... going to close the school before summer.",
    ),
    (
        "We will never sell this quay to a stranger from abroad.",
        "We will [...] sell this quay to a stranger from abroad.",
    ),
    (
        "We will not sell this quay to a stranger from abroad.",
        "We will [gladly] sell this quay to a stranger from abroad.",
    ),
    (
        "We will sell this quay to a stranger from abroad.",
        "We will [never] sell this quay to a stranger from abroad.",
    ),
    (
        "I would never say that the mayor is a thief or a liar.",
        "… the mayor is a thief or a liar.",
    ),
    ("I do not think the ferry will sail again this year.", "The ferry will sail again this year."),
]


def altered(a: str, b: str) -> bool:
    def whole(text: str) -> Span:
        return Span(0, len(text))

    return is_altered(changes(a, words_of(a, whole(a), [whole(a)]), b, words_of(b, whole(b), [whole(b)])))


@pytest.mark.parametrize(("a", "b"), HONEST)
def test_an_editors_marks_excuse_what_they_show(a: str, b: str) -> None:
    assert not altered(a, b)
    assert not altered(b, a)


@pytest.mark.parametrize(("a", "b"), CHANGED)
def test_no_mark_excuses_a_lost_negation(a: str, b: str) -> None:
    assert altered(a, b)
    assert altered(b, a)
