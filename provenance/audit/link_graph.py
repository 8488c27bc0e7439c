"""The graph of links: which articles are linked, and where what they share is kept.

Links come from passages that alignment found, in current texts and in earlier ones, from the reports of an event, and
from sentences that mean the same. Nothing is judged here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from provenance.audit.aligning import Aligned, text_names
from provenance.audit.earlier_pairs import EarlierPairs
from provenance.comparison.earlier_texts import Side
from provenance.comparison.weights_in_force import has_known_codes
from provenance.events.network import Network
from provenance.events.reports import Chances
from provenance.store import Store

Pair = tuple[str, str]
Partners = dict[str, set[str]]


@dataclass(frozen=True, slots=True)
class Found:
    """What alignment found for two texts of a pair of articles: the row of `store.passages`, and which side is of
    an earlier version, if any."""

    row: int
    side: Side | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class Graph:
    """The links of an archive before they are judged: for each pair of ids (ascending) what was found, that of the
    current texts first, and nothing for two reports of one event that share no passage; the partners of each article
    in both directions; and the number of each text by its name (of earlier texts their internal ids). `earlier` has
    the internal ids by article, `events` what the reports of the event say of a pair of current texts, `encoded` the
    numbers of texts whose codes show passages by meaning."""

    found: Mapping[Pair, Sequence[Found]]
    partners: Mapping[str, set[str]]
    numbers: Mapping[str, int]
    earlier: Mapping[str, Sequence[str]]
    events: Mapping[Pair, Chances]
    encoded: frozenset[int] = frozenset()


def graph_of(
    store: Store, aligned: Aligned, texts: EarlierPairs, network: Network, by_meaning: Sequence[Pair]
) -> Graph:
    """The graph of all pairs that share passages, `by_meaning` as well, or of which one was probably made from the
    other without any."""
    numbers = np.unique(aligned.pairs).tolist()
    names = dict(zip(numbers, text_names(store, numbers, texts), strict=True))
    found: dict[Pair, list[Found]] = {}
    partners: Partners = {}
    earlier: dict[str, list[str]] = {}
    for (one, other), row in zip(aligned.pairs.tolist(), aligned.rows.tolist(), strict=True):
        of_a, of_b = texts.texts.get(one), texts.texts.get(other)
        a = of_a.article.id if of_a else names[one]
        b = of_b.article.id if of_b else names[other]
        side: Side | None = "a" if of_a else "b" if of_b else None
        version = of_a.version if of_a else of_b.version if of_b else 0
        found.setdefault((a, b), []).append(Found(row, side, version))
        partners.setdefault(a, set()).add(b)
        partners.setdefault(b, set()).add(a)
        if side:
            earlier.setdefault(a if of_a else b, []).append(names[one] if of_a else names[other])
    events = network.chances(pair for pair, rows in sorted(found.items()) if rows[0].side is None or len(rows) > 1)
    for pair, chances in network.probable(found.keys()).items():
        events[pair] = chances
        found[pair] = []
    for pair in by_meaning:
        found.setdefault(pair, [])
    for pair in (each for each, rows in found.items() if not rows):
        partners.setdefault(pair[0], set()).add(pair[1])
        partners.setdefault(pair[1], set()).add(pair[0])
    for rows in found.values():
        rows.sort(key=lambda each: (each.side or "", each.version))
    return Graph(
        found,
        partners,
        {name: number for number, name in names.items()},
        {name: sorted(set(each)) for name, each in earlier.items()},
        events,
        frozenset(store.meanings.held().tolist()) if has_known_codes(store) else frozenset(),
    )
