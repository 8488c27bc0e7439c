"""The likeliest pieces of a text by a unigram model (Kudo 2018), as SentencePiece finds them.

Pieces and their beginnings are in an open hash table: `hashes` (0 where a slot is empty; a power of two slots) with
`numbers`, -1 for what only begins a piece.
"""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray

from provenance.kernels import arrays, numbers

Array = NDArray[Any]

FACTOR = 0x9E3779B97F4A7C15


def hashed(value: Any, character: Any) -> Any:
    """The hash of a text that goes on with one more code point; of no code points it is 1."""
    return numbers.mix(numbers.u64(value) * numbers.u64(FACTOR) + numbers.u64(character)) | numbers.u64(1)


def slot_of(hashes: Array, wanted: Any) -> Any:
    """The slot that has this hash, else the empty one in which it would be."""
    mask = len(hashes) - 1
    slot = numbers.i64(numbers.u64(wanted) & numbers.u64(mask))
    while hashes[slot] != 0 and hashes[slot] != wanted:
        slot = (slot + 1) & mask
    return slot


def fill(codes: Array, ends: Array, hashes: Array, places: Array) -> None:
    """Put every beginning of every piece into an empty table; `places[slot]` is the piece, or -1 for a beginning.

    Piece i has the code points `codes[ends[i - 1]:ends[i]]`.
    """
    start = 0
    for piece in range(len(ends)):
        value = numbers.u64(1)
        for at in range(start, ends[piece]):
            value = hashed(value, codes[at])
            slot = slot_of(hashes, value)
            if hashes[slot] == 0:
                hashes[slot] = value
                places[slot] = -1
            if at == ends[piece] - 1:
                places[slot] = piece
        start = ends[piece]


def segment(text: Array, hashes: Array, places: Array, scores: Array, unknown: int, penalty: float) -> Array:
    """The numbers of the pieces that the code points of `text` are best cut into.

    A code point that is no piece is `unknown` at a cost of `penalty`. Of equally good cuts the one found first wins,
    as in SentencePiece.
    """
    length = len(text)
    best = arrays.full_f64(length + 1, -1e38)
    start_of, piece_of = arrays.zeros_i64(length + 1), arrays.zeros_i64(length + 1)
    best[0] = 0.0
    for start in range(length):
        value = numbers.u64(1)
        single = False
        for end in range(start + 1, length + 1):
            value = hashed(value, text[end - 1])
            slot = slot_of(hashes, value)
            if hashes[slot] == 0:
                break
            piece = places[slot]
            if piece < 0:
                continue
            score = best[start] + scores[piece]
            if score > best[end]:
                best[end], start_of[end], piece_of[end] = score, start, piece
            single = single or end == start + 1
        if not single and best[start] + penalty > best[start + 1]:
            best[start + 1], start_of[start + 1], piece_of[start + 1] = best[start] + penalty, start, unknown
    count, end = 0, length
    while end > 0:
        count += 1
        end = start_of[end]
    found = arrays.zeros_i64(count)
    end = length
    while end > 0:
        count -= 1
        found[count] = piece_of[end]
        end = start_of[end]
    return arrays.array(found)
