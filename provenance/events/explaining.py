"""How well "made from this one" explains an article, beside all others that report the same event.

A shared quotation explains nothing when five outlets have it; a fact that only these two report explains much. The
others count whenever they appeared: later ones, too, show what was public. The measures are exact sums of whole
numbers, so that they are the same on every machine and in every portion. Nothing here is weighed or decided.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from provenance.events.telling import Hashes, Numbers, Telling
from provenance.text.common_words import UNKNOWN

Table = NDArray[np.float64]
Held = NDArray[np.bool_]
Near = Callable[[Telling, Telling], Table]  # how each sentence of the first is told by the second

# One more sibling, which shares this part, stands in where there are few.
USUAL = 0.4
TAKEN = 0.75  # chance that what a text tells was told by the text that it was made from
MOST_OTHERS = 11  # siblings beyond these do not count further: no more were seen where the weights were fitted

CLEARLY, ELSEWHERE = 0.08, 0.12  # cosines by which a sentence is told clearly nearer in one article
EXAMPLES = 4  # facts that only two articles tell which are shown

FAMILIES = ("fact", "word", "gram", "quote")
MEASURES = ("shared", "margin", "above", "alone", "exclusive", "foreign", "gain")
SENTENCES = ("mean", "margin", "above", "votes", "clear", "foreign", "worst")
# Measures that are taken twice: the second time only siblings that may have been there before explain away.
EARLY = (
    "told_votes", "told_margin", "told_clear", "gram_gain", "gram_exclusive", "gram_margin", "fact_gain",
    "fact_margin", "fact_alone", "fact_lift", "quote_gain", "quote_exclusive",
)  # fmt: skip
COLUMNS = (
    *(f"{family}_{measure}" for family in FAMILIES for measure in MEASURES),
    *(f"told_{measure}" for measure in SENTENCES),
    "fact_back", "word_back", "gram_back", "told_back", "fact_lift", "gram_run", "quote_none", "quote_longer",
    "quote_same_cut", "size_ratio", "size_others",
    *(f"early_{name}" for name in EARLY),
)  # fmt: skip


class World(NamedTuple):
    """An article and those that may explain it. `siblings[i]` says whether others[i] is one of the nearest reports of
    the event, which explain away what the article shares with each other one; `early[i]` whether it may have been
    there before the article. `near` is `nearest`, or one that remembers: both reports of a pair ask for both orders.
    """

    article: Telling
    others: Sequence[Telling]
    siblings: NDArray[np.bool_]
    early: NDArray[np.bool_]
    near: Near | None = None


def explained(world: World) -> Table:
    """One row for each of `world.others`: how well "made from that one" explains the article, by COLUMNS."""
    mine, others = world.article, world.others
    if not others:
        return np.zeros((0, len(COLUMNS)))
    siblings = world.siblings.astype(np.int64)
    held = {
        "fact": held_by(mine.facts, [each.words for each in others]),
        "word": held_by(mine.plain, [each.words for each in others]),
        "gram": held_by(mine.grams, [each.grams for each in others]),
        "quote": held_by(mine.quoted, [each.quoted for each in others]),
    }
    ones = np.full(max(len(mine.grams), len(mine.quoted)), UNKNOWN, np.int64)
    weights = {
        "fact": mine.fact_weights,
        "word": mine.plain_weights,
        "gram": ones[: len(mine.grams)],
        "quote": ones[: len(mine.quoted)],
    }
    ask = world.near or nearest
    near = np.stack([ask(mine, each) for each in others], axis=1)
    back = np.array([float(ask(each, mine).mean()) if len(each.sentences) > 1 else 0.0 for each in others])
    facts = _facts_of_all(mine.facts, [each.facts for each in others])
    columns = _explained_away(siblings, held, weights, near, facts)
    columns |= {
        "fact_back": _back([each.facts for each in others], [each.fact_weights for each in others], mine.words),
        "word_back": _back([each.plain for each in others], [each.plain_weights for each in others], mine.words),
        "gram_back": _back(
            [each.grams for each in others], [np.ones(len(each.grams), np.int64) for each in others], mine.grams
        ),
        "told_back": back,
        "gram_run": _longest_run(held["gram"], mine.gram_places),
        "quote_none": np.full(len(others), float(not len(mine.quoted))),
        "size_ratio": np.log(max(1, mine.length) / np.maximum(1, np.array([each.length for each in others]))),
        "size_others": np.log1p(np.minimum(MOST_OTHERS, siblings.sum() - siblings)),
    }
    columns["quote_longer"], columns["quote_same_cut"] = _cuts(mine, others, held["quote"], siblings)
    early = siblings * world.early
    before = columns if (early == siblings).all() else _explained_away(early, held, weights, near, facts)
    columns |= {f"early_{name}": before[name] for name in EARLY}
    return np.stack([columns[name] for name in COLUMNS], axis=1)


def _explained_away(
    siblings: Numbers,
    held: Mapping[str, Held],
    weights: Mapping[str, Numbers],
    near: Table,
    facts: tuple[Numbers, Numbers],
) -> dict[str, Table]:
    """The measures that depend on which siblings explain away what is shared."""
    found: dict[str, Table] = {}
    for family in FAMILIES:
        found |= {
            f"{family}_{name}": each for name, each in _explaining(held[family], weights[family], siblings).items()
        }
    found |= {f"told_{name}": each for name, each in _sentences(near, siblings).items()}
    found["fact_lift"] = _lift(*facts, siblings)
    return found


def told_alike(article: Telling, others: Sequence[Telling]) -> Table:
    """How far each other article tells the same: the mean, 0 to 1, of the parts that the two share of each other's
    content words, and of each other's names and figures, by rarity."""
    parts = [
        _part(article.plain, article.plain_weights, [each.words for each in others]),
        _part(article.facts, article.fact_weights, [each.words for each in others]),
        _back([each.plain for each in others], [each.plain_weights for each in others], article.words),
        _back([each.facts for each in others], [each.fact_weights for each in others], article.words),
    ]
    return np.asarray(np.stack(parts).sum(axis=0) / len(parts))


def _part(mine: Hashes, weights: Numbers, sets: Sequence[Hashes]) -> Table:
    return np.asarray((weights @ held_by(mine, sets).astype(np.int64)) / max(1, int(weights.sum())))


def of_two(world: World) -> list[tuple[tuple[int, int], ...]]:
    """For each of `world.others`: where the article tells facts that of all siblings only that one tells, too.

    Characters of the first mention, the rarest facts first, EXAMPLES at most.
    """
    mine = world.article
    held = held_by(mine.facts, [each.words for each in world.others])
    holding = held.astype(np.int64)
    siblings = world.siblings.astype(np.int64)
    alone = held & (((holding @ siblings)[:, None] - holding * siblings) == 0)
    order = np.lexsort((mine.fact_spans[:, 0], -mine.fact_weights))
    found = []
    for column in range(len(world.others)):
        chosen = order[alone[order, column]][:EXAMPLES]
        found.append(tuple((int(start), int(end)) for start, end in mine.fact_spans[chosen].tolist()))
    return found


def held_by(values: Hashes, sets: Sequence[Hashes]) -> Held:
    """`[i, j]`: whether values[i] is in the ascending sets[j]."""
    held = np.zeros((len(values), len(sets)), np.bool_)
    for column, each in enumerate(sets):
        if len(each):
            places = np.searchsorted(each, values)
            places[places == len(each)] = 0
            held[:, column] = each[places] == values
    return held


def _explaining(held: Held, weights: Numbers, siblings: Numbers) -> dict[str, Table]:
    """MEASURES of one family, each with a number for every other article."""
    total = float(max(1, weights.sum()))
    count = siblings.sum() - siblings
    holding = held.astype(np.int64)
    shared = weights @ holding
    holders = (holding @ siblings)[:, None] - holding * siblings
    top, usual = _best_others(shared / total, siblings)
    here = shared / total
    exclusive = (weights @ (holding * (holders == 0))) / UNKNOWN
    foreign = (weights @ ((1 - holding) * (holders > 0))) / total
    gain = np.zeros(len(siblings))
    for few in range(int(holders.max(initial=0)) + 1):
        told = weights @ (holding * (holders == few))
        gain += told * np.log(TAKEN / ((few + USUAL) / (count + 4 * USUAL)))
    gain = gain / total + foreign * np.log(1 - TAKEN)
    return {
        "shared": here,
        "margin": here - np.maximum(top, usual),
        "above": here - usual,
        "alone": np.log1p(exclusive),
        "exclusive": exclusive * UNKNOWN / total,
        "foreign": foreign,
        "gain": gain,
    }


def _best_others(values: Table, siblings: Numbers) -> tuple[Table, Table]:
    """For each article: the largest of the values of the other siblings, and what they have on average."""
    among = np.where(siblings > 0, values, -np.inf)
    order = np.argsort(-among, kind="stable")
    best = among[order[0]] if len(order) else 0.0
    second = among[order[1]] if len(order) > 1 else -np.inf
    top = np.full(len(values), best)
    if len(order):
        top[order[0]] = second
    count = siblings.sum() - siblings
    usual = ((values * siblings).sum() - values * siblings + USUAL) / (count + 1)
    return np.where(np.isinf(top), 0.0, top), usual


def _best_other_of_each(near: Table, siblings: Numbers) -> Table:
    """For each sentence and article: the largest cosine with another sibling, 0 where there is none."""
    among = np.where(siblings > 0, near, -np.inf)
    rows = np.arange(len(near))
    best = np.argmax(among, axis=1)
    top = np.repeat(among[rows, best][:, None], near.shape[1], axis=1)
    among[rows, best] = -np.inf
    top[rows, best] = among.max(axis=1)
    return np.where(np.isinf(top), 0.0, top)


def _back(sets: Sequence[Hashes], weights: Sequence[Numbers], mine: Hashes) -> Table:
    """The part of what each other article tells that this one tells, too, by weight."""
    found = np.zeros(len(sets))
    for place, (each, heavy) in enumerate(zip(sets, weights, strict=True)):
        inside = held_by(each, [mine])[:, 0]
        found[place] = int(heavy[inside].sum()) / max(1, int(heavy.sum()))
    return found


def _facts_of_all(mine: Hashes, sets: Sequence[Hashes]) -> tuple[Numbers, Numbers]:
    """Of all facts that others tell, which of them tell each, and whether this article does: 1 or 0."""
    known = np.unique(np.concatenate([np.empty(0, np.uint64), *sets]))
    return held_by(known, sets).astype(np.int64), held_by(known, [mine])[:, 0].astype(np.int64)


def _lift(holding: Numbers, own: Numbers, siblings: Numbers) -> Table:
    """Do the two choose the same facts of those that the other siblings report? Log odds ratio over its error.

    Two long articles share many facts and two short ones few; this counts what they share beyond that.
    """
    told = ((holding @ siblings)[:, None] - holding * siblings) > 0
    both = (told * holding * own[:, None]).sum(axis=0)
    theirs = (told * holding).sum(axis=0) - both
    here = (told * own[:, None]).sum(axis=0) - both
    neither = told.sum(axis=0) - both - theirs - here
    cells = np.stack([both, neither, theirs, here]) + 0.5
    odds = np.log(cells)
    lift = (odds[0] + odds[1] - odds[2] - odds[3]) / np.sqrt((1 / cells).sum(axis=0))
    return np.asarray(np.where(told.sum(axis=0) < 5, 0.0, lift))


def _longest_run(held: Held, places: Numbers) -> Table:
    """The logarithm of the words in the longest run outside quotation marks that the other has, 4 at least."""
    found = np.full(held.shape[1], 4)
    inside = places >= 0
    for column in np.flatnonzero(held.any(axis=0)).tolist():
        hits = np.zeros(len(places) + 2, np.int64)
        hits[1:-1][inside] = held[places[inside], column]
        edges = np.flatnonzero(np.diff(hits)).reshape(-1, 2)
        found[column] = max(4, int((edges[:, 1] - edges[:, 0]).max(initial=0)) + 2)
    return np.asarray(np.log(found))


def _cuts(mine: Telling, others: Sequence[Telling], held: Held, siblings: Numbers) -> tuple[Table, Table]:
    """Quotations of which this article has more than the other, and those that both and no sibling cut at one place
    (logarithms of counts of ends)."""
    longer = np.zeros(len(others))
    alike = np.zeros(len(others))
    if not len(mine.cuts):
        return longer, alike
    firsts, lasts = mine.cuts[:, 0], mine.cuts[:, 1]
    shared = held[firsts] | held[lasts]
    longer = (shared * (~held[firsts]).astype(np.int64) + shared * ~held[lasts]).sum(axis=0)
    for ends, side in ((firsts, 0), (lasts, 1)):
        cut = held_by(mine.quoted[ends], [np.sort(each.quoted[each.cuts[:, side]]) for each in others])
        elsewhere = (cut.astype(np.int64) @ siblings)[:, None] - cut * siblings
        alike += (cut & (elsewhere == 0)).sum(axis=0)
    return np.log1p(longer), np.log1p(alike)


def _sentences(near: Table, siblings: Numbers) -> dict[str, Table]:
    """How each sentence (a row of `near`) is told by the nearest sentence, or two neighbours, of each other one."""
    count = siblings.sum() - siblings
    if not len(near):
        return dict.fromkeys(SENTENCES, np.zeros(len(siblings)))
    mean = near.mean(axis=0)
    top_mean, usual = _best_others(mean, siblings)
    top = _best_other_of_each(near, siblings)
    total = (near * siblings).sum(axis=1)[:, None]
    average = np.where(count > 0, (total - near * siblings) / np.maximum(1, count), USUAL)
    quarter = max(1, len(near) // 4)
    return {
        "mean": mean,
        "margin": mean - np.where(count > 0, top_mean, USUAL),
        "above": mean - usual,
        "votes": (near > top).mean(axis=0) - 1 / (count + 1),
        "clear": (near > top + CLEARLY).mean(axis=0),
        "foreign": (near < top - ELSEWHERE).mean(axis=0),
        "worst": np.sort(near - average, axis=0)[:quarter].mean(axis=0),
    }


def nearest(mine: Telling, other: Telling) -> Table:
    """For each sentence of `mine`, the largest cosine with a sentence of `other` or two neighbouring ones."""
    count, theirs = len(mine.sentences) - 1, len(other.sentences) - 1
    if count <= 0 or theirs <= 0:
        return np.zeros(max(0, count))
    # All numbers are whole and below 2^53, so that sums of them are exact in any order; products of whole numbers
    # take five times as long.
    square = np.minimum(UNKNOWN, mine.word_weights).astype(np.float64) ** 2
    here = _incidence(mine.sentence_words, mine.sentences, len(mine.words))
    at = held_places(other.words, mine.words)
    there = np.zeros((theirs, len(mine.words) + 1))
    owner = np.repeat(np.arange(theirs), np.diff(other.sentences))
    there[owner, at[other.sentence_words]] = 1
    there = there[:, :-1]
    # Norms count all of the other's words, those that this article lacks as well.
    mass = np.bincount(owner, other.word_weights[other.sentence_words] ** 2, theirs)
    if theirs > 1:
        there = np.vstack([there, np.maximum(there[1:], there[:-1])])
        mass = np.concatenate([mass, mass[1:] + mass[:-1]])
    # Not a library's product of matrices: it starts threads for each of these small ones, for a third more work.
    common = np.einsum("sw,tw->st", here * square, there)
    own = np.einsum("sw,w->s", here, square)
    return np.asarray((common / np.sqrt(np.outer(np.maximum(1, own), np.maximum(1, mass)))).max(axis=1))


def held_places(values: Hashes, among: Hashes) -> Numbers:
    """The place of each value in the ascending `among`; its length for a value that it lacks."""
    if not len(among):
        return np.zeros(len(values), np.int64)
    places = np.searchsorted(among, values)
    places[places == len(among)] = 0
    return np.where(among[places] == values, places, len(among))


def _incidence(numbers: Numbers, bounds: Numbers, width: int) -> Table:
    found = np.zeros((len(bounds) - 1, width))
    found[np.repeat(np.arange(len(bounds) - 1), np.diff(bounds)), numbers] = 1
    return found
