"""Which targets there are: each file in `targets`, with what it says of itself.

A target has `SEEDS`, whole inputs to begin with, `RUNS`, how many inputs the short pass of CI tries (some two
seconds), and `attempt(data)`, which raises where the program does what it must not. `LONGEST` is the length of the
longest input, `prepare()` what has to be there before the first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from tests.fuzz.watched import Attempt

FOLDER = Path(__file__).parent / "targets"
LONGEST = 4096


@dataclass(frozen=True, slots=True)
class Target:
    """One target, ready to be tried."""

    name: str
    seeds: Sequence[bytes]
    runs: int
    attempt: Attempt
    longest: int


def names() -> list[str]:
    """All targets, ascending."""
    return sorted(path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__")


def runs_of(name: str) -> int:
    """How many inputs the short pass tries, without importing the target."""
    found = re.search(r"^RUNS = ([0-9_]+)$", (FOLDER / f"{name}.py").read_text("utf-8"), re.MULTILINE)
    assert found is not None, f"{name} has no RUNS"
    return int(found[1])


def target(name: str) -> Target:
    """The target of a name; importing it imports what it tries."""
    module = import_module(f"tests.fuzz.targets.{name}")
    seeds = [seed.encode("utf-8", "surrogatepass") if isinstance(seed, str) else seed for seed in module.SEEDS]
    longest = max([getattr(module, "LONGEST", LONGEST), *map(len, seeds)])
    return Target(name, seeds, module.RUNS, module.attempt, longest)
