"""Codes of sentences beside each other: how alike they are, and which of very many are nearest.

A code has two bits per dimension: in the first half of its words the sign, in the second half whether the value is
large. Such a value is -3, -1, 1 or 3, so the products of two codes are whole numbers and the same on every machine.
"""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray

from provenance.kernels import bits

Array = NDArray[Any]


def products(a: Array, b: Array, table: Array) -> None:
    """Fill `table[i, j]` with the sum of the products of the values of code i of `a` and code j of `b`.

    Rows have 2 w words. Each product is the signs' times 1, 3 or 9, for which the larger ones are counted again.
    """
    half = a.shape[1] // 2
    for i in range(a.shape[0]):
        for j in range(b.shape[0]):
            total = 0
            for word in range(half):
                unlike = a[i, word] ^ b[j, word]
                large_a, large_b = a[i, half + word], b[j, half + word]
                both = large_a & large_b
                total += 64 + 2 * (bits.ones(large_a) + bits.ones(large_b)) + 4 * bits.ones(both)
                less = bits.ones(unlike) + 2 * (bits.ones(unlike & large_a) + bits.ones(unlike & large_b))
                total -= 2 * (less + 4 * bits.ones(unlike & both))
            table[i, j] = total


def nearest(asked: Array, signs: Array, first: int, distances: Array, places: Array) -> None:
    """Take the rows of `signs` into the lists of those nearest to each row of `asked`.

    `distances[i]` and `places[i]` are a heap, the worst of those kept for row i on top: the number of unlike signs,
    and `first` plus the row. Start with distances larger than any; call with ascending `first`: of equal ones
    those that came earlier are kept.
    """
    width, kept = asked.shape[1], distances.shape[1]
    for row in range(signs.shape[0]):
        for i in range(asked.shape[0]):
            unlike = 0
            for word in range(width):
                unlike += bits.ones(asked[i, word] ^ signs[row, word])
            if unlike >= distances[i, 0]:
                continue
            place, down = first + row, 0
            while True:  # the new one sinks from the top to where neither below it is worse
                below = 2 * down + 1
                if below >= kept:
                    break
                if below + 1 < kept and is_worse(
                    distances[i, below + 1], places[i, below + 1], distances[i, below], places[i, below]
                ):
                    below += 1
                if not is_worse(distances[i, below], places[i, below], unlike, place):
                    break
                distances[i, down], places[i, down] = distances[i, below], places[i, below]
                down = below
            distances[i, down], places[i, down] = unlike, place


def is_worse(distance: int, place: int, other_distance: int, other_place: int) -> bool:
    """Whether the first is left out before the second."""
    return distance > other_distance or (distance == other_distance and place > other_place)
