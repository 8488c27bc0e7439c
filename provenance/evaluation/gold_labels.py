"""Gold relations as the labels that news weights are fitted to."""

from __future__ import annotations

from collections.abc import Iterable

from provenance.evaluation.gold import NOTHING_TAKEN, GoldLink
from provenance.events.fitting import Truth


def gold_labels(gold: Iterable[GoldLink]) -> dict[tuple[str, str], Truth]:
    """What gold says of pairs, by ids ascending; without relations that an archive cannot show: sources that are not
    archived, and copies whose original nobody knows."""
    labels: dict[tuple[str, str], Truth] = {}
    for each in gold:
        if each.source is not None:
            labels[each.a, each.b] = Truth("derived", each.source, each.direct)
        elif each.relation == "common_source":
            labels[each.a, each.b] = Truth("common_source", sources=each.sources)
        elif each.relation in NOTHING_TAKEN:
            labels[each.a, each.b] = Truth("same_event")
    return labels
