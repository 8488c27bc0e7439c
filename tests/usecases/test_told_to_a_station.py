"""What somebody told a broadcaster was said in its programme: a report that says so names its source."""

from __future__ import annotations

from pathlib import Path

import pytest

from provenance.usecases.comparing import compare

TRANSCRIPT = """Harbour evening programme, transcript

TVEIT: Good evening. With me is the keeper of the lock, Runa Quill. Mrs Quill, why is the lock still shut?

QUILL: Because nobody has paid for a new gate in eleven years. I will not open a gate that may drown a child.

TVEIT: The county says that the gate was looked at in June.

QUILL: They looked at it from the pub on the other side. I have the photograph.

TVEIT: Thank you.
"""
REPORT = (
    "Barges wait below the lock at Teasel Bridge, and nobody knows for how long. “I will not open a gate that may "
    "drown a child,” Runa Quill told {} on Monday. “Nobody has paid for a new gate in eleven years.” The county did "
    "not answer."
)


@pytest.mark.parametrize(
    ("told", "named"),
    [
        ("Harbour radio", "Harbour radio"),
        ("Harbour Radio", "Harbour Radio"),
        ("state television", None),
        ("reporters", None),
    ],
)
def test_a_report_names_whom_the_words_of_a_transcript_were_told(
    tmp_path: Path, told: str, named: str | None
) -> None:
    one, two = tmp_path / "transcript.txt", tmp_path / "report.txt"
    one.write_text(TRANSCRIPT, "utf-8")
    two.write_text(REPORT.format(told), "utf-8")
    (link,) = compare(one, two).links
    assert (link.source, link.derived) == ("transcript", "report")
    assert (link.credited_source, link.credited) == (named, named is not None)


def test_whom_an_article_of_prose_says_somebody_told_is_not_its_source(tmp_path: Path) -> None:
    one, two = tmp_path / "first.txt", tmp_path / "second.txt"
    one.write_text(REPORT.format("the Valley Post"), "utf-8")
    two.write_text(REPORT.format("Harbour radio") + " It has been wet.", "utf-8")
    (link,) = compare(one, two).links
    assert link.credited_source is None
