"""`provenance review`: what a person says of a link."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from provenance.cli.session import of

SAID = {"confirm": "confirmed", "reject": "rejected", "undo": "no longer reviewed"}


def review(
    context: typer.Context,
    a: Annotated[str, typer.Argument(help="One article of the link.")],
    b: Annotated[str, typer.Argument(help="The other.")],
    verdict: Annotated[Literal["confirm", "reject", "undo"], typer.Argument(help="What you say of it.")],
    note: Annotated[str, typer.Option(help="Why, for whoever reads it later.")] = "",
) -> None:
    """Confirm or reject a recorded link, or take that back; later audits respect it.

    \b
    Examples:
      provenance review wire-story herald-story confirm --note "editor confirmed by phone"
      provenance review wire-story herald-story undo
    """
    session = of(context)
    with session.archive() as archive:
        archive.review(a, b, verdict, note)
    session.note(f"{a} and {b}: {SAID[verdict]}")
