"""Nexis Uni and Lexis Advance, from the paragraphs of a Word, RTF or PDF file: headline, outlet, date, labels,
"Body", the
text, "Classification", labels, "End of Document".

A cover with the search and a list of the articles may come first. Nothing here knows a file format.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from provenance.sources.exports import labels
from provenance.sources.exports.export_dates import dated_line
from provenance.sources.exports.nexis_blocks import LONGEST_EDITION
from provenance.sources.exports.record import Record

DATABASE = "Nexis"
LOOKED_AT = 4000  # paragraphs before the first "Body"; a cover that lists 500 articles has 1,500
_COVER = re.compile(
    r"(?:user name|date and time|job number|documents?|dokumente?|documentos?|documenti|documenten|client/matter"
    r"|search terms|search type|narrowed by|content type|nutzername|benutzername|datum und uhrzeit|auftragsnummer"
    r"|suchbegriffe|nom d'utilisateur|date et heure|numéro de tâche"
    r"|termes de recherche)[ \u00a0]?(?::|\([0-9]{1,6}\))",
    re.IGNORECASE,
)
_DECLARED = re.compile(r"(?:documents?|dokumente?|documentos?|documenti|documenten)\s{0,3}\(([0-9]{1,6})\)", re.I)
# Running heads of what was printed to a file.
_PAGE = re.compile(r"(?:page|seite|página|pagina|pág\.)[ \u00a0][0-9]{1,5} (?:of|von|de|di|van|sur) [0-9]{1,5}", re.I)
_COLLECTION = re.compile(r"newstex\b.{0,40}", re.IGNORECASE)  # goes before the name of a blog, on a line of its own
FURTHEST_BACK = 30  # lines from "Body" to the beginning of its article's head
_NUMBERED = re.compile(r"[0-9]{1,5}\.[\s\u00a0]+(\S.*)", re.DOTALL)
_REMARK = re.compile(
    r"correction appended|berichtigung.{0,20}|korrektur angefügt|correction ajoutée|rectificatif.{0,20}",
    re.IGNORECASE,
)


def looks_like(paragraphs: Sequence[str]) -> bool:
    """Whether paragraphs are those of an export: a heading "Body" behind a date, or "End of Document" behind
    labels."""
    body = next((place for place, line in enumerate(paragraphs) if labels.heading(line) == "body"), None)
    if body is not None:
        before = [line for line in paragraphs[max(0, body - 30) : body] if line.strip()]
        length = any((found := labels.labelled(line.strip())) and found[0] == "length" for line in before)
        if length or (any(map(dated_line, before)) and any(map(labels.is_copyright, before))):
            return True
    ends = any(labels.heading(line) == "end" for line in paragraphs)
    return ends and any(
        (found := labels.labelled(line.strip())) and found[0] in ("length", "load_date") for line in paragraphs
    )


@dataclass(slots=True)
class Documents:
    """Splits a stream of paragraphs into articles; `declared` is the number that the cover names."""

    declared: int | None = None

    def split(self, paragraphs: Iterable[str]) -> Iterator[Record]:
        """The articles in the order of the file."""
        waiting: list[str] = []
        number, in_text = 0, False
        for paragraph in paragraphs:
            line = paragraph.strip()
            if not line or labels.is_link(line) or _PAGE.fullmatch(line):
                continue
            if self.declared is None and (said := _DECLARED.fullmatch(line)):
                self.declared = int(said[1])
            if labels.heading(line) == "end":
                if waiting:
                    number += 1
                    yield record_of(waiting, number, first=number == 1)
                waiting, in_text = [], False
            else:
                if labels.heading(line) == "body":
                    if in_text and (cut := _next_head(waiting)):
                        number += 1
                        yield record_of(waiting[:cut], number, first=number == 1)
                        waiting = waiting[cut:]
                    in_text = True
                waiting.append(line)
        if any(labels.heading(line) == "body" for line in waiting):
            yield record_of(waiting, number + 1, first=number == 0)
        elif number and len(" ".join(waiting)) > 200:
            record = Record(number + 1, DATABASE)
            record.put("remarks", " ".join(waiting)[:500])
            yield record


def _next_head(lines: Sequence[str]) -> int | None:
    """Where a second article begins whose "Body" comes now, in an export without "End of Document"; None where the
    article goes on. It is behind the labels of the first, and has a length and a date of its own."""
    least = max(0, len(lines) - FURTHEST_BACK)
    last = next((place for place in range(len(lines) - 1, least, -1) if _is_end_label(lines[place])), None)
    if last is None:
        return None
    head = lines[last + 1 :]
    length = any((found := labels.labelled(line)) and found[0] == "length" for line in head)
    return last + 1 if length and any(map(_is_date, head)) else None


def _is_end_label(line: str) -> bool:
    found = labels.labelled(line)
    return found is not None and found[0] not in labels.OPENING | labels.INTERRUPTING


def record_of(lines: Sequence[str], number: int, *, first: bool) -> Record:
    """The article of the paragraphs up to "End of Document"; before the `first` there may be a cover."""
    record = Record(number, DATABASE)
    body = next((place for place, line in enumerate(lines) if labels.heading(line) == "body"), None)
    if body is None:
        body = _after_labels(lines)
        head, rest = lines[:body], list(lines[body:])
    else:
        head, rest = lines[:body], list(lines[body + 1 :])
    _head(record, head, cover=first and any(map(_COVER.match, head)))
    part = "body"
    for place, line in enumerate(rest):
        kind = labels.heading(line)
        if kind in ("classification", "graphic", "notes", "correction") and _is_part(kind, rest[place + 1 :]):
            part = kind
        elif part == "classification":
            _classify(record, line)
        elif part == "body":
            _take(record, line, rest[place + 1 :])
        else:
            record.put(part, line)
    if not any(labels.heading(line) == "classification" for line in rest):
        _labels_at_the_end(record)
    record.lines = _without_abstract(record, record.lines)
    return record


def _is_part(kind: str, after: Sequence[str]) -> bool:
    """Whether a heading is the database's: a text may have a paragraph "Notes"; the database's parts come last."""
    if kind == "classification":
        return any(labels.labelled(line) for line in after[:6])
    end = next((place for place, line in enumerate(after) if labels.heading(line) == "classification"), len(after))
    return end <= (12 if kind == "graphic" else 4)


def _take(record: Record, line: str, after: Sequence[str]) -> None:
    if labels.is_copyright(line) and len(after) < 3:
        record.put("copyright", line)
    else:
        record.lines.append(line)


def _classify(record: Record, line: str) -> None:
    label = labels.labelled(line)
    if label is not None:
        record.put(*label)
    elif ":" in line[: labels.LONGEST_LABEL]:
        name, _, value = line.partition(":")
        record.put("_".join(name.lower().split()).replace("-", "_"), value)
    else:
        record.put("remarks", line)


def _labels_at_the_end(record: Record) -> None:
    """Labels behind a text without the heading "Classification"."""
    while record.lines and (label := labels.labelled(record.lines[-1])) and label[0] not in labels.OPENING:
        record.put(*label)
        record.lines.pop()


def _after_labels(lines: Sequence[str]) -> int:
    last = 0
    for place, line in enumerate(lines[:40]):
        label = labels.labelled(line)
        if label is not None and label[0] in labels.OPENING:
            last = place + 1
    return last


def _head(record: Record, lines: Sequence[str], *, cover: bool) -> None:
    plain: list[str] = []
    before_labels = True
    for line in lines:
        label = labels.labelled(line)
        if label is not None and not (cover and _COVER.match(line)):
            if before_labels and label[0] not in labels.OPENING and not plain:
                plain.append(line)  # a headline such as "Notes: ..."
                continue
            record.put(*label)
            before_labels = False
        elif labels.is_copyright(line):
            record.put("copyright", line)
        elif before_labels or not record.fields:
            plain.append(line)
        else:
            record.put("remarks", line)
    places = [place for place, line in enumerate(plain) if place and _is_date(line)]
    if cover:
        places = places[-1:]
    if places:
        found = dated_line(plain[places[0]])
        assert found is not None  # noqa: S101 (it is one of `places`)
        record.published = found[0]
        record.put("edition", " ".join((found[1], *plain[places[0] + 1 :])))
        plain = plain[: places[0]]
    else:
        for line in [line for line in plain if _REMARK.fullmatch(line)]:
            record.put("edition", line)
            plain.remove(line)
    if len(plain) > 2:
        plain = [*dict.fromkeys(plain[:-1]), plain[-1]]  # a running head has the title once more
    if len(plain) > 1:
        record.outlet = plain.pop().rstrip(". ") or None
    if len(plain) > 1 and _COLLECTION.fullmatch(plain[-1]):
        record.put("collection", plain.pop())
    if cover:
        plain = plain[-1:]
    title = " ".join(" ".join(plain).split())
    numbered = _NUMBERED.fullmatch(title) if cover else None
    record.title = (numbered[1] if numbered else title) or None


def _is_date(line: str) -> bool:
    found = dated_line(line)
    return found is not None and len(found[1]) <= LONGEST_EDITION


def _without_abstract(record: Record, lines: list[str]) -> list[str]:
    """The text without the abstract that some outlets put before it, under "ABSTRACT" and "FULL TEXT"."""
    if not lines or lines[0].upper() not in ("ABSTRACT", "HIGHLIGHT"):
        return lines
    full = next((place for place, line in enumerate(lines[:12]) if line.upper() in ("FULL TEXT", "TEXT")), None)
    if full is None or full + 1 >= len(lines):
        return lines
    record.put("abstract", " ".join(lines[1:full]))
    return lines[full + 1 :]
