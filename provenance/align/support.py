"""What stands near a sentence pair: weak pairs are believed for their neighbours, and faint ones for their order."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from provenance.align.sentence_pair import SentencePair, limited
from provenance.align.wording import longest_ascending
from provenance.config.align import SentenceSettings

if TYPE_CHECKING:
    from provenance.align.rectangles import Rectangle
    from provenance.align.units import Units


def with_neighbours(
    candidates: Sequence[SentencePair],
    believed: Sequence[SentencePair],
    places: Sequence[tuple[int, int]],
    settings: SentenceSettings,
) -> list[SentencePair]:
    """The believed pairs and those that stand near one of them, or near a passage, strongest first.

    `places` are the sentences where passages begin and end. One step only: what is believed for its neighbour
    supports nothing further.
    """
    reach = settings.reach
    anchors = {(pair.a, pair.b) for pair in believed}.union(places)
    cells: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for anchor in anchors:
        cells.setdefault((anchor[0] // (reach + 1), anchor[1] // (reach + 1)), []).append(anchor)
    kept = set(believed)
    found = []
    for pair in candidates:
        adjoins = (pair.a - 1, pair.b - 1) in anchors or (pair.a + 1, pair.b + 1) in anchors
        supported = (adjoins and pair.strength >= settings.adjoining_strength) or (
            pair.strength >= settings.neighbour_information and _has_anchor(pair, cells, reach)
        )
        if pair in kept or supported:
            found.append(pair)
    return found


def _has_anchor(pair: SentencePair, cells: dict[tuple[int, int], list[tuple[int, int]]], reach: int) -> bool:
    row, column = pair.a // (reach + 1), pair.b // (reach + 1)
    return any(
        0 < max(abs(anchor[0] - pair.a), abs(anchor[1] - pair.b)) <= reach
        for near_row in (row - 1, row, row + 1)
        for near_column in (column - 1, column, column + 1)
        for anchor in cells.get((near_row, near_column), ())
    )


def passage_places(a: Units, b: Units, passages: Sequence[Rectangle]) -> list[tuple[int, int]]:
    """The sentence pairs in which passages begin and end."""
    places = []
    for passage in passages:
        for word_a, word_b in ((passage.a_start, passage.b_start), (passage.a_end - 1, passage.b_end - 1)):
            places.append(
                (
                    int(np.searchsorted(a.words, word_a, side="right")) - 1,
                    int(np.searchsorted(b.words, word_b, side="right")) - 1,
                )
            )
    return places


def followers(everything: Sequence[SentencePair], believed: Sequence[SentencePair]) -> list[SentencePair]:
    """Faint pairs that stand between or beside believed ones.

    Of two sentences without a partner, in the order of the pairs around them; or of one such sentence and the only
    partner of the sentence next to it, as where one sentence becomes two.
    """
    partners_a = _partners((pair.a, pair.b) for pair in believed)
    partners_b = _partners((pair.b, pair.a) for pair in believed)
    fixed = sorted(limited(believed, 1), key=lambda pair: pair.a)
    kept = [fixed[index] for index in longest_ascending(np.array([pair.b for pair in fixed], np.int64))]
    found: list[SentencePair] = []
    for pair in everything:
        of_a, of_b = partners_a.get(pair.a, []), partners_b.get(pair.b, [])
        if len(of_a) + len(of_b) > 1:
            continue
        if of_a or of_b:
            near = any(abs(other - pair.b) == 1 for other in of_a) or any(abs(other - pair.a) == 1 for other in of_b)
            if not near:
                continue
        else:
            place = bisect.bisect(kept, pair.a, key=lambda each: each.a)
            before, after = kept[max(place - 1, 0) : place], kept[place : place + 1]
            if any(each.b >= pair.b for each in before) or any(each.b <= pair.b for each in after):
                continue
            kept.insert(place, pair)
        found.append(pair)
        partners_a.setdefault(pair.a, []).append(pair.b)
        partners_b.setdefault(pair.b, []).append(pair.a)
    return found


def _partners(pairs: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for one, other in pairs:
        found.setdefault(one, []).append(other)
    return found
