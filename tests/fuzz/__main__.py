"""Hostile inputs for every part that reads what strangers wrote: `make fuzz`.

    python tests/fuzz                      every target, the short pass: the same inputs each time
    python tests/fuzz --times 100 --keep   a hundred times as many; what reached something new is kept
    python tests/fuzz mail pdf --seed 7    two of them, other inputs

A line per target: inputs tried, faults, the slowest input, the most memory of its process. Ends with 1 where there
is a fault; inputs, tracebacks and counts are in build/fuzz. With atheris inputs are guided by what they reach;
without it they come from Hypothesis.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.fuzz.kept_inputs import keep  # noqa: E402
from tests.fuzz.target_list import names, runs_of  # noqa: E402
from tests.fuzz.watched import Counts, counts_in  # noqa: E402

BUILD = ROOT / "build" / "fuzz"
WIDTHS = "{:<22}{:>11}{:>8}{:>11}{:>9}{:>10}"
UNGUIDED = 0.2  # inputs that Hypothesis makes take five times as long as those of libFuzzer
MOST_RESTARTS = 20  # of a target that ends its process: by a hang, by memory, by a signal


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of one target."""

    name: str
    counts: Counts
    ended: int
    memory: float
    seconds: float


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("targets", nargs="*", help="all, where none is named")
    parser.add_argument("--times", type=float, default=1, help="how often the short pass")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--keep", action="store_true", help="keep inputs that reached something new")
    parser.add_argument("--folder", type=Path, default=BUILD)
    asked = parser.parse_args()
    if unknown := set(asked.targets) - set(names()):
        parser.error(f"there is no target {', '.join(sorted(unknown))}; there are {' '.join(names())}")
    guided = find_spec("atheris") is not None
    print("guided by what inputs reach (atheris)" if guided else "unguided (Hypothesis): atheris is not installed")
    print(WIDTHS.format("target", "inputs", "faults", "slowest", "peak MB", "seconds"), flush=True)
    tried: list[Tried] = []
    with ThreadPoolExecutor(asked.jobs) as pool:
        work = [
            pool.submit(
                try_target,
                name,
                asked.folder,
                max(1, int(runs_of(name) * asked.times * (1 if guided else UNGUIDED))),
                asked.seed,
                guided,
            )
            for name in asked.targets or names()
        ]
        for each in work:
            one = each.result()
            tried.append(one)
            print(WIDTHS.format(*_cells(one)), flush=True)
            if asked.keep and guided:
                keep_found(one.name, asked.folder / one.name)
    total = Counts(
        sum(one.counts.inputs for one in tried),
        max(one.counts.slowest for one in tried),
        sum(one.counts.faults + one.ended for one in tried),
    )
    last = Tried("all", total, 0, max(one.memory for one in tried), sum(one.seconds for one in tried))
    print(WIDTHS.format(*_cells(last)), flush=True)
    for path in sorted(asked.folder.glob("*/fault-*")):
        print(f"  {path}")
    return int(total.faults > 0)


def _cells(one: Tried) -> tuple[object, ...]:
    counts = one.counts
    faults = counts.faults + one.ended
    return (
        one.name,
        f"{counts.inputs:,}",
        faults,
        f"{counts.slowest:.2f} s",
        f"{one.memory:.0f}",
        f"{one.seconds:.0f}",
    )


def try_target(name: str, folder: Path, runs: int, seed: int, guided: bool) -> Tried:
    """Try so many inputs; where one ends the process, go on behind it with others."""
    mine = folder / name
    shutil.rmtree(mine, ignore_errors=True)
    mine.mkdir(parents=True)
    program = Path(__file__).parent / ("guided.py" if guided else "unguided.py")
    start = time.monotonic()
    ended, memory = 0, 0.0
    while ended <= MOST_RESTARTS:
        left = runs - counts_in(mine).inputs
        command = [sys.executable, str(program), name, str(mine), "--runs", str(left), "--seed", str(seed + ended)]
        with (mine / "output").open("ab") as output:
            process = subprocess.Popen(
                command, stdout=output, stderr=output, env={**os.environ, "PYTHONHASHSEED": "0"}
            )
            code, peak = _waited(process)
        memory = max(memory, peak)
        # An input is counted when it is dealt with: a process that ends badly behind the last one was ended by none.
        if code == 0 or counts_in(mine).inputs >= runs:
            break
        ended += 1
    return Tried(name, counts_in(mine), ended, memory, time.monotonic() - start)


def _waited(process: subprocess.Popen[bytes]) -> tuple[int, float]:
    """The exit code of a process, and the most megabytes it had in memory, where the system says so."""
    if not hasattr(os, "wait4"):
        return process.wait(), 0.0
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage.ru_maxrss / (1024 if sys.platform != "darwin" else 2**20)


def keep_found(name: str, folder: Path) -> None:
    """Keep the shortest inputs that reached something new; those kept before are among them."""
    from tests.fuzz.target_list import target

    seeds = set(target(name).seeds)
    found = (path.read_bytes() for path in (folder / "found").iterdir())
    keep(name, (data for data in found if data not in seeds))


if __name__ == "__main__":
    raise SystemExit(main())
