"""Seed cells against a full matrix, summed cell by cell."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.align.interning import vocabulary
from provenance.align.seeds import CELLS_A_ROW, blocks_with, seed_cells, strong_cells, word_weights

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
    words = vocabulary(a, b)
    weights = word_weights(words.counts_a, words.counts_b, 4, 0.8)
    rows, columns, scores = seed_cells(words, 4, 0.8, 1.5, CELLS_A_ROW)
    expected = oracle_cells(words, weights, 4, 1.5)
    found = dict(zip(zip(rows.tolist(), columns.tolist(), strict=True), scores.tolist(), strict=True))
    # Sums near the limit may fall on either side of it, because they are added in another order.
    assert {cell for cell in found if abs(found[cell] - 1.5) > 1e-9} == {
        cell for cell in expected if abs(expected[cell] - 1.5) > 1e-9
    }
    assert all(found[cell] == pytest.approx(expected[cell]) for cell in found if cell in expected)


@given(IDS, st.integers(1, 5))
def test_blocks_with_a_word_are_listed_once(a, block):
    words = vocabulary(a, a[:0])
    begin, end, blocks = blocks_with(words.a, words.counts_a, block)
    for word in range(len(words.counts_a)):
        expected = sorted({place // block for place, each in enumerate(words.a.tolist()) if each == word})
        assert blocks[begin[word] : end[word]].tolist() == expected


@given(IDS, IDS)
def test_weights_are_the_surprise_of_two_blocks(a, b):
    words = vocabulary(a, b)
    weights = word_weights(words.counts_a, words.counts_b, 4, 0.8)
    total = len(a) + len(b)
    for word, weight in enumerate(weights):
        chance = 1 - math.exp(-8 * (words.counts_a[word] + words.counts_b[word]) / total)
        shared = words.counts_a[word] > 0 and words.counts_b[word] > 0
        assert weight == pytest.approx(-math.log(chance) if shared and chance <= 0.8 else 0.0)


def test_a_crowded_row_keeps_its_best_cells():
    words = vocabulary(np.arange(4, dtype=np.uint64), np.tile(np.arange(4, dtype=np.uint64), 50))
    weights = np.array([1.0, 1.0, 1.0, 1.0])
    rows, _, _ = strong_cells(words.a, words.b, words.counts_b, weights, 4, 1.0, 5)
    assert 5 <= np.count_nonzero(rows == 0) <= 50
