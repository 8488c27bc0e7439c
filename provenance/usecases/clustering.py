"""Groups of near duplicates, each around one article that all its members resemble.

A group is a star: its leader is the article that would be kept, and every member was compared with the leader by
their texts. Groups are never joined because a member of one resembles a member of another, so that no chain of weak
similarities joins articles that differ. Two articles whose link people rejected are never in one group.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Literal

import numpy as np

from provenance.audit.reviews import Reviews
from provenance.config.clustering import THRESHOLD, ClusteringSettings
from provenance.config.fingerprint import FingerprintSettings
from provenance.model import Cluster, ListedArticle
from provenance.model.appearance import appearance
from provenance.model.progress import Progress
from provenance.retrieval.near_duplicates import Pairs, Shingles, near_duplicate_pairs

if TYPE_CHECKING:
    from provenance.store import Store

Keep = Literal["earliest", "longest"]


@dataclass(frozen=True, slots=True)
class Group:
    """A group by ids: the earliest known first, the one to keep, and the weakest verified pair with its Jaccard."""

    members: tuple[str, ...]
    kept: str
    weakest: tuple[str, str, float]


def clusters(
    store: Store,
    fingerprints: FingerprintSettings | None = None,
    *,
    threshold: float = THRESHOLD,
    keep: Keep = "earliest",
    prefer: Sequence[str] = (),
    on_progress: Progress | None = None,
) -> list[Cluster]:
    """Groups of near duplicates with their articles; see `groups`."""
    found = groups(store, fingerprints, threshold=threshold, keep=keep, prefer=prefer, on_progress=on_progress)
    return [
        Cluster(tuple(store.articles.get_known(group.members).values()), group.kept, group.weakest) for group in found
    ]


def groups(
    store: Store,
    fingerprints: FingerprintSettings | None = None,
    *,
    threshold: float = THRESHOLD,
    keep: Keep = "earliest",
    prefer: Sequence[str] = (),
    on_progress: Progress | None = None,
) -> list[Group]:
    """Groups of two or more, the largest first, then by the id that is kept.

    Every member has an exact Jaccard similarity of at least `threshold` with the one that is kept: the earliest
    known (without a date: the one archived first, after all dated ones), or the longest. Articles whose id or
    publisher is in `prefer` lead before all others, in that order. Raises SchemeMismatch.
    """
    settings = ClusteringSettings(threshold=threshold)
    settings.validate()
    made = fingerprints or FingerprintSettings()
    with store.snapshot():
        pairs = near_duplicate_pairs(store, settings, made, on_progress)
        numbers = np.unique(np.concatenate([pairs.first, pairs.second])).tolist()
        rows = store.articles.listed_by_number(numbers)
        times = {number: _earliest(rows[number], number) for number in numbers}
        order = sorted(numbers, key=lambda number: (_rank(rows[number], keep, prefer), times[number]))
        ids = {number: row.id for number, row in rows.items()}
        reviews = Reviews(store)
        publishers = {row.id: row.publisher for row in rows.values()}
        spoken_of = {number for number, row in rows.items() if reviews.may_reject(row.id, row.publisher)}
        stars = _stars(order, pairs, spoken_of, lambda a, b: reviews.rejects(ids[a], ids[b], publishers))
        shingles = Shingles(store, made)
        found = [_group(star, ids, times, pairs_of, shingles, settings.compared) for star, pairs_of in stars]
    return sorted(found, key=lambda group: (-len(group.members), group.kept))


def _earliest(row: ListedArticle, number: int) -> tuple[bool, float, float, int]:
    """Sorts articles by the end of the interval that their date allows, as `by_time`, and after them those without a
    date by when they were archived."""
    found = appearance(row.published)
    return (True, 0.0, 0.0, number) if found is None else (False, found.latest, found.earliest, number)


def _rank(row: ListedArticle, keep: Keep, prefer: Sequence[str]) -> tuple[int, int]:
    """Sorts the articles that shall lead first."""
    names = [name.casefold() for name in prefer]
    preferred = [names.index(name) for name in (row.id.casefold(), (row.publisher or "").casefold()) if name in names]
    return min(preferred, default=len(names)), -row.characters if keep == "longest" else 0


Known = dict[tuple[int, int], float]


def _stars(
    order: Sequence[int], pairs: Pairs, spoken_of: Set[int], rejected: Callable[[int, int], bool]
) -> list[tuple[list[int], Known]]:
    """Each leader with the articles that resemble it and are in no earlier group, and the verified pairs among them.

    No group has two articles of which people said that they have no link: the one that comes later stays out. Only
    articles in `spoken_of` can be among those.
    """
    neighbours: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for a, b, jaccard in zip(pairs.first.tolist(), pairs.second.tolist(), pairs.jaccard.tolist(), strict=True):
        neighbours[a].append((b, jaccard))
        neighbours[b].append((a, jaccard))
    taken: set[int] = set()
    stars = []
    for leader in order:
        if leader in taken:
            continue
        star = [leader]
        for other, _ in neighbours[leader]:
            if other in taken:
                continue
            if other in spoken_of and any(member in spoken_of and rejected(member, other) for member in star):
                continue
            star.append(other)
        if len(star) == 1:
            continue
        taken.update(star)
        inside = set(star)
        known = {(a, b): jaccard for a in star for b, jaccard in neighbours[a] if a < b and b in inside}
        stars.append((star, known))
    return stars


def _group(
    star: list[int],
    ids: dict[int, str],
    times: dict[int, tuple[bool, float, float, int]],
    known: Known,
    shingles: Shingles,
    compared: int,
) -> Group:
    if len(star) <= compared:
        for a, b in combinations(sorted(star), 2):
            if (a, b) not in known:
                known[a, b] = shingles.jaccard(a, b)
    members = sorted(star, key=lambda number: times[number])
    jaccard, (first, second) = min((jaccard, sorted((ids[a], ids[b]))) for (a, b), jaccard in known.items())
    return Group(tuple(ids[number] for number in members), ids[star[0]], (first, second, jaccard))
