"""The first and last lines of a text: quick ways of finding them against slow, obvious ones."""

from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Span
from provenance.sources import pieces

PARTS = ["a", "B.", " ", "  ", " " * 7, " " * 8, " " * 13, "\n", "\r\n", "\r", "\t", "\u00a0", "###", "\f"]
TEXTS = st.lists(st.sampled_from(PARTS)).map("".join)


@given(TEXTS)
def test_wide_gaps_are_found_with_the_line_breaks(text: str) -> None:
    quick, slow = pieces._breaks(text), pieces._BREAK.finditer(text)
    assert [found.span() for found in quick] == [found.span() for found in slow]


@given(TEXTS, st.integers(0, 20), st.integers(0, 20))
def test_trimming_takes_white_space_off_both_ends(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    trimmed = pieces.trimmed(text, Span(start, end))
    assert trimmed.of(text) == text[start:end].strip()
    assert start <= trimmed.start <= trimmed.end <= end
    assert trimmed.length or trimmed.start == start


def test_lines_gaps_and_rows_of_hashes_part_pieces() -> None:
    text = "Headline\n\nBy Jane Doe        May 4 ### First words.\nMore."
    assert [(piece.text, piece.apart) for piece in pieces.head(text, 0)] == [
        ("Headline", True),
        ("By Jane Doe", True),
        ("May 4", True),
        ("First words.", False),
        ("More.", True),
    ]
