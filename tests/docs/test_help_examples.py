"""Every example in the help of every command runs, on the archive that `make demo` makes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from provenance import Archive
from provenance.cli.app import app
from tests.conftest import CORPUS

# Corpora of others, which are not part of the project, and pages of the network.
ELSEWHERE = (
    "pan13-train",
    "polnear-train",
    "https://example.org",
    "https://example.com",
    "desk@example.org",
    "hdfs://",
)

UNTIL_INTERRUPTED = ("provenance serve",)


def examples(command, path="provenance"):
    """(name of the command, line) of every example, of commands within commands too."""
    lines = (command.help or "").splitlines()
    heads = [number for number, line in enumerate(lines) if line.strip() in ("Example:", "Examples:")]
    for head in heads:
        for line in lines[head + 1 :]:
            if not line.strip():
                break
            yield path, line.strip()
    for name in getattr(command, "commands", ()):
        yield from examples(command.commands[name], f"{path} {name}")


EXAMPLES: dict[str, list[str]] = {}
for _command, _line in examples(get_command(app)):
    if _line not in EXAMPLES.setdefault(_command, []):
        EXAMPLES[_command].append(_line)


@pytest.fixture(scope="module")
def demo(tmp_path_factory) -> Path:
    """A folder with the corpus and the archive of `make demo`."""
    folder = tmp_path_factory.mktemp("demo")
    shutil.copytree(CORPUS, folder / "corpus")
    with Archive(folder / "provenance.db") as archive:
        archive.add([folder / "corpus" / "articles"], jobs=1)
        for _ in archive.check([folder / "corpus" / "incoming"], add=True):
            pass
        archive.audit(jobs=1)
    return folder


def test_every_command_has_an_example() -> None:
    assert {f"provenance {name}" for name in get_command(app).commands} <= EXAMPLES.keys()


@pytest.mark.parametrize("command", EXAMPLES)
def test_the_examples_of_a_command_run_one_after_the_other(demo, tmp_path, command) -> None:
    """What one of them does (`review ... confirm`) is there for the next (`review ... undo`)."""
    folder = tmp_path / "here"
    folder.mkdir()
    shutil.copy(demo / "provenance.db", folder)
    (folder / "corpus").symlink_to(demo / "corpus")
    environment = {key: value for key, value in os.environ.items() if key != "PROVENANCE_DB"}
    environment["PYTHONPATH"] = os.pathsep.join([str(CORPUS.parent), os.environ.get("PYTHONPATH", "")])
    environment["BROWSER"] = "true"  # the program that is opened with an address
    for line in EXAMPLES[command]:
        if any(name in line for name in ELSEWHERE):
            continue
        until = "timeout --signal INT --preserve-status 10 " if command in UNTIL_INTERRUPTED else ""
        script = f'set -o pipefail\nprovenance() {{ {until}"{sys.executable}" -m provenance "$@"; }}\n{line}\n'
        done = subprocess.run(
            ["bash", "-c", script], capture_output=True, text=True, cwd=folder, env=environment, timeout=900
        )
        assert done.returncode == 0, (line, done.stderr)
        for word in line.split():
            if word.endswith((".html", ".jsonl", ".json", ".svg", ".parquet")) and "/" not in word:
                assert (folder / word).stat().st_size, line
        said = done.stdout + done.stderr
        assert said.strip() or ">" in line, "an example that says nothing teaches nothing"
        if "articles checked: " in done.stdout:  # of several, some share nothing
            assert "% of it is in" in " ".join(done.stdout.split()), line
            continue
        for nothing in ("No link", "Nothing is left", "No passage", "No appearance", "not found"):
            assert nothing not in done.stdout, line
