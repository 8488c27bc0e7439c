"""The words of an HTML tree as blocks in reading order: paragraphs, list items, rows of tables, captions.

Each block says where it is (elements around it) and what surrounds it (a table, a caption, a side box, navigation),
so that `page_body` can decide what belongs to the story. Nothing is decided here, and the tree is not changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

# Elements that end a line. Everything else, elements of a site's own included, continues it.
_BLOCKS_TEXT = """
address article aside blockquote body br caption center cite-block dd details dir div dl dt fieldset figcaption figure
footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody tfoot
thead tr ul
"""
_BLOCKS = frozenset(_BLOCKS_TEXT.split())
# What no reader of the page sees, or what is worked with and not read.
_UNSEEN_TEXT = """
script style noscript template svg head math button select option textarea input label object
"""
_UNSEEN = frozenset(_UNSEEN_TEXT.split())
_HIDDEN = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE)
# Parts of class names and ids (between hyphens and the like).
_NAME_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")
_JUNK_TEXT = """
ad ads adslot advert advertisement advertising banner breadcrumb breadcrumbs byline comment comments consent cookie
copyright disqus footer login menu meta nav navbar navigation newsletter outbrain pagination paywall popular print
promo promoted promotion recirc recommendation recommendations recommended register related share sharing shares
signup skip social sponsor sponsored subscribe subscription taboola tags tag teaser teasers timestamp toolbar topics
trending widget
"""
_JUNK = frozenset(_JUNK_TEXT.split())
_BOX = frozenset(["sidebar", "factbox", "infobox", "facts", "fact", "box", "aside", "sidebox"])
_CAPTION = frozenset(["caption", "figcaption", "credit", "photocredit"])
_EMBED_NAME = frozenset(
    ["embed", "embedded", "tweet", "twitter", "instagram", "facebook", "tiktok", "bluesky", "mastodon"]
)
_EMBED_PLACE = re.compile(
    r"//[^/]{0,80}\b(?:twitter|x|instagram|facebook|youtube|youtu|tiktok|bsky|threads|telegram|t|vimeo|documentcloud"
    r"|datawrapper|scribd|soundcloud|spotify|reddit|mastodon)\.|embed",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Block:
    """One line of a page. `zone` is the innermost special surrounding: "table", "caption", "box", "junk", "hidden",
    "embed", "quote" or "" (the story itself, for all that is known). `around` are its elements from the top down.

    `tag` is the innermost block element, `linked` the share of its characters in links.
    """

    text: str
    zone: str
    tag: str
    linked: float
    around: tuple[Any, ...]


def blocks(tree: Any) -> Iterator[Block]:
    """The blocks of everything below `tree`, in the order of the page."""
    from lxml import etree

    parts: list[str] = []
    linked = 0
    links = 0
    path: list[Any] = []
    zones: list[str] = [""]
    tags: list[str] = ["body"]
    unseen = 0
    quoting: set[Any] = set()  # figures with a quotation, whose caption says whose it is

    def flush() -> Iterator[Block]:
        nonlocal linked
        text = " ".join("".join(parts).split())
        if text and not unseen:
            yield Block(text, zones[-1], tags[-1], linked / max(1, sum(map(len, parts))), tuple(path))
        parts.clear()
        linked = 0

    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in _BLOCKS:
                yield from flush()
                tags.append(tag)
            path.append(element)
            if tag == "blockquote":
                quoting.update(parent for parent in path[-4:] if parent.tag == "figure")
            zones.append(_zone(element, tag, zones[-1], quoting))
            unseen += tag in _UNSEEN
            links += tag == "a"
            if tag in ("td", "th") and "".join(parts).strip():
                parts.append(" | ")
            _take(element.text, parts, unseen)
            linked += len(element.text or "") if links and not unseen else 0
            continue
        if event == "end":
            if tag in _BLOCKS:
                yield from flush()
                tags.pop()
            path.pop()
            zones.pop()
            unseen -= tag in _UNSEEN
            links -= tag == "a"
        if element is not tree:
            _take(element.tail, parts, unseen)
            linked += len(element.tail or "") if links and not unseen else 0
    yield from flush()


def embedded(element: Any) -> bool:
    """Whether an element shows a post, a film or a page of another site that is not in this page's words."""
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag == "iframe":
        return _EMBED_PLACE.search((element.get("src") or element.get("data-src") or "")[:300]) is not None
    return tag.startswith("amp-") and not _EMBED_NAME.isdisjoint(tag.split("-"))


def _take(text: str | None, parts: list[str], unseen: int) -> None:
    if text and not unseen:
        parts.append(text)


def _zone(element: Any, tag: str, outer: str, quoting: set[Any]) -> str:
    """What surrounds the words of an element. What is hidden or junk stays so all the way down."""
    if outer in ("junk", "hidden"):
        return outer
    names = _names(element)
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return "hidden"
    if tag in ("blockquote", "q") or "pullquote" in names or ("pull" in names and "quote" in names):
        return "quote"
    if not _EMBED_NAME.isdisjoint(names):
        return "embed"
    if tag in ("nav", "form", "header") or (tag == "footer" and outer != "quote"):
        return "junk" if tag != "header" else outer
    if not _JUNK.isdisjoint(names) and tag not in ("article", "main", "body", "html"):
        return "junk"
    if tag == "aside" or not _BOX.isdisjoint(names):
        return "box"
    if (tag == "figcaption" or not _CAPTION.isdisjoint(names)) and outer not in ("quote", "table"):
        return "quote" if element.getparent() in quoting else "caption"
    if tag == "table" and outer != "box":
        return "table"
    return outer


def _names(element: Any) -> frozenset[str]:
    written = f"{element.get('class') or ''} {element.get('id') or ''}"[:400]
    return frozenset(part.lower() for part in _NAME_PART.findall(written)) if written != " " else frozenset()
