"""The files of a folder that are read, and a skipped input for everything in it that is not: nothing is passed over.

Folders are walked depth first in the order of names, each once, and never left: a link to a place outside is not
followed. Names decide here, and for pages without a telling suffix the first bytes; nothing else of a file is read.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from provenance.model import SkippedInput
from provenance.sources import readers, recognition
from provenance.sources.characters.decoding import BrokenStream, peeked, unpacked

# Scripts give their suffix to the pages that they make; a page saved under one is read by what it holds.
PAGE_SUFFIXES = frozenset((".php", ".asp", ".aspx", ".jsp", ".cgi", ".shtml", ".phtml", ".cfm", ".do", ".page"))
# What browsers put behind the name of a saved page for the folder with its parts, in the languages seen.
_PARTS_ENDS = """
_files -files .files _dateien -dateien _fichiers _archivos _ficheros _arquivos _ficheiros _file _bestanden _filer
_pliki _soubory _tiedostot _fajlok _dosyalar _data _resources _assets
"""
_PARTS = frozenset(_PARTS_ENDS.split())
# Kinds of files that are told of apart: suffixes -> code of the kind.
_KINDS = {
    "pictures": ".png .jpg .jpeg .gif .webp .svg .bmp .tif .tiff .ico .heic .avif .psd",
    "pdf-files": ".pdf",
    "word-files": ".docx .doc .odt .rtf .pages .docm .wpd",
    "spreadsheets": ".xlsx .xls .ods .numbers .xlsm",
    "presentations": ".pptx .ppt .odp .key",
    "e-books": ".epub .mobi .azw3",
    "e-mails": ".eml .msg .mbox .emlx",
    "packed-files": ".zip .tar .tgz .7z .rar .bz2 .xz .zst .warc",
    "feeds-and-xml": ".xml .rss .atom .rdf",
    "recordings": ".mp3 .mp4 .m4a .wav .mov .avi .webm .ogg .flac .mkv",
    "parts-of-pages": ".js .css .map .woff .woff2 .ttf .eot .mjs",
    "saved-as-one-file": ".mht .mhtml .webarchive .maff",
}
_KIND_OF = {suffix: kind for kind, suffixes in _KINDS.items() for suffix in suffixes.split()}
# Two letters or more: one letter is a drive of Windows.
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]{1,20}(?=:/)|mailto|data|javascript|about|urn|view-source):", re.IGNORECASE)
MOST_FOLDERS = 100_000  # entered below one folder; the largest archive of pages at hand has 3,000


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A regular file; `shown` is its path for people and ids, free of undecodable bytes."""

    path: Path
    shown: str


def walk(top: Path) -> Iterator[FoundFile | SkippedInput]:
    """The files with a reader below `top`, and everything else there as skipped inputs."""
    waiting = [top]
    seen: set[tuple[int, int]] = set()
    empty = True
    home = os.path.realpath(top)
    while waiting:
        name = waiting.pop()
        try:
            state = name.stat()
            if not stat.S_ISDIR(state.st_mode):
                found = _file(name, state.st_mode)
                empty = False
                yield found
            elif (state.st_dev, state.st_ino) not in seen:  # else a link back up, or a second way to the same folder
                seen.add((state.st_dev, state.st_ino))
                if len(seen) > MOST_FOLDERS:
                    yield SkippedInput(
                        printable(top), f"it has more than {MOST_FOLDERS:,} folders; name some of them", "too-large"
                    )
                    return
                entered, left_out = _entries(name, home)
                empty = empty and not left_out
                yield from left_out
                waiting.extend(reversed(entered))
        except OSError as error:
            empty = False
            yield SkippedInput(printable(name), why(error), "unreadable")
    if empty:
        yield SkippedInput(printable(top), f"it holds no file to read; known are {readers.described()}", "empty")


def _entries(folder: Path, home: str) -> tuple[list[Path], list[SkippedInput]]:
    """Sub-folders and files to look at, in the order of their names, and what is left out by its name alone."""
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    pages = {readers.split_name(entry.name)[0] for entry in found if _is_page(entry.name)}
    chosen: list[Path] = []
    left_out: list[SkippedInput] = []
    for entry in found:
        path = folder / entry.name
        reason = _unwanted(entry, path, pages, home)
        if reason is None:
            chosen.append(path)
        else:
            left_out.append(SkippedInput(printable(path), *reason))
    return chosen, left_out


def _unwanted(entry: os.DirEntry[str], path: Path, pages: set[str], home: str) -> tuple[str, str] | None:
    """Why an entry is left out whatever it holds, and the kind of that reason."""
    if entry.name.startswith("."):
        return "its name is hidden (it begins with a full stop); name it to read it", "hidden-names"
    try:
        if entry.is_symlink() and not _inside(path, home):
            return "it is a link to a place outside the folder; name that place to read it", "links-outside"
        if entry.is_dir():
            if any(entry.name[: -len(end)] in pages for end in _PARTS if entry.name.lower().endswith(end)):
                return "it holds the parts of a saved page, which is read by itself", "folders-of-saved-pages"
            return None
    except OSError:
        return None  # said when it is looked at
    return None


def _inside(path: Path, home: str) -> bool:
    """Whether what a link leads to is below the folder; a link that leads nowhere is told of when it is opened."""
    real = os.path.realpath(path)
    return real == home or real.startswith(home.rstrip(os.sep) + os.sep)


def _is_page(name: str) -> bool:
    suffix = readers.split_name(name)[1]
    return suffix in PAGE_SUFFIXES or readers.MODULES.get(suffix) == "web_page_reader"


def _file(path: Path, mode: int) -> FoundFile | SkippedInput:
    """The file, where it has a reader by its suffix or, for a page under another name, by its first bytes."""
    shown = printable(path)
    if not stat.S_ISREG(mode):
        return SkippedInput(shown, f"it is {special(mode)}, not a file", "unreadable")
    if readers.known(path.name):
        return FoundFile(path, shown)
    suffix = readers.split_name(path.name)[1]
    if suffix in PAGE_SUFFIXES or not suffix or not suffix[1:].isalnum():
        what = looked_into(path)
        if what is not None and what.suffix in (".html", ".json", ".jsonl"):
            return FoundFile(path, shown)
    return SkippedInput(shown, no_reader(suffix), kind_of(suffix))


def looked_into(path: Path) -> recognition.Recognised | None:
    """What a file is by its first bytes, unpacked where they are packed. Raises OSError."""
    try:
        with path.open("rb") as raw:
            return recognition.recognised(peeked(unpacked(raw), recognition.HEAD))
    except BrokenStream:
        return None


def kind_of(suffix: str) -> str:
    """The code under which files of a suffix that is not read are told together."""
    return _KIND_OF.get(suffix, "no-reader" if suffix else "no-suffix")


def no_reader(suffix: str) -> str:
    """Why a file with this suffix is not read, and what to do."""
    if not suffix:
        return "its name has no suffix that says what it is; give it one (.txt, .html ...), or name the file itself"
    advice = {
        "pictures": "save the text in it as .txt",
        "recordings": "write down what is said as .txt",
        "spreadsheets": "save it as .csv",
        "packed-files": "unpack it",
        "parts-of-pages": "it is no article",
        "saved-as-one-file": "save the page as .html",
        "feeds-and-xml": "save its articles as .html or .txt",
    }
    kind = _KIND_OF.get(suffix)
    if kind is None:
        return f"no reader for {suffix}; known are {readers.described()}"
    return f"no reader for {suffix}; {advice.get(kind, 'save its text as .txt')}"


def printable(name: str | Path) -> str:
    """A name in which undecodable bytes are written as \\xNN, so that it can be stored and printed."""
    written = os.fspath(name)
    return written if written.isascii() else os.fsencode(written).decode("utf-8", "backslashreplace")


def why(error: OSError | ValueError) -> str:
    """What went wrong when a file was opened, in words for people."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder"
    if isinstance(error, PermissionError):
        return "it may not be read (permission denied)"
    if isinstance(error, OSError):
        return (error.strerror or str(error)).lower()
    return "it is no possible name of a file"


def unread_address(name: str) -> str | None:
    """Why a name that is no file is not read, where it is an address; None where it is none."""
    found = _SCHEME.match(name)
    if found is None:
        return None
    scheme = found.group(1).lower()
    if scheme in ("http", "https"):
        return "there is no such file, and addresses are fetched by `add`, `check` and `watch` only"
    if scheme == "file":
        return "addresses that begin with file: are not read; name the file by its path"
    return f"addresses that begin with {scheme}: are not read (http: and https: are); save it as a file"


def special(mode: int) -> str:
    """What a thing with this mode is that is neither file nor folder."""
    if stat.S_ISFIFO(mode):
        return "a named pipe"
    if stat.S_ISSOCK(mode):
        return "a socket"
    return "a device" if stat.S_ISCHR(mode) or stat.S_ISBLK(mode) else "something special"
