"""`provenance export`: the archive's articles, or their signatures, for other programs."""

from __future__ import annotations

from typing import Annotated

import typer

from provenance.cli import options
from provenance.cli.session import emit, of


def export(
    context: typer.Context,
    output: options.Output,
    signatures: Annotated[
        bool, typer.Option("--signatures", help="MinHash signatures, as datasketch reads them, instead of articles.")
    ] = False,
) -> None:
    """Write all archived articles (JSONL, CSV or Parquet by the file's name), or their signatures (JSONL).

    \b
    Examples:
      provenance export -o archive.jsonl
      provenance export --signatures -o signatures.jsonl
    """
    with of(context).archive(readonly=True) as archive:
        count = archive.export(output, signatures=signatures)
    of(context).note(f"{count:,} rows")
    if str(output) != "-":
        emit(str(output))
