"""Kernels from numba's cache work as compiled ones do, alone and compiled into others; nothing is compiled twice."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from provenance import kernels

pytestmark = pytest.mark.skipif(not kernels.COMPILED, reason="numba is missing")

MODULE = """
import numpy as np
from provenance.kernels import kernel, on_compiling
from other_kernels import times_the_factor

@kernel
def doubled(values):
    result = np.empty(len(values), np.int64)
    for place in range(len(values)):
        result[place] = values[place] * 2
    return result

@kernel
def total_of_doubled(values):
    total = 0
    for value in doubled(values):
        total += value
    return total

@kernel
def scaled(value):
    return times_the_factor(value)

told = []
on_compiling(lambda: told.append("compiling"))
"""
OTHER_MODULE = """
import numpy as np
from factors import FACTOR
from provenance.kernels import kernel

@kernel
def times_the_factor(value):
    return FACTOR * value
"""
ANOTHER_NUMBA = """
from provenance.kernels.cache import CachedLibrary
CachedLibrary._bitcode = property(lambda _: None)  # setting it fails, as if numba kept something else
"""


def run(folder: Path, calls: str) -> list[str]:
    """The lines that `calls`, in a fresh process with this folder's cache, print; then what was told of compiling."""
    module = folder / "some_kernels.py"
    if not module.exists():  # numba compiles anew what was written anew
        module.write_text(MODULE, encoding="utf-8")
        (folder / "other_kernels.py").write_text(OTHER_MODULE, encoding="utf-8")
        (folder / "factors.py").write_text("FACTOR = 2", encoding="utf-8")
    script = f"import numpy as np, some_kernels as k\n{calls}\nprint(k.told)"
    variables = {"NUMBA_CACHE_DIR": str(folder / "cache"), "PROVENANCE_PLAIN": "", "PYTHONPATH": str(folder)}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script],
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        cwd=Path(kernels.__file__).parents[2],
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_a_cached_kernel_can_be_compiled_into_another(tmp_path: Path) -> None:
    doubled = "print(k.doubled(np.arange(4)).tolist())"
    total = "print(k.total_of_doubled(np.arange(4)))"
    assert run(tmp_path, doubled) == ["[0, 2, 4, 6]", "['compiling']"]
    assert run(tmp_path, doubled) == ["[0, 2, 4, 6]", "[]"]
    assert run(tmp_path, f"{doubled}; {total}") == ["[0, 2, 4, 6]", "12", "['compiling']"]
    assert run(tmp_path, f"{total}; {doubled}") == ["12", "[0, 2, 4, 6]", "[]"]
    assert run(tmp_path, f"{ANOTHER_NUMBA}\n{doubled}; {total}") == ["[0, 2, 4, 6]", "12", "[]"]


def test_a_kernel_is_compiled_anew_when_one_it_calls_or_a_constant_of_another_file_changed(tmp_path: Path) -> None:
    scaled = "print(k.scaled(5))"
    assert run(tmp_path, scaled) == ["10", "['compiling']"]
    (tmp_path / "factors.py").write_text("FACTOR = 30", encoding="utf-8")
    assert run(tmp_path, scaled) == ["150", "['compiling']"]
    (tmp_path / "other_kernels.py").write_text(OTHER_MODULE.replace("*", "+"), encoding="utf-8")
    assert run(tmp_path, scaled) == ["35", "['compiling']"]
    (tmp_path / "factors.py").write_text("FACTOR = 30  # for a reason", encoding="utf-8")
    assert run(tmp_path, scaled) == ["35", "[]"]
