"""An answer as lines of JSON: a line per row, written as soon as it is there, or one line where there are no rows."""

from __future__ import annotations

from typing import Any

from provenance.reports.contract_json import dump, link_object
from provenance.reports.formats import Answer, Output
from provenance.reports.json_answers import ROWS, SINGLE


def write(answer: Answer, value: Any, output: Output) -> None:
    """The rows in the order given; links are read one at a time, each with the articles that it names."""
    if answer == "links":
        for link in value.whole(value.links):
            output.write(dump(link_object(link, value.named([link]))))
    elif answer in SINGLE:
        output.write(dump(SINGLE[answer](value)))
    else:
        for row in value:
            output.write(dump(ROWS[answer](row)))
