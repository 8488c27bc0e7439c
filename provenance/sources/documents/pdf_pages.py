"""The pages of a PDF as pieces of text with their places, by PDFium (pypdfium2: Apache-2.0 and BSD, the library of
Chromium).

PDFium reads damaged files as viewers do and is ten times as fast as pypdf, which gives no places of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, BinaryIO

from provenance.errors import MissingExtra
from provenance.sources.documents.layout import Piece
from provenance.sources.documents.paragraphs import About, UnreadableDocument

PASSWORD = 4  # PDFium's number of the error
MOST_PIECES = 20_000  # of a page; a page of a newspaper has 1,500
MOST_PAGES = 20_000
SHORT_RUN = 16  # letters that are looked at first; where letters are kerned, half of the runs are shorter
TAIL = 4096  # bytes at the end with the place of the table; some servers add a kilobyte
_TABLE = re.compile(rb"startxref\s{1,9}([0-9]{1,10})\s")
_IS_TABLE = re.compile(rb"\s{0,9}(?:xref\b|[0-9]{1,10}\s{1,9}[0-9]{1,5}\s{1,9}obj\b)")
_DATE = re.compile(
    r"D:([0-9]{4})([0-9]{2})?([0-9]{2})?([0-9]{2})?([0-9]{2})?([0-9]{2})?(?:([+-])([0-9]{2})'?([0-9]{2}))?"
)
_NO_TITLE = re.compile(
    r"microsoft |untitled|.{1,200}\.(?:docx?|indd|qxp|qxd|tex|pdf|pages|odt|xml|html?)\Z", re.IGNORECASE
)


def is_whole(data: bytes) -> bool:
    """Whether a PDF ends as one does: with the place of its table of parts, and a table at that place."""
    start = max(0, data.find(b"%PDF-", 0, TAIL))  # places count from here, whatever a server put before
    places = [int(found[1]) for found in _TABLE.finditer(data, max(0, len(data) - TAIL))][-1:]
    return any(_IS_TABLE.match(data, at) for place in places for at in (place, start + place))


def pages(stream: BinaryIO, about: About) -> Iterator[list[Piece]]:
    """The pieces of each page. Raises UnreadableDocument."""
    try:
        import pypdfium2 as pdfium
    except ImportError:
        raise UnreadableDocument(str(MissingExtra("reading PDF", "documents")), "no-reader") from None
    try:
        document = pdfium.PdfDocument(stream)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == PASSWORD:
            reason = "it is encrypted; save a copy without a password"
            raise UnreadableDocument(reason, "encrypted") from None
        raise UnreadableDocument(f"it is no readable PDF ({_short(error)})") from None
    try:
        _about(document, about)
        if len(document) > MOST_PAGES:
            raise UnreadableDocument(f"it has more than {MOST_PAGES:,} pages; split it", "too-large")
        for number in range(len(document)):
            yield _page(document, number, about, pdfium.PdfiumError)
    finally:
        document.close()


def _page(document: Any, number: int, about: About, failure: type[Exception]) -> list[Piece]:
    try:
        page = document[number]
        text = page.get_textpage()
    except (failure, ValueError):
        about.left_out.append(f"page {number + 1}, which is damaged")
        return []
    try:
        return list(islice(_pieces(text), MOST_PIECES))
    except (failure, ValueError, UnicodeError):
        about.left_out.append(f"page {number + 1}, which is damaged")
        return []
    finally:
        text.close()
        page.close()


def _pieces(text: Any) -> Iterator[Piece]:
    """The runs of letters that were set together, each letter in one of them.

    Not the text inside of each rectangle: those of kerned pairs (To, AV) and of ligatures overlap, and what is in two
    of them would be read twice.
    """
    start, end = 0, text.count_chars()
    while start < end and text.count_rects(start, end - start):
        length = _run(text, start, end)
        text.count_rects(start, length)  # get_rect has those of the last count
        left, bottom, right, top = text.get_rect(0)
        words = text.get_text_range(start, length)
        yield Piece(left, bottom, right, top, " ".join(words.replace("\r", "\n").split("\n")))
        start += length


def _run(text: Any, start: int, end: int) -> int:
    """How many letters from `start` on are in no second rectangle; some twenty short looks, however long it is."""
    whole, over = 0, SHORT_RUN
    while start + over < end and text.count_rects(start, over) < 2:
        whole, over = over, 2 * over
    over = min(over, end - start + 1)  # the end of the page ends a run, too
    while over - whole > 1:
        middle = (whole + over) // 2
        if text.count_rects(start, middle) < 2:
            whole = middle
        else:
            over = middle
    return whole


def _about(document: Any, about: About) -> None:
    try:
        said = document.get_metadata_dict(skip_empty=True)
    except (ValueError, UnicodeError, RuntimeError):
        return
    title = " ".join(str(said.get("Title", "")).split())[:500]
    about.title = title if title and not _NO_TITLE.match(title) else None
    about.author = " ".join(str(said.get("Author", "")).split())[:200] or None
    about.created, about.modified = (_date(said.get(key)) for key in ("CreationDate", "ModDate"))


def _date(written: str | None) -> str | None:
    found = _DATE.match(written or "")
    if found is None:
        return None
    year, month, day, hour, minute, second, sign, zone, more = found.groups()
    if day is None:
        return "-".join(part for part in (year, month) if part)
    time = f"T{hour}:{minute}:{second or '00'}" if minute else ""
    return f"{year}-{month}-{day}{time}{f'{sign}{zone}:{more}' if sign and time else ''}"


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:100]
