"""Which way text went between the article of a page and another one, told apart by sign, words and shape.

"This article took" and "took from this article" are the two that a reader must never confuse, so each has an arrow, a
heading and a frame of its own; colour says the same a second time. The order here is that of importance.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from provenance.model import Findings, Link


@dataclass(frozen=True, slots=True)
class Direction:
    """A way that text went. `key` names it in style sheets, `short` is printed beside one article, `heading` over
    several, `kind` in a list of articles."""

    key: str
    sign: str
    short: str
    heading: str
    kind: str


TAKEN = Direction("taken", "←", "this article took from it", "What this article took from others", "took from others")
COPY = Direction("copy", "=", "the same text", "Copies of the same text, order not known", "copy, order not known")
GIVEN = Direction("given", "→", "took from this article", "What others took from this article", "taken by others")
COMMON = Direction("common", "Y", "same source", "Articles that used the same source", "shares a source")
OPEN = Direction("open", "?", "open", "Open: who took from whom is not known", "open")
EVENT = Direction("event", "∥", "same event", "Reports of the same event", "same event only")
NOTHING = Direction("nothing", "○", "nothing found", "Nothing found", "nothing found")
REJECTED = Direction("rejected", "×", "rejected", "Rejected by people", "rejected")

DIRECTIONS = (TAKEN, COPY, GIVEN, COMMON, OPEN, EVENT, NOTHING, REJECTED)
_UNDIRECTED = {"near_duplicate": COPY, "common_source": COMMON, "same_event": EVENT}


def direction(link: Link, article: str) -> Direction:
    """The way that text went, as seen from `article`, one of the two of the link."""
    if link.rejected:
        return REJECTED
    if link.derived and link.source:
        return TAKEN if link.derived == article else GIVEN
    return _UNDIRECTED.get(link.relation, OPEN)


def rank(found: Direction) -> int:
    """Its place in the order of importance, 0 for the most important."""
    return DIRECTIONS.index(found)


def most_important(findings: Findings) -> Direction:
    """What is to be said of an article first; links that people rejected say nothing."""
    found = (direction(link, findings.article.id) for link in findings.links if not link.rejected)
    return min(found, key=rank, default=NOTHING)


def directions(findings: Findings) -> tuple[Direction, ...]:
    """Every way that an article is linked, the most important first; `NOTHING` alone where there is none."""
    found = {direction(link, findings.article.id) for link in findings.links if not link.rejected}
    return tuple(sorted(found, key=rank)) or (NOTHING,)


def by_importance(links: Iterable[Link], article: str) -> list[Link]:
    """The links of an article, the most important way first, and in their given order within each."""
    return sorted(links, key=lambda link: rank(direction(link, article)))
