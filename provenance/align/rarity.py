"""How much a word tells by itself: what the package knows of English at large, beside what two texts show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from provenance.fingerprint.content import SCALE, content_table, slot_of
from provenance.kernels import kernel

if TYPE_CHECKING:
    from provenance.text.tokens import Tokens

Array = NDArray[Any]


def word_rarities(tokens: Tokens) -> NDArray[np.float64]:
    """For each word -ln of the share of articles that hold it, in nats: 0 for "the", 5.5 for words not listed."""
    table = content_table()
    return looked_up(tokens.stems, table.stems, table.weights) / SCALE


@kernel
def looked_up(words: Array, stems: Array, weights: Array) -> Array:
    """The weight of each word in a hash table of stems."""
    found = np.empty(len(words), np.float64)
    for place in range(len(words)):
        found[place] = weights[slot_of(words[place], stems)]
    return found
