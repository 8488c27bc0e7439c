"""The links that people's words change, ready to take their places in any list of links.

Only these are read; all others are listed as they are recorded. What is found holds until anybody writes into the
archive (`ArchiveMoment`), so whoever asks often keeps it (`KeptLinks`).
"""

from __future__ import annotations

import json
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from provenance.audit.reviews import Reviews
from provenance.lineage.limits import at_confidence
from provenance.model import Link
from provenance.store import Store
from provenance.store.browsing.link_columns import listed_columns
from provenance.store.browsing.link_pages import COLUMNS, LinkPages

PORTION = 500  # links with their passages in memory at a time
# Of the archive: those of its articles and of its links, the newest, and two before, which some pages still read.
MOST_STATES = 5
MOST_COUNTED = 500  # numbers that are kept at a time; the sets of articles among them are seven at most
Value = TypeVar("Value")
FIRST = COLUMNS.index("relation")
LAST = COLUMNS.index("passages")


@dataclass(frozen=True, slots=True)
class LaidLinks:
    """Links with what people said laid over them, without passages and evidence, by the ids of A and B.

    `judgements` are those that they take the place of, `rows` is what `LinkPages.laid` is handed.
    """

    links: dict[tuple[str, str], Link] = field(default_factory=dict)
    judgements: tuple[int, ...] = ()
    rows: str = "[]"


def laid_links(store: Store, least: float) -> LaidLinks:
    """The links whose place in lists, or whose look there, people's words change; at the reporting confidence."""
    reviews = Reviews(store)
    if not reviews:
        return LaidLinks()
    pages = store.link_pages
    links: dict[tuple[str, str], Link] = {}
    judgements: list[int] = []
    rows: list[list[Any]] = []
    reviewed = pages.of_pairs(reviews.pairs)
    for judgement, columns, recorded in _links(store, pages, sorted({*reviewed, *_ruled(pages, reviews)})):
        known = at_confidence(recorded, least)
        laid = reviews.over(known)
        if laid == known:
            continue
        judgements.append(judgement)
        links[laid.a, laid.b] = replace(laid, passages=(), evidence=())
        rows.append(_row(columns, laid))
    present = [*links, *((link.a, link.b) for _, _, link in _links(store, pages, reviewed))]
    for lost in reviews.lost(present):
        links[lost.a, lost.b] = lost
        rows.append(_row(_ends(store, lost), lost))
    return LaidLinks(links, tuple(judgements), json.dumps(rows))


def _ruled(pages: LinkPages, reviews: Reviews) -> Iterator[int]:
    """The judgements of links that a word about two publishers or a set phrase may be about."""
    for a, b in pages.publisher_pairs() if reviews.speak_of_publishers else ():
        if reviews.are_named(a, b):
            yield from pages.of_publishers(a, b)
    if reviews.phrase_holders:
        yield from pages.of_articles(reviews.phrase_holders)


def _links(store: Store, pages: LinkPages, judgements: list[int]) -> Iterator[tuple[int, tuple[Any, ...], Link]]:
    """The links of these judgements with their passages, and their COLUMNS."""
    for start in range(0, len(judgements), PORTION):
        portion = judgements[start : start + PORTION]
        columns = pages.rows(portion)
        for judgement, link in store.links.of_judgements(portion).items():
            yield judgement, columns[judgement], link


def _row(columns: tuple[Any, ...], laid: Link) -> list[Any]:
    """The columns as people's words leave them, with the verdict and whether anything was said of the link."""
    said = listed_columns(laid)[:-2]  # which passages it has stays as it is recorded
    verdict = laid.review.verdict if laid.review else None
    return [*columns[:FIRST], *said, *columns[LAST - 1 :], verdict, int(laid.review is not None)]


def _ends(store: Store, link: Link) -> tuple[Any, ...]:
    """COLUMNS of a link that is not recorded any more."""
    known = store.article_pages.columns_of((link.a, link.b))
    a, b = known[link.a], known[link.b]
    earliest = [time for time in (a[2], b[2]) if time is not None]
    latest = [time for time in (a[3], b[3]) if time is not None]
    return (
        *(None, a[0], b[0]),
        *listed_columns(link),
        *(a[1], b[1], max(earliest, default=None), min(latest, default=None)),
    )


class KeptLinks:
    """Laid links, and numbers that take long to count, found once and used until the archive changes.

    Several threads may ask: one finds, the others wait for it. While an audit writes, the archive changes every
    second and fifty readers ask for the same numbers. Nothing is used of another state of the archive.
    """

    def __init__(self) -> None:
        self._states: OrderedDict[Hashable, dict[Hashable, Any]] = OrderedDict()
        self._finding: dict[Hashable, threading.Lock] = {}
        self._lock = threading.Lock()

    def of(self, store: Store, least: float) -> LaidLinks:
        """The laid links of the archive as it is now; the caller holds a snapshot."""
        if not store.reviewed:
            return LaidLinks()
        return self.counted(store, least, "laid links", lambda: laid_links(store, least))

    def pages(self, store: Store, least: float) -> LinkPages:
        """The pages of links; names of publishers are read once for each state of the articles."""
        return store.link_pages.knowing(lambda: self.publishers(store, least))

    def publishers(self, store: Store, least: float) -> dict[str, int]:
        """How many articles each publisher has, by name; those without one under ""."""
        return self.counted(store, least, "publishers", store.article_pages.publishers, of_articles=True)

    def counted(
        self,
        store: Store,
        least: float,
        what: Hashable,
        count: Callable[[], Value],
        *,
        of_articles: bool = False,
        of_links: bool = False,
    ) -> Value:
        """What `count` gives, asked once for `what` of the archive as it is now; the caller holds a snapshot. What is
        said of articles alone, `of_articles`, holds whatever an audit writes; what is said of links as they are
        recorded, `of_links`, whatever people say and audits look at. Reading all links takes longest: while one
        person reviews, every other would wait for it."""
        moment: Hashable
        if of_articles:
            moment = store.article_moment()
        else:
            moment = (store.link_moment() if of_links else store.moment(), store.links.record, least, of_links)
        with self._lock:
            finding = self._finding.setdefault((moment, what), threading.Lock())
        with finding:
            try:
                known = self._of_state(moment)
                if what not in known:
                    known[what] = count()
                value: Value = known[what]
            finally:
                with self._lock:
                    self._finding.pop((moment, what), None)
            return value

    def _of_state(self, moment: Hashable) -> dict[Hashable, Any]:
        """What is known of one state of the archive; the states that were asked for last are kept."""
        with self._lock:
            known = self._states.setdefault(moment, {})
            if len(known) >= MOST_COUNTED:
                known = self._states[moment] = {}
            self._states.move_to_end(moment)
            while len(self._states) > MOST_STATES:
                self._states.popitem(last=False)
            return known
