"""Articles on their way to a task, in whatever form is quick to send."""

from __future__ import annotations

from typing import Protocol

from provenance.model.articles import Article


class Packed(Protocol):
    """Rows of an archive (`store.PackedArticles`), or articles that came without one."""

    def unpacked(self) -> list[Article]:
        """The articles, in their order."""
        ...
