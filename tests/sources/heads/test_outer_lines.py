"""The first and last lines of a text: quick ways of finding them against slow, obvious ones."""

import re

from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Span
from provenance.sources.heads import outer_lines

PARTS = ["a", "B.", " ", "  ", " " * 7, " " * 8, " " * 13, "\n", "\r\n", "\r", "\t", "\u00a0", "###", " ### ", "\f"]
TEXTS = st.lists(st.sampled_from(PARTS)).map("".join)
LINE, BLANK = r"\n\v\f\r\x1c-\x1e\x85\u2028\u2029", r" \t\u00a0"
GAP = re.compile(rf"(?:[{LINE}]|[{BLANK}]{{8,}}|(?:^| )###(?: |$))+[{LINE}{BLANK}]*")


def slow(text: str) -> list[outer_lines.PlacedLine]:
    """Every line: what is between gaps, and whether the gap after it is anything but one line end."""
    found = []
    place = 0
    for start, end, gap in [*((*match.span(), match[0]) for match in GAP.finditer(text)), (len(text), len(text), "")]:
        raw = text[place:start]
        if raw.strip():
            begin = place + len(raw) - len(raw.lstrip())
            apart = gap.replace("\r\n", "\n").count("\n") != 1
            found.append(outer_lines.PlacedLine(begin, begin + len(raw.strip()), raw.strip(), apart, False))
        place = end
    if found:
        found[-1] = found[-1]._replace(apart=True)
    return found


@given(TEXTS)
def test_lines_are_what_is_between_gaps(text: str) -> None:
    expected = slow(text)
    assert list(outer_lines.first_lines(text, 0).since(0)) == expected[: outer_lines.MOST_HEAD]
    assert list(outer_lines.last_lines(text, Span(0, len(text))).since(0)) == expected[::-1][: outer_lines.MOST_TAIL]


def test_a_window_cuts_the_line_at_its_border() -> None:
    short, long = "First line\n", "x" * outer_lines.WINDOW
    assert [line.cut for line in outer_lines.first_lines(short + long, 0).since(0)] == [False, True]
    assert [line.cut for line in outer_lines.first_lines(long, 0).since(0)] == [False]
    assert [line.text for line in outer_lines.last_lines(long + "\nlast", Span(0, len(long) + 5)).since(0)] == [
        "last"
    ]
    assert [line.text for line in outer_lines.last_lines(long, Span(0, len(long))).since(0)] == [long]


def test_lines_may_be_asked_for_in_any_order() -> None:
    lines = outer_lines.first_lines("one\ntwo\nthree", 0)
    assert [line.text for line in lines.since(1)] == ["two", "three"]
    assert lines.at(3) is None
    assert [line.text for line in lines.since(0)] == ["one", "two", "three"]


@given(TEXTS, st.integers(0, 20), st.integers(0, 20))
def test_trimming_takes_white_space_off_both_ends(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    trimmed = outer_lines.trimmed(text, Span(start, end))
    assert trimmed.of(text) == text[start:end].strip()
    assert start <= trimmed.start <= trimmed.end <= end
    assert trimmed.length or trimmed.start == start


def test_breaks_gaps_and_rows_of_hashes_separate_lines() -> None:
    text = "Headline\n\nBy Jane Doe        May 4 ### First words.\nMore."
    assert [(line.text, line.apart) for line in outer_lines.first_lines(text, 0).since(0)] == [
        ("Headline", True),
        ("By Jane Doe", True),
        ("May 4", True),
        ("First words.", False),
        ("More.", True),
    ]
