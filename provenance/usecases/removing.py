"""Taking articles out of the archive, with everything that was derived from them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from provenance.text.folded_text import folded_all

if TYPE_CHECKING:
    from provenance.store import Store

# Postings of removed articles stay in the index pages until those are merged; when they are more than one in so many,
# the index is rewritten at once (about a second for 10 million postings).
REWRITE_SHARE = 4


def remove(store: Store, names: Sequence[str]) -> list[str]:
    """Remove the named articles, all or none; returns their ids, each once, in the order given.

    An article goes with all its versions, links, reviews and quotations. Raises NoSuchArticle before anything is
    removed when a name means no article or more than one.
    """
    ids = list(dict.fromkeys(store.articles.resolve(name) for name in names))
    with store.transaction():
        for identity in ids:
            store.remove(identity, folded_all)
        store.words.rewrite()
        if store.index.retired() * REWRITE_SHARE > store.articles.count():
            store.index.compact()
    return ids
