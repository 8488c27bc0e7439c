"""The pages of docs/pages that are made from the program: the help of its commands, its kinds of evidence.

`--write` renews them; tests ask that they are what the program says.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Annotated, Any, ClassVar, get_args, get_origin, get_type_hints

from provenance.model.evidence_kinds import CATALOGUE, Arguments

PAGES = Path(__file__).parents[2] / "docs" / "pages"
COMMANDS = """\
# Commands

`--db`, `-q` and `--format` are understood before and after a command's name. Results go to stdout, progress and notes
to stderr. An article is named by its id, a unique prefix of it, its path or its address.
"""
EVIDENCE = """\
# Kinds of evidence

Each reason of a link has a kind, the side that it makes the *source* (`favours`), a weight in nats (log odds) and a
sentence (`detail`). `a` and `b` are the two articles, `common` a third that both draw on, `none` what is only said
for information. From Python the arguments of a reason are typed data: `link.evidence[0].arguments`.
"""
NAMES = {
    "str": "text",
    "bool": "true or false",
    "NoneType": "nothing",
    "PublicationTime": "a time of publication, how exact it is and how it was got",
}


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


def page_of_commands() -> str:
    """The help of every command."""
    parts = [COMMANDS, f"```text\n{help_of()}\n```\n"]
    for command in commands():
        parts.append(f"## {command}\n\n```text\n{help_of(command)}\n```\n")
        if command == "evaluate":
            parts += [f"### {command} {sub}\n\n```text\n{help_of(command, sub)}\n```\n" for sub in commands(command)]
    return "\n".join(parts)


def page_of_evidence() -> str:
    """Every kind of the catalogue, with its arguments and their units."""
    return "\n".join([EVIDENCE, *(_kind(entry) for entry in CATALOGUE.values())])


def _kind(entry: type[Arguments]) -> str:
    about = "\n".join(line.strip() for line in (entry.__doc__ or "").strip().splitlines())
    favours = ", ".join(f"`{side}`" for side in entry.kind.favours)
    hints = get_type_hints(entry, include_extras=True)
    arguments = [
        f"- `{name}`: {_said(hint)}"
        for name, hint in hints.items()
        if name != "kind" and get_origin(hint) is not ClassVar
    ]
    listed = "\n\nArguments:\n\n" + "\n".join(arguments) if arguments else ""
    return f"## {entry.kind.name}\n\n{about}\n\nFavours {favours}.{listed}\n"


def _said(hint: Any) -> str:
    if get_origin(hint) is Annotated:
        return str(hint.__metadata__[0])
    if get_origin(hint) is tuple:
        return f"any number of: {_said(get_args(hint)[0])}"
    parts = get_args(hint)
    if not parts:
        return NAMES.get(hint.__name__, hint.__name__)
    return " or ".join(f'"{part}"' if isinstance(part, str) else _said(part) for part in parts)


GENERATED = {PAGES / "commands.md": page_of_commands, PAGES / "evidence.md": page_of_evidence}

if __name__ == "__main__":
    for path, page in GENERATED.items():
        if "--write" in sys.argv:
            path.write_text(page(), "utf-8")
        else:
            print(page())
