"""How much a word tells by itself: what the package knows of English at large, beside what two texts show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from provenance.text.common_words import SCALE, content_table

if TYPE_CHECKING:
    from provenance.text.tokens import Tokens


def word_rarities(tokens: Tokens) -> NDArray[np.float64]:
    """For each word -ln of the share of articles that hold it, in nats: 0 for "the", 5.5 for words not listed."""
    return content_table().weights_of(tokens.stems) / SCALE
