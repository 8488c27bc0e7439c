"""The help of every command as it stands in the README; `--write` renews it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

README = Path(__file__).parents[2] / "README.md"
BEGIN, END = "<!-- commands: begin -->", "<!-- commands: end -->"


def help_of(*command: str) -> str:
    """What `provenance COMMAND --help` prints at 80 columns."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PROVENANCE_")}
    environment |= {"COLUMNS": "80", "NO_COLOR": "1", "TERM": "dumb"}
    return subprocess.run(
        [sys.executable, "-m", "provenance", *command, "--help"],
        capture_output=True, text=True, check=True, env=environment,
    ).stdout.rstrip()  # fmt: skip


def commands(*group: str) -> list[str]:
    """The names listed under "Commands:" in the help of a group."""
    _, _, listed = help_of(*group).partition("Commands:\n")
    return [line.split()[0] for line in listed.splitlines() if line.startswith("  ") and line[2] != " "]


def section() -> str:
    """The README's part between the marks."""
    parts = [f"```text\n{help_of()}\n```"]
    for command in commands():
        parts.append(
            f"<details><summary><code>provenance {command}</code></summary>\n\n```text\n{help_of(command)}\n```\n"
        )
        if command == "evaluate":
            parts += [f"```text\n{help_of(command, sub)}\n```\n" for sub in commands(command)]
        parts.append("</details>")
    return "\n\n".join(part.rstrip("\n") if part.startswith("```text") else part for part in parts)


def readme_with(new: str) -> str:
    before, _, rest = README.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{new}\n{END}{after}"


if __name__ == "__main__":
    if "--write" in sys.argv:
        README.write_text(readme_with(section()), "utf-8")
    else:
        print(section())
