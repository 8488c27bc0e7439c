"""NewsML 1.x: news components inside each other, each with lines and content; one article per component with a
text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from provenance.sources.agency import nitf
from provenance.sources.agency.agency_item import Item, first, paragraphs, words_of
from provenance.sources.documents.safe_xml import local

_TEXT_TYPES = ("nitf", "text", "html", "xhtml", "")


def items_of(root: Any) -> Iterator[Item]:
    """The stories of a <NewsItem>."""
    number = 0
    for component in root.iter("{*}NewsComponent"):
        contents = [one for one in component if local(one) == "ContentItem"]
        lines: list[str] = []
        story: Item | None = None
        for content in contents:
            found = _content(content)
            if found is not None and found.lines:
                story = story or found
                lines += found.lines
        if story is None:
            continue
        item = story
        item.lines = lines
        number += 1
        _from_item(item, root, number)
        for around in (component, *component.iterancestors("{*}NewsComponent")):
            _from_component(item, around)
        yield item
    if number == 0:
        item = Item()
        _from_item(item, root, 1)
        for component in root.iter("{*}NewsComponent"):
            _from_component(item, component)
        yield item


def _content(content: Any) -> Item | None:
    data = first(content, "DataContent")
    kind = first(content, "MediaType")
    name = (kind.get("FormalName") or "").lower() if kind is not None else ""
    if data is None or (not any(part in name for part in _TEXT_TYPES if part) and name):
        return None
    story = first(data, "nitf")
    if story is not None:
        return nitf.item_of(story)
    if len(data):
        body = first(data, "body", "body.content")
        return Item(lines=paragraphs(body if body is not None else data))
    lines = [" ".join(one.split()) for one in (data.text or "").replace("\r\n", "\n").split("\n\n")]
    return Item(lines=[line for line in lines if line])


def _from_item(item: Item, root: Any, number: int) -> None:
    identity = first(root, "PublicIdentifier")
    name = words_of(identity) or words_of(first(root, "NewsItemId"))
    if name:
        item.id = name if number == 1 else f"{name}#{number}"
    item.put("provider", words_of(first(root, "ProviderId")))
    created, revised = words_of(first(root, "FirstCreated")), words_of(first(root, "ThisRevisionCreated"))
    item.published = created or item.published or words_of(first(root, "DateId")) or None
    item.modified = revised if revised and revised != created else item.modified
    item.put("status", _formal(first(root, "Status")))


def _from_component(item: Item, component: Any) -> None:
    """What a component says of itself; what is nearer to the text comes first."""
    for part in component:
        if local(part) == "NewsLines":
            item.title = item.title or words_of(first(part, "HeadLine")) or None
            item.author = item.author or words_of(first(part, "ByLine")) or None
            item.put("dateline", words_of(first(part, "DateLine")))
            item.put("slugline", words_of(first(part, "SlugLine")))
            item.put("copyright", words_of(first(part, "CopyrightLine")))
        elif local(part) == "AdministrativeMetadata":
            item.publisher = item.publisher or _party(first(part, "Provider"))
            item.agency = item.agency or _party(first(part, "Source"))
        elif local(part) == "DescriptiveMetadata":
            item.language = item.language or _formal(first(part, "Language"))
    if item.agency is not None and item.publisher is None:
        item.publisher, item.agency = item.agency, None
    if item.agency == item.publisher:
        item.agency = None


def _party(element: Any) -> str | None:
    party = first(element, "Party") if element is not None else None
    return _formal(party) if party is not None else None


def _formal(element: Any) -> str | None:
    return element.get("FormalName") if element is not None else None
