"""Which commands there are, in the order a newcomer meets them, and where each lives.

A command is read, with all of its options, when somebody asks for it: to read the eighteen of them takes 20 ms, and a
run needs one. Only the help of the whole program asks for all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

import typer
from typer.main import get_command

HOMES = {
    "add": "adding",
    "check": "checking",
    "compare": "comparing",
    "audit": "auditing",
    "lineage": "lineage",
    "trace": "tracing",
    "quotes": "quoting",
    "clusters": "clustering",
    "dedup": "clustering",
    "report": "reporting",
    "review": "reviewing",
    "list": "listing",
    "show": "listing",
    "remove": "listing",
    "stats": "listing",
    "verify": "verifying",
    "reindex": "verifying",
    "export": "exporting",
    "evaluate": "evaluating",
}


class Catalogue(Mapping[str, Any]):
    """The commands by name, as Typer wants them."""

    def __getitem__(self, name: str) -> Any:
        home = import_module(f"provenance.cli.{HOMES[name]}")
        app = getattr(home, "app", None)  # of a command with commands of its own
        if app is None:
            app = typer.Typer(add_completion=False, rich_markup_mode=None)
            app.command(name)(getattr(home, "list_" if name == "list" else name))
        command: Any = get_command(app)
        command.name = name
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(HOMES)

    def __len__(self) -> int:
        return len(HOMES)
