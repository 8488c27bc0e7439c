"""What the program says about its kernels."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

# A package whose extensions are missing: an install without a C compiler and without a wheel.
NOT_BUILT = """
from provenance import kernels
kernels._extension_of = lambda module: None
from provenance.cli import main
main()
"""


@pytest.fixture
def texts(tmp_path: Path) -> list[str]:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"The ferry sank on Monday, {name}.", encoding="utf-8")
    return [str(tmp_path / f"{name}.txt") for name in ("a", "b")]


def said(*arguments: str, **variables: str) -> tuple[str, list[str]]:
    """What a run of the program prints, and its lines for people."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", NOT_BUILT, *arguments],
        env={**os.environ, "PROVENANCE_PLAIN": "", **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout, done.stderr.splitlines()


def test_plain_kernels_are_mentioned_once_with_what_to_do(texts: list[str]) -> None:
    answer, notes = said("compare", *texts)
    assert len(notes) == 1
    assert "--no-cache-dir --no-binary text-provenance text-provenance" in notes[0]
    assert said("-q", "compare", *texts) == (answer, [])
    assert said("compare", *texts, PROVENANCE_PLAIN="1") == (answer, [])
