"""A batch on a cluster makes the same tables when workers, with all they have, or the driver are killed on the way.

`make spark-kills` kills a worker in every step and the driver in one of eight; SPARK_KILLS_EVERY (20) says in how
many steps the tests do.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.spark import needs_spark
from tests.standalone_cluster import StandaloneCluster, environment, kill, tree
from tests.usecases.test_batching import everything, without_origin, write
from tests.usecases.test_batching_spark import some

EVERY = int(os.environ.get("SPARK_KILLS_EVERY", "20"))
# A driver that starts again pays for three Java processes: some 20 CPU seconds, where a worker takes 8.
DRIVER_EVERY = max(EVERY, 8)
MINUTES = 30  # after which a batch that does not end is given up
# Steps of a small batch take a second; asking a dead worker for its rows three times, every 5 s, is most of the time.
CONF = ("spark.executor.memory=512m", "spark.driver.memory=512m", "spark.shuffle.io.retryWait=1s")

pytestmark = [pytest.mark.spark, pytest.mark.kills]


class Driver:
    """The command that runs a batch on a cluster, which can be killed and started again."""

    def __init__(self, given: Path, output: Path, cluster: StandaloneCluster, folder: Path) -> None:
        self.output = output
        self._cluster, self._folder = cluster, folder
        self._command = [sys.executable, "-m", "provenance", "-q", "batch", str(given), "-o", str(output)]
        self._command += ["--engine", "spark", "--master", cluster.master, "--partitions", "2"]
        for each in CONF:
            self._command += ["--conf", each]
        self.starts = 0
        self.start()

    def start(self) -> None:
        self.starts += 1
        with (self._folder / f"driver{self.starts}.log").open("wb") as log:
            self.process = subprocess.Popen(self._command, env=environment(self._folder), stdout=log, stderr=log)

    def kill(self) -> None:
        for each in reversed(tree(self.process.pid)):
            kill(each)
        self.process.wait()

    def steps(self) -> int:
        """How many tables are whole."""
        return len(list(self.output.glob("_notes/**/*.json")))

    def run(self, kill_one: Callable[[], None], every: int) -> int:
        """Wait for the end, and call `kill_one` a moment after every such step was begun; how often it did."""
        end, kills, next_step = time.monotonic() + 60 * MINUTES, 0, 1
        while self.process.poll() is None:
            assert time.monotonic() < end, "the batch does not end"
            time.sleep(0.1)
            if (now := self.steps()) >= next_step:
                next_step = now + every
                time.sleep(0.3)  # the next step is under way
                kill_one()
                kills += 1
        log = (self._folder / f"driver{self.starts}.log").read_text("utf-8", "replace")
        assert self.process.returncode == 0, log[-3000:]
        return kills


@pytest.fixture
def given(tmp_path: Path) -> Path:
    needs_spark()
    return write(tmp_path / "rows.jsonl", some())


def expected(given: Path, folder: Path) -> None:
    command = [sys.executable, "-m", "provenance", "-q", "batch", str(given), "-o", str(folder), "--engine", "local"]
    subprocess.run(command, env=environment(folder.parent), check=True, capture_output=True)


def assert_same(folder: Path, other: Path) -> None:
    one, two = everything(folder), everything(other)
    assert one["links"]
    for table, rows in one.items():
        assert without_origin(two[table]) == without_origin(rows), table


def test_workers_that_are_killed_change_nothing(given: Path, tmp_path: Path) -> None:
    expected(given, tmp_path / "here")
    with StandaloneCluster(tmp_path / "cluster") as cluster:
        driver = Driver(given, tmp_path / "there", cluster, tmp_path)

        def replace_one() -> None:
            cluster.kill_worker(0)
            cluster.add_worker()

        try:
            kills = driver.run(replace_one, EVERY)
        finally:
            driver.kill()
    assert kills >= 40 // EVERY
    assert_same(tmp_path / "here", tmp_path / "there")


def test_a_driver_that_is_killed_goes_on_where_it_was(given: Path, tmp_path: Path) -> None:
    expected(given, tmp_path / "here")
    with StandaloneCluster(tmp_path / "cluster") as cluster:
        driver = Driver(given, tmp_path / "there", cluster, tmp_path)

        def start_again() -> None:
            driver.kill()
            driver.start()

        try:
            kills = driver.run(start_again, DRIVER_EVERY)
        finally:
            driver.kill()
    assert kills >= 40 // DRIVER_EVERY
    assert driver.starts == kills + 1
    assert_same(tmp_path / "here", tmp_path / "there")
