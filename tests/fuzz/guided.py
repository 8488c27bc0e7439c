"""Tries inputs on one target, guided by the lines of the program that they reach (atheris, on libFuzzer).

    python tests/fuzz/guided.py TARGET FOLDER --runs 1000 --seed 1

Every module of the program that the target imports is instrumented while it is imported. Inputs that reach something
new are written to FOLDER/found. An input that never ends, or a process of a gigabyte, ends it with the input in
FOLDER/fault-*.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT))  # behind PYTHONPATH, which may name a build that checks bounds
HANG, MEMORY = 200, 1024  # seconds, of which a busy machine may take most, and megabytes


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("target")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", type=int, required=True)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    os.environ["PROVENANCE_DEBUG"] = "1"  # what a reader does not foresee is raised, not said in a line

    import atheris

    from tests.fuzz.kept_inputs import kept
    from tests.fuzz.watched import Watched

    hook = atheris.instrument_imports(include=["provenance"])
    hook.__enter__()  # to the end: much is imported when it is first needed
    from tests.fuzz.target_list import target

    chosen = target(asked.target)
    chosen.attempt(b"")  # what is imported when it is first needed is imported now, before anything is measured
    found = asked.folder / "found"
    found.mkdir(parents=True, exist_ok=True)
    for data in [*chosen.seeds, *kept(chosen.name)]:
        (found / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)
    settings = [
        f"-runs={asked.runs}",
        f"-seed={asked.seed}",
        f"-max_len={chosen.longest}",
        f"-timeout={HANG}",
        f"-rss_limit_mb={MEMORY}",
        f"-artifact_prefix={asked.folder}/fault-",
        "-len_control=0",
        "-report_slow_units=100000",  # seconds are counted by `Watched`
        "-print_final_stats=0",
        "-verbosity=0",
        str(found),
    ]
    atheris.Setup([sys.argv[0], *settings], Watched(chosen.attempt, asked.folder))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
