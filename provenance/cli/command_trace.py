"""`provenance trace`: the earliest known appearance of a passage, then every later one."""

from __future__ import annotations

from typing import Annotated

import typer

from provenance.cli import options
from provenance.cli.completion import archived_ids
from provenance.cli.record_notes import note_record
from provenance.cli.session import of, show
from provenance.cli.text_search import make_searchable

LIMIT = 20  # appearances on a terminal, where the earliest are looked for


def trace(
    context: typer.Context,
    passage: Annotated[
        list[str],
        typer.Argument(help="The passage; with --in, its START and END in that article.", show_default=False),
    ],
    in_article: Annotated[
        str | None,
        typer.Option(
            "--in", metavar="ARTICLE", help="Take the passage from this article.", autocompletion=archived_ids
        ),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(min=0, help="Print so many, the earliest first; 0 prints all. [default: 20, all as JSON]"),
    ] = None,
    profile: options.Profile = "news",
    format: options.TraceFormat = "text",
) -> None:
    """Find where a passage appeared first, as far as the archive knows, and everywhere it appeared later.

    Finds every article that holds the words, whatever their case, accents and punctuation, in any version; passages
    of six words or more in other words, too.

    \b
    Examples:
      provenance trace "an old friend"
      provenance trace "a steady leak is an old friend"
      provenance trace --in dam-inspection-ledger 1200 1400
    """
    if in_article is not None and not (len(passage) == 2 and all(part.isdecimal() for part in passage)):
        raise typer.BadParameter("with --in, give START and END: two offsets into the text", param_hint="PASSAGE")
    from provenance.config.settings import Settings

    session = of(context)
    session.note_plain_kernels()
    make_searchable(session)
    most = (LIMIT if format == "text" else 0) if limit is None else limit
    with session.archive(settings=Settings.of(profile), readonly=True) as archive:
        note_record(session, archive)
        if in_article is None:
            view = archive.trace(" ".join(passage), limit=most or None)
        else:
            view = archive.trace_in(in_article, int(passage[0]), int(passage[1]), limit=most or None)
    show("trace", view, format)
