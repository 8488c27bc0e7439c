"""`provenance list`, `show`, `remove` and `stats`: what the archive holds."""

from __future__ import annotations

from typing import Annotated

import typer

from provenance.cli import options
from provenance.cli.completion import archived_ids
from provenance.cli.record_notes import note_record
from provenance.cli.session import emit, of
from provenance.cli.session import show as print_answer


def list_(
    context: typer.Context,
    publisher: options.Publisher = None,
    language: options.Language = None,
    since: options.Since = None,
    until: options.Until = None,
    format: options.ArticlesFormat = "text",
) -> None:
    """List the archived articles.

    \b
    Examples:
      provenance list --publisher "Harbour Herald" --since 2025-03-01
      provenance list --language German
      provenance list --format jsonl | head
    """
    filters = options.filters(publisher, since, until, languages=language)
    with of(context).archive(readonly=True) as archive:
        rows = archive.listed(filters)
    print_answer("articles", rows, format)


def show(
    context: typer.Context,
    article: options.ArticleName,
    versions: Annotated[
        bool, typer.Option("--versions", help="List every text that it had, with what each one changed.")
    ] = False,
    version: Annotated[
        int | None, typer.Option(min=1, help="Print this version of it, counted from 1.", show_default=False)
    ] = None,
    profile: options.Profile = "news",
    format: options.ArticleFormat = "text",
) -> None:
    """Print one article with what is known about it and how that was got.

    \b
    Examples:
      provenance show dam-inspection-ledger
      provenance show https://www.inlandledger.example/investigations/dam-inspection-ledger --format json
      provenance show bridge-toll-courier --versions
      provenance show bridge-toll-courier --version 1
    """
    if versions and version is not None:
        raise typer.BadParameter("give either --versions or --version, not both", param_hint="--version")
    from provenance.config.settings import Settings

    session = of(context)
    with session.archive(settings=Settings.of(profile), readonly=True) as archive:
        if versions:
            print_answer("versions", archive.versions(article), format)
        else:
            note_record(session, archive)
            print_answer("article", archive.show(article, version), format)


def remove(
    context: typer.Context,
    articles: Annotated[
        list[str], typer.Argument(help="Articles to take out.", show_default=False, autocompletion=archived_ids)
    ],
) -> None:
    """Take articles, and everything derived from them, out of the archive.

    Every name must be right before anything is removed.

    \b
    Example:
      provenance remove dam-brief-highmoor ferry-subsidy-herald
    """
    from provenance.reports.characters import line

    with of(context).archive() as archive:
        for identifier in archive.remove(articles):
            emit(f"removed {line(identifier)}")


def stats(
    context: typer.Context, profile: options.Profile = "news", format: options.StatisticsFormat = "text"
) -> None:
    """Print counts and sizes of the archive, and the records that audits have made.

    Links are counted in the record of one profile.

    \b
    Example:
      provenance stats
    """
    from provenance.config.settings import Settings

    session = of(context)
    with session.archive(settings=Settings.of(profile), readonly=True) as archive:
        note_record(session, archive)
        figures = archive.statistics()
    print_answer("statistics", figures, format)
