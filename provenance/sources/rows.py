"""A row of JSON, CSV or Parquet becomes one article, or the reason why not."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from provenance.errors import UsageError
from provenance.model import Article, SkippedInput
from provenance.sources import assembly
from provenance.sources.readers import Request

FIELDS = ("text", "id", "url", "title", "author", "publisher", "published", "modified")
# Read only when a mapping asks for it: a column "agency" is more often a ministry than a news agency.
MAPPED_FIELDS = (*FIELDS, "agency")
_OWN_NAMES = {field: field for field in FIELDS}
_HALF_PAIR = re.compile("[\ud800-\udfff]")


def check_mapping(mapping: Mapping[str, str]) -> None:
    """Raise UsageError where a mapping names a field that articles do not have."""
    unknown = sorted(set(mapping) - set(MAPPED_FIELDS))
    if unknown:
        raise UsageError(f"no such field: {', '.join(unknown)}; articles have {', '.join(MAPPED_FIELDS)}")


def read_row(row: object, where: str, fallback_id: str, origin: str, request: Request) -> Article | SkippedInput:
    """The article of one row. `fallback_id` names it where the row has no `id`; `where` is for people."""
    try:
        return _read_row(row, where, fallback_id, origin, request)
    except RecursionError:
        return SkippedInput(where, "it is nested too deeply; no article is", "broken-json")


def _read_row(row: object, where: str, fallback_id: str, origin: str, request: Request) -> Article | SkippedInput:
    if not isinstance(row, Mapping):
        return SkippedInput(
            where, f'it is {_kind(row)}, not an object with a text; expected {{"text": ...}}', "no-text"
        )
    keys = {**_OWN_NAMES, **request.mapping}
    given = {field: row.get(key) for field, key in keys.items()}
    text = given["text"]
    if keys["text"] not in row:
        return SkippedInput(
            where, f'it has no "{keys["text"]}"; {_keys(row)} name the one with the text: --map text=KEY', "no-text"
        )
    if not isinstance(text, str):
        return SkippedInput(where, f'its "{keys["text"]}" is {_kind(text)}, not text', "no-text")
    if not text.strip():
        return SkippedInput(where, f'its "{keys["text"]}" is empty', "no-text")
    if len(text) > request.settings.largest_text:
        return SkippedInput(
            where, f"its text is longer than {request.settings.largest_text:,} characters; split it", "too-large"
        )
    used = set(keys.values())
    metadata = {str(key): shown for key, value in row.items() if key not in used and (shown := _as_text(value))}
    known, name = _known(given, metadata)
    broken = _half_pairs({"text": text, "id": name or "", **_strings(known), **metadata})
    if broken:
        return SkippedInput(
            where,
            f'its "{broken}" holds half of a surrogate pair, which is no character; write it anew',
            "undecodable",
        )
    return assembly.article(name or fallback_id, text, origin, known, request.settings.guess)


def _known(given: Mapping[str, Any], metadata: dict[str, str]) -> tuple[assembly.Known, str | None]:
    times, notes = assembly.dated({key: given[key] for key in ("published", "modified")})
    name = given["id"]
    values: dict[str, Any] = {key: _line(given.get(key)) for key in ("title", "author", "publisher", "url", "agency")}
    known = assembly.Known(
        **values, published=times.get("published"), modified=times.get("modified"), metadata={**metadata, **notes}
    )
    return known, _line(name) if isinstance(name, str | int | float) and not isinstance(name, bool) else None


def _strings(known: assembly.Known) -> dict[str, str]:
    return {key: value for key in ("title", "author", "publisher", "url", "agency") if (value := getattr(known, key))}


def _half_pairs(values: Mapping[str, str]) -> str | None:
    """The first key whose value (or which itself) holds half of a surrogate pair."""
    for key, value in values.items():
        for part in (value, key):
            if not part.isascii() and _HALF_PAIR.search(part):
                return key.encode("utf-8", "replace").decode()
    return None


def _line(value: object, depth: int = 0) -> str | None:
    """A field as one line of text; a list of authors is joined, an object gives its `name`."""
    if isinstance(value, str):
        return " ".join(value.split()) or None
    if value is None or depth > 3:  # authors are listed in one list or two, not in a thousand
        return None
    if isinstance(value, list | tuple):
        return ", ".join(part for one in value if (part := _line(one, depth + 1))) or None
    if isinstance(value, Mapping):
        return _line(value.get("name"), depth + 1)
    if isinstance(value, bool):
        return None
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _as_text(value: object) -> str:
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


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a piece of text", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number" if isinstance(value, int | float) else f"a {type(value).__name__}")


def _keys(row: Mapping[Any, Any]) -> str:
    shown = ", ".join(sorted(repr(str(key)[:40]) for key in list(row)[:12]))
    return f"its keys are {shown};" if shown else "it is empty;"
