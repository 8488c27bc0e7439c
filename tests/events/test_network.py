"""Scores of an event, and what they say together: the best source, a third report, a report between two."""

import json
from dataclasses import replace

import numpy as np
import pytest

from provenance.events.linear import Logit, Softmax
from provenance.events.network import MEASURED, NEVER, READING, Network
from provenance.events.reports import Report, in_order
from provenance.events.weights import ANSWERS, EventWeights, as_stored, from_stored, shipped
from provenance.model.appearance import Appearance


def score_by(column):
    """A logit that is one column."""
    return Logit((column,), np.zeros(1), np.ones(1), 0.0)


def weights():
    """The score is `fact_gain`; derived and common source by the scores, the same event by a constant."""
    answers = np.zeros((3, len(READING)))
    answers[1, READING.index("common")] = 3.0
    answers[2, READING.index("score")] = 3.0
    answers[2, READING.index("behind")] = -3.0
    reading = Softmax(READING, np.zeros(len(READING)), answers, np.array([3.0, 0.0, 0.0]))
    logit = score_by("fact_gain")
    return EventWeights(logit, logit, reading, reading, logit, {})


def report(hour, sent=(), copies=(), **scores):
    measures = np.zeros((len(scores), len(MEASURED)))
    measures[:, MEASURED.index("fact_gain")] = list(scores.values())
    time = None if hour is None else Appearance(hour * 3600.0, hour * 3600.0)
    return Report(time, tuple(scores), np.ones(len(scores), bool), measures, sent=frozenset(sent),
                  copies=frozenset(copies))  # fmt: skip


def test_the_earlier_one_is_the_source_and_never_the_later_one():
    network = Network({"a": report(1, b=9.0), "b": report(2, a=4.0)}, weights())
    assert network.score("b", "a") == NEVER
    found = network.chances([("a", "b")])["a", "b"]
    assert found.forward > 0.9
    assert found.backward == 0.0
    assert found.forward + found.backward + found.common + found.same == pytest.approx(1)


def test_the_order_of_a_pair_exchanges_the_answer():
    network = Network({"a": report(None, b=1.0), "b": report(None, a=4.0)}, weights())
    one, two = network.chances([("a", "b")])["a", "b"], network.chances([("b", "a")])["b", "a"]
    assert (one.forward, one.backward) == pytest.approx((two.backward, two.forward))
    assert one.forward > one.backward


def test_of_two_copies_of_a_third_the_third_is_named():
    network = Network({"s": report(1), "a": report(2, s=4.0, b=NEVER), "b": report(3, s=4.0, a=0.5)}, weights())
    found = network.chances([("a", "b")])["a", "b"]
    assert (found.third, found.rival) == ("s", "s")
    assert found.common > found.forward
    assert found.behind == pytest.approx(3.5)


@pytest.mark.parametrize("hour", [1, 2])
def test_a_copy_that_is_not_earlier_is_no_rival_of_the_source(hour):
    reports = {
        "s": report(1, copies=["c"], c=9.0, d=NEVER),
        "c": report(hour, copies=["s"], s=9.0, d=NEVER),
        "d": report(3, s=4.0, c=4.0, b=1.0),
        "b": report(2),
    }
    found = Network(reports, weights()).chances([("d", "s")])["d", "s"]
    assert (found.rival, found.behind, found.third, found.through) == ("b", pytest.approx(-3), None, None)
    assert found.backward > 0.9
    assert found.others == 1
    assert found.copies == ((), ("c",))
    assert found.exchanged().copies == (("c",), ())


def test_what_has_the_text_of_an_earlier_report_may_come_from_that_one():
    reports = {
        "s": report(1, copies=["c"], c=NEVER),
        "c": report(2, copies=["s"], s=9.0),
        "d": report(3, s=4.5, c=4.0),
    }
    found = Network(reports, weights()).chances([("c", "d")])["c", "d"]
    assert (found.third, found.rival) == ("s", "s")
    assert found.common > found.forward
    assert found.copies == (("s",), ())


def test_copies_that_appeared_after_an_article_were_not_used_for_it():
    reports = {
        "s": report(1, copies=["c", "e"]),
        "c": report(4, copies=["s", "e"]),
        "e": report(None, copies=["s", "c"]),
        "d": report(3, s=4.0, c=4.0, e=4.0),
    }
    assert Network(reports, weights()).chances([("d", "s")])["d", "s"].copies == ((), ("e",))


def test_a_report_between_two_is_told():
    network = Network({"s": report(1), "m": report(2, s=5.0), "d": report(3, m=6.0, s=2.0)}, weights())
    assert network.chances([("d", "s")])["d", "s"].through == "m"


def test_pairs_that_nobody_weighed_have_no_chances():
    network = Network({"a": report(1), "b": report(2)}, weights())
    assert network.chances([("a", "b")]) == {}


def test_times_that_touch_give_no_order():
    day, noon, next_day = Appearance(0, 86_399), Appearance(43_200, 43_200), Appearance(86_400, 172_799)
    assert (in_order(day, noon), in_order(day, next_day), in_order(next_day, day), in_order(None, day)) == (
        0,
        1,
        -1,
        0,
    )


def test_the_shipped_weights_say_what_they_were_fitted_on_and_survive_storing():
    stored = as_stored(shipped())
    assert "newsroom" in stored["about"]["fitted_on"]
    assert list(stored["reading"]["answers"]) == list(ANSWERS)
    assert as_stored(from_stored(json.loads(json.dumps(stored)))) == stored
    assert set(shipped().dated.columns) <= set(MEASURED)


def test_what_an_agency_sent_was_there_before_an_outlet_printed_it():
    printed_late = {"printed": report(5, rewritten=NEVER), "rewritten": report(2, ("printed",), printed=4.0)}
    found = Network(printed_late, weights()).chances([("printed", "rewritten")])["printed", "rewritten"]
    assert found.forward > 0.7
    assert (found.sent, found.late) == (True, True)
    in_time = {**printed_late, "printed": report(1, rewritten=NEVER)}
    found = Network(in_time, weights()).chances([("printed", "rewritten")])["printed", "rewritten"]
    assert (found.sent, found.late) == (True, False)


def test_of_two_that_are_an_agencys_the_better_explained_was_made_of_the_other():
    reports = {"early": report(2, ("late",), late=0.5), "late": report(5, early=4.0)}
    found = Network(reports, weights()).chances([("early", "late")])["early", "late"]
    assert found.forward > found.backward
    assert (found.sent, found.late) == (False, False)


def test_two_that_were_probably_made_from_a_third_are_probable():
    made = {"s": report(1), "a": report(2, s=4.0, b=NEVER), "b": report(3, s=4.0, a=NEVER)}
    found = Network(made, weights()).probable({("a", "s"), ("b", "s")})
    assert [(pair, each.third) for pair, each in found.items()] == [(("a", "b"), "s")]
    made = {"s": report(1), "a": report(2, s=4.0, b=NEVER), "b": report(3, s=-4.0, a=NEVER)}
    assert Network(made, weights()).probable({("a", "s"), ("b", "s")}) == {}


def test_without_a_passage_nothing_is_probable_that_nothing_shows():
    bare = {"s": report(1), "a": report(2, s=4.0)}
    assert Network(bare, weights()).probable(()) == {}
    told = {**bare, "a": replace(bare["a"], of_two=(((3, 9),),))}
    assert list(Network(told, weights()).probable(())) == [("a", "s")]
    assert Network(told, weights()).probable({("a", "s")}) == {}


def test_beside_many_further_reports_a_sure_pair_needs_nothing_else_to_show_it():
    further = {f"n{number}": NEVER for number in range(9)}
    many = {"s": report(1), "a": report(2, s=6.0, **further)}
    assert list(Network(many, weights()).probable(())) == [("a", "s")]
    few = {"s": report(1), "a": report(2, s=6.0, **dict(list(further.items())[:8]))}
    assert Network(few, weights()).probable(()) == {}
    unsure = {"s": report(1), "a": report(2, s=1.3, **further)}
    found = Network(unsure, weights()).chances([("a", "s")])["a", "s"]
    assert 0.5 < found.backward < 0.8
    assert Network(unsure, weights()).probable(()) == {}


def test_the_best_way_through_a_further_report_is_that_of_plain_loops():
    generator = np.random.default_rng(1)
    for _ in range(60):
        names = [f"n{number}" for number in range(int(generator.integers(2, 9)))]
        network = Network({}, weights())
        network._scores = {
            one: {
                other: float(generator.choice([NEVER, 0.5, generator.normal()]))
                for other in names
                if other != one and generator.random() < 0.8
            }
            for one in names
        }
        for derived, scores in network._scores.items():
            for source in scores:
                for without in names:
                    ways = [
                        min(value, network.score(source, name))
                        for name, value in scores.items()
                        if name not in (source, without) and value > NEVER
                    ]
                    assert network._reached(source, derived, without) == max([scores[source], NEVER, *ways])


@pytest.mark.parametrize(("rival", "behind"), [(1.0, 0.0), (6.0, 2.0), (16.0, 6.0)])
def test_what_only_a_source_quotes_is_read_with_how_far_it_is_behind(rival, behind):
    reports = {"s": report(1), "r": report(2), "d": report(3, s=4.0, r=rival)}
    reports["d"].measures[0, MEASURED.index("quote_exclusive")] = 0.25
    read = Network(reports, weights()).reading("d", "s")
    values = dict(zip(READING, read.values, strict=True))
    assert (values["quote_exclusive"], values["behind_quote_exclusive"]) == (0.25, 0.25 * behind)
    other = dict(zip(READING, Network(reports, weights()).reading("d", "r").values, strict=True))
    assert (other["quote_exclusive"], other["behind_quote_exclusive"]) == (0.0, 0.0)


def test_where_both_were_surely_made_from_a_third_it_is_their_common_source():
    others = [f"x{number}" for number in range(9)]
    apart = dict.fromkeys(others, NEVER)
    reports = {
        "s": report(1),
        "a": report(2, s=4.0, **apart),
        "b": report(3, s=4.0, a=-1.5, **apart),
        **{name: report(0) for name in others},
    }
    blind = weights()
    blind.reading.weights[1] = 0.0  # which never sees a common source
    blind.reading.intercepts[1] = -5.0
    found = Network(reports, blind).chances([("a", "b")])["a", "b"]
    made = Network(reports, blind).chances([("a", "s"), ("b", "s")])
    assert found.third == "s"
    assert found.common == pytest.approx(made["a", "s"].backward * made["b", "s"].backward)
    assert Network({**reports, "b": report(3, s=4.0, a=-1.5)}, blind).chances([("a", "b")])["a", "b"].common > 0.9
    few = {**reports, "a": report(2, s=4.0), "b": report(3, s=4.0, a=-1.5)}
    assert Network(few, blind).chances([("a", "b")])["a", "b"].common < 0.1
