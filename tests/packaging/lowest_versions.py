"""Prints the lowest version that pyproject.toml allows of each dependency, as constraints for pip.

    python tests/packaging/lowest_versions.py            what the program needs
    python tests/packaging/lowest_versions.py web dev    and these extras

`make lowest` installs exactly these and runs the tests: a bound that was never installed is a guess.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).parents[2] / "pyproject.toml"
_REQUIREMENT = re.compile(r"([A-Za-z0-9_.-]+)(?:\[([^\]]*)\])?\s*(.*)")
_LOWEST = re.compile(r">=\s*([0-9][0-9A-Za-z.]*)")


def lowest(extras: list[str], project: Path = PROJECT) -> list[str]:
    """`name==version` for every dependency with a lower bound, each once, sorted; extras of this project opened."""
    table = tomllib.loads(project.read_text("utf-8"))["project"]
    found: dict[str, str] = {}
    for name, version in _bounds(table, [*table["dependencies"], *_of(table, extras)]):
        found[name] = max(found.get(name, version), version, key=_numbers)
    return [f"{name}=={version}" for name, version in sorted(found.items())]


def _of(table: dict[str, dict[str, list[str]]], extras: list[str]) -> list[str]:
    return [each for extra in extras for each in table["optional-dependencies"][extra]]


def _bounds(table: dict[str, dict[str, list[str]]], requirements: list[str]) -> Iterator[tuple[str, str]]:
    for requirement in requirements:
        match = _REQUIREMENT.match(requirement)
        assert match, requirement
        name, extras, bound = match.groups()
        if name == table["name"]:
            yield from _bounds(table, _of(table, extras.split(",")))
        elif lower := _LOWEST.search(bound):
            yield name.lower().replace("_", "-"), lower[1]


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", version)))


if __name__ == "__main__":
    print(*lowest(sys.argv[1:]), sep="\n")
