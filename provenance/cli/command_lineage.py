"""`provenance lineage`: where one article comes from and what came of it."""

from __future__ import annotations

import typer

from provenance.cli import options
from provenance.cli.record_notes import note_record
from provenance.cli.session import of, show


def lineage(
    context: typer.Context,
    article: options.ArticleName,
    profile: options.Profile = "news",
    min_words: options.MinWords = None,
    min_score: options.MinScore = None,
    min_confidence: options.MinConfidence = 0.8,
    publisher: options.Publisher = None,
    language: options.Language = None,
    since: options.Since = None,
    until: options.Until = None,
    no_quotations: options.NoQuotations = False,
    no_self_reuse: options.NoSelfReuse = False,
    same_event: options.SameEvent = False,
    why: options.Why = False,
    format: options.LineageFormat = "text",
) -> None:
    """Show the sources and the derivatives of one article, direct and indirect.

    Links come from `provenance audit`; for an article that was added since, they are worked out on the spot.

    \b
    Examples:
      provenance lineage dam-inspection-ledger
      provenance lineage dam-inspection-ledger --format svg > lineage.svg
      provenance lineage dam-inspection-ledger --format prov-json > lineage.json
    """
    from provenance.config.settings import Settings

    settings = Settings.of(profile, min_confidence=min_confidence)
    filters = options.filters(
        publisher,
        since,
        until,
        no_quotations=no_quotations,
        no_self_reuse=no_self_reuse,
        languages=language,
        min_words=min_words,
        min_score=min_score,
        same_event=same_event,
    )
    session = of(context)
    session.note_plain_kernels()
    with session.archive(settings=settings, readonly=True) as archive:
        note_record(session, archive)
        view = archive.lineage(article, filters=filters)
    show("lineage", view, format, why=why)
