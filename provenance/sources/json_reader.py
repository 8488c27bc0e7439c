"""A JSON document: one article, an array of them, or {"articles": [...]}; JSON Lines under its name too."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO, cast

from provenance.model import SkippedInput
from provenance.sources import json_lines_reader, json_lists, rows
from provenance.sources.characters.decoding import Decoded, UndecodableInput, decode, read_upto
from provenance.sources.readers import Request, Result, Source
from provenance.sources.times.date_order import ReadRow, in_one_order, without_clues


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
        decoded = decode(data)
        text = decoded.text
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
    yield from _entries(value, source, request, decoded)


def _entries(value: object, source: Source, request: Request, decoded: Decoded) -> Iterator[Result]:
    listed = value if isinstance(value, list) else json_lists.listed(value, request)
    if listed is None:
        yield rows.read_row(value, source.name, source.stem, source.name, request, decoded).result
        return
    if not listed:
        yield SkippedInput(source.name, "its list of articles is empty", "empty")
    yield from in_one_order(
        _rows(listed, source, request, decoded), lambda: _rows(listed, source, without_clues(request), decoded)
    )


def _rows(listed: Sequence[object], source: Source, request: Request, decoded: Decoded) -> Iterator[ReadRow]:
    for number, entry in enumerate(listed, 1):
        where = f"{source.name} article {number}"
        yield rows.read_row(entry, where, f"{source.stem}:{number}", source.name, request, decoded)


def _has_lines(text: str) -> bool:
    """Whether the first line is a JSON object by itself and another one follows it."""
    first, _, rest = text.strip().partition("\n")
    if not (first.startswith("{") and rest.lstrip().startswith("{")):
        return False
    try:
        json_lines_reader.parse(first)
    except ValueError:
        return False
    return True
