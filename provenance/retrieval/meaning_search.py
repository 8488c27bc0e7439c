"""Which archived articles say what a text says, in whatever words or language: the third route to candidates.

The signs of all archived sentences are read page by page, and those nearest to each sentence asked about are kept;
the articles that have most of them are then compared sentence by sentence, one beside one and one beside two, which
ranks the one that a text was made from before others on one event. Memory grows by 16 bytes per archived article.
Measured with 10,000 press releases and `newsroom` archived: the articles that D5 rewrites and X1 translates
are among the first 20 of the pages for all 40 texts, also for three sentences of them alone; 11 ms per text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from provenance.meaning.codes import all_cosines, signs_of
from provenance.model.coded_text import CodedText

if TYPE_CHECKING:
    from provenance.store import Store

Numbers = NDArray[np.int64]

# Sentences of a text that are looked up, evenly spread over a longer one: the time of a search grows with them.
ASKED = 64
NEAREST = 64  # archived sentences kept for each; 128 find no more
SHORTLIST = 60  # articles that are compared sentence by sentence; the sources measured were among the first 20
FAR = 1 << 20  # more unlike signs than any code has
TEXTS_AT_A_TIME = 256  # that are asked for in one pass over the pages


@dataclass(frozen=True, slots=True)
class MeaningHits:
    """Numbers of current texts, the most alike first, and how alike they are: the mean, over the sentences asked
    about, of the cosine with the nearest sentence there, or two neighbouring ones together."""

    numbers: Numbers
    likeness: NDArray[np.float64]


NOTHING = MeaningHits(np.empty(0, np.int64), np.empty(0))


def meaning_hits(
    store: Store, asked: Sequence[CodedText | None], known: Sequence[Sequence[int]], limit: int
) -> list[MeaningHits]:
    """The archived texts most like each text asked about, at most `limit`, and in any case those of `known[i]`.

    `known` are texts that other routes found, which are measured as well. None and texts without sentences give
    nothing. Texts without codes are never found.
    """
    found: list[MeaningHits] = []
    for start in range(0, len(asked), TEXTS_AT_A_TIME):
        part = list(asked[start : start + TEXTS_AT_A_TIME])
        shortlists = _shortlists(store, part)
        for text, near, others in zip(part, shortlists, known[start : start + TEXTS_AT_A_TIME], strict=True):
            found.append(_measured(store, text, near, others, limit) if text and text.spans else NOTHING)
    return found


def _shortlists(store: Store, asked: Sequence[CodedText | None]) -> list[list[int]]:
    """For each text the numbers of texts with many sentences near its own, the most promising first."""
    rows = [_spread(text.codes) if text and text.spans else None for text in asked]
    wanted = [signs_of(row) for row in rows if row is not None]
    if not wanted:
        return [[] for _ in asked]
    signs = np.concatenate(wanted)
    distances, places = np.full((len(signs), NEAREST), FAR, np.int32), np.full((len(signs), NEAREST), -1, np.int64)
    numbers, counts = _read_pages(store, signs, distances, places)
    ends = np.cumsum(counts)
    reached = np.unique(places[places >= 0])
    near = np.unique(numbers[np.searchsorted(ends, reached, side="right")])
    current = store.meanings.current(near.tolist())
    lists, first = [], 0
    for row in rows:
        size = 0 if row is None else len(row)
        lists.append(
            _promising(distances[first : first + size], places[first : first + size], numbers, ends, current)
        )
        first += size
    return lists


def _read_pages(
    store: Store, signs: NDArray[np.uint64], distances: NDArray[np.int32], places: Numbers
) -> tuple[Numbers, Numbers]:
    """Fill in the nearest sentences; the numbers of all texts and how many sentences each has, as pages have them."""
    from provenance.meaning.kernels import comparing

    numbers, counts, place = [np.empty(0, np.int64)], [np.empty(0, np.int64)], 0
    for page in store.meanings.pages():
        if len(page.signs):
            comparing.nearest(signs, page.signs, place, distances, places)
        numbers.append(page.numbers)
        counts.append(page.counts)
        place += len(page.signs)
    return np.concatenate(numbers), np.concatenate(counts)


def _promising(
    distances: NDArray[np.int32], places: Numbers, numbers: Numbers, ends: Numbers, current: set[int]
) -> list[int]:
    """Texts by how much nearer their sentences are than the farthest that was kept, added up over the sentences."""
    totals: dict[int, int] = {}
    for far, at in zip(distances.astype(np.int64), places, strict=True):
        found = at >= 0
        worst = int(far[found].max(initial=0)) + 1
        owners = numbers[np.searchsorted(ends, at[found], side="right")]
        best: dict[int, int] = {}
        for distance, owner in zip(far[found].tolist(), owners.tolist(), strict=True):
            best[owner] = max(best.get(owner, 0), worst - distance)
        for owner, gain in best.items():
            totals[owner] = totals.get(owner, 0) + gain
    ordered = sorted((owner for owner in totals if owner in current), key=lambda owner: (-totals[owner], owner))
    return ordered[: SHORTLIST + 1]  # one may be the text itself


def _measured(store: Store, text: CodedText, near: Sequence[int], known: Sequence[int], limit: int) -> MeaningHits:
    codes = store.meanings.of(sorted({*near, *known}))
    likeness = {number: likeness_of(text, codes[number]) for number in sorted(codes) if codes[number].spans}
    ordered = sorted(likeness, key=lambda number: (-likeness[number], number))
    asked = set(known)
    first = set(ordered[:limit])
    kept = [number for number in ordered if number in first or number in asked]
    return MeaningHits(np.array(kept, np.int64), np.array([likeness[number] for number in kept]))


def likeness_of(text: CodedText, other: CodedText) -> float:
    """How much of a text another says as well, see `MeaningHits`; rounded, since sums differ in the last digits
    between machines."""
    found = all_cosines(_spread(text.codes), other.codes)
    best = np.concatenate([found.alone, found.one_to_two], axis=1).max(axis=1)
    return round(float(best.mean()), 6)


def _spread(codes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """At most ASKED codes, evenly spread."""
    if len(codes) <= ASKED:
        return codes
    return np.ascontiguousarray(codes[np.linspace(0, len(codes) - 1, ASKED).round().astype(np.int64)])
