"""Reads thousands of damaged files per format and prints what became of them.

    python tests/sources/damage/many.py --each 2000

A file gives articles, or reasons why not, or both; "silent" are files that gave nothing, "raised" those whose reader
broke. Memory is the peak of a process that reads all files of one format.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT))

from tests.sources.damage.kinds import damaged  # noqa: E402


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--each", type=int, default=2000)
    parser.add_argument("--seed", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.seed:
        return one_format(arguments.seed, arguments.each)
    from tests.sources.damage.seeds import SEEDS  # not in the processes that are measured: it imports pyarrow

    heads = ("format", "files", "articles", "told", "silent", "raised", "slowest", "peak MB")
    print("{:<20}{:>7}{:>10}{:>8}{:>8}{:>8}{:>9}{:>9}".format(*heads), flush=True)
    worst = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, data in SEEDS.items():
            seed = Path(folder) / name
            seed.write_bytes(data)
            command = [sys.executable, __file__, "--each", str(arguments.each), "--seed", str(seed)]
            worst |= subprocess.run(command, check=False).returncode
    return worst


def one_format(seed: Path, each: int) -> int:
    from provenance.model import Article
    from provenance.sources import read

    articles = told = silent = raised = 0
    slowest = 0.0
    name, whole = seed.name, seed.read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        for number in range(each):
            path.write_bytes(damaged(whole, number))
            start = time.perf_counter()
            try:
                found = list(read([path]))
            except Exception as error:
                print(f"{name} {number}: {error!r}")
                raised += 1
                continue
            slowest = max(slowest, time.perf_counter() - start)
            good = sum(isinstance(one, Article) for one in found)
            broken = [one for one in found if not isinstance(one, Article) and one.kind == "unforeseen"]
            for one in broken[:1]:
                print(f"{name} {number}: {one.reason}")
            raised += bool(broken)
            articles += good
            told += any(not isinstance(one, Article) or one.notes for one in found)
            silent += not found
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name:<20}{each:>7}{articles:>10}{told:>8}{silent:>8}{raised:>8}{slowest:>8.2f}s{peak:>9.0f}", flush=True)
    return int(bool(silent or raised))


if __name__ == "__main__":
    raise SystemExit(main())
