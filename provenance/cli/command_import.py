"""`provenance import`: what a batch found, into an archive."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from provenance.cli import options
from provenance.cli.session import emit, of


def import_(
    context: typer.Context,
    folder: Annotated[str, typer.Argument(help="The folder that a batch wrote its tables into.", metavar="FOLDER")],
    publisher: options.Publisher = None,
    since: options.Since = None,
    until: options.Until = None,
    component: Annotated[
        str | None,
        typer.Option(
            metavar="ARTICLE",
            help="Only this article of the batch and all that links connect with it.",
            show_default=False,
        ),
    ] = None,
    format: Annotated[
        Literal["text", "json"], typer.Option("--format", "-f", help="How to print what was done.")
    ] = "text",
) -> None:
    """Bring what a batch found into an archive: articles, quotations, passages and links.

    Then `lineage`, `report`, `review` and `serve` show it as they show what an audit found. Filters leave out
    articles, and with them their links.

    \b
    Examples:
      provenance batch corpus/articles -o found && provenance import found
      provenance --db argus.db import found --publisher "Skerrow Argus" --since 2020-01-01
      provenance --db dam.db import found --component dam-inspection-ledger
    """
    from provenance.config.settings import Settings
    from provenance.usecases.finished_batches import Source
    from provenance.usecases.importing import import_batch

    session = of(context)
    session.note_plain_kernels()
    filters = options.filters(publisher, since, until)
    source = Source(Path(folder))  # before an archive is made
    with session.archive(settings=Settings.of(), create=True) as archive, session.progress() as progress:
        done = import_batch(archive.store, source, archive.settings, filters, component, progress)
        path = str(archive.store.path)
    added = done.addition
    if format == "json":
        import json

        emit(
            json.dumps(
                {
                    "added": len(added.added),
                    "new_versions": len(added.renewed),
                    "unchanged": added.unchanged,
                    "links": done.links,
                    "audited": done.is_audited,
                },
                sort_keys=True,
            )
        )
        return
    emit(
        f"{len(added.added):,} articles added, {len(added.renewed):,} new versions, {added.unchanged:,} unchanged;"
        f" {done.links:,} links recorded in {path}"
    )
    if not done.is_audited:
        emit("`provenance audit` compares them with what else is there; what is aligned is not aligned again")
