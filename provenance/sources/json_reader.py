"""A JSON document: one article, an array of them, or {"articles": [...]}; JSON Lines under its name too."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import BinaryIO, cast

from provenance.model import SkippedInput
from provenance.sources import json_lines_reader, row_keys, rows
from provenance.sources.date_order import ReadRow, in_one_order, without_clues
from provenance.sources.decoding import UndecodableInput, decode, read_upto
from provenance.sources.readers import Request, Result, Source

MOST_OBJECTS = 1000  # that are looked at for the list of articles; exports have fewer than 20 around it


def read(source: Source, request: Request) -> Iterator[Result]:
    """Yield an article or a skipped one for each entry; ids default to the stem, or to `<stem>:<number>` in lists."""
    limit = request.settings.largest_document
    data = read_upto(source.stream, limit)
    if data is None:
        yield SkippedInput(
            source.name, f"it is longer than {limit:,} bytes; JSON Lines (.jsonl) have no such limit", "too-large"
        )
        return
    try:
        text = decode(data).text
        if not text.strip():
            yield SkippedInput(source.name, "it is empty", "empty")
            return
        if _has_lines(text):
            yield from json_lines_reader.read(
                replace(source, stream=cast("BinaryIO", io.BufferedReader(io.BytesIO(data)))), request
            )
            return
        value = json_lines_reader.parse(text)
    except UndecodableInput as error:
        yield SkippedInput(source.name, str(error), "undecodable")
        return
    except ValueError as error:
        yield SkippedInput(source.name, str(error), "broken-json")
        return
    yield from _entries(value, source, request)


def _entries(value: object, source: Source, request: Request) -> Iterator[Result]:
    listed = value if isinstance(value, list) else _listed(value, request)
    if listed is None:
        yield rows.read_row(value, source.name, source.stem, source.name, request).result
        return
    if not listed:
        yield SkippedInput(source.name, "its list of articles is empty", "empty")
    yield from in_one_order(_rows(listed, source, request), lambda: _rows(listed, source, without_clues(request)))


def _rows(listed: Sequence[object], source: Source, request: Request) -> Iterator[ReadRow]:
    for number, entry in enumerate(listed, 1):
        yield rows.read_row(entry, f"{source.name} article {number}", f"{source.stem}:{number}", source.name, request)


def _listed(value: object, request: Request) -> list[object] | None:
    """The list of articles inside an object, at "articles", "response.results" or "rss.channel.item"; None where the
    object is an article itself, or has no such list."""
    if not isinstance(value, Mapping) or _is_article(value, request):
        return None
    waiting: list[object] = [value]
    lists: list[list[object]] = []
    for place in range(MOST_OBJECTS):
        if place >= len(waiting):
            break
        found = waiting[place]
        if isinstance(found, list):
            lists.append(found)
        elif isinstance(found, Mapping):
            waiting.extend(one for one in found.values() if isinstance(one, list | Mapping))
    for found in lists:
        if any(_is_article(one, request) for one in found[:20]):
            return found
    articles = value.get("articles")
    return articles if isinstance(articles, list) else next((one for one in lists if _of_objects(one)), None)


def _is_article(value: object, request: Request) -> bool:
    if not isinstance(value, Mapping):
        return False
    value = value["_source"] if isinstance(value.get("_source"), Mapping) else value
    places = row_keys.plan([key for key in value if isinstance(key, str)], request.mapping).places["text"]
    return any(place.own or isinstance(place.of(value), str) for place in places)


def _of_objects(found: Sequence[object]) -> bool:
    return bool(found) and isinstance(found[0], Mapping) and len(found[0]) > 1


def _has_lines(text: str) -> bool:
    """Whether the first line is a JSON object by itself and another one follows it."""
    first, _, rest = text.strip().partition("\n")
    if not (first.startswith("{") and rest.lstrip().startswith("{")):
        return False
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return False
    return True
