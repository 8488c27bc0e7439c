"""Scores by meaning beside those by words: which pair is scored by which, and what shows across languages."""

import json

import numpy as np
import pytest
from test_network import score_by, weights

from provenance.events import meaning_weights
from provenance.events.linear import Logit, Softmax
from provenance.events.meaning_network import ALL, FURTHER, READ, MeantNetwork
from provenance.events.meaning_overlaps import MEANT
from provenance.events.meaning_weights import MeantWeights, as_stored, from_stored, shipped
from provenance.events.network import MEASURED, NEVER, Network
from provenance.events.reports import Report
from provenance.model.appearance import Appearance


def meant_weights():
    """Within a language the score is "meant_margin", across two twice "meant_order"; read as in `test_network`."""
    answers = np.zeros((3, len(READ)))
    answers[1, READ.index("common")] = 3.0
    answers[2, READ.index("score")] = 3.0
    answers[2, READ.index("behind")] = -3.0
    reading = Softmax(READ, np.zeros(len(READ)), answers, np.array([3.0, 0.0, 0.0]))
    home = score_by("meant_margin")
    crossing = Logit(("meant_order",), np.zeros(1), np.full(1, 2.0), 0.0)
    return MeantWeights(home, home, crossing, crossing, reading, reading, {"encoder": "tiny 1"})


def report(hour, sources, abroad=(), encoded=True, **measures):
    """A report with the same measures for each of its sources, those by words named as they are, those by meaning
    too; "margins" and "orders" have one for each."""
    table, meant = np.zeros((len(sources), len(MEASURED))), np.zeros((len(sources), len(MEANT)))
    for name, value in measures.items():
        (meant if name in MEANT else table)[:, (MEANT if name in MEANT else MEASURED).index(name)] = value
    time = None if hour is None else Appearance(hour * 3600.0, hour * 3600.0)
    return Report(
        time,
        tuple(sources),
        np.ones(len(sources), bool),
        table,
        ((),) * len(sources),
        meant=meant if encoded else None,
        abroad=frozenset(abroad),
    )


def network(**reports):
    return MeantNetwork(reports, weights(), meant_weights())


def test_reports_are_scored_by_meaning_and_those_without_codes_by_words():
    found = network(
        a=report(1, []),
        b=report(2, ["a"], meant_margin=4.0, fact_gain=1.0),
        c=report(3, ["a"], fact_gain=2.0, encoded=False),
    )
    assert found.score("a", "b") == 4.0
    assert found.score("a", "c") == 2.0


def test_a_pair_of_which_one_is_not_encoded_is_scored_and_read_by_words():
    half = report(2, ["a"], fact_gain=2.0, meant_margin=9.0)
    half.meant[:] = np.nan
    found = network(a=report(1, []), b=half)
    words = Network({"a": report(1, []), "b": half}, weights())
    assert found.score("a", "b") == 2.0
    assert found.chances([("a", "b")]) == words.chances([("a", "b")])


def test_reports_in_two_languages_are_scored_by_the_order_of_what_they_say():
    found = network(a=report(1, []), b=report(2, ["a"], ["a"], meant_order=2.0, fact_gain=9.0))
    assert found.score("a", "b") == 4.0
    assert found.chances([("a", "b")])["a", "b"].forward > 0.9


def test_words_never_judge_reports_in_two_languages():
    bare = report(2, ["a"], ["a"], fact_gain=9.0)
    bare.meant[:] = np.nan
    assert network(a=report(1, []), b=bare).score("a", "b") == NEVER


def test_nothing_but_dates_says_which_of_two_is_the_translation():
    undated = network(
        a=report(None, ["b"], ["b"], meant_order=1.0), b=report(None, ["a"], ["a"], meant_order=3.0)
    ).chances([("a", "b")])["a", "b"]
    assert undated.forward == pytest.approx(undated.backward)


def test_what_shows_without_a_passage_is_the_order_or_what_only_one_report_says():
    def shown(**measures):
        found = network(a=report(1, []), b=report(2, ["a"], meant_margin=4.0, **measures))
        return list(found.probable(()))

    assert shown() == []
    assert shown(meant_order=0.9) == [("a", "b")]
    assert shown(meant_order=0.5) == []
    assert shown(meant_order=0.5, meant_clear=0.2) == [("a", "b")]


def test_the_reasons_of_a_pair_are_those_of_the_model_that_scored_it():
    found = network(
        a=report(1, []), b=report(2, ["a"], meant_margin=3.0), c=report(3, ["a"], ["a"], meant_order=1.0)
    ).chances([("a", "b"), ("a", "c")])
    assert dict(found["a", "b"].reasons) == {"meant_margin": 3.0}
    assert dict(found["a", "c"].reasons) == {"meant_order": 2.0}


def test_the_weights_that_ship_say_what_they_were_fitted_on_and_with():
    found = shipped()
    assert found.fits(found.about["encoder"])
    assert not found.fits("another 1")
    assert not found.fits(None)
    assert set(found.dated.columns) <= set(ALL)
    assert set(found.crossing.columns) <= {*MEANT, "size_ratio", "size_others"}
    assert found.reading.columns == READ
    assert set(FURTHER) <= set(ALL)
    for undated in (found.undated, found.crossing_undated):
        assert not [name for name in undated.columns if name.startswith(("early_", "size_ratio"))]


def test_weights_are_read_as_they_were_written():
    stored = as_stored(shipped())
    assert as_stored(from_stored(json.loads(json.dumps(stored)))) == stored
    assert json.loads(meaning_weights.FILE.read_text()) == stored
