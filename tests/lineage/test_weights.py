from __future__ import annotations

import json

import numpy as np
import pytest
from plain_twins import plain

from provenance.events.linear import probabilities, sigmoid
from provenance.lineage import texts, weights
from provenance.lineage.beliefs import inferred_order
from provenance.lineage.features import COMMON, DIRECTION, NAMING, Features
from provenance.lineage.fitting import DATED_COLUMNS, fit_choice, fit_direction, fit_logit


@pytest.mark.parametrize("name", weights.REGIMES)
def test_every_regime_ships_with_its_provenance(name: weights.Regime) -> None:
    regime = weights.regime(name)
    assert regime.second.direction_columns == DIRECTION
    assert np.isfinite(regime.second.direction).all()
    assert regime.naming.columns == NAMING
    assert {"fitted_on", "by", "fitted", "unit"} <= regime.about.keys()


def test_undated_weights_say_nothing_about_dates() -> None:
    undated = weights.regime("undated")
    for column in ("date_order", "date_gap", "first_known_source", "first_known_derived"):
        assert undated.second.direction[DIRECTION.index(column)] == 0


def test_argued_weights_give_their_reasons() -> None:
    stored = json.loads((weights.FOLDER / "news.json").read_text(encoding="utf-8"))
    assert all(len(entry["reason"]) > 20 for entry in stored["weights"].values())
    assert weights.news().keys() == stored["weights"].keys()


def test_bits_of_marks_agree_with_the_kernels() -> None:
    runs, pairs, passages = (plain(f"provenance.lineage.kernels.{name}") for name in ("runs", "pairs", "passages"))
    assert (texts.BOILERPLATE, texts.ADDRESS) == (runs.BOILERPLATE_BIT, passages.ADDRESS_BIT)
    assert (texts.PARAGRAPH, texts.OMISSION) == (pairs.PARAGRAPH_BIT, pairs.OMISSION_BIT)
    assert texts.SMALL == pairs.SMALL_BIT
    assert runs.SHINGLE == passages.SHINGLE


def test_weights_survive_being_stored() -> None:
    regime = weights.regime("dated")
    again = json.loads(json.dumps(weights.as_stored(regime.second)))
    assert list(again["direction"]) == list(DIRECTION)
    assert again["direction"]["date_order"] == pytest.approx(regime.second.direction[DIRECTION.index("date_order")])


def test_a_logit_finds_the_weights_that_made_its_data() -> None:
    chance = np.random.default_rng(5)
    values = chance.normal(size=(4000, 2))
    truth = (chance.random(4000) < sigmoid(1.5 * values[:, 0] - values[:, 1] + 0.5)).astype(float)
    found = fit_logit(("one", "two"), values, truth, ridge=0.01)
    assert found.weights == pytest.approx([1.5, -1.0], abs=0.15)
    assert found.probability(values).mean() == pytest.approx(truth.mean(), abs=0.01)


def made_up(count: int, seed: int) -> tuple[Features, np.ndarray]:
    """Pairs whose direction is the sign of their first direction column, and a fifth with a common source."""
    chance = np.random.default_rng(seed)
    forward = np.zeros((count, len(DIRECTION)))
    backward = np.zeros_like(forward)
    forward[:, 0] = chance.normal(size=count) * 3
    backward[:, 0] = -forward[:, 0]
    common = np.zeros((count, len(COMMON)))
    common[:, 0] = 1
    shared = chance.random(count) < 0.2
    common[:, 1] = np.where(shared, 3.0, -3.0) + chance.normal(size=count)
    truth = np.where(shared, 2, np.where(forward[:, 0] > 0, 0, 1))
    return Features(forward, backward, common, np.zeros((count, len(NAMING))), np.full(count, -1)), truth


def test_a_choice_is_learned_and_does_not_care_for_sides() -> None:
    features, truth = made_up(600, 1)
    choice = fit_choice(features, truth, ridge=0.5)
    chances = probabilities(choice.utilities(features))
    assert (np.minimum(chances.argmax(axis=1), 2) == truth).mean() > 0.95
    exchanged = Features(features.backward, features.forward, features.common, features.naming, features.third)
    back = probabilities(choice.utilities(exchanged))
    assert back[:, [1, 0, 2, 3]] == pytest.approx(chances)


def test_direction_is_learned_from_dated_links_without_their_dates() -> None:
    features, truth = made_up(400, 2)
    rows = truth < 2
    direction = fit_direction(features, rows, truth == 0)
    assert direction[0] > 0
    for column in DATED_COLUMNS:
        assert direction[DIRECTION.index(column)] == 0


def test_an_order_follows_from_pairs_and_sure_pairs_settle_unsure_ones() -> None:
    pairs = np.array([[0, 1], [1, 2], [0, 2]])
    forward = np.array([0.95, 0.95, 0.4])
    places = inferred_order(np.arange(4), pairs, forward, 1 - forward)
    assert places[0] < places[1] < places[2]
    assert places[3] == 0


def test_an_order_is_the_solution_of_its_equations() -> None:
    chance = np.random.default_rng(3)
    pairs = np.array([[i, j] for i in range(12) for j in range(i + 1, 12) if chance.random() < 0.4])
    forward = chance.random(len(pairs)) * 0.8
    backward = 0.8 - forward
    wanted = np.clip(np.log((forward + 0.01) / (backward + 0.01)), -3, 3)
    weight = forward + backward + 0.02
    matrix, right = np.eye(12) * 0.3, np.zeros(12)
    for (i, j), y, w in zip(pairs.tolist(), wanted, weight, strict=True):
        matrix[i, i] += w
        matrix[j, j] += w
        matrix[i, j] -= w
        matrix[j, i] -= w
        right[j] += w * y
        right[i] -= w * y
    assert inferred_order(np.arange(12), pairs, forward, backward) == pytest.approx(
        np.linalg.solve(matrix, right), abs=1e-6
    )
