"""On which links an archive's weights for wording are checked: a sample that the archive names.

Every judgement depends on that check (`lineage.wording_check`), so it must not depend on what else a task judges. The
sample is taken from worlds in the order of hashes of ids, large and small ones alike, so that an article more rarely
changes it. Nothing is
measured here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic

from provenance.audit.visit_order import Article
from provenance.audit.worlds import World, pairs_of

# Links of a sample: the check asks for 100 that are dated or 200 that are sure. A world gives a part of them, so that
# one template is no archive's kind of text.
SAMPLE, LINKS_OF_A_WORLD = 600, 50


@dataclass(frozen=True, slots=True)
class SampledWorld(Generic[Article]):
    """A world, and those of its links that are in the sample, ascending."""

    world: World[Article]
    pairs: tuple[tuple[Article, Article], ...]


def sampled_worlds(
    found: Sequence[World[Article]],
    partners: Mapping[Article, Collection[Article]],
    name_of: Callable[[Article], str] = str,
) -> list[SampledWorld[Article]]:
    """The worlds of the sample, in the order of `found`: all links of an archive that has no more than SAMPLE."""
    if sum(world.judged for world in found) <= SAMPLE:
        return [SampledWorld(world, tuple(_judged(world, partners))) for world in found]
    chosen: list[tuple[int, SampledWorld[Article]]] = []
    count = 0
    order = sorted((_hash("sample", name_of(world.own[0])), at) for at, world in enumerate(found))
    for _, at in order:
        pairs = sorted(_judged(found[at], partners), key=lambda pair: _hash(name_of(pair[0]), name_of(pair[1])))
        pairs = pairs[:LINKS_OF_A_WORLD]
        chosen.append((at, SampledWorld(found[at], tuple(sorted(pairs)))))
        count += len(pairs)
        if count >= SAMPLE:
            break
    return [each for _, each in sorted(chosen, key=lambda row: row[0])]


def _judged(world: World[Article], partners: Mapping[Article, Collection[Article]]) -> list[tuple[Article, Article]]:
    own = frozenset(world.own)
    return [pair for pair in pairs_of(world, partners) if pair[0] in own]


def _hash(*names: str) -> bytes:
    return hashlib.blake2b("\0".join(names).encode("utf-8", "surrogatepass"), digest_size=8).digest()
