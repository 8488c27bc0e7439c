"""The root of the tree of commands, and the options common to all."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from provenance.cli.failure import Commands
from provenance.cli.session import Session

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
    db: Annotated[Path, typer.Option(envvar="PROVENANCE_DB", help="The archive, one SQLite file.")] = Path(
        "provenance.db"
    ),
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no notes.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Find near-duplicate and derivative passages across articles, and who took them from whom.

    \b
    Examples:
      provenance add corpus/articles
      provenance check corpus/incoming
      provenance compare mine.txt theirs.txt
    """
    context.obj = Session(db, quiet)
