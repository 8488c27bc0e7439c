"""Which articles a link is judged with: its world, a rule of the archive and the two articles alone.

Articles are grouped around *centres*: an article belongs to the one of its partners and their partners (itself
included) whose id has the lowest hash. A link is judged in the group of its article with the lower id, together with
all partners of that group: the two articles, and all holders of what the group shares. A group with more links than a
judgement may have falls into those around centres among partners alone, these into single articles, and an article
with more links than that into parts of its partners. So the same link has the same world in any audit of the same
archive: in one process or many, at once or after each addition, here or on a cluster; and an article more changes the
worlds within a few steps of it. Worlds overlap at their partners: those of 2,000 press releases have each article 2.9
times, those of 7,095 newsgroup posts 1.9 times. Which worlds a task judges is of no consequence (`bundles`). Nothing
is judged here.

While a task was one world, tasks of 500 links instead of 4,000 moved 6 relations of 5,400 among 2,000 press releases,
and evidence or confidence of 665 links; now nothing moves. Judging these takes 10.1 s of CPU time instead of 8.7 (in
tasks of 500 links 13.3 instead of 10.6), and 8 relations are others than before. Of the reported newsgroup posts,
.885 are answered at confidence .8, and .9645 of these are right; all posts as one world give .886 and .9638.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic

from provenance.audit.visit_order import Article, visit

STEPS = 2  # from an article to its centre, at most
# Links that one world may have: what bounds its memory. A link takes some 10 KB while it is judged, as do its texts.
# The largest world of 2,000 press releases has 300 articles, that of 7,095 newsgroup posts 372.
MOST_LINKS = 4_000


@dataclass(frozen=True, slots=True)
class World(Generic[Article]):
    """Articles judged together, ascending: the links of its `own` articles with those of higher ids `around`.

    `around` has its own articles and their partners; `links` is how many links have an end among `own`, `judged` how
    many of them are judged in this world.
    """

    own: tuple[Article, ...]
    around: tuple[Article, ...]
    links: int
    judged: int


def worlds(
    partners: Mapping[Article, Collection[Article]], name_of: Callable[[Article], str] = str
) -> list[World[Article]]:
    """The worlds of all links, those of neighbouring articles one after the other.

    `partners` maps each linked article to those that it is linked with, in both directions: ids, or numbers that
    ascend as the ids do which `name_of` gives. The order in which it was filled does not matter.
    """
    ranks = {article: _rank(name_of(article)) for article in partners}
    centres: list[dict[Article, Article]] = [{article: article for article in partners}]
    for _ in range(STEPS):
        centres.append({article: _nearest(article, partners, centres[-1], ranks) for article in partners})
    places = {article: place for place, article in enumerate(each for group in visit(partners) for each in group)}
    found = [
        world
        for group in _grouped(partners, centres[STEPS])
        for world in _within(group, STEPS, partners, centres, ranks)
        if world.judged
    ]
    return sorted(found, key=lambda world: (min(places[article] for article in world.own), world.own, world.around))


def bundles(found: Iterable[World[Article]], links: int) -> Iterator[list[World[Article]]]:
    """Worlds in their order, in bundles of some `links` links each: tasks of equal size, which change no answer. All
    worlds of an article are in one bundle."""
    bundle: list[World[Article]] = []
    size = 0
    for world in found:
        if size >= links and world.own != bundle[-1].own:
            yield bundle
            bundle, size = [], 0
        bundle.append(world)
        size += world.links
    if bundle:
        yield bundle


def pairs_of(world: World[Article], partners: Mapping[Article, Collection[Article]]) -> list[tuple[Article, Article]]:
    """The links of a world, ascending: all pairs with an own article and both articles around."""
    around = frozenset(world.around)
    return sorted(
        {(min(one, other), max(one, other)) for one in world.own for other in partners[one] if other in around}
    )


def _nearest(
    article: Article,
    partners: Mapping[Article, Collection[Article]],
    centre: Mapping[Article, Article],
    ranks: Mapping[Article, int],
) -> Article:
    """The best centre that an article and its partners have."""
    best = centre[article]
    for other in partners[article]:
        if ranks[centre[other]] < ranks[best]:
            best = centre[other]
    return best


def _rank(name: str) -> int:
    return int.from_bytes(hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _grouped(articles: Iterable[Article], centre: Mapping[Article, Article]) -> list[list[Article]]:
    groups: dict[Article, list[Article]] = {}
    for article in articles:
        groups.setdefault(centre[article], []).append(article)
    return [sorted(group) for group in groups.values()]


def _within(
    group: Sequence[Article],
    steps: int,
    partners: Mapping[Article, Collection[Article]],
    centres: Sequence[Mapping[Article, Article]],
    ranks: Mapping[Article, int],
) -> Iterator[World[Article]]:
    """The world of a group, or of its parts where it has too many links."""
    own = frozenset(group)
    if _links(own, partners) <= MOST_LINKS:
        yield _world(group, (other for article in group for other in partners[article]), partners)
    elif steps:
        for part in _grouped(group, centres[steps - 1]):
            yield from _within(part, steps - 1, partners, centres, ranks)
    else:
        others = partners[group[0]]  # one article has too many partners
        parts = 1 << (len(others) // MOST_LINKS).bit_length()
        for number in range(parts):
            yield _world(group, [other for other in others if ranks[other] % parts == number], partners)


def _world(
    group: Sequence[Article], beside: Iterable[Article], partners: Mapping[Article, Collection[Article]]
) -> World[Article]:
    own = frozenset(group)
    around = own.union(beside)
    links = judged = 0
    for article in group:
        for other in partners[article]:
            if other in around:
                judged += other > article
                links += other > article or other not in own
    return World(tuple(group), tuple(sorted(around)), links, judged)


def _links(own: frozenset[Article], partners: Mapping[Article, Collection[Article]]) -> int:
    return sum(other > article or other not in own for article in own for other in partners[article])
