"""Values of rows as texts, lines and dates: paragraphs in a list, an object with its words, numbers as databases
write them.

Knows the shapes of values and nothing of keys and fields. Nothing here is read from an input.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

# Keys of an object whose value is its words, most complete first.
_WORDS = ("rendered", "processed", "value", "bodyTextSummary", "bodyHtml", "content", "text", "html", "#text", "$t")
_DATES = ("$date", "$numberLong", "@value", "value", "#text", "$t")
MOST_PARTS = 10_000  # paragraphs of a text
DEEPEST = 3  # lists and objects inside each other, around words


def words(value: object, depth: int = 0) -> str | None:
    """The text that a value is: itself, the paragraphs of a list, the words of an object; None for anything else."""
    if isinstance(value, str):
        return value
    if depth > DEEPEST:
        return None
    if isinstance(value, list | tuple):
        parts = [words(part, depth + 1) for part in value[:MOST_PARTS]]
        return "\n\n".join(part for part in parts if part and part.strip()) or None
    if isinstance(value, Mapping):
        return next((found for key in _WORDS if key in value and (found := words(value[key], depth + 1))), None)
    return None


def moment(value: Any) -> Any:
    """A date out of a list of one, or an object such as {"$date": ...}; an object or list without one is None."""
    for _ in range(DEEPEST):
        if isinstance(value, Mapping):
            value = next((value[key] for key in _DATES if key in value), None)
        elif isinstance(value, list | tuple):
            value = value[0] if len(value) == 1 else None
        else:
            return value
    return None


def name_of(value: object) -> str | None:
    """An id as one line; {"$oid": ...} as MongoDB exports it."""
    if isinstance(value, Mapping):
        value = value.get("$oid", value.get("$uuid"))
    return line(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else None


def line(value: object, depth: int = 0) -> str | None:
    """A field as one line of text; a list of authors is joined, an object gives its `name`."""
    if isinstance(value, str):
        return " ".join(value.split()) or None
    if value is None or depth > DEEPEST:  # authors are listed in one list or two, not in a thousand
        return None
    if isinstance(value, list | tuple):
        return ", ".join(part for one in value if (part := line(one, depth + 1))) or None
    if isinstance(value, Mapping):
        return line(value.get("name"), depth + 1)
    if isinstance(value, bool):
        return None
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def as_text(value: object) -> str:
    """A further key's value as text: text as it is, anything else as JSON."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, date | datetime):
        return value.isoformat()
    try:
        return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
    except (TypeError, ValueError, RecursionError):
        return str(type(value).__name__)


def kind(value: object) -> str:
    """What a value is, for people."""
    names = {dict: "an object", list: "a list", str: "a piece of text", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number" if isinstance(value, int | float) else f"a {type(value).__name__}")
