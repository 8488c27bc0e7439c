"""Groups of near duplicates around one article each, made of verified pairs: the rule that any engine can follow.

A group depends on the pairs that are connected with it, and on no others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations

from provenance.model import PublicationTime
from provenance.model.appearance import appearance
from provenance.retrieval.near_duplicates import Pairs

Known = dict[tuple[int, int], float]
Place = tuple[bool, float, float, int]


@dataclass(frozen=True, slots=True)
class Group:
    """A group by ids: the earliest known first, the one to keep, and the weakest verified pair with its Jaccard."""

    members: tuple[str, ...]
    kept: str
    weakest: tuple[str, str, float]


def earliest(published: PublicationTime | None, number: int) -> Place:
    """Sorts articles by the end of the interval that their date allows, as `by_time`, and after them those without a
    date by when they were archived."""
    found = appearance(published)
    return (True, 0.0, 0.0, number) if found is None else (False, found.latest, found.earliest, number)


def stars(
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
    found = []
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
        found.append((star, known))
    return found


def group(
    star: list[int],
    ids: Mapping[int, str],
    times: Mapping[int, Place],
    known: Known,
    jaccard_of: Callable[[int, int], float],
    compared: int,
) -> Group:
    """A star as a group: all of its pairs are compared where it has at most `compared` members."""
    if len(star) <= compared:
        for a, b in combinations(sorted(star), 2):
            if (a, b) not in known:
                known[a, b] = jaccard_of(a, b)
    members = sorted(star, key=lambda number: times[number])
    jaccard, (first, second) = min((jaccard, sorted((ids[a], ids[b]))) for (a, b), jaccard in known.items())
    return Group(tuple(ids[number] for number in members), ids[star[0]], (first, second, jaccard))
