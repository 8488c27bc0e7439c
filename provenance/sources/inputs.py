"""From names of files, folders and streams to articles: `read` for any number of inputs, `read_one` for one article.

Folders are walked in sorted order, hidden names left out, each folder once. Only regular files are ever opened: a
pipe or a device could keep the program waiting or reading for ever. Nothing here knows a format.
"""

from __future__ import annotations

import io
import os
import stat
import sys
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from provenance.config.files import SourceSettings
from provenance.errors import UnreadableInput
from provenance.model import Article, SkippedInput
from provenance.model.spreading import Spread
from provenance.sources import readers
from provenance.sources.decoding import BrokenStream, Rejoined, unpacked
from provenance.sources.readers import Request, Result, Source

STDIN = "-"
_DEFAULT = SourceSettings()


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A regular file; `shown` is its path for people and ids, free of undecodable bytes."""

    path: Path
    shown: str


def read(
    paths: Sequence[str | Path],
    mapping: Mapping[str, str] | None = None,
    settings: SourceSettings = _DEFAULT,
    spread: Spread | None = None,
) -> Iterator[Article | SkippedInput]:
    """Every article of these files, folders and streams, and every input that gives none, with the reason.

    Arguments come in the order given, files of a folder in the order of their names, rows in the order of their
    file; "-" is standard input: JSON Lines where its first character is "{", otherwise one plain text. One article
    is held at a time, or with `spread`, an engine's `map`, a few portions of rows, for the same results in the same
    order. `mapping` says which key of a row holds a field: {"text": "body", "published": "date"}. Inputs never raise.
    Raises UsageError for a mapping of unknown fields and SettingsError for impossible limits,
    both at once and not at the first article.
    """
    settings.validate()
    if mapping:
        from provenance.sources.rows import check_mapping

        check_mapping(mapping)
    return _read_all(list(paths), Request(dict(mapping or {}), settings, spread))


def read_one(path: str | Path, settings: SourceSettings = _DEFAULT) -> Article:
    """The only article of one file or of standard input. Raises UnreadableInput where it has none, or several."""
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
        for found in _files(path):
            if isinstance(found, SkippedInput):
                yield found
            else:
                yield from _read_file(found, request)


def _read_file(found: FoundFile, request: Request) -> Iterator[Result]:
    stem, suffix = readers.split_name(Path(found.shown).name)
    try:
        with found.path.open("rb") as raw:
            yield from _read_source(Source(found.shown, stem, unpacked(raw), suffix or ".txt"), request)
    except OSError as error:
        yield SkippedInput(found.shown, _why(error))
    except BrokenStream as error:
        yield SkippedInput(found.shown, str(error))


def _read_source(source: Source, request: Request) -> Iterator[Result]:
    try:
        yield from readers.reader(source.suffix)(source, request)
    except BrokenStream as error:
        yield SkippedInput(source.name, str(error))
    except MemoryError:
        yield SkippedInput(source.name, "there is not enough memory to read it; split it")


def _read_stream(stream: BinaryIO, request: Request) -> Iterator[Result]:
    """Standard input: JSON Lines or one plain text, decided by its first character that is not white space."""
    blank = b"\xef\xbb\xbf \t\r\n"
    head = b""
    try:
        plain = unpacked(stream)
        while not head.strip(blank) and len(head) <= request.settings.largest_text:
            more = plain.read(8192)
            if not more:
                break
            head += more
    except (OSError, EOFError, zlib.error) as error:
        yield SkippedInput("stdin", f"it cannot be read ({error})")
        return
    suffix = ".jsonl" if head.lstrip(blank).startswith(b"{") else ".txt"
    rejoined = cast("BinaryIO", io.BufferedReader(Rejoined(head, plain)))
    yield from _read_source(Source("stdin", "stdin", rejoined, suffix), request)


def _files(path: str | Path) -> Iterator[FoundFile | SkippedInput]:
    """The files that a path names, and a reason for each that cannot be read."""
    shown = _printable(os.fspath(path))
    try:
        mode = Path(path).stat().st_mode if shown else 0
    except (OSError, ValueError) as error:
        yield SkippedInput(shown, _why(error))
        return
    if stat.S_ISDIR(mode):
        yield from _folder(Path(path))
    elif not shown:
        yield SkippedInput('""', "it is no possible name of a file")
    elif not stat.S_ISREG(mode):
        yield SkippedInput(shown, f"it is {_kind(mode)}, not a file; pipe a stream into the name - (standard input)")
    elif (suffix := readers.split_name(Path(shown).name)[1]) and suffix not in readers.MODULES:
        yield SkippedInput(shown, f"no reader for {suffix}; known are {readers.described()}")
    else:
        yield FoundFile(Path(path), shown)


def _folder(top: Path) -> Iterator[FoundFile | SkippedInput]:
    """The files of a folder and of the folders in it, depth first in the order of names."""
    waiting = [top]
    seen: set[tuple[int, int]] = set()
    found_any = False
    while waiting:
        name = waiting.pop()
        try:
            state = name.stat()
            if stat.S_ISDIR(state.st_mode):
                if (state.st_dev, state.st_ino) not in seen:  # a link back up, or a second way to the same folder
                    seen.add((state.st_dev, state.st_ino))
                    waiting.extend(reversed(_entries(name)))
            elif stat.S_ISREG(state.st_mode):
                found_any = True
                yield FoundFile(name, _printable(str(name)))
        except OSError as error:
            found_any = True
            yield SkippedInput(_printable(str(name)), _why(error))
    if not found_any:
        yield SkippedInput(_printable(str(top)), f"it holds no file to read; known are {readers.described()}")


def _entries(folder: Path) -> list[Path]:
    """Paths of the sub-folders and of the files with a reader, sorted by name."""
    with os.scandir(folder) as entries:
        chosen = [
            entry.name
            for entry in entries
            if not entry.name.startswith(".") and (readers.known(entry.name) or _is_folder(entry))
        ]
    return [folder / name for name in sorted(chosen)]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _printable(name: str) -> str:
    """A name in which undecodable bytes are written as \\xNN, so that it can be stored and printed."""
    return os.fsencode(name).decode("utf-8", "backslashreplace") if not name.isascii() else name


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder"
    if isinstance(error, PermissionError):
        return "it may not be read (permission denied)"
    if isinstance(error, OSError):
        return (error.strerror or str(error)).lower()
    return "it is no possible name of a file"


def _kind(mode: int) -> str:
    if stat.S_ISFIFO(mode):
        return "a named pipe"
    if stat.S_ISSOCK(mode):
        return "a socket"
    return "a device" if stat.S_ISCHR(mode) or stat.S_ISBLK(mode) else "something special"
