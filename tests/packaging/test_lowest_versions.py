"""The lowest versions that pyproject.toml allows are those that `make lowest` installs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lowest_versions import PROJECT, lowest


def test_every_dependency_has_a_lower_bound() -> None:
    import tomllib

    table = tomllib.loads(PROJECT.read_text("utf-8"))["project"]
    required = [re.match(r"[\w.-]+", each)[0] for each in table["dependencies"]]  # type: ignore[index]
    assert {each.split("==")[0] for each in lowest([])} == {each.lower().replace("_", "-") for each in required}
    for extra in table["optional-dependencies"]:
        for requirement in table["optional-dependencies"][extra]:
            assert ">=" in requirement or requirement.startswith("text-provenance["), (extra, requirement)


def test_bounds_of_extras_of_extras_and_the_higher_of_two(tmp_path: Path) -> None:
    project = tmp_path / "pyproject.toml"
    project.write_text(
        '[project]\nname = "own"\ndependencies = ["one>=2.10,<3", "Two_x>=1"]\n'
        '[project.optional-dependencies]\nweb = ["one>=2.9", "three[speed]>=0.5"]\nall = ["own[web]", "four>=1"]\n'
    )
    assert lowest(["all"], project) == ["four==1", "one==2.10", "three==0.5", "two-x==1"]


@pytest.mark.parametrize("extra", ["web", "dev", "all"])
def test_every_extra_can_be_asked_for(extra: str) -> None:
    assert len(lowest([extra])) > len(lowest([]))
