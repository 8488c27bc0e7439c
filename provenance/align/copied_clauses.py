"""Clauses that a text in another language than English has word for word from another: long sentences hide them.

The sentence pass weighs a pair of sentences by what each holds besides; it was measured on English, whose sentences
are shorter and of whose words it is known how rare they are. Elsewhere runs of equal words are looked for directly.
Texts in English, and texts whose language nobody knows, never come here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from provenance.align.short_copies import equal_runs, meets
from provenance.languages.word_lengths import TOKENS_PER_WORD

if TYPE_CHECKING:
    from provenance.align.prepared_text import PreparedText
    from provenance.config.align import ClauseSettings


def copied_clauses(
    a: PreparedText, b: PreparedText, known: NDArray[Any], settings: ClauseSettings
) -> tuple[NDArray[np.int64], list[float]]:
    """Runs of equal words that no range of `known` meets, ascending in A: rows (A start, A end, B start, B end) in
    words, and the information of each in nats. Of runs that meet, the longest is kept."""
    least = round(words_per_word(a, b) * settings.least_run)
    rows: list[tuple[int, int, int, int]] = []
    told: dict[tuple[int, int, int, int], float] = {}
    for run in sorted(equal_runs(a.tokens.words, b.tokens.words, least), key=lambda run: (run[0] - run[1], run)):
        taken = [*known.tolist(), *rows]
        if any(meets(run[:2], row[:2]) and meets(run[2:], row[2:]) for row in taken):
            continue
        information = _information(a, run[0], run[1])
        if information >= settings.least_information:
            rows.append(run)
            told[run] = information
    rows.sort()
    return np.array(rows, np.int64).reshape(-1, 4), [told[row] for row in rows]


def words_per_word(a: PreparedText, b: PreparedText) -> float:
    """How many words of the program make one of a reader: more than one where scripts part no words."""
    return max(TOKENS_PER_WORD.get(side.language or "", 1.0) for side in (a, b))


def _information(a: PreparedText, start: int, end: int) -> float:
    """How rare the words [start, end) are, in nats, each once."""
    _, places = np.unique(a.tokens.words[start:end], return_index=True)
    return float(a.rarities[start:end][places].sum())
