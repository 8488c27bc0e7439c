"""The words that a page's JSON-LD gives for its article: its body, or the updates of a live blog.

Pages that are shown by script have their words here alone. Values may hold HTML, which is taken out; what is said
about the article (dates, names) is read by `page_metadata`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from provenance.sources.pages.linked_data import linked_article
from provenance.sources.pages.page_blocks import blocks

MOST_UPDATES = 5000  # of a live blog; the longest at hand has 900
LARGEST = 5_000_000  # characters of one page's updates
_TAG = re.compile(r"</?(?:p|br|div|a|b|i|em|strong|span|li|ul|ol|blockquote|h[1-6])\b[^<>]{0,500}>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LinkedText:
    """The words, how they were got, and of a live blog also each update by itself."""

    text: str
    how: str
    updates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkedUpdate:
    """The words of one update of a live blog, headline first, and its date as it is written (None: it has none)."""

    text: str
    published: str | None


def linked_updates(linked: Mapping[str, Any]) -> list[LinkedUpdate]:
    """The updates of a page's article (`linked_data.linked_article`) that have words, in their order."""
    given = linked.get("liveBlogUpdate")
    found = []
    for one in (given if isinstance(given, list) else [given])[:MOST_UPDATES]:
        text = _update(one)
        if text and isinstance(one, Mapping):
            dates = (one.get(key) for key in ("datePublished", "dateModified", "dateCreated"))
            found.append(LinkedUpdate(text, next((date for date in dates if isinstance(date, str) and date), None)))
    return found


def linked_text(tree: Any) -> LinkedText | None:
    """The words that the JSON-LD gives; None where it has none."""
    linked = linked_article(tree)
    updates = [one.text for one in linked_updates(linked)]
    body = linked.get("articleBody")
    words = plain(body) if isinstance(body, str) else ""
    if updates:
        together = "\n\n".join(([words] if words else []) + updates)[:LARGEST]
        how = f"{len(updates)} updates of a live blog in the page's JSON-LD"
        return LinkedText(together, how, tuple(updates))
    return LinkedText(words, "articleBody in the page's JSON-LD") if words.strip() else None


def plain(written: str) -> str:
    """Text without the tags and entities of HTML, a line for each of its blocks; what has none is left as it is."""
    if _TAG.search(written) is None:
        return unescape(written)
    from lxml import etree, html

    try:
        tree = html.document_fromstring(f"<div>{written}</div>")
    except (etree.LxmlError, ValueError, AssertionError):
        return written
    return "\n".join(block.text for block in blocks(tree))


def _update(update: object) -> str:
    """Headline and words of one update."""
    if not isinstance(update, Mapping):
        return ""
    parts = [update.get("headline"), update.get("articleBody") or update.get("text") or update.get("description")]
    if not isinstance(parts[1], str) or not parts[1].strip():
        return ""
    return "\n".join(plain(part).strip() for part in parts if isinstance(part, str) and part.strip())
