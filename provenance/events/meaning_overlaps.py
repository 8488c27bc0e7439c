"""How well "made from this one" explains an article by what its sentences mean, in whatever words or language.

Beside `explaining`, which counts words: here the sentences of an article are held against those of every other report
of the event by their codes, and what only one of these says as nearly is what speaks for it. Cosines across languages
are smaller than within one, so reports compete with those in their own language. The measures depend on whole
numbers and a few divisions, so that they are the same on every machine. Nothing here is weighed or decided.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provenance.events.copies import Counted
from provenance.meaning.codes import Codes, all_cosines

Table = NDArray[np.float64]

USUAL = 0.3  # cosine of one more sibling, which stands in where there are few: sentences of two events have .25
CLEARLY, ELSEWHERE = 0.08, 0.10  # cosines by which a sentence is clearly nearer in one report
DIGITS = 9  # of a measure: sums of fractions differ in the last places

AWAY = ("mean", "margin", "above", "votes", "clear", "foreign", "worst", "surplus")
EARLY = ("margin", "votes", "clear", "foreign", "surplus")
MEANT = (
    *(f"meant_{name}" for name in AWAY),
    "meant_back", "meant_order", "meant_mutual",
    *(f"early_meant_{name}" for name in EARLY),
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Near:
    """Two texts by meaning: for each sentence of the first the largest cosine with a sentence of the second or two
    neighbouring ones (`near`), and the number of the nearest single one (`places`); the mean of the same the other
    way (`back`); the part of the first's sentences that are nearest to each other both ways (`mutual`)."""

    near: Table
    places: NDArray[np.int64]
    back: float
    mutual: float


def near(mine: Codes, other: Codes) -> Near:
    """The sentences of a text beside those of another; both have some."""
    found = all_cosines(mine, other)
    best = np.concatenate([found.alone, found.one_to_two], axis=1).max(axis=1)
    back = np.concatenate([found.alone, found.two_to_one], axis=0).max(axis=0)
    places = found.alone.argmax(axis=1)
    mutual = found.alone.argmax(axis=0)[places] == np.arange(len(mine))
    return Near(best, places, float(back.mean()), float(mutual.mean()))


def meant(found: Sequence[Near], siblings: Counted, early: Counted) -> Table:
    """One row for each other report in one language, by MEANT: `found` has the article beside each; `siblings` says
    which of them explain away what the article shares with each other one, `early` the same of those that may have
    been there before the article."""
    if not found:
        return np.zeros((0, len(MEANT)))
    table = np.stack([each.near for each in found], axis=1)
    away = _explained_away(table, siblings)
    before = away if (siblings.flags == early.flags).all() else _explained_away(table, early)
    single = np.array([[each.back, _order(each.places, each.near), each.mutual] for each in found])
    return np.round(np.concatenate([away, single, before[:, [AWAY.index(name) for name in EARLY]]], axis=1), DIGITS)


def _explained_away(table: Table, siblings: Counted) -> Table:
    """The measures of AWAY; `table[s, k]` is how near sentence s is to report k."""
    rows = []
    for at in range(table.shape[1]):
        others = siblings.flags.copy()
        if siblings.own[at] >= 0:
            others[siblings.own[at]] = False
        mine, rest = table[:, at], table[:, others]
        count = rest.shape[1]
        top = rest.max(axis=1) if count else np.full(len(mine), USUAL)
        usual = (rest.sum(axis=1) + USUAL) / (count + 1)
        best = rest.mean(axis=0).max() if count else USUAL
        worst = np.sort(mine - usual)[: max(1, len(mine) // 4)]
        rows.append(
            [
                mine.mean(),
                mine.mean() - max(best, usual.mean()),
                mine.mean() - usual.mean(),
                (mine > top).mean() - 1 / (count + 1),
                (mine > top + CLEARLY).mean(),
                (mine < top - ELSEWHERE).mean(),
                worst.mean(),
                np.maximum(mine - top, 0).mean(),
            ]
        )
    return np.array(rows)


def _order(places: NDArray[np.int64], weights: Table) -> float:
    """Kendall's tau of the order of the nearest sentences, pairs of sentences weighed by how near they are."""
    later = np.sign(places[None, :] - places[:, None])
    upper = np.triu(np.ones(later.shape, np.bool_), 1) & (later != 0)
    weighed = np.outer(np.maximum(weights, 0), np.maximum(weights, 0)) * upper
    total = weighed.sum()
    return float((weighed * later).sum() / total) if total > 0 and len(places) > 2 else 0.0
