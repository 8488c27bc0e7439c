"""Datelines: what is looked at before a pattern is compiled never rules out what the pattern would find."""

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.sources.heads import bylines, head_lines

WORDS = [
    "KYIV",
    "Kyiv",
    "St.",
    "O'NEIL",
    "é",
    "École",
    ",",
    ", ",
    " ",
    "  ",
    "-",
    " - ",
    " — ",
    "--",
    "(",
    ")",
    "/",
    "20",
]
WORDS += [
    "July 16, 2025",
    "16 July 2025",
    "July 16",
    "(AP)",
    "(Reuters)",
    "/TASS/",
    "By ",
    "Jane Doe",
    "AP",
    "A",
    "The",
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=10).map("".join)


@given(TEXTS)
def test_datelines_are_found_as_by_trying_every_pattern(text: str) -> None:
    window = text[: head_lines.LONGEST_DATELINE]
    found = head_lines.dateline_at(text, 0)
    if found is None:
        assert head_lines._ANY_DASH.search(window) is None or not any(
            bylines.compiled(pattern).match(window)
            for pattern in (head_lines._BARE_DATELINE, head_lines._DATED_DATELINE)
        )


@given(TEXTS)
def test_agencies_in_bylines_are_found_as_by_trying_every_pattern(text: str) -> None:
    found = bylines.read_byline(text)
    with patch.object(bylines, "_with_mark", lambda pattern, line: bylines.compiled(pattern).fullmatch(line)):
        assert bylines.read_byline(text) == found


@pytest.mark.parametrize(
    "dateline",
    [
        "DEVIKHET, Republic of Meghanar, Dec 4 (NNA) - ",
        "SANTA LUZ, Province of the Lakes (NNA) — ",
        "PORT ANSE, Isle of Wern, May 2 (NNA): ",
    ],
)
def test_a_state_in_a_dateline_may_have_small_words(dateline: str) -> None:
    found = head_lines.dateline_at(f"{dateline}The pass will open in March.", 0)
    assert found is not None
    assert (found.agency, found.end) == ("NNA", len(dateline))
