"""How much a shared word tells: little where many articles hold it, much where few do.

An archive of two articles cannot say which words are rare, so what the package knows of English at large counts for
some articles of its own beside those given.
"""

from __future__ import annotations

import functools
import math
import re
from collections import Counter
from collections.abc import Iterable

from provenance.text.common_words import common_words
from provenance.text.normalisation import stemmer

UNLISTED = 0.004  # share of articles that hold a word which the list of common words lacks
LONGEST_WORD = 64
SUBJECT_TIMES = 2  # a word that an article uses again belongs to its subject
# A run of names ("Israeli Prime Minister Benjamin Netanyahu") makes two reports of one subject look like one.
NAME_WEIGHT = 0.6

_WORD = re.compile(r"[^\W_]+")


def subject_of(text: str) -> frozenset[str]:
    """The stems that an article comes back to."""
    counts = Counter(_stem(word) for word in _WORD.findall(text.casefold()))
    return frozenset(stem for stem, count in counts.items() if count >= SUBJECT_TIMES)


class Rarity:
    """Weights of stems, in nats: minus the log of the share of articles that hold them."""

    def __init__(self, texts: Iterable[str], prior_articles: int) -> None:
        holding: Counter[str] = Counter()
        count = 0
        for text in texts:
            count += 1
            holding.update({_stem(word) for word in set(_WORD.findall(text.casefold()))})
        self._holding = holding
        self._prior = prior_articles
        self._total = count + prior_articles
        self._weights: dict[str, float] = {}

    def share(self, stem: str) -> float:
        """The share of articles that hold a stem."""
        return (self._holding.get(stem, 0) + self._prior * _at_large().get(stem, UNLISTED)) / self._total

    def of_word(self, written: str, folded: str, stem: str) -> float:
        """What sharing this word of an utterance tells: a name less, because a subject has its names."""
        if "'" in folded:
            return min(self.weight(_stem(part)) for part in folded.split("'") if part)
        return self.weight(stem) * (NAME_WEIGHT if written[0].isupper() else 1.0)

    def weight(self, stem: str) -> float:
        """What sharing the stem tells, in nats."""
        known = self._weights.get(stem)
        if known is None:
            known = self._weights[stem] = -math.log(min(1.0, self.share(stem)))
        return known


@functools.lru_cache(maxsize=200_000)
def _stem(word: str) -> str:
    return stemmer().stemWord(word[:LONGEST_WORD])


@functools.cache
def _at_large() -> dict[str, float]:
    """Shares of common English words, by stem."""
    shares: dict[str, float] = {}
    for word, share in common_words():
        stem = _stem(word)
        shares[stem] = max(shares.get(stem, 0.0), share)
    return shares
