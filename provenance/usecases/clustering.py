"""Groups of near duplicates, each around one article that all its members resemble.

A group is a star: its leader is the article that would be kept, and every member was compared with the leader by
their texts. Groups are never joined because a member of one resembles a member of another, so that no chain of weak
similarities joins articles that differ. Two articles whose link people rejected are never in one group.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

import numpy as np

from provenance.audit.reviews import Reviews
from provenance.config.clustering import THRESHOLD, ClusteringSettings
from provenance.config.fingerprint import FingerprintSettings
from provenance.model import Cluster, ListedArticle
from provenance.model.progress import Progress
from provenance.retrieval.near_duplicate_groups import Group, earliest, group, stars
from provenance.retrieval.near_duplicates import Shingles, near_duplicate_pairs

if TYPE_CHECKING:
    from provenance.store import Store

Keep = Literal["earliest", "longest"]


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
        times = {number: earliest(rows[number].published, number) for number in numbers}
        order = sorted(numbers, key=lambda number: (_rank(rows[number], keep, prefer), times[number]))
        ids = {number: row.id for number, row in rows.items()}
        reviews = Reviews(store)
        publishers = {row.id: row.publisher for row in rows.values()}
        spoken_of = {number for number, row in rows.items() if reviews.may_reject(row.id, row.publisher)}
        found_stars = stars(order, pairs, spoken_of, lambda a, b: reviews.rejects(ids[a], ids[b], publishers))
        shingles = Shingles(store, made)
        found = [group(star, ids, times, known, shingles.jaccard, settings.compared) for star, known in found_stars]
    return sorted(found, key=lambda group: (-len(group.members), group.kept))


def _rank(row: ListedArticle, keep: Keep, prefer: Sequence[str]) -> tuple[int, int]:
    """Sorts the articles that shall lead first."""
    names = [name.casefold() for name in prefer]
    preferred = [names.index(name) for name in (row.id.casefold(), (row.publisher or "").casefold()) if name in names]
    return min(preferred, default=len(names)), -row.characters if keep == "longest" else 0
