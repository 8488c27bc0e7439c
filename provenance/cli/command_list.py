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
        list[str] | None,
        typer.Argument(help="Articles to take out.", show_default=False, autocompletion=archived_ids),
    ] = None,
    purge: Annotated[
        bool,
        typer.Option(
            "--purge", help="Leave no byte of their texts in the file; without articles, of those removed before."
        ),
    ] = False,
) -> None:
    """Take articles, and everything derived from them, out of the archive.

    Every name must be right before anything is removed. With --purge the whole file is written anew; copies of the
    archive that still have a text are named.

    \b
    Examples:
      provenance remove dam-brief-highmoor ferry-subsidy-herald
      provenance remove --purge lighthouse-sale-highmoor
    """
    from provenance.reports.characters import line

    if not articles and not purge:
        raise typer.BadParameter("name at least one article", param_hint="ARTICLES")
    session = of(context)
    with session.archive() as archive:
        purged = archive.purge(articles or []) if purge else None
        for identifier in archive.remove(articles or []) if purged is None else purged.ids:
            emit(f"{'removed' if purged is None else 'purged'} {line(identifier)}")
    if purged is not None:
        session.note(f"no byte of what was removed is left in {session.db}")
        for path in purged.held_in:
            session.note(f"a copy of the archive still has it: {path}; delete that file, or purge it, too")


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
