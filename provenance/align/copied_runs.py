"""Words that one text has from another in a row, among hundreds of its own: eight are equal, no sentence is alike.

The sentence pass weighs a pair of sentences by all that each of them holds, so that a few words copied into a long
sentence of other words are lost in it, and a run across the end of a sentence is found in pieces, or one of these;
seeds need more words than there are. Here how rare the words of a run are decides, and nothing else: a phrase that
everybody has has common words or is listed (`provenance.text.set_phrases`), a title has capitals, a notice has the
words of notices.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from provenance.align.kernels.exact import shared_runs

if TYPE_CHECKING:
    from provenance.align.prepared_text import PreparedText
    from provenance.config.align import RunSettings

COMMONEST = 1.0  # nats: words that more than a third of all articles have
REST = 4  # words of a run outside the passages found in it, from which on the run takes their place

Ranges = NDArray[np.int64]


def with_copied_runs(
    a: PreparedText, b: PreparedText, known: NDArray[Any], strengths: list[float], settings: RunSettings
) -> tuple[NDArray[Any], list[float]]:
    """The ranges `known`, rows (A start, A end, B start, B end) in words, and their strengths, with runs of equal
    words that meet none of them or go on where they end, joined with these; the strength of a run is its information
    in nats, or that of a range joined with it where that is greater.

    Of runs that meet, the longest is taken.
    """
    found = np.asarray(shared_runs(a.tokens.words, b.tokens.words))
    if not len(found):  # as of most pairs
        return known, strengths
    kept = [*zip(map(tuple, known.tolist()), strengths, strict=True)]
    for run in sorted(map(tuple, found.tolist()), key=lambda run: (run[0] - run[1], run)):
        if run[1] - run[0] < settings.least_run:
            break
        met = [each for each in kept if _meet(each[0], run)]
        if met and not _goes_on([row for row, _ in met], run):
            continue
        told = _information(a, run[0], run[1], settings)
        if told >= settings.least_information:
            wider = _around([run, *(row for row, _ in met)])
            others = [each for each in kept if each not in met]
            if not any(_meet(row, wider) for row, _ in others):
                kept = [*others, (wider, max([told, *(strength for _, strength in met)]))]
    return np.array([row for row, _ in kept], np.int64).reshape(-1, 4), [strength for _, strength in kept]


def without_notices(
    a: PreparedText, b: PreparedText, known: NDArray[Any], strengths: list[float], settings: RunSettings
) -> tuple[NDArray[Any], list[float]]:
    """The same without short ranges that are notices ("She did not respond to a request for comment") or share
    little but set phrases ("I look forward to working with my colleagues")."""
    from provenance.align.short_copies import is_notice, is_set_phrase

    said = [
        place
        for place, row in enumerate(known.tolist())
        if not (row[1] - row[0] <= settings.longest_notice and is_notice(a, row[0], row[1]))
        and not (row[1] - row[0] <= settings.longest_phrase and is_set_phrase(a, b, row))
    ]
    return (known, strengths) if len(said) == len(strengths) else (known[said], [strengths[place] for place in said])


def _meet(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    from provenance.align.short_copies import meets

    return meets(one[:2], other[:2]) and meets(one[2:], other[2:])


def _around(rows: list[tuple[int, ...]]) -> tuple[int, ...]:
    starts_a, ends_a, starts_b, ends_b = zip(*rows, strict=True)
    return min(starts_a), max(ends_a), min(starts_b), max(ends_b)


def _goes_on(rows: list[tuple[int, ...]], run: tuple[int, ...]) -> bool:
    """Whether the run says more than the ranges that it meets.

    They have words of the run at its own places, as a sentence has that ends inside it, and leave some of the run.
    """
    held = 0
    for a_start, a_end, b_start, b_end in rows:
        starts, ends = (a_start - run[0], b_start - run[2]), (run[1] - a_end, run[3] - b_end)
        if any(max(pair) > 0 and pair[0] != pair[1] for pair in (starts, ends)):
            return False
        held += min(a_end, run[1]) - max(a_start, run[0])
    return run[1] - run[0] - held >= REST


def _information(a: PreparedText, start: int, end: int, settings: RunSettings) -> float:
    """How rare the words of a run are in English, in nats, each stem once; 0 for a notice, a name or a title."""
    from provenance.align.short_copies import is_notice
    from provenance.text.tokens import CAPITALISED

    _, places = np.unique(a.tokens.stems[start:end], return_index=True)
    rarities = a.rarities[start:end][places]
    capitals = a.tokens.traits[start:end][places] & CAPITALISED > 0
    phrases = a.in_set_phrases[start:end][places]
    small = np.count_nonzero(~(capitals | phrases) & (rarities > COMMONEST))
    told = rarities * np.where(capitals, settings.capitals, 1.0) * np.where(phrases, settings.phrases, 1.0)
    information = float(told.sum())
    if end - start >= settings.long_run and information >= settings.long_information:
        least = 0
    else:
        least = settings.least_small if capitals.mean() <= settings.most_capitals else settings.least_beside_names
    return 0.0 if small < least or is_notice(a, start, end) else information
