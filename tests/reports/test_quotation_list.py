"""The list of quotations on a terminal: each utterance once, and first only where dates say so."""

from __future__ import annotations

import io
from dataclasses import replace

from rich.console import Console

from provenance.model import Article, PublicationTime, Quotation, QuotationRow, QuotationUse, Span
from provenance.reports.terminal.quotation_list import print_quotes, utterances

WORDS = "The lock gate is rotten"
DAY = 86_400.0


def report(name: str, day: int | None) -> tuple[Article, Quotation]:
    """An article of one day, or without a date, and its one quotation."""
    text = f"“{WORDS},” said Runa Tveit."
    time = None if day is None else PublicationTime(f"1970-01-{day + 1}", "day", day * DAY, (day + 1) * DAY - 1)
    span = Span(0, len(WORDS) + 3)
    said = Quotation(span, "direct", (Span(1, span.end - 1),), "Runa Tveit")
    return Article(id=name, text=text, body=Span(0, len(text)), published=time), said


def row(one: tuple[Article, Quotation], first: QuotationUse | None, *later: QuotationUse) -> QuotationRow:
    return QuotationRow(*one, first, later, first is not None and first.altered)


def printed(rows: list[QuotationRow]) -> str:
    console = Console(file=io.StringIO(), width=80, force_terminal=False)
    print_quotes(console, rows)
    return console.file.getvalue()  # type: ignore[attr-defined]


def test_an_utterance_is_listed_once_by_its_first_report() -> None:
    a, b, c = report("a-copy", 12), report("b-first", 10), report("c-late", 14)
    rows = [
        row(a, QuotationUse(*b), QuotationUse(*c)),
        row(b, None, QuotationUse(*a), QuotationUse(*c, altered=True)),
        row(c, QuotationUse(*b, altered=True), QuotationUse(*a)),
    ]
    (found,) = utterances(rows)
    assert found.row.article.id == "b-first"
    assert [use.article.id for use in found.uses.values()] == ["a-copy", "c-late"]
    shown = printed(rows)
    assert shown.count("first printed by b-first") == 1
    assert shown.count("Runa Tveit") == 1
    assert shown.index("then a-copy") < shown.index("then c-late") < shown.index("WORDS CHANGED")


def test_nobody_is_first_of_one_day_or_without_dates() -> None:
    a, b = report("a", 12), report("b", 12)
    rows = [row(a, None, QuotationUse(*b)), row(b, None, QuotationUse(*a))]
    assert len(utterances(rows)) == 1
    assert "first printed" not in printed(rows)
    assert "also b" in printed(rows)
    undated = report("a", None), report("b", None)
    rows = [row(undated[0], None, QuotationUse(*undated[1])), row(undated[1], None, QuotationUse(*undated[0]))]
    assert "first printed" not in printed(rows)
    assert printed(rows).count("undated:") == 2


def test_where_only_one_article_is_asked_about_its_source_is_named() -> None:
    a, b = report("a-copy", 12), report("b-first", 10)
    shown = printed([row(a, QuotationUse(*b))])
    assert "first printed by b-first" in shown
    assert "here a-copy" in shown


def test_an_utterance_that_nobody_else_prints_is_listed() -> None:
    assert "printed by" not in printed([row(report("a", 3), None)])
    assert len(utterances([row(report("a", 3), None), row(report("b", 4), None)])) == 2


def test_who_a_speaker_is_is_parted_from_the_name() -> None:
    article, said = report("a", 12)
    shown = printed([row((article, replace(said, affiliation="lock keeper")), None)])
    assert "Runa Tveit (lock keeper)" in shown
    shown = printed([row((article, replace(said, affiliation=" lock\nkeeper ", type="indirect")), None)])
    assert "Runa Tveit (lock keeper) · indirect" in shown
