"""The reports of an event and how well each explains each other: scores, and what they mean together for a pair.

A score says how well "b was made from a" explains b. Alone it says too little: is there a better source of b, a third
report from which both come, a report between the two? A second small model reads this and gives the chances of
"same event", "common source" and "derived". Nothing here reads a text.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np

from provenance.events.common_sources import with_common_sources
from provenance.events.explaining import COLUMNS, MOST_OTHERS
from provenance.events.linear import Softmax, Table
from provenance.events.reports import Chances, Reading, Report, in_order
from provenance.events.weights import EventWeights
from provenance.model.appearance import Appearance

NEVER = -9.0  # the score of an order that the dates exclude
READING = (
    "score", "rival", "behind", "common", "chain", "source_is_copy", "others", "score_others", "common_others",
    "behind_others", "score_squared", "lead", "far", "far_others", "common_squared", "far_lead",
    "quote_exclusive", "behind_quote_exclusive",
)  # fmt: skip
LOWEST = -4.0  # nats: a common source that explains less is as good as none
LEAST_SCORE, PROBABLE = -1.0, 0.5  # of a pair without a shared passage that is worth a link
# Beside so many further reports a pair is one without anything that shows it, too, from a chance of SURE on: 2 pairs
# of newsroom's, in events that were left out, both rightly, and none of BASIL's or of two real events.
CROWD, SURE = 9, 0.8
MOST_BEHIND = 6.0  # nats: beyond this, how far a source is behind its rival says no more of what it alone quotes
MOST_LEAD = 3.0  # nats: a source that is ahead of its rival by more than this is not surer for it
USUAL_OTHERS = 2.0  # logarithm around which the number of siblings is taken in products: 6 of them
MEASURED = (*COLUMNS, "credit", "credit_foreign", "agency_foreign", "own_report")
# What the second model reads of a pair beside the scores of its event: a second source of a digest is far behind the
# first one, and a quotation that no other report has still shows it.
QUOTED = MEASURED.index("quote_exclusive")


class Network:
    """The scores of every report that was weighed against its neighbours."""

    def __init__(self, reports: Mapping[str, Report], weights: EventWeights) -> None:
        self._reports = reports
        self._weights = weights
        self._scores = {name: self._scored(name, each) for name, each in reports.items()}
        self._through: dict[tuple[str, str], list[tuple[float, str]]] = {}
        self._copies_at_once: dict[str, frozenset[str]] = {}
        self._copies_later: dict[str, frozenset[str]] = {}

    def _scored(self, name: str, report: Report) -> dict[str, float]:
        dated, undated = (self._log_odds(report, dated=dated).tolist() for dated in (True, False))
        found = {}
        for place, source in enumerate(report.sources):
            order = in_order(self.time(source), report.time)
            if order < 0 and source in report.sent:
                order = 1
            found[source] = NEVER if order < 0 else max(NEVER, (dated if order > 0 else undated)[place])
        return found

    def _log_odds(self, report: Report, *, dated: bool) -> Table:
        """How well each source explains the report, where it is known or not which of the two appeared first."""
        logit = self._weights.dated if dated else self._weights.undated
        return logit.log_odds(columns_of(report.measures, logit.columns))

    def _reader(self, read: Reading) -> Softmax:
        """The model that reads the scores around a pair."""
        return self._weights.reading if read.dated else self._weights.reading_undated

    def time(self, name: str) -> Appearance | None:
        """When a report appeared, as far as it is known."""
        report = self._reports.get(name)
        return report.time if report else None

    def score(self, source: str, derived: str) -> float:
        """How well "derived was made from source" explains it, in nats."""
        return self._scores.get(derived, {}).get(source, NEVER)

    def chances(self, pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Chances]:
        """What is believed of those of these pairs that are reports of one event."""
        return with_common_sources(self._read(pairs), self._thirds, self._read)

    def _read(self, pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Chances]:
        """What the second model reads of them."""
        pairs = [pair for pair in pairs if self.knows(*pair)]
        readings = [self.reading(a, b) for a, b in pairs]
        models = [self._reader(each) for each in readings]
        rows_of: dict[int, list[int]] = {}
        for row in sorted(range(len(pairs)), key=lambda row: not readings[row].dated):
            rows_of.setdefault(id(models[row]), []).append(row)
        found = {}
        for rows in rows_of.values():
            table = np.array([readings[row].values for row in rows], np.float64)
            chances = models[rows[0]].probabilities(table).tolist()
            for row, (same, common, derived) in zip(rows, chances, strict=True):
                found[pairs[row]] = self._chances(*pairs[row], readings[row], same, common, derived)
        return found

    def probable(
        self, known: Collection[tuple[str, str]], among: Collection[tuple[str, str]] | None = None
    ) -> dict[tuple[str, str], Chances]:
        """Pairs of neighbours, ids ascending, that are not in `known` and of which one was probably made from the
        other, or both from a third report; of all pairs, or `among` some: those of a part of the work.

        Without a shared passage there must be something to show that one was made from the other: a name or figure
        that of all reports only these two tell, or a credit; or so many other reports that tell it otherwise.
        """
        explained = {
            derived: {source for source, score in scores.items() if score > LEAST_SCORE}
            for derived, scores in self._scores.items()
        }
        asked = {
            (min(source, derived), max(source, derived))
            for derived, scores in self._scores.items()
            for source in scores
            if source in explained[derived] or not explained[derived].isdisjoint(explained.get(source, ()))
        }
        asked = asked if among is None else asked.intersection(among)
        found = self.chances(sorted(asked.difference(known)))
        return {
            pair: each
            for pair, each in found.items()
            if _is_shown(max(each.forward, each.backward), each) or (each.third and each.common >= PROBABLE)
        }

    def _chances(self, a: str, b: str, read: Reading, same: float, common: float, derived: float) -> Chances:
        way = self._way(a, b)
        source, made = (a, b) if way >= 0.5 else (b, a)
        rival, behind = self._rival(source, made)
        chain, through = self._between(source, made)
        return Chances(
            derived * way,
            derived * (1 - way),
            common,
            same,
            read.others,
            read.dated,
            read.third,
            rival,
            behind,
            through if chain > self.score(source, made) else None,
            self._reasons(source, made),
            self._of_two(source, made),
            made in self._reports and source in self._reports[made].sent,
            in_order(self.time(source), self.time(made)) < 0,
            copies=(self._instead(a, b), self._instead(b, a)),
        )

    def _of_two(self, source: str, derived: str) -> tuple[tuple[int, int], ...]:
        report = self._reports.get(derived)
        if report is None or source not in report.sources or not report.of_two:
            return ()
        return report.of_two[report.sources.index(source)]

    def _way(self, a: str, b: str) -> float:
        """The probability that A is the source, if one of the two is."""
        order = in_order(self.time(a), self.time(b))
        if order:
            source, derived = (a, b) if order > 0 else (b, a)
            late = self.score(derived, source) > self.score(source, derived)
            return float((order > 0) is not late)
        forward, backward = self.measures(a, b), self.measures(b, a)
        if forward is None or backward is None:
            return float(self.score(a, b) >= self.score(b, a))
        columns = self._weights.direction.columns
        difference = columns_of(forward[None, :] - backward[None, :], columns)
        return float(self._weights.direction.probability(difference)[0])

    def knows(self, one: str, other: str) -> bool:
        """Whether both are reports of one event, as far as anybody asked."""
        return any(
            source in self._reports[derived].sources
            for source, derived in ((one, other), (other, one))
            if derived in self._reports
        )

    def measures(self, source: str, derived: str) -> Table | None:
        """The measures of "derived was made from source"; None where they were not taken."""
        report = self._reports.get(derived)
        if report is None or source not in report.sources:
            return None
        return np.asarray(report.measures[report.sources.index(source)])

    def _reasons(self, source: str, derived: str) -> tuple[tuple[str, float], ...]:
        measures = self.measures(source, derived)
        if measures is None:
            return ()
        dated = in_order(self.time(source), self.time(derived)) != 0
        logit = self._weights.dated if dated else self._weights.undated
        added = logit.contributions(columns_of(measures[None, :], logit.columns))[0].tolist()
        return tuple(zip(logit.columns, added, strict=True))

    def reading(self, a: str, b: str) -> Reading:
        """What the scores of the event say of a pair, as the second model takes it."""
        order = in_order(self.time(a), self.time(b))
        forward, backward = self.score(a, b), self.score(b, a)
        source, derived = (a, b) if forward >= backward else (b, a)
        score = max(forward, backward)
        rival, _ = self._best(self._scores.get(derived, {}), self._no_rivals(source, derived))
        common, near = self._common(a, b)
        far, further = self._far(a, b)
        third = near if common >= far else further
        chain, _ = self._between(source, derived)
        copy, _ = self._best(
            self._scores.get(source, {}), ((derived,), self._at_once(source), self._at_once(derived))
        )
        others = max(self.siblings(derived, source), self.siblings(source, derived))
        crowd = float(np.log1p(min(MOST_OTHERS, others))) - USUAL_OTHERS
        behind = max(0.0, rival - score)
        lead = min(MOST_LEAD, max(-MOST_LEAD, score - rival))
        measures = self.measures(source, derived)
        quoted = 0.0 if measures is None else float(measures[QUOTED])
        values = (
            score, rival, behind, common, chain, copy, crowd + USUAL_OTHERS, score * crowd, common * crowd,
            behind * crowd, score * score, lead, far, far * crowd, math.copysign(max(LOWEST, common) ** 2, common),
            min(MOST_LEAD, max(-MOST_LEAD, far - score)), quoted, min(MOST_BEHIND, behind) * quoted,
        )  # fmt: skip
        return Reading(values, order != 0, others, third, source, derived)

    def siblings(self, derived: str, source: str) -> int:
        """How many further reports explain what one shares with the other."""
        report = self._reports.get(derived)
        if report is None:
            return 0
        own = {source, *self._copies(source)}
        return sum(
            counts and name not in own for name, counts in zip(report.sources, report.siblings.tolist(), strict=True)
        )

    def _copies(self, name: str) -> frozenset[str]:
        """The reports that have the text of this one."""
        report = self._reports.get(name)
        return report.copies if report else frozenset()

    def _instead(self, source: str, derived: str) -> tuple[str, ...]:
        """The copies of a source from which the derived one may have been made as well, the earliest known first."""
        known = self._reports[derived].sources if derived in self._reports else ()
        asked, time = self._copies(source).intersection(known), self.time(derived)
        found = [name for name in asked if in_order(self.time(name), time) >= 0]
        times = {name: self.time(name) for name in found}
        first = {name: each.latest if each else math.inf for name, each in times.items()}
        return tuple(sorted(found, key=lambda name: (first[name], name)))

    def _at_once(self, name: str) -> frozenset[str]:
        """Those copies of which nothing says that they appeared before this one or after it: of thousands of copies
        each pair asks for them."""
        if name not in self._copies_at_once:
            time = self.time(name)
            found = (each for each in self._copies(name) if not in_order(self.time(each), time))
            self._copies_at_once[name] = frozenset(found)
        return self._copies_at_once[name]

    def _later(self, name: str) -> frozenset[str]:
        """Those copies that may have appeared after this one."""
        if name not in self._copies_later:
            time = self.time(name)
            found = (each for each in self._copies(name) if in_order(self.time(each), time) <= 0)
            self._copies_later[name] = frozenset(found)
        return self._copies_later[name]

    def _no_rivals(self, source: str, derived: str) -> tuple[Collection[str], ...]:
        """The two, and copies that are no other source of the derived one than `source`: later ones of it, too."""
        return (source, derived), self._later(source), self._at_once(derived)

    def _rival(self, source: str, derived: str) -> tuple[str | None, float]:
        best, name = self._best(self._scores.get(derived, {}), self._no_rivals(source, derived))
        return name, best - self.score(source, derived)

    def _thirds(self, a: str, b: str) -> list[str]:
        """The reports that explain both well enough for both to come from them."""
        one, two = self._scores.get(a, {}), self._scores.get(b, {})
        without = {a, b, *self._at_once(a), *self._at_once(b)}
        both = (name for name, value in one.items() if min(value, two.get(name, NEVER)) > LEAST_SCORE)
        return [name for name in both if name not in without]

    def _common(self, a: str, b: str) -> tuple[float, str | None]:
        one, two = self._scores.get(a, {}), self._scores.get(b, {})
        both = {name: min(one[name], two[name]) for name in one.keys() & two.keys()}
        return self._best(both, ((a, b), self._at_once(a), self._at_once(b)))

    def _far(self, a: str, b: str) -> tuple[float, str | None]:
        """The best report that both come from, one of them perhaps through a further one."""
        one, two = self._scores.get(a, {}), self._scores.get(b, {})
        found = {
            name: max(min(self._reached(name, a, b), two[name]), min(one[name], self._reached(name, b, a)))
            for name in one.keys() & two.keys()
        }
        return self._best(found, ((a, b), self._at_once(a), self._at_once(b)))

    def _reached(self, source: str, derived: str, without: str) -> float:
        """How well a report explains another, by itself or through a further one that is not `without`."""
        through = (value for value, name in self._steps(source, derived) if name != without)
        return max(self._scores[derived][source], next(through, NEVER))

    def _steps(self, source: str, derived: str) -> list[tuple[float, str]]:
        """The two further reports through which one comes best from another, of equal ones the first ids; many pairs
        with `derived` ask for it."""
        found = self._through.get((source, derived))
        if found is None:
            scores = self._scores.get(derived, {}).items()
            steps = [(min(value, self.score(source, name)), name) for name, value in scores if value > NEVER]
            without = {source, *self._copies(source), *self._at_once(derived)}
            found = sorted((step for step in steps if step[1] not in without), key=_best_first)[:2]
            self._through[source, derived] = found
        return found

    def _between(self, source: str, derived: str) -> tuple[float, str | None]:
        value, name = next(iter(self._steps(source, derived)), (NEVER, None))
        return (value, name) if value > NEVER else (NEVER, None)

    @staticmethod
    def _best(scores: Mapping[str, float], without: Sequence[Collection[str]]) -> tuple[float, str | None]:
        """The largest score and whose it is; of equal ones the first id. None of those `without` is taken."""
        left = [(-value, name) for name, value in scores.items() if value > NEVER]
        for names in without:
            if names:
                left = [each for each in left if each[1] not in names]
        value, name = min(left, default=(-NEVER, None))
        return -value, name


def _is_shown(made: float, chances: Chances) -> bool:
    """Whether a pair without a shared passage, made from each other with this chance, is worth a link."""
    return made >= PROBABLE and (chances.has_ground or (made >= SURE and chances.others >= CROWD))


def _best_first(step: tuple[float, str]) -> tuple[float, str]:
    return -step[0], step[1]


def columns_of(measures: Table, columns: tuple[str, ...]) -> Table:
    """The named columns of a table of MEASURED."""
    return np.asarray(measures[:, [MEASURED.index(name) for name in columns]])
