"""Every pair of archived articles that are near duplicates: proposed by LSH bands, verified by their texts.

Bands of MinHash signatures only propose pairs. Each is then compared by the exact Jaccard similarity of its two sets
of word shingles, so that what is reported is true whatever the signatures say. Notices are left out: two stubs under
one long appeal to subscribe are no copies, and must not be thinned out to one.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from provenance.align.prepared_text import without
from provenance.config.clustering import ClusteringSettings
from provenance.config.fingerprint import FingerprintSettings, require_same_recipe
from provenance.fingerprint.minhash import jaccard_and_containment, shingle_hashes
from provenance.fingerprint.notices import notices
from provenance.model import Article
from provenance.model.progress import Progress
from provenance.text.tokens import Tokens, tokenise

if TYPE_CHECKING:
    from provenance.store import Store


PORTION = 1 << 16  # pairs whose estimates are computed at a time: 2 x 32 MB of signatures
REMEMBERED = 8192  # articles whose shingle sets are kept in memory, some 5 KB each


@dataclass(frozen=True, slots=True)
class Pairs:
    """Verified pairs as parallel arrays: article numbers (first < second), ascending, and the exact Jaccard."""

    first: NDArray[np.int64]
    second: NDArray[np.int64]
    jaccard: NDArray[np.float64]


def near_duplicate_pairs(
    store: Store,
    settings: ClusteringSettings,
    fingerprints: FingerprintSettings,
    on_progress: Progress | None = None,
) -> Pairs:
    """All verified pairs of the archive; the caller holds a snapshot. Raises SchemeMismatch."""
    nothing = np.empty(0, np.int64)
    if store.index.recipe is None:
        return Pairs(nothing, nothing, np.empty(0, np.float64))
    require_same_recipe(store.index.recipe, fingerprints.recipe)
    first, second = _likely(store, *_suggested(store, settings.partners), settings.threshold - settings.margin)
    shingles = Shingles(store, fingerprints)
    jaccard = np.empty(len(first), np.float64)
    for place, (a, b) in enumerate(zip(first.tolist(), second.tolist(), strict=True)):
        if on_progress is not None and place % 1000 == 0:
            on_progress("verifying pairs", place, len(first))
        jaccard[place] = shingles.jaccard(a, b)
    kept = jaccard >= settings.threshold
    return Pairs(first[kept], second[kept], jaccard[kept])


def _suggested(store: Store, partners: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Pairs of article numbers that share a band, each once, ascending."""
    found = np.empty(0, np.uint64)
    waiting: list[NDArray[np.uint64]] = []
    held = 0
    for columns in store.index.scan("band"):
        for codes in pairs_of_portion(columns.keys, columns.articles, partners):
            waiting.append(codes)
            held += len(codes)
            if held > max(PORTION * 16, len(found)):  # the same pair comes with many bands: fold them in time
                found, waiting, held = np.unique(np.concatenate([found, *waiting])), [], 0
    found = np.unique(np.concatenate([found, *waiting]))
    return (found >> np.uint64(32)).astype(np.int64), (found & np.uint64(0xFFFFFFFF)).astype(np.int64)


def pairs_of_portion(
    keys: NDArray[np.uint64], articles: NDArray[np.int64], partners: int
) -> Iterator[NDArray[np.uint64]]:
    """Pairs within each stretch of equal keys, as first * 2^32 + second; one array per distance of their ranks."""
    if not len(keys):
        return
    starts = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]]))
    lengths = np.diff(np.append(starts, len(keys)))
    rank = np.arange(len(keys)) - np.repeat(starts, lengths)
    group_start = np.repeat(starts, lengths)
    numbers = articles.astype(np.uint64)
    # The holder at rank r is paired with the holders at ranks 0 .. min(r, partners) - 1 of its stretch.
    later = np.flatnonzero(rank > 0)
    for partner in range(min(partners, int(rank.max()))):
        later = later[rank[later] > partner]
        yield (numbers[group_start[later] + partner] << np.uint64(32)) | numbers[later]


def _likely(
    store: Store, first: NDArray[np.int64], second: NDArray[np.int64], least: float
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The pairs whose signatures agree in at least this share of their values."""
    kept = np.zeros(len(first), bool)
    for start in range(0, len(first), PORTION):
        part = slice(start, start + PORTION)
        numbers, places = np.unique(np.concatenate([first[part], second[part]]), return_inverse=True)
        signatures = store.index.signatures(numbers)
        half = len(places) // 2
        agreeing = (signatures[places[:half]] == signatures[places[half:]]).mean(axis=1)
        kept[part] = agreeing >= least
    return first[kept], second[kept]


class Shingles:
    """The shingle sets of articles by number, the ones used last kept in memory."""

    def __init__(self, store: Store, settings: FingerprintSettings) -> None:
        self._store = store
        self._settings = settings
        self._sets: OrderedDict[int, NDArray[np.uint64]] = OrderedDict()

    def jaccard(self, a: int, b: int) -> float:
        """The exact similarity of two articles."""
        return jaccard_and_containment(self._of(a), self._of(b))[0]

    def _of(self, number: int) -> NDArray[np.uint64]:
        present = self._sets.get(number)
        if present is not None:
            self._sets.move_to_end(number)
            return present
        ((_, article),) = self._store.articles.by_number(number - 1, 1)
        made = shingle_hashes(own_words(article), self._settings)
        self._sets[number] = made
        if len(self._sets) > REMEMBERED:
            self._sets.popitem(last=False)
        return made


def own_words(article: Article) -> Tokens:
    """The words of the body without notices; all words of a page that is nothing but a notice."""
    words = tokenise(article.text, article.body)
    own = without(words, notices(article.text, article.body, words))
    return own if len(own) else words
