"""`provenance quotes`: who said what, who printed it first, who changed it."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from provenance.cli import options
from provenance.cli.completion import archived_ids
from provenance.cli.record_notes import note_record
from provenance.cli.session import of, show


def quotes(
    context: typer.Context,
    articles: Annotated[
        list[str] | None,
        typer.Argument(
            help="Articles (id, path or address); none means all.", show_default=False, autocompletion=archived_ids
        ),
    ] = None,
    reused: Annotated[bool, typer.Option("--reused", help="Only utterances that several articles report.")] = False,
    altered: Annotated[bool, typer.Option("--altered", help="Only those whose quoted words were changed.")] = False,
    speaker: Annotated[str | None, typer.Option(help="Only this speaker.", show_default=False)] = None,
    profile: options.Profile = "news",
    format: options.QuotationsFormat = "text",
) -> None:
    """List quotations, their speakers, where each appeared first, and later use.

    \b
    Examples:
      provenance quotes dam-inspection-ledger
      provenance quotes --altered
      provenance quotes --format jsonl > quotations.jsonl
    """
    from provenance.config.settings import Settings

    session = of(context)
    session.note_plain_kernels()
    settings, readonly = Settings.of(profile), not os.access(session.db, os.W_OK)
    with session.archive(settings=settings, readonly=readonly) as archive, session.progress() as progress:
        note_record(session, archive)
        rows = archive.quotes(articles or (), reused=reused, altered=altered, speaker=speaker, on_progress=progress)
    show("quotations", rows, format)
