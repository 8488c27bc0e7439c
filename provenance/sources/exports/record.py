"""One article of an export, as the database gives it, and how it becomes an `Article` with notes on what does not
fit.

Nothing here knows the layout of a database.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from provenance.languages.codes import language_code
from provenance.model import Note, PublicationTime, SkippedInput
from provenance.sources import assembly
from provenance.sources.readers import Request, Result, Source
from provenance.sources.times.timestamps import parse_time

# Words declared over words counted: .88 to 1.16 in 182 of the 183 articles of the exports at hand, 1.33 in the other.
LEAST, MOST = 0.75, 1.4
FEWEST = 60  # words; shorter articles are off by a headline
LOAD_DATE = "load date of the database"
_NUMBER = re.compile(r"[0-9]{1,3}(?:[ .,\u00a0\u202f][0-9]{3})+(?![0-9])|[0-9]{1,7}")


@dataclass(slots=True)
class Record:
    """The parts of one article. `number` counts from 1; `lines` are the paragraphs of its text."""

    number: int
    database: str
    title: str | None = None
    outlet: str | None = None
    published: PublicationTime | None = None
    fields: dict[str, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    id: str | None = None

    def put(self, name: str, value: str) -> None:
        """Keep a value; a second one for the same field comes behind the first."""
        value = " ".join(value.split())
        if value and value not in self.fields.get(name, ""):
            self.fields[name] = f"{self.fields[name]}; {value}" if name in self.fields else value


def article_of(record: Record, source: Source, request: Request, name: str | None = None) -> Result:
    """The article of a record, or why it has none."""
    where = f"{source.name} article {record.number}"
    text = "\n\n".join(line.strip() for line in record.lines if line.strip())
    if not text:
        shown = f' ("{record.title[:60]}")' if record.title else ""
        return SkippedInput(where, f"it has no text{shown}: a picture, a table or a title alone", "no-text")
    if len(text) > request.settings.largest_text:
        reason = f"its text is longer than {request.settings.largest_text:,} characters; split it"
        return SkippedInput(where, reason, "too-large")
    fields = dict(record.fields)
    published, notes, unread = _when(record, fields, where, request)
    if not record.outlet:
        notes.append(Note(where, "the export names no outlet for it", "export-incomplete"))
    declared = words_declared(fields.get("length", ""))
    notes += _length_notes(declared, text, where)
    author = fields.pop("byline", None)
    language = language_code(fields.get("language", "").split(";")[0].split(",")[0].strip()) or None
    metadata = {"database": record.database, **{key: value[:2000] for key, value in fields.items()}, **unread}
    if language:
        metadata.pop("language", None)
    known = assembly.Known(
        title=record.title,
        author=_author(author),
        publisher=record.outlet,
        url=metadata.pop("url", None),
        published=published,
        language=language,
        guesses={"published": published.how} if published is not None and published.how != "given" else {},
        metadata=metadata,
        notes=tuple(notes),
    )
    return _made(name or record.id or f"{source.stem}:{record.number}", text, source.name, known, request)


def _made(name: str, text: str, origin: str, known: assembly.Known, request: Request) -> Result:
    article = assembly.article(name, text, origin, known, request.settings.guess)
    if known.author is None and article.author is not None and "author" not in article.guesses:
        return replace(article, guesses={**article.guesses, "author": "byline in the text"})
    return article


def _when(
    record: Record, fields: Mapping[str, str], where: str, request: Request
) -> tuple[PublicationTime | None, list[Note], dict[str, str]]:
    """The date of publication, else the day on which the database got the article, and a note on that."""
    if record.published is not None:
        return record.published, [], {}
    loaded = fields.get("load_date")
    time = parse_time(loaded, LOAD_DATE, request.dates) if loaded else None
    if time is None and loaded:
        from provenance.sources.exports.export_dates import dated_line

        found = dated_line(loaded, LOAD_DATE)
        time = found[0] if found else None
    if time is not None:
        reason = "it has no date of publication; the day on which the database loaded it stands for it"
        return time, [Note(where, reason, "date-loaded")], {}
    return None, [Note(where, "the export gives no date for it", "export-incomplete")], {}


def words_declared(value: str) -> int | None:
    """The number of "1,234 words", "1.234 Wörter" or "1 234 mots"."""
    found = _NUMBER.search(value)
    return int(re.sub(r"[^0-9]", "", found.group())) if found else None


def _length_notes(declared: int | None, text: str, where: str) -> list[Note]:
    if declared is None:
        return []
    counted = len(text.split())
    if max(declared, counted) < FEWEST or LEAST <= declared / max(counted, 1) <= MOST:
        return []
    if counted * 3 < len(text) / 4 and not text.isascii():  # languages without spaces count characters
        return []
    reason = f"the export says that it has {declared:,} words, and it has {counted:,}"
    return [Note(where, reason, "length-differs")]


def _author(written: str | None) -> str | None:
    if not written:
        return None
    plain = re.sub(r"\A(?:by|von|par|por|di|door)[ :]\s*", "", written.strip(), flags=re.IGNORECASE)
    return plain.strip(" ;,") or None


def counted_notes(found: int, declared: int | None, source: Source) -> Sequence[SkippedInput]:
    """What to tell where an export says how many articles it holds, and another number was found."""
    if declared is None or declared == found:
        return ()
    if found < declared:
        reason = f"the export says that it holds {declared:,} articles, and {found:,} were found in it"
        return (SkippedInput(source.name, reason, "export-incomplete"),)
    return ()
