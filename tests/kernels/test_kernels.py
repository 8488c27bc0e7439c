"""What kernels promise whether numba is there or not: the same answers, and no failure for want of a cache."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from provenance import kernels

EXAMPLE = """
import hashlib, sys
import numpy as np
from provenance.kernels import COMPILED
from provenance.text.tokens import tokenise
from provenance.align import align, prepare
from provenance.config.align import profile
from provenance.model import Span

text = open(sys.argv[1], encoding="utf-8").read()
first, second = text.split("=====")
sides = [prepare(part, Span(0, len(part))) for part in (first, second)]
print(COMPILED)
for name in ("news", "pan"):
    for match in align(*sides, profile(name)):
        print(match)
print(hashlib.sha256(tokenise(text).words.tobytes() + tokenise(text).stems.tobytes()).hexdigest())
assert "scipy" not in sys.modules, "numba looked whether it is there, which costs .2 s of every start"
"""

TEXT = """The council of Arden voted on Monday to close the swimming hall by the river, which has leaked since 1987.
“Nobody here wanted this, and nobody here could pay for the roof,” said Petra Holm, the mayor. The vote was 11 to 9.
A school class had swum there every Thursday. It will now take a bus to Brenn, forty minutes each way.
=====
Swimmers in Arden must look elsewhere: the leaking hall by the river closes after an 11 to 9 vote on Monday. Mayor
Petra Holm said nobody had wanted this and nobody could pay for the roof. School classes that swam there on Thursdays
will take a bus to Brenn. Ünïcode wörds stay where they are.
"""


def run(tmp_path: Path, **variables: str) -> tuple[str, str]:
    """Whether kernels were compiled, and everything else the example prints."""
    text = tmp_path / "text.txt"
    text.write_text(TEXT, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", EXAMPLE, str(text)],
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    compiled, _, rest = done.stdout.partition("\n")
    return compiled, rest


def test_plain_python_gives_the_same_answers(tmp_path: Path) -> None:
    compiled, answers = run(tmp_path, PROVENANCE_PLAIN="")
    plain, plain_answers = run(tmp_path, PROVENANCE_PLAIN="1")
    assert (compiled, plain) == (str(kernels.COMPILED), "False")
    assert "Match(" in answers
    assert plain_answers == answers


def test_a_hash_seed_changes_nothing(tmp_path: Path) -> None:
    answers = {run(tmp_path, PYTHONHASHSEED=seed)[1] for seed in ("1", "2")}
    assert len(answers) == 1


@pytest.mark.skipif(not kernels.COMPILED, reason="numba is missing")
def test_an_unwritable_or_damaged_cache_counts_as_none() -> None:
    def double(values):
        return values * 2

    def failing(*_):
        raise OSError("no space left on device")

    compiled = kernels.kernel(double)
    compiled._cache._save_overload = failing
    compiled._cache._load_overload = failing
    assert compiled(np.arange(3)).tolist() == [0, 2, 4]


@pytest.mark.skipif(not kernels.COMPILED, reason="numba is missing")
def test_compiling_is_announced_once_and_only_until_told_otherwise() -> None:
    told: list[str] = []
    stop = kernels.on_compiling(lambda: told.append("compiling"))
    try:
        _fresh()(np.arange(3))
        _fresh()(np.arange(3.0))
        assert told == ["compiling"]
    finally:
        stop()
    stop = kernels.on_compiling(lambda: told.append("again"))
    stop()
    _fresh()(np.arange(3))
    assert told == ["compiling"]


def _fresh():
    """A kernel that no cache holds."""
    from numba import njit

    def add_up(values):
        total = 0
        for value in values:
            total += value
        return total

    return njit(add_up)


def test_plain_kernels_let_unsigned_numbers_wrap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("provenance.kernels.compiling._njit", None)

    @kernels.kernel
    def square(value):
        return value * value

    assert square(np.uint64(2**63 + 1)) == np.uint64(1)
    assert square.__name__ == "square"
    kernels.on_compiling(lambda: pytest.fail("nothing is ever compiled"))()
