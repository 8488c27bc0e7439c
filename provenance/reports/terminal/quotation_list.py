"""Quotations for people: who said what, who printed it first, who printed it, too, and which words changed.

An utterance is listed once, with all who print it, at the earliest dated report among the rows; the JSON has a row
for every quotation. Nothing here decides what is one utterance: reports are put together as the rows say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from provenance.model import Article, QuotationRow, QuotationUse, Span
from provenance.model.appearance import precedes
from provenance.reports import public_words, wording
from provenance.reports.characters import line
from provenance.reports.terminal.look import Look, marked, show

if TYPE_CHECKING:
    from rich.console import Console

ROWS, USES = 60, 8

Key = tuple[str, Span]  # an article's id and the place of a quotation in it


@dataclass(slots=True)
class Utterance:
    """One utterance: the row that it is listed by, and the other reports of it by article and place."""

    row: QuotationRow
    uses: dict[Key, QuotationUse] = field(default_factory=dict)


def utterances(rows: Sequence[QuotationRow]) -> list[Utterance]:
    """The rows put together by utterance, in the order of the rows, each report in one of them only.

    A row belongs where its first report is listed; of rows without dates the first one lists the others.
    """
    by_key = {_key(row): row for row in rows}
    found: dict[Key, Utterance] = {}
    taken: dict[Key, Utterance] = {}
    for row in sorted(rows, key=lambda row: row.first is not None):
        key = _key(row)
        if key in taken:
            utterance = taken[key]
        else:
            first = _use_key(row.first) if row.first else None
            home = taken.get(first) if first else None
            utterance = home or found.setdefault(key, Utterance(row))
        taken[key] = utterance
        if utterance.row is not row:
            continue
        for use in ([row.first] if row.first else []) + list(row.later):
            other = _use_key(use)
            if other not in taken:
                taken[other] = utterance
                utterance.uses[other] = use
    order = {key: place for place, key in enumerate(by_key)}
    return [found[key] for key in sorted(found, key=order.__getitem__)]


def _key(row: QuotationRow) -> Key:
    return row.article.id, row.quotation.span


def _use_key(use: QuotationUse) -> Key:
    return use.article.id, use.quotation.span


def print_quotes(console: Console, rows: Sequence[QuotationRow], *, limit: int = ROWS, uses: int = USES) -> None:
    """The utterances in the order of the rows, each with all who print it."""
    from rich.text import Text

    if not rows:
        show(console, Text("No quotations."))
        return
    listed = utterances(rows)
    only = rows[0].article if all(row.article.id == rows[0].article.id for row in rows) else None
    if only is not None:
        show(console, Text(line(wording.name(only)), "bold"))
        show(console, Text(line(wording.time_words(only.published)), "dim"))
        console.print()
    for place, utterance in enumerate(listed[:limit]):
        if place:
            console.print()
        _print_utterance(console, utterance, uses, only)
    if len(listed) > limit:
        console.print()
        more = f"{len(listed) - limit:,} more utterances; --format jsonl lists every quotation."
        show(console, Text(more, "dim"))


def _print_utterance(console: Console, utterance: Utterance, uses: int, only: Article | None) -> None:
    from rich.text import Text

    look, row = Look.of(console), utterance.row
    quotation = row.quotation
    speaker = quotation.speaker or "speaker not known"
    about = f" ({line(quotation.affiliation)})" if quotation.affiliation else ""
    kind = "" if quotation.type == "direct" else f" · {quotation.type}"
    show(console, Text.assemble((line(speaker), "bold"), about, (kind, "dim")))
    show(console, marked(row.article.text, quotation.span, _own_shared(row), look), indent=2)
    others = list(utterance.uses.values())
    known = [use for use in others if use is row.first]
    for use in known:
        _print_use(console, row, use, "first printed by ")
    if only is None or others:
        _print_place(console, row, _lead(row, others))
    rest = [use for use in others if use is not row.first]
    for use in rest[:uses]:
        _print_use(console, row, use, _other_lead(row, use))
    if len(rest) > uses:
        show(console, Text(f"and {len(rest) - uses:,} more", "dim"), indent=4)
    if row.public:
        show(console, Text(line(public_words.occasion_words(row.public)), "dim"), indent=4)


def _lead(row: QuotationRow, others: Sequence[QuotationUse]) -> str:
    """What is said of the article that a row is from: first only among those that have a date."""
    if not others:
        return "printed by "
    if row.article.published is None:
        return "undated: "
    if row.first is not None:
        return "here "
    dated = [use for use in others if use.article.published]
    if not dated:
        return "the only one with a date: "
    return "first printed by " if all(precedes(row.article, use.article) for use in dated) else "printed by "


def _other_lead(row: QuotationRow, use: QuotationUse) -> str:
    if use.article.published is None:
        return "undated: "
    return "then " if precedes(row.first.article if row.first else row.article, use.article) else "also "


def _print_place(console: Console, row: QuotationRow, lead: str) -> None:
    from rich.text import Text

    place = f"at {row.quotation.span.start} to {row.quotation.span.end}"
    parts = [wording.name(row.article), *_date(row.article), place]
    show(console, Text(line(" · ".join(parts))), indent=4, lead=lead)


def _print_use(console: Console, row: QuotationRow, use: QuotationUse, lead: str) -> None:
    from rich.text import Text

    parts = [wording.name(use.article), *_date(use.article)]
    if use.quotation.type != "direct":
        parts.append(use.quotation.type)
    if use.quotation.speaker and use.quotation.speaker != row.quotation.speaker:
        parts.append(use.quotation.speaker)
    if use.altered:
        parts.append("WORDS CHANGED:")
    show(console, Text(line(" · ".join(parts))), indent=4, lead=lead)
    if use.altered or use.quotation.type != row.quotation.type:
        words = marked(use.article.text, use.quotation.span, [theirs for _, theirs in use.shared], Look.of(console))
        show(console, words, indent=6)


def _date(article: Article) -> list[str]:
    return [wording.time_words(article.published)] if article.published else []


def _own_shared(row: QuotationRow) -> list[Span]:
    """The words that the use which is compared first also has: the earliest known one, else an altered later one."""
    compared = row.first or next((use for use in row.later if use.altered), None)
    return [ours for ours, _ in compared.shared] if compared and compared.altered else []
