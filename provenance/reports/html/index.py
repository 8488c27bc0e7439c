"""A list of articles with their verdicts: its rows, how many there are of which kind, and what all come to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from provenance.reports.html.directions import DIRECTIONS, Direction
from provenance.reports.html.sections import Section


@dataclass(frozen=True, slots=True)
class IndexRow:
    """An article in the list; `ways` are those of its links, the most important first. `key` is the id of the part of
    the page that is about it, "" where that is another page."""

    href: str
    key: str
    ways: tuple[Direction, ...]
    title: str
    note: str
    verdict: str
    share: float

    @property
    def directions(self) -> tuple[Direction, ...]:
        """The same as `ways`."""
        return self.ways


class Directed(Protocol):
    """Something that text went one way or another from or to."""

    @property
    def directions(self) -> tuple[Direction, ...]:
        """Every way, the most important first."""


def row(section: Section, href: str, key: str = "") -> IndexRow:
    """The row of an article whose part of a page is at `href`."""
    note = " · ".join(filter(None, (section.article.publisher, "reviewed" if section.reviewed else "")))
    return IndexRow(href, key, section.directions, section.title, note, section.verdict[0], section.share)


def kinds(articles: Sequence[Directed]) -> list[tuple[Direction, int]]:
    """How many articles are linked in which way, for the ways that there are; an article may be in several."""
    counted = Counter(each for article in articles for each in article.directions)
    return [(each, counted[each]) for each in DIRECTIONS if counted[each]]


def summary(articles: Sequence[Directed]) -> str:
    """How many articles are what, each counted once, by what is most important of it."""
    counted = Counter(article.directions[0] for article in articles)
    return "; ".join(f"{counted[each]:,} {each.kind}" for each in DIRECTIONS if counted[each])
