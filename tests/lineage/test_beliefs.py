"""What may speak about a pair: wording is checked, and neighbours are counted, on exact runs alone."""

from __future__ import annotations

import numpy as np
from newsroom import CANAL, MILLS, ORCHARD, article, moment

from provenance.config.lineage import LineageSettings
from provenance.lineage.beliefs import Beliefs, believe
from provenance.lineage.features import Described, describe, place_features
from provenance.lineage.runs import shared_runs
from provenance.lineage.texts import lay_out
from provenance.lineage.times import times_of
from provenance.model import Article

SETTINGS = LineageSettings()


def believed(*articles: Article, reworded: bool) -> tuple[Described, Beliefs]:
    """What is believed of the first two, which share ten words otherwise where they are `reworded`."""
    texts = lay_out({each.id: each for each in articles}, {})
    runs = shared_runs(texts, SETTINGS, {(0, 1): [(0, 10, 12, 22)]} if reworded else {})
    places = place_features(texts, runs)
    described = describe(texts, runs, places, np.full(len(places), 0.5))
    times = times_of(sorted(articles, key=lambda one: one.id), SETTINGS)
    return described, believe(described, times, np.zeros(len(runs)), SETTINGS)


def test_wording_is_checked_on_exact_runs() -> None:
    first, later = moment("2024-05-01T08:00"), moment("2024-05-09T08:00")
    copied = article("a", f"{CANAL} {ORCHARD}", first), article("b", f"{MILLS}{CANAL}", later)
    described, beliefs = believed(*copied, reworded=False)
    assert described.degrees.tolist() == [1, 1]
    assert beliefs.check.links == 1


def test_other_passages_neither_check_wording_nor_make_neighbours() -> None:
    first, later = moment("2024-05-01T08:00"), moment("2024-05-09T08:00")
    described, beliefs = believed(article("a", CANAL, first), article("b", ORCHARD, later), reworded=True)
    assert len(described.runs) == 1
    assert described.degrees.tolist() == [0, 0]
    assert beliefs.check.links == 0
    assert beliefs.utilities.shape == (1, 4)
