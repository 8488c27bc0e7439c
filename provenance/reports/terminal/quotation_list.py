"""Quotations for people: who said what, where it is known from first, where it went, and which words changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from provenance.model import QuotationRow, QuotationUse, Span
from provenance.reports import wording
from provenance.reports.characters import line
from provenance.reports.terminal.look import Look, marked, show

if TYPE_CHECKING:
    from rich.console import Console

ROWS, USES = 60, 8


def print_quotes(console: Console, rows: Sequence[QuotationRow], *, limit: int = ROWS, uses: int = USES) -> None:
    """The quotations in the order given, under the article that they are in."""
    from rich.text import Text

    if not rows:
        show(console, Text("No quotations."))
        return
    shown = ""
    for row in rows[:limit]:
        if row.article.id != shown:
            if shown:
                console.print()
            shown = row.article.id
            show(console, Text(line(wording.name(row.article)), "bold"))
            show(console, Text(line(wording.time_words(row.article.published)), "dim"))
        _print_row(console, row, uses)
    if len(rows) > limit:
        console.print()
        show(console, Text(f"{len(rows) - limit:,} more quotations; --format jsonl lists them all.", "dim"))


def _print_row(console: Console, row: QuotationRow, uses: int) -> None:
    from rich.text import Text

    look, quotation = Look.of(console), row.quotation
    console.print()
    show(console, marked(row.article.text, quotation.span, _own_shared(row), look), indent=2)
    speaker = quotation.speaker or "speaker not known"
    if quotation.affiliation:
        speaker += f" ({quotation.affiliation})"
    place = f"{quotation.span.start} to {quotation.span.end}"
    show(console, Text.assemble((line(speaker), "italic"), (f" · {quotation.type} · {place}", "dim")), indent=4)
    if row.first:
        _print_use(console, row.first, "earliest known:" if row.first.article.published else "also in:")
    elif row.later:
        known = "this is the earliest known appearance" if row.article.published else "no earlier appearance is known"
        if row.article.published and not all(use.article.published for use in row.later):
            known = "this is the earliest known appearance of those with a date"
        show(console, Text(known, "dim"), indent=4)
    for use in row.later[:uses]:
        _print_use(console, use, "later:" if use.article.published else "undated:")
    if len(row.later) > uses:
        show(console, Text(f"{len(row.later) - uses:,} further uses", "dim"), indent=4)


def _print_use(console: Console, use: QuotationUse, lead: str) -> None:
    from rich.text import Text

    look = Look.of(console)
    parts = [wording.name(use.article), wording.time_words(use.article.published), use.quotation.type]
    if use.quotation.speaker:
        parts.append(use.quotation.speaker)
    if use.altered:
        parts.append("words changed")
    show(console, Text(line(" · ".join(parts))), indent=4, lead=f"{lead} ")
    words = marked(use.article.text, use.quotation.span, [theirs for _, theirs in use.shared], look)
    show(console, words, indent=6)


def _own_shared(row: QuotationRow) -> list[Span]:
    """The words that the use which is compared first also has: the earliest known one, else an altered later one."""
    compared = row.first or next((use for use in row.later if use.altered), None)
    return [ours for ours, _ in compared.shared] if compared and compared.altered else []
