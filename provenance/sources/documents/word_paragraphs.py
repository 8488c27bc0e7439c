"""The paragraphs of a Word document (.docx), read as a stream from its zip file.

Deleted text, instructions of fields, running heads, footnotes and comments are not read; text boxes and tables are,
where they stand. A small reader of its own: python-docx holds the whole document and reads no text boxes.
"""

from __future__ import annotations

import zipfile
from typing import Any

from provenance.sources.documents import safe_xml, safe_zip
from provenance.sources.documents.paragraphs import About, Paragraph, Paragraphs, UnreadableDocument

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_NOT_READ = frozenset(("del", "moveFrom", "Fallback", "rPr", "instrText", "delText", "txbxContent", "pPr"))
LONGEST_PROPERTY = 2**20  # bytes of docProps/core.xml
_TITLES = frozenset(("title", "titel", "titre", "ttulo", "titolo"))
_PARTS = {"word/footnotes.xml": "footnotes", "word/endnotes.xml": "endnotes", "word/comments.xml": "comments"}


def paragraphs(archive: zipfile.ZipFile, about: About, budget: safe_zip.Budget) -> Paragraphs:
    """The paragraphs in order. Raises UnreadableDocument, UnreadableXml or UnreadableZip."""
    main = _main_part(archive, budget)
    read_properties(archive, about, budget)
    _tell_parts(archive, about)
    with safe_zip.member(archive, main, budget) as stream:
        for event, element in safe_xml.events(stream, f"{_W}p", f"{_STRICT}p", f"{_W}tbl", f"{_STRICT}tbl"):
            if event != "end":
                continue
            around = [safe_xml.local(one) for one in element.iterancestors()]
            if safe_xml.local(element) == "p" and "Fallback" not in around:  # a text box is written twice
                yield Paragraph(_text(element), *_style(element))
            if "p" not in around:
                safe_xml.forget(element)


def _main_part(archive: zipfile.ZipFile, budget: safe_zip.Budget) -> str:
    if "word/document.xml" in archive.NameToInfo:
        return "word/document.xml"
    rels = safe_zip.whole_member(archive, "_rels/.rels", budget, LONGEST_PROPERTY)
    if rels is not None:
        for one in safe_xml.document(rels).iter("{*}Relationship"):
            target = (one.get("Target") or "").lstrip("/")
            if (one.get("Type") or "").endswith("/officeDocument") and target in archive.NameToInfo:
                return target
    raise UnreadableDocument("it is a zip file without the text of a Word document; it may be cut off")


def read_properties(archive: zipfile.ZipFile, about: About, budget: safe_zip.Budget) -> None:
    """What docProps/core.xml says; a damaged one says nothing."""
    try:
        data = safe_zip.whole_member(archive, "docProps/core.xml", budget, LONGEST_PROPERTY)
        root = safe_xml.document(data) if data else None
    except (safe_xml.UnreadableXml, safe_zip.UnreadableZip):
        return
    if root is None:
        return
    for element in root:
        value = " ".join((element.text or "").split()) or None
        name = safe_xml.local(element)
        if name == "title":
            about.title = value
        elif name == "creator":
            about.author = value
        elif name in ("created", "modified"):
            setattr(about, name, value)


def _tell_parts(archive: zipfile.ZipFile, about: About) -> None:
    # Word writes two separators as footnotes into every document that ever had one: 1,500 bytes and more.
    names = archive.NameToInfo
    about.left_out += [what for part, what in _PARTS.items() if part in names and names[part].file_size > 5000]


def _style(paragraph: Any) -> tuple[bool, bool]:
    for element in paragraph.iter("{*}pStyle"):
        name = (element.get(f"{_W}val") or element.get(f"{_STRICT}val") or "").lower()
        return name in _TITLES, name.startswith(("heading", "berschrift", "titre", "titolo", "ttulo", "kop")) and any(
            map(str.isdigit, name)
        )
    return False, False


def _text(paragraph: Any) -> str:
    """The words of a paragraph, without those of text boxes inside, which are paragraphs of their own."""
    from lxml import etree

    parts: list[str] = []
    walk = etree.iterwalk(paragraph, events=("start",))
    for _, element in walk:
        name = safe_xml.local(element)
        if name in _NOT_READ:
            walk.skip_subtree()
        elif name == "t":
            parts.append(element.text or "")
        elif name in ("br", "cr"):
            parts.append("\n")
        elif name == "tab":
            parts.append("\t")
        elif name == "noBreakHyphen":
            parts.append("-")
    return "".join(parts)
