"""Runs the evaluations on labelled data and holds their figures to stored floors.

Each `eval_*.py` beside this file has `figures(data) -> list[Figure]`. A figure carries the least (or most) that the
project promises; `floors.json` pins what was reached when it was last pinned, less a small allowance, so that
quality cannot sink unnoticed between the promise and the record. `--pin` raises floors and never lowers one: to
lower a floor, edit the file by hand, where a reviewer sees it.

    python tests/evaluation/gate.py            every evaluation, on ../shared/data or $PROVENANCE_DATA
    python tests/evaluation/gate.py quotes     one of them
    python tests/evaluation/gate.py --require  all, or a failure where there is no data

The data are not part of the project. Without them nothing is evaluated, and the last line on stderr says so; the exit
code is then 0, so that a machine without data can run all checks, unless `--require` asks for them or
$PROVENANCE_DATA names a folder that is not there, which is always a mistake.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
ALLOWANCE = 0.003  # what two machines' rounding and a tie in sorting may move a share by


@dataclass(frozen=True)
class Figure:
    """One measured value with the promise it is held to; exactly one of the limits is usual, both may be None.

    `timed` figures depend on the machine and on what else it does: they are printed and never pinned.
    """

    name: str
    value: float
    at_least: float | None = None
    at_most: float | None = None
    note: str = ""
    timed: bool = False

    @property
    def kept(self) -> bool:
        return (self.at_least is None or self.value >= self.at_least) and (
            self.at_most is None or self.value <= self.at_most
        )


def data_folder() -> Path:
    """Where the labelled data should be: $PROVENANCE_DATA, or ../shared/data beside the checkout."""
    named = os.environ.get("PROVENANCE_DATA")
    return Path(named) if named else HERE.parents[1].parent / "shared" / "data"


def skipped(data: Path, *, required: bool) -> int:
    """Say that nothing was evaluated, so that nobody takes it for success; returns the exit code."""
    rule = "!" * 100
    print(f"{rule}\nSKIPPED: no data at {data}", file=sys.stderr)
    print("No evaluation ran, no quality floor was held. PROVENANCE_DATA names the labelled data.", file=sys.stderr)
    print(rule, file=sys.stderr)
    return 1 if required or os.environ.get("PROVENANCE_DATA") else 0


def evaluations(asked: Sequence[str]) -> list[str]:
    known = sorted(path.stem.removeprefix("eval_") for path in HERE.glob("eval_*.py"))
    unknown = sorted(set(asked) - set(known))
    if unknown:
        sys.exit(f"no such evaluation: {', '.join(unknown)}; there are {', '.join(known)}")
    return list(asked) or known


def limits(figure: Figure) -> str:
    parts = []
    if figure.at_least is not None:
        parts.append(f">= {figure.at_least:g}")
    if figure.at_most is not None:
        parts.append(f"<= {figure.at_most:g}")
    return " ".join(parts)


def pinned_broken(figure: Figure, floor: dict[str, float] | None) -> bool:
    if floor is None:
        return False
    if "at_least" in floor:
        return figure.value < floor["at_least"]
    return figure.value > floor.get("at_most", float("inf"))


def raised(figure: Figure, floor: dict[str, float] | None) -> dict[str, float] | None:
    """The floor after pinning: never looser than it was."""
    if figure.timed:
        return floor
    if figure.at_least is not None:
        reached = figure.value - ALLOWANCE
        return {"at_least": round(max(reached, (floor or {}).get("at_least", reached)), 6)}
    if figure.at_most is not None:
        reached = figure.value + ALLOWANCE
        return {"at_most": round(min(reached, (floor or {}).get("at_most", reached)), 6)}
    return floor


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("evaluation", nargs="*")
    parser.add_argument("--require", action="store_true", help="fail where there is no labelled data")
    parser.add_argument("--pin", action="store_true", help="raise the stored floors to what is reached now")
    arguments = parser.parse_args()
    names = evaluations(arguments.evaluation)
    data = data_folder()
    if not data.is_dir():
        return skipped(data, required=arguments.require)
    sys.path.insert(0, str(HERE))
    sys.modules.setdefault("gate", sys.modules[__name__])
    floors = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    missed = sunk = 0
    for name in names:
        began = time.perf_counter()
        found = importlib.import_module(f"eval_{name}").figures(data)
        print(f"\n{name} ({time.perf_counter() - began:.0f} s)")
        for figure in found:
            floor = floors.setdefault(name, {}).get(figure.name)
            below = pinned_broken(figure, floor)
            missed += not figure.kept
            sunk += below
            verdict = "SUNK " if below else "     " if figure.kept else "short"
            print(f"  {verdict} {figure.name:<62} {figure.value:>9.4g}   {limits(figure):<10} {figure.note}")
            if arguments.pin and (new := raised(figure, floor)):
                floors[name][figure.name] = new
    if arguments.pin:
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", "utf-8")
    print(f"\n{missed} figures short of their promise, {sunk} below the pinned floor")
    return 1 if sunk else 0


if __name__ == "__main__":
    raise SystemExit(main())
