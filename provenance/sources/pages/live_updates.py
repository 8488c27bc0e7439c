"""The updates of a live page with their times, and where their words are in the text that was read of the page.

A live page is published with its first update: each later one has a time of its own, in the page's JSON-LD or in a
time element beside its words. What of the text is in no update keeps the dates of the page. Nothing here decides
which words are the story.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from provenance.model import Article, PublicationTime, Span
from provenance.model.dated_parts import UPDATE_TIMES, written_parts
from provenance.model.live_pages import LIVE_PAGE, is_live
from provenance.sources.pages.linked_data import linked_article
from provenance.sources.pages.linked_story import linked_updates
from provenance.sources.pages.page_blocks import blocks
from provenance.sources.pages.page_date_words import BESIDE
from provenance.sources.times.timestamps import parse_time

MOST_TIMES = 5000  # time elements of a page; the longest live page at hand has 900 updates
LEAST_LINE = 12  # characters without blanks: "Good morning" may be said in several updates
# A page that does not call itself live is one where so many updates, and this part of its text, have times.
LEAST_UPDATES, MOSTLY = 3, 0.5
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Update:
    """The words of one update, a line for each block, and when it was published."""

    text: str
    time: PublicationTime


def with_update_times(article: Article, tree: Any) -> Article:
    """The article of a page with the times of its updates in its metadata, where it is a live page that has them."""
    linked = linked_article(tree)
    kind = _live_kind(linked)
    if kind is not None:
        article = replace(article, metadata={**article.metadata, LIVE_PAGE: kind})
    found = sorted((*_linked(linked), *_shown(tree)), key=lambda update: update.time.latest)
    parts = dated_parts(article.text, found)
    if not parts:
        return article
    covered = sum(span.length for span, _ in parts)
    times = {time.latest for _, time in parts}
    several = len(times) >= LEAST_UPDATES and covered >= MOSTLY * article.body.length
    if not (several or (is_live(article) and len(times) > 1)):
        return article
    return replace(article, metadata={**article.metadata, UPDATE_TIMES: written_parts(parts)})


def dated_parts(text: str, updates: Iterable[Update]) -> list[tuple[Span, PublicationTime]]:
    """Where the lines of the updates, the earliest first, are in the text: ascending, disjoint.

    A line of two updates is the earlier one's. Neighbouring lines of one update are one part.
    """
    packed, offsets = _packed(text)
    lines: list[tuple[Span, PublicationTime]] = []
    taken: set[int] = set()
    for update in updates:
        for line in update.text.split("\n"):
            wanted = _BLANKS.sub("", line)
            place = packed.find(wanted) if len(wanted) >= LEAST_LINE else -1
            while place in taken:
                place = packed.find(wanted, place + 1)
            if place >= 0:
                taken.add(place)
                lines.append((Span(offsets[place], offsets[place + len(wanted) - 1] + 1), update.time))
    return _joined(sorted(lines, key=lambda part: part[0]), text)


def _packed(text: str) -> tuple[str, Sequence[int]]:
    """The text without blanks, and where each of its characters was."""
    offsets = [place for place, sign in enumerate(text) if not sign.isspace()]
    return "".join(text[place] for place in offsets), offsets


def _joined(lines: Sequence[tuple[Span, PublicationTime]], text: str) -> list[tuple[Span, PublicationTime]]:
    parts: list[tuple[Span, PublicationTime]] = []
    for span, time in lines:
        if parts and span.start < parts[-1][0].end:
            continue
        if parts and parts[-1][1] == time and not text[parts[-1][0].end : span.start].strip():
            parts[-1] = Span(parts[-1][0].start, span.end), time
        else:
            parts.append((span, time))
    return parts


def _live_kind(linked: Mapping[str, Any]) -> str | None:
    kinds = linked.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return "LiveBlogPosting in JSON-LD" if any("LiveBlogPosting" in str(kind) for kind in listed) else None


def _linked(linked: Mapping[str, Any]) -> Iterator[Update]:
    for each in linked_updates(linked):
        time = parse_time(each.published, "time of its update") if each.published else None
        if time is not None and time.precision in ("second", "minute"):
            yield Update(each.text, time)


def _shown(tree: Any) -> Iterator[Update]:
    """The largest elements with one time of day in them, and their words."""
    times: dict[Any, PublicationTime] = {}
    for element in islice(tree.iter("time"), MOST_TIMES):
        time = parse_time((element.get("datetime") or "")[:100], "time of its update")
        if time is not None and time.precision in ("second", "minute"):
            times[element] = time
    if len({time.latest for time in times.values()}) < 2:
        return
    held: Counter[Any] = Counter()
    for element in times:
        held.update(element.iterancestors())
    for element, time in times.items():
        box = element
        for parent in element.iterancestors():
            if held[parent] > 1 or not isinstance(parent.tag, str) or parent.tag in ("body", "html"):
                break
            box = parent
        if box is not element and not _talk(box):
            yield Update("\n".join(block.text for block in blocks(box)), time)


def _talk(box: Any) -> bool:
    """Whether an element is a comment or a teaser of another story."""
    around = (box, *box.iterancestors())
    return any(
        each.tag in ("aside", "footer", "nav")
        or (each.tag not in ("html", "body") and BESIDE.search(f"{each.get('class')} {each.get('id')}") is not None)
        for each in around
        if isinstance(each.tag, str)
    )
