"""What an input is by its first bytes, whatever its name says: a page saved as .txt, a PDF that was only renamed.

`recognised` looks at a beginning of a few kilobytes and never reads more. A format that has a reader is named by the
suffix of that reader; one that has none comes with what a person can do. Prose is never taken for anything else:
every sign is one that no article begins with.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

HEAD = 4096  # bytes looked at; a page may begin with a licence in a comment


@dataclass(frozen=True, slots=True)
class Recognised:
    """`name` of the format, for people; the `suffix` whose reader reads it, or the `refusal`: why none does.

    Not `certain` is a page that begins with some element, as Markdown may, too.
    """

    name: str
    suffix: str | None = None
    refusal: str | None = None
    certain: bool = True


_AS_TEXT = "save its text as .txt"
# The first bytes of a file -> what it is, what to do.
_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%!PS", "PostScript", _AS_TEXT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an older Office (.doc, .xls, .msg)", _AS_TEXT),
    (b"\x89PNG\r\n", "a PNG picture", "save the text in it as .txt"),
    (b"\xff\xd8\xff", "a JPEG picture", "save the text in it as .txt"),
    (b"GIF87a", "a GIF picture", "save the text in it as .txt"),
    (b"GIF89a", "a GIF picture", "save the text in it as .txt"),
    (b"II*\0", "a TIFF picture", "save the text in it as .txt"),
    (b"MM\0*", "a TIFF picture", "save the text in it as .txt"),
    (b"SQLite format 3\0", "an SQLite database", "export its rows as .jsonl or .csv"),
    (b"BZh", "packed with bzip2", "unpack it (bunzip2)"),
    (b"\xfd7zXZ\0", "packed with xz", "unpack it (unxz)"),
    (b"\x28\xb5\x2f\xfd", "packed with zstd", "unpack it (unzstd)"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it"),
    (b"Rar!\x1a\x07", "a RAR archive", "unpack it"),
    (b"\x1f\x8b", "packed twice with gzip", "unpack it once (gunzip)"),
    (b"\x7fELF", "a program", "name a file with a text"),
    (b"bplist00", "a property list (.webarchive)", "save the page as .html"),
)
# Patterns are compiled at their first use; few inputs need more than one.
_BLANK = b" \t\r\n\f\xef\xbb\xbf"
# What may come before a document: an XML declaration, comments, the directive of a program that made the page.
_BEFORE = rb"(?:[ \t\r\n\f]|<\?xml\b[^>]{0,300}\?>|<!--(?:(?!-->)[\s\S]){0,3000}-->)*"
_PAGE = (
    rb"(?i)<(?:!doctype\s+html|html|head|body|title|meta|article|section|main|header|div|p|h1|table|center|font)\b"
)
_WHOLE_PAGE = rb"(?i)<(?:!doctype\s+html|html|head|body)\b"
_FEED = rb"(?i)<(?:rss|feed|rdf:RDF|channel)\b"
_ROOT = re.compile(
    rb"(?:[ \t\r\n\f]|<\?[^<>]{0,2000}\?>|<!--(?:(?!-->)[\s\S]){0,8000}-->"
    rb"|<!DOCTYPE\b[^<>\[]{0,2000}(?:\[[^\[\]]{0,4000}\]"
    rb"[ \t\r\n]{0,9})?>)*<(?:[A-Za-z][\w.-]{0,40}:)?([A-Za-z][\w.-]{0,60})"
)
# Root elements of XML that has a reader.
_READ_ROOTS = (
    "newsItem newsMessage packageItem conceptItem knowledgeItem planningItem catalogItem itemSet contentSet nitf"
    " NewsML NewsItem mediawiki rss feed RDF urlset sitemapindex"
)
_XML_NAMES = frozenset(_READ_ROOTS.split())
_XML = rb"<\?xml\b|<!DOCTYPE\s+(?!html)[A-Za-z]|<(?:nitf|newsItem|newsMessage|svg|urlset|sitemapindex|plist)\b"
_JSON = (
    rb'\s*(?:\{\s*(?:"(?:[^"\\\r\n]|\\.){0,120}"\s*:|\}\s*\Z)'
    rb'|\[\s*(?:\{\s*(?:"|\})|"(?:[^"\\\r\n]|\\.){0,400}"\s*[,\]]))'
)
_HEADER = rb"([A-Za-z][A-Za-z0-9-]{1,40}):(?:[ \t]|\r?\n|\Z)"
_MAIL_ONLY = frozenset(
    b"received return-path delivered-to message-id mime-version content-type content-transfer-encoding reply-to"
    b" in-reply-to dkim-signature x-mailer list-unsubscribe".split()
)
_MAIL_ANY = frozenset(b"from to cc date subject sender".split())
_MBOX = rb"From \S{1,200} {1,2}(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d \d\d:\d\d"
_TEXTS = frozenset(b"text content body maintext fulltext articlebody".split())
_BESIDE = frozenset(b"id url title headline author published date publish_date published_at source publisher".split())
_SOURCE_CODE = rb"(?i)\s*(?:<\?php\b|<\?=|<%|#!)"


def recognised(head: bytes) -> Recognised | None:
    """What an input with this beginning is; None for plain text, for tables and for what nothing is known of."""
    for mark, name, advice in _SIGNATURES:
        if head.startswith(mark):
            return Recognised(name, None, f"it is {name}; {advice}")
    if head.startswith(b"WARC/"):
        return Recognised("a web archive (WARC)", ".warc")
    if head.startswith(b"%PDF-"):
        return Recognised("a PDF", ".pdf")
    if head.startswith(b"{\\rtf"):
        return Recognised("RTF (rich text)", ".rtf")
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(head)
    if head.startswith(b"RIFF") and head[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return Recognised(
            "a picture or recording", None, "it is a picture or a recording; save the text in it as .txt"
        )
    if head[:4] == b"PAR1":
        return Recognised("Parquet", ".parquet")
    if b"%PDF-" in head[:1024] and b" obj" in head:  # a few bytes before the mark are allowed, and occur
        return Recognised("a PDF", ".pdf")
    if head[257:262] == b"ustar":
        return Recognised("a tar archive", None, "it is a tar archive; unpack it")
    return _written(_as_bytes(head).lstrip(_BLANK))


def root_of(head: bytes) -> str | None:
    """The name of the root element, without its prefix, of XML with this beginning; None where none is seen."""
    found = _ROOT.match(_as_bytes(head).lstrip(_BLANK))
    return found[1].decode("ascii", "replace") if found else None


def is_source_code(head: bytes) -> bool:
    """Whether a file begins as a script does whose output is a page (PHP, ASP, a shell)."""
    return re.match(_SOURCE_CODE, head.lstrip(_BLANK)) is not None


def _written(head: bytes) -> Recognised | None:
    """The format of something written in letters."""
    if head.startswith(b"<"):
        begin = re.match(_BEFORE, head)
        inner = head[begin.end() :] if begin else head
        if re.match(_FEED, inner):
            return Recognised("a feed", ".xml")
        if root_of(head) in _XML_NAMES:
            return Recognised("XML of an agency, a wiki or a site", ".xml")
        if re.match(_PAGE, inner):
            return Recognised("an HTML page", ".html", certain=re.match(_WHOLE_PAGE, inner) is not None)
        if re.match(_XML, head) or re.match(_XML, inner):
            return Recognised("XML", None, f"it is XML, for which there is no reader; {_AS_TEXT}")
        return None
    if head[:1] in (b"{", b"[") and re.match(_JSON, head):
        first, _, rest = head.partition(b"\n")
        many = first.rstrip().endswith(b"}") and rest.lstrip().startswith(b"{")
        return Recognised("JSON Lines" if many else "JSON", ".jsonl" if many else ".json")
    if (separator := _table(head)) is not None:
        return Recognised("a table", ".tsv" if separator == b"\t" else ".csv")
    if re.match(_MBOX, head):
        return Recognised("a mailbox", ".mbox")
    return _mail(head)


def _as_bytes(head: bytes) -> bytes:
    """UTF-16 and UTF-32 as if each character were one byte, so that marks of formats can be seen."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or (len(head) > 3 and head[:4].count(0) in (2, 3)):
        return head.translate(None, b"\0\xff\xfe")
    return head


def _packed(head: bytes) -> Recognised:
    """A zip file by the names of its first members."""
    for mark, name, suffix in (
        (b"mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text", ".odt"),
        (b"mimetypeapplication/epub+zip", "an e-book (EPUB)", ".epub"),
        (b"word/", "a Word document", ".docx"),
    ):
        if mark in head:
            return Recognised(name, suffix)
    for mark, name in (
        (b"xl/", "a spreadsheet (.xlsx)"),
        (b"ppt/", "a presentation (.pptx)"),
        (b"opendocument", "an OpenDocument file"),
    ):
        if mark in head:
            table = "save it as .csv" if "spreadsheet" in name else _AS_TEXT
            return Recognised(name, None, f"it is {name}; {table}")
    return Recognised("a zip archive", ".zip")


def _table(head: bytes) -> bytes | None:
    """What separates the fields of a table: its first line names columns that articles have, the next is as long."""
    first, _, rest = head.lstrip(b"\xef\xbb\xbf").partition(b"\n")
    second = rest.partition(b"\n")[0]
    for separator in (b"\t", b";", b","):
        names = [name.strip(b' "\r').lower() for name in first.split(separator)]
        if len(names) > 1 and _TEXTS & {*names} and _BESIDE & {*names} and all(len(name) <= 40 for name in names):
            return separator if separator in second else None
    return None


def _mail(head: bytes) -> Recognised | None:
    """A message with its header. One line of "From:" in a memo is none: a mail says at least who and when or what."""
    names: set[bytes] = set()
    sender = b""
    for line in head.splitlines()[:60]:
        if not line.strip():
            break
        if line[:1] in b" \t" and names:
            continue  # goes on with the field before it
        found = re.match(_HEADER, line)
        if found is None:
            return None
        name = found[1].lower()
        names.add(name)
        if name == b"from":
            sender = line
    certain = names & _MAIL_ONLY
    plain = names & _MAIL_ANY
    if (certain and plain) or len(certain) > 1 or (b"@" in sender and len(plain) > 2):
        saved = b"multipart/related" in head and b"Saved by" in head
        what = "a page saved as one file (.mht)" if saved else "an e-mail"
        return Recognised(what, ".mht" if saved else ".eml")
    return None
