"""Commands stopped at some of their writes; `stop_run.py` stops every command at every write."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import stopping
import writing_commands

from provenance.cli.app import HOMES

PROGRAM = Path(__file__).with_name("stop_run.py")
# Of each kind of writing one: the archive, its upgrade, files of rows, a page, a folder of pages.
SOME = ("add", "upgrade", "dedup csv.gz", "site")


@pytest.fixture(scope="module")
def _can_be_stopped(tmp_path_factory: pytest.TempPathFactory) -> None:
    if stopping.library(tmp_path_factory.mktemp("library")) is None:
        pytest.skip("needs Linux and a C compiler")


def stop(*options: str) -> subprocess.CompletedProcess[str]:
    chosen = [word for name in SOME for word in ("--only", name)]
    command = [sys.executable, str(PROGRAM), *chosen, *options]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)


@pytest.mark.usefixtures("_can_be_stopped")
@pytest.mark.parametrize("how", ["hold", "kill", "tear", "ENOSPC"])
def test_commands_stopped_at_some_writes_lose_nothing_and_leave_nothing(how: str) -> None:
    done = stop("--how", how, "--points", "2")
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    assert "0 did not" in done.stdout


def test_no_command_is_forgotten() -> None:
    written = {word for each in writing_commands.SCENARIOS for word in each.words[:1]}
    assert written | {*writing_commands.READING} >= {*HOMES}, "say in writing_commands what a new command writes"
