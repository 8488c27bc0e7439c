"""`provenance clusters`: near duplicates as groups."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from provenance.cli import options
from provenance.cli.session import of, show

Keep = Annotated[
    Literal["earliest", "longest"],
    typer.Option(help="Which article stands for its group."),
]
Similar = Annotated[float, typer.Option(min=0.05, max=1, help="Least exact Jaccard similarity of two articles.")]


def clusters(
    context: typer.Context,
    keep: Keep = "earliest",
    threshold: Similar = 0.7,
    format: options.ClustersFormat = "text",
) -> None:
    """List groups of near-duplicate articles, each with its weakest verified pair.

    \b
    Examples:
      provenance clusters
      provenance clusters --threshold 0.9 --format jsonl
    """
    session = of(context)
    session.note_plain_kernels()
    with session.archive(readonly=True) as archive, session.progress() as progress:
        found = archive.clusters(threshold=threshold, keep=keep, on_progress=progress)
    show("clusters", found, format)
