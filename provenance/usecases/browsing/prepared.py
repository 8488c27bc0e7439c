"""Lists that take a comparison of the whole archive: quotations and groups of near duplicates.

They are worked out by a process of their own when somebody first asks, so that no page waits for minutes and the
server stays small. Until they are there `NotReady` says so. When the archive has changed, the old ones are shown with
the word that they are old until the new ones are there; while an audit writes, they are not worked out again and
again.
"""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
import threading
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from provenance.config.settings import Settings
from provenance.errors import ArchiveBusy, ArchiveError
from provenance.files.temporary import temporary_folder
from provenance.model.lists import Key, QuotationQuestion
from provenance.reports.audit_words import stage_words
from provenance.store import Store
from provenance.store.browsing.prepared_rows import PreparedRows
from provenance.usecases.browsing import preparing
from provenance.usecases.browsing.preparing import Request, What

# Worked out again at most a third of the time, and not more often than every ten seconds.
PAUSE = 10.0
PAUSES = 2.0


class NotReady(ArchiveBusy):
    """A list is being worked out; asked again after some seconds it may be there.

    `how_far` says in words which step is how far, "" before the first has begun; `done` of `total` is the same in
    numbers. `seconds` is since when it is being worked out.
    """

    def __init__(
        self, what: What, stage: str = "", done: int = 0, total: int | None = None, seconds: float = 0
    ) -> None:
        self.what, self.done, self.total, self.seconds = what, done, total, seconds
        self.how_far = stage_words(stage, done, total) if stage else ""
        far = f" ({self.how_far})" if stage else ""
        super().__init__(f"the {what} of the whole archive are being worked out{far}; ask again in some seconds")


@dataclass(frozen=True, slots=True)
class PreparedPage:
    """Some rows as the objects that the command prints. `total` counts all rows, `after` is the key to go on with;
    `old` says that the archive has changed since they were worked out."""

    rows: tuple[dict[str, Any], ...]
    total: int
    after: Key | None
    old: bool


@dataclass(slots=True)
class _Work:
    process: subprocess.Popen[bytes] | None = None
    target: Path | None = None
    begun: float = 0.0
    not_before: float = 0.0
    ready: PreparedRows | None = None
    moment: tuple[int, ...] = ()
    failed: str = ""


@dataclass
class Prepared:
    """The prepared lists of one archive, for as long as a server runs; several threads may ask."""

    path: Path
    settings: Settings
    read_only: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _works: dict[What, _Work] = field(default_factory=dict)
    _folder: Path | None = None
    _folders: ExitStack = field(default_factory=ExitStack)

    def quotations(self, store: Store, asked: QuotationQuestion, after: Key | None, limit: int) -> PreparedPage:
        """Quotations by article and place; raises NotReady."""
        rows, old = self._rows("quotations", store)
        return _page(*rows.quotations(asked, after, limit + 1), limit, old=old)

    def clusters(self, store: Store, after: Key | None, limit: int) -> PreparedPage:
        """Groups of near duplicates, the largest first; raises NotReady."""
        rows, old = self._rows("clusters", store)
        return _page(*rows.groups(after, limit + 1), limit, old=old)

    def speakers(self, store: Store, name: str) -> list[str]:
        """The speakers whom a name means, as `quotes --speaker` understands it; raises NotReady."""
        from provenance.quotes.linking.speakers import same_speaker

        rows, _ = self._rows("quotations", store)
        return [each for each in rows.speakers() if same_speaker(name, each) is True]

    def close(self) -> None:
        """Stop what is being worked out, and delete what was."""
        with self._lock:
            for work in self._works.values():
                if work.process is not None:
                    work.process.kill()
                    work.process.wait()
            self._works.clear()
            self._folders.close()
            self._folder = None

    def _rows(self, what: What, store: Store) -> tuple[PreparedRows, bool]:
        moment = store.moment()
        with self._lock:
            work = self._works.setdefault(what, _Work())
            self._take(work)
            lacking = work.ready is None or work.moment != moment
            if lacking and work.process is None and time.monotonic() >= work.not_before:
                self._begin(what, work)
            if work.ready is None:
                if work.failed and work.process is None:
                    raise ArchiveError(f"the {what} could not be worked out: {work.failed}")
                far = preparing.how_far(work.target) if work.target is not None else ("", 0, None)
                raise NotReady(what, *far, seconds=time.monotonic() - work.begun)
            return work.ready, work.moment != moment

    def _begin(self, what: What, work: _Work) -> None:
        if self._folder is None:
            self._folder = self._folders.enter_context(temporary_folder("lists"))
        number = int(time.monotonic() * 1000)
        work.target = self._folder / f"{what}-{number}.rows"
        work.begun, work.failed = time.monotonic(), ""
        request = Request(what, self.path.absolute(), self.settings, work.target, self.read_only)
        with work.target.with_suffix(".errors").open("wb") as errors:
            work.process = subprocess.Popen(  # noqa: S603 (this program itself)
                [sys.executable, "-c", f"from {preparing.__name__} import main; main()"],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=errors,
            )
        assert work.process.stdin is not None  # noqa: S101
        work.process.stdin.write(pickle.dumps(request))
        work.process.stdin.close()

    def _take(self, work: _Work) -> None:
        """Take over what a process has finished."""
        if work.process is None or work.process.poll() is None or work.target is None:
            return
        now = time.monotonic()
        work.not_before = now + max(PAUSE, PAUSES * (now - work.begun))
        errors = work.target.with_suffix(".errors")
        if work.process.returncode:
            said = errors.read_text("utf-8", "replace").strip().splitlines()
            work.failed = said[-1] if said else f"it ended with {work.process.returncode}"
        else:
            before = work.ready
            work.ready = PreparedRows(work.target)
            work.moment = work.ready.moment()
            if before is not None:
                before.path.unlink(missing_ok=True)
        errors.unlink(missing_ok=True)
        preparing.progress_file(work.target).unlink(missing_ok=True)
        work.process = None


def _page(found: list[tuple[Key, bytes]], total: int, limit: int, *, old: bool) -> PreparedPage:
    shown = found[:limit]
    rows = tuple(json.loads(content) for _, content in shown)
    return PreparedPage(rows, total, shown[-1][0] if len(found) > limit else None, old)
