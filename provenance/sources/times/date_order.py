"""One order of day and month for a file: "03/04/2025" is 3 April where another row has "13/01/2025".

Rows are looked over a second time, and only where one of them has a date that could be two days; what cannot be read
twice (standard input) is held back until its end, up to a limit. Where a file shows no order, or both, nothing is
chosen: the rows keep no date and say so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from provenance.model import Article, SkippedInput
from provenance.sources.assembly import UNREADABLE, dated

if TYPE_CHECKING:
    from provenance.sources.readers import Request
    from provenance.sources.times.timestamps import DateOrder

HELD = 100_000_000  # characters of texts that are held back; 20,000 articles
AMBIGUOUS = "date-ambiguous"
_WORDS: Mapping[str, str] = {"day-first": "day first", "month-first": "month first"}


class ReadRow(NamedTuple):
    """What one row gave, and the order of day and month that its dates show."""

    result: Article | SkippedInput
    shown: DateOrder | None = None


def in_one_order(
    rows: Iterable[ReadRow], again: Callable[[], Iterator[ReadRow]] | None = None
) -> Iterator[Article | SkippedInput]:
    """The result of every row, in their order; dates that could be two days are read in the order of the file.

    `again` gives the rows once more, from the first.
    """
    following = iter(rows)
    seen: set[DateOrder] = set()
    for row in following:
        if row.shown:
            seen.add(row.shown)
        if not _unclear(row.result):
            yield row.result
            continue
        held = [row.result]
        if again is not None:
            seen.update(each.shown for each in again() if each.shown)
        else:
            held.extend(_held_back(following, seen))
        order = next(iter(seen)) if len(seen) == 1 else None
        for result in held:
            yield _settled(result, order)
        for later in following:
            yield _settled(later.result, order)


def without_clues(request: Request) -> Request:
    """The request for a second reading, of which only the dates are looked at."""
    return replace(request, spread=None, settings=replace(request.settings, guess=False))


def _held_back(rows: Iterator[ReadRow], seen: set[DateOrder]) -> Iterator[Article | SkippedInput]:
    size = 0
    for row in rows:
        if row.shown:
            seen.add(row.shown)
        yield row.result
        size += len(row.result.text) if isinstance(row.result, Article) else 100
        if size > HELD:
            return


def _unclear(result: Article | SkippedInput) -> bool:
    return isinstance(result, Article) and bool(result.notes) and any(note.kind == AMBIGUOUS for note in result.notes)


def _settled(result: Article | SkippedInput, order: DateOrder | None) -> Article | SkippedInput:
    """The result with its dates read in this order."""
    if order is None or not isinstance(result, Article) or not _unclear(result):
        return result
    values = {
        field: result.metadata[UNREADABLE + field]
        for field in ("published", "modified")
        if UNREADABLE + field in result.metadata
    }
    times, unread = dated(values, order=order)
    metadata = {key: value for key, value in result.metadata.items() if key.removeprefix(UNREADABLE) not in times}
    guesses = {key: how for key, how in result.guesses.items() if key not in times}
    guesses |= dict.fromkeys(times, f"{_WORDS[order]}, as other dates of the file are")
    return replace(
        result,
        published=times.get("published", result.published),
        modified=times.get("modified", result.modified),
        metadata=metadata,
        guesses=guesses,
        notes=tuple(note for note in result.notes if note.kind != AMBIGUOUS or unread),
    )
