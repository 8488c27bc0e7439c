"""Where paragraphs begin and end, in the forms that articles come in."""

import sys
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Span
from provenance.text import paragraphs as module
from provenance.text.paragraphs import paragraphs
from provenance.text.sentences import sentences


def texts(text: str) -> list[str]:
    return [span.of(text) for span in paragraphs(text)]


def test_a_line_is_a_paragraph() -> None:
    long = "A line that nobody broke, because it is longer than any program would make it, and then some more of it."
    assert texts(f"{long}\n{long}\r\n\r\n{long}") == [long, long, long]


def test_lists_and_mastheads_stay_lines() -> None:
    assert texts("Arctic\nMay 2025\nDefense\nJune 2025") == ["Arctic", "May 2025", "Defense", "June 2025"]


def test_lines_broken_at_a_width_are_one_paragraph() -> None:
    text = (
        "The harbour master of Velden said on Tuesday that no ship had left\n"
        "the port since the storm, and that none would before the weekend\n"
        "because the channel was blocked by the wreck of the ferry.\n"
        "\n"
        "A second paragraph."
    )
    assert len(paragraphs(text)) == 2
    assert [span.of(text)[-6:] for span in sentences(text)] == ["ferry.", "graph."]


def test_stars_part_paragraphs() -> None:
    assert texts("One. ### Two. *** Three C# and 5 * 3.") == ["One.", "Two.", "Three C# and 5 * 3."]


def test_several_blanks_before_a_capital_part_paragraphs() -> None:
    text = "HARBOUR TO REOPEN         May 4  2025   Velden   The ferry   which sank   will be raised   No date is set"
    assert texts(text) == [
        "HARBOUR TO REOPEN",
        "May 4  2025",
        "Velden",
        "The ferry   which sank   will be raised",
        "No date is set",
    ]


def test_blanks_at_the_end_of_a_broken_line_part_nothing() -> None:
    text = (
        "The harbour master of Velden said on Tuesday that no ship had left   \r\n"
        "The port since the storm, and that none would before the weekend     \r\n"
        "Because the channel was blocked by the wreck of the ferry.\r\n"
    )
    assert len(paragraphs(text)) == 1


def test_unicode_line_ends() -> None:
    assert texts("a\u2028b\u2029c\x85d\re\vf\fg") == list("abcdefg")


@given(st.text(alphabet=st.sampled_from(list("ab #*\n\r\t\u2029é\ud800"))))
def test_paragraphs_hold_everything_but_white_space_and_stars(text: str) -> None:
    found = paragraphs(text)
    place = 0
    for span in found:
        assert place <= span.start < span.end
        assert not text[place : span.start].strip("#* \n\r\t\u2029\x85")
        assert span.of(text) == span.of(text).strip()
        place = span.end
    assert not text[place:].strip("#* \n\r\t\u2029\x85")


def test_within() -> None:
    assert paragraphs("ab\ncd\nef", Span(1, 5)) == [Span(1, 2), Span(3, 5)]


def test_every_blank_is_known() -> None:
    blanks = {character for character in map(chr, range(sys.maxunicode + 1)) if character.isspace()}
    assert set(module._OTHER_BLANKS) == blanks - set(" \n\r")


@given(st.lists(st.sampled_from(["word", "Word", " ", "  ", "   ", "\t", "\n", "\r", "\v", "\u3000", "\xa0"])))
def test_looking_for_blanks_first_changes_nothing(pieces: list[str]) -> None:
    text = "".join(pieces)
    with patch.object(module, "_parting", lambda _: module._BLANKS_OR_ROWS):
        expected = paragraphs(text)
    assert paragraphs(text) == expected
