"""A command held before each of its writes: what is on the disk then is what a kill would leave.

One run instead of one per write, since a kill loses no byte that was written, only the locks. Every state is opened
and verified. The first and the last state between two changes of what counts (what the archive has committed, files
under their final names, what was printed) are copied and looked at wholly, with the command run again there; those
between them differ by uncommitted pages of a log or a growing temporary file.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from trials import OUTPUTS, Ended, Trial, ended, started


def looked_at(trial: Trial, places: set[int]) -> list[tuple[int, list[str]]]:
    """The number of each of these calls, from 1 on and ascending, with what is wrong before it."""
    place = trial.folder.parent / "kept"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    wrong: dict[int, list[str]] = {}
    kept: dict[int, Ended] = {}
    content = Content(trial.folder)
    former, first, last = "", 0, 0
    for at in _held(trial):
        if at not in places:
            continue
        wrong[at] = trial.wrong_at_once()
        now = content.that_counts()
        if now == former and not content.archives and trial.ended.kinds[at - 1] == "w":
            continue  # a temporary file grows, and the next call is one more like it or is kept
        if now != former:
            former, first = now, at
        elif last != first:  # a later one with the same that counts
            kept.pop(last)
            shutil.rmtree(place / str(last))
        last = at
        kept[at] = ended(trial.folder, -signal.SIGKILL)
        shutil.copytree(trial.folder, place / str(at))
    for at, left in kept.items():
        shutil.rmtree(trial.folder)
        (place / str(at)).rename(trial.folder)
        wrong[at] += (fault for fault in trial.wrong(left) if fault not in wrong[at])
    return sorted(wrong.items())


def _held(trial: Trial) -> Iterator[int]:
    """Run the command; it stands still before its n-th call while n is looked at."""
    trial.fresh()
    child = started(trial.scenario, trial.folder, trial.stopper, "hold", 0)
    signal.signal(signal.SIGALRM, signal.SIG_IGN)
    at = 0
    try:
        while os.WIFSTOPPED(os.waitpid(child, os.WUNTRACED)[1]):
            at += 1
            yield at
            os.kill(child, signal.SIGCONT)
        child = 0
    finally:
        if child:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
    if at != len(trial.ended.kinds):
        raise SystemExit(f"{trial.scenario.name}: {len(trial.ended.kinds)} calls were counted, {at} were made")


class Content:
    """What is in a folder; files that did not change are read once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[tuple[object, ...], bytes] = {}
        self.archives: list[Path] = []

    def that_counts(self) -> bytes:
        """A digest of what was committed, of files under final names, of folders of others, and of words printed."""
        found = [(self._folder.parent / OUTPUTS[0]).read_bytes()]
        self.archives = []
        for file in sorted(self._folder.rglob("*")):
            name = file.relative_to(self._folder)
            temporary = name.parts[0] == "temporary" or any(each.startswith(".") for each in name.parts)
            if file.name.endswith(("-wal", "-shm")):
                continue
            found.append(str(name.parent if temporary else name).encode())
            if file.suffix == ".db":
                self.archives.append(file)
            if file.is_file() and not temporary:
                found.append(self._digest(file))
        return hashlib.sha256(b"\n".join(found)).digest()

    def _digest(self, file: Path) -> bytes:
        log = Path(f"{file}-wal")
        key = (file, *(_state(each) for each in (file, log) if each.exists()))
        if key not in self._known:
            content = _committed(file) if file.suffix == ".db" else file.read_bytes()
            self._known[key] = hashlib.sha256(content).digest()
        return self._known[key]


def _state(file: Path) -> tuple[int, int, int]:
    about = file.stat()
    return about.st_ino, about.st_mtime_ns, about.st_size


def _committed(path: Path) -> bytes:
    """The content of an archive as a reader finds it; of a file that SQLite cannot read, its bytes."""
    with tempfile.TemporaryDirectory(dir=path.parent.parent) as scratch:
        for file in path.parent.glob(f"{path.name}*"):
            if file.is_file():  # a folder beside it keeps the sources
                shutil.copy(file, scratch)
        try:
            with closing(sqlite3.connect(Path(scratch) / path.name)) as copy:
                return copy.serialize()
        except sqlite3.Error:
            return path.read_bytes()
