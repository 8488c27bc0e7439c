"""A network of reports whose sentences are encoded: scores by words and meaning, and across languages by meaning.

Words say nothing of two reports in two languages, and little of one that a language model rewrote. Pairs of which one
report is not encoded are scored and read as in every other network.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from provenance.events.linear import Softmax, Table
from provenance.events.meaning_overlaps import MEANT
from provenance.events.meaning_weights import MeantWeights
from provenance.events.network import MEASURED, MOST_BEHIND, NEVER, READING, Network
from provenance.events.reports import Chances, Reading, Report, in_order
from provenance.events.weights import EventWeights

ALL = (*MEASURED, *MEANT)
# What the second model reads of a pair beside the scores of its event. A second source of a digest is far behind the
# first one, which explains most; a quotation, a fact or sentences that no other report has still show it: of 40 such
# pairs of newsroom 26 are found with these, 21 without.
FURTHER = ("fact_gain", "meant_margin")
READ = (*READING, "crossing", *FURTHER, *(f"behind_{name}" for name in FURTHER))
# What shows without a shared passage that one was made from the other: the part of its sentences that no other report
# tells as nearly, and how far they come in the order of the other's (1: all); or this order alone. All translations
# of newsroom have .83, and 24 of 253 pairs in two languages that owe each other nothing have .80.
CLEAR, ORDERED, ALL_ORDERED = 0.15, 0.4, 0.8


class MeantNetwork(Network):
    """The scores of every report that was weighed against its neighbours, by words and meaning."""

    def __init__(self, reports: Mapping[str, Report], weights: EventWeights, meant: MeantWeights) -> None:
        self._meant = meant
        super().__init__(reports, weights)

    def _log_odds(self, report: Report, *, dated: bool) -> Table:
        odds = super()._log_odds(report, dated=dated)
        abroad = np.array([source in report.abroad for source in report.sources], np.bool_)
        odds[abroad] = NEVER
        if report.meant is not None:
            table = np.concatenate([report.measures, report.meant], axis=1)
            known = ~np.isnan(report.meant[:, 0])
            for rows, logit in (
                (known & ~abroad, self._meant.logit(dated=dated, abroad=False)),
                (known & abroad, self._meant.logit(dated=dated, abroad=True)),
            ):
                odds[rows] = logit.log_odds(all_columns(table[rows], logit.columns))
        return odds

    def _reader(self, read: Reading) -> Softmax:
        if not read.meant:
            return super()._reader(read)
        return self._meant.reading if read.dated else self._meant.reading_undated

    def reading(self, a: str, b: str) -> Reading:
        """What the scores of the event say of a pair; by READ where both reports are encoded."""
        read = super().reading(a, b)
        row = self._row(read.source, read.derived)
        if row is None and self._row(read.derived, read.source) is None:
            return read
        further = [0.0] * len(FURTHER) if row is None else [float(row[ALL.index(name)]) for name in FURTHER]
        behind = min(MOST_BEHIND, read.values[READING.index("behind")])
        crossing = float(self._crosses(a, b))
        return replace(
            read, values=(*read.values, crossing, *further, *(behind * each for each in further)), meant=True
        )

    def _chances(self, a: str, b: str, read: Reading, same: float, common: float, derived: float) -> Chances:
        found = super()._chances(a, b, read, same, common, derived)
        row = self._row(a, b) if found.forward >= found.backward else self._row(b, a)
        if row is None:
            return found
        clear, ordered = row[ALL.index("meant_clear")], row[ALL.index("meant_order")]
        return replace(found, alike=bool(ordered >= ALL_ORDERED or (clear >= CLEAR and ordered >= ORDERED)))

    def _way(self, a: str, b: str) -> float:
        """As in every network; across languages nothing but dates says which of two is the translation."""
        if self._crosses(a, b) and not in_order(self.time(a), self.time(b)):
            return 0.5
        return super()._way(a, b)

    def _reasons(self, source: str, derived: str) -> tuple[tuple[str, float], ...]:
        row = self._row(source, derived)
        if row is None:
            return super()._reasons(source, derived)
        dated = in_order(self.time(source), self.time(derived)) != 0
        logit = self._meant.logit(dated=dated, abroad=self._crosses(source, derived))
        added = logit.contributions(all_columns(row[None, :], logit.columns))[0].tolist()
        return tuple(zip(logit.columns, added, strict=True))

    def _crosses(self, a: str, b: str) -> bool:
        """Whether two reports are in two languages."""
        return any(
            source in self._reports[derived].abroad
            for source, derived in ((a, b), (b, a))
            if derived in self._reports
        )

    def _row(self, source: str, derived: str) -> Table | None:
        """All measures of "derived was made from source"; None where one of the two is not encoded."""
        report = self._reports.get(derived)
        if report is None or report.meant is None or source not in report.sources:
            return None
        place = report.sources.index(source)
        if np.isnan(report.meant[place, 0]):
            return None
        return np.concatenate([report.measures[place], report.meant[place]])


def all_columns(measures: Table, columns: tuple[str, ...]) -> Table:
    """The named columns of a table of ALL."""
    return np.asarray(measures[:, [ALL.index(name) for name in columns]])
