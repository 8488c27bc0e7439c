"""The page of the commands' help, docs/pages/commands.md; `--write` renews it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "pages" / "commands.md"
INTRODUCTION = """\
# Commands

`--db`, `-q` and `--format` are understood before and after a command's name. Results go to stdout, progress and notes
to stderr. An article is named by its id, a unique prefix of it, its path or its address.
"""


def help_of(*command: str) -> str:
    """What `provenance COMMAND --help` prints at 80 columns."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PROVENANCE_")}
    environment |= {"COLUMNS": "80", "NO_COLOR": "1", "TERM": "dumb", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-m", "provenance", *command, "--help"],
        capture_output=True, text=True, encoding="utf-8", check=True, env=environment, timeout=60,
    ).stdout.rstrip()  # fmt: skip


def commands(*group: str) -> list[str]:
    """The names listed under "Commands:" in the help of a group."""
    _, _, listed = help_of(*group).partition("Commands:\n")
    return [line.split()[0] for line in listed.splitlines() if line.startswith("  ") and line[2] != " "]


def page() -> str:
    """The whole page."""
    parts = [INTRODUCTION, f"```text\n{help_of()}\n```\n"]
    for command in commands():
        parts.append(f"## {command}\n\n```text\n{help_of(command)}\n```\n")
        if command == "evaluate":
            parts += [f"### {command} {sub}\n\n```text\n{help_of(command, sub)}\n```\n" for sub in commands(command)]
    return "\n".join(parts)


if __name__ == "__main__":
    if "--write" in sys.argv:
        PAGE.write_text(page(), "utf-8")
    else:
        print(page())
