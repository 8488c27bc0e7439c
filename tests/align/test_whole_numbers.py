"""A number with points, commas or colons is one thing: it is the same as a whole, or differs as a whole."""

import pytest

from provenance.align import align, prepare
from provenance.config.align import AlignmentSettings
from provenance.model import Difference, Match, Span

# two sentences -> what differs; the same words are shared around it
CHANGED = {
    "a decimal": (
        "The krone was quoted on Monday in Norrvik at 10.80 to the dollar.",
        "The krone was quoted on Monday in Norrvik at 10.85 to the dollar.",
        ("10.80", "10.85"),
    ),
    "before the point": (
        "The yield on the ten-year bond of the kingdom rose to 3.25 per cent.",
        "The yield on the ten-year bond of the kingdom rose to 4.25 per cent.",
        ("3.25", "4.25"),
    ),
    "a time": (
        "In Osterby the sun will rise over the harbour at 6.21 in the morning.",
        "In Osterby the sun will rise over the harbour at 6.47 in the morning.",
        ("6.21", "6.47"),
    ),
    "a time with a colon": (
        "In Osterby the sun will rise over the harbour at 6:21 in the morning.",
        "In Osterby the sun will rise over the harbour at 6:47 in the morning.",
        ("6:21", "6:47"),
    ),
    "thousands": (
        "Two tickets matched every ball of the last draw, and their holders share 3,400,000 crowns.",
        "Two tickets matched every ball of the last draw, and their holders share 1,250,000 crowns.",
        ("3,400,000", "1,250,000"),
    ),
    "a number that gained a part": (
        "Two tickets matched every ball of the last draw, and their holders share 400 crowns.",
        "Two tickets matched every ball of the last draw, and their holders share 1,400 crowns.",
        ("400", "1,400"),
    ),
}


def only_match(a: str, b: str) -> Match:
    (found,) = align(prepare(a, Span(0, len(a))), prepare(b, Span(0, len(b))), AlignmentSettings())
    return found


@pytest.mark.parametrize("name", CHANGED)
def test_numbers_differ_as_wholes(name: str) -> None:
    a, b, (one, other) = CHANGED[name]
    match = only_match(a, b)
    assert match.differences == (Difference("number", one, other),)
    spans = [each for each, _ in match.shared], [each for _, each in match.shared]
    for text, number, sides in zip((a, b), (one, other), spans, strict=True):
        start = text.index(number)
        assert not any(span.start < start + len(number) and start < span.end for span in sides)
    assert all(left.of(a) == right.of(b) for left, right in match.shared)


@pytest.mark.parametrize(
    "text",
    [
        "The krone was quoted on Monday in Norrvik at 10.80 to the dollar.",
        "It rained for all of the nights of 2024, 2025 and 2026. 12 people left the town.",
    ],
)
def test_equal_numbers_stay_shared(text: str) -> None:
    match = only_match(text, text)
    assert match.differences == ()
    assert "".join(side.of(text) for side, _ in match.shared) == text.rstrip(".")


def test_a_number_at_the_end_of_a_sentence_is_no_part_of_the_next_one() -> None:
    a = "The harbour of Osterby was closed for repairs in 1987. 30 boats lay there over the whole winter."
    b = "The harbour of Osterby was closed for repairs in 1987. 40 boats lay there over the whole winter."
    match = only_match(a, b)
    assert any(side.of(a).endswith("1987") for side, _ in match.shared)
