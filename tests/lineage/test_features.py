"""What is measured about pairs of texts, on articles whose measures can be counted by hand."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest
from newsroom import CANAL, MILLS, ORCHARD, article, moment

from provenance.config.lineage import LineageSettings
from provenance.lineage import features
from provenance.lineage.features import (
    COMMON,
    DIRECTION,
    NAMING,
    OWN,
    Described,
    Features,
    describe,
    place_features,
)
from provenance.lineage.runs import shared_runs
from provenance.lineage.texts import lay_out
from provenance.lineage.times import Times, times_of
from provenance.model import Article

SETTINGS = LineageSettings()
EIGHT = "Nobody was hurt when the grey barge sank. "


def described(*made: Article, own: float = 0.5) -> Described:
    """All pairs of articles, each stretch of them with the same own-text probability."""
    texts = lay_out({each.id: each for each in made}, {})
    runs = shared_runs(texts, SETTINGS)
    places = place_features(texts, runs)
    return describe(texts, runs, places, np.full(len(places), own))


def measured(*made: Article, credit: float = 0.0, order: list[float] | None = None) -> Features:
    found = described(*made)
    times = times_of(sorted(made, key=lambda each: each.id), SETTINGS)
    known = None if order is None else np.array(order)
    return found.features(times, SETTINGS.unseen, known, np.full(len(found.runs), credit))


def row(found: Features, pair: int = 0) -> Mapping[str, float]:
    """What speaks for "B derives from A", by name."""
    return dict(zip(DIRECTION, found.forward[pair].tolist(), strict=True))


def common(found: Features, pair: int = 0) -> Mapping[str, float]:
    """What speaks for a common source, by name."""
    return dict(zip(COMMON, found.common[pair].tolist(), strict=True))


def test_the_covered_part_and_the_length_of_both_texts() -> None:
    a, b = article("a", CANAL), article("b", f"{CANAL} {ORCHARD}")
    words_a, words_b = len(CANAL.replace("-", " ").split()), len(f"{CANAL} {ORCHARD}".replace("-", " ").split())
    found = row(measured(a, b))
    assert found["covered_of_derived"] == pytest.approx(words_a / words_b)
    assert found["covered"] == pytest.approx(1 - words_a / words_b)
    assert found["length"] == pytest.approx(np.log(words_a / words_b))
    both = common(measured(a, b))
    assert both["covered_higher"] == 1
    assert both["covered_lower"] == pytest.approx(words_a / words_b)
    assert both["one"] == 1
    assert both["runs"] == 0
    assert both["words"] == pytest.approx(np.log1p(words_a) / 3)


def test_exchanging_two_texts_exchanges_the_directions_and_nothing_else() -> None:
    texts = f"{CANAL} {ORCHARD}", f"{MILLS}{CANAL}"
    first, second = moment("2024-05-01T08:00"), moment("2024-05-02T08:00")
    there = measured(article("a", texts[0], first), article("b", texts[1], second), credit=1.0, order=[0.0, 2.0])
    back = measured(article("a", texts[1], second), article("b", texts[0], first), credit=-1.0, order=[2.0, 0.0])
    assert there.forward == pytest.approx(back.backward)
    assert there.backward == pytest.approx(back.forward)
    assert there.common == pytest.approx(back.common)


def test_dates_order_two_texts_and_tell_the_earliest_known_holder() -> None:
    a = article("a", f"{CANAL} {ORCHARD}", moment("2024-05-01T08:00"))
    found = row(measured(a, article("b", f"{MILLS}{CANAL}", moment("2024-05-01T20:00"))))
    assert (found["date_order"], found["date_missing"]) == (1, 0)
    assert found["date_gap"] == pytest.approx(np.log1p(12))
    assert (found["first_known_source"], found["first_known_derived"]) == (pytest.approx(1), 0)
    assert found["owned"] > 0
    missing = row(measured(a, article("b", f"{MILLS}{CANAL}")))
    assert (missing["date_order"], missing["date_gap"], missing["date_missing"]) == (0, 0, 1)


def test_an_order_inferred_from_wording_counts_up_to_a_limit() -> None:
    texts = article("a", f"{CANAL} {ORCHARD}"), article("b", f"{MILLS}{CANAL}")
    assert row(measured(*texts))["inferred_order"] == 0
    assert row(measured(*texts, order=[0.0, 1.5]))["inferred_order"] == 1.5
    assert row(measured(*texts, order=[0.0, 99.0]))["inferred_order"] == 4
    assert row(measured(*texts, order=[0.0, 1.5]))["owned"] > row(measured(*texts))["owned"]


def test_a_credit_is_a_column_of_its_own() -> None:
    texts = article("a", f"{CANAL} {ORCHARD}"), article("b", f"{MILLS}{CANAL}")
    found = measured(*texts, credit=1.0)
    assert row(found)["credit"] == 1
    assert found.backward[0, DIRECTION.index("credit")] == -1


def test_the_best_third_text_is_the_one_that_holds_what_two_share() -> None:
    a, b = article("a", f"{MILLS}{CANAL}"), article("b", f"{CANAL} {EIGHT}")
    alone = measured(a, b)
    assert alone.third.tolist() == [-1]
    assert common(alone)["no_third"] == 1
    assert common(alone)["exclusive"] == 1
    assert not alone.naming.any()
    wire = article("wire", f"{CANAL} {ORCHARD}")
    found = measured(a, b, wire)
    assert found.third.tolist() == [2, 1, 0]
    assert common(found)["third_held"] == pytest.approx(1)
    assert common(found)["exclusive"] == 0
    assert common(found)["common_neighbours"] == pytest.approx(np.log(2))
    assert dict(zip(NAMING, found.naming[0].tolist(), strict=True))["held"] == pytest.approx(1)


def test_a_third_text_that_is_surely_later_owns_less() -> None:
    def owned(third: str) -> float:
        a = article("a", f"{MILLS}{CANAL}", moment("2024-05-02T08:00"))
        b = article("b", f"{CANAL} {EIGHT}", moment("2024-05-02T09:00"))
        return common(measured(a, b, article("wire", f"{CANAL} {ORCHARD}", moment(third))))["third_owned"]

    assert owned("2024-05-01T08:00") > owned("2024-05-03T08:00")


def test_what_further_texts_share_outside_counts_for_the_side_that_they_share_it_with() -> None:
    a, b = article("a", f"{CANAL} {ORCHARD}"), article("b", f"{MILLS}{CANAL}")
    found = row(measured(a, b, article("c", ORCHARD)))
    assert found["elsewhere"] == pytest.approx(np.log(2))
    assert found["neighbours"] == pytest.approx(np.log(3 / 2))


def test_own_words_between_adjoining_runs_are_insertions() -> None:
    one, two = CANAL[: CANAL.index(" Barges")], CANAL[CANAL.index("Barges") :]
    a = article("a", f"{one} {two} {ORCHARD}")
    found = row(measured(a, article("b", f"{one} {EIGHT}{two} {ORCHARD}")))
    assert found["insertions"] == pytest.approx(np.log(2))
    assert found["running_on"] == pytest.approx(-np.log(2))
    assert common(measured(a, article("b", f"{ORCHARD} {two} {one}")))["inversions"] > 0


def test_how_a_stretch_sits_in_its_text() -> None:
    texts = lay_out({"a": article("a", CANAL), "b": article("b", f"{MILLS}\n\n{CANAL}\n\n{ORCHARD}")}, {})
    runs = shared_runs(texts, SETTINGS)
    places = [dict(zip(OWN, each, strict=True)) for each in place_features(texts, runs).tolist()]
    whole, inner = places
    assert runs.stretches[:, 0].tolist() == [0, 1]
    assert (whole["starts_paragraph"], whole["at_start_of_text"], whole["at_end_of_text"]) == (1, 1, 1)
    assert (whole["words_before"], whole["words_after"], whole["shared_part_of_text"]) == (0, 0, 1)
    assert (inner["starts_paragraph"], inner["at_start_of_text"], inner["at_end_of_text"]) == (1, 0, 0)
    assert inner["own_words_before"] == inner["own_words_after"] == 1
    assert inner["words"] == whole["words"]


def test_surely_own_wording_is_owned() -> None:
    texts = article("a", f"{CANAL} {ORCHARD}"), article("b", f"{MILLS}{CANAL}")
    undated = Times(np.full(2, np.nan), np.full(2, np.nan))
    sure, unsure = (described(*texts, own=own).features(undated, SETTINGS.unseen) for own in (0.99, 0.2))
    assert common(sure)["unseen"] < common(unsure)["unseen"]
    assert common(sure)["owned_higher"] > common(unsure)["owned_higher"]


def test_a_text_that_everybody_shares_with_has_only_so_many_neighbours(monkeypatch: pytest.MonkeyPatch) -> None:
    made = [article(f"n{i}", f"{CANAL} {i}") for i in range(8)]
    assert common(measured(*made))["common_neighbours"] == pytest.approx(np.log(7))
    monkeypatch.setattr(features, "MOST_NEIGHBOURS", 3)
    found = described(*made)
    assert found.degrees.tolist() == [7] * 8
    assert found.common[:, COMMON.index("common_neighbours")].max() <= np.log(4)


def test_some_pairs_are_taken_out_as_they_are() -> None:
    found = measured(article("a", f"{MILLS}{CANAL}"), article("b", f"{CANAL} {EIGHT}"), article("c", CANAL))
    some = found.of(np.array([False, True, True]))
    assert (some.forward == found.forward[1:]).all()
    assert some.third.tolist() == found.third.tolist()[1:]
