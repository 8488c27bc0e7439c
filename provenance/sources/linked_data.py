"""JSON-LD, the description of a page for machines: finds the object that stands for its article.

Publishing systems write it in many shapes: one object, a list, a graph whose parts refer to each other. Script
elements that hold no JSON are passed over.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

ARTICLE_TYPES = ("Article", "BlogPosting", "Report", "Review", "MediaPosting")  # ends of the names of the types
MOST_OBJECTS = 2000  # that are looked at in the JSON-LD of a page


def article(tree: Any) -> Mapping[str, Any]:
    """The first object of the page's JSON-LD that describes an article, references to other objects followed."""
    found: list[Mapping[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        written = (script.text or "").strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
        try:
            found.extend(_objects(json.loads(written, strict=False)))
        except (ValueError, RecursionError):
            continue
    named = {one["@id"]: one for one in found if isinstance(one.get("@id"), str) and "name" in one}
    for one in found:
        kinds = one.get("@type")
        if any(
            isinstance(k, str) and k.endswith(ARTICLE_TYPES) for k in (kinds if isinstance(kinds, list) else [kinds])
        ):
            return {key: _followed(value, named) for key, value in one.items()}
    return {}


def article_body(tree: Any) -> str | None:
    """The text that the page's JSON-LD gives for its article, for pages that show it by script only."""
    body = article(tree).get("articleBody")
    return body if isinstance(body, str) and body.strip() else None


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
