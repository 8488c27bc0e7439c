"""A lineage in PROV-N, the notation for people (https://www.w3.org/TR/prov-n/)."""

from __future__ import annotations

from typing import Any

from provenance.model import LineageView
from provenance.reports.formats import Answer, Output
from provenance.reports.prov_document import document


def write(answer: Answer, value: Any, output: Output) -> None:
    """A lineage; raises MissingExtra."""
    output.write(lineage_prov_n(value))


def lineage_prov_n(view: LineageView) -> str:
    """PROV-N; ends in a newline."""
    return str(document(view).get_provn()).rstrip("\n") + "\n"
