"""Where the articles of a JSON document are: a list somewhere inside it, objects by their ids, or columns.

Finds them by the keys that hold a text, as `row_keys` knows them. Values are looked at and never changed, except
that columns are turned into rows. Nothing here reads an input or makes an article.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from provenance.sources import row_keys, row_values
from provenance.sources.readers import Request
from provenance.sources.row_names import WRAPPERS

MOST_OBJECTS = 1000  # that are looked at for the list of articles; exports have fewer than 20 around it
LOOKED_AT = 20  # entries of a list, for one that is an article
DEEPEST = 3  # wrappers inside each other


def listed(value: object, request: Request) -> Sequence[object] | None:
    """The articles of a document, at "articles", "response.results" or "rss.channel.item"; None where it is an
    article itself, or has none."""
    if not isinstance(value, Mapping):
        return None
    if (rows := _rows_of_columns(value, request)) is not None:
        return rows
    if is_article(value, request):
        return None
    waiting: list[object] = [value]
    lists: list[Sequence[object]] = []
    for place in range(MOST_OBJECTS):
        if place >= len(waiting):
            break
        found = waiting[place]
        if isinstance(found, list):
            if any(is_article(one, request) for one in found[:LOOKED_AT]):
                return found
            lists.append(found)
            waiting.extend(one for one in found[:1] if isinstance(one, Mapping))
        elif isinstance(found, Mapping):
            if place and is_article(found, request):
                return [found]
            if (named := _by_their_ids(found, request)) is not None:
                return named
            waiting.extend(one for one in found.values() if isinstance(one, list | Mapping))
    articles = value.get("articles")
    return articles if isinstance(articles, list) else next((one for one in lists if _of_objects(one)), None)


def is_article(value: object, request: Request) -> bool:
    """Whether an object has a text, by itself or inside a wrapper."""
    return unwrapped(value, request) is not None


def unwrapped(value: object, request: Request, depth: int = 0) -> Mapping[Any, Any] | None:
    """The object with a text: itself, or what it wraps ("_source", "attributes"), with the other keys beside it;
    None where neither has one."""
    if not isinstance(value, Mapping):
        return None
    own = "text" in value or any(column == "text" for column in request.mapping)
    if (own or not isinstance(value.get("_source"), Mapping)) and _has_words(value, request):
        return value
    if depth >= DEEPEST:
        return None
    for key in WRAPPERS:
        inner = unwrapped(value.get(key), request, depth + 1)
        if inner is not None:
            around = {name: one for name, one in value.items() if name != key and not isinstance(one, Mapping | list)}
            named = {"id": value["_id"]} if "_id" in value and key == "_source" else {}
            return {**around, **named, **inner}
    return None


def _has_words(value: Mapping[Any, Any], request: Request) -> bool:
    keys = [key for key in value if isinstance(key, str)]
    places = row_keys.plan(keys, request.mapping).places["text"]
    return any(
        (place.own and not place.steps)
        or (row_values.words(found := place.of(value)) and not (place.key in WRAPPERS and isinstance(found, Mapping)))
        for place in places
    )


def _of_objects(found: Sequence[object]) -> bool:
    return bool(found) and isinstance(found[0], Mapping) and len(found[0]) > 1


def _by_their_ids(value: Mapping[Any, Any], request: Request) -> list[object] | None:
    """{"a1": {"text": ...}, "a2": {"text": ...}} as a list whose objects have these ids."""
    if len(value) < 2 or not all(isinstance(one, Mapping) for one in value.values()):
        return None
    if not all(_has_words(one, request) for one in [*value.values()][:LOOKED_AT]):
        return None
    return [one if "id" in one or "_id" in one else {"id": key, **one} for key, one in value.items()]


def _rows_of_columns(value: Mapping[Any, Any], request: Request) -> list[object] | None:
    """The rows of a table that pandas wrote by columns ({"text": {"0": ...}}, {"text": [...]}) or split."""
    names, rows = value.get("columns"), value.get("data")
    if isinstance(names, list) and isinstance(rows, list) and all(isinstance(row, list) for row in rows[:LOOKED_AT]):
        return [dict(zip(map(str, names), row, strict=False)) if isinstance(row, list) else row for row in rows]
    keys = [key for key in value if isinstance(key, str)]
    place = next(iter(row_keys.plan(keys, request.mapping).places["text"]), None)
    column = value.get(place.key) if place is not None else None
    if not isinstance(column, Mapping) or len(keys) < 2 or not {*map(str, range(len(column)))} >= {*column}:
        return None
    if not all(isinstance(one, Mapping) and one.keys() == column.keys() for one in value.values()):
        return None
    return [{name: value[name][number] for name in keys} for number in column]
