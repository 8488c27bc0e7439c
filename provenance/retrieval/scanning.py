"""Finds articles that hold most words of a passage, in any order: the last resort where nothing else finds any.

The archive keeps only one of several passage keys, so that a short passage in other words may have none in common
with an article. An article with most of the words has one of the rarest of them, and for these the text search is
asked; texts that it lacks are read.
"""

from __future__ import annotations

from provenance.model import Article
from provenance.store import Store
from provenance.text.folded_text import folded_all

HELD = 7  # of ten different words of the passage, that an article must hold to be worth aligning
MOST_WORDS = 64  # of a passage; longer ones have passage keys enough
# Texts that are read: at 20 MB per second 150 MB of news take 8 s. An index of words leaves far fewer.
MOST_TEXTS = 50_000
PORTION = 500


def holding_most_words(store: Store, phrase: bytes, limit: int) -> list[Article]:
    """Archived articles that hold most of the different words of `phrase` (folded), in the order of archiving.

    Current texts only; at most `limit`.
    """
    wanted = sorted(set(phrase.split(b" ")))[:MOST_WORDS] if phrase else []
    if not wanted:
        return []
    least = -(-len(wanted) * HELD // 10)
    rarest = sorted(wanted, key=lambda word: (store.words.frequency(word), word))[: len(wanted) - least + 1]
    numbers = sorted({*store.words.holding_any(rarest), *store.words.unindexed()})
    current = [owner.number for owner in store.articles.owners(numbers) if owner.current]
    found: list[Article] = []
    for start in range(0, min(len(current), MOST_TEXTS), PORTION):
        articles = [article for _, article in store.articles.texts(current[start : start + PORTION])]
        for article, words in zip(articles, folded_all([each.text for each in articles]), strict=True):
            held = set(words.split(b" "))
            if sum(word in held for word in wanted) >= least:
                found.append(article)
                if len(found) == limit:
                    return found
    return found
