"""The word diff against textbook dynamic programming, and drawn as text."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_twins import plain

wording = plain("provenance.align.kernels.wording")  # compiled, it is tried by what calls it: test_matches.py

NOTHING = tuple(np.empty((2, 0), np.int64))
WORDS = st.lists(st.integers(0, 4), max_size=9).map(lambda words: np.array(words, np.uint64))


def in_order(a, b, most_cells=wording.MOST_CELLS):
    """Places of the words of A and of B that are matched in order."""
    places = np.empty((2, min(len(a), len(b))), np.int64)
    count = wording.matched_in_order(a, b, most_cells, *places)
    return tuple(places[:, :count])


def out_of_order(a, b, informative, places_a, places_b):
    """Places of the words of A and of B that moved."""
    moved = np.empty((2, min(len(a), len(b)) - len(places_a)), np.int64)
    count = wording.moved_words(a, b, informative.astype(np.uint8), places_a, places_b, len(places_a), *moved)
    return tuple(moved[:, :count])


def runs(places_a, places_b, moved_a, moved_b):
    rows = np.empty((2 + len(places_a) + len(moved_a), 3), np.int64)
    return rows[2 : wording.runs(places_a, places_b, moved_a, moved_b, rows, 2)]


def best_value(a, b):
    """The most that 2 for each matched word and RUN_BONUS for each continued run can add up to."""
    matched: dict[tuple[int, int], int] = {}
    for row in range(len(a)):
        for column in range(len(b)):
            if a[row] != b[column]:
                continue
            earlier = [value for (i, j), value in matched.items() if i < row and j < column]
            value = 2 + max(earlier, default=0)
            if (row - 1, column - 1) in matched:
                value = max(value, 2 + wording.RUN_BONUS + matched[row - 1, column - 1])
            matched[row, column] = value
    return max(matched.values(), default=0)


def value_of(places_a, places_b):
    going_on = sum(
        1
        for one, other in zip(range(len(places_a) - 1), range(1, len(places_a)), strict=True)
        if places_a[other] - places_a[one] == 1 == places_b[other] - places_b[one]
    )
    return 2 * len(places_a) + wording.RUN_BONUS * going_on


@given(WORDS, WORDS)
def test_the_alignment_is_the_best_there_is(a, b):
    places_a, places_b = in_order(a, b)
    assert np.all(a[places_a] == b[places_b])
    assert np.all(np.diff(places_a) > 0)
    assert np.all(np.diff(places_b) > 0)
    assert value_of(places_a.tolist(), places_b.tolist()) == best_value(a.tolist(), b.tolist())


@given(WORDS, WORDS)
def test_long_passages_give_valid_matches_too(a, b):
    places_a, places_b = in_order(a, b, 4)
    assert np.all(a[places_a] == b[places_b])
    assert np.all(np.diff(places_a) > 0)
    assert np.all(np.diff(places_b) > 0)


@given(WORDS)
def test_a_passage_matches_itself_wholly_however_long(a):
    places_a, places_b = in_order(a, a, 4)
    assert places_a.tolist() == places_b.tolist() == list(range(len(a)))


@given(st.lists(st.integers(0, 9), max_size=9).map(sorted), st.integers(-1, 10))
def test_place_among(values, value):
    found = wording.place_among(np.array(values, np.int64), value)
    assert found == sum(each < value for each in values)


@given(st.lists(st.integers(0, 20), max_size=12))
def test_longest_ascending(values):
    kept = np.empty(len(values), np.int64)
    kept = kept[: wording.longest_ascending(np.array(values, np.int64), kept)]
    chosen = [values[index] for index in kept]
    assert chosen == sorted(set(chosen))
    assert kept.tolist() == sorted(kept.tolist())
    longest: list[int] = []
    for place, value in enumerate(values):
        before = [longest[index] for index in range(place) if values[index] < value]
        longest.append(1 + max(before, default=0))
    assert len(kept) == max(longest, default=0)


def moved_slowly(a, b, informative, places_a, places_b):
    rest_a = [word for place, word in enumerate(a) if informative[place] and place not in places_a]
    rest_b = [word for place, word in enumerate(b) if place not in places_b]
    single = [word for word in rest_a if rest_a.count(word) == 1 == rest_b.count(word)]
    return [
        (
            next(
                place for place in range(len(a)) if a[place] == word and informative[place] and place not in places_a
            ),
            next(place for place in range(len(b)) if b[place] == word and place not in places_b),
        )
        for word in single
    ]


@given(WORDS, WORDS, st.integers(0, 2**9 - 1))
def test_moved_words_agree_with_the_oracle(a, b, bits):
    informative = np.array([bits >> place & 1 for place in range(len(a))], bool)
    places = in_order(a, b)
    moved = out_of_order(a, b, informative, *places)
    slowly = moved_slowly(a.tolist(), b.tolist(), informative, *(each.tolist() for each in places))
    assert list(zip(*(each.tolist() for each in moved), strict=True)) == slowly


def drawn(one, other):
    """Both lines with the words matched in order in capitals and moved ones in brackets."""
    a, b = one.split(), other.split()
    numbers = {word: number for number, word in enumerate(sorted(set(a + b)))}
    ids_a = np.array([numbers[word] for word in a], np.uint64)
    ids_b = np.array([numbers[word] for word in b], np.uint64)
    places_a, places_b = in_order(ids_a, ids_b)
    moved_a, moved_b = out_of_order(ids_a, ids_b, np.ones(len(a), bool), places_a, places_b)

    def line(words, places, moved):
        return " ".join(
            word.upper() if place in places else f"({word})" if place in moved else word
            for place, word in enumerate(words)
        )

    return line(a, places_a, moved_a), line(b, places_b, moved_b)


PICTURES = [
    (
        "the mayor closed the old bridge on friday",
        "THE MAYOR CLOSED THE old BRIDGE (on) (friday)",
        "(on) (friday) THE MAYOR CLOSED THE BRIDGE",
    ),
    (
        "not one of the eleven barges paid",
        "(not) (one) OF the ELEVEN BARGES PAID",
        "OF ELEVEN BARGES (not) (one) PAID",
    ),
    ("nothing here", "nothing here", "matches there"),
    ("", "", "anything"),
]


@pytest.mark.parametrize(("one", "first", "second"), PICTURES)
def test_pictures(one, first, second):
    other = second.replace("(", "").replace(")", "").lower()
    assert drawn(one, other) == (first, second)


@given(WORDS, WORDS)
def test_the_longest_run_is_the_longest_of_all_runs(a, b):
    places = in_order(a, b)
    found = runs(*places, *NOTHING)
    assert wording.longest_run(*places) == max(found[:, 2], default=0)


@given(WORDS, WORDS, st.lists(st.booleans(), min_size=9, max_size=9))
def test_runs_are_all_matches_joined_where_both_sides_go_on(a, b, bits):
    places = in_order(a, b)
    moved = out_of_order(a, b, np.array(bits[: len(a)], bool), *places)
    matches = sorted(zip(*(np.concatenate(each).tolist() for each in zip(places, moved, strict=True)), strict=True))
    found = runs(*places, *moved).tolist()
    assert [(i + step, j + step) for i, j, size in found for step in range(size)] == matches
    assert all((i + size, j + size) != (k, m) for (i, j, size), (k, m, _) in itertools.pairwise(found))


def test_runs_join_neighbours_on_both_sides():
    found = runs(*np.array([[0, 1, 2, 5], [4, 5, 6, 0]]), np.array([3]), np.array([9]))
    assert found.tolist() == [[0, 4, 3], [3, 9, 1], [5, 0, 1]]
