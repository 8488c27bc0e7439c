"""The object of a page's JSON-LD that describes its article.

JSON-LD comes in many shapes: one object, a list, a graph whose parts refer to each other, with the article among
others of the site. What is nearly JSON (a comma too many, comments around it) is read as far as its dates go; other
script elements are passed over. Values are given as they are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

ARTICLE_TYPES = ("Article", "BlogPosting", "Report", "Review", "MediaPosting")  # ends of the names of the types
MOST_OBJECTS = 2000  # that are looked at in the JSON-LD of a page
LONGEST = 2000  # characters of a headline
_AROUND = re.compile(r"^(?:\s|//[^\n]{0,40}<!\[CDATA\[|<!\[CDATA\[|<!--|/\*.{0,40}?\*/){0,9}")
_END = re.compile(r"(?:\s|//|/\*|\*/|\]\]>|-->|;){0,20}\Z")
_COMMA = re.compile(r",(?=\s{0,200}[}\]])")
_PART = re.compile(
    r'"(@type|datePublished|dateModified|dateCreated|inLanguage|url)"\s{0,9}:\s{0,9}"([^"\\\n]{1,300})"'
)


def linked_article(tree: Any) -> Mapping[str, Any]:
    """The object that describes the article, references to other objects followed; an empty one where there is none.

    Of several articles it is the one with the page's address or headline, else the first.
    """
    found: list[Mapping[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            found.extend(_objects(_value(script.text or "")))
    articles = [one for one in found if _is_article(one)]
    if not articles:
        return {}
    chosen = articles[0] if len(articles) == 1 else _of_this_page(articles, tree)
    live = [one for one in articles if "liveBlogUpdate" in one and one.get("headline") == chosen.get("headline")]
    if live and "liveBlogUpdate" not in chosen:  # some sites describe a live page twice, as a story and with updates
        chosen = {**chosen, **live[0]}
    named = {one["@id"]: one for one in found if isinstance(one.get("@id"), str) and "name" in one}
    return {key: _followed(value, named) for key, value in chosen.items()}


def _value(written: str) -> object:
    """The value of a script element; of nearly JSON the dates; None for anything else."""
    written = _AROUND.sub("", written)
    written = written[: _tail(written)]
    for text in (written, _COMMA.sub("", written)):
        try:
            return json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
    parts: dict[str, str] = {}
    for key, value in _PART.findall(written):
        if key == "@type" and value.endswith(ARTICLE_TYPES):
            parts = {"@type": value} if "@type" not in parts else parts
        elif key != "@type" and "@type" in parts:
            parts.setdefault(key, value)
    return parts or None


def _tail(written: str) -> int:
    """Where the JSON ends: before signs that comments and old scripts leave behind it."""
    start = max(0, len(written) - 40)
    found = _END.search(written, start)
    return found.start() if found else len(written)


def _is_article(one: Mapping[str, Any]) -> bool:
    kinds = one.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.endswith(ARTICLE_TYPES) for kind in listed)


def _of_this_page(articles: list[Mapping[str, Any]], tree: Any) -> Mapping[str, Any]:
    """The article with the page's address, or with its headline; else the first."""
    addresses = {_bare(each.get("href")) for each in tree.iter("link") if _says(each, "rel", "canonical")}
    addresses |= {_bare(each.get("content")) for each in tree.iter("meta") if _says(each, "property", "og:url")}
    addresses.discard("")
    for one in articles:
        page = one.get("mainEntityOfPage")
        own = (one.get("url"), one.get("@id"), page.get("@id") if isinstance(page, Mapping) else page)
        if addresses & {_bare(value) for value in own if isinstance(value, str)}:
            return one
    shown = [" ".join("".join(each.itertext())[:LONGEST].split()) for each in tree.iter("h1", "title")]
    for one in articles:
        headline = one.get("headline") or one.get("name")
        if isinstance(headline, str) and any(text.startswith(" ".join(headline.split())) for text in shown if text):
            return one
    return articles[0]


def _says(element: Any, attribute: str, value: str) -> bool:
    return (element.get(attribute) or "").strip().lower() == value


def _bare(address: str | None) -> str:
    """An address without scheme, fragment and the stroke at its end."""
    return (address or "").strip().partition("#")[0].partition("://")[2].removeprefix("www.").rstrip("/").lower()


def _followed(value: Any, named: Mapping[str, Mapping[str, Any]]) -> Any:
    """The named object that {"@id": ...} refers to, in a list too."""
    if isinstance(value, list):
        return [_followed(part, named) for part in value if not isinstance(part, list)]
    if isinstance(value, Mapping) and "name" not in value and isinstance(value.get("@id"), str):
        return named.get(value["@id"], value)
    return value


def _objects(value: object) -> Iterator[Mapping[str, Any]]:
    """Objects at the top, in lists, in @graph and in mainEntity, breadth first."""
    waiting = [value]
    for place in range(MOST_OBJECTS):
        if place >= len(waiting):
            return
        found = waiting[place]
        if isinstance(found, list):
            waiting.extend(found)
        elif isinstance(found, Mapping):
            yield found
            waiting.extend(found[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in found)
