"""Which key of a row holds which field: what a person maps, the field's own name, or the name in a known program.

Knows names and nothing of values. Names are compared without capitals, spaces and signs: "PubDate" is "pub_date". A
path leads into nested values, "content.rendered", a number into a list: "authors.0.name".
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from provenance.errors import UsageError
from provenance.sources.row_names import BEFORE_OWN, DATE_WORDS, OTHER_DATES, SYNONYMS

FIELDS = ("text", "id", "url", "title", "author", "publisher", "published", "modified", "language")
# Read only when a mapping asks for it: a column "agency" is more often a ministry than a news agency.
MAPPED_FIELDS = (*FIELDS, "agency")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value is: the key of the row, the steps into its value, and how to name both."""

    key: str
    steps: tuple[str, ...]
    shown: str
    own: bool  # the field's own name, or the one that a person gave

    def of(self, row: Mapping[Any, Any]) -> Any:
        """The value there, or None."""
        value: Any = row.get(self.key)
        for step in self.steps:
            value = _inside(value, step)
        return value


@dataclass(frozen=True, slots=True)
class Plan:
    """The places of each field in rows of the same keys, best first; other keys that look like dates."""

    places: Mapping[str, tuple[Place, ...]]
    dates: tuple[str, ...]
    missing: tuple[tuple[str, str], ...]  # field and column of a mapping that rows do not have


def check_mapping(mapping: Mapping[str, str]) -> None:
    """Raise UsageError where a mapping names a field that articles do not have."""
    unknown = sorted(set(mapping) - set(MAPPED_FIELDS))
    if unknown:
        raise UsageError(f"no such field: {', '.join(unknown)}; articles have {', '.join(MAPPED_FIELDS)}")


def plan(keys: Sequence[str], mapping: Mapping[str, str]) -> Plan:
    """The plan for rows with these keys."""
    return _plan(tuple(keys), tuple(sorted(mapping.items())))


@functools.lru_cache(maxsize=512)  # rows of a file have the same keys, or a few sets of them
def _plan(keys: tuple[str, ...], mapping: tuple[tuple[str, str], ...]) -> Plan:
    mapped = dict(mapping)
    folded: dict[str, str] = {}
    for key in keys:
        folded.setdefault(folding(key), key)
    places: dict[str, tuple[Place, ...]] = {}
    missing = []
    for field in MAPPED_FIELDS:
        if field in mapped:
            place = _mapped(mapped[field], keys)
            places[field] = (place,) if place is not None else ()
            if place is None:
                missing.append((field, mapped[field]))
            continue
        if field not in FIELDS:
            places[field] = ()
            continue
        taken = set(mapped.values())
        found = [Place(field, (), field, own=True)] if field in keys else []
        if not found and field in folded and field in SYNONYMS:
            found.append(Place(folded[field], (), folded[field], own=True))
        for name in SYNONYMS.get(field, ()):
            head, *steps = name.split(".")
            if head in folded and folded[head] not in taken:
                key = folded[head]
                place = Place(key, tuple(steps), ".".join((key, *steps)), own=False)
                found.insert(0, place) if name in BEFORE_OWN else found.append(place)
        places[field] = tuple(found)
    used = {place.key for found in places.values() for place in found}
    dates = tuple(key for key in keys if key not in used and _looks_like_a_date(folding(key)))
    return Plan(places, dates, tuple(missing))


def has_text(keys: Sequence[str], mapping: Mapping[str, str]) -> bool:
    """Whether rows with these keys have a place for the text."""
    return bool(plan(keys, mapping).places["text"])


def folding(key: str) -> str:
    """A key without capitals, spaces and signs: "pubdate" for "Pub-Date"."""
    return "".join(sign for sign in key.lower() if sign not in " _-:\ufeff")


def _mapped(column: str, keys: Sequence[str]) -> Place | None:
    if column in keys:
        return Place(column, (), column, own=True)
    for end in range(len(column) - 1, 0, -1):  # the longest key in front of a dot: keys may have dots
        if column[end] == "." and column[:end] in keys:
            return Place(column[:end], tuple(column[end + 1 :].split(".")), column, own=True)
    return None


def _inside(value: Any, step: str) -> Any:
    if isinstance(value, Mapping):
        if step in value:
            return value[step]
        return next((value[key] for key in value if isinstance(key, str) and folding(key) == step), None)
    if isinstance(value, list | tuple) and step.isdecimal() and len(step) < 7 and int(step) < len(value):
        return value[int(step)]
    return None


def _looks_like_a_date(name: str) -> bool:
    return any(word in name for word in DATE_WORDS) and not any(word in name for word in OTHER_DATES)
