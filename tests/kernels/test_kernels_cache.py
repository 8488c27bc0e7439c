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

told = []
on_compiling(lambda: told.append("compiling"))
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
