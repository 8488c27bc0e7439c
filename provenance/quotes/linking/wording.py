"""The words of an utterance with their places, folded and stemmed, and which of them stand inside quotation marks.

Nothing here compares; it prepares what is compared.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from provenance.model import Quotation, Span
from provenance.text.normalisation import folded, stemmer

LONGEST = 600  # words of one utterance that are compared; a longer one is compared by its beginning

_WORD = re.compile(
    r"[\u2e80-\u2fdf\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"  # scripts without spaces: a character is a word
    r"|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’ʼ´`‘][^\W\d_]+)*|%"
)
_APOSTROPHES = str.maketrans("’ʼ´`‘", "'''''")


@dataclass(frozen=True, slots=True)
class Wording:
    """Parallel lists: each word folded, as written, its stem, its place, and the quotation marks it stands in.

    `inside` numbers the stretch of quotation marks that holds the word, -1 outside of any.
    """

    folded: tuple[str, ...]
    written: tuple[str, ...]
    stems: tuple[str, ...]
    spans: tuple[Span, ...]
    inside: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.folded)

    def quoted(self) -> Wording:
        """Only the words inside quotation marks."""
        if -1 not in self.inside:
            return self
        return self.taken([place for place, number in enumerate(self.inside) if number >= 0])

    def taken(self, places: Sequence[int]) -> Wording:
        """The words at these places."""
        return Wording(
            tuple(self.folded[place] for place in places),
            tuple(self.written[place] for place in places),
            tuple(self.stems[place] for place in places),
            tuple(self.spans[place] for place in places),
            tuple(self.inside[place] for place in places),
        )


def wording(text: str, span: Span, marks: Sequence[Span] = ()) -> Wording:
    """The words of `span`; `marks` are stretches inside quotation marks, ascending."""
    written, spans, inside = [], [], []
    number = 0
    for match in _WORD.finditer(text, *span):
        start, end = match.span()
        while number < len(marks) and marks[number].end <= start:
            number += 1
        written.append(match.group())
        spans.append(Span(start, end))
        inside.append(number if number < len(marks) and marks[number].start <= start else -1)
        if len(spans) == LONGEST:
            break
    folded = [fold(word) for word in written]
    stems = stemmer().stemWords(folded)
    return Wording(tuple(folded), tuple(written), tuple(stems), tuple(spans), tuple(inside))


def fold(word: str) -> str:
    """A word in lower case, without accents, ligatures, look-alike letters and possessive ending."""
    if word.isascii() and word.isalpha():  # nearly every word of an English text
        return word.lower()
    lower = word.translate(_APOSTROPHES).casefold()
    if not lower.isascii():
        lower = "".join(letter if letter == "'" else folded(letter) or letter for letter in lower)
    return lower[:-2] if lower.endswith("'s") and len(lower) > 4 else lower


def without_interruption(text: str, quotation: Quotation) -> list[Span]:
    """The parts of an indirect or mixed utterance without the "she said" that may stand inside it."""
    span = quotation.span
    own = [part for part in (quotation.cue, quotation.speaker_span) if part and span.start < part.start < span.end]
    if not own:
        return [span]
    start, end = min(part.start for part in own), max(part.end for part in own)
    parts = [Span(span.start, start), Span(min(end, span.end), span.end)]
    return [part for part in parts if part.of(text).strip(" ,;—–-")]
