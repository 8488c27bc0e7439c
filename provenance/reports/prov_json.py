"""A lineage as PROV-JSON (https://www.w3.org/submissions/prov-json/)."""

from __future__ import annotations

import json
from typing import Any

from provenance.model import LineageView
from provenance.reports.formats import Answer, Output
from provenance.reports.prov_document import document


def write(answer: Answer, value: Any, output: Output) -> None:
    """A lineage; raises MissingExtra."""
    output.write(lineage_prov_json(value))


def lineage_prov_json(view: LineageView) -> str:
    """PROV-JSON with sorted keys; ends in a newline."""
    content = json.loads(document(view).serialize(format="json") or "{}")
    return json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
