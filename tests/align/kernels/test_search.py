"""Seed cells against a full matrix, summed cell by cell; what keeps passages apart; compiled and plain search."""

import itertools
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_twins import Record, agree, plain

from provenance.config.align import PassageSettings
from provenance.text.tokens import tokenise

EXACT, REFINEMENT, SEARCH = (f"provenance.align.kernels.{name}" for name in ("exact", "refinement", "search"))
exact, search = plain(EXACT), plain(SEARCH)

RANGES = st.tuples(st.integers(0, 60), st.integers(1, 15)).map(lambda pair: (pair[0], pair[0] + pair[1]))
CORPUS = Path(__file__).parents[3] / "corpus"
IDS = st.lists(st.integers(1, 40), min_size=1, max_size=60).map(lambda words: np.array(words, np.uint64))


def oracle_cells(words, weights, block, least):
    rows, columns = len(words.a) // block + 1, len(words.b) // block + 1
    matrix = np.zeros((rows + 1, columns + 1))
    for place, word in enumerate(words.a.tolist()):
        held = {other // block for other, each in enumerate(words.b.tolist()) if each == word}
        for column in held:
            matrix[place // block, column] += weights[word]
    sums = matrix[:-1, :-1] + matrix[1:, :-1] + matrix[:-1, 1:] + matrix[1:, 1:]
    return {(row, column): sums[row, column] for row, column in zip(*np.nonzero(sums >= least), strict=True)}


@given(IDS, IDS)
def test_cells_agree_with_the_whole_matrix(a, b):
    words = exact.vocabulary(a, b)
    weights = search.word_weights(words, 4, 0.8)
    cells = search.seed_cells(words, 4, 0.8, 1.5)
    expected = oracle_cells(words, weights, 4, 1.5)
    found = dict(
        zip(zip(cells.rows.tolist(), cells.columns.tolist(), strict=True), cells.scores.tolist(), strict=True)
    )
    # Sums near the limit may fall on either side of it, because they are added in another order.
    assert {cell for cell in found if abs(found[cell] - 1.5) > 1e-9} == {
        cell for cell in expected if abs(expected[cell] - 1.5) > 1e-9
    }
    assert all(found[cell] == pytest.approx(expected[cell]) for cell in found if cell in expected)


@given(IDS, st.integers(1, 5))
def test_blocks_with_a_word_are_listed_once(a, block):
    words = exact.vocabulary(a, a[:0])
    postings = search.blocks_with(words.a, words.counts_a, block)
    for word in range(len(words.counts_a)):
        expected = sorted({place // block for place, each in enumerate(words.a.tolist()) if each == word})
        assert postings.blocks[postings.begin[word] : postings.end[word]].tolist() == expected


@given(IDS, IDS)
def test_weights_are_the_surprise_of_two_blocks(a, b):
    words = exact.vocabulary(a, b)
    weights = search.word_weights(words, 4, 0.8)
    total = len(a) + len(b)
    for word, weight in enumerate(weights):
        chance = 1 - math.exp(-8 * (words.counts_a[word] + words.counts_b[word]) / total)
        shared = words.counts_a[word] > 0 and words.counts_b[word] > 0
        assert weight == pytest.approx(-math.log(chance) if shared and chance <= 0.8 else 0.0)


def test_a_crowded_row_keeps_its_best_cells():
    rare, frequent = np.arange(4, dtype=np.uint64), np.arange(4, 800, dtype=np.uint64)
    words = exact.vocabulary(np.concatenate((rare, frequent)), np.tile(rare, 100))
    cells = search.seed_cells(words, 4, 1.0, 0.1)
    assert search.CELLS_PER_ROW <= np.count_nonzero(cells.rows == 0) <= 100


@given(st.lists(st.integers(0, 9).map(float), min_size=1, max_size=12), st.data())
def test_the_highest_but_some(values, data):
    rank = data.draw(st.integers(1, len(values)))
    assert search.highest_but(np.array(values), rank) == sorted(values, reverse=True)[rank - 1]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 2).map(float)), max_size=9))
def test_the_strongest_cells_come_first(cells):
    kinds = np.int64, np.int64, np.float64
    columns = [np.array([cell[place] for cell in cells], kind) for place, kind in enumerate(kinds)]
    ordered = search.strongest_first(search.Cells(*columns))
    expected = sorted(cells, key=lambda cell: (-cell[2], cell[0] + cell[1]))
    assert list(zip(ordered.rows, ordered.columns, ordered.scores, strict=True)) == expected


FOUND = st.lists(st.tuples(RANGES, RANGES).map(lambda sides: (*sides[0], *sides[1])), max_size=5)


def shared(one, other):
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


@given(FOUND, st.integers(0, 5), st.integers(0, 5), st.booleans())
def test_a_seed_is_taken_when_a_block_of_it_is(found, row, column, repeats):
    block = 8
    window_a, window_b = (row * block, (row + 2) * block), (column * block, (column + 2) * block)
    taken = [(shared(window_a, each[:2]) >= block, shared(window_b, each[2:]) >= block) for each in found]
    expected = any((a and b) if repeats else (a or b) for a, b in taken)
    rows = np.array(found, np.int64).reshape(-1, 4)
    assert search.seed_is_taken(rows, len(rows), row, column, block, repeats) == expected


@given(FOUND, RANGES, RANGES)
def test_what_grew_too_far_is_fitted_in_free_ground(found, range_a, range_b):
    rows = np.array(found, np.int64).reshape(-1, 4)
    stays, again, low_a, high_a, low_b, high_b = search.narrowed(rows, len(rows), *range_a, *range_b, 100, 100, False)
    size_a, size_b = range_a[1] - range_a[0], range_b[1] - range_b[0]
    same = any(
        shared(range_a, each[:2]) > search.SAME * size_a and shared(range_b, each[2:]) > search.SAME * size_b
        for each in found
    )
    assert stays != same
    if stays:
        meets = any(shared(range_a, each[:2]) or shared(range_b, each[2:]) for each in found)
        assert again == meets
        for each in found:
            if shared(range_a, each[:2]):
                assert high_a <= each[0] or low_a >= each[1]
            if shared(range_b, each[2:]):
                assert high_b <= each[2] or low_b >= each[3]


def growth(settings):
    bonus = np.array(settings.border_bonus)
    names = [name for name in plain(REFINEMENT).Refinement.__init__.__annotations__ if hasattr(settings, name)]
    refining = Record(REFINEMENT, "Refinement", *(getattr(settings, name) for name in names[:-1]), bonus)
    names = [name for name in search.Growth.__init__.__annotations__ if hasattr(settings, name)]
    return Record(SEARCH, "Growth", *(getattr(settings, name) for name in names), refining)


def text_words(tokens):
    return Record(SEARCH, "TextWords", tokens.words, tokens.stems, tokens.borders)


@given(st.lists(st.integers(0, 9), min_size=1, max_size=40), st.lists(st.integers(0, 9), min_size=1, max_size=40))
def test_compiled_search_is_plain_search(a, b):
    """Of short texts of ten words, with seeds everywhere."""
    settings = PassageSettings(block=2, least_seed=1.0, least_score=0.5, most_tries=5, trim=3, window_margin=2)
    one, other = (text_words(tokenise(" ".join(f"word{each}, the" for each in words))) for words in (a, b))
    agree(SEARCH, "grown_passages", one, other, growth(settings))


@pytest.mark.parametrize("repeats", [True, False])
def test_compiled_search_is_plain_search_of_articles(repeats):
    found = 0
    texts = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.rglob("*.txt"))[:12]]
    sides = [text_words(tokenise(text)) for text in texts]
    for one, other in itertools.combinations(sides, 2):
        found += len(agree(SEARCH, "grown_passages", one, other, growth(PassageSettings(repeats=repeats)))[1])
    assert found
