"""Puts what the weights found into words, with its weight in nats and the side that it makes the source."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from provenance.lineage import weights
from provenance.lineage.beliefs import Check
from provenance.lineage.choice import NAMED, UNSEEN
from provenance.lineage.features import DIRECTION
from provenance.lineage.times import chance_before
from provenance.model import Article, Evidence, Favours

Table = NDArray[np.float64]

# A day and one of its hours: order by chance alone, between a third and 1.5 nats.
LEAST_LIKELY_ORDER, MOST_LIKELY_ORDER = 0.3, 1.5
_KINDS = {
    "dated": "texts with exact dates",
    "day": "texts dated to the day",
    "mixed": "texts of which some have dates",
    "undated": "texts without dates",
}
LEAST = 0.05  # nats: a reason that moves the odds by less than a twentieth is not told

# Columns of the fitted weights that make one reason, in the order in which they are told.
REASONS: dict[str, tuple[str, ...]] = {
    "publication_time": ("date_order", "date_gap", "date_missing", "first_known_source", "first_known_derived"),
    "credit": ("credit",),
    "own_wording": tuple(name for name in DIRECTION if name.startswith(("owned", "place_"))),
    "longer_original": ("covered", "length", "covered_of_derived", "insertions", "running_on", "omissions"),
    "third_texts": ("nested", "elsewhere", "own_elsewhere", "quoted_elsewhere", "neighbours"),
    "order_of_texts": ("latent",),
}
_MASK = np.array([[name in columns for columns in REASONS.values()] for name in DIRECTION], np.float64)


def reasons(contributions: Table) -> Table:
    """Nats of each reason of `REASONS` for "A is the source" against "B is", a row a pair."""
    return np.asarray(contributions @ _MASK)


def direction_evidence(a: Article, b: Article, nats: Sequence[float], named: Sequence[str | None]) -> list[Evidence]:
    """One piece of evidence a reason; `named[side]` are words of that text which name the other's author."""
    found = []
    for kind, value in zip(REASONS, nats, strict=True):
        if abs(value) < LEAST:
            continue
        favours: Favours = "a" if value > 0 else "b"
        source, other = (a, b) if value > 0 else (b, a)
        if kind == "publication_time":
            detail = _order_in_time(source, other)
        elif kind == "credit":
            words = named[1] if value > 0 else named[0]
            detail = f"{other.label} names {words or 'the other'}, the author or outlet of {source.label}"
        elif kind == "own_wording":
            detail = f"the shared wording reads like {source.label}'s own, and like something quoted in {other.label}"
        elif kind == "longer_original":
            detail = f"{source.label} says more around and between the shared passages than {other.label}"
        elif kind == "third_texts":
            detail = f"further texts share with {source.label} what {other.label} lacks"
        else:
            detail = f"taking all links together, {source.label} comes before {other.label}"
        found.append(Evidence(kind, favours, round(abs(value), 3), detail))
    return found


def date_evidence(a: Article, b: Article, *, decided: bool = False) -> list[Evidence]:
    """What is known of the dates where they give no order: one missing, both missing, or no order between them."""
    one, two = a.published, b.published
    if one and two:
        if one.latest < two.earliest or two.latest < one.earliest:
            return [] if decided else [Evidence("publication_time", "none", 0.0, f"{_said(a)}, {_said(b)}")]
        detail = f"{_said(a)} and {_said(b)}: which came first is not known"
    elif one or two:
        dated, other = (a, b) if one else (b, a)
        detail = f"only one has a date: {_said(dated)}; {other.label} has none, so dates say nothing of the order"
    else:
        detail = "neither has a date"
    return [Evidence("publication_time", "none", 0.0, detail)]


def likely_order(a: Article, b: Article) -> list[Evidence]:
    """The likelier order of two dates whose intervals overlap, such as a day and an hour of it."""
    one, two = a.published, b.published
    if one is None or two is None or one.latest < two.earliest or two.latest < one.earliest:
        return []
    chance = chance_before(one, two)
    nats = min(MOST_LIKELY_ORDER, abs(math.log((chance + 1e-9) / (1 - chance + 1e-9))))
    if nats < LEAST_LIKELY_ORDER:
        return []
    first, second = (a, b) if chance > 0.5 else (b, a)
    detail = f"{_said(first)} and {_said(second)}: the former was more likely first"
    return [Evidence("likely_order", "a" if first is a else "b", round(nats, 3), detail)]


def common_evidence(utilities: Sequence[float], third: Article | None, naming: float) -> list[Evidence]:
    """What speaks for a common source, and how sure its name is (kind "common_source_named", weight = log odds)."""
    both = float(np.logaddexp(utilities[NAMED], utilities[UNSEEN])) - max(utilities[0], utilities[1])
    if third is None or both < LEAST:
        return []
    detail = f"{third.label} holds the shared words as well and is their earliest known holder outside the two"
    found = [Evidence("third_holder", "common", round(both, 3), detail)]
    nats = float(np.log(naming / (1 - naming))) if 0 < naming < 1 else 0.0
    if nats > 0:
        detail = f"{third.label} is the source of both with confidence {naming:.2f}, if they have a common one"
        found.append(Evidence("common_source_named", "common", nats, detail))
    return found


def weights_evidence(regime: int, check: Check) -> Evidence:
    """Which weights spoke, and how they were checked."""
    name = weights.REGIMES[regime]
    about = {
        "fits": f"they agree with {check.agreeing} of {check.links} dated links here",
        "same kind": "the texts are of the kind that they were fitted on",
        "refitted": f"they agreed with only {check.agreeing} of {check.links} dated links and were refitted on those",
        "unchecked": "there are too few dated links here to check them, so wording alone decides little",
        "disagrees": f"they agree with only {check.agreeing} of {check.links} dated links, so wording decides little",
    }[check.verdict]
    return Evidence("weights", "none", 0.0, f"reasons were weighed as for {_KINDS.get(name, name)}; {about}")


def _order_in_time(source: Article, other: Article) -> str:
    one, two = source.published, other.published
    if one and two and one.latest < two.earliest:
        return f"{_said(source)}; {_said(other)}, {_lapse(two.earliest - one.latest)} later"
    if one and two and two.latest < one.earliest:
        return f"{_said(other)} first, but {source.label} is the earlier holder of more of the shared words"
    return f"{source.label} is the earliest known holder of more of the shared words"


def _said(article: Article) -> str:
    time = article.published
    if time is None:
        return f"{article.label} has no date"
    how = "" if time.how == "given" else f", {time.how}"
    exact = f"to the {time.precision}" if time.precision not in ("second", "minute") else ""
    note = ", ".join(part for part in (exact, how.lstrip(", ")) if part)
    return f"{article.label} is dated {time.written}" + (f" ({note})" if note else "")


def _lapse(seconds: float) -> str:
    if seconds < 90:
        return f"{max(0, round(seconds))} seconds"
    for size, name in ((86400.0 * 2, "days"), (3600.0 * 2, "hours")):
        if seconds >= size:
            return f"{seconds / (size / 2):.0f} {name}"
    return f"{seconds / 60:.0f} minutes"
