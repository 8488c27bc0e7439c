"""In which order pairs are aligned: neighbours after each other, so that what is made ready is met again soon.

Making an article ready costs as much as aligning it twice, and only so many are kept ready. The next article visited
is the one of whose partners the largest part has been visited already (as in the maximum cardinality search of Tarjan
and Yannakakis 1984, "Simple linear-time algorithms to test chordality of graphs", but for the part instead of the
number), and its pairs with those come then. For the 163,082 pairs of 27,448 press releases 42,000 articles are made
ready so, with 2,500 kept by each of two processes that take 1,600 pairs in turn; 59,000 breadth first, read backwards
(Cuthill and McKee's order reversed).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from heapq import heappop, heappush
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Article = TypeVar("Article", int, str)


def in_visit_order(asked: Numbers, pairs: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """The pairs in the order of the visit, the articles asked about in the order in which they are done with, and how
    many pairs are aligned by then, ascending; 0 for an article without pairs.

    `asked` ascends; `pairs` has shape (n, 2), and none is there twice.
    """
    order = [article for group in visit(_partners(pairs)) for article in group]
    size = int(max(asked.max(initial=0), pairs.max(initial=0))) + 1
    places = np.zeros(size, np.int64)
    places[order] = np.arange(len(order))
    both = places[pairs]
    pairs = pairs[np.lexsort((both.min(axis=1), both.max(axis=1)))]
    aligned = np.zeros(size, np.int64)
    np.maximum.at(aligned, pairs, np.arange(1, len(pairs) + 1)[:, np.newaxis])
    along = np.argsort(aligned[asked], kind="stable")
    return pairs, asked[along], aligned[asked][along]


def visit(partners: Mapping[Article, Collection[Article]]) -> Iterator[list[Article]]:
    """All articles in the order of the visit, each group of connected ones from its article with the fewest partners
    on; of two that are as well surrounded the lower one comes first. `partners` names each pair both ways."""
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
