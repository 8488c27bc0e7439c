"""Gold relations of pairs of articles: the form in which people write down who took what from whom.

One JSON object a line. Lines of other files of this kind are read as well: further keys are ignored. Whatever is
wrong is named with its line; nothing is guessed. Nothing here looks at a text or at what the program says.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from provenance.errors import UnreadableInput

GoldRelation = Literal[
    "derived", "near_duplicate", "common_source", "mixed_common_source", "hidden_common_source", "same_event",
    "independent",
]  # fmt: skip
RELATIONS: tuple[GoldRelation, ...] = (
    "derived", "near_duplicate", "common_source", "mixed_common_source", "hidden_common_source", "same_event",
    "independent",
)  # fmt: skip
NOTHING_TAKEN: tuple[GoldRelation, ...] = ("same_event", "independent")
FORM = (
    'a line is a JSON object with "relation": "derived" with the ids "derived" and "source", or another ('
    + ", ".join(f'"{relation}"' for relation in RELATIONS[1:])
    + ') with the ids "a" and "b"; see `provenance evaluate links --help`'
)

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class GoldLink:
    """What is known of two articles, `a` < `b`. `source` is set when one derives from the other or is known to be
    the original of two copies, `sources` when archived third articles are what both draw on. `direct` is False where
    the source was used through other articles only. `line` is where it was read, 0 where that is not known."""

    a: str
    b: str
    relation: GoldRelation
    source: str | None = None
    sources: frozenset[str] = frozenset()
    direct: bool = True
    line: int = 0

    @property
    def derived(self) -> str | None:
        """The article that derives from `source`, or is a copy of it."""
        return None if self.source is None else self.b if self.source == self.a else self.a

    @property
    def ids(self) -> frozenset[str]:
        """Every article that the relation names."""
        return frozenset((self.a, self.b, *self.sources))

    @property
    def says(self) -> tuple[object, ...]:
        """What is said of the pair, wherever it was read."""
        return self.relation, self.source, self.sources, self.direct


def read_gold_file(path: Path) -> tuple[GoldLink, ...]:
    """The relations of a file, ascending by pair, each once; UnreadableInput names file, line and what is wrong."""
    if not path.is_file():
        raise UnreadableInput(f"{path}: there is no such file; name one of JSON lines, such as corpus/gold.jsonl")
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, ValueError) as error:
        raise UnreadableInput(f"{path} is no file of JSON lines: {error}") from error
    rows = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    if not rows:
        raise UnreadableInput(f"{path} is empty; {FORM}")
    try:
        return _in_order(_gold_link(_parsed(line, number), number) for number, line in rows)
    except UnreadableInput as problem:
        raise UnreadableInput(f"{path}: {problem}") from problem


def read_gold(rows: Iterable[Row]) -> tuple[GoldLink, ...]:
    """The same from parsed lines."""
    return _in_order(_gold_link(row, number) for number, row in enumerate(rows, 1))


def archived(gold: Sequence[GoldLink], ids: Collection[str]) -> tuple[GoldLink, ...]:
    """The relations of which both articles are among `ids`.

    A common source that is not among them is hidden. Raises UnreadableInput where no relation is left.
    """
    ids = frozenset(ids)
    known = [
        GoldLink(each.a, each.b, _as_archived(each, ids), each.source, each.sources & ids, each.direct, each.line)
        for each in gold
        if each.a in ids and each.b in ids
    ]
    if not known:
        named = {name for each in gold for name in each.ids}
        unknown = sorted(named - set(ids))
        theirs = _some(sorted(ids)) or "nothing, because it is empty"
        raise UnreadableInput(
            f"the gold names {len(named):,} articles, {len(unknown):,} of which are not archived ({_some(unknown)}), "
            f"and no relation of two that are; the archive's ids read like {theirs}"
        )
    return tuple(known)


def unknown_ids(gold: Iterable[GoldLink], ids: Collection[str]) -> list[str]:
    """The ids that gold names and that are not among `ids`, ascending."""
    return sorted({name for each in gold for name in each.ids} - set(ids))


def groups(gold: Iterable[GoldLink]) -> dict[str, str]:
    """Article -> the first id of its group: articles that gold relations join, directly or through others."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for link in gold:
        for other in (link.b, *sorted(link.sources)):
            one, two = sorted((root(link.a), root(other)))
            parent[two] = one
    return {name: root(name) for name in sorted(parent)}


def thread_numbers(gold: Sequence[GoldLink]) -> dict[str, int]:
    """Article -> a number that all articles of its group have in common, evenly spread."""
    return {name: int(hashlib.sha256(first.encode()).hexdigest(), 16) for name, first in groups(gold).items()}


def halves(gold: Sequence[GoldLink]) -> dict[str, int]:
    """Article -> 0 (develop on) or 1 (report): whole groups, by the SHA-256 of a group's first id."""
    return {name: number % 2 for name, number in thread_numbers(gold).items()}


def _as_archived(gold: GoldLink, ids: Collection[str]) -> GoldRelation:
    lost = gold.relation == "common_source" and not any(name in ids for name in gold.sources)
    return "hidden_common_source" if lost else gold.relation


def _in_order(links: Iterable[GoldLink]) -> tuple[GoldLink, ...]:
    """Each pair once, ascending; two lines that disagree about one are an UnreadableInput."""
    found: dict[tuple[str, str], GoldLink] = {}
    for link in links:
        before = found.setdefault((link.a, link.b), link)
        if before.says != link.says:
            raise UnreadableInput(
                f"gold lines {before.line} and {link.line} say different things of {link.a} and {link.b}: "
                f"{before.relation} and {link.relation}"
            )
    return tuple(found[pair] for pair in sorted(found))


def _parsed(line: str, number: int) -> Row:
    try:
        row: Row = json.loads(line)
    except ValueError as error:
        raise UnreadableInput(f"gold line {number} is no JSON ({error}); {FORM}") from error
    return row


def _gold_link(row: Row, number: int) -> GoldLink:
    if not isinstance(row, Mapping):
        raise _wrong(number, f"it is {str(row)[:40]!r}")
    relation: GoldRelation = row.get("relation", "")
    if relation not in RELATIONS:
        raise _wrong(number, f'its "relation" is {relation!r}' if "relation" in row else 'it has no "relation"')
    ends = ("derived", "source") if relation == "derived" else ("a", "b")
    one, two = (_id(row, key, number) for key in ends)
    if one == two:
        raise _wrong(number, f"{ends[0]} and {ends[1]} are the same article, {one}")
    a, b = sorted((one, two))
    if relation == "derived":
        direct = row.get("direct", True)
        if not isinstance(direct, bool):
            raise _wrong(number, f'its "direct" is {direct!r}, neither true nor false')
        return GoldLink(a, b, relation, two, direct=direct, line=number)
    if relation == "near_duplicate":
        source = None if row.get("source") is None else _id(row, "source", number)
        if source not in (None, a, b):
            raise _wrong(number, f'its "source", {source}, is neither of the two copies')
        return GoldLink(a, b, relation, source, line=number)
    sources = _sources(row, number)
    if relation in NOTHING_TAKEN:
        return GoldLink(a, b, relation, line=number)
    if relation == "common_source" and not sources:
        relation = "hidden_common_source"
    return GoldLink(a, b, relation, sources=sources - {a, b}, line=number)


def _sources(row: Row, number: int) -> frozenset[str]:
    given = row.get("sources") or ()
    if isinstance(given, str) or not isinstance(given, Sequence):
        raise _wrong(number, f'its "sources" are {given!r}, no list of ids')
    named = [*given, *([row["common_source"]] if row.get("common_source") else [])]
    return frozenset(_id({"sources": name}, "sources", number) for name in named)


def _id(row: Row, key: str, number: int) -> str:
    value = row.get(key)
    if isinstance(value, bool) or not isinstance(value, str | int) or value == "":
        raise _wrong(number, f'it has no "{key}"' if value is None else f'its "{key}" is {value!r}, no id')
    return str(value)


def _wrong(number: int, what: str) -> UnreadableInput:
    return UnreadableInput(f"gold line {number} is not a relation ({what}): {FORM}")


def _some(names: Sequence[str], most: int = 3) -> str:
    return ", ".join(names[:most]) + (" ..." if len(names) > most else "")
