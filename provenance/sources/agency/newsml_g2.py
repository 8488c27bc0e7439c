"""NewsML-G2: one item with its metadata, and its text as XHTML, NITF or plain text inside.

Packages, concepts, pictures and items whose content is elsewhere are no articles; they are named.
"""

from __future__ import annotations

from typing import Any

from provenance.model import SkippedInput
from provenance.sources.agency import nitf
from provenance.sources.agency.agency_item import Item, first, paragraphs, words_of
from provenance.sources.documents.safe_xml import local

NO_ARTICLES = {
    "packageItem": "a package of NewsML-G2: a list of other items",
    "conceptItem": "a concept of NewsML-G2: what a code means",
    "knowledgeItem": "a list of concepts of NewsML-G2",
    "planningItem": "a planning item of NewsML-G2: what an agency will report",
    "catalogItem": "a catalogue of NewsML-G2",
}
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NO_TEXT = ("picture", "video", "audio", "graphic", "animation")


def item_of(root: Any, where: str) -> Item | SkippedInput:
    """The story of a <newsItem>, or of a lone <contentSet>; or why it has none."""
    item = Item(id=root.get("guid"), language=root.get(_LANG))
    item.put("version", root.get("version"))
    about, content = first(root, "itemMeta"), first(root, "contentMeta")
    if about is not None:
        status = _code(first(about, "pubStatus"))
        if status in ("canceled", "cancelled", "withheld"):
            return SkippedInput(where, f"its agency has {status} it; it is no article any more", "withdrawn")
        _read_item(item, about)
    if content is not None:
        _read_content(item, content)
    _read_rights(item, root)
    found = _read_text(item, root)
    if not item.lines:
        kind = _code(first(about, "itemClass")) if about is not None else None
        if kind in _NO_TEXT:
            return SkippedInput(where, f"it is a {kind} of NewsML-G2, without a text", "no-text")
        if first(root, "remoteContent") is not None and not found:
            return SkippedInput(where, "its content is elsewhere (remoteContent); name that file", "no-text")
    return item


def _read_item(item: Item, about: Any) -> None:
    item.publisher = _name(first(about, "provider"))
    item.published = _text(about, "firstCreated") or None
    item.modified = _text(about, "versionCreated") or None
    item.put("embargoed", _text(about, "embargoed"))
    for note in about.iter("{*}edNote"):
        item.put("note", words_of(note))
    for signal in about.iter("{*}signal"):
        item.put("signal", _code(signal))
    title = first(about, "title")
    item.title = words_of(title) or None


def _read_content(item: Item, content: Any) -> None:
    created, modified = _text(content, "contentCreated"), _text(content, "contentModified")
    item.published = item.published or created or item.modified
    item.modified = modified or item.modified
    if item.modified == item.published:
        item.modified = None
    headline = first(content, "headline")
    item.title = words_of(headline) or item.title
    item.author = _text(content, "by") or "; ".join(
        name for one in content.iter("{*}creator") if (name := _name(one, uri=False))
    )
    item.agency = _name(first(content, "infoSource"), uri=False)
    if item.agency is not None and item.publisher is None:
        item.publisher, item.agency = item.agency, None
    language = first(content, "language")
    item.language = (language.get("tag") if language is not None else None) or item.language
    item.put("slugline", _text(content, "slugline"))
    item.put("dateline", _text(content, "dateline"))
    item.put("credit", _text(content, "creditline"))
    item.put("located", _name(first(content, "located"), uri=False))
    for subject in content.iter("{*}subject"):
        item.put("subject", _name(subject, uri=False))
    for one in content.iter("{*}description"):
        item.put("description", words_of(one))


def _read_rights(item: Item, root: Any) -> None:
    rights = first(root, "rightsInfo")
    if rights is None:
        return
    holder = _name(first(rights, "copyrightHolder"), uri=False)
    if holder and (item.publisher is None or "." in item.publisher):  # better than the host of the provider's address
        item.publisher = holder
    item.put("copyright", words_of(first(rights, "copyrightNotice")))


def _read_text(item: Item, root: Any) -> bool:
    """Fill the paragraphs from the first rendition that has some; whether there was any."""
    found = False
    for part in root.iter("{*}inlineXML", "{*}inlineData"):
        found = True
        if item.lines:
            break
        if local(part) == "inlineData":
            item.lines = _plain(part)
            continue
        story = first(part, "nitf")
        if story is not None:
            _take_nitf(item, nitf.item_of(story))
            continue
        body = first(part, "body")
        item.lines = paragraphs(body if body is not None else part)
        if item.title is None and (title := first(part, "title")) is not None:
            item.title = words_of(title) or None
    if len(item.lines) > 1 and item.title is not None and item.lines[0] == item.title:
        del item.lines[0]
    return found


def _plain(part: Any) -> list[str]:
    kind = part.get("contenttype") or "text/plain"
    text = "".join(part.itertext())
    if part.get("encoding") or not kind.startswith("text/"):
        return []
    if "html" in kind:
        from provenance.sources.pages import markup

        text = markup.plain(text)
    return [" ".join(line.split()) for line in text.replace("\r\n", "\n").split("\n\n") if line.strip()]


def _take_nitf(item: Item, inside: Item) -> None:
    """What the NITF inside says goes behind what the item says."""
    item.lines = inside.lines
    for name in ("title", "author", "publisher", "agency", "published", "language", "url"):
        if not getattr(item, name):
            setattr(item, name, getattr(inside, name))
    item.id = item.id or inside.id
    for key, value in inside.metadata.items():
        item.put(key, value)


def _text(element: Any, name: str) -> str:
    return words_of(first(element, name))


def _code(element: Any) -> str | None:
    """The end of a code: "text" of "ninat:text" and of ".../ninature/text"."""
    if element is None:
        return None
    code = element.get("qcode") or element.get("uri") or element.get("literal") or ""
    return code.rstrip("/").rpartition(":")[2].rpartition("/")[2] or None


def _name(element: Any, *, uri: bool = True) -> str | None:
    """The name of a party: a name, a literal, the end of its code, at worst the host of its address."""
    if element is None:
        return None
    name = words_of(first(element, "name")) or element.get("literal")
    if name:
        return str(name)
    code = element.get("qcode")
    if code and not code.startswith(("medtop:", "subj:", "is:urn")):
        return str(code).rpartition(":")[2] or None
    address = element.get("uri") or ""
    if uri and "://" in address:
        return str(address).split("://", 1)[1].split("/", 1)[0].removeprefix("www.") or None
    return None
