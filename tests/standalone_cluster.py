"""A standalone Spark cluster on the loopback address: one master, and workers that can be killed and replaced.

Spark's own classes are started as a cluster's scripts start them. Every process is a child of the one that uses this,
so that what they used can be added up, and none is left behind.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

LOOPBACK = "127.0.0.1"
START_SECONDS = 60


class StandaloneCluster:
    """A master and `workers` workers of `cores` cores, with their files below `folder`."""

    def __init__(self, folder: Path, workers: int = 2, cores: int = 1, memory: str = "2g") -> None:
        self._folder, self._cores, self._memory = folder, cores, memory
        self._started = 0
        port = free_port()
        self.master = f"spark://{LOOPBACK}:{port}"
        self._master = self._start("master", "master.Master", "--port", str(port), "--webui-port", str(free_port()))
        self.workers: list[subprocess.Popen[bytes]] = []
        try:
            wait_for(LOOPBACK, port)
            for _ in range(workers):
                self.add_worker()
        except BaseException:
            self.stop()
            raise

    def add_worker(self) -> None:
        """Start one more worker; jobs that run take it into service by themselves."""
        self._started += 1
        folder = self._folder / f"worker{self._started}"
        self.workers.append(
            self._start(
                folder.name,
                "worker.Worker",
                *("--cores", str(self._cores), "--memory", self._memory, "--work-dir", str(folder)),
                *("--webui-port", str(free_port()), self.master),
            )
        )

    def kill_worker(self, which: int = 0) -> None:
        """Kill a worker with all that it runs, as a machine that loses its power."""
        worker = self.workers.pop(which)
        for process in reversed(tree(worker.pid)):
            kill(process)
        worker.wait()

    def daemons(self) -> list[int]:
        """The processes of the master and of the workers themselves."""
        return [self._master.pid, *(worker.pid for worker in self.workers)]

    def stop(self) -> None:
        """End all processes of the cluster, and wait until they are gone."""
        for process in (*self.workers, self._master):
            for each in tree(process.pid):
                kill(each, signal.SIGTERM)
        for process in (*self.workers, self._master):
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def _start(self, name: str, part: str, *arguments: str) -> subprocess.Popen[bytes]:
        self._folder.mkdir(parents=True, exist_ok=True)
        with (self._folder / f"{name}.log").open("wb") as log:
            command = [str(spark_home() / "bin" / "spark-class"), f"org.apache.spark.deploy.{part}"]
            return subprocess.Popen(
                [*command, "--host", LOOPBACK, *arguments], env=environment(self._folder), stdout=log, stderr=log
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def environment(folder: Path) -> Mapping[str, str]:
    """What Spark's processes and the driver are to know: this Python, this package, the loopback address."""
    package = str(Path(__file__).parents[1])
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([package, *filter(None, [os.environ.get("PYTHONPATH")])]),
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_HOME": str(spark_home()),
        "SPARK_LOCAL_IP": LOOPBACK,
        "SPARK_LOCAL_DIRS": str(folder / "local"),
        "SPARK_DAEMON_MEMORY": "256m",
    }


def spark_home() -> Path:
    """Where the package pyspark has Spark."""
    import pyspark

    return Path(pyspark.__file__).parent


def free_port() -> int:
    with socket.socket() as one:
        one.bind((LOOPBACK, 0))
        return int(one.getsockname()[1])


def wait_for(host: str, port: int) -> None:
    """Return when somebody listens there."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        with socket.socket() as one:
            if one.connect_ex((host, port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(f"nobody listens at {host}:{port}")


def tree(process: int) -> list[int]:
    """A process and all that come from it, itself first."""
    parents: dict[int, list[int]] = {}
    for each in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(each.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        parents.setdefault(parent, []).append(int(each.parent.name))
    found = [process]
    for one in found:
        found += parents.get(one, [])
    return found


def kill(process: int, how: signal.Signals = signal.SIGKILL) -> None:
    with suppress(ProcessLookupError):
        os.kill(process, how)
