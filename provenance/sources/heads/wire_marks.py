"""An agency's mark below what a scraped page puts above its story: captions, galleries, players, share buttons.

Asked only where head and end of a text name no agency. Two things prove that an agency's story begins further down:
a dateline with a mark ("PORT ANSE (AP) —") at the start of a line, and a line that is an agency's name with a date
below it or the headline above it. A picture's credit, a mark in a sentence and an outlet's name prove nothing.
"""

from __future__ import annotations

from itertools import pairwise

from provenance.model import Span
from provenance.model.agencies import AGENCY_BY_MARK, OUTLETS
from provenance.sources.heads.head_lines import dateline_at, marked_brackets, repeats_title
from provenance.sources.heads.outer_lines import PlacedLine, window_lines
from provenance.sources.times.timestamps import find_time

_LONGEST_NAME = 60  # characters of a line that may be the name of an agency
_DAYS = ("day", "minute", "second")


def agency_further_down(text: str, body: Span, title: str | None) -> str | None:
    """The one agency whose story begins below the start of the body; None where there is none or are several.

    What is above a dateline may be no longer than what is below it: a brief at the end of an article of the outlet's
    own is not the article.
    """
    lines = window_lines(text, body)
    marked = sorted({place for mark in marked_brackets(text, body) if (place := _line_of(lines, mark)) is not None})
    datelines = [
        (place, dateline.agency) for place in marked if (dateline := dateline_at(text, place)) and dateline.agency
    ]
    found = {agency for _, agency in datelines}
    if len(found) == 1 and datelines[0][0] - body.start > body.end - datelines[0][0]:
        found.clear()
    named = [_name(line.text) for line in lines]
    if any(named):
        above = [None, *lines]
        for (line, below), agency, before in zip(pairwise([*lines, None]), named, above, strict=False):
            if agency and line is not None and (_is_date(below) or _is_headline(before, title)):
                found.add(agency)
    return found.pop() if len(found) == 1 else None


def _line_of(lines: list[PlacedLine], mark: int) -> int | None:
    """Where the line begins that has a mark in brackets behind the name of a place."""
    return next((line.start for line in lines if line.start < mark < line.end), None)


def _name(line: str) -> str | None:
    """The agency that a line is the name of, "By" aside; the name of an outlet may be a channel or a player."""
    if len(line) > _LONGEST_NAME:
        return None
    agency = AGENCY_BY_MARK.get(line[3:] if line[:3] in ("By ", "BY ") else line)
    return None if agency in OUTLETS else agency


def _is_date(line: PlacedLine | None) -> bool:
    if line is None or len(line.text) > _LONGEST_NAME:
        return False
    dated = find_time(line.text, 0, "date line in the text")
    return dated is not None and dated[0].precision in _DAYS


def _is_headline(line: PlacedLine | None, title: str | None) -> bool:
    return line is not None and title is not None and repeats_title(line.text, title)
