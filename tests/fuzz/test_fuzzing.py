"""Every target takes its seeds and what is kept of earlier runs, and tells a fault from an answer."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.fuzz import kept_inputs
from tests.fuzz.kept_inputs import kept
from tests.fuzz.target_list import names, runs_of, target
from tests.fuzz.unguided import try_inputs
from tests.fuzz.watched import Watched, counts_in

pytestmark = pytest.mark.filterwarnings("default")  # of libraries that are imported here first


@pytest.mark.parametrize("name", names())
def test_seeds_and_kept_inputs_do_no_harm(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROVENANCE_DEBUG", "1")
    chosen = target(name)
    assert chosen.seeds
    assert runs_of(name) == chosen.runs
    for data in [*chosen.seeds, *kept(name)]:
        chosen.attempt(data)
    try_inputs(chosen, tmp_path, 5, 1)
    assert counts_in(tmp_path).inputs >= 5
    assert not list(tmp_path.glob("fault-*")), [path.read_text() for path in tmp_path.glob("fault-*.txt")]


@pytest.fixture(autouse=True)
def hook_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)


def fails(data: bytes) -> None:
    if b"x" in data:
        raise ValueError("x")


def test_a_fault_is_kept_once_by_its_smallest_input_and_ends_nothing(tmp_path: Path) -> None:
    watched = Watched(fails, tmp_path)
    for data in (b"aax", b"a", b"ax", b"aaax"):
        watched(data)
    counts = counts_in(tmp_path)
    assert (counts.inputs, counts.faults) == (4, 1)
    (kept_input,) = (path for path in tmp_path.glob("fault-*") if not path.suffix)
    assert kept_input.read_bytes() == b"ax"
    assert "ValueError: x" in kept_input.with_suffix(".txt").read_text()


def test_what_a_compiled_loop_cannot_raise_is_a_fault(tmp_path: Path) -> None:
    class Silent:
        def __del__(self) -> None:
            raise IndexError("outside")

    watched = Watched(lambda _data: [Silent()].clear(), tmp_path)
    watched(b"")
    assert counts_in(tmp_path).faults == 1


def test_inputs_are_kept_as_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_inputs, "CORPUS", tmp_path)
    assert kept_inputs.keep("t", [b"\xff\0\n", b"b", b"", b"b", b"x" * 5000]) == 2
    assert kept("t") == [b"b", b"\xff\0\n"]


@pytest.mark.parametrize("program", ["guided.py", "unguided.py"])
def test_both_ways_to_try_inputs(program: str, tmp_path: Path) -> None:
    if program == "guided.py" and find_spec("atheris") is None:
        pytest.skip("atheris is not installed")
    script = Path(__file__).parent / program
    command = [sys.executable, str(script), "answers", str(tmp_path), "--runs", "200", "--seed", "1"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert 200 <= counts_in(tmp_path).inputs <= 210
