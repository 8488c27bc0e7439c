"""Reads the whole archive for a passage that the index cannot find, because none of its few keys was stored.

At 20 MB of text per second it is slower than the index by orders of magnitude: the last resort, for short passages
and for archives of up to MOST_ARTICLES articles.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from provenance.model import Article
from provenance.store import Store
from provenance.text.tokens import tokenise

HELD = 0.7  # part of the passage's different words that an article must hold to be worth aligning
MOST_ARTICLES = 50_000  # 150 MB of news, some 8 seconds


def holding_most_words(store: Store, passage: str) -> Iterator[Article]:
    """Archived articles that hold most of the different words of `passage`, in the order of their ids."""
    wanted = np.unique(tokenise(passage).words)
    if not len(wanted) or store.articles.count() > MOST_ARTICLES:
        return
    for article in store.articles.iterate():
        held = np.isin(wanted, tokenise(article.text, article.body).words, assume_unique=False)
        if held.mean() >= HELD:
            yield article
