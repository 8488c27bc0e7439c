"""A Markdown file is one article: front matter, then a text whose first heading is its title."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from provenance.model import SkippedInput, Span
from provenance.sources import plain_text_reader
from provenance.sources.assembly import Known
from provenance.sources.heads.outer_lines import trimmed
from provenance.sources.readers import Request, Result, Source

_HEADING = re.compile(
    r"(?:#{1,2}[ \t]+(?P<title>[^\r\n]{1,300}?)[ \t]*#*[ \t]*"
    r"|(?P<under>[^\r\n]{1,300})(?:\r\n|\r|\n)=+[ \t]*)(?:\r\n|\r|\n|\Z)"
)


def read(source: Source, request: Request) -> Iterator[Result]:
    """Yield the article, or why there is none."""
    decoded = plain_text_reader.whole_text(source, request)
    if isinstance(decoded, SkippedInput):
        yield decoded
        return
    yield plain_text_reader.from_text(source, request, decoded, _first_heading)


def _first_heading(text: str, start: int, known: Known) -> tuple[Known, int]:
    """Take a first heading as the title where none is given, and begin the body after it."""
    begin = trimmed(text, Span(start, len(text))).start
    found = _HEADING.match(text, begin)
    if found is None or not text[found.end() :].strip():
        return known, start
    guesses = {**known.guesses, "body": "without its heading"}
    if known.title is not None:
        return dataclasses.replace(known, guesses=guesses), found.end()
    title = " ".join((found["title"] or found["under"]).split())
    return dataclasses.replace(known, title=title, guesses={**guesses, "title": "first heading"}), found.end()
