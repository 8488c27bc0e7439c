"""One command of the table, stopped somewhere, and what is wrong with what it left."""

from __future__ import annotations

import errno
import os
import pickle
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import stopping
from writing_commands import Scenario, answers, run

from provenance.store import Store
from provenance.usecases.verifying import verify

OUTPUTS = ("printed", "complained", "kinds")
FAILURES = {"ENOSPC": errno.ENOSPC, "EDQUOT": errno.EDQUOT, "EIO": errno.EIO}


@dataclass
class Ended:
    """A process that ran a command: its exit code (negative: a signal), what it printed, the calls it made."""

    code: int
    printed: str
    complained: str
    kinds: str


def in_child(action: Callable[[], Any], timeout: float = 120) -> Any:
    """What an action returns that runs in a process of its own, or the exception that ended it."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            result = action()
        except BaseException as error:  # the parent is told
            import traceback

            result = f"{type(error).__name__}: {error}\n{traceback.format_exc()}"
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(result, pipe)
        os._exit(0)
    os.close(writing)
    signal.signal(signal.SIGALRM, lambda *_: os.kill(child, signal.SIGKILL))
    signal.setitimer(signal.ITIMER_REAL, timeout)
    with os.fdopen(reading, "rb") as pipe:
        told = pipe.read()
    os.waitpid(child, 0)
    signal.setitimer(signal.ITIMER_REAL, 0)
    return pickle.loads(told) if told else "the process that looked ended by itself"


def disturbed(
    scenario: Scenario, folder: Path, stopper: stopping.Stopper | None, how: str, at: int, delay: float | None = None
) -> Ended:
    """The command in a process that is stopped at the `at`-th call, or after `delay` seconds."""
    child = started(scenario, folder, stopper, how, at)
    if delay is not None:
        time.sleep(delay)
        os.kill(child, signal.SIGKILL)
    else:
        signal.signal(signal.SIGALRM, lambda *_: os.kill(child, signal.SIGKILL))
        signal.setitimer(signal.ITIMER_REAL, 120)
    _, status = os.waitpid(child, 0)
    signal.setitimer(signal.ITIMER_REAL, 0)
    return ended(folder, os.waitstatus_to_exitcode(status))


def ended(folder: Path, code: int) -> Ended:
    """What a process that ended, or is held, has printed."""
    printed, complained, kinds = (folder.parent / name for name in OUTPUTS)
    seen = kinds.read_text() if code >= 0 and kinds.exists() else ""
    kinds.unlink(missing_ok=True)
    said = (each.read_text("utf-8", "replace") if each.exists() else "" for each in (printed, complained))
    return Ended(code, *said, seen)


def started(scenario: Scenario, folder: Path, stopper: stopping.Stopper | None, how: str, at: int) -> int:
    """The number of a process that runs the command and is stopped at the `at`-th call."""
    outputs = [folder.parent / name for name in OUTPUTS]
    child = os.fork()
    if child == 0:
        code = 99
        try:
            for number, name in enumerate(outputs[:2], 1):
                os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
            sys.stdout = os.fdopen(1, "w", buffering=1, closefd=False)  # what is printed is out at once
            sys.stderr = os.fdopen(2, "w", buffering=1, closefd=False)
            os.chdir(folder)
            tempfile.tempdir = str(folder / "temporary")
            if stopper is not None:
                kind = "fail" if how in FAILURES else how
                stopper.arm(folder, kind, at, FAILURES.get(how, 0))
            code = run(scenario.arguments(folder))
            sys.stdout.flush()
            if stopper is not None:
                stopper.disarm()
                outputs[2].write_text(stopper.kinds())
        finally:
            os._exit(code)
    return child


class Trial:
    """One command, the folder it begins from, and what it leaves when nobody disturbs it."""

    def __init__(self, scenario: Scenario, base: Path, place: Path, stopper: stopping.Stopper | None) -> None:
        self.scenario, self.base, self.folder, self.stopper = scenario, base, place / "work", stopper
        self.fresh()
        began = time.monotonic()
        self.ended = disturbed(scenario, self.folder, stopper, "count", 0)
        self.seconds = time.monotonic() - began
        if self.ended.code not in (0, 3):
            raise SystemExit(f"{scenario.name}: undisturbed it ended with {self.ended}")
        self.after = in_child(lambda: answers(self.folder))
        self.before = in_child(lambda: answers(self.fresh()))
        if not isinstance(self.after, dict) or not isinstance(self.before, dict):
            raise SystemExit(f"{scenario.name}: {self.after if isinstance(self.after, str) else self.before}")

    def fresh(self) -> Path:
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.base, self.folder)
        (self.folder / "temporary").mkdir()
        return self.folder

    def points(self, how: str) -> list[int]:
        """The calls to stop at; those in the middle of a write are writes."""
        return [at for at, kind in enumerate(self.ended.kinds, 1) if how != "tear" or kind == "w"]

    def stopped(self, how: str, at: int, delay: float | None = None) -> list[str]:
        """What is wrong after the command was stopped there."""
        self.fresh()
        left = disturbed(self.scenario, self.folder, self.stopper, how, at, delay)
        faults = []
        if how in FAILURES:
            lines = left.complained.strip().splitlines()
            if left.code not in (0, 1, 3) or "Traceback" in left.complained or "unforeseen" in left.complained:
                faults.append(f"ended with {left.code}: {left.complained[-300:]}")
            elif left.code == 1 and not lines:
                faults.append("failed without a word")
        return [*faults, *self.wrong(left)]

    def wrong(self, ended: Ended) -> list[str]:
        """What is wrong in the folder where a process ended like that, and when the command is run again there."""
        return self._apart(lambda: self._left(ended))

    def wrong_at_once(self) -> list[str]:
        """What is wrong in the folder as it is; nothing in it is changed."""
        return self._apart(self._whole) if any(self.folder.glob("*.db")) else self._whole()

    @staticmethod
    def _apart(look: Callable[[], list[str]]) -> list[str]:
        found = in_child(look)
        return found if isinstance(found, list) else [str(found)]

    def _whole(self) -> list[str]:
        return [*(f"half written: {name}" for name in self._half_written()), *self._verified()]

    def _left(self, ended: Ended) -> list[str]:
        faults = self._whole()
        state = None
        if ended.printed == self.ended.printed and ended.printed.strip():  # it said that all is done
            state = answers(self.folder)
            missing = [each for each in self._different(state) if each.startswith(("view ", *self.ended_files()))]
            faults += [f"said to be done and is not: {each}" for each in missing]
        if ended.code == 0 and not faults:  # what could not be taken away is, when the command is run again
            state = state or answers(self.folder)
            different = [each for each in self._different(state) if not each.startswith(("names", "temporary/"))]
            faults += [f"ended well, and differs: {each}" for each in different]
        if self.scenario.once:
            state = state or answers(self.folder)
            others = {key for key in self.after if state.get(key) not in (self.before.get(key), self.after[key])}
            if others - {"names"}:
                faults.append(f"neither before nor after: {sorted(others)}")
            return faults
        tempfile.tempdir = str(self.folder / "temporary")
        words = self.scenario.arguments(self.folder)
        with Path(os.devnull).open("w") as nowhere, (self.folder.parent / "again").open("w+") as said:
            sys.stdout, sys.stderr = nowhere, said
            code = run(words)
            said.seek(0)
            if code not in ((0, 1, 2, 3) if self.scenario.again_fails else (0, 3)):
                faults.append(f"again it ended with {code}: {said.read()[-500:]}")
        faults += self._verified()
        return faults + [f"again it differs: {each}" for each in self._different(answers(self.folder))]

    def _half_written(self) -> list[str]:
        """Files under a final name that are neither the former ones nor those to come."""
        found = []
        for pattern in self.scenario.outputs:
            for file in self.folder.glob(pattern):
                name = str(file.relative_to(self.folder))
                known = (self.before.get(name), self.after.get(name))
                if file.is_file() and not file.name.startswith(".") and file.read_bytes() not in known:
                    found.append(name)
        return found

    def _verified(self) -> list[str]:
        """What `verify` says of a copy, so that the next command meets the file as it was left."""
        faults: list[str] = []
        with tempfile.TemporaryDirectory(dir=self.folder.parent) as place:
            for file in self.folder.glob("*.db*"):
                if file.is_file():
                    shutil.copy(file, place)
            for path in sorted(Path(place).glob("*.db")):
                if not path.stat().st_size:
                    continue
                try:
                    with Store.open(path, create=True) as store:
                        faults += [f"{path.name}: {problem}" for problem in verify(store, sample=0).problems]
                except Exception as error:
                    faults.append(f"{path.name} does not open: {type(error).__name__}: {error}")
        return faults

    def ended_files(self) -> tuple[str, ...]:
        """The files that the command is asked to write."""
        return tuple(each.partition("/")[0] for each in self.scenario.outputs)

    def _different(self, state: dict[str, object]) -> list[str]:
        return [
            f"{key}{_difference(state.get(key), self.after.get(key))}"
            for key in sorted({*state, *self.after})
            if state.get(key) != self.after.get(key)
        ]


def _difference(one: object, other: object) -> str:
    if isinstance(one, list) and isinstance(other, list):
        return f" {[x for x in one if x not in other][:3]} instead of {[x for x in other if x not in one][:3]}"[:400]
    return ""
