"""`provenance lineage`: where one article comes from and what came of it."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from provenance.cli import options
from provenance.cli.session import console, emit, of

LineageFormat = Literal["text", "json", "dot", "mermaid", "graphml", "csv", "prov-json", "prov-n", "svg"]


def lineage(
    context: typer.Context,
    article: Annotated[str, typer.Argument(help="An id, the beginning of one, a path or an address.")],
    min_confidence: options.MinConfidence = 0.8,
    publisher: options.Publisher = None,
    since: options.Since = None,
    until: options.Until = None,
    no_quotations: options.NoQuotations = False,
    no_self_reuse: options.NoSelfReuse = False,
    format: Annotated[LineageFormat, typer.Option("--format", "-f", help="How to print the lineage.")] = "text",
) -> None:
    """Show the sources and the derivatives of one article, direct and indirect.

    Links come from `provenance audit`; for an article that was added since, they are worked out on the spot.

    \b
    Examples:
      provenance lineage dam-inspection
      provenance lineage dam-inspection --format svg > lineage.svg
      provenance lineage dam-inspection --format prov-json > lineage.json
    """
    from provenance.config.settings import Settings

    settings = Settings.of(min_confidence=min_confidence)
    filters = options.filters(publisher, since, until, no_quotations, no_self_reuse)
    session = of(context)
    session.note_plain_kernels()
    with session.archive(settings=settings, readonly=True) as archive:
        view = archive.lineage(article, filters=filters)
    if format == "text":
        from provenance.reports.terminal.lineage import print_lineage

        print_lineage(console(), view)
    else:
        emit(_written(view, format))


def _written(view: object, format: str) -> str:
    """The lineage in one of the formats for other programs."""
    from importlib import import_module

    module, function = {
        "json": ("contract_json", "lineage_json"),
        "dot": ("dot", "lineage_dot"),
        "mermaid": ("mermaid", "lineage_mermaid"),
        "graphml": ("graphml", "lineage_graphml"),
        "csv": ("edges_csv", "lineage_csv"),
        "prov-json": ("prov_document", "lineage_prov_json"),
        "prov-n": ("prov_document", "lineage_prov_n"),
        "svg": ("timeline_svg", "lineage_svg"),
    }[format]
    written = getattr(import_module(f"provenance.reports.{module}"), function)(view)
    assert isinstance(written, str)  # noqa: S101 (every format is text)
    return written
