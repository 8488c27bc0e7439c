"""Evidence from dates, from the fitted weights, and from how few or common the shared words are.

Each function returns entries of `provenance.model.evidence`, each with its weight in nats (log odds) and the side
that it makes the source. Nothing here decides a relation, and nothing is put into words.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from provenance.lineage import weights
from provenance.lineage.choice import NAMED, UNSEEN
from provenance.lineage.features import DIRECTION
from provenance.lineage.times import PairTimes
from provenance.lineage.wording_check import Check
from provenance.model import Article, Evidence
from provenance.model.evidence import (
    CommonSourceNamed,
    Credit,
    LikelyOrder,
    LongerOriginal,
    OrderOfTexts,
    OwnWording,
    PublicationTimes,
    Thin,
    ThirdHolder,
    ThirdTexts,
    WeightsUsed,
    WidelyHeld,
    WordsMayBeLater,
)
from provenance.model.evidence_kinds import Arguments

Table = NDArray[np.float64]

# Weight of a chance order, such as of a day and one of its hours: between a third and 2.5 nats (odds of 12 to 1).
LEAST_LIKELY_ORDER, MOST_LIKELY_ORDER = 0.3, 2.5
LEAST = 0.05  # nats: a reason that moves the odds by less than a twentieth is left out
ENOUGH_WORDS = 25  # shared words beside names: fewer of them may be a set phrase

# The columns of the fitted weights that make one reason, in the order in which reasons are listed.
REASONS: dict[type[Arguments], tuple[str, ...]] = {
    PublicationTimes: ("date_order", "date_gap", "date_missing", "first_known_source", "first_known_derived"),
    Credit: ("credit",),
    OwnWording: tuple(name for name in DIRECTION if name.startswith(("owned", "place_"))),
    LongerOriginal: ("covered", "length", "covered_of_derived", "insertions", "running_on", "omissions"),
    ThirdTexts: ("nested", "elsewhere", "own_elsewhere", "quoted_elsewhere", "neighbours"),
    OrderOfTexts: ("inferred_order",),
}
_MASK = np.array([[name in columns for columns in REASONS.values()] for name in DIRECTION], np.float64)


def reasons(contributions: Table) -> Table:
    """`log_odds[i, j]`: what reason j of `REASONS` adds for pair i to "A is the source" against "B is", in nats."""
    return np.asarray(contributions @ _MASK)


def direction_evidence(times: PairTimes, nats: Sequence[float], named: Sequence[str | None]) -> list[Evidence]:
    """One piece of evidence per reason; `named[side]` are words of that text which name the other's author."""
    found = []
    for entry, value in zip(REASONS, nats, strict=True):
        if abs(value) < LEAST:
            continue
        arguments: Arguments
        if entry is PublicationTimes:
            arguments = PublicationTimes(times.a_time, times.b_time)
        elif entry is Credit:
            arguments = Credit(named[1] if value > 0 else named[0])
        else:
            arguments = entry()
        found.append(Evidence(arguments, "a" if value > 0 else "b", round(abs(value), 3)))
    return found


def date_evidence(times: PairTimes, *, decided: bool = False) -> list[Evidence]:
    """Both dates, for a reader: left out where they give an order that was weighed already (`decided`).

    Where what is shared may be newer than a date, that is said in any case.
    """
    found = [Evidence(WordsMayBeLater(*times.changed), "none", 0.0)] if any(times.changed) else []
    if decided and times.ordered:
        return found
    return [Evidence(PublicationTimes(times.a_time, times.b_time), "none", 0.0), *found]


def likely_order(times: PairTimes, trusted: float = 1.0) -> list[Evidence]:
    """The likelier order of two dates that are in none for sure, such as a day and an hour of it.

    `trusted` is how likely both dates are those of the publications, 0 to 1.
    """
    one, two = times.a_time, times.b_time
    if one is None or two is None or times.ordered:
        return []
    chance = 0.5 + (times.a_first - 0.5) * trusted
    nats = min(MOST_LIKELY_ORDER, abs(math.log((chance + 1e-9) / (1 - chance + 1e-9))))
    if nats < LEAST_LIKELY_ORDER:
        return []
    return [Evidence(LikelyOrder(one, two), "a" if chance > 0.5 else "b", round(nats, 3))]


def believed_dates(nats: float, trusted: float) -> float:
    """What dates say of the direction, in nats, no surer than it is that they are those of the publications."""
    if trusted >= 1:
        return nats
    limit = math.log((1 + trusted) / (1 - trusted)) if trusted > 0 else 0.0
    return max(-limit, min(limit, nats))


def common_evidence(utilities: Sequence[float], third: Article | None, naming: float) -> list[Evidence]:
    """What speaks for a common source, and how sure its name is (`naming`, a probability)."""
    both = float(np.logaddexp(utilities[NAMED], utilities[UNSEEN])) - max(utilities[0], utilities[1])
    if third is None or both < LEAST:
        return []
    found = [Evidence(ThirdHolder(third.id), "common", round(both, 3))]
    nats = float(np.log(naming / (1 - naming))) if 0 < naming < 1 else 0.0
    if nats > 0:
        found.append(Evidence(CommonSourceNamed(third.id, naming), "common", nats))
    return found


def weights_evidence(regime: int, check: Check) -> Evidence:
    """Which weights were used, and how they were checked."""
    return Evidence(WeightsUsed(weights.REGIMES[regime], check.verdict, check.agreeing, check.links), "none", 0.0)


def thin_evidence(small_words: Sequence[float]) -> list[Evidence]:
    """Evidence that so little is shared, names aside, that it may come from anywhere ("Department of Education").

    `small_words` are the shared words without capitals in A and in B.
    """
    words = min(round(number) for number in small_words)
    if words >= ENOUGH_WORDS:
        return []
    return [Evidence(Thin(words), "common", round(weights.news()["thin"] * (1 - words / ENOUGH_WORDS), 3))]


def widely_held_evidence(others: float, copied: float) -> list[Evidence]:
    """Evidence that further articles share the same statements and facts, with hardly any copied prose.

    `others` is how many they are. Each of them, or a source of all, may be the source of the later article. `copied`,
    0 to 1, as in `credits.weigh_mentions`.
    """
    nats = weights.news()["widely_held"] * math.log1p(others) * (1 - copied)
    return [] if nats < LEAST else [Evidence(WidelyHeld(others), "common", round(nats, 3))]
