"""The words of a text as the kernels that draw passages see them: parallel arrays under one name."""

from __future__ import annotations

from typing import Any, NamedTuple

from numpy.typing import NDArray

Array = NDArray[Any]


class Words(NamedTuple):
    """What is known of each word of a text, in reading order.

    `words` and `stems` are hashes, `rarities` nats, `borders` what follows a word (`provenance.text.tokens`),
    `openings` whether a clause begins with it, `notable` its sort (`provenance.align.notable`), `quoted` and
    `uttered` whether it stands in quotation marks, and in something that somebody is reported to have said.
    """

    words: Array
    stems: Array
    rarities: Array
    borders: Array
    openings: Array
    notable: Array
    quoted: Array
    uttered: Array
