"""The tree of commands: which there are, in the order a newcomer meets them, and the options common to all.

A command is read, with all of its options, when somebody asks for it: to read the eighteen of them takes 20 ms, and a
run needs one. Only the help of the whole program asks for all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from provenance.cli.failure import report_failures
from provenance.cli.plain_values import with_plain_values
from provenance.cli.session import Session

# Each command with the module that has it, without `command_`.
HOMES = {
    "add": "add",
    "check": "check",
    "compare": "compare",
    "audit": "audit",
    "lineage": "lineage",
    "trace": "trace",
    "quotes": "quotes",
    "clusters": "clusters",
    "dedup": "dedup",
    "watch": "watch",
    "report": "report",
    "serve": "serve",
    "site": "site",
    "review": "review",
    "list": "list",
    "show": "list",
    "edit": "edit",
    "remove": "list",
    "stats": "list",
    "verify": "verify",
    "reindex": "verify",
    "backup": "backup",
    "restore": "backup",
    "repair": "backup",
    "export": "export",
    "matrix": "export",
    "schema": "schema",
    "datasette": "schema",
    "calibrate": "calibrate",
    "embed": "embed",
    "batch": "batch",
    "import": "import",
    "sql": "sql",
    "evaluate": "evaluate",
}
KEYWORDS = {"list": "list_", "import": "import_"}  # names that are taken in Python


class Command(TyperCommand):
    """One command."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Its arguments and options, and those that may as well come before its name."""
        own = super().get_params(ctx)
        return with_plain_values([*own, *_common_options(ctx)])


def _common_options(ctx: Any) -> list[Any]:
    """`--db` and `--quiet` as options of a command: understood there, explained in the help of the whole program."""
    group = ctx.find_root().command
    options = []
    for option in group.params if isinstance(group, Commands) else ():
        if option.name in ("db", "quiet"):
            here: Any = copy(option)
            here.default, here.envvar, here.hidden, here.expose_value = None, None, True, False
            here.callback = _set_for_this_run
            options.append(here)
    return options


def _set_for_this_run(ctx: Any, option: Any, value: Any) -> None:
    if value and ctx.resilient_parsing:  # a shell asks how the line may go on
        ctx.meta[option.name] = value
    elif value:
        ctx.obj = replace(ctx.obj, **{option.name: Path(value) if option.name == "db" else True})


class Catalogue(Mapping[str, Any]):
    """The commands by name, as Typer wants them."""

    def __getitem__(self, name: str) -> Any:
        home = import_module(f"provenance.cli.command_{HOMES[name]}")
        app = getattr(home, "app", None)  # of a command with commands of its own
        if app is None:
            app = typer.Typer(add_completion=False, rich_markup_mode=None)
            app.command(name, cls=Command)(getattr(home, KEYWORDS.get(name, name)))
        command: Any = get_command(app)
        command.name = name
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(HOMES)

    def __len__(self) -> int:
        return len(HOMES)


class Commands(TyperGroup):
    """All commands, with every failure that a person can mend turned into one line."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands: Any = Catalogue()

    def list_commands(self, ctx: Any) -> list[str]:
        """Their names; Typer's own way reads every command for that."""
        return list(self.commands)

    def get_params(self, ctx: Any) -> list[Any]:
        """The options before a command's name."""
        return with_plain_values(super().get_params(ctx))

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        with report_failures(lambda: ctx.invoked_subcommand):
            return super().invoke(ctx)


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help reads well in a pipe and is what the README shows
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        from provenance import __version__

        print(f"provenance {__version__}")
        raise typer.Exit


@app.callback()
def common(
    context: typer.Context,
    db: Annotated[
        Path,
        typer.Option(
            envvar="PROVENANCE_DB", help="The archive, one SQLite file; 'shards/*.db': several asked as one."
        ),
    ] = Path("provenance.db"),
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no notes.")] = False,
    format: Annotated[
        str | None,
        typer.Option(
            "--format", "-f", help="How to print the result. These may follow the command, too.", show_default=False
        ),
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Find near-duplicate and derivative passages across articles, and who took them from whom.

    \b
    Examples:
      provenance add corpus/articles
      provenance check corpus/incoming
      provenance compare corpus/incoming/puppet-theatre-herald.txt corpus/incoming/cable-mending-newsnook.txt
    """
    if format:
        name = context.invoked_subcommand or ""
        command = Catalogue()[name] if name in HOMES else None
        within = {each: {"format": format} for each in getattr(command, "commands", ())}
        context.default_map = {name: {"format": format, **within}}
    context.obj = Session(db, quiet)
