"""What is left out is counted by kind; three examples a kind stay, whatever the number."""

from __future__ import annotations

import ast
from pathlib import Path

import provenance
from provenance.model import Article, LeftOutList, Note, SkippedInput, Span, left_out
from provenance.model.left_out import TITLES


def test_each_kind_is_counted_with_the_first_three() -> None:
    found = left_out(
        [
            *(SkippedInput(f"a.csv line {n}", "its text is empty", "no-text") for n in range(2, 12)),
            Note("b.csv line 2", "it is no date", "date-none"),
            SkippedInput("c.pdf", "no reader", "no-reader"),
        ]
    )
    assert [(group.kind, group.count, group.skipped) for group in found] == [
        ("no-text", 10, True),
        ("no-reader", 1, True),
        ("date-none", 1, False),
    ]
    assert [one.where for one in next(iter(found)).examples] == ["a.csv line 2", "a.csv line 3", "a.csv line 4"]
    assert (found.count(), found.count(skipped=False), len(found.skipped), len(found.notes)) == (11, 1, 11, 1)


def test_a_reason_that_differs_late_is_seen() -> None:
    same = [SkippedInput(f"a.csv line {n}", "empty", "no-text") for n in range(50)]
    assert next(iter(left_out(same))).alike
    assert not next(iter(left_out([*same, SkippedInput("a.csv line 99", "a number", "no-text")]))).alike


def test_counts_need_no_memory_per_item() -> None:
    counted = LeftOutList(whole=False)
    for n in range(1000):
        counted.add(SkippedInput(f"line {n}", "empty", "no-text"))
    assert (counted.count(), counted.skipped) == (1000, [])
    assert len(next(iter(counted)).examples) == 3


def test_lists_are_joined_in_order() -> None:
    first, later = LeftOutList(), LeftOutList()
    first.add(SkippedInput("one", "empty", "empty"))
    later.add(SkippedInput("two", "broken", "broken-row"))
    later.add(SkippedInput("three", "empty", "empty"))
    later.add_notes(Article("four", "text", Span(0, 4), notes=(Note("four", "guessed", "doubt"),)))
    first.take_in(later)
    assert [(group.kind, group.count) for group in first] == [("empty", 2), ("broken-row", 1), ("doubt", 1)]
    assert [one.where for one in first.skipped] == ["one", "two", "three"]


def test_every_kind_that_a_reader_gives_has_a_title() -> None:
    kinds = set()
    for path in sorted((Path(provenance.__file__).parent / "sources").glob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") in ("SkippedInput", "Note"):
                given = call.args[2] if len(call.args) > 2 else None
                kinds |= {given.value} if isinstance(given, ast.Constant) else set()
    assert "no-text" in kinds
    assert kinds <= set(TITLES)
