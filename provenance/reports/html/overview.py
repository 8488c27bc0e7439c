"""The first page of an archive in words: figures, sentences with links, the matrix, and what was not looked at."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.model import Link
from provenance.model.overview import Overview
from provenance.reports import verdicts, wording
from provenance.reports.html.directions import COMMON, COPY, OPEN, TAKEN, Direction
from provenance.reports.html.matrix import Matrix, matrix
from provenance.reports.naming import Naming

WAYS: dict[str, tuple[Direction, str]] = {
    "derived": (TAKEN, "Took from another article"),
    "near_duplicate": (COPY, "The same text"),
    "common_source": (COMMON, "Used the same source"),
    "undetermined": (OPEN, "Open"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A link in a sentence: `a` and `b` are the ids of its articles, what took from the other first; `when` is the
    date of the later one."""

    sentence: str
    a: str
    b: str
    when: str


@dataclass(frozen=True, slots=True)
class Group:
    """Links of one relation; `total` counts all of them."""

    key: str
    way: Direction
    heading: str
    lines: tuple[Line, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Front:
    """What the page shows. `figures` are counts with their words; `gaps` are sentences on what was not looked at."""

    figures: tuple[tuple[str, str], ...]
    groups: tuple[Group, ...]
    waiting: tuple[Line, ...]
    more_waiting: int
    matrix: Matrix
    gaps: tuple[str, ...]


def front(overview: Overview) -> Front:
    """The page of an overview."""
    counts = overview.counts
    groups = tuple(
        Group(key, *WAYS[key], tuple(_line(link, overview) for link in links), counts.relations.get(key, 0))
        for key, links in overview.newest
    )
    return Front(
        tuple(_figures(overview)),
        groups,
        tuple(_line(link, overview) for link in overview.waiting),
        max(counts.unreviewed - len(overview.waiting), 0),
        matrix(overview.matrix),
        tuple(_gaps(overview)),
    )


def _line(link: Link, overview: Overview) -> Line:
    names = Naming.of(overview.articles[name] for name in link.named if name in overview.articles)
    times = [overview.articles[name].published for name in (link.a, link.b) if name in overview.articles]
    last = max((time for time in times if time), key=lambda time: time.earliest, default=None)
    first, second = (link.derived, link.source) if link.derived and link.source else (link.a, link.b)
    return Line(verdicts.sentence(link, names), first, second, wording.short_time(last))


def _figures(overview: Overview) -> list[tuple[str, str]]:
    counts = overview.counts
    taken = counts.relations.get("derived", 0)
    rows: list[tuple[int, str, str | None]] = [
        (counts.articles, "article", None),
        (counts.publishers, "publisher", None),
        (taken, "link that says who took from whom", "links that say who took from whom"),
        (counts.relations.get("near_duplicate", 0), "near duplicate", None),
        (counts.relations.get("common_source", 0), "pair with the same source", "pairs with the same source"),
        (counts.relations.get("undetermined", 0), "open link", None),
        (counts.confirmed, "link confirmed by people", "links confirmed by people"),
        (counts.rejected, "link rejected by people", "links rejected by people"),
    ]
    said = [(f"{row[0]:,}", wording.count(row[0], *row[1:]).partition(" ")[2]) for row in rows if row[0]]
    return said or [("0", "articles")]


def _gaps(overview: Overview) -> list[str]:
    gaps = []
    unaudited = overview.counts.unaudited
    if not overview.settled:
        gaps.append("An audit has begun and not ended: until it has, links are missing or not judged.")
    if unaudited:
        gaps.append(f"No audit has looked at {wording.count(unaudited, 'article')}: `provenance audit` does.")
    gaps += wording.cut_off_words(*overview.left_uncompared)
    gaps.append("Nothing outside the archive was looked at.")
    return gaps
