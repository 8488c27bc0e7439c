"""The paragraphs of an OpenDocument text (.odt), read as a stream from its zip file.

Notes, comments and deleted text are not read. A small reader of its own: odfpy holds the whole document, and has not
been
released since 2020.
"""

from __future__ import annotations

import zipfile
from typing import Any

from provenance.sources.documents import safe_xml, safe_zip
from provenance.sources.documents.paragraphs import About, Paragraph, Paragraphs, UnreadableDocument

LONGEST_PROPERTY = 2**20  # bytes of meta.xml
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_NOT_READ = frozenset(("note", "annotation", "tracked-changes", "deletion", "sequence-decls", "ruby-text"))
_PARAGRAPHS = ("p", "h")


def paragraphs(archive: zipfile.ZipFile, about: About, budget: safe_zip.Budget) -> Paragraphs:
    """The paragraphs in order. Raises UnreadableDocument, UnreadableXml or UnreadableZip."""
    if "content.xml" not in archive.NameToInfo:
        raise UnreadableDocument("it is a zip file without the text of an OpenDocument; it may be cut off")
    if _is_encrypted(archive, budget):
        raise UnreadableDocument("it is encrypted; save a copy without a password", "encrypted")
    _properties(archive, about, budget)
    with safe_zip.member(archive, "content.xml", budget) as stream:
        for event, element in safe_xml.events(stream, f"{_TEXT}p", f"{_TEXT}h"):
            if event != "end":
                continue
            around = [safe_xml.local(one) for one in element.iterancestors()]
            if not _NOT_READ & {*around} and not any(name in _PARAGRAPHS for name in around):
                name = element.get(f"{_TEXT}style-name") or ""
                heading = safe_xml.local(element) == "h"
                yield Paragraph(_words(element), title=name in ("Title", "Titel", "Titre"), heading=heading)
            if not any(name in _PARAGRAPHS for name in around):
                safe_xml.forget(element)


def _is_encrypted(archive: zipfile.ZipFile, budget: safe_zip.Budget) -> bool:
    manifest = safe_zip.whole_member(archive, "META-INF/manifest.xml", budget, LONGEST_PROPERTY)
    return manifest is not None and b"encryption-data" in manifest


def _properties(archive: zipfile.ZipFile, about: About, budget: safe_zip.Budget) -> None:
    try:
        data = safe_zip.whole_member(archive, "meta.xml", budget, LONGEST_PROPERTY)
        root = safe_xml.document(data) if data else None
    except (safe_xml.UnreadableXml, safe_zip.UnreadableZip):
        return
    names = {"title": "title", "initial-creator": "author", "creation-date": "created", "date": "modified"}
    for element in root.iter() if root is not None else ():
        field = names.get(safe_xml.local(element))
        value = " ".join((element.text or "").split())
        if field and value and getattr(about, field) is None:
            setattr(about, field, value)


def _words(paragraph: Any) -> str:
    from lxml import etree

    parts: list[str] = []
    walk = etree.iterwalk(paragraph, events=("start", "end"))
    for event, element in walk:
        name = safe_xml.local(element)
        if event == "end":
            if element is not paragraph and element.tail:
                parts.append(element.tail)
            continue
        if name in _NOT_READ:
            walk.skip_subtree()
            continue
        if name == "s":
            count = element.get(f"{_TEXT}c") or "1"
            parts.append(" " * min(int(count) if count.isdecimal() else 1, 100))
        elif name == "tab":
            parts.append("\t")
        elif name == "line-break" or (name in _PARAGRAPHS and element is not paragraph):
            parts.append("\n")
        parts.append(element.text or "")
    lines = (" ".join(line.split(" ")).strip() for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)
