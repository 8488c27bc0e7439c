"""Finds the passages of some length that two texts share: cells of word blocks as seeds, the strongest refined first.

A text is cut into blocks; a cell is a block of A with its successor beside a block of B with its successor. A word
shared by both blocks adds -ln p, p being the chance that two blocks have it. Only the present and the next row of
cells are in memory, so that long texts cost time and space near their length.

A passage pair that lies mostly inside an earlier one on both sides is the same finding and is dropped. Any other that
overlaps an earlier one is fitted again inside the larger part that is still free on that side; only where it lies
mostly inside on that side and `repeats` is set is it kept as a second use of the same words. Nothing is dropped for
an overlap alone.
"""

from __future__ import annotations

import math
from typing import Any

from numpy.typing import NDArray

from provenance.align.kernels import exact, refinement
from provenance.align.kernels.exact import Vocabulary
from provenance.align.kernels.refinement import NumberedText, Refinement, Window
from provenance.kernels import arrays

Array = NDArray[Any]

# Most (word, block, block) triples that are added up, the rarest words first: two texts of 1 MB that share every
# frequent word would otherwise need 10^9. A pair of articles needs about 10^4.
MEETINGS = 15_000_000
CELLS_PER_ROW = 32  # the best cells that one row of a long pair may keep; pairs of articles have fewer blocks
SAME = 0.5  # two passage pairs are the same finding when one holds this part of the other on both sides


class TextWords:
    """The words of a text, in reading order: hashes of the `words` and of their `stems` (uint64), and the sort of
    border after each, `borders` (uint8, see `provenance.text.tokens`)."""

    def __init__(self, words: Array, stems: Array, borders: Array) -> None:
        self.words, self.stems, self.borders = words, stems, borders


class Growth:
    """The settings of the search, as `provenance.config.align.PassageSettings` names them."""

    def __init__(
        self,
        highest_seed_chance: float,
        least_seed: float,
        most_tries: int,
        least_score: float,
        repeats: bool,
        refinement: Refinement,
    ) -> None:
        self.highest_seed_chance, self.least_seed, self.most_tries = highest_seed_chance, least_seed, most_tries
        self.least_score, self.repeats, self.refinement = least_score, repeats, refinement


class Cells:
    """Cells of two texts, as parallel arrays: blocks of A (`rows`) and of B (`columns`), int64, `scores` in nats."""

    def __init__(self, rows: Array, columns: Array, scores: Array) -> None:
        self.rows, self.columns, self.scores = rows, columns, scores


class BlockPostings:
    """The blocks that have word t, ascending: `blocks[begin[t]:end[t]]` (int64, int32)."""

    def __init__(self, begin: Array, end: Array, blocks: Array) -> None:
        self.begin, self.end, self.blocks = begin, end, blocks


def grown_passages(a: TextWords, b: TextWords, settings: Growth) -> tuple[Array, Array, Array]:
    """Long copies; passages grown from seeds outside them, strongest seed first; the scores of the grown passages.

    The first two are rows (A start, A end, B start, B end) in words, the third rows (A score, B score) in nats,
    before merging and acceptance.
    """
    copies = exact.long_runs(a.words, b.words)
    words = exact.vocabulary(a.stems, b.stems)
    seeds = seed_cells(words, settings.refinement.block, settings.highest_seed_chance, settings.least_seed)
    one, other = numbered(words.a, a.borders), numbered(words.b, b.borders)
    tries = settings.most_tries + (len(words.a) + len(words.b)) // settings.refinement.block // 2
    return search(words, one, other, strongest_first(seeds), copies, tries, settings)


def numbered(ids: Array, borders: Array) -> NumberedText:
    """`NumberedText` of these arrays, faster than by `NumberedText(...)`, which makes Python objects of both."""
    text = NumberedText.__new__(NumberedText)
    text.ids, text.borders = ids, borders
    return text


def seed_cells(words: Vocabulary, block: int, highest_chance: float, least: float) -> Cells:
    """All cells with at least `least` nats, in reading order; of a crowded row the best CELLS_PER_ROW, with ties."""
    weights = word_weights(words, block, highest_chance)
    postings = blocks_with(words.b, words.counts_b, block)
    rows, columns = len(words.a) // block + 1, len(words.b) // block + 1
    here, below = arrays.zeros_f64(columns + 1), arrays.zeros_f64(columns + 1)
    scores_of_row = arrays.zeros_f64(columns)
    cells, count = room_for_cells(256), 0
    add_row(words.a, 0, postings, weights, block, here)
    for row in range(rows):
        add_row(words.a, row + 1, postings, weights, block, below)
        strong = 0
        for column in range(columns):
            scores_of_row[column] = here[column] + here[column + 1] + below[column] + below[column + 1]
            strong += scores_of_row[column] >= least
        if strong > 0:
            limit = least if strong <= CELLS_PER_ROW else highest_but(scores_of_row, CELLS_PER_ROW)
            if count + columns > len(cells.rows):
                cells = part_of(cells, count, 2 * (count + columns))
            for column in range(columns):
                if scores_of_row[column] >= limit:
                    put(cells, count, row, column, scores_of_row[column])
                    count += 1
        here, below = below, here
    return part_of(cells, count, count)


def room_for_cells(room: int) -> Cells:
    """Cells that are not set."""
    cells = Cells.__new__(Cells)
    cells.rows, cells.columns, cells.scores = arrays.empty_i64(room), arrays.empty_i64(room), arrays.empty_f64(room)
    return cells


def part_of(cells: Cells, count: int, room: int) -> Cells:
    """The first `count` cells, with room for `room`."""
    moved = room_for_cells(room)
    for cell in range(count):
        put(moved, cell, cells.rows[cell], cells.columns[cell], cells.scores[cell])
    return moved


def put(cells: Cells, place: int, row: int, column: int, score: float) -> None:
    """Set one cell."""
    cells.rows[place], cells.columns[place], cells.scores[place] = row, column, score


def word_weights(words: Vocabulary, block: int, highest_chance: float) -> Array:
    """What each word adds to a cell, in nats: 0 when it occurs in one text only or is too frequent to be evidence."""
    counts_a, counts_b = words.counts_a, words.counts_b
    size, total = len(counts_a), max(len(words.a) + len(words.b), 1)
    weights, meetings = arrays.zeros_f64(size), arrays.zeros_i64(size)
    for word in range(size):
        if counts_a[word] > 0 and counts_b[word] > 0:
            chance = -math.expm1(-2.0 * block * (counts_a[word] + counts_b[word]) / total)
            if chance <= highest_chance:
                weights[word] = -math.log(chance)
                meetings[word] = counts_a[word]
                meetings[word] *= counts_b[word]
    used = exact.rarest_first(meetings, MEETINGS)
    for word in range(size):
        if not used[word]:
            weights[word] = 0.0
    return weights


def blocks_with(ids: Array, counts: Array, block: int) -> BlockPostings:
    """The blocks of a text that have each word."""
    begin, end = arrays.zeros_i64(len(counts)), arrays.zeros_i64(len(counts))
    for word in range(1, len(counts)):
        begin[word] = begin[word - 1] + counts[word - 1]
        end[word] = begin[word]
    blocks = arrays.empty_i32(len(ids))
    number = left = 0
    for place in range(len(ids)):
        if left == block:
            number += 1
            left = 0
        left += 1
        word = ids[place]
        if end[word] == begin[word] or blocks[end[word] - 1] != number:
            blocks[end[word]] = number
            end[word] += 1
    postings = BlockPostings.__new__(BlockPostings)
    postings.begin, postings.end, postings.blocks = begin, end, blocks
    return postings


def add_row(ids_a: Array, row: int, postings: BlockPostings, weights: Array, block: int, sums: Array) -> None:
    """Add up the words of A's block `row` in `sums`, one number for each block of B; 0 beyond the last row."""
    begin, end, blocks = postings.begin, postings.end, postings.blocks
    for column in range(len(sums)):
        sums[column] = 0.0
    for place in range(row * block, min(len(ids_a), (row + 1) * block)):
        word = ids_a[place]
        if weights[word] > 0.0:
            for index in range(begin[word], end[word]):
                sums[blocks[index]] += weights[word]


def highest_but(values: Array, rank: int) -> float:
    """The `rank`-th of the values, the highest being the first; there are as many at least, and none below 0."""
    best = arrays.full_f64(rank, -1.0)  # ascending
    for place in range(len(values)):
        if values[place] > best[0]:
            slot = 0
            while slot + 1 < rank and best[slot + 1] < values[place]:
                best[slot] = best[slot + 1]
                slot += 1
            best[slot] = values[place]
    return float(best[0])


def strongest_first(cells: Cells) -> Cells:
    """The cells by descending score, then by row plus column (where both texts begin first), then by row."""
    size = len(cells.rows)
    corner, by_corner = arrays.empty_i64(size), arrays.empty_i64(size)
    score, by_score = arrays.empty_f64(size), arrays.empty_i64(size)
    for cell in range(size):
        corner[cell] = cells.rows[cell] + cells.columns[cell]
    arrays.order_i64(corner, by_corner)
    for cell in range(size):
        score[cell] = -cells.scores[by_corner[cell]]
    arrays.order_f64(score, by_score)
    ordered = room_for_cells(size)
    for place in range(size):
        cell = by_corner[by_score[place]]
        put(ordered, place, cells.rows[cell], cells.columns[cell], cells.scores[cell])
    return ordered


def overlap(start: int, end: int, other_start: int, other_end: int) -> int:
    """How many places two ranges share."""
    return max(0, min(end, other_end) - max(start, other_start))


def free_part(start: int, end: int, taken_start: int, taken_end: int, low: int, high: int) -> tuple[int, int]:
    """Limits (low, high) narrowed to the larger part of [start, end) outside the taken range."""
    if taken_start - start >= end - taken_end:
        return low, min(high, taken_start)
    return max(low, taken_end), high


def narrowed(
    found: Array,
    count: int,
    a_start: int,
    a_end: int,
    b_start: int,
    b_end: int,
    length_a: int,
    length_b: int,
    repeats: bool,
) -> tuple[bool, bool, int, int, int, int]:
    """Whether (a_start .. b_end) may be kept, whether it must be fitted again, and the limits to fit it in."""
    low_a, high_a, low_b, high_b = 0, length_a, 0, length_b
    again = False
    for index in range(count):
        shared_a = overlap(a_start, a_end, found[index, 0], found[index, 1])
        shared_b = overlap(b_start, b_end, found[index, 2], found[index, 3])
        if shared_a == 0 and shared_b == 0:
            continue
        part_a, part_b = shared_a / (a_end - a_start), shared_b / (b_end - b_start)
        if part_a > SAME and part_b > SAME:
            return False, False, 0, 0, 0, 0
        if shared_a > 0 and not (repeats and part_a > SAME):
            again = True
            low_a, high_a = free_part(a_start, a_end, found[index, 0], found[index, 1], low_a, high_a)
        if shared_b > 0 and not (repeats and part_b > SAME):
            again = True
            low_b, high_b = free_part(b_start, b_end, found[index, 2], found[index, 3], low_b, high_b)
    return True, again, low_a, high_a, low_b, high_b


def seed_is_taken(found: Array, count: int, row: int, column: int, block: int, repeats: bool) -> bool:
    """Whether earlier passages cover at least a block of the seed's A side (and of its B side)."""
    for index in range(count):
        in_a = overlap(row * block, (row + 2) * block, found[index, 0], found[index, 1]) >= block
        in_b = overlap(column * block, (column + 2) * block, found[index, 2], found[index, 3]) >= block
        if (in_a and in_b) or (not repeats and (in_a or in_b)):
            return True
    return False


def search(
    words: Vocabulary, a: NumberedText, b: NumberedText, seeds: Cells, given: Array, tries: int, settings: Growth
) -> tuple[Array, Array, Array]:
    """Passage pairs grown from the cells in the order given: `given`, word ranges (A start, A end, B start, B end),
    scores.

    A pair counts when the mean of its side scores is at least `least_score`; at most `tries` cells are tried. `given`
    pairs are known beforehand: nothing is looked for inside them.
    """
    length_a, length_b, known = len(a.ids), len(b.ids), len(given)
    if len(seeds.rows) == 0:
        return (
            arrays.array(given),
            arrays.array(arrays.empty_i64_table(0, 4)),
            arrays.array(arrays.empty_f64_table(0, 2)),
        )
    refining, block, least, repeats = (
        settings.refinement,
        settings.refinement.block,
        settings.least_score,
        settings.repeats,
    )
    background = refinement.background_rates(words)
    window = Window(len(background.classes), len(background.rates))
    found, scores = arrays.empty_i64_table(known + tries, 4), arrays.empty_f64_table(known + tries, 2)
    for place in range(known):
        for column in range(4):
            found[place, column] = given[place, column]
    # The cells already tried, as a chain for each row of blocks: neighbours of a tried cell lead to the same place.
    latest, earlier = arrays.full_i64(length_a // block + 2, -1), arrays.empty_i64(len(seeds.rows))
    count, tried = known, 0
    for cell in range(len(seeds.rows)):
        if tried == tries:
            break
        row, column = seeds.rows[cell], seeds.columns[cell]
        fresh = True
        for near in range(max(0, row - 1), row + 2):
            index = latest[near]
            while index >= 0 and fresh:
                fresh = seeds.columns[index] > column + 1 or seeds.columns[index] < column - 1
                index = earlier[index]
        if not fresh or seed_is_taken(found, count, row, column, block, repeats):
            continue
        tried += 1
        earlier[cell] = latest[row]
        latest[row] = cell
        a_start, a_end, b_start, b_end, a_score, b_score = refinement.refine(
            a, b, background, 0, length_a, 0, length_b, row, column, window, refining
        )
        for attempt in range(2):
            if a_score + b_score < 2 * least:
                break
            stays, again, low_a, high_a, low_b, high_b = narrowed(
                found, count, a_start, a_end, b_start, b_end, length_a, length_b, repeats
            )
            if not stays or (again and (attempt == 1 or high_a - low_a < 4 or high_b - low_b < 4)):
                break
            if not again:
                found[count, 0], found[count, 1], found[count, 2], found[count, 3] = a_start, a_end, b_start, b_end
                scores[count, 0], scores[count, 1] = a_score, b_score
                count += 1
                break
            a_start, a_end, b_start, b_end, a_score, b_score = refinement.refine(
                a, b, background, low_a, high_a, low_b, high_b, row, column, window, refining
            )
    return arrays.array(given), arrays.array(found)[known:count], arrays.array(scores)[known:count]
