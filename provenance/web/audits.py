"""The audit that a site runs: at most one at a time, in a process of its own, seen alike by every tab.

It belongs to the server and not to a page: closing a tab ends nothing. It reads and writes nothing itself.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from provenance.errors import UsageError

State = Literal["idle", "running", "stopping", "done", "stopped", "failed"]
PATIENCE = 10  # seconds that an audit has to end in when the server does


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the audit is. `stage`, `done` and `total` are of the step that runs; `counts` are those of its end
    (`reports.audit_words.done_words`); `error` says why it failed. `number` counts the audits of this server."""

    state: State = "idle"
    number: int = 0
    stage: str = ""
    done: int = 0
    total: int | None = None
    counts: tuple[int, ...] = ()
    error: str = ""

    @property
    def runs(self) -> bool:
        """Whether it has not ended."""
        return self.state in ("running", "stopping")


class Audits:
    """The audits of one archive and profile. Threads may ask at the same time."""

    def __init__(self, path: Path, profile: str) -> None:
        self._path, self._profile = path, profile
        self._lock = threading.Lock()
        self._progress = Progress()
        self._process: subprocess.Popen[str] | None = None

    @property
    def progress(self) -> Progress:
        """How far it is now."""
        return self._progress

    def start(self) -> None:
        """Begin one, or go on with one that was stopped; nothing where one runs already."""
        with self._lock:
            if self._progress.runs:
                return
            jobs = max((os.cpu_count() or 2) - 1, 1)  # one processor is left for pages
            command = [sys.executable, "-m", "provenance.web.audit_process", str(self._path.absolute())]
            try:
                self._process = subprocess.Popen(  # noqa: S603 (this program itself)
                    [*command, self._profile, str(jobs)],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    text=True,
                    encoding="utf-8",
                    errors="replace",
                    start_new_session=True,  # Ctrl-C in the terminal reaches the server, which ends it in order
                )
            except OSError as error:
                raise UsageError(f"no audit could be started: {error.strerror}") from error
            self._progress = Progress("running", self._progress.number + 1, "starting")
            threading.Thread(target=self._follow, args=(self._process,), daemon=True).start()

    def stop(self) -> None:
        """Let it end soon, keeping what it has done."""
        with self._lock:
            if self._progress.state == "running" and self._process is not None and self._process.stdin is not None:
                self._progress = replace(self._progress, state="stopping")
                self._process.stdin.close()

    def close(self) -> None:
        """End it with the server."""
        self.stop()
        process = self._process
        if process is None:
            return
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:  # what it stored so far is kept all the same
            process.kill()
            process.wait()

    def _follow(self, process: subprocess.Popen[str]) -> None:
        """Read what the process says until it has ended; only then does this audit count as ended."""
        assert process.stdout is not None  # noqa: S101 (asked for above)
        complaints: list[str] = []
        reading = threading.Thread(target=lambda: complaints.extend(process.stderr or ()), daemon=True)
        reading.start()
        last: dict[str, Any] = {}
        for line in process.stdout:
            try:
                last = json.loads(line)
            except ValueError:
                continue
            if "stage" in last:
                with self._lock:
                    self._progress = replace(
                        self._progress, stage=last["stage"], done=last["done_so_far"], total=last["total"]
                    )
        process.wait()
        reading.join(PATIENCE)
        with self._lock:
            self._progress = self._ended(last, process.returncode, complaints)
        for pipe in (process.stdin, process.stdout, process.stderr):
            if pipe is not None:
                pipe.close()

    def _ended(self, last: Mapping[str, Any], code: int, complaints: Sequence[str]) -> Progress:
        """How it ended: by its last line, or where that says nothing, by what it complained of."""
        if "done" in last:
            return replace(self._progress, state="done", counts=tuple(last["done"]))
        if "stopped" in last or self._progress.state == "stopping":
            return replace(self._progress, state="stopped")
        if "failed" in last:
            return replace(self._progress, state="failed", error=last["failed"])
        why = next((each.strip() for each in reversed(complaints) if each.strip()), "")
        return replace(self._progress, state="failed", error=f"it ended with code {code}{f': {why}' if why else ''}")
