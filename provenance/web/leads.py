"""Where pages that the static site has, too, lead to on a server: the same names as `reports.site.addresses`."""

from __future__ import annotations

from provenance.web.rendering import address, article_path
from provenance.web.static_files import address as static


class Leads:
    """Addresses of this server."""

    def article(self, identifier: str) -> str | None:
        """The page of an article."""
        return article_path(identifier)

    def compare(self, a: str, b: str) -> str | None:
        """The comparison of two articles."""
        return address("/compare", a=a, b=b)

    def file(self, name: str) -> str:
        """A style sheet or a script."""
        return static(name)

    def links(self, source: str | None, taker: str | None) -> str | None:
        """The links between two publishers; None where one has no name to ask for."""
        return address("/links", source=source, taker=taker) if source and taker else None

    def relation(self, relation: str) -> str | None:
        """The links of one relation."""
        return address("/links", relation=relation)

    def waiting(self) -> str | None:
        """What awaits review."""
        return "/review"
