"""JSON Lines: one object per line, read line by line, so that a file of any size fits in memory."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from provenance.model import SkippedInput
from provenance.sources import rows
from provenance.sources.characters.decoding import BrokenStream, UndecodableInput, lines
from provenance.sources.characters.line_encoding import LineEncoding, of_lines
from provenance.sources.readers import Request, Result, Source
from provenance.sources.times.date_order import ReadRow, in_one_order, without_clues

# What one process reads at a time: about 100 ms of work.
PORTION_LINES = 1000
PORTION_BYTES = 4_000_000
Entry = tuple[int, bytes] | SkippedInput  # a line with its number, or why there is none

_DECODER = json.JSONDecoder(strict=False)
# What an object or a list, and what any other value, takes in memory has nothing to do with its length: 16 MiB of
# "[]" took .5 GB, 128 MiB 2.5 GB. English prose of 128 MiB has some two million commas.
MOST_OBJECTS, MOST_COMMAS = 500_000, 2_500_000


def read(source: Source, request: Request) -> Iterator[Result]:
    """Yield an article or a skipped line for every line that is not blank; ids default to `<stem>:<line>`."""
    yield from in_one_order(_rows(source, request), partial(_again, source, request) if source.again else None)


def _rows(source: Source, request: Request) -> Iterator[ReadRow]:
    encoding = of_lines(source.stream, source.again)
    entries = _entries(source, request.settings.largest_text)
    read_line = partial(
        _read_line, name=source.name, stem=source.stem, request=replace(request, spread=None), encoding=encoding
    )
    if request.spread is None:
        yield from map(read_line, entries)
    else:
        for results in request.spread(partial(_read_lines, read_line=read_line), _portions(entries)):
            yield from results


def _again(source: Source, request: Request) -> Iterator[ReadRow]:
    """The rows once more, for their dates: without a search for headlines and bylines in their texts."""
    assert source.again is not None  # noqa: S101 (asked by the caller)
    with source.again() as stream:
        yield from _rows(replace(source, stream=stream), without_clues(request))


def _entries(source: Source, limit: int) -> Iterator[Entry]:
    """Every line that is not blank; where one cannot be read, the reason in its place."""
    count, filled = 0, False
    try:
        for number, line in lines(source.stream, limit):
            count = number
            if line is None:
                yield SkippedInput(
                    f"{source.name} line {number}",
                    f"the line is longer than {limit:,} bytes, too long for one article; split it",
                    "too-large",
                )
                filled = True
            elif line.strip():
                filled = True
                yield number, line
    except UndecodableInput as error:
        yield SkippedInput(source.name, str(error), "undecodable")
        return
    except BrokenStream as error:
        yield SkippedInput(
            f"{source.name} after line {count}", f"{error}; what came before was read", "broken-stream"
        )
        return
    if not filled:
        yield SkippedInput(source.name, "it is empty", "empty")


def _portions(entries: Iterator[Entry]) -> Iterator[list[Entry]]:
    portion: list[Entry] = []
    size = 0
    for entry in entries:
        portion.append(entry)
        size += 0 if isinstance(entry, SkippedInput) else len(entry[1])
        if len(portion) >= PORTION_LINES or size >= PORTION_BYTES:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion


def _read_lines(portion: Sequence[Entry], read_line: Callable[[Entry], ReadRow]) -> list[ReadRow]:
    return [*map(read_line, portion)]


def _read_line(entry: Entry, name: str, stem: str, request: Request, encoding: LineEncoding) -> ReadRow:
    if isinstance(entry, SkippedInput):
        return ReadRow(entry)
    number, line = entry
    where = f"{name} line {number}"
    try:
        decoded = encoding.decode(line)
        row = parse(decoded.text)
    except UndecodableInput as error:
        return ReadRow(SkippedInput(where, str(error), "undecodable"))
    except ValueError as error:
        return ReadRow(SkippedInput(where, str(error), "broken-json"))
    return rows.read_row(row, where, f"{stem}:{number}", name, request, decoded)


def parse(text: str) -> object:
    """The value of a JSON text; ValueError with a line for people where it is none, or too many, or too deep."""
    if len(text) > MOST_OBJECTS and (
        text.count("[") + text.count("{") > MOST_OBJECTS or text.count(",") > MOST_COMMAS
    ):
        raise ValueError(
            f"its JSON has more than {MOST_OBJECTS:,} objects and lists or {MOST_COMMAS:,} values; save it as"
            " JSON Lines"
        )
    try:
        return _DECODER.decode(text)
    except json.JSONDecodeError as error:
        place = f"character {error.pos + 1}" if error.lineno == 1 else f"line {error.lineno} column {error.colno}"
        what = error.msg.lower().removesuffix(" at")
        raise ValueError(f"it is not valid JSON ({what} at {place}); mend or remove it") from None
    except RecursionError:
        raise ValueError("its JSON is nested too deeply; no article is") from None
    except ValueError as error:  # an integer of thousands of digits
        raise ValueError(f"its JSON holds a value that cannot be read ({error})") from None
