"""How well "made from this one" explains an article, beside all others that report the same event.

A shared quotation explains nothing when five outlets have it; a fact that only these two report explains much. The
others count whenever they appeared: later ones, too, show what was public. The measures are exact sums of whole
numbers, so that they are the same on every machine and in every portion. Nothing here is weighed or decided.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provenance.events.copies import Counted, Numbers, counted_once, numbered
from provenance.events.kernels import explaining as kernel
from provenance.events.kernels.explaining import Constants, Siblings
from provenance.events.overlaps import Beside, beside
from provenance.events.telling import Telling
from provenance.kernels.signatures import made
from provenance.text.common_words import UNKNOWN

Table = NDArray[np.float64]
Flags = NDArray[np.bool_]

# One more sibling, which shares this part, stands in where there are few.
USUAL = 0.4
TAKEN = 0.75  # chance that what a text tells was told by the text that it was made from
MOST_OTHERS = 11  # siblings beyond these do not count further: no more were seen where the weights were fitted

CLEARLY, ELSEWHERE = 0.08, 0.12  # cosines by which a sentence is told clearly nearer in one article
EXAMPLES = 4  # facts that only two articles tell which are shown

LEAST_CHOICE = 5  # facts that other siblings tell: of fewer, a choice says nothing

FAMILIES = ("fact", "word", "gram", "quote")
# The order of these is that of the columns in `kernels/explaining`.
MEASURES = ("shared", "margin", "above", "alone", "exclusive", "foreign", "gain")
SENTENCES = ("mean", "margin", "above", "votes", "clear", "foreign", "worst")
# Measures that are taken twice: the second time only siblings that may have been there before explain away.
EARLY = (
    "told_votes", "told_margin", "told_clear", "gram_gain", "gram_exclusive", "gram_margin", "fact_gain",
    "fact_margin", "fact_alone", "fact_lift", "quote_gain", "quote_exclusive",
)  # fmt: skip
# What depends on which siblings explain away, in the order of `_explained_away`.
AWAY = (
    *(f"{family}_{measure}" for family in FAMILIES for measure in MEASURES),
    *(f"told_{measure}" for measure in SENTENCES),
    "fact_lift",
)  # fmt: skip
COLUMNS = (
    *AWAY[:-1],
    "fact_back", "word_back", "gram_back", "told_back", "fact_lift", "gram_run", "quote_none", "quote_longer",
    "quote_same_cut", "size_ratio", "size_others",
    *(f"early_{name}" for name in EARLY),
)  # fmt: skip
_ALONE = [AWAY.index(f"{family}_alone") for family in FAMILIES]
_EARLY = [AWAY.index(name) for name in EARLY]


@dataclass(frozen=True)
class World:
    """An article and those that may explain it. `siblings[i]` says whether others[i] is one of the nearest reports of
    the event, which explain away what the article shares with each other one; `early[i]` whether it may have been
    there before the article. Copies of one text explain away as one, and what they share with the article not at all.
    """

    article: Telling
    others: Sequence[Telling]
    siblings: Flags
    early: Flags

    @functools.cached_property
    def beside(self) -> Beside:
        """What the article and each of the others have in common."""
        return beside(self.article, self.others)

    @functools.cached_property
    def texts(self) -> Numbers:
        """Which of the others are one text: see `copies.numbered`."""
        return numbered(self.article, self.others)

    @functools.cached_property
    def counted(self) -> Counted:
        """The siblings, of copies one."""
        return self.once(self.siblings)

    def once(self, siblings: Flags) -> Counted:
        """Some siblings, of copies one."""
        return counted_once(siblings, self.texts, [each.length for each in self.others])


def explained(world: World) -> Table:
    """One row for each of `world.others`: how well "made from that one" explains the article, by COLUMNS."""
    mine, others = world.article, world.others
    if not others:
        return np.zeros((0, len(COLUMNS)))
    siblings, early = world.counted, world.siblings & world.early
    away = _explained_away(world, siblings)
    before = away if (early == world.siblings).all() else _explained_away(world, world.once(early))
    further = siblings.flags.sum() - (siblings.own >= 0)
    runs, cuts = np.zeros(len(others), np.int64), np.zeros((2, len(others)), np.int64)
    kernel.longest_runs(mine.gram_places, world.beside.grams, runs)
    kernel.count_cuts(mine.cuts, world.beside.quoted, _laid_out(siblings), cuts)
    lengths = np.array([each.length for each in others])
    single = np.stack([
        away[:, -1],
        np.log(runs),
        np.full(len(others), float(not len(mine.quoted))),
        *np.log1p(cuts),
        np.log(max(1, mine.length) / np.maximum(1, lengths)),
        np.log1p(np.minimum(MOST_OTHERS, further)),
    ], axis=1)  # fmt: skip
    return np.concatenate([away[:, :-1], world.beside.back, single, before[:, _EARLY]], axis=1)


def of_two(world: World) -> list[tuple[tuple[int, int], ...]]:
    """For each of `world.others`: where the article tells facts that of all siblings only that one tells, too.

    Characters of the first mention, the rarest facts first, EXAMPLES at most.
    """
    mine = world.article
    order = np.lexsort((mine.fact_spans[:, 0], -mine.fact_weights))
    chosen = np.empty((len(world.others), EXAMPLES), np.int64)
    words = np.searchsorted(mine.words, mine.facts[order])
    kernel.only_two(words, world.beside.words, _laid_out(world.counted), chosen)
    spans = [(start, end) for start, end in mine.fact_spans[order].tolist()]
    return [tuple(spans[place] for place in row if place >= 0) for row in chosen.tolist()]


def _explained_away(world: World, counted: Counted) -> Table:
    """A row for each other article of the measures that depend on which siblings explain away what is shared."""
    mine, found = world.article, world.beside
    many, sentences = len(world.others), len(found.near)
    siblings = _laid_out(counted)
    away = np.zeros((many, len(AWAY)))
    nearer = np.empty((sentences, many))
    means = found.near.mean(axis=0) if sentences else np.zeros(many)
    kernel.explain(mine.laid_out, found.laid_out, means, siblings, _constants(), away, nearer)
    away[:, _ALONE] = np.log1p(away[:, _ALONE])
    if sentences:
        away[:, AWAY.index("told_worst")] = nearer[: max(1, sentences // 4)].mean(axis=0)
    choices = np.zeros((4, many), np.int64)
    facts = [each.facts for each in world.others]
    owners = np.repeat(np.arange(many), [len(each) for each in facts])
    kernel.count_choices(np.concatenate(facts), owners, mine.facts, siblings, choices)
    away[:, -1] = _lift(choices)
    return away


def _laid_out(siblings: Counted) -> Siblings:
    count = int(siblings.flags.sum())
    return made(Siblings, siblings.flags.view(np.uint8), siblings.own, count, _nats(count))


def _lift(choices: NDArray[np.int64]) -> Table:
    """Do the two choose the same facts of those that the other siblings report? Log odds ratio over its error.

    Two long articles share many facts and two short ones few; this counts what they share beyond that.
    """
    cells = choices + 0.5
    odds = np.log(cells)
    lift = (odds[0] + odds[1] - odds[2] - odds[3]) / np.sqrt((1 / cells).sum(axis=0))
    return np.asarray(np.where(choices.sum(axis=0) < LEAST_CHOICE, 0.0, lift))


@functools.cache
def _nats(count: int) -> Table:
    """The nats of what the other tells that so many of `count` siblings tell, a row for each number: in the first
    column of an article that is none of the siblings, in the second of one that is."""
    few, among = np.arange(count + 1)[:, None], np.array([count, count - 1])
    return np.ascontiguousarray(np.log(TAKEN / ((few + USUAL) / (among + 4 * USUAL))))


@functools.cache
def _constants() -> Constants:
    return made(Constants, USUAL, UNKNOWN, CLEARLY, ELSEWHERE, float(np.log(1 - TAKEN)))
