"""How common words are in news at large: a list that ships with the package, for telling content words from others.

`common_words.txt` lists one word per line, with the share of articles (per thousand) that hold the word or another of
the same stem. Names of people and places are left out on purpose: a name that is common one year is a clue the next.
The table does not depend on an archive's content, so that an archive of one article works and archives can be
compared. Words that the list lacks are rare, or of another language, and weigh the most.
"""

from __future__ import annotations

import functools
import math
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from provenance.text.kernels.words import insert_weights, look_up_weights
from provenance.text.tokens import tokenise

VERSION = "common1"
SCALE = 32  # weights are whole numbers, 32 to the nat, so that sums and ties are the same on every machine
UNKNOWN = 176  # weight of a word that is not listed: 5.5 nats, 4 articles in 1,000

_LIST = Path(__file__).with_name("common_words.txt")


class ContentTable(NamedTuple):
    """A hash table of light stems (see `provenance.text.kernels.words`): `stems`, and beside them their `weights`,
    the inverse document frequency in 1/SCALE nats."""

    name: str
    stems: NDArray[np.uint64]
    weights: NDArray[np.int32]

    def weights_of(self, stems: NDArray[np.uint64]) -> NDArray[np.int32]:
        """The weight of each stem, in 1/SCALE nats; UNKNOWN for those that are not listed."""
        weights = np.empty(len(stems), np.int32)
        look_up_weights(stems, self.stems, self.weights, weights)
        return weights


def common_words() -> list[tuple[str, float]]:
    """Each listed word with the share of articles, 0 to 1, that hold it or another of its stem."""
    lines = (line for line in _LIST.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))
    return [(word, float(share) / 1000) for word, share in map(str.split, lines)]


@functools.cache
def content_table() -> ContentTable:
    """The table that the package ships."""
    listed = common_words()
    return table_of(VERSION, [word for word, _ in listed], [share for _, share in listed])


def table_of(name: str, words: list[str], shares: list[float]) -> ContentTable:
    """A table of `words`, each with the share of articles (0 to 1) that hold it; of one stem the largest counts."""
    stems = tokenise("\n".join(words)).stems
    if len(stems) != len(words):
        raise ValueError("every entry of a word list must be one word")
    weights = [weight_of(share) for share in shares]
    size = 1 << max(4, (4 * len(words)).bit_length())
    table = ContentTable(name, np.zeros(size, np.uint64), np.full(size, UNKNOWN, np.int32))
    insert_weights(stems, np.array(weights, np.int32), table.stems, table.weights)
    return table


def weight_of(share: float) -> int:
    """The weight of a word that occurs in this share of articles."""
    return min(UNKNOWN, max(0, round(SCALE * math.log(1 / share)))) if share > 0 else UNKNOWN
