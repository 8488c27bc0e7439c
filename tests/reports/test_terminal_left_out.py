"""Up to three skipped inputs of a kind have a line each; more of them are one line with their number."""

from __future__ import annotations

from provenance.model import Note, SkippedInput, left_out
from provenance.reports.terminal.left_out import lines, places, single


def test_a_few_have_a_line_each() -> None:
    few = [SkippedInput(f"a.csv line {n}", "its text is empty", "no-text") for n in (2, 3)]
    assert [*lines(left_out([*few, Note("b.txt", "read as UTF-8", "doubt")]))] == [
        "skipped a.csv line 2: its text is empty",
        "skipped a.csv line 3: its text is empty",
        "b.txt: read as UTF-8",
    ]


def test_twenty_thousand_of_one_reason_are_one_line() -> None:
    many = (SkippedInput(f"a.csv line {n}", 'it has no "body"', "no-text") for n in range(2, 20_002))
    assert [*lines(left_out(many))] == [
        'skipped 20,000 rows without text: it has no "body": a.csv line 2, line 3, line 4 and 19,997 more',
        "--format json lists them all",
    ]


def test_different_reasons_of_a_kind_are_three_examples() -> None:
    many = [Note(f"a.csv (a{n})", f"published '0{n}/04/2025'", "date-ambiguous") for n in range(1, 6)]
    assert [*lines(left_out(many))] == [
        "5 dates that could be two different days, for example:",
        "  a.csv (a1): published '01/04/2025'",
        "  a.csv (a2): published '02/04/2025'",
        "  a.csv (a3): published '03/04/2025'",
        "  and 2 more",
        "--format json lists them all",
    ]


def test_a_file_is_named_once_but_each_other_file_whole() -> None:
    def shown(*names: str) -> list[str]:
        return places([SkippedInput(name, "") for name in names])

    assert shown("a b.csv line 2", "a b.csv line 4", "c.csv line 4") == ["a b.csv line 2", "line 4", "c.csv line 4"]
    assert shown("a b", "a c", "a d") == ["a b", "a c", "a d"]
    assert single(SkippedInput("a", "b")) == "skipped a: b"
