"""The ranking of candidates against a slow, obvious one, and what it promises."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.config.fingerprint import RetrievalSettings
from provenance.fingerprint.keys import ELSEWHERE, Choice, Holders, Questions, Ranking, choose, rank

Occurrence = tuple[int, int]  # key, position
Posting = tuple[int, int, int]  # key, article, position
WIDE = RetrievalSettings(part=40, neighbourhood=10, postings_a_part=1000, evidence=0)


def apart(place: int) -> int:
    """A distance for every place: most pairs are neighbours."""
    return 1 + place % 7 // 5


def questions(*texts: list[Occurrence]) -> Questions:
    """What these texts ask, their occurrences in any order."""
    ordered = [sorted(text, key=lambda one: one[1]) for text in texts]
    return Questions.of(
        [
            (
                np.array([key for key, _ in text], np.uint64),
                np.array([place for _, place in text], np.int32),
                np.array([apart(place) for _, place in text], np.int32),
            )
            for text in ordered
        ]
    )


def holders(asked: Questions, postings: list[Posting]) -> Holders:
    """Those of the postings that are asked for."""
    numbers = {int(key): number for number, key in enumerate(asked.keys)}
    found = np.array(sorted({(numbers[k], a, p) for k, a, p in postings if k in numbers}), np.int64).reshape(-1, 3)
    bounds = np.searchsorted(found[:, 0], np.arange(len(asked.keys) + 1))
    return Holders(bounds, found[:, 1], found[:, 2], np.diff(bounds))


def ask_all(
    texts: list[list[Occurrence]],
    postings: list[Posting],
    archived: int = 100,
    chosen: RetrievalSettings = WIDE,
    more: dict[int, int] | None = None,
) -> list[Ranking]:
    """Rank for texts and postings; `more` adds postings of a key that were not looked up."""
    asked = questions(*texts)
    found = holders(asked, postings)
    frequencies = found.frequencies + [(more or {}).get(int(key), 0) for key in asked.keys]
    found = replace(found, frequencies=frequencies.astype(np.int64))
    picked = choose(asked, found.frequencies, chosen)
    return list(rank(asked, picked, found, archived, [chosen.candidates] * len(texts), chosen))


def ask(
    occurrences: list[Occurrence],
    postings: list[Posting],
    archived: int = 100,
    chosen: RetrievalSettings = WIDE,
    more: dict[int, int] | None = None,
) -> Ranking:
    """The same for one text."""
    return ask_all([occurrences], postings, archived, chosen, more)[0]


def slowly(occurrences: list[Occurrence], postings: list[Posting], archived: int) -> list[tuple[int, int]]:
    """(article, score), best first, without budgets."""
    first: dict[tuple[int, int], int] = {}
    for key, place in sorted(occurrences, key=lambda one: one[1]):
        first.setdefault((place // WIDE.part, key), place)
    holders: dict[int, set[Posting]] = {}
    for posting in postings:
        holders.setdefault(posting[0], set()).add(posting)
    hits: dict[int, list[tuple[int, int, int]]] = {}
    for (_, key), here in first.items():
        for _, article, there in holders.get(key, ()):
            nats = max(0.0, math.log((archived + 1) / len(holders[key])))
            hits.setdefault(article, []).append((here, there, max(1, round(1024 * nats**2)) * 2 // (1 + apart(here))))
    scores = []
    for article, found in hits.items():
        dense = max(
            sum(w for h, t, w in found if abs(h - here) <= 10 and abs(t - there) <= 10) for here, there, _ in found
        )
        total = sum({here: weight for here, _, weight in found}.values())
        scores.append((article, dense + total // ELSEWHERE, total))
    return [(a, s) for a, s, t in sorted(scores, key=lambda one: (-one[1], -one[2], one[0]))]


occurrences_of = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 90)), max_size=20, unique_by=lambda o: o[1])
postings_of = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 6), st.integers(0, 60)), max_size=60)


@settings(max_examples=200)
@given(occurrences_of, postings_of)
def test_ranking_is_the_obvious_one(occurrences: list[Occurrence], postings: list[Posting]) -> None:
    found = ask(occurrences, postings)
    assert list(zip(found.articles.tolist(), found.scores.tolist(), strict=True)) == slowly(
        occurrences, postings, 100
    )
    assert found.unread == 0


@settings(max_examples=200)
@given(st.lists(occurrences_of, max_size=4), postings_of, st.integers(1, 30))
def test_texts_that_are_asked_together_get_the_answers_of_each_alone(
    texts: list[list[Occurrence]], postings: list[Posting], budget: int
) -> None:
    few = replace(WIDE, postings_a_part=budget, reranked=3, candidates=2)
    together = ask_all(texts, postings, chosen=few)
    for text, found in zip(texts, together, strict=True):
        alone = ask(text, postings, chosen=few)
        assert found.articles.tolist() == alone.articles.tolist()
        assert found.scores.tolist() == alone.scores.tolist()
        assert found.shared.tolist() == alone.shared.tolist()
        assert (found.unread, found.left_out) == (alone.unread, alone.left_out)


def test_keys_that_lie_together_beat_more_keys_that_lie_apart() -> None:
    occurrences = [(key, 5 * key) for key in range(8)]
    together = [(key, 1, 5 * key) for key in range(3)]
    apart = [(key, 2, 50 * key) for key in range(4, 8)]
    assert ask(occurrences, together + apart).articles.tolist() == [1, 2]


def test_rare_keys_are_read_first_and_the_rest_is_counted() -> None:
    common = [(0, article, 0) for article in range(30)]
    found = ask([(0, 0), (1, 3)], [*common, (1, 7, 3)], chosen=replace(WIDE, postings_a_part=10))
    assert found.articles.tolist() == [7]
    assert found.unread == 30
    assert ask([(0, 0)], common, chosen=replace(WIDE, postings_a_key=30), more={0: 70}).unread == 70


def test_each_part_of_a_long_text_has_its_own_budget() -> None:
    postings = [(key, key, 0) for key in range(4)]
    occurrences = [(key, 40 * key) for key in range(4)]
    assert len(ask(occurrences, postings, chosen=replace(WIDE, postings_a_part=1)).articles) == 4
    assert len(ask(occurrences, postings, chosen=replace(WIDE, postings_a_part=1, part=1000)).articles) == 1


def test_ties_keep_the_order_of_archiving() -> None:
    postings = [(0, article, 0) for article in (5, 3, 9)]
    assert ask([(0, 0)], postings).articles.tolist() == [3, 5, 9]


def test_several_keys_at_one_place_of_the_text_count_once_by_the_one_that_stands_first_in_the_article() -> None:
    asked = Questions.of([(np.array([4, 6], np.uint64), np.array([9, 9], np.int32), np.array([2, 1], np.int32))])
    unit = round(1024 * math.log(101) ** 2)
    for first, second, counted in ((3, 200, unit * 2 // 3), (200, 3, unit)):
        found = holders(asked, [(4, 7, first), (6, 7, second)])
        (ranking,) = rank(asked, choose(asked, found.frequencies, WIDE), found, 100, [1], WIDE)
        assert ranking.shared.tolist() == [1]
        assert ranking.scores.tolist() == [unit + counted // ELSEWHERE]


def test_of_many_articles_those_with_the_largest_sums_are_ranked_anew() -> None:
    # Key 1 is the rarer one: the articles with both, then 8, which holds it alone, then those with key 0.
    postings = [(key, article, 50 * key) for article in range(6) for key in range(2 if article % 2 else 1)]
    asked = [(0, 0), (1, 2)], [*postings, (1, 8, 2)]
    assert ask(*asked, chosen=replace(WIDE, reranked=4)).articles.tolist() == [1, 3, 5, 8]
    assert ask(*asked, chosen=replace(WIDE, reranked=5)).articles.tolist() == [1, 3, 5, 8, 0]


def test_postings_of_keys_that_were_not_chosen_are_ignored() -> None:
    asked = questions([(4, 0), (6, 3)])
    chosen = Choice(np.array([0]), np.array([2]))
    (found,) = rank(asked, chosen, holders(asked, [(4, 7, 0), (6, 8, 0), (6, 9, 0)]), 100, [50], WIDE)
    assert found.articles.tolist() == [7]
    assert found.unread == 2


def test_articles_beyond_the_limit_are_counted_when_they_share_much() -> None:
    postings = [(key, article, key) for key in range(5) for article in range(6)]
    occurrences = [(key, key) for key in range(5)]
    found = ask(occurrences, [*postings, (0, 9, 0)], chosen=replace(WIDE, candidates=2))
    assert found.articles.tolist() == [0, 1]
    assert found.left_out == 4
    assert found.shared.tolist() == [5, 5]


def test_articles_with_too_little_evidence_are_passed_over() -> None:
    postings = [(0, 1, 0), (1, 1, 3), (2, 2, 0)]
    found = ask([(0, 0), (1, 3), (2, 60)], postings, chosen=replace(WIDE, evidence=1.15))
    assert found.articles.tolist() == [1]


def test_nothing_asked_or_nothing_found_is_an_empty_ranking() -> None:
    assert len(ask([], []).articles) == 0
    assert len(ask([(1, 0)], []).articles) == 0


def test_a_text_that_repeats_one_passage_for_ever_stays_quick() -> None:
    places = np.arange(100_000, dtype=np.int32)
    asked = Questions.of([((places % 2).astype(np.uint64), places, np.ones_like(places))])
    found = holders(asked, [(key, article, 0) for key in range(2) for article in range(100)])
    (ranking,) = rank(asked, choose(asked, found.frequencies, WIDE), found, 1000, [WIDE.candidates], WIDE)
    assert len(ranking.articles) == WIDE.candidates
