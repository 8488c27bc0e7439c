"""Opening inputs of rows: files, folders, standard input; packed with gzip or zstd, whatever the name says.

An input is read several times, so standard input is copied to a temporary file first. What an input is, is decided by
its first bytes.
"""

from __future__ import annotations

import io
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from provenance.errors import MissingExtra, UnreadableInput, UsageError
from provenance.sources.characters.decoding import CHUNK, BrokenStream, UndecodableInput, unpacked

ZSTD = b"\x28\xb5\x2f\xfd"
PARQUET = b"PAR1"
SUFFIXES = (".jsonl", ".ndjson", ".csv", ".tsv", ".parquet")
PACKED = (".gz", ".zst")


@dataclass(frozen=True, slots=True)
class RowStream:
    """One input: what people call it, and the file that has its bytes."""

    name: str
    path: Path

    @contextmanager
    def opened(self) -> Iterator[BinaryIO]:
        """Its bytes, unpacked. Raises UnreadableInput, also while reading; a packed file that is cut off is one."""
        try:
            with self.unpacked() as stream:
                yield stream
        except BrokenStream as error:
            raise UnreadableInput(f"{self.name}: {error}") from None
        except UndecodableInput as error:
            raise UnreadableInput(f"{self.name}: {error}") from None

    @contextmanager
    def unpacked(self) -> Iterator[BinaryIO]:
        """Its bytes, unpacked."""
        try:
            raw = self.path.open("rb")
        except OSError as error:
            raise UnreadableInput(f"{self.name}: {error.strerror or error}") from None
        with raw:
            if raw.peek(4)[:4] == ZSTD:
                yield io.BufferedReader(cast("io.RawIOBase", _Unpacked(raw)), CHUNK)
            else:
                yield unpacked(raw)


class _Unpacked(io.RawIOBase):
    """A stream packed with zstd; Arrow has the reader, which comes with the extra for Parquet."""

    def __init__(self, raw: BinaryIO) -> None:
        super().__init__()
        try:
            import pyarrow
        except ImportError as error:
            raise MissingExtra("reading files packed with zstd", "parquet") from error
        self._stream = pyarrow.CompressedInputStream(pyarrow.PythonFile(raw, mode="r"), "zstd")
        self._left = b""

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill the buffer with the next bytes."""
        view = memoryview(cast("bytearray", buffer))
        try:
            data: bytes = self._stream.read(len(view))
        except (OSError, ValueError) as error:
            raise BrokenStream(f"the compressed file is damaged or cut off ({error})") from None
        view[: len(data)] = data
        return len(data)


def streams(inputs: Sequence[str | Path], folder: Path) -> list[RowStream]:
    """The inputs in their order: `-` once, copied into `folder`; of a folder, its files of rows by name.

    Raises UnreadableInput for a path that is not there and for a folder without any such file.
    """
    found: list[RowStream] = []
    for each in inputs:
        if str(each) == "-":
            path = folder / "standard-input"
            if not path.exists():
                with path.open("wb") as copy:
                    shutil.copyfileobj(sys.stdin.buffer, copy, CHUNK)
            found.append(RowStream("standard input", path))
            continue
        path = Path(each)
        if path.is_dir():
            inside = sorted(one for one in path.rglob("*") if one.is_file() and has_rows(one.name))
            if not inside:
                raise UnreadableInput(f"{path}: it has no file that ends in {', '.join(SUFFIXES)}")
            found.extend(RowStream(str(one), one) for one in inside)
        elif not path.exists():
            raise UnreadableInput(f"{path}: there is no such file")
        else:
            found.append(RowStream(str(path), path))
    return found


def other_files(inputs: Sequence[str | Path]) -> dict[str, int]:
    """How many files of the folders among the inputs are none of rows, by suffix ("" for none), the most first."""
    found: Counter[str] = Counter()
    for path in {Path(each).resolve(): Path(each) for each in inputs if str(each) != "-"}.values():
        if path.is_dir():
            found.update(
                "".join(suffix_of(one.name)) for one in path.rglob("*") if one.is_file() and not has_rows(one.name)
            )
    return dict(sorted(found.items(), key=lambda each: (-each[1], each[0])))


def require_apart(outputs: Sequence[str | Path | None], inputs: Sequence[RowStream]) -> None:
    """Raise UsageError where a file to write is one of these inputs, under whatever name, or is named twice."""
    named: set[Path] = set()
    for path in (Path(each) for each in outputs if each is not None and str(each) != "-"):
        if path.resolve() in named:
            raise UsageError(f"{path}: it is named for two things to write; name a file for each")
        named.add(path.resolve())
        if path.exists() and any(one.path.exists() and path.samefile(one.path) for one in inputs):
            raise UsageError(f"{path}: it is one of the inputs, which are never written over; name another file")


def has_rows(name: str) -> bool:
    """Whether a file of this name is one of rows, by its suffix."""
    return suffix_of(name)[0] in SUFFIXES


def suffix_of(name: str) -> tuple[str, str]:
    """The suffix that says the format, and the one that says how it is packed, in lower case: (".csv", ".gz")."""
    bare = name.lower()
    packed = next((ending for ending in PACKED if bare.endswith(ending)), "")
    return Path(bare.removesuffix(packed)).suffix, packed
