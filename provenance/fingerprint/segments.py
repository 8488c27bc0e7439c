"""Lines and sentences as hashes: what boilerplate is recognised by.

A footer, a disclaimer or an agency's formula is one sentence or one line that many otherwise different articles
hold. Copied stories share their sentences too; telling the two apart is `provenance.fingerprint.boilerplate`'s part.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from provenance.fingerprint.minhash import shingle_at
from provenance.kernels import kernel
from provenance.text.tokens import EDGE, LINE, PARAGRAPH, SENTENCE, Tokens

SHORTEST = 3  # words: shorter lines ("By John Smith" has three) are too common to say anything


@dataclass(frozen=True, slots=True)
class Segments:
    """Sentences and lines of at least three words, in text order: token numbers [starts, ends) and word hashes."""

    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    hashes: NDArray[np.uint64]

    def __len__(self) -> int:
        return len(self.starts)


def segments(tokens: Tokens) -> Segments:
    """Cut a text at sentence ends, line ends and blank lines."""
    room = len(tokens) // SHORTEST + 1
    starts, ends = np.empty(room, np.int32), np.empty(room, np.int32)
    hashes = np.empty(room, np.uint64)
    count = cut(tokens.words, tokens.borders, tokens.traits, starts, ends, hashes)
    return Segments(starts[:count].copy(), ends[:count].copy(), hashes[:count].copy())


@kernel
def cut(
    words: NDArray[Any],
    borders: NDArray[Any],
    traits: NDArray[Any],
    starts: NDArray[Any],
    ends: NDArray[Any],
    hashes: NDArray[Any],
) -> int:
    """Fill the three arrays and return how many segments there are."""
    count, start = 0, 0
    for place in range(len(words)):
        border = borders[place]
        if border in (LINE, SENTENCE, EDGE) or traits[place] & PARAGRAPH:
            if place + 1 - start >= SHORTEST:
                starts[count] = start
                ends[count] = place + 1
                hashes[count] = shingle_at(words, start, place + 1 - start)
                count += 1
            start = place + 1
    return count
