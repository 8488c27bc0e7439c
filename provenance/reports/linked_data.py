"""Names of things in JSON-LD: articles by their address, else by a URN of their id."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from provenance.model import Article, Link


def iri(name: str, article: Article | None) -> str:
    """The address of an article where it is a web address, else a URN that has its id."""
    url = article.url if article else None
    if url and url.startswith(("http://", "https://")):
        return quote(url, safe="%/:=&?~#+!$,;'@()*[]")
    return f"urn:provenance:{quote(name, safe='', errors='replace')}"


def said_of(link: Link, verdict: str, prefix: str) -> dict[str, str]:
    """What people said of a link, under these keys: the verdict ("noted" without one), note, person and time."""
    said = link.review
    if said is None:
        return {}
    given = {
        verdict: said.verdict or "noted",
        f"{prefix}note": said.note,
        f"{prefix}by": said.by,
        f"{prefix}at": said.at,
    }
    return {key: value for key, value in given.items() if value}


def graph(context: Any, items: Iterable[Any]) -> str:
    """A JSON-LD document; ends in a newline."""
    return json.dumps({"@context": context, "@graph": [*items]}, indent=1) + "\n"
