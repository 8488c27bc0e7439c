"""Names of files and relative addresses: nothing of an article but letters and digits ever gets into one."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

_OTHER = re.compile(r"[^a-z0-9]+")
READABLE, DIGEST = 40, 10  # letters of an id in the name of its file, and of its digest


def slug(*identifiers: str) -> str:
    """A name for the file of one article or of a pair: what is readable of the ids, then a digest of them in whole.

    Different ids have different names, on file systems that do not know capitals, too.
    """
    digest = hashlib.sha256("\0".join(identifiers).encode("utf-8", "surrogatepass")).hexdigest()[:DIGEST]
    plain = unicodedata.normalize("NFKD", " ".join(identifiers)).encode("ascii", "ignore").decode().lower()
    readable = _OTHER.sub("-", plain[: 4 * READABLE]).strip("-")[:READABLE].strip("-")
    return f"{readable}-{digest}" if readable else digest


def article_file(identifier: str) -> str:
    """The file of an article's page."""
    return f"articles/{slug(identifier)}.html"


def pair_file(a: str, b: str) -> str:
    """The file of the comparison of two articles, whichever is named first."""
    return f"compare/{slug(*sorted((a, b)))}.html"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Addresses as one page writes them; `up` leads from its folder to the first page's ("" or "../").

    Articles and pairs that have no page give None.
    """

    articles: Collection[str]
    pairs: Collection[tuple[str, str]]
    up: str = ""

    def article(self, identifier: str) -> str | None:
        """The page of an article."""
        return f"{self.up}{article_file(identifier)}" if identifier in self.articles else None

    def compare(self, a: str, b: str) -> str | None:
        """The comparison of two articles."""
        pair = (a, b) if a < b else (b, a)
        return f"{self.up}{pair_file(a, b)}" if pair in self.pairs else None

    def file(self, name: str) -> str:
        """A style sheet or a script."""
        return f"{self.up}static/{name}"

    def page(self, name: str) -> str:
        """One of the pages that there is one of."""
        return f"{self.up}{name}.html"

    def links(self, source: str | None, taker: str | None) -> None:
        """The links between two publishers: no file has them by themselves."""

    def relation(self, relation: str) -> None:
        """The links of one relation: no file has them by themselves."""

    def waiting(self) -> None:
        """What awaits review, which nobody does in a file."""
