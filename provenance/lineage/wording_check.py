"""Whether the weights for wording may be trusted on these texts: checked on dated links, or else by the kind of text.

Weights of one kind of text can be confidently wrong about another. Where enough links have dates that are far apart,
wording must agree with them; where they have not, texts must be like those that the weights were fitted on. One
article with its candidates is checked on its own links, an archive on a sample of its links (`audit.checking`), so
that the answer for a pair does not depend on which other pairs are judged beside it. Nothing here weighs a pair.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from provenance.config.lineage import LineageSettings
from provenance.events.linear import probabilities, weighed
from provenance.lineage import weights
from provenance.lineage.choice import BACKWARD, FORWARD
from provenance.lineage.features import Features
from provenance.model.appearance import HOUR

Table = NDArray[np.float64]
Verdict = Literal["fits", "same kind", "refitted", "unchecked", "disagrees"]

# Shares of dated links that agree with wording: .90 on newsgroup posts, .09 to .5 on texts of another kind.
AGREEING = 0.75
# Links that wording is sure of and dates contradict: 2.9 % with the dates as they are, 7.7 % with 5 % of them
# shifted.
SURE, CONTRADICTED, SURE_LINKS = 0.95, 0.045, 200
# Largest distance of texts of the same kind: the means of their pair features differ by so many spreads (root mean
# square).
SAME_KIND, PAIRS_FOR_KIND = 0.35, 100
MOSTLY_DATED = 0.95
STEADY = 20  # an archive's share of agreeing links is kept in twentieths


@dataclass(frozen=True, slots=True)
class Check:
    """How wording was checked: on `links` dated links, of which `agreeing` agree; or by `distance` (`Kind.distance`).

    `shifted`: dates contradict sure wording more often than exact dates would. `dated`: hardly any text lacks a date.
    `direction` has refitted weights, where the check was made on other links than those that are judged.
    """

    links: int
    agreeing: int
    distance: float
    verdict: Verdict
    shifted: bool
    dated: bool = True
    direction: tuple[float, ...] | None = None

    @property
    def trusted(self) -> bool:
        """Whether wording alone may decide."""
        return self.verdict in ("fits", "same kind", "refitted")

    @property
    def shipped(self) -> bool:
        """Whether the weights that ship hold for these texts, and not only refitted ones."""
        return self.verdict in ("fits", "same kind")

    @property
    def same_kind(self) -> bool:
        """Whether the texts are like those that the weights were fitted on."""
        return self.distance <= SAME_KIND

    @property
    def steady(self) -> Check:
        """The same with counts and distance so coarse that a few articles more hardly ever change them: every link of
        an archive is judged by them."""
        unit = 10 ** max(0, len(str(self.links)) - 1)
        links = self.links // unit * unit
        share = round(STEADY * self.agreeing / max(1, self.links)) / STEADY
        return replace(
            self,
            links=links,
            agreeing=round(share * links),
            distance=SAME_KIND if self.same_kind else float("inf"),
        )


@dataclass(frozen=True, slots=True)
class WordingSample:
    """Links as wording alone sees them: features, utilities of the alternatives, signed seconds from A to B; and
    whether each of their texts is dated, by id."""

    features: Features
    utilities: Table
    gap: Table
    dated: Mapping[str, bool]


def together(samples: Sequence[WordingSample]) -> WordingSample | None:
    """One sample of several, in their order; None without any."""
    if not samples:
        return None
    features = [each.features for each in samples]
    return WordingSample(
        Features(
            np.concatenate([each.forward for each in features]),
            np.concatenate([each.backward for each in features]),
            np.concatenate([each.common for each in features]),
            np.concatenate([each.naming for each in features]),
            np.concatenate([each.third for each in features]),
        ),
        np.concatenate([each.utilities for each in samples]),
        np.concatenate([each.gap for each in samples]),
        {name: known for each in samples for name, known in each.dated.items()},
    )


def checked(sample: WordingSample, settings: LineageSettings) -> Check:
    """Whether these links' own dates, or at least the kind of their texts, confirm the weights for wording."""
    gap = sample.gap
    distance = np.inf
    if len(gap) >= PAIRS_FOR_KIND:
        distance = weights.regime("undated").kind.distance(sample.features.common)
    believed = probabilities(sample.utilities)
    directed = believed[:, FORWARD] + believed[:, BACKWARD] > 0.5
    far = directed & (np.abs(np.nan_to_num(gap)) >= settings.check_gap_hours * HOUR)
    agrees = np.where(believed[:, FORWARD] > believed[:, BACKWARD], gap > 0, gap < 0)
    links, agreeing = int(far.sum()), int((far & agrees).sum())
    sure = (np.maximum(believed[:, FORWARD], believed[:, BACKWARD]) >= SURE) & (np.nan_to_num(gap) != 0)
    contradicted = int((sure & ~agrees).sum())
    verdict: Verdict = "unchecked"
    if links >= settings.check_links:
        learned = agreeing >= AGREEING * links or _refit_agrees(sample.features, gap, settings) >= AGREEING
        verdict = "fits" if agreeing >= AGREEING * links else "refitted" if learned else "disagrees"
    elif distance <= SAME_KIND:
        verdict = "same kind"
    shifted = verdict == "fits" and int(sure.sum()) >= SURE_LINKS and contradicted > CONTRADICTED * int(sure.sum())
    dated = sum(sample.dated.values()) >= MOSTLY_DATED * len(sample.dated)
    return Check(links, agreeing, distance, verdict, shifted, dated)


def archive_check(sample: WordingSample, settings: LineageSettings) -> Check:
    """The check of an archive on a sample of its links, with refitted weights where these are used."""
    found = checked(sample, settings)
    if found.verdict == "refitted":
        direction = refitted_direction(sample.features, sample.gap, settings)
        found = replace(found, direction=tuple(direction.tolist()))
    return found.steady


def refitted_direction(features: Features, gap: Table, settings: LineageSettings) -> Table:
    """Weights for wording fitted on dated links (the earlier text is the source)."""
    from provenance.lineage.fitting import fit_direction

    gap = np.nan_to_num(gap)
    return fit_direction(features, np.abs(gap) >= settings.check_gap_hours * HOUR, gap > 0)


def _refit_agrees(features: Features, gap: Table, settings: LineageSettings) -> float:
    """Share of dated links whose order is predicted by weights fitted on the other half of them."""
    from provenance.lineage.fitting import fit_direction

    far = np.abs(np.nan_to_num(gap)) >= settings.check_gap_hours * HOUR
    turn = np.cumsum(far) % 2 == 0
    difference = features.forward - features.backward
    right = 0
    for half in (far & turn, far & ~turn):
        direction = fit_direction(features, far & ~half, gap > 0)
        right += int(((weighed(difference, direction) > 0) == (gap > 0))[half].sum())
    return right / max(1, int(far.sum()))
