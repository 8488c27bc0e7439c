"""The gate never passes in silence where there is nothing to evaluate."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

GATE = Path(__file__).parent / "gate.py"


def gate(folder, *arguments, **variables):
    """The gate of a checkout in `folder`, which has no data beside it."""
    copy = folder / "checkout" / "tests" / "evaluation"
    copy.mkdir(parents=True, exist_ok=True)
    for path in (GATE, *GATE.parent.glob("eval_*.py")):
        shutil.copy(path, copy)
    environment = {key: value for key, value in os.environ.items() if key != "PROVENANCE_DATA"}
    command = [sys.executable, str(copy / "gate.py"), *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, env=environment | variables, timeout=60, check=False
    )


def test_without_data_it_says_aloud_that_nothing_was_evaluated(tmp_path):
    done = gate(tmp_path)
    assert done.returncode == 0
    assert f"SKIPPED: no data at {tmp_path}" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(("arguments", "named"), [(["--require"], False), ([], True), (["quotes"], True)])
def test_data_that_were_asked_for_and_are_missing_are_a_failure(tmp_path, arguments, named):
    variables = {"PROVENANCE_DATA": str(tmp_path / "nowhere")} if named else {}
    done = gate(tmp_path, *arguments, **variables)
    assert done.returncode == 1
    assert "SKIPPED: no data at" in done.stderr
    assert not named or "nowhere" in done.stderr


def test_an_evaluation_that_is_not_there_is_named(tmp_path):
    done = gate(tmp_path, "nonsense", "--require")
    assert done.returncode == 1
    assert "nonsense" in done.stderr
