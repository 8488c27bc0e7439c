"""`provenance edit`: a person corrects what was read about an article."""

from __future__ import annotations

from typing import Annotated

import typer

from provenance.cli import options
from provenance.cli.session import of


def edit(
    context: typer.Context,
    article: options.ArticleName,
    given: options.Given = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take the last edit back.")] = False,
    clear: Annotated[bool, typer.Option("--clear", help="Take every edit of the article back.")] = False,
    by: options.By = None,
) -> None:
    """Correct publisher, date, title, author or address of an article.

    What was read is kept and shown by `show`; the correction holds everywhere, for new versions too, and the next
    audit judges the article's links with it. An empty value (author=) says that there is none.

    \b
    Examples:
      provenance edit ferry-strike-herald --set publisher="Harbour Herald",published=2025-03-04
      provenance edit ferry-strike-herald --set author= --by dana
      provenance edit ferry-strike-herald --undo
    """
    if bool(given) + undo + clear != 1:
        raise typer.BadParameter("give one of --set FIELD=VALUE, --undo and --clear", param_hint="--set")
    values = options.given(given)
    session = of(context)
    with session.archive() as archive:
        if values:
            archive.edit(article, values, by)
            session.note(f"{article}: {', '.join(values)} corrected")
        else:
            fields = archive.undo_edit(article, by, everything=clear)
            session.note(f"{article}: {', '.join(fields)} as before")
