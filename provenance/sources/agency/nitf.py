"""NITF, the news industry text format: a headline, a byline, a dateline and paragraphs, with data about the
document."""

from __future__ import annotations

from typing import Any

from provenance.sources.agency.agency_item import Item, first, paragraphs, words_of


def item_of(root: Any) -> Item:
    """The story of an element <nitf>."""
    item = Item()
    head = first(root, "body.head")
    if head is not None:
        _read_head(item, head)
    if item.title is None and (title := first(root, "title")) is not None:
        item.title = words_of(title) or None
    _read_data(item, root)
    if item.publisher is None or item.publisher == item.agency:
        item.publisher, item.agency = item.publisher or item.agency, None
    if item.publisher is None and (rights := first(root, "doc.copyright")) is not None:
        item.publisher = rights.get("holder")
    content = first(root, "body.content")
    body = content if content is not None else first(root, "body")
    if body is not None:
        item.lines = paragraphs(body)
    tagline = first(root, "tagline")
    item.put("tagline", words_of(tagline))
    return item


def _read_head(item: Item, head: Any) -> None:
    item.title = words_of(first(head, "hl1", "hedline")) or None
    for line in head.iter("{*}hl2"):
        item.put("subtitle", words_of(line))
    organisation = ""
    byline = first(head, "byline")
    if byline is not None:
        person = first(byline, "person")
        title = first(byline, "byttl")
        item.put("byline_title", words_of(title))
        whole = words_of(byline)
        without = whole.removesuffix(words_of(title)).strip(" ,") if title is not None else whole
        item.author = words_of(person) or without or whole or None
        organisation = words_of(title) if person is None and not without else ""
    item.put("abstract", words_of(first(head, "abstract")))
    dateline = first(head, "dateline")
    if dateline is not None:
        item.put("dateline", words_of(dateline))
        day = first(dateline, "story.date")
        item.published = day.get("norm") if day is not None else None
    # Where no person is named, a byline is that of an organisation.
    item.agency = words_of(first(head, "distributor")) or organisation or None


def _read_data(item: Item, root: Any) -> None:
    issue, release = first(root, "date.issue"), first(root, "date.release")
    published = [one.get("norm") for one in (release, issue) if one is not None]
    item.published = item.published or next((day for day in published if day), None)
    identifier = first(root, "doc-id")
    if identifier is not None:
        item.id = identifier.get("id-string") or None
        item.put("regsrc", identifier.get("regsrc"))
    for data in root.iter("{*}pubdata"):
        item.publisher = item.publisher or data.get("name")
        item.published = item.published or data.get("date.publication")
        item.put("section", data.get("position.section"))
        item.put("edition", data.get("edition.name"))
        item.put("page", data.get("position.sequence"))
        url = data.get("ex-ref") or ""
        item.url = item.url or (url if url.startswith(("http://", "https://")) else None)
    rights = first(root, "doc.copyright")
    if rights is not None:
        item.put("copyright", rights.get("holder"))
    for meta in root.iter("{*}meta"):
        name = (meta.get("name") or "").lower()
        if name in ("slug", "online-sections", "dsk", "tickers"):
            item.put(name, meta.get("content"))
    for key in root.iter("{*}keyword"):
        item.put("keywords", key.get("key"))
    language = root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("lang")
    item.language = language or None
