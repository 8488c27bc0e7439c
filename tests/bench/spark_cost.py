"""What a batch costs on a standalone cluster of two workers: CPU of the whole, memory per executor, time per step.

    python tests/bench/spark_cost.py INPUT OUT [--engine spark|local|processes] [--partitions N] [--conf NAME=VALUE]

CPU seconds are of every process that had to do with it (driver, master, workers, executors, their Python), as each
was last seen; the system's own sum lacks some that ended. Memory is the most that a driver (Python and Java) and an
executor (Java and its Python workers) held, as their proportional share (PSS). Linux only.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.standalone_cluster import StandaloneCluster, environment, tree

SUBREAPER = 36  # prctl: orphans become children of this process, so that what they used is counted


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("input")
    parser.add_argument("output")
    parser.add_argument("--engine", default="spark")
    parser.add_argument("--partitions", type=int, default=8)
    parser.add_argument("--conf", action="append", default=[])
    parser.add_argument("--executor-memory", default="1g")
    parser.add_argument("--driver-memory", default="512m")
    parser.add_argument("--workers", type=int, default=2)
    asked = parser.parse_args()
    ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)
    command = [sys.executable, "-m", "provenance", "batch", asked.input, "-o", asked.output, "--engine", asked.engine]
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        if asked.engine == "spark":
            with StandaloneCluster(folder, asked.workers, memory="8g") as cluster:
                command += ["--master", cluster.master, "--partitions", str(asked.partitions)]
                for each in (
                    f"spark.executor.memory={asked.executor_memory}",
                    f"spark.driver.memory={asked.driver_memory}",
                    *asked.conf,
                ):
                    command += ["--conf", each]
                found = run(command, folder, cluster)
        else:
            found = run([*command, "--jobs", "1"], folder, None)
    reap()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    found["cpu of all that were waited for"] = round(used.ru_utime + used.ru_stime, 1)
    print(json.dumps(found, indent=1))
    return int(found["exit"])


def run(command: list[str], folder: Path, cluster: StandaloneCluster | None) -> dict[str, object]:
    """Run the command; how it ended, the seconds it took, the most memory of each kind in MB, CPU of each process."""
    began = time.monotonic()
    process = subprocess.Popen(command, env=environment(folder))
    most = {"driver": 0.0, "executor": 0.0}
    used: dict[int, tuple[str, float]] = {}
    while process.poll() is None:
        driver = tree(process.pid)
        most["driver"] = max(most["driver"], memory(driver))
        groups = {"driver": driver, "master and workers": cluster.daemons() if cluster else []}
        for worker in cluster.workers if cluster else ():
            for executor in tree(worker.pid)[1:]:
                if b"CoarseGrainedExecutorBackend" in said(executor):
                    below = tree(executor)
                    most["executor"] = max(most["executor"], memory(below))
                    groups["executor"] = [*groups.get("executor", []), *below]
        for name, processes in groups.items():
            for each in processes:
                kind = "Java" if b"java" in said(each).partition(b"\0")[0] else "Python"
                used[each] = f"{name}, {kind}", cpu(each)
        time.sleep(4)  # looking at all processes takes a tenth of a second of CPU
    wall = time.monotonic() - began
    sums: dict[str, float] = {}
    for kind, seconds in used.values():
        sums[kind] = round(sums.get(kind, 0) + seconds, 1)
    memories = {name: round(each) for name, each in most.items()}
    return {"exit": process.returncode, "wall": round(wall, 1), "megabytes": memories, "cpu seen of": sums}


def cpu(process: int) -> float:
    """Seconds that a process has used by itself so far."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return (int(fields[11]) + int(fields[12])) / 100


def said(process: int) -> bytes:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return b""


def memory(processes: list[int]) -> float:
    """Megabytes of these processes, what several share counted once."""
    total = 0
    for each in processes:
        try:
            lines = Path(f"/proc/{each}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024


def reap() -> None:
    """Take what is left of all processes that came to this one as orphans."""
    import os

    end = time.monotonic() + 20
    while time.monotonic() < end:
        try:
            if os.waitpid(-1, os.WNOHANG)[0] == 0:
                time.sleep(0.2)
        except ChildProcessError:
            return


if __name__ == "__main__":
    raise SystemExit(main())
