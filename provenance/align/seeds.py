"""Kernels that find where in two texts a passage may correspond: pairs of word blocks that share rare words.

A text is cut into blocks; a cell is a block of A with its successor beside a block of B with its successor. A word
type shared by both blocks adds -ln p, p being the chance that two blocks hold it. Only the present and the next row
of cells are in memory, so that long texts cost time and space near their length.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from provenance.align.interning import Vocabulary, rarest_first
from provenance.kernels import kernel

Array = NDArray[Any]

# So many (word, block, block) meetings are added up at most, the rarest words first: two texts of 1 MB that share
# every frequent word would otherwise need 10^9. A pair of articles needs about 10^4.
MEETINGS = 15_000_000
CELLS_A_ROW = 32  # the best cells that one row of a long pair may keep; pairs of articles have fewer blocks


@kernel
def weights_and_meetings(counts_a: Array, counts_b: Array, block: int, highest_chance: float) -> tuple[Array, Array]:
    """The surprise of each word in two blocks, in nats, and how many pairs of places hold it; both 0 without use."""
    total = max(counts_a.sum() + counts_b.sum(), 1)
    weights, meetings = np.zeros(len(counts_a)), np.zeros(len(counts_a), np.int64)
    for word in range(len(counts_a)):
        if counts_a[word] > 0 and counts_b[word] > 0:
            chance = -math.expm1(-2.0 * block * (counts_a[word] + counts_b[word]) / total)
            if chance <= highest_chance:
                weights[word] = -math.log(chance)
                meetings[word] = np.int64(counts_a[word]) * counts_b[word]
    return weights, meetings


@kernel
def word_weights(counts_a: Array, counts_b: Array, block: int, highest_chance: float) -> Array:
    """What each word adds to a cell, in nats: 0 when it stands in one text only or is too frequent to tell."""
    weights, meetings = weights_and_meetings(counts_a, counts_b, block, highest_chance)
    used = rarest_first(meetings, MEETINGS)
    for word in range(len(weights)):
        if not used[word]:
            weights[word] = 0.0
    return weights


@kernel
def blocks_with(ids: Array, counts: Array, block: int) -> tuple[Array, Array, Array]:
    """For each word t the blocks that hold it, `blocks[begin[t]:end[t]]`, ascending."""
    begin = np.zeros(len(counts), np.int64)
    for word in range(1, len(counts)):
        begin[word] = begin[word - 1] + counts[word - 1]
    end = begin.copy()
    blocks = np.empty(len(ids), np.int32)
    for start in range(0, len(ids), block):
        number = start // block
        for place in range(start, min(len(ids), start + block)):
            word = ids[place]
            if end[word] == begin[word] or blocks[end[word] - 1] != number:
                blocks[end[word]] = number
                end[word] += 1
    return begin, end, blocks


@kernel
def add_row(
    ids_a: Array, row: int, begin: Array, end: Array, blocks: Array, weights: Array, block: int, sums: Array
) -> None:
    """Add the words of A's block `row` to `sums`, one number for each block of B."""
    sums[:] = 0.0
    for place in range(row * block, min(len(ids_a), (row + 1) * block)):
        word = ids_a[place]
        if weights[word] > 0.0:
            for index in range(begin[word], end[word]):
                sums[blocks[index]] += weights[word]


@kernel
def strong_cells(
    ids_a: Array, ids_b: Array, counts_b: Array, weights: Array, block: int, least: float, cells_a_row: int
) -> tuple[Array, Array, Array]:
    """Rows, columns and scores (nats) of all cells of 2 x 2 blocks with at least `least`, in reading order."""
    begin, end, blocks = blocks_with(ids_b, counts_b, block)
    rows_in_all = len(ids_a) // block + 1
    columns_in_all = len(ids_b) // block + 1
    here = np.zeros(columns_in_all + 1)
    below = np.zeros(columns_in_all + 1)
    scores_of_row = np.zeros(columns_in_all)
    room, count = 256, 0
    rows, columns, scores = np.empty(room, np.int32), np.empty(room, np.int32), np.empty(room)
    add_row(ids_a, 0, begin, end, blocks, weights, block, here)
    for row in range(rows_in_all):
        below[:] = 0.0
        if row + 1 < rows_in_all:
            add_row(ids_a, row + 1, begin, end, blocks, weights, block, below)
        strong = 0
        for column in range(columns_in_all):
            total = here[column] + here[column + 1] + below[column] + below[column + 1]
            scores_of_row[column] = total
            strong += total >= least
        limit = least
        if strong > cells_a_row:
            limit = np.sort(scores_of_row)[columns_in_all - cells_a_row]
        if strong > 0:
            for column in range(columns_in_all):
                if scores_of_row[column] >= limit:
                    if count == room:
                        room *= 2
                        rows = np.concatenate((rows, np.empty(room - count, np.int32)))
                        columns = np.concatenate((columns, np.empty(room - count, np.int32)))
                        scores = np.concatenate((scores, np.empty(room - count)))
                    rows[count], columns[count], scores[count] = row, column, scores_of_row[column]
                    count += 1
        here, below = below, here
    return rows[:count], columns[:count], scores[:count]


@kernel
def seed_cells(
    words: Vocabulary, block: int, highest_chance: float, least: float, cells_a_row: int
) -> tuple[Array, Array, Array]:
    """The strong cells of two texts; see `word_weights` and `strong_cells`."""
    weights = word_weights(words.counts_a, words.counts_b, block, highest_chance)
    return strong_cells(words.a, words.b, words.counts_b, weights, block, least, cells_a_row)
