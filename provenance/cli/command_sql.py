"""`provenance sql`: a question in SQL to the archive, or to the tables that a batch left."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from provenance.cli.session import Session, console, emit, of

SHOWN = 100  # rows that a terminal gets
WIDTH = 60  # columns of the terminal that a value gets
_STATEMENT = re.compile(r"\s*(?:select|with|values|explain)\b\s", re.IGNORECASE)


def sql(
    context: typer.Context,
    asked: Annotated[
        str,
        typer.Argument(
            help="A statement that reads the archive, or the folder that a batch wrote its tables into.",
            metavar="SQL|FOLDER",
        ),
    ],
    statement: Annotated[
        str | None,
        typer.Argument(
            help="Behind a folder: one statement that reads its tables; without it the statements that make the views"
            " are printed.",
            metavar="[SQL]",
            show_default=False,
        ),
    ] = None,
    format: Annotated[
        Literal["text", "json", "jsonl", "csv"], typer.Option("--format", "-f", help="How to print the rows.")
    ] = "text",
) -> None:
    """Ask the archive with SQL, or the tables of a batch (extra `duckdb`) without bringing them into an archive.

    `provenance schema` says which views an archive has. A batch has one per table: articles, signatures, pairs,
    links, passages, quotations, clusters, skipped; and passage_words (passages with their words) and
    who_took_from_whom. Nothing is written, and no other file is read.

    \b
    Examples:
      provenance sql "SELECT source, derived, confidence FROM links WHERE relation = 'derived'"
      provenance sql "SELECT speaker, text, articles FROM v_utterances LIMIT 9" --format csv
      provenance batch corpus/articles -o found-here && provenance sql found-here "DESCRIBE links"
      provenance sql found-here "SELECT relation, count(*) AS links FROM links GROUP BY ALL ORDER BY ALL"
      provenance sql found-here > views.sql
    """
    if statement is None and _STATEMENT.match(asked) and not os.path.isdir(asked):  # noqa: PTH112 (any text)
        with of(context).archive(readonly=True) as archive:
            found = archive.sql(asked)
        from provenance.usecases.query_values import different_names, plain

        names = different_names(found.columns)
        rows = (dict(zip(names, map(plain, values), strict=True)) for values in found.values())
        _emit(names, rows, format, of(context))
        return
    from provenance.usecases.batch_queries import BatchQuery, view_statements
    from provenance.usecases.finished_batches import Source

    if statement is None:
        emit("\n".join(f"{each};" for each in view_statements(Source(Path(asked)))))
        return
    with BatchQuery(Path(asked), statement) as query:
        _emit(query.columns, query.rows(), format, of(context))


def _emit(names: Sequence[str], rows: Iterator[dict[str, Any]], format: str, session: Session) -> None:
    if format == "json":
        from provenance.reports.characters import plain_json

        emit(plain_json(json.dumps(list(rows), ensure_ascii=False, indent=1)))
    elif format == "text":
        _print(names, rows, session)
    else:
        from provenance.reports.row_files import write_rows

        write_rows(Path("-"), rows, list(names), format)


def _print(names: Sequence[str], rows: Iterator[dict[str, Any]], session: Session) -> None:
    """The first rows as a table; those that are not shown are counted."""
    from rich.markup import escape

    from provenance.reports.terminal.look import cell, columns, show

    first = list(islice(rows, SHOWN))
    numeric = {name for name in names if all(isinstance(row[name], int | float) for row in first)}
    out = console()
    table = columns(out, [(escape(cell(name, WIDTH)), "right" if name in numeric else "left") for name in names])
    for row in first:
        table.add_row(*(escape(cell(_shown(row[name]), WIDTH)) for name in names))
    show(out, table)
    more = sum(1 for _ in rows)
    if more:
        session.note(f"{more:,} more rows; --format csv, json or jsonl prints all")


def _shown(value: Any) -> str:
    return "" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
