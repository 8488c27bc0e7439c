"""`provenance verify` and `provenance reindex`: is the archive what it says, and making its index anew."""

from __future__ import annotations

from typing import Annotated

import typer

from provenance.cli import options
from provenance.cli.session import emit, of, show


def verify(
    context: typer.Context,
    sample: Annotated[int, typer.Option(min=0, help="Articles whose fingerprints are made anew; 0 means all.")] = 200,
    format: options.VerificationFormat = "text",
) -> None:
    """Check the archive against itself: file, texts, index, fingerprints, findings.

    Exits with 1 when something does not hold together.

    \b
    Examples:
      provenance verify
      provenance verify --sample 0
    """
    session = of(context)
    session.note_plain_kernels()
    with session.archive(readonly=True) as archive, session.progress() as progress:
        result = archive.verify(sample=sample, on_progress=progress)
    show("verification", result, format)
    if result.problems:
        raise typer.Exit(1)


def reindex(context: typer.Context, jobs: options.Jobs = 0) -> None:
    """Make every fingerprint and index page anew, in place; after an interruption it goes on where it stopped.

    \b
    Example:
      provenance reindex
    """
    session = of(context)
    session.note_plain_kernels()
    with session.archive() as archive, session.progress() as progress:
        count = archive.reindex(jobs=jobs, on_progress=progress)
    emit(f"{count:,} articles indexed anew")
