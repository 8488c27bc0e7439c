"""Speed and memory beside other deduplicators, in one run on one machine: `make bench`.

    python tests/bench                 10,000 articles, 3 runs each, the growth of the archive, and an event of 600
    python tests/bench --articles 2000 --runs 1 --growth 1000,4000 --event 100

Every figure is the median of runs in fresh processes; what is imported and compiled before the work is not counted.
CPU seconds are of the process and its children; memory is the peak of the process.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "evaluation")]

import event  # noqa: E402
import growth  # noqa: E402
from contenders import CONTENDERS, THRESHOLD, texts  # noqa: E402

import corpus  # noqa: E402 - found by the line above
from provenance.errors import DISTRIBUTION  # noqa: E402


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--growth", default="1000,10000,100000", help="sizes of the archive, or nothing")
    parser.add_argument("--event", type=int, default=600, help="articles on one event, or 0")
    parser.add_argument("--measure", nargs=2, metavar=("WHAT", "PATH"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure:
        print(json.dumps(measured(arguments.measure[0], Path(arguments.measure[1]))))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        kind = corpus.write(path, arguments.articles)
        sizes = [len(text.encode()) for text in texts(path)]
        print(
            f"{platform.processor() or platform.machine()}, {os.cpu_count()} processors,"
            f" Python {platform.python_version()}"
        )
        print(f"{len(sizes):,} {kind}, {sum(sizes) / 1e6:.1f} MB of text; pairs of Jaccard >= {THRESHOLD}\n")
        compare(path, sum(sizes) / 1e6, arguments.runs)
    wanted = [int(size) for size in arguments.growth.split(",") if size]
    if wanted:
        growth.report(wanted)
    if arguments.event:
        event.report(arguments.event)
    return 0


def compare(path: Path, megabytes: float, runs: int) -> None:
    """Print the table of all contenders."""
    exact = exact_join(path)
    print(f"| {'':<34} | CPU s | wall s | MB/s | peak MB | recall | precision |")
    print(f"|{'-' * 36}|------:|-------:|-----:|--------:|-------:|----------:|")
    for name in CONTENDERS:
        made = [in_fresh_process(name, path) for _ in range(runs)]
        made = [one for one in made if one is not None]
        if not made:
            print(f"| {name:<34} | not installed: pip install '{DISTRIBUTION}[bench]'")
            continue
        cpu, wall, peak = (statistics.median(one[key] for one in made) for key in ("cpu", "wall", "peak"))
        figures = f"{cpu:5.2f} | {wall:6.2f} | {megabytes / cpu:4.0f} | {peak:7.0f}"
        right = ("", "")
        if made[0]["pairs"] is not None:
            found = {tuple(pair) for pair in made[0]["pairs"]}
            both = len(found & exact)
            right = (f"{both / max(1, len(exact)):.3f}", f"{both / max(1, len(found)):.3f}")
        print(f"| {name:<34} | {figures} | {right[0]:>6} | {right[1]:>9} |")


def exact_join(path: Path) -> set[tuple[int, int]]:
    from exact_join import exact_pairs

    from provenance.config.fingerprint import FingerprintSettings
    from provenance.fingerprint.minhash import shingle_hashes
    from provenance.text.tokens import tokenise

    settings = FingerprintSettings()
    return set(exact_pairs([shingle_hashes(tokenise(text), settings) for text in texts(path)], THRESHOLD))


def in_fresh_process(name: str, path: Path) -> dict[str, Any] | None:
    command = [sys.executable, str(HERE), "--measure", name, str(path)]
    # Threads of linear algebra, which the command does without, still wait busily when the measuring begins.
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    made = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if made.returncode:
        if "ModuleNotFoundError" in made.stderr or "ImportError" in made.stderr:
            return None
        sys.exit(made.stderr)
    result: dict[str, Any] = json.loads(made.stdout)
    return result


def measured(name: str, path: Path) -> dict[str, Any]:
    """Run one contender here and tell what it took."""
    from stopwatch import Stopwatch

    contender = CONTENDERS[name]
    contender.warm()
    watch = Stopwatch()
    pairs = contender.run(path)
    return {**watch.read(), "pairs": None if pairs is None else sorted(pairs)}


if __name__ == "__main__":
    raise SystemExit(main())
