"""`provenance export` and `provenance matrix`: the archive's articles, links and counts for other programs."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from provenance.cli import options
from provenance.cli.session import console, emit, of

What = Literal[
    "articles", "links", "passages", "evidence", "quotations", "utterances", "versions", "reviews", "publishers"
]


def export(
    context: typer.Context,
    output: options.Output,
    what: Annotated[
        What, typer.Argument(help="What to write; `provenance schema` says which columns it has.")
    ] = "articles",
    signatures: Annotated[
        bool, typer.Option("--signatures", help="MinHash signatures, as datasketch reads them, instead of articles.")
    ] = False,
    format: Annotated[
        Literal["jsonl", "csv", "tsv", "parquet"] | None,
        typer.Option("--format", "-f", help="The format, where the file's name does not say it.", show_default=False),
    ] = None,
) -> None:
    """Write articles, links, passages and more (JSONL, CSV or Parquet by the file's name), or signatures (JSONL).

    Articles are written as `add` reads them; everything else is a view of `provenance schema`.

    \b
    Examples:
      provenance export -o archive.jsonl
      provenance export links -o links.csv
      provenance export passages -o - --format csv
      provenance export --signatures -o signatures.jsonl
    """
    session = of(context)
    if signatures and what != "articles":
        raise typer.BadParameter("signatures are those of articles", param_hint="--signatures")
    with session.archive(readonly=what not in ("quotations", "utterances")) as archive:
        if what == "articles":
            count = archive.export(output, signatures=signatures, format=format)
        else:
            count = archive.export_table(what, output, format=format)
    session.note(f"{count:,} rows")
    if str(output) != "-":
        emit(str(output))


def matrix(
    context: typer.Context,
    limit: Annotated[int, typer.Option(min=1, help="At most so many publishers, those with most links.")] = 12,
    format: Annotated[
        Literal["text", "csv", "json"], typer.Option("--format", "-f", help="How to print it.")
    ] = "text",
) -> None:
    """Print publishers by publishers: how many articles of the one in the row are made from one in the column.

    \b
    Examples:
      provenance matrix
      provenance matrix --format csv
    """
    from provenance.reports.matrix import as_csv, as_json, print_matrix

    with of(context).archive(readonly=True) as archive:
        rows = archive.table("publishers")
    if format == "text":
        print_matrix(console(), rows, limit)
    else:
        emit(as_csv(rows) if format == "csv" else as_json(rows))
