"""`provenance compare`: two files beside each other, without an archive."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from provenance.cli import options
from provenance.cli.failure import complain
from provenance.cli.session import of, show


def compare(
    context: typer.Context,
    a: Annotated[Path, typer.Argument(help="One article.", show_default=False)],
    b: Annotated[Path, typer.Argument(help="The other.", show_default=False)],
    profile: options.Profile = "news",
    min_words: options.MinWords = None,
    min_score: options.MinScore = None,
    min_confidence: options.MinConfidence = 0.8,
    no_quotations: options.NoQuotations = False,
    format: options.ComparisonFormat = "text",
) -> None:
    """Compare two files, with no archive.

    \b
    Examples:
      provenance compare mine.txt theirs.html
      provenance compare mine.txt theirs.txt --format json
    """
    from provenance.config.settings import Settings
    from provenance.reports.terminal.left_out import single
    from provenance.sources import read_one
    from provenance.usecases.comparing import compare as compare_articles

    of(context).note_plain_kernels()
    settings = Settings.of(profile, min_confidence=min_confidence)
    filters = options.filters(no_quotations=no_quotations, min_words=min_words, min_score=min_score)
    one, other = read_one(a), read_one(b)
    for note in (*one.notes, *other.notes):
        complain(single(note))
    findings = compare_articles(one, other, settings, filters)
    show("comparison", findings, format)
