"""ninjs (1.x, 2 and 3), the JSON of agencies, as a row of the names that `rows` reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_DATES = ("firstcreated", "contentcreated", "versioncreated")
_PLAIN_FIRST = ("body_text", "body_xhtml", "body_html", "body_nitf")
_TEXT_KINDS = ("text", "composite", "", None)


def is_ninjs(row: Mapping[Any, Any]) -> bool:
    """Whether an object is one of ninjs: an address, and dates or bodies under the standard's names."""
    if "uri" not in row or "text" in row or "body" in row:
        return False
    names = {key.lower() for key in row if isinstance(key, str)}
    return bool(names & {*_DATES, "bodies", "headlines"} or any(name.startswith("body_") for name in names))


def as_row(row: Mapping[Any, Any]) -> dict[str, Any]:
    """The object with its values under the names of this program; other values stay under their own."""
    by_name = {key.lower(): value for key, value in row.items() if isinstance(key, str)}
    kind = by_name.get("type")
    text = _body(by_name)
    found: dict[str, Any] = {"id": by_name.get("uri"), "text": text}
    if text is None and kind not in _TEXT_KINDS:
        found["text"] = ""  # a picture or a video: said to have no text
    found["title"] = _value(by_name.get("headline") or by_name.get("headlines")) or by_name.get("title")
    found["author"] = by_name.get("byline") or _value(by_name.get("bylines")) or _names(by_name.get("people_by"))
    sources = by_name.get("infosources") or by_name.get("infosource")
    found["publisher"] = _names(by_name.get("provider")) or by_name.get("copyrightholder") or _names(sources)
    found["published"] = next((by_name[name] for name in _DATES if by_name.get(name)), None)
    if by_name.get("versioncreated") != found["published"]:
        found["modified"] = by_name.get("versioncreated")
    found["language"] = by_name.get("language")
    uri = by_name.get("uri")
    if isinstance(uri, str) and uri.startswith(("http://", "https://")):
        found["url"] = uri
    taken = {*_PLAIN_FIRST, *_DATES, "uri", "bodies", "headlines", "headline", "byline", "bylines", "associations"}
    taken |= {"copyrightholder", "language", "provider", "renditions"}
    rest = {key: value for key, value in row.items() if isinstance(key, str) and key.lower() not in taken}
    return {**rest, **{key: value for key, value in found.items() if value is not None}}


def _body(by_name: Mapping[str, Any]) -> Any:
    for name in (*_PLAIN_FIRST, *sorted(name for name in by_name if name.startswith("body_"))):
        if isinstance(value := by_name.get(name), str) and value.strip():
            return _as_html(value, name)
    bodies = by_name.get("bodies")
    if isinstance(bodies, Mapping):
        bodies = [*bodies.values()]
    if not isinstance(bodies, list):
        return None
    usable = [one for one in bodies if isinstance(one, Mapping) and isinstance(one.get("value"), str)]
    plain = [one for one in usable if "plain" in str(one.get("contenttype") or one.get("contentType") or "")]
    return _as_html(usable[0]["value"] if not plain else plain[0]["value"], "") if usable else None


def _as_html(value: str, name: str) -> str:
    """The words of a value that is HTML or NITF."""
    if "<" not in value or name == "body_text":
        return value
    from provenance.sources.pages import markup

    return markup.plain(value) if markup.has_markup(value) else value


def _value(value: Any) -> Any:
    """The first value of a list of {"role": ..., "value": ...}; a text as it is."""
    if isinstance(value, list):
        main = [one for one in value if isinstance(one, Mapping) and one.get("role") in (None, "main", "headline")]
        one = (main or [one for one in value if isinstance(one, Mapping)] or [{}])[0]
        return one.get("value") or one.get("name")
    return value if isinstance(value, str) else None


def _names(value: Any) -> str | None:
    if isinstance(value, Mapping):
        value = [value]
    if isinstance(value, list):
        names = [str(one.get("name")) for one in value if isinstance(one, Mapping) and one.get("name")]
        return "; ".join(names) or None
    return value if isinstance(value, str) else None
