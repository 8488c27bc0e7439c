"""Which export of a news database an HTML page is, by marks that no article's page has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import cast

from provenance.sources.readers import Request, Result, Source

HEAD = 65536  # bytes in which a large export must show what it is; Factiva puts 9,000 of scripts before its title
# Looked for in small letters: words are found ten times as fast as patterns, and every page is asked.
_WORDS = (
    b"lxncomment", b"doc_id_", b"<docfull>", b"<title>factiva", b"europresse",
    b"docpublicationname", b"titrearticlevisu",
)  # fmt: skip
_COUNTED = re.compile(
    rb"[0-9] (?:of|von|de|di|van|sur) [0-9]{1,6} do[ck]ument|>\s{0,9}do[ck]umento? [0-9]{1,6} (?:von|d[ei]|van)"
)
_ARTICLE = re.compile(rb"\barticle [a-z]{2,4}(?:-[a-z]{2,4})?article\b")
_MARKS: tuple[tuple[str, str], ...] = (
    (
        "nexis_html",
        r"(?:LXNComment|DOC_ID_[0-9]|DOCFULL)[\s\S]{0,6000}?"
        r"(?:[0-9]\s(?:of|von|de|di|van|sur)\s[0-9]{1,6}\sDO[CK]UMENT|DO[CK]UMENTO?S?\s[0-9]{1,6}\s(?:of|von|de|di|van))",
    ),
    ("nexis_html", r">\s{0,9}[0-9]{1,6} (?:of|von|de|di|van|sur) [0-9]{1,6} DO[CK]UMENT[A-Z]{0,2}\s{0,9}<"),
    ("nexis_html", r">\s{0,9}(?:Dokument|Document|Documento) [0-9]{1,6} (?:von|de|di|van) [0-9]{1,6}\s{0,9}<"),
    ("factiva", r"\barticle [a-z]{2,4}(?:-[a-z]{2,4})?Article\b"),
    ("factiva", r"<title>\s{0,9}Factiva"),
    ("europresse", r"class\s?=\s?[\"'][^\"'>]{0,80}\bDocPublicationName\b"),
)
_EXPORTS = Callable[[str, Source, Request], Iterator[Result]]


def may_be_large(head: bytes) -> bool:
    """Whether a page that begins so may be an export, which may be longer than a page."""
    small = head.lower()
    if any(word in small for word in _WORDS):
        return True
    if (b"document" in small or b"dokument" in small) and _COUNTED.search(small):
        return True
    return b"article " in small and _ARTICLE.search(small) is not None


def reader_of(text: str) -> _EXPORTS | None:
    """What reads the page where it is an export; None for all other pages."""
    for module, mark in _MARKS:
        if re.search(mark, text, re.IGNORECASE):
            return cast("_EXPORTS", import_module(f"provenance.sources.exports.{module}").read_text)
    return None
