"""`provenance schema` and `provenance datasette`: the archive for people who write SQL."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from provenance.cli.session import console, emit, of


def schema(
    context: typer.Context,
    format: Annotated[
        Literal["text", "json", "sql"], typer.Option("--format", "-f", help="How to print it.")
    ] = "text",
) -> None:
    """Say which views of the archive SQL can rely on, and what a row of each is.

    \b
    Examples:
      provenance schema
      provenance schema --format sql
    """
    from provenance.model.schema import FUNCTIONS, SHORT

    with of(context).archive(readonly=True) as archive:
        views = archive.views()
        statements = archive.view_statements() if format == "sql" else ()
    if format == "json":
        import json

        made = {
            "views": [{"name": view.name, "row": view.words, "columns": list(view.columns)} for view in views],
            "also": {name: f"v_{name}" for name in SHORT},
            "functions": dict(FUNCTIONS),
        }
        emit(json.dumps(made, indent=2))
        return
    if format == "sql":
        emit("\n\n".join(f"{each};" for each in statements))
        return
    from rich.text import Text

    from provenance.reports.terminal.look import show

    out = console()
    for view in views:
        show(out, Text(view.name, "bold"))
        show(out, Text(view.words), indent=2)
        show(out, Text(", ".join(view.columns), "dim"), indent=4)
        out.print()
    show(out, Text(f"{', '.join(SHORT)} are the views of these names without v_."))
    for name, words in FUNCTIONS.items():
        show(out, Text(f"{name}(column): {words}"))


def datasette(
    context: typer.Context,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The folder to write into.", show_default=False)
    ] = Path(),
) -> None:
    """Write what Datasette needs to show the archive: descriptions, facets, queries, and the functions of the views.

    \b
    Examples:
      provenance datasette -o site
    """
    session = of(context)
    with session.archive(readonly=True) as archive:
        views = archive.views()
    from provenance.reports.datasette import write_datasette

    written = write_datasette(output, session.db, views)
    session.note("wrote " + ", ".join(str(path) for path in written))
    folder = str(output)
    emit(
        f"datasette {session.db} --metadata {folder}/metadata.yaml --plugins-dir {folder}/plugins\n"
        f"(Datasette 1.0: add --config {folder}/datasette.yaml)"
    )
