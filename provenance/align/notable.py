"""Words whose change a reader should look at: numbers, names, and the negations of English."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from provenance.kernels import kernel
from provenance.text import tokens as marks

if TYPE_CHECKING:
    from provenance.text.tokens import Tokens

Array = NDArray[Any]

NUMBER, NAME, NEGATION = 1, 2, 3
NEGATIONS = ("not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "t")


def notable_words(text: str, tokens: Tokens) -> NDArray[np.uint8]:
    """The sort of each word: NUMBER, NAME (capitalised where no sentence begins), NEGATION ("t" in "don't"), or 0."""
    sorts, single = sorts_of_words(
        tokens.words, tokens.ends - tokens.starts, tokens.borders, tokens.traits, _negation_hashes()
    )
    for word in single.tolist():
        start = int(tokens.starts[word])
        if text[max(0, start - 2) : start] in {"n'", "n’"}:
            sorts[word] = NEGATION
    return sorts


@kernel
def sorts_of_words(
    words: Array, lengths: Array, borders: Array, traits: Array, negations: Array
) -> tuple[Array, Array]:
    """The sort of each word, and the words of one letter that stand for a negation after an apostrophe only."""
    sorts = np.zeros(len(words), np.uint8)
    single = np.empty(len(words), np.int64)
    count = 0
    for place in range(len(words)):
        if traits[place] & marks.NUMERIC:
            sorts[place] = NUMBER
        elif traits[place] & marks.CAPITALISED and place > 0:
            begins = borders[place - 1] >= marks.COLON or traits[place - 1] & marks.PARAGRAPH
            sorts[place] = 0 if begins else NAME
        for negation in negations:  # for a dozen this beats sorting the words
            if words[place] == negation:
                if lengths[place] > 1:
                    sorts[place] = NEGATION
                else:
                    single[count] = place
                    count += 1
    return sorts, single[:count].copy()


@functools.cache
def _negation_hashes() -> NDArray[np.uint64]:
    return marks.tokenise(" ".join(NEGATIONS)).words
