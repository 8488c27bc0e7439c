"""The installed command, run in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

import pytest

LIMIT = 300  # seconds: far more than any command of a test takes, so that only one that hangs is ended


def _run(*arguments, db=None, cwd=None, stdin=None, env=None):
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PROVENANCE_")}
    command = [sys.executable, "-m", "provenance", *(["--db", str(db)] if db else []), *map(str, arguments)]
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        input=stdin,
        env=environment | (env or {}),
        timeout=LIMIT,
    )


@pytest.fixture(scope="session")
def run() -> Callable[..., subprocess.CompletedProcess[str]]:
    """`provenance ARGUMENT...` with `db`, `cwd`, `stdin` and further `env`, ended after LIMIT seconds."""
    return _run
