from __future__ import annotations

import math
from typing import Literal

import pytest

from provenance.errors import UnreadableInput
from provenance.evaluation.gold import GoldLink, halves, read_gold
from provenance.evaluation.link_scores import calibration_table, score_links
from provenance.model import Evidence, Link
from provenance.model.evidence import CommonSourceNamed

Likeliest = Literal["a->b", "b->a", "common_source", "none"]


def link(a: str, b: str, likeliest: Likeliest, confidence: float, common: str | None = None, name: float = 0) -> Link:
    evidence = (Evidence(CommonSourceNamed("c", name), "common", math.log(name / (1 - name))),) if name else ()
    return Link(
        a, b, "undetermined", confidence, 0, 0, (), likeliest=likeliest, common_source=common, evidence=evidence
    )


ROWS = [
    {"relation": "derived", "derived": "b", "source": "a", "lines": 2},
    {"relation": "derived", "derived": "c", "source": "d", "lines": 2},
    {"relation": "common_source", "a": "f", "b": "e", "sources": ["a"]},
    {"relation": "hidden_common_source", "a": "g", "b": "h"},
]


def test_gold_is_read_with_ascending_pairs() -> None:
    gold = read_gold(ROWS)
    assert [(each.a, each.b) for each in gold] == [("a", "b"), ("c", "d"), ("e", "f"), ("g", "h")]
    assert gold[1].source == "d"
    assert gold[2].sources == {"a"}


@pytest.mark.parametrize("row", [{}, {"relation": "cousin", "a": "a", "b": "b"}, {"relation": "derived", "a": "x"}])
def test_a_line_that_is_no_relation_is_named(row: dict[str, str]) -> None:
    with pytest.raises(UnreadableInput, match="line 1"):
        read_gold([row])


def test_right_answers_wrong_ways_and_abstention() -> None:
    links = {
        ("a", "b"): link("a", "b", "a->b", 0.95),
        ("d", "c"): link("d", "c", "b->a", 0.9),
        ("e", "f"): link("e", "f", "common_source", 0.95, "a", 0.9),
        ("g", "h"): link("g", "h", "a->b", 0.6),
    }
    scores = score_links(read_gold(ROWS), links)
    assert scores.linked == 1
    assert scores.right == 0.5
    assert (scores.derived_right, scores.derived_wrong_way) == (0.5, 0.5)
    assert (scores.answered, scores.right_of_answered) == (0.75, pytest.approx(2 / 3))
    assert scores.named_right == 1
    assert (scores.named_at, scores.right_of_named) == (1, 1)
    assert scores.hidden_as_derived == 0
    assert scores.confusion["hidden_common_source"] == {"derived": 1}
    assert scores.answered_confusion["hidden_common_source"] == {"not answered": 1}


def test_a_pair_without_a_link_is_wrong_and_not_answered() -> None:
    scores = score_links(read_gold(ROWS), {})
    assert (scores.linked, scores.right, scores.answered) == (0, 0, 0)
    assert scores.confusion["derived"] == {"not linked": 2}


def test_nothing_to_score() -> None:
    assert score_links([], {}).right == 0


def test_calibration_counts_bins() -> None:
    table = calibration_table([(0.95, True), (1.0, True), (0.05, False), (0.91, False)])
    assert [(each.low, each.answers) for each in table] == [(0.0, 1), (0.9, 3)]
    assert table[1].right == pytest.approx(2 / 3)


def test_whole_threads_fall_into_one_half() -> None:
    gold = [GoldLink(f"t{i}", f"t{i + 1}", "derived", f"t{i}") for i in range(0, 40, 2)]
    gold += [GoldLink("t0", "x", "common_source", None, frozenset({"t2"}))]
    half = halves(gold)
    assert half["t0"] == half["t1"] == half["t2"] == half["t3"] == half["x"]
    assert set(half.values()) == {0, 1}


def test_near_duplicates_are_gold_too() -> None:
    rows = [
        {"relation": "near_duplicate", "a": "a", "b": "b", "source": None},
        {"relation": "near_duplicate", "a": "c", "b": "d", "source": "c"},
        {"relation": "near_duplicate", "a": "e", "b": "f", "source": "f"},
        {"relation": "near_duplicate", "a": "g", "b": "h"},
    ]
    copies = {
        ("a", "b"): Link("a", "b", "near_duplicate", 1.0, 1, 1, ()),
        ("c", "d"): Link("c", "d", "near_duplicate", 1.0, 1, 1, (), derived="d", source="c", likeliest="a->b"),
        ("e", "f"): Link("e", "f", "near_duplicate", 1.0, 1, 1, (), derived="f", source="e", likeliest="a->b"),
        ("g", "h"): link("g", "h", "common_source", 0.9),
    }
    scores = score_links(read_gold(rows), copies)
    assert scores.confusion["near_duplicate"] == {"common source": 1, "right": 2, "wrong way": 1}


def test_a_common_source_may_be_named_alone_or_not_at_all() -> None:
    named, unnamed = read_gold(
        [
            {
                "relation": "common_source",
                "a": "a",
                "b": "b",
                "common_source": "c",
                "note": "other keys do not matter",
            },
            {"relation": "common_source", "a": "a", "b": "d", "common_source": None, "credited_source": "Northline"},
        ]
    )
    assert (named.relation, named.sources) == ("common_source", {"c"})
    assert unnamed.relation == "hidden_common_source"


@pytest.mark.parametrize("row", [[], "text", 3, None])
def test_a_line_that_is_no_object_says_what_one_is(row: object) -> None:
    with pytest.raises(UnreadableInput, match="a line is a JSON object with"):
        read_gold([row])  # type: ignore[list-item]
