"""Flips single bits of an archive, and asks whether `verify` says so or whether the flip changes no answer.

The places are spread over every table, index and kind of page, the file's header, the free pages and the log that
SQLite writes ahead, as many in each. A flip that `verify` does not name must leave every answer byte for byte the
same: links, tables, lists, a check, traces, quotations, texts. Run it as a program for the 1,000 flips that are
promised: `python tests/durability/flip_run.py 1000`; it prints one line per fault and exits with 1 if there
is any.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import full_archive

from provenance import Archive
from provenance.errors import ProvenanceError

Outcome = Literal["said", "harmless", "silent", "traceback"]
HEADER = 100
MOST_MEMORY = 3 << 30
LOG_HEADER, FRAME_HEADER = 32, 24


@dataclass(frozen=True, slots=True)
class Region:
    """Bytes of one kind: the file that has them ("" or "-wal") and its ranges."""

    name: str
    end: str
    ranges: tuple[range, ...]

    def place(self, chance: random.Random) -> int:
        """One of its bytes."""
        return chance.choice(chance.choice(self.ranges))


@dataclass(frozen=True, slots=True)
class Original:
    """The archive that is flipped, with its log beside it, and its answers."""

    path: Path
    regions: tuple[Region, ...]
    answers: tuple[str, ...]


def made(folder: Path) -> Original:
    """Make the archive and ask it everything."""
    path = folder / "original.db"
    writing = folder / "writing.db"
    full_archive.fill(writing)
    known = full_archive.articles()
    with Archive(writing) as archive:  # what is written last stays in the log, as after a crash
        archive.store.connection.rows("PRAGMA wal_autocheckpoint = 0")
        archive.edit(known[4].id, {"publisher": "Evening Wire"}, "dana")
        archive.review_phrase("as the paper reported", "reject", "", "dana")
        with closing(sqlite3.connect(f"file:{writing}?mode=ro", uri=True)) as reading:
            reading.execute("BEGIN").connection.execute("SELECT count(*) FROM articles").fetchall()
            for end in ("", "-wal"):  # another process copies: this one has the file open
                shell_copy(f"{writing}{end}", f"{path}{end}")
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        copy = copied(path, Path(scratch))
        with Archive(copy, readonly=True) as archive:
            assert not archive.verify(sample=0).problems
            answers = tuple(full_archive.answers(archive))
    return Original(path, tuple(regions(path)), answers)


def shell_copy(source: str, target: str) -> None:
    """Copy in a process of its own: closing a file drops the locks that this one's connection has on it."""
    import subprocess

    subprocess.run([sys.executable, "-c", f"import shutil; shutil.copyfile({source!r}, {target!r})"], check=True)


def copied(path: Path, folder: Path) -> Path:
    """A copy of the archive and its log."""
    target = folder / "copy.db"
    for end in ("", "-wal"):
        shutil.copyfile(f"{path}{end}", f"{target}{end}")
    Path(f"{target}-shm").unlink(missing_ok=True)
    return target


def regions(path: Path) -> list[Region]:
    """Every kind of bytes that the file and its log have; without SQLite's table `dbstat` pages are of one kind."""
    with tempfile.TemporaryDirectory() as scratch:  # reading merges the log
        merged = copied(path, Path(scratch))
        Path(f"{merged}-wal").unlink()
        with closing(sqlite3.connect(merged)) as raw:
            size = raw.execute("PRAGMA page_size").fetchone()[0]
            pages = raw.execute(
                "SELECT name, pagetype, pageno FROM dbstat ORDER BY name, pagetype, pageno"
            ).fetchall()
    kinds: dict[str, list[range]] = {"file header": [range(HEADER)]}
    for name, kind, page in pages:
        start = (page - 1) * size + (HEADER if page == 1 else 0)
        kinds.setdefault(f"{name} {kind}", []).append(range(start, page * size))
    content = path.read_bytes()
    known = {page for _, _, page in pages}
    free = [range((page - 1) * size, page * size) for page in range(1, len(content) // size + 1) if page not in known]
    if free:
        kinds["free pages"] = free
    found = [Region(name, "", used(content, ranges)) for name, ranges in kinds.items()]
    log = Path(f"{path}-wal").stat().st_size
    frames = range(LOG_HEADER, log, FRAME_HEADER + size)
    heads = tuple(range(start, start + FRAME_HEADER) for start in frames)
    return [
        *found,
        Region("log header", "-wal", (range(LOG_HEADER),)),
        Region("log frame headers", "-wal", heads),
        Region("log pages", "-wal", tuple(range(each.stop, each.stop + size) for each in heads)),
    ]


def used(content: bytes, ranges: list[range]) -> tuple[range, ...]:
    """The ranges without their long stretches of zeros, which no page uses: flips there would only be easy."""
    found = []
    for each in ranges:
        start = each.start
        while start < each.stop:
            zeros = content.find(bytes(64), start, each.stop)
            end = each.stop if zeros < 0 else zeros + 8
            if end > start:
                found.append(range(start, min(end, each.stop)))
            if zeros < 0:
                break
            start = end
            while start < each.stop and not content[start]:
                start += 1
    return tuple(found)


def outcome(original: Original, region: Region, place: int, bit: int, folder: Path) -> tuple[Outcome, str]:
    """What becomes of one flip, and what was said."""
    copy = copied(original.path, folder)
    file = Path(f"{copy}{region.end}")
    content = bytearray(file.read_bytes())
    content[place] ^= 1 << bit
    file.write_bytes(content)
    try:
        with Archive(copy, readonly=True) as archive:
            problems = archive.verify(sample=0).problems
            if problems:
                return "said", problems[0]
            if tuple(full_archive.answers(archive)) == original.answers:
                return "harmless", ""
            return "silent", "an answer is another one"
    except ProvenanceError as error:
        # Opening refuses, which `verify` says; an answer that fails after a clean `verify` was not said.
        return ("said" if not unsaid(copy) else "silent"), str(error)
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        return "traceback", f"{error!r} in {Path(where.filename).name}, {where.name}"


def unsaid(path: Path) -> bool:
    """Whether `verify` alone finds nothing to say."""
    try:
        with Archive(path, readonly=True) as archive:
            return not archive.verify(sample=0).problems
    except ProvenanceError:
        return False


def flips(original: Original, count: int, seed: int) -> Iterator[tuple[Region, int, int]]:
    """Places and bits, the same for a seed; every region gets as many as any other, or one more."""
    chance = random.Random(seed)
    order = chance.sample(original.regions, len(original.regions))
    for number in range(count):
        region = order[number % len(order)]
        yield region, region.place(chance), chance.randrange(8)


def aloud(line: str) -> None:
    """Print at once: a long run is watched."""
    print(line, flush=True)


def run(count: int, seed: int, folder: Path, tell: Callable[[str], Any] = aloud) -> Counter[Outcome]:
    """Flip `count` bits one after the other; how often each outcome was."""
    original = made(folder)
    outcomes: Counter[Outcome] = Counter()
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        for region, place, bit in flips(original, count, seed):
            found, said = outcome(original, region, place, bit, Path(scratch))
            outcomes[found] += 1
            if found not in ("said", "harmless"):
                tell(f"{found}: {region.name}, byte {place:,}, bit {bit}: {said[:200]}")
    return outcomes


def limit_memory() -> None:
    """A damaged number that is believed must not take the machine's memory, but show as a traceback."""
    with suppress(ImportError):  # not on Windows
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def main() -> int:
    """Flip as many bits as the command line asks for, from the seed it names."""
    limit_memory()
    count, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 17
    with tempfile.TemporaryDirectory() as folder:
        found = run(count, seed, Path(folder))
    print(f"{count:,} flips: " + ", ".join(f"{number:,} {name}" for name, number in sorted(found.items())))
    return int(bool(found["silent"] or found["traceback"]))


if __name__ == "__main__":
    sys.exit(main())
