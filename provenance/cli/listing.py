"""`provenance list`, `show`, `remove` and `stats`: what the archive holds."""

from __future__ import annotations

from typing import Annotated

import typer

from provenance.cli import options
from provenance.cli.session import console, emit, of

ArticleName = Annotated[
    str, typer.Argument(help="An id, the beginning of one, a path or an address.", show_default=False)
]


def list_(
    context: typer.Context,
    publisher: options.Publisher = None,
    since: options.Since = None,
    until: options.Until = None,
    format: options.Format = "text",
) -> None:
    """List the archived articles.

    \b
    Examples:
      provenance list --publisher "Harbour Herald" --since 2025-03-01
      provenance list --format jsonl | head
    """
    filters = options.filters(publisher, since, until, False, False)
    with of(context).archive(readonly=True) as archive:
        rows = archive.listed(filters)
    if format == "text":
        from provenance.reports.terminal.listing import print_list

        print_list(console(), rows)
        return
    from provenance.reports.contract_json import dump, listed_object

    objects = [listed_object(row) for row in rows]
    if format == "json":
        emit(dump(objects))
    for written in objects if format == "jsonl" else ():
        emit(dump(written))


def show(context: typer.Context, article: ArticleName, format: options.Format = "text") -> None:
    """Print one article with what is known about it and how that was got.

    \b
    Examples:
      provenance show dam-inspection
      provenance show https://herald.example/dam --format json
    """
    with of(context).archive(readonly=True) as archive:
        view = archive.show(article)
    if format == "text":
        from provenance.reports.terminal.listing import print_article

        print_article(console(), view)
        return
    from provenance.reports.contract_json import article_view_object, dump

    emit(dump(article_view_object(view)))


def remove(
    context: typer.Context,
    articles: Annotated[list[str], typer.Argument(help="Articles to take out.", show_default=False)],
) -> None:
    """Take articles, and everything derived from them, out of the archive.

    Every name must be right before anything is removed.

    \b
    Example:
      provenance remove dam-inspection ferry-strike
    """
    with of(context).archive() as archive:
        for identifier in archive.remove(articles):
            emit(f"removed {identifier}")


def stats(context: typer.Context, format: options.Format = "text") -> None:
    """Print counts and sizes of the archive.

    \b
    Example:
      provenance stats
    """
    with of(context).archive(readonly=True) as archive:
        figures = archive.statistics()
    if format == "text":
        from provenance.reports.terminal.maintenance import print_statistics

        print_statistics(console(), figures)
        return
    from provenance.reports.contract_json import dump

    emit(dump(dict(figures)))
