"""Which words carry content: inverse document frequencies of common words, shipped with the package.

Passage keys are pairs of content words, and both sides of a comparison must agree on what those are. So the table is
one for everybody: it does not depend on what an archive holds, an archive of one article works, and archives can be
compared. It is made of `provenance.text.common_words`; words that the list lacks are rare, or of another language,
and count as content of the highest weight.
"""

from __future__ import annotations

import functools
import math
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from provenance.kernels import kernel
from provenance.text.common_words import VERSION, common_words
from provenance.text.tokens import tokenise

SCALE = 32  # weights are whole numbers, 32 to the nat, so that sums and ties are the same on every machine
UNKNOWN = 176  # weight of a word that is not listed: 5.5 nats, 4 articles in 1,000


class ContentTable(NamedTuple):
    """A hash table of stems: `stems` holds them (0 where free), `weights` beside them the idf in 1/SCALE nats.

    The length is a power of two; a stem stands at its lowest bits or in the next places after them.
    """

    name: str
    stems: NDArray[np.uint64]
    weights: NDArray[np.int32]


@functools.cache
def content_table() -> ContentTable:
    """The table that the package ships."""
    listed = common_words()
    return table_of(VERSION, [word for word, _ in listed], [share for _, share in listed])


def table_of(name: str, words: list[str], shares: list[float]) -> ContentTable:
    """A table of `words`, each with the share of articles (0..1) that hold it; of one stem the largest counts."""
    stems = tokenise("\n".join(words)).stems
    if len(stems) != len(words):
        raise ValueError("every entry of a word list must be one word")
    weights = [weight_of(share) for share in shares]
    size = 1 << max(4, (4 * len(words)).bit_length())
    table = ContentTable(name, np.zeros(size, np.uint64), np.full(size, UNKNOWN, np.int32))
    insert(stems, np.array(weights, np.int32), table.stems, table.weights)
    return table


def weight_of(share: float) -> int:
    """The weight of a word that stands in this share of articles."""
    return min(UNKNOWN, max(0, round(SCALE * math.log(1 / share)))) if share > 0 else UNKNOWN


@kernel
def slot_of(stem: Any, stems: NDArray[Any]) -> int:
    """Where `stem` stands in the table, or the free place where it would go."""
    mask = np.uint64(len(stems) - 1)
    place = stem & mask
    while stems[place] != np.uint64(0) and stems[place] != stem:
        place = (place + np.uint64(1)) & mask
    return int(place)


@kernel
def insert(words: NDArray[Any], given: NDArray[Any], stems: NDArray[Any], weights: NDArray[Any]) -> None:
    """Put each word's weight into the table, the smallest of those given for one stem."""
    for place in range(len(words)):
        slot = slot_of(words[place], stems)
        if stems[slot] == np.uint64(0):
            stems[slot] = words[place]
            weights[slot] = given[place]
        else:
            weights[slot] = min(weights[slot], given[place])
