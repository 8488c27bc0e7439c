"""Parts of an article that have a time of their own: the updates of a live page.

They are kept in the article's metadata under `UPDATE_TIMES` (and under `EARLIER_TIMES` what an earlier version of an
article had that was changed since, with the date of that version), in a form that people can read: start and end in
the text (as offsets everywhere) and the time, parts apart by semicolons. What is not of that form says nothing.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from provenance.model.articles import Article, PublicationTime
from provenance.model.text_parts import Span

UPDATE_TIMES, EARLIER_TIMES = "update_times", "earlier_times"
MOST_PARTS = 5000
HOW = "time of its update"
_ZONE = re.compile(r"[0-9](?:Z|[+-][0-9:]{4,5})\Z")
_PART = re.compile(r"([0-9]{1,9})-([0-9]{1,9}) ([0-9T:+-]{19,25})(?:; ?|\Z)")


def written_parts(parts: Iterable[tuple[Span, PublicationTime]]) -> str:
    """The value of the key for these parts, ascending."""
    found = [(span.start, span.end, _written(time)) for span, time in parts]
    return "; ".join(f"{start}-{end} {written}" for start, end, written in sorted(found)[:MOST_PARTS])


def _written(time: PublicationTime) -> str:
    """In Greenwich's time; without a zone where the time has none."""
    moment = datetime.fromtimestamp(time.latest, UTC)
    zoned = _ZONE.search(time.written) is not None
    return (moment if zoned else moment.replace(tzinfo=None)).isoformat(timespec="seconds")


def time_of(article: Article, spans: Sequence[Span]) -> PublicationTime | None:
    """The date to name for the words at `spans`: that of the only update that holds them, else the article's."""
    holding = {time for part, time in parts_of(article) if any(span.overlap(part) for span in spans)}
    return holding.pop() if len(holding) == 1 else article.published


def parts_of(article: Article) -> tuple[tuple[Span, PublicationTime], ...]:
    """The dated parts of an article, ascending; none where no part has a time of its own."""
    written = article.metadata.get(UPDATE_TIMES)
    return _parts(written, len(article.text)) if written else ()


def earlier_parts_of(article: Article) -> tuple[tuple[Span, PublicationTime], ...]:
    """What an earlier version had, each with the date by which it was there; none where no such version is known."""
    written = article.metadata.get(EARLIER_TIMES)
    return _parts(written, len(article.text)) if written else ()


@functools.lru_cache(maxsize=64)
def _parts(written: str, length: int) -> tuple[tuple[Span, PublicationTime], ...]:
    found: list[tuple[Span, PublicationTime]] = []
    place = 0
    while place < len(written) and len(found) < MOST_PARTS:
        part = _PART.match(written, place)
        if part is None:
            return ()
        place = part.end()
        start, end = int(part[1]), int(part[2])
        try:
            moment = datetime.fromisoformat(part[3])
        except ValueError:
            return ()
        if not start < end <= length:
            return ()
        seconds = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
        found.append((Span(start, end), PublicationTime(part[3], "second", seconds, seconds, HOW)))
    return tuple(found)
