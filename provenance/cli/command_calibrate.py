"""`provenance calibrate`: what a copy would have to look like to be found in this archive."""

from __future__ import annotations

from typing import Annotated

import typer

from provenance.cli import options
from provenance.cli.session import of, show


def calibrate(
    context: typer.Context,
    sample: Annotated[int, typer.Option(min=1, help="Copies to plant of each form; more give surer figures.")] = 50,
    profile: options.Profile = "news",
    format: options.DetectionFormat = "text",
) -> None:
    """Measure which copies `check` finds in this archive, and let `check` say so where it finds nothing.

    Edited copies of passages of the archived articles are planted, in memory, in short texts and in other articles:
    of 10 to 100 words, with all to half of their words kept. What is found of them is stored as figures; the articles
    stay as they are. Takes about a minute with 10,000 articles.

    \b
    Examples:
      provenance calibrate
      provenance calibrate --sample 200 --format json
    """
    from provenance.config.settings import Settings

    session = of(context)
    session.note_plain_kernels()
    with session.archive(settings=Settings.of(profile), create=False) as archive, session.progress() as progress:
        measured = archive.calibrate(sample=sample, on_progress=progress)
    show("detection", measured, format)
