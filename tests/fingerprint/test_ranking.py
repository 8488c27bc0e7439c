"""The ranking of candidates against a slow, obvious one, and what it promises."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.config.fingerprint import RetrievalSettings
from provenance.fingerprint.ranking import ELSEWHERE, Choice, Question, Ranking, choose, question, rank

Posting = tuple[int, int, int]  # key number, article, position
WIDE = RetrievalSettings(part=40, neighbourhood=10, postings_a_part=1000, evidence=0)


def apart(place: int) -> int:
    """A distance for every place: most pairs are neighbours."""
    return 1 + place % 7 // 5


def ask(
    occurrences: list[tuple[int, int]],
    postings: list[Posting],
    archived: int = 100,
    chosen: RetrievalSettings = WIDE,
    more: dict[int, int] | None = None,
) -> Ranking:
    """Rank for occurrences (key, position) and postings; `more` adds postings of a key that were not looked up."""
    occurrences = sorted(occurrences, key=lambda one: one[1])
    asked = question(
        np.array([key for key, _ in occurrences], np.uint64),
        np.array([place for _, place in occurrences], np.int32),
        np.array([apart(place) for _, place in occurrences], np.int32),
    )
    numbers = {int(key): number for number, key in enumerate(asked.keys)}
    found = np.array(sorted({(numbers[k], a, p) for k, a, p in postings if k in numbers}), np.int64).reshape(-1, 3)
    frequencies = np.bincount(found[:, 0], minlength=len(asked.keys))
    for key, extra in (more or {}).items():
        frequencies[numbers[key]] += extra
    picked = choose(asked, frequencies, chosen)
    return rank(asked, picked, found[:, 0], found[:, 1], found[:, 2], frequencies, archived, chosen)


def slowly(occurrences: list[tuple[int, int]], postings: list[Posting], archived: int) -> list[tuple[int, int]]:
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


@settings(max_examples=200, deadline=None)
@given(occurrences_of, postings_of)
def test_ranking_is_the_obvious_one(occurrences: list[tuple[int, int]], postings: list[Posting]) -> None:
    found = ask(occurrences, postings)
    assert list(zip(found.articles.tolist(), found.scores.tolist(), strict=True)) == slowly(
        occurrences, postings, 100
    )
    assert found.unread == 0


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


def test_postings_of_keys_that_were_not_chosen_are_ignored() -> None:
    asked = question(np.array([4, 6], np.uint64), np.array([0, 3], np.int32), np.ones(2, np.int32))
    keys, articles, places = np.array([0, 1, 1]), np.array([7, 8, 9]), np.zeros(3, np.int64)
    found = rank(asked, Choice(np.array([0]), 2), keys, articles, places, np.array([1, 2]), 100, WIDE)
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
    asked = Question(np.array([1, 2], np.uint64), (places % 2).astype(np.int32), places, np.ones_like(places))
    numbers = np.repeat(np.arange(2), 100)
    frequencies = np.array([100, 100])
    articles, places = np.tile(np.arange(100), 2), np.zeros(200, np.int64)
    found = rank(asked, choose(asked, frequencies, WIDE), numbers, articles, places, frequencies, 1000, WIDE)
    assert len(found.articles) == WIDE.candidates
