"""Stops every command that writes at each of its writes, and looks at what is left.

    python tests/durability/stop_run.py                  each command, killed before every call that changes a file
    python tests/durability/stop_run.py --how tear       killed in the middle of each write
    python tests/durability/stop_run.py --how ENOSPC     the disk is full from each call on (EDQUOT, EIO likewise)
    python tests/durability/stop_run.py --how random --points 1000     killed at random moments
    python tests/durability/stop_run.py --only "add" --points 5        one command, five points spread evenly

After each: the archive opens and verifies, no file is half written under its final name, what was printed as done is
done, the same command again leaves the same answers and bytes as one that nobody disturbed, and no other files. Exits
with 1 and a line for each point that went wrong. Needs Linux and a C compiler, but for random moments.
"""

from __future__ import annotations

import argparse
import errno
import os
import pickle
import random
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import stopping
from writing_commands import CORPUS, SCENARIOS, Scenario, answers, make_bases, make_small, run

from provenance.cli.app import HOMES
from provenance.sources import read
from provenance.store import Store
from provenance.usecases.verifying import verify

FAILURES = {"ENOSPC": errno.ENOSPC, "EDQUOT": errno.EDQUOT, "EIO": errno.EIO}
PAGE = """<html><head><title>A bridge is closed in {0}</title><meta property="article:published_time"
content="2025-03-0{1}T08:00:00Z"></head><body><article><h1>A bridge is closed in {0}</h1><p>{2}</p></article></body>
</html>"""
SAID = "The council of {0} closed the bridge on Monday after inspectors found cracks in {1} of its girders. "


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
    outputs = [folder.parent / name for name in ("printed", "complained", "kinds")]
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
    if delay is not None:
        time.sleep(delay)
        os.kill(child, signal.SIGKILL)
    else:
        signal.signal(signal.SIGALRM, lambda *_: os.kill(child, signal.SIGKILL))
        signal.setitimer(signal.ITIMER_REAL, 120)
    _, status = os.waitpid(child, 0)
    signal.setitimer(signal.ITIMER_REAL, 0)
    code = os.waitstatus_to_exitcode(status)
    kinds = outputs[2].read_text() if code >= 0 and outputs[2].exists() else ""
    outputs[2].unlink(missing_ok=True)
    printed, complained = (each.read_text("utf-8", "replace") if each.exists() else "" for each in outputs[:2])
    return Ended(code, printed, complained, kinds)


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
        ended = disturbed(self.scenario, self.folder, self.stopper, how, at, delay)
        faults = []
        if how in FAILURES:
            lines = ended.complained.strip().splitlines()
            if ended.code not in (0, 1, 3) or "Traceback" in ended.complained or "unforeseen" in ended.complained:
                faults.append(f"ended with {ended.code}: {ended.complained[-300:]}")
            elif ended.code == 1 and not lines:
                faults.append("failed without a word")
        found = in_child(lambda: self._left(ended))
        return [*faults, *(found if isinstance(found, list) else [str(found)])]

    def _left(self, ended: Ended) -> list[str]:
        faults = [f"half written: {name}" for name in self._half_written()]
        faults += self._verified()
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


class Feed(BaseHTTPRequestHandler):
    """Two pages that `watch` fetches."""

    def do_GET(self) -> None:
        place = self.path.strip("/").removesuffix(".html")
        if place not in ("Aldport", "Brenholm"):
            self.send_error(404)
            return
        number = 1 + (place == "Brenholm")
        content = PAGE.format(place, number, "".join(SAID.format(place, each) for each in range(9))).encode()
        self.send_response_only(200)  # without the date of now: it is kept with the article
        self.send_header("Date", "Mon, 03 Mar 2025 08:00:00 GMT")
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def served() -> str:
    """The addresses of pages that are served as long as this process is there."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Feed)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return "".join(f"http://127.0.0.1:{server.server_port}/{name}.html\n" for name in ("Aldport", "Brenholm"))


def imported() -> None:
    """Import once what every process would import anew."""
    for home in sorted(set(HOMES.values())):
        import_module(f"provenance.cli.command_{home}")
    read_once = list(read([CORPUS / "incoming"]))  # what readers import and load when they are first used
    assert read_once


def main() -> int:
    """Stop, look, count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--how", choices=("kill", "tear", "random", *FAILURES), default="kill")
    parser.add_argument("--only", action="append", help="a command, as the table names it")
    parser.add_argument("--points", type=int, help="so many of each command's, spread evenly; of random ones in all")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        if asked.how != "random" and stopping.LOADED not in os.environ:
            made = stopping.library(folder)
            if made is None:
                print("needs Linux and a C compiler")
                return 2
            # A process of its own, so that the library's folder goes when all is done.
            return os.waitstatus_to_exitcode(
                os.waitpid(
                    os.posix_spawn(sys.executable, [sys.executable, *sys.argv], stopping.environment(made)), 0
                )[1]
            )
        chosen = [each for each in SCENARIOS if not asked.only or each.name in asked.only]
        imported()
        make_small()
        (folder / "bases").mkdir()
        feed = served()
        told = in_child(lambda: make_bases(folder / "bases", feed), 300)
        if told is not None:
            print(told)
            return 1
        if asked.how == "random":
            return at_random(chosen, folder, asked.points or 1000, asked.seed)
        return at_each_point(chosen, folder, asked.how, asked.points)


def at_each_point(chosen: list[Scenario], folder: Path, how: str, most: int | None) -> int:
    """A line per command, and one per fault; 1 where there is any."""
    stopper = stopping.Stopper()
    points = wrong = 0
    print(f"{'command':28}{'points':>8}{'survived':>10}{'seconds':>9}")
    for scenario in chosen:
        trial = Trial(scenario, folder / "bases" / scenario.base, folder, stopper)
        places = trial.points(how)
        if most and len(places) > most:
            places = [places[round(each * (len(places) - 1) / (most - 1 or 1))] for each in range(most)]
        began, bad = time.monotonic(), 0
        lines = []
        for at in places:
            faults = trial.stopped(how, at)
            bad += bool(faults)
            lines += [f"  {how} at {at} of {len(trial.ended.kinds)}: {fault}" for fault in faults]
        row = f"{scenario.name:28}{len(places):8,}{len(places) - bad:10,}{time.monotonic() - began:9.0f}"
        print(row, flush=True)
        print("".join(f"{line}\n" for line in lines[:12]), end="", flush=True)
        points, wrong = points + len(places), wrong + bad
    print(f"{points:,} points, {points - wrong:,} survived, {wrong:,} did not")
    return int(wrong > 0)


def at_random(chosen: list[Scenario], folder: Path, count: int, seed: int) -> int:
    """So many kills at moments drawn evenly from the time that each command takes."""
    chance = random.Random(seed)
    trials = [Trial(each, folder / "bases" / each.base, folder, None) for each in chosen]
    wrong = 0
    for number in range(count):
        trial = trials[number % len(trials)]
        delay = chance.uniform(0, trial.seconds * 1.1)
        faults = trial.stopped("kill", 0, delay)
        wrong += bool(faults)
        for fault in faults:
            print(f"  round {number}, {trial.scenario.name} after {delay:.3f} s: {fault}", flush=True)
    survived = f"{count - wrong:,} survived, {wrong:,} did not"
    print(f"{count:,} kills at random moments of {len(trials)} commands: {survived}")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
