"""What a form brought, as files in a folder of their own: so that they are read by the readers of all other inputs.

Names of files come from a browser and are never used as paths: what is left of one is its last part, without anything
that a file system, a terminal or a page could take for more.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from provenance.config.fetching import FetchSettings
from provenance.errors import UsageError
from provenance.model import Article, SkippedInput
from provenance.reports.characters import REPLACEMENT, line
from provenance.sources import read

if TYPE_CHECKING:
    from starlette.datastructures import UploadFile

LONGEST = 100  # characters of a name
_UNUSUAL = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)  # of Windows, whatever their suffix


def save(folder: Path, text: str, files: Sequence[UploadFile]) -> list[Path]:
    """Write pasted text and files into a new folder; their paths, the text first."""
    folder.mkdir(parents=True, exist_ok=True)
    saved = []
    if text.strip():
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:10]
        saved.append(folder / f"pasted-{digest}.txt")
        saved[0].write_bytes(text.replace("\r\n", "\n").encode("utf-8", "replace"))
    for number, file in enumerate(files, 1):
        own = folder / str(number)  # two may have one name
        own.mkdir()
        path = own / file_name(file.filename or "")
        with path.open("wb") as target:
            shutil.copyfileobj(file.file, target)
        saved.append(path)
    return saved


def file_name(given: str) -> str:
    """A name that can be written anywhere, like the one that a browser sent."""
    last = re.split(r"[/\\]", line(given))[-1]
    name = _UNUSUAL.sub("_", last.replace(REPLACEMENT, "_")).strip(" .")
    stem, dot, suffix = name.rpartition(".")
    if dot and len(name) > LONGEST:
        name = f"{stem[: LONGEST - len(suffix) - 1]}.{suffix}" if len(suffix) < 12 else name[:LONGEST]
    name = name[:LONGEST].strip(" .")
    return f"_{name}" if _DEVICES.fullmatch(name) else name or "file.txt"


def read_address(address: str, most: int) -> Iterator[Article | SkippedInput]:
    """The articles at a public address on the web, a feed's too, `most` pages at most; raises UsageError for any
    other name."""
    if not address.lower().startswith(("http://", "https://")):
        raise UsageError(f"{address!r} is no address: one begins with http:// or https://")
    return read([address], fetching=FetchSettings(most_pages=most))


def read_saved(paths: Sequence[Path]) -> Iterator[Article | SkippedInput]:
    """The articles of saved files, and what gave none; both say the name of the file, and not where it was kept."""
    for path in paths:
        begun = False
        for found in read([path]):
            begun = True
            if isinstance(found, SkippedInput):
                yield replace(found, where=_without(found.where, path))
            else:
                notes = tuple(replace(note, where=_without(note.where, path)) for note in found.notes)
                yield replace(found, origin=path.name, notes=notes)
        if not begun:
            yield SkippedInput(path.name, "it holds no article", "empty")


def _without(where: str, path: Path) -> str:
    return where.replace(f"{path.parent}/", "").replace(f"{path.parent}\\", "")
