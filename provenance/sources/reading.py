"""The two entrances: `read` for any number of inputs, `read_one` for exactly one article."""

from __future__ import annotations

import io
import os
import sys
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, cast

from provenance.config.sources import SourceSettings
from provenance.errors import UnreadableInput
from provenance.model import Article, SkippedInput
from provenance.model.spreading import Spread
from provenance.sources import formats, rows, streams, walk
from provenance.sources.interface import Request, Result, Source

STDIN = "-"
_DEFAULT = SourceSettings()


def read(
    paths: Sequence[str | Path],
    mapping: Mapping[str, str] | None = None,
    settings: SourceSettings = _DEFAULT,
    spread: Spread | None = None,
) -> Iterator[Article | SkippedInput]:
    """Every article of the files, folders and streams named, and every input that gives none.

    Arguments come in the order given, files of a folder in the order of their names, rows in the order of their
    file; "-" is standard input: JSON Lines where its first character is "{", otherwise one plain text. One article
    is held at a time, or with `spread`, an engine's `map`, a few portions of rows, for the same results in the same
    order. `mapping` says which key of a row holds a field: {"text": "body", "published": "date"}. Inputs never raise.
    Raises UsageError for a mapping of unknown fields and SettingsError for impossible limits,
    both at once and not at the first article.
    """
    settings.validate()
    rows.check_mapping(mapping or {})
    return _read_all(list(paths), Request(dict(mapping or {}), settings, spread))


def read_one(path: str | Path, settings: SourceSettings = _DEFAULT) -> Article:
    """The single article of one file or of standard input. Raises UnreadableInput where it has none, or several."""
    if os.fspath(path) != STDIN and Path(path).is_dir():
        raise UnreadableInput(f"{path}: it is a folder; name one file")
    found: Article | None = None
    for result in read([path], None, settings):
        if isinstance(result, SkippedInput):
            raise UnreadableInput(f"{result.where}: {result.reason}")
        if found is not None:
            raise UnreadableInput(f"{path}: it holds more than one article; name a file with one")
        found = result
    if found is None:
        raise UnreadableInput(f"{path}: it holds no article")
    return found


def _read_all(paths: list[str | Path], request: Request) -> Iterator[Result]:
    for path in paths:
        if os.fspath(path) == STDIN:
            yield from _read_stream(cast("BinaryIO", sys.stdin.buffer), request)
            continue
        for found in walk.files(path):
            if isinstance(found, SkippedInput):
                yield found
            else:
                yield from _read_file(found, request)


def _read_file(found: walk.Found, request: Request) -> Iterator[Result]:
    stem, suffix = formats.split_name(Path(found.shown).name)
    try:
        with found.path.open("rb") as raw:
            yield from _read_source(Source(found.shown, stem, streams.unpacked(raw), suffix or ".txt"), request)
    except OSError as error:
        yield SkippedInput(found.shown, walk.reason(error))
    except streams.BrokenStream as error:
        yield SkippedInput(found.shown, str(error))


def _read_source(source: Source, request: Request) -> Iterator[Result]:
    try:
        yield from formats.reader(source.suffix)(source, request)
    except streams.BrokenStream as error:
        yield SkippedInput(source.name, str(error))
    except MemoryError:
        yield SkippedInput(source.name, "there is not enough memory to read it; split it")


def _read_stream(stream: BinaryIO, request: Request) -> Iterator[Result]:
    """Standard input: JSON Lines or one plain text, decided by its first character that is not white space."""
    blank = b"\xef\xbb\xbf \t\r\n"
    head = b""
    try:
        plain = streams.unpacked(stream)
        while not head.strip(blank) and len(head) <= request.settings.largest_text:
            more = plain.read(8192)
            if not more:
                break
            head += more
    except (OSError, EOFError, zlib.error) as error:
        yield SkippedInput("stdin", f"it cannot be read ({error})")
        return
    suffix = ".jsonl" if head.lstrip(blank).startswith(b"{") else ".txt"
    rejoined = cast("BinaryIO", io.BufferedReader(streams.Rejoined(head, plain)))
    yield from _read_source(Source("stdin", "stdin", rejoined, suffix), request)
