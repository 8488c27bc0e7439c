"""The labelled news articles (`newsroom`, `basil`) as input rows and gold, and archives of them in worse states.

An article's id is its event and its role there ("d07-WU1"); a pair belongs to the family of the role that was made
from something. Translations (X1, X2) are archived with the others and no pair of theirs is scored.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]

TRANSLATIONS = ("X1", "X2")


@dataclass(frozen=True, slots=True)
class Pair:
    """Gold of two articles of one event, `a` < `b`: `relation` is "derived", "common_source" or "independent".

    `source` and `direct` are set for "derived", `sources` for "common_source".
    """

    event: str
    a: str
    b: str
    relation: str
    source: str | None = None
    direct: bool = False
    sources: frozenset[str] = frozenset()

    @property
    def derived(self) -> str | None:
        """The article that was made from the other."""
        return None if self.source is None else self.b if self.source == self.a else self.a

    @property
    def family(self) -> str:
        """The role of the derived article."""
        return role(self.derived or "")


@dataclass(frozen=True, slots=True)
class Newsroom:
    """Input rows of the articles and gold of their pairs, both in the order of their ids."""

    rows: tuple[Row, ...]
    gold: tuple[Pair, ...]

    @property
    def events(self) -> list[str]:
        """The events, ascending."""
        return sorted({event_of(row) for row in self.rows})

    def only(self, events: Collection[str]) -> Newsroom:
        """The articles and the gold of these events."""
        rows = tuple(row for row in self.rows if event_of(row) in events)
        return Newsroom(rows, tuple(pair for pair in self.gold if pair.event in events))

    def keeping(self, kept: Callable[[Row], bool]) -> Newsroom:
        """The articles for which `kept` holds, and the gold of pairs that are still complete."""
        rows = tuple(row for row in self.rows if kept(row))
        ids = {row["id"] for row in rows}
        return Newsroom(rows, tuple(pair for pair in self.gold if pair.a in ids and pair.b in ids))

    def undated(self) -> Newsroom:
        """The same without any date."""
        return Newsroom(tuple({**row, "published": None} for row in self.rows), self.gold)

    def halved(self, seed: int) -> Newsroom:
        """Half of each event's articles, drawn at random; of an odd number the larger half stays."""
        chance, kept = random.Random(seed), set[str]()
        for event in self.events:
            ids = [row["id"] for row in self.rows if event_of(row) == event]
            kept.update(chance.sample(ids, (len(ids) + 1) // 2))
        return self.keeping(lambda row: row["id"] in kept)


def role(name: str) -> str:
    """What an article is in its event: "A1", "WU2" ..."""
    return name.rpartition("-")[2]


def event_of(row: Row) -> str:
    """The event of an article: BASIL names it, of "d01-A1" it is "d01"."""
    return str(row.get("event") or row["id"].rpartition("-")[0])


def load_newsroom(data: Path, *, translations: bool = False) -> Newsroom:
    """`newsroom`; its gold has pairs of translations only where they are asked for."""
    rows = _rows(data / "newsroom" / "articles.jsonl")
    gold = (_pair(row) for row in _rows(data / "newsroom" / "gold.jsonl"))
    scored = (pair for pair in gold if translations or not {role(pair.a), role(pair.b)} & set(TRANSLATIONS))
    return Newsroom(_by_id(rows), tuple(sorted(scored, key=lambda pair: (pair.a, pair.b))))


def load_basil(data: Path) -> Newsroom:
    """`basil`, every pair of one event as independent: nearly every assertion of a source is false there."""
    rows = _by_id(_rows(data / "basil" / "articles.jsonl"))
    events: dict[str, list[str]] = {}
    for row in rows:
        events.setdefault(event_of(row), []).append(row["id"])
    pairs = [
        Pair(event, a, b, "independent")
        for event, ids in sorted(events.items())
        for place, a in enumerate(ids)
        for b in ids[place + 1 :]
    ]
    return Newsroom(rows, tuple(pairs))


def folds(events: Sequence[str], count: int) -> list[frozenset[str]]:
    """The events in `count` parts of about one size."""
    return [frozenset(events[start::count]) for start in range(count)]


def _pair(row: Row) -> Pair:
    if row["relation"] == "derived":
        a, b = sorted((row["source"], row["derived"]))
        return Pair(row["event"], a, b, "derived", row["source"], row["direct"])
    a, b = sorted((row["a"], row["b"]))
    return Pair(row["event"], a, b, row["relation"], sources=frozenset(row.get("sources", ())))


def _by_id(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=lambda row: str(row["id"])))


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]
