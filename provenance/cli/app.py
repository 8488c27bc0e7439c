"""The tree of commands: which there are, in the order a newcomer meets them, and the options common to all."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from provenance.cli import (
    adding,
    auditing,
    checking,
    clustering,
    comparing,
    evaluating,
    exporting,
    lineage,
    listing,
    quoting,
    reporting,
    reviewing,
    tracing,
    verifying,
)
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


for command in (
    adding.add,
    checking.check,
    comparing.compare,
    auditing.audit,
    lineage.lineage,
    tracing.trace,
    quoting.quotes,
    clustering.clusters,
    clustering.dedup,
    reporting.report,
    reviewing.review,
    listing.list_,
    listing.show,
    listing.remove,
    listing.stats,
    verifying.verify,
    verifying.reindex,
    exporting.export,
):
    app.command(command.__name__.rstrip("_"))(command)
app.add_typer(evaluating.app, name="evaluate")
