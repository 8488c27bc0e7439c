"""`provenance serve`: the archive in a browser."""

from __future__ import annotations

from typing import Annotated

import typer

from provenance.cli import options
from provenance.cli.session import emit, of
from provenance.errors import MissingExtra

EXTRA = "web"


def serve(
    context: typer.Context,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")] = 8765,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Where to listen. Any but this computer's own asks for a token.")
    ] = "127.0.0.1",
    name: Annotated[
        list[str] | None,
        typer.Option(
            metavar="HOST",
            help="A further name by which browsers reach this computer (may be repeated).",
            show_default=False,
        ),
    ] = None,
    open_: Annotated[bool, typer.Option("--open", help="Open it in the browser, too.")] = False,
    read_only: Annotated[bool, typer.Option("--read-only", help="Let nobody change anything.")] = False,
    fetch: Annotated[
        bool, typer.Option("--fetch", help="Fetch addresses that somebody wants checked, public ones only.")
    ] = False,
    profile: options.Profile = "news",
    min_confidence: options.MinConfidence = 0.8,
) -> None:
    """Show the archive in a browser until Ctrl-C: articles, their sources, texts side by side, reviews, audits.

    Needs the extra `web`. Only this computer reaches it unless --host says otherwise; then a token is printed that
    whoever opens it has to give. Nothing is loaded from outside, and no command waits for it.

    \b
    Examples:
      provenance serve --open
      provenance serve --port 9000 --read-only
      provenance serve --host 0.0.0.0 --name archive.example.org
    """
    from provenance.config.settings import Settings

    try:
        from provenance.web.serving import serve as run
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("provenance"):
            raise
        raise MissingExtra("showing the archive in a browser", EXTRA) from error
    session = of(context)
    session.note_plain_kernels()
    run(
        session.one_archive(),
        Settings.of(profile, min_confidence=min_confidence),
        host=host,
        port=port,
        names=tuple(name or ()),
        read_only=read_only,
        fetch=fetch,
        opened=open_,
        say=lambda line: emit(line, now=True),
    )
