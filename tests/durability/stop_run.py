"""Stops every command that writes at each of its writes, and looks at what is left.

    python tests/durability/stop_run.py                  each command, held before every call that changes a file
    python tests/durability/stop_run.py --how kill       killed there, each time anew
    python tests/durability/stop_run.py --how tear       killed in the middle of each write
    python tests/durability/stop_run.py --how ENOSPC     the disk is full from each call on (EDQUOT, EIO likewise)
    python tests/durability/stop_run.py --how random --points 1000     killed at random moments
    python tests/durability/stop_run.py --only "add" --points 5        one command, five points spread evenly

After each: the archive opens and verifies, no file is half written under its final name, what was printed as done is
done, the same command again leaves the same answers and bytes as one that nobody disturbed, and no other files. What
a command has on the disk while it is held is what a kill leaves there (`held.py`). Exits with 1 and a line for each
point that went wrong. Needs Linux and a C compiler, but for random moments.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import stopping
from held import looked_at
from served_pages import served
from trials import FAILURES, Trial, in_child
from writing_commands import CORPUS, SCENARIOS, Scenario, make_bases, make_small

from provenance.cli.app import HOMES
from provenance.sources import read

HOLDS = "hold"


def imported() -> None:
    """Import once what every process would import anew."""
    for home in sorted(set(HOMES.values())):
        import_module(f"provenance.cli.command_{home}")
    read_once = list(read([CORPUS / "incoming"]))  # what readers import and load when they are first used
    assert read_once


def main() -> int:
    """Stop, look, count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--how", choices=(HOLDS, "kill", "tear", "random", *FAILURES), default=HOLDS)
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
        for at, faults in (
            looked_at(trial, {*places}) if how == HOLDS else ((at, trial.stopped(how, at)) for at in places)
        ):
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
