"""Passages of earlier versions beside those of current texts: each said once, the best, and named by the article."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from provenance.comparison.earlier_texts import (
    EarlierPassages,
    OnlyRemoved,
    SharedPassages,
    as_article,
    completed,
    internal_id,
    outside,
    shared_passages,
    with_measures,
)
from provenance.comparison.workbench import Workbench
from provenance.config.settings import Settings
from provenance.model import Article, EarlierText, Evidence, Link, Match, Passage, Span
from provenance.model.evidence import OwnWording, ThirdHolder
from provenance.model.text_parts import overlap, union


def passage(a: tuple[int, int], b: tuple[int, int], score: float = 1.0) -> Passage:
    return Passage(Match("verbatim" if score == 1 else "edited", Span(*a), Span(*b), score))


def places(shared: SharedPassages) -> list[tuple[tuple[int, int], tuple[int, int], tuple[int | None, int | None]]]:
    return [(tuple(each.match.a), tuple(each.match.b), each.versions) for each in shared.passages]


def test_what_current_texts_share_is_said_once() -> None:
    """
    B        |----------------|======|        what B has
    A now    |----------------|
    A at 1   |-----------------------|
    """
    current = [passage((0, 100), (0, 100))]
    earlier = [EarlierPassages("a", 1, (passage((0, 100), (0, 100)), passage((100, 140), (100, 140))))]
    shared = shared_passages(current, earlier)
    assert places(shared) == [((0, 100), (0, 100), (None, None)), ((100, 140), (100, 140), (1, None))]
    assert shared.judged is None
    assert shared.judged_passages == tuple(current)


def test_a_passage_that_is_half_new_is_kept() -> None:
    current = [passage((0, 50), (0, 50))]
    assert len(shared_passages(current, [EarlierPassages("a", 1, (passage((0, 100), (0, 100)),))]).passages) == 2
    assert len(shared_passages(current, [EarlierPassages("a", 1, (passage((0, 99), (0, 99)),))]).passages) == 1


def test_of_two_versions_the_closer_one_is_named_and_of_equal_ones_the_later() -> None:
    edited, verbatim = passage((0, 90), (10, 100), 0.8), passage((5, 95), (10, 100))
    closer = shared_passages([], [EarlierPassages("a", 1, (verbatim,)), EarlierPassages("a", 2, (edited,))])
    assert places(closer) == [((5, 95), (10, 100), (1, None))]
    equal = shared_passages([], [EarlierPassages("a", n, (verbatim,)) for n in (1, 3, 2)])
    assert places(equal) == [((5, 95), (10, 100), (3, None))]


def test_the_relation_is_judged_on_the_version_that_explains_most() -> None:
    earlier = [
        EarlierPassages("a", 1, (passage((0, 40), (0, 40)), passage((50, 90), (50, 90)))),
        EarlierPassages("b", 4, (passage((200, 260), (0, 60)),)),
    ]
    shared = shared_passages([], earlier)
    assert places(shared) == [
        ((200, 260), (0, 60), (None, 4)),
        ((0, 40), (0, 40), (1, None)),
        ((50, 90), (50, 90), (1, None)),
    ]
    assert shared.judged == earlier[0]
    assert shared.judged_passages == earlier[0].passages


SPANS = st.tuples(st.integers(0, 200), st.integers(1, 40)).map(lambda each: (each[0], each[0] + each[1]))
PASSAGES = st.builds(passage, SPANS, SPANS, st.sampled_from([1.0, 0.9, 0.5])).map(lambda each: each)
EARLIER = st.lists(
    st.builds(EarlierPassages, st.sampled_from("ab"), st.integers(1, 4), st.lists(PASSAGES, max_size=4).map(tuple)),
    max_size=4,
    unique_by=lambda each: each.versions,
)


@given(st.lists(PASSAGES, max_size=3), EARLIER)
def test_nothing_is_lost_and_nothing_said_twice(current: list[Passage], earlier: list[EarlierPassages]) -> None:
    shared = shared_passages(current, earlier)
    assert shared == shared_passages(current, earlier[::-1])
    assert [each for each in shared.passages if not each.is_earlier] == sorted(
        current, key=lambda each: (each.match.a, each.match.b)
    )
    for side in ("a", "b"):
        mine = [each for each in shared.passages if each.versions[0 if side == "a" else 1] is not None]
        kept = union([(p.match.b if side == "a" else p.match.a) for p in (*mine, *current)])
        for found in earlier:
            for each in found.passages if found.side == side else ():
                place = each.match.b if side == "a" else each.match.a
                assert overlap([place], kept) >= place.length / 2
    assert (shared.judged is None) == (bool(current) or not shared.passages)
    assert bool(shared.judged_passages) == bool(shared.passages)


@given(st.lists(SPANS.map(lambda each: Span(*each)), max_size=5), SPANS.map(lambda each: Span(*each)))
def test_outside_is_the_rest(spans: list[Span], within: Span) -> None:
    left = outside(spans, within)
    inside = union(spans, within)
    assert overlap(left, inside) == 0
    assert union([*left, *inside]) == [within]


BRIBE = (
    "The mayor of Norrvik took a bribe of nine thousand crowns from the ferry company in October, according to bank "
    "papers that the newspaper has seen. The money went to the account of his brother on the day of the vote."
)
FERRY = (
    "The ferry between Norrvik and Osterby will stop running at weekends from the first of May. Tickets for the "
    "crossing cost forty crowns by then, twice as much as before the old bridge was closed."
)


def earlier_text() -> EarlierText:
    text = f"{FERRY}\n\n{BRIBE}"
    return EarlierText(Article("s", text, Span(0, len(text))), 1, 1, (Span(len(FERRY) + 2, len(text)),))


def test_only_what_is_gone_is_compared() -> None:
    text = earlier_text()
    bench = Workbench(Settings.of(), OnlyRemoved(None, {internal_id("s", 1): text.spans}))
    both = Article("b", f"{BRIBE} {FERRY}", Span(0, len(f"{BRIBE} {FERRY}")))
    (found,) = bench.passages(as_article(text), both)
    assert (found.match.a, found.match.b) == (text.spans[0], Span(0, len(BRIBE)))
    assert len(bench.passages(text.article, both)) > 1


def test_measures_are_of_the_whole_version() -> None:
    text = earlier_text()
    bench = Workbench(Settings.of(), OnlyRemoved(None, {internal_id("s", 1): text.spans}))
    other = Article("b", BRIBE, Span(0, len(BRIBE)))
    found = bench.passages(as_article(text), other)
    shared = shared_passages([], [EarlierPassages("a", 1, found)])
    link = Link(internal_id("s", 1), "b", "derived", 0.9, 0, 0, found, derived="b", source=internal_id("s", 1))
    done = completed(link, ("s", "b"), shared, {internal_id("s", 1): "s"})
    assert (done.a, done.b, done.derived, done.source) == ("s", "b", "b", "s")
    assert [each.versions for each in done.passages] == [(1, None)]
    assert done.versions == [("s", 1)]
    assert done.spans_in("s") == []
    assert done.spans_in("b") == [Span(0, len(BRIBE))]
    done = with_measures(done, shared, bench.ready(as_article(text)), bench.ready(other))
    assert (round(done.share_a, 1), done.share_b) == (0.5, 1.0)
    assert done.containment is not None
    assert done.containment[0] < 0.6 < done.containment[1]


def test_third_texts_go_by_the_article_and_never_by_an_end() -> None:
    evidence = (
        Evidence(OwnWording(), "a", 1.0),
        Evidence(ThirdHolder("c\x002"), "common", 1.0),
        Evidence(ThirdHolder("s\x002"), "common", 1.0),
    )
    shared = shared_passages([], [EarlierPassages("a", 1, (passage((0, 10), (0, 10)),))])
    owners = {"s\x001": "s", "s\x002": "s", "c\x002": "c"}
    link = Link("s\x001", "b", "common_source", 0.9, 0, 0, (), common_source="c\x002", evidence=evidence)
    done = completed(link, ("s", "b"), shared, owners)
    assert done.common_source == "c"
    assert [each.arguments for each in done.evidence] == [OwnWording(), ThirdHolder("c")]
    own = completed(
        Link("s\x001", "b", "common_source", 0.9, 0, 0, (), common_source="s\x002"), ("s", "b"), shared, owners
    )
    assert (own.relation, own.source, own.derived, own.common_source) == ("derived", "s", "b", None)
