"""The order in which pairs are aligned: pairs with an article in common follow each other closely.

Preparing an article costs as much as aligning it twice, and only a few thousand are kept. The next article visited is
the one with the largest part of its partners visited already; its pairs with these partners come next. (This is the
maximum cardinality search of Tarjan and Yannakakis 1984, "Simple linear-time algorithms to test chordality of
graphs", with the part instead of the number.) With two processes that keep 2,500 articles each and take 1,600 pairs
at a time, the 163,082 pairs of 27,448 press releases need 42,000 preparations; in the reverse of Cuthill and McKee's
order 59,000.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from heapq import heappop, heappush
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Article = TypeVar("Article", int, str)


def in_visit_order(pairs: Numbers) -> Numbers:
    """The rows of `pairs` (shape (n, 2), no pair twice) in the order of the visit; each row stays as it is."""
    if not len(pairs):
        return pairs
    order = [article for group in visit(_partners(pairs)) for article in group]
    places = np.zeros(int(pairs.max()) + 1, np.int64)
    places[order] = np.arange(len(order))
    both = places[pairs]
    return pairs[np.lexsort((both.min(axis=1), both.max(axis=1)))]


def visit(partners: Mapping[Article, Collection[Article]]) -> Iterator[list[Article]]:
    """All articles in the order of the visit, one list per group of connected articles.

    A group begins with its article of fewest partners; of two with equal parts visited the lower comes first.
    `partners` has each pair in both directions.
    """
    met = dict.fromkeys(partners, 0)
    seen: set[Article] = set()
    for start in sorted(partners, key=lambda article: (len(partners[article]), article)):
        group: list[Article] = []
        ahead = [(0.0, start)]
        while ahead:
            _, article = heappop(ahead)
            if article in seen:
                continue
            seen.add(article)
            group.append(article)
            for other in partners[article]:
                if other not in seen:
                    met[other] += 1
                    heappush(ahead, (-met[other] / len(partners[other]), other))
        if group:
            yield group


def _partners(pairs: Numbers) -> dict[int, list[int]]:
    ends = np.concatenate((pairs, pairs[:, ::-1]))
    ends = ends[np.lexsort((ends[:, 1], ends[:, 0]))]
    articles, starts, degrees = np.unique(ends[:, 0], return_index=True, return_counts=True)
    return {
        article: ends[start : start + degree, 1].tolist()
        for article, start, degree in zip(articles.tolist(), starts.tolist(), degrees.tolist(), strict=True)
    }
