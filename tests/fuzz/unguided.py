"""Tries inputs on one target without looking at what they reach, where atheris cannot be installed (Hypothesis).

python tests/fuzz/unguided.py TARGET FOLDER --runs 1000 --seed 1
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT))

from tests.fuzz.kept_inputs import kept  # noqa: E402
from tests.fuzz.target_list import Target, target  # noqa: E402
from tests.fuzz.watched import Watched  # noqa: E402
from tests.sources.damage.kinds import damaged  # noqa: E402


def inputs_of(chosen: Target) -> st.SearchStrategy[bytes]:
    """Whole inputs, damaged ones, and bytes of all kinds."""
    whole = [one for one in [*chosen.seeds, *kept(chosen.name)] if one]
    changed = st.builds(damaged, st.sampled_from(whole), st.integers(0, 2**32))
    return st.one_of(changed, changed, st.sampled_from(whole), st.binary(max_size=min(chosen.longest, 300)))


def try_inputs(chosen: Target, folder: Path, runs: int, number: int) -> None:
    """Try so many inputs, the same each time with the same number."""
    watched = Watched(chosen.attempt, folder)

    @seed(number)
    @settings(
        max_examples=runs,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(inputs_of(chosen))
    def tried(data: bytes) -> None:
        watched(data)

    tried()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("target")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", type=int, required=True)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    os.environ["PROVENANCE_DEBUG"] = "1"
    try_inputs(target(asked.target), asked.folder, asked.runs, asked.seed)


if __name__ == "__main__":
    main()
