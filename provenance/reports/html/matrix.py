"""Who takes from whom, as a table of publishers whose cells are the darker the more links they have.

Of many publishers those with most links are shown, and how many links the others have is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import log

from provenance.model.lists import PublisherCell
from provenance.reports import wording

MOST = 16  # publishers of each side: so many columns of names fit a page
LEVELS = 5
UNKNOWN = "publisher not known"


@dataclass(frozen=True, slots=True)
class Cell:
    """How many links say that `taker` took from `source`; `level` is 0 for none, up to `LEVELS`. `own`: it is one
    publisher's. `name` is what the source is called."""

    source: str | None
    taker: str | None
    name: str
    links: int
    level: int
    own: bool


@dataclass(frozen=True, slots=True)
class Matrix:
    """Columns are `sources`; each of `rows` is a publisher with its cells, those that took most first. `left_out` is
    a sentence, "" where everything is shown."""

    sources: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    left_out: str


def matrix(cells: Iterable[PublisherCell], most: int = MOST) -> Matrix:
    """The table of the publishers with most links, at most `most` on each side."""
    known = {(cell.source, cell.taker): cell.links for cell in cells if cell.links}
    given: Counter[str | None] = Counter()
    taken: Counter[str | None] = Counter()
    for (source, taker), links in known.items():
        given[source] += links
        taken[taker] += links
    sources, takers = _most(given, most), _most(taken, most)
    largest = max(known.values(), default=1)
    rows = tuple(
        (_name(taker), tuple(_cell(source, taker, known.get((source, taker), 0), largest) for source in sources))
        for taker in takers
    )
    return Matrix(tuple(map(_name, sources)), rows, _left_out(known, set(sources), set(takers)))


def _cell(source: str | None, taker: str | None, links: int, largest: int) -> Cell:
    level = 0 if not links else 1 + round((LEVELS - 1) * log(links) / log(largest)) if largest > 1 else LEVELS
    return Cell(source, taker, _name(source), links, level, source == taker)


def _most(counted: Counter[str | None], most: int) -> list[str | None]:
    return sorted(counted, key=lambda name: (-counted[name], name is None, name or ""))[:most]


def _left_out(
    known: dict[tuple[str | None, str | None], int], sources: set[str | None], takers: set[str | None]
) -> str:
    further = {name for pair in known for name in pair} - sources - takers
    hidden = sum(links for (source, taker), links in known.items() if source not in sources or taker not in takers)
    if not hidden:
        return ""
    others = f"{wording.count(len(further), 'further publisher')} and " if further else ""
    return f"Not in this table: {others}{wording.count(hidden, 'link')}, of publishers with fewer links."


def _name(publisher: str | None) -> str:
    return publisher or UNKNOWN
