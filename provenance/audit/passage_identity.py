"""Which passages of a link people spoke about: by their places, by their words where a text changed, by set phrases.

Nothing here decides what holds; `provenance.audit.reviews` does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from provenance.model import Match, Span
from provenance.text.tokens import tokenise

Words = NDArray[np.uint64]

# A passage is the one that a person spoke about if more than half of it, on both sides, is what was shown then:
# another profile or a better program moves borders by some words and joins or splits passages.
SAME = 0.5
# A passage consists of a set phrase if this part of its words does: passages take in a word or two around a phrase.
SET_WORDS = 0.8
AROUND = 400  # characters before and after a passage in which a phrase may begin and end


def same_place(found: Match, shown: tuple[Span, Span]) -> bool:
    """Whether most of a passage is what was shown, on both sides; the spans are of the same texts."""
    return all(
        span.overlap(before) > SAME * span.length for span, before in zip((found.a, found.b), shown, strict=True)
    )


def same_words(found: tuple[Words, Words], shown: tuple[Words, Words]) -> bool:
    """Whether most words of a passage are those that were shown, on both sides; for texts that changed."""
    return all(_common(one, other) > SAME * len(one) for one, other in zip(found, shown, strict=True))


def words_of(text: str, span: Span) -> Words:
    """The words of a part of a text, as hashes that are equal for words that count as the same."""
    return tokenise(text, span).words


def is_set_phrase(text: str, span: Span, phrases: Iterable[Words]) -> bool:
    """Whether a part of a text consists, nearly, of set phrases; a phrase may begin before it and end after it."""
    room = Span(max(span.start - AROUND, 0), min(span.end + AROUND, len(text)))
    tokens = tokenise(text, room)
    inside = (tokens.ends > span.start) & (tokens.starts < span.end)
    total = int(np.count_nonzero(inside))
    if not total:
        return False
    held = np.zeros(len(tokens), bool)
    for phrase in phrases:
        for place in _occurrences(tokens.words, phrase):
            held[place : place + len(phrase)] = True
    return int(np.count_nonzero(held & inside)) >= SET_WORDS * total


def _occurrences(words: Words, phrase: Words) -> list[int]:
    last = len(words) - len(phrase)
    if last < 0 or not len(phrase):
        return []
    starts = np.flatnonzero(words[: last + 1] == phrase[0])
    return [int(place) for place in starts if np.array_equal(words[place : place + len(phrase)], phrase)]


def _common(one: Words, other: Words) -> int:
    return sum((Counter(one.tolist()) & Counter(other.tolist())).values())
