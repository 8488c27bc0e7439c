"""The older Nexis as plain text: blocks between empty lines, whose lines are broken where a page would end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.model import SkippedInput
from provenance.sources.exports import labels
from provenance.sources.exports.export_dates import dated_line
from provenance.sources.exports.nexis_blocks import Documents, counted
from provenance.sources.exports.record import article_of, counted_notes
from provenance.sources.readers import Request, Result, Source

HEAD = 50_000  # characters in which the first article begins; a cover has 2,000
_COUNT = re.compile(
    r"^[ \t\u00a0]{0,90}(?:[0-9]{1,6} (?:of|von|de|di|van|sur) [0-9]{1,6} DO[CK]UMENT[A-Z]{0,2}"
    r"|(?:Dokument|Document|Documento) [0-9]{1,6} (?:von|de|di|van) [0-9]{1,6})[ \t\r]{0,9}$",
    re.MULTILINE,
)


def is_export(text: str) -> bool:
    """Whether a text begins as such an export does."""
    return any(counted(" ".join(found.group().split())) for found in _COUNT.finditer(text, 0, HEAD))


def read_text(text: str, source: Source, request: Request) -> Iterator[Result]:
    """The articles of an export."""
    documents = Documents()
    found = 0
    for record in documents.split(_blocks(text)):
        found += 1
        yield article_of(record, source, request)
    yield from counted_notes(found, documents.declared, source)
    if not found:
        yield SkippedInput(source.name, "it is an export of Nexis without an article", "no-article")


def _blocks(text: str) -> Iterator[list[str]]:
    lines: list[str] = []
    for line in text.splitlines():
        words = " ".join(line.split())
        if words and not (counted(words) and lines):
            lines.append(words)
            continue
        if lines:
            yield _joined(lines)
        lines = [words] if words else []
    if lines:
        yield _joined(lines)


def _joined(lines: list[str]) -> list[str]:
    """The block, with the lines of a paragraph as one; a date and an edition below it stay apart."""
    if len(lines) == 1 or dated_line(lines[0]) or labels.is_copyright(lines[0]) or counted(lines[0]):
        return lines
    return [" ".join(lines)]
