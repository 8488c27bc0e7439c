"""Names of things in JSON-LD: articles by their address, else by a URN of their id."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from provenance.model import Article


def iri(name: str, article: Article | None) -> str:
    """The address of an article where it is a web address, else a URN that has its id."""
    url = article.url if article else None
    if url and url.startswith(("http://", "https://")):
        return quote(url, safe="%/:=&?~#+!$,;'@()*[]")
    return f"urn:provenance:{quote(name, safe='', errors='replace')}"


def graph(context: Any, items: Iterable[Any]) -> str:
    """A JSON-LD document; ends in a newline."""
    return json.dumps({"@context": context, "@graph": [*items]}, indent=1) + "\n"
