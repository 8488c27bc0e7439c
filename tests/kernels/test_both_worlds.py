"""The program as a whole gives the same bytes with compiled kernels and with kernels as plain Python."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from provenance import kernels

ROOT = Path(__file__).parents[2]
LIMIT = 300  # seconds: plain Python takes some ten
# A wire story and three that use it, a quotation that becomes reported speech, and an article of its own.
ARCHIVED = ("ferry-strike-*", "dam-inspection-*", "orbit-spring*")
CHECKED = ("cable-mending-newsnook.txt", "water-refunds-wireless.txt")
COMMANDS = (
    ("add", "articles"),
    ("check", *CHECKED, "--format", "json"),
    ("check", CHECKED[0]),
    ("--quiet", "check", CHECKED[0], "--add"),
    ("audit", "--format", "jsonl", "--min-confidence", "0"),
    ("audit", "--format", "csv"),
    ("lineage", "cable-mending-newsnook", "--format", "json"),
    ("quotes", "--format", "jsonl"),
    ("clusters", "--format", "json"),
    ("compare", *CHECKED, "--format", "json"),
    ("compare", *CHECKED, "--profile", "pan", "--format", "json"),
    ("report", CHECKED[0], "-o", "report.html"),
)


def answers(folder: Path, **environment: str) -> dict[tuple[str, ...], str]:
    """What every command prints, in a folder of its own."""
    (folder / "articles").mkdir(parents=True)
    for pattern in ARCHIVED:
        for article in sorted((ROOT / "corpus" / "articles").rglob(pattern)):
            shutil.copy2(article, folder / "articles")
    for name in CHECKED:
        shutil.copy2(ROOT / "corpus" / "incoming" / name, folder)
    printed = {}
    for command in COMMANDS:
        done = subprocess.run(
            [sys.executable, "-W", "error", "-m", "provenance", *command],
            cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            capture_output=True, text=True, encoding="utf-8", timeout=LIMIT,
        )  # fmt: skip
        assert done.returncode == 0, f"{command}: {done.stderr}"
        printed[command] = done.stdout
    printed["the report"] = (folder / "report.html").read_text("utf-8")
    return printed


@pytest.mark.skipif(not kernels.is_compiled(), reason="both worlds are plain here")
def test_every_command_answers_alike_compiled_and_plain(tmp_path):
    compiled = answers(tmp_path / "compiled", PROVENANCE_PLAIN="")
    plain = answers(tmp_path / "plain", PROVENANCE_PLAIN="1")
    assert compiled.keys() == plain.keys()
    for command, printed in compiled.items():
        assert plain[command] == printed, command
    links = compiled["audit", "--format", "jsonl", "--min-confidence", "0"].splitlines()
    assert len(links) >= 4, "an archive without links compares nothing"
    assert re.search(r'"kind": ?"quotation"', "".join(links))
