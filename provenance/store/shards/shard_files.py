"""Which files a name means: one archive, all that a pattern matches, or those that a list of shards names.

`shards/*.db` is a pattern wherever no file has that very name. A list of shards is a text file whose name ends in
`.shards`, one file per line, relative to the list; it may name files that are still to be made. Nothing here opens an
archive.
"""

from __future__ import annotations

from pathlib import Path

from provenance.errors import ArchiveError

SUFFIX = ".shards"
MOST = 1000  # files; each takes a descriptor or three, and systems allow 1,024 to a process by default
LARGEST = 1 << 20  # bytes of a list
WILD = frozenset("*?[")


def names_several(name: str | Path) -> bool:
    """Whether the name is a pattern or a list of shards, and not the name of one archive."""
    path = Path(name)
    return path.suffix == SUFFIX or (not WILD.isdisjoint(str(path)) and not path.exists())


def shard_files(name: str | Path) -> list[Path]:
    """The files that a pattern matches, by name, or that a list names, in its order.

    Raises ArchiveError where there are none or too many, or a list cannot be read or names one twice.
    """
    path = Path(name)
    found = _listed(path) if path.suffix == SUFFIX else _matched(path)
    if len(found) > MOST:
        raise ArchiveError(f"{path} names {len(found):,} files, and at most {MOST:,} are asked as one archive")
    return found


def _matched(pattern: Path) -> list[Path]:
    start = Path(pattern.anchor) if pattern.anchor else Path()
    try:
        found = sorted(each for each in start.glob(str(pattern.relative_to(start))) if each.is_file())
    except (ValueError, OSError, NotImplementedError) as error:
        raise ArchiveError(f"{pattern} is no pattern of file names: {error}") from error
    if not found:
        raise ArchiveError(
            f"no file is named like {pattern}; `provenance --db shards/1.db add PATH...` makes one, and a list of "
            f"names in a file that ends in {SUFFIX} makes several"
        )
    return found


def _listed(path: Path) -> list[Path]:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise ArchiveError(f"{path} cannot be read: {error.strerror}; it should name one archive per line") from error
    if len(content) > LARGEST or b"\0" in content:
        raise ArchiveError(f"{path} is no list of shards: it should be a text that names one archive per line")
    lines = [line.strip() for line in content.decode("utf-8", "surrogateescape").splitlines()]
    found = [path.parent / line for line in lines if line and not line.startswith("#")]
    if not found:
        raise ArchiveError(f"{path} names no archive; it should name one per line")
    twice = next((each for place, each in enumerate(found) if each in found[:place]), None)
    if twice is not None:
        raise ArchiveError(f"{path} names {twice} twice")
    return found
