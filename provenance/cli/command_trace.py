"""`provenance trace`: the earliest known appearance of a passage, then every later one."""

from __future__ import annotations

from typing import Annotated

import typer

from provenance.cli import options
from provenance.cli.session import of, show


def trace(
    context: typer.Context,
    passage: Annotated[
        list[str],
        typer.Argument(help="The passage; with --in, its START and END in that article.", show_default=False),
    ],
    in_article: Annotated[
        str | None, typer.Option("--in", metavar="ARTICLE", help="Take the passage from this article.")
    ] = None,
    format: options.TraceFormat = "text",
) -> None:
    """Find where a passage appeared first, as far as the archive knows, and everywhere it appeared later.

    \b
    Examples:
      provenance trace "the spillway gates had not been tested since the spring"
      provenance trace --in dam-inspection 120 360
    """
    if in_article is not None and not (len(passage) == 2 and all(part.isdecimal() for part in passage)):
        raise typer.BadParameter("with --in, give START and END: two offsets into the text", param_hint="PASSAGE")
    session = of(context)
    session.note_plain_kernels()
    with session.archive(readonly=True) as archive:
        if in_article is None:
            view = archive.trace(" ".join(passage))
        else:
            view = archive.trace_in(in_article, int(passage[0]), int(passage[1]))
    show("trace", view, format)
