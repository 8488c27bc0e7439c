"""`provenance audit`: every link among archived articles."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from provenance.cli import options
from provenance.cli.session import console, emit, of


def audit(
    context: typer.Context,
    jobs: options.Jobs = 0,
    again: Annotated[
        bool, typer.Option("--again", help="Look at every article again, not only at new ones.")
    ] = False,
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="ARTICLE", help="Only these against all others (may be repeated).", show_default=False),
    ] = None,
    profile: options.Profile = "news",
    min_words: options.MinWords = None,
    min_score: options.MinScore = None,
    min_confidence: options.MinConfidence = 0.8,
    publisher: options.Publisher = None,
    since: options.Since = None,
    until: options.Until = None,
    no_quotations: options.NoQuotations = False,
    no_self_reuse: options.NoSelfReuse = False,
    format: Annotated[
        Literal["text", "jsonl", "csv", "graphml"], typer.Option("--format", "-f", help="How to print the links.")
    ] = "text",
) -> None:
    """Find and record every link among archived articles.

    A second run looks only at what is new; after Ctrl-C the same command goes on where it stopped. What a person
    has confirmed or rejected stays as it is. The filters narrow what is printed, not what is recorded.

    \b
    Examples:
      provenance audit
      provenance audit --format jsonl --min-confidence 0 > links.jsonl
      provenance audit --publisher "Harbour Herald" --no-self-reuse
    """
    from provenance.config.settings import Settings

    settings = Settings.of(profile, min_words=min_words, min_score=min_score, min_confidence=min_confidence)
    filters = options.filters(publisher, since, until, no_quotations, no_self_reuse)
    session = of(context)
    session.note_plain_kernels()
    with session.archive(settings=settings) as archive:
        with session.progress() as progress:
            summary = archive.audit(jobs=jobs, again=again, only=only or (), on_progress=progress)
        session.note(
            f"{summary.articles:,} articles looked at, {summary.pairs:,} pairs compared, "
            f"{summary.links:,} links recorded, {summary.kept:,} kept from before"
        )
        links = archive.listed_links(filters)
        if format == "text":
            from provenance.reports.terminal.links import ROWS, print_links

            print_links(console(), links, archive.named(links[:ROWS]))
        elif format == "jsonl":
            from provenance.reports.contract_json import dump, link_object

            for link in archive.whole_links(links):
                emit(dump(link_object(link, archive.named([link]))))
        elif format == "csv":
            from provenance.reports.edges_csv import edges_csv

            emit(edges_csv(archive.whole_links(links)))
        else:
            from provenance.reports.graphml import graphml

            emit(graphml(archive.named(links).values(), archive.whole_links(links)))
