"""From names of files, folders and streams to articles: `read` for any number of inputs, `read_one` for one article.

Only regular files are ever opened: a pipe or a device could keep the program waiting or reading for ever. What an
input is its first bytes say (`recognition`), and its name where they say nothing. Nothing here reads a format.
"""

from __future__ import annotations

import io
import os
import stat
import sys
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from provenance.config.files import SourceSettings
from provenance.errors import ProvenanceError, UnreadableInput
from provenance.model import Article, SkippedInput
from provenance.model.spreading import Spread
from provenance.sources import folders, readers
from provenance.sources.characters.decoding import BrokenStream, Rejoined, peeked, unpacked
from provenance.sources.folders import FoundFile, printable, special, why
from provenance.sources.readers import Request, Result, Source
from provenance.sources.recognition import HEAD, Recognised, recognised

if TYPE_CHECKING:
    from provenance.config.fetching import FetchSettings
    from provenance.sources.addresses.address_reader import Memory
    from provenance.sources.times.timestamps import DateOrder

STDIN = "-"
_DEFAULT = SourceSettings()
_ZIP_FILES = frozenset(("word_reader", "open_document_reader", "e_book_reader", "web_archive_reader"))
_READ_AS_NAMED = frozenset(("table_reader", "parquet_reader"))  # a table may begin with anything


def read(
    paths: Sequence[str | Path],
    mapping: Mapping[str, str] | None = None,
    settings: SourceSettings = _DEFAULT,
    spread: Spread | None = None,
    dates: DateOrder | None = None,
    fetching: FetchSettings | None = None,
    memory: Memory | None = None,
) -> Iterator[Article | SkippedInput]:
    """Every article of these files, folders and streams, and every input that gives none, with the reason.

    Arguments come in the order given, files of a folder in the order of their names, rows in the order of their
    file; "-" is standard input: JSON Lines where its first character is "{", otherwise one plain text. One article
    is held at a time, or with `spread`, an engine's `map`, a few portions of rows, for the same results in the same
    order. With `fetching`, names that begin with http:// or https:// are fetched, unless `memory` knows that they did
    not change. `mapping` says which key of a row holds a field: {"text": "body", "published": "date"}, nested as
    "content.rendered". `dates` is the order of day and month where a file does not show it. Inputs never raise.
    Raises UsageError for a mapping of unknown fields and SettingsError for impossible limits,
    both at once and not at the first article.
    """
    settings.validate()
    if mapping:
        from provenance.sources.row_keys import check_mapping

        check_mapping(mapping)
    request = Request(dict(mapping or {}), settings, spread, dates)
    if fetching is not None and any(_is_address(path) for path in paths):
        from provenance.sources.addresses.fetching import Fetcher

        fetching.validate()
        request = replace(request, fetcher=Fetcher(fetching), memory=memory)
    return _read_all(list(paths), request)


def files(path: str | Path) -> Iterator[FoundFile | SkippedInput]:
    """The files that `read` would open for a path, in its order, and a reason for each that it would not."""
    return _files(path)


def read_bytes(
    name: str,
    content: bytes,
    mapping: Mapping[str, str] | None = None,
    settings: SourceSettings = _DEFAULT,
    dates: DateOrder | None = None,
) -> Iterator[Article | SkippedInput]:
    """What `read` yields for a file of this name whose bytes are at hand."""
    request = Request(dict(mapping or {}), settings, None, dates)
    stem, suffix = readers.split_name(name.rpartition("/")[2])

    @contextmanager
    def opened() -> Iterator[BinaryIO]:
        yield unpacked(cast("BinaryIO", io.BufferedReader(cast("io.RawIOBase", io.BytesIO(content)))))

    with opened() as stream:
        yield from read_source(Source(name, stem or "file", stream, suffix or ".txt", opened), request)


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
    from_addresses = _address_reader(request) if request.fetcher is not None else None
    for path in paths:
        if from_addresses is not None and _is_address(path):
            yield from from_addresses(os.fspath(path))
            continue
        if os.fspath(path) == STDIN:
            yield from _read_stream(cast("BinaryIO", sys.stdin.buffer), request)
            continue
        for found in _files(path):
            if isinstance(found, SkippedInput):
                yield found
            else:
                yield from _read_file(found, request)


def _is_address(path: str | Path) -> bool:
    return isinstance(path, str) and path.lower().startswith(("http://", "https://"))


def _address_reader(request: Request) -> Callable[[str], Iterator[Result]]:
    from provenance.sources.addresses.address_reader import AddressReader

    assert request.fetcher is not None  # noqa: S101 (asked by the caller)
    return AddressReader(request.fetcher, request, request.memory).read


def _read_file(found: FoundFile, request: Request) -> Iterator[Result]:
    stem, suffix = readers.split_name(Path(found.shown).name)
    try:
        with found.path.open("rb") as raw:
            source = Source(found.shown, stem, unpacked(raw), suffix or ".txt", partial(_again, found.path))
            yield from read_source(source, request)
    except OSError as error:
        yield SkippedInput(found.shown, why(error), "unreadable")
    except BrokenStream as error:
        yield SkippedInput(found.shown, str(error), "broken-stream")


@contextmanager
def _again(path: Path) -> Iterator[BinaryIO]:
    """The bytes of a file once more, from the first."""
    with path.open("rb") as raw:
        yield unpacked(raw)


def read_source(source: Source, request: Request) -> Iterator[Result]:
    """Everything that the reader of the input yields; the reader is that of its first bytes where they tell."""
    try:
        what = _recognised(source)
        if what is None:
            yield from readers.reader(source.suffix)(source, request)
        elif what.refusal is not None or what.suffix is None:
            yield SkippedInput(source.name, what.refusal or f"it is {what.name}", "other-format")
        else:
            told = f"{what.name}, by its first bytes"
            for one in readers.reader(what.suffix)(replace(source, suffix=what.suffix), request):
                if isinstance(one, Article):
                    yield replace(one, guesses={**one.guesses, "format": told})
                else:
                    yield one
    except BrokenStream as error:
        yield SkippedInput(source.name, str(error), "broken-stream")
    except (zlib.error, EOFError) as error:  # from a reader whose library reads the stream itself
        yield SkippedInput(source.name, f"the compressed file is damaged ({error})", "broken-stream")
    except MemoryError:
        yield SkippedInput(source.name, "there is not enough memory to read it; split it", "too-large")
    except (ProvenanceError, OSError):
        raise
    except Exception as error:
        from provenance.sources.unforeseen import skipped

        yield skipped(source.name, error)


def _recognised(source: Source) -> Recognised | None:
    """What an input is whose first bytes say something else than its suffix; None where they agree or say nothing."""
    expected = readers.MODULES.get(source.suffix)
    what = recognised(peeked(source.stream, HEAD))
    if what is None or what.suffix is None:
        return what
    found = readers.MODULES[what.suffix]
    if found == expected or {found, expected} == {"json_reader", "json_lines_reader"}:
        return None
    if expected == "markdown_reader" and found == "web_page_reader" and not what.certain:
        return None  # Markdown may begin with an element of HTML
    if found == "zip_reader" and expected in _ZIP_FILES:
        return None  # what is in it, its reader sees
    return None if expected in _READ_AS_NAMED else what


def _read_stream(stream: BinaryIO, request: Request) -> Iterator[Result]:
    """Standard input: JSON Lines where its first character is "{", else what its first bytes say, or a plain text."""
    blank = b"\xef\xbb\xbf \t\r\n"
    head = b""
    try:
        plain = unpacked(stream)
        while not head.strip(blank) and len(head) <= request.settings.largest_text:
            more = plain.read(8192)
            if not more:
                break
            head += more
    except (OSError, EOFError, zlib.error, BrokenStream) as error:
        yield SkippedInput("stdin", f"it cannot be read ({error})", "unreadable")
        return
    suffix = ".jsonl" if head.lstrip(blank).startswith(b"{") else ".txt"
    rejoined = cast("BinaryIO", io.BufferedReader(Rejoined(head, plain), 8192))
    yield from read_source(Source("stdin", "stdin", rejoined, suffix), request)


def _files(path: str | Path) -> Iterator[FoundFile | SkippedInput]:
    """The files that a path names, and a reason for each that cannot be read."""
    shown = printable(path)
    try:
        mode = Path(path).stat().st_mode if shown else 0
    except (OSError, ValueError) as error:
        reason = folders.unread_address(shown)
        if reason is not None:
            yield SkippedInput(shown, reason, "other-address")
        else:
            yield SkippedInput(shown, why(error), "unreadable")
        return
    if stat.S_ISDIR(mode):
        yield from folders.walk(Path(path))
    elif not shown:
        yield SkippedInput('""', "it is no possible name of a file", "unreadable")
    elif not stat.S_ISREG(mode):
        reason = f"it is {special(mode)}, not a file; pipe a stream into the name - (standard input)"
        yield SkippedInput(shown, reason, "unreadable")
    else:
        yield _named(Path(path), shown)


def _named(path: Path, shown: str) -> FoundFile | SkippedInput:
    """A file that was named itself; one with a strange suffix is read where its first bytes say what it is."""
    suffix = readers.split_name(path.name)[1]
    if not suffix or suffix in readers.MODULES:
        return FoundFile(path, shown)
    try:
        what = folders.looked_into(path)
    except OSError as error:
        return SkippedInput(shown, why(error), "unreadable")
    if what is not None and what.suffix is not None:
        return FoundFile(path, shown)
    return SkippedInput(shown, what.refusal if what and what.refusal else folders.no_reader(suffix), "no-reader")
