"""An answer as one line of JSON: an object, or a list where the answer has rows."""

from __future__ import annotations

from typing import Any

from provenance.reports.contract_json import dump
from provenance.reports.formats import Answer, Output
from provenance.reports.json_answers import ROWS, SINGLE


def write(answer: Answer, value: Any, output: Output) -> None:
    """One object or list. The findings of a single article are an object, not a list of one."""
    if answer in SINGLE:
        output.write(dump(SINGLE[answer](value)))
        return
    rows = [ROWS[answer](row) for row in value]
    output.write(dump(rows[0] if answer == "findings" and len(rows) == 1 else rows))
