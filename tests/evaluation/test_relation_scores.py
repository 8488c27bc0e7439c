"""What is asserted is compared with gold, one relation at a time; accusations without ground are counted apart."""

import pytest

from provenance.evaluation.gold import GoldLink, read_gold
from provenance.evaluation.relation_scores import answer, is_right, score_relations
from provenance.model import Link

DERIVED = GoldLink("a", "b", "derived", "a")
COPIES = GoldLink("a", "b", "near_duplicate")
ORIGINAL = GoldLink("a", "b", "near_duplicate", "a")
COMMON = GoldLink("a", "b", "common_source", sources=frozenset("s"))
HIDDEN = GoldLink("a", "b", "hidden_common_source")
EVENT = GoldLink("a", "b", "same_event")
APART = GoldLink("a", "b", "independent")


def link(relation, source=None, confidence=0.9, likeliest="none", common=None, a="a", b="b"):
    derived = None if source is None else b if source == a else a
    return Link(
        a, b, relation, confidence, 0.5, 0.5, (), derived=derived, source=source, likeliest=likeliest,
        common_source=common,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("gold", "said", "answered"),
    [
        (DERIVED, link("derived", "a"), "right"),
        (DERIVED, link("derived", "b"), "wrong way"),
        (DERIVED, link("near_duplicate", "a"), "right"),
        (DERIVED, link("near_duplicate"), "near duplicate"),
        (DERIVED, link("common_source", common="s"), "common source"),
        (DERIVED, link("same_event"), "same event"),
        (DERIVED, link("undetermined"), "undetermined"),
        (DERIVED, None, "not linked"),
        (COPIES, link("near_duplicate", "b"), "right"),
        (COPIES, link("derived", "b"), "derived"),
        (ORIGINAL, link("near_duplicate", "a"), "right"),
        (ORIGINAL, link("near_duplicate", "b"), "wrong way"),
        (ORIGINAL, link("near_duplicate"), "near duplicate"),
        (ORIGINAL, link("derived", "a"), "derived"),
        (COMMON, link("common_source", common="s"), "right"),
        (COMMON, link("common_source", common="t"), "common source"),
        (COMMON, link("derived", "a"), "derived"),
        (HIDDEN, link("common_source"), "right"),
        (HIDDEN, link("same_event"), "same event"),
        (EVENT, link("same_event"), "right"),
        (APART, link("same_event"), "right"),
        (APART, link("near_duplicate"), "near duplicate"),
        (APART, link("derived", "b"), "derived"),
    ],
)
def test_an_answer_is_named_by_how_it_compares_with_the_gold(gold, said, answered):
    assert answer(gold, said) == answered


@pytest.mark.parametrize(
    ("gold", "likeliest", "relation", "right"),
    [
        (DERIVED, "a->b", "undetermined", True),
        (DERIVED, "b->a", "undetermined", False),
        (DERIVED, "same_event", "undetermined", False),
        (COMMON, "common_source", "undetermined", True),
        (APART, "same_event", "same_event", True),
        (APART, "none", "near_duplicate", False),
        (COPIES, "none", "near_duplicate", True),
    ],
)
def test_the_likeliest_relation_is_right_whatever_its_confidence(gold, likeliest, relation, right):
    assert is_right(gold, link(relation, confidence=0.4, likeliest=likeliest)) == right


def test_accusations_without_ground_are_counted_at_the_confidence_that_people_see():
    gold = read_gold(
        [
            {"relation": "independent", "a": "a", "b": "b"},
            {"relation": "same_event", "a": "a", "b": "c"},
            {"relation": "independent", "a": "a", "b": "d"},
            {"relation": "hidden_common_source", "a": "b", "b": "c"},
        ]
    )
    links = {
        ("a", "b"): link("derived", "a", 0.85),
        ("a", "c"): link("derived", "c", 0.75, b="c"),
        ("a", "d"): link("near_duplicate", b="d", confidence=0.5),
        ("b", "c"): link("derived", "b", 0.95, a="b", b="c"),
    }
    found = {each.relation: each for each in score_relations(gold, links).relations}
    assert found["independent"].false == 2  # copies are copies at any confidence
    assert found["same_event"].false == 0
    assert found["same_event"].answers == {"undetermined": 1}
    assert found["hidden_common_source"].false == 1
    sure = {each.relation: each for each in score_relations(gold, links, 0.9).relations}
    assert sure["independent"].false == 1


def test_the_surest_source_of_an_article_is_held_against_its_direct_ones():
    gold = read_gold(
        [
            {"relation": "derived", "derived": "c", "source": "b"},
            {"relation": "derived", "derived": "c", "source": "a", "direct": False},
            {"relation": "derived", "derived": "d", "source": "a"},
        ]
    )
    links = {
        ("a", "c"): link("derived", "a", 0.95, b="c", likeliest="a->b"),
        ("b", "c"): link("derived", "b", 0.9, a="b", b="c", likeliest="a->b"),
        ("a", "d"): link("derived", "a", 0.85, b="d", likeliest="a->b"),
    }
    scores = score_relations(gold, links)
    assert (scores.named, scores.named_direct) == (2, 1)
    assert (scores.direct.pairs, scores.direct.right) == (2, 2)
    assert scores.relations[0].right == 3
    assert scores.calibration_error == pytest.approx((0.05 + 0.1 + 0.15) / 3)
