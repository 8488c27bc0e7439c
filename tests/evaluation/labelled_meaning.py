"""Labelled news whose sentences are encoded, translations among it, as `events.meaning_fitting` takes it.

Otherwise as in `labelled_events`: the neighbours are those that an archive of all articles finds by words and
meaning, and most of what is fitted on are random parts of events.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from labelled_events import PARTS, PARTS_WEIGHT, SEED, archived, reports_of, truth_of
from labelled_news import Newsroom, event_of

from provenance.comparison.meaning_reports import MeantReporter
from provenance.events.fitting import LabelledEvent
from provenance.model.coded_text import CodedText


def meant_events(
    room: Newsroom, group: str = "", weight: float = 1.0, parts: int = PARTS
) -> tuple[list[LabelledEvent], dict[str, CodedText]]:
    """Every event of `room`, whole (with this weight) and in parts, and the codes of all articles; `group` precedes
    the names of the events."""
    articles, neighbours, codes = archived(room, encoded=True)
    reporter = MeantReporter(lambda _: (), lambda article: codes.get(article.id))
    truth = {(pair.a, pair.b): truth_of(pair) for pair in room.gold}
    chance = random.Random(SEED)
    found = []
    for event in room.events:
        further = [row["id"] for row in room.rows if event_of(row) != event]
        ids: Sequence[str] = [row["id"] for row in room.rows if event_of(row) == event]
        known = {pair: each for pair, each in truth.items() if set(pair) <= set(ids)}
        halves = [[name for name in ids if chance.random() < 0.5] for _ in range(parts)]
        for some, counted in [(ids, weight), *((half, PARTS_WEIGHT / parts) for half in halves)]:
            reports = reports_of(some, further, articles, neighbours, reporter)
            if len(reports) > 1:
                found.append(LabelledEvent(f"{group}{event}", reports, known, counted))
    return found, codes
