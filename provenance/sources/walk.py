"""Paths to files: named files, and folders walked in sorted order, hidden names left out, each folder once.

Only regular files are ever opened: a pipe or a device could keep the program waiting or reading for ever.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from provenance.model import SkippedInput
from provenance.sources import formats


@dataclass(frozen=True, slots=True)
class Found:
    """A regular file; `shown` is its path for people and ids, free of undecodable bytes."""

    path: Path
    shown: str


def files(path: str | Path) -> Iterator[Found | SkippedInput]:
    """The files that a path stands for, and what stands in the way of reading others."""
    shown = readable(os.fspath(path))
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
    elif (suffix := formats.split_name(Path(shown).name)[1]) and suffix not in formats.MODULES:
        yield SkippedInput(shown, f"no reader for {suffix}; known are {formats.described()}")
    else:
        yield Found(Path(path), shown)


def _folder(top: Path) -> Iterator[Found | SkippedInput]:
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
                yield Found(name, readable(str(name)))
        except OSError as error:
            found_any = True
            yield SkippedInput(readable(str(name)), _why(error))
    if not found_any:
        yield SkippedInput(readable(str(top)), f"it holds no file to read; known are {formats.described()}")


def _entries(folder: Path) -> list[Path]:
    """Paths of the sub-folders and of the files with a reader, sorted by name."""
    with os.scandir(folder) as entries:
        chosen = [
            entry.name
            for entry in entries
            if not entry.name.startswith(".") and (formats.known(entry.name) or _is_folder(entry))
        ]
    return [folder / name for name in sorted(chosen)]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def readable(name: str) -> str:
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


def reason(error: OSError) -> str:
    """Why a file could not be opened or read, for people."""
    return _why(error)


def _kind(mode: int) -> str:
    if stat.S_ISFIFO(mode):
        return "a named pipe"
    if stat.S_ISSOCK(mode):
        return "a socket"
    return "a device" if stat.S_ISCHR(mode) or stat.S_ISBLK(mode) else "something special"
