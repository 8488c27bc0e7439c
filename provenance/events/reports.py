"""The reports of an event as they are weighed: what each measures, and what is believed of two of them.

Plain values that tasks carry from process to process; nothing here is weighed or decided.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from provenance.events.linear import Table
from provenance.model.appearance import Appearance


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """One article as others may explain it: when it appeared (None if not known), the ids of the others
    that were weighed as its sources, which of these count as siblings, the measures (`MEASURED`) of each, where
    it tells facts that only it and that one tell (characters), and which of the sources may have only printed what an
    agency `sent` to both: an agency's text was there before, whenever an outlet printed it. Where sentences are
    encoded, `meant` has the measures of each by meaning (`MEANT`; not numbers where one of the two is not encoded),
    and `abroad` names the sources in another language, which words say nothing of. `copies` are the sources that
    have the article's own text."""

    time: Appearance | None
    sources: tuple[str, ...]
    siblings: NDArray[np.bool_]
    measures: Table
    of_two: tuple[tuple[tuple[int, int], ...], ...] = ()
    sent: frozenset[str] = frozenset()
    meant: Table | None = None
    abroad: frozenset[str] = frozenset()
    copies: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Chances:
    """What is believed of two reports of one event, A and B; the four chances sum to 1.

    `forward`: B was made from A; `backward`: A from B; `common`: both from a third archived report (`third`);
    `same`: neither. `dated`: the dates say which of the two appeared first. `others` is how many further reports were
    looked at. For the likelier direction: `sent`, whether the source may have only printed what an agency sent to
    both; `late`, whether it even appeared after the derived one; `rival` is the next best source of the derived one,
    `behind` how far behind it is in nats (negative: ahead), `through` a report between the two. `reasons` are the
    measures' contributions to its score, in nats; `of_two` says where the derived one tells facts that of all reports
    only these two tell (characters), `alike` whether sentences that mean the same show which report it was made from.
    `copies` are further reports with the text of A, and with that of B, from which the other one may have been made
    instead: the earliest known first.
    """

    forward: float
    backward: float
    common: float
    same: float
    others: int
    dated: bool = False
    third: str | None = None
    rival: str | None = None
    behind: float = 0.0
    through: str | None = None
    reasons: tuple[tuple[str, float], ...] = ()
    of_two: tuple[tuple[int, int], ...] = ()
    sent: bool = False
    late: bool = False
    alike: bool = False
    copies: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())

    @property
    def has_ground(self) -> bool:
        """Whether a fact that only these two tell, a credit or sentences that mean the same show which report one was
        made from."""
        return bool(self.of_two) or self.alike or dict(self.reasons).get("credit", 0.0) > 0

    def exchanged(self) -> Chances:
        """The same for B and A."""
        of_a, of_b = self.copies
        return replace(self, forward=self.backward, backward=self.forward, copies=(of_b, of_a))


@dataclass(frozen=True, slots=True)
class Reading:
    """The scores around a pair: `values` by READING (with `meant`, and those of `meaning_network`); whether it is
    known which appeared first."""

    values: tuple[float, ...]
    dated: bool
    others: int
    third: str | None
    source: str
    derived: str
    meant: bool = False


def in_order(one: Appearance | None, two: Appearance | None) -> int:
    """1 where the second certainly appeared after the first, -1 before it, 0 where the times do not say."""
    if one is None or two is None:
        return 0
    return int(one.surely_before(two)) - int(two.surely_before(one))
