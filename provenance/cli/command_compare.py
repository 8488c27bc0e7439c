"""`provenance compare`: two files, or two archived articles, beside each other."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from provenance.cli import options
from provenance.cli.completion import archived_ids
from provenance.cli.session import of, show


def compare(
    context: typer.Context,
    a: Annotated[
        str,
        typer.Argument(help="One article: a file, or an archived article by its id.", autocompletion=archived_ids),
    ],
    b: Annotated[str, typer.Argument(help="The other.", autocompletion=archived_ids)],
    profile: options.Profile = "news",
    min_words: options.MinWords = None,
    min_score: options.MinScore = None,
    min_confidence: options.MinConfidence = 0.8,
    no_quotations: options.NoQuotations = False,
    why: options.Why = False,
    format: options.ComparisonFormat = "text",
) -> None:
    """Compare two files, with no archive, or two archived articles, with what people said of their link.

    \b
    Examples:
      provenance compare corpus/incoming/puppet-theatre-herald.txt corpus/incoming/cable-mending-newsnook.txt
      provenance compare corpus/incoming/honey-brief-post.json corpus/incoming/teachers-deal-digest.md -f json
      provenance compare ferry-strike-northline ferry-strike-herald
    """
    from provenance.config.settings import Settings
    from provenance.errors import NoSuchArticle, UnreadableInput, UsageError
    from provenance.reports.terminal.left_out import single
    from provenance.sources import read_one
    from provenance.sources.folders import unread_address
    from provenance.sources.readers import is_file_name
    from provenance.usecases.comparing import GIVEN_TWICE
    from provenance.usecases.comparing import compare as compare_articles

    session = of(context)
    session.note_plain_kernels()
    settings = Settings.of(profile, min_confidence=min_confidence)
    filters = options.filters(no_quotations=no_quotations, min_words=min_words, min_score=min_score)
    missing = [name for name in (a, b) if name != "-" and not os.path.lexists(name)]
    if len(missing) == 2 and session.has_archive:
        try:
            with session.archive(settings=settings, readonly=True) as archive:
                findings = archive.compare(a, b, filters=filters)
        except NoSuchArticle as error:
            for name in missing:
                if is_file_name(name):  # as `check` says it of one
                    raise UnreadableInput(f"{name}: there is no such file, nor an archived article") from None
            raise NoSuchArticle(f"{error} (and there is no file of that name)") from None
        show("comparison", findings, format, why=why)
        return
    for name in missing:
        if unread_address(name) is None:
            beside = "two files are compared, or two archived articles"
            if not session.has_archive:
                beside = f"nor is there an archive at {session.db}"
            raise UnreadableInput(f"{name}: there is no such file; {beside}")
    if Path(a).exists() and Path(b).exists() and Path(a).samefile(b):
        raise UsageError(f"{a}: {GIVEN_TWICE}")
    one, other = read_one(a), read_one(b)
    for note in (*one.notes, *other.notes):
        session.note(f"provenance: {single(note)}")
    findings = compare_articles(one, other, settings, filters)
    show("comparison", findings, format, why=why)
