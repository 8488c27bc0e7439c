"""How much of what two articles share is prose copied word for word, and how many others share it with them.

Everybody who writes about an event quotes the same statements and tells the same facts. Copied prose shows that one
text was written with the other, or with a common source, at hand; a quotation or a fact that ten articles hold shows
no such thing about any two of them. Counts only: what the counts weigh is for `judging` to say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from provenance.lineage.texts import SMALL, Texts
from provenance.model import Match, Passage, Quotation, Span

Pair = tuple[str, str]

COPIED_RUN = 8  # words that follow each other in both: fewer are a phrase ("citizenship question to the 2020 census")
HELD = 0.5  # part of a passage that another passage of the same text must cover to be about the same thing
MOST_PASSAGES = 256  # of one text that are looked at: a house's template stands in thousands of pairs


@dataclass(slots=True)
class Holding:
    """Answers for the pairs of one judgement; `texts` and `quotations` (by id) are those of the judgement."""

    texts: Texts
    quotations: Mapping[str, Sequence[Quotation]]
    beside: Mapping[str, tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]]
    _prose: dict[int, NDArray[np.int64]] = field(default_factory=dict)

    @classmethod
    def of(
        cls, texts: Texts, passages: Mapping[Pair, Sequence[Passage]], quotations: Mapping[str, Sequence[Quotation]]
    ) -> Holding:
        """Made ready for the passages of all pairs."""
        rows: dict[str, list[tuple[int, int, int]]] = {}
        for (a, b), found in sorted(passages.items()):
            for each in found:
                rows.setdefault(a, []).append((*each.match.a, texts.index[b]))
                rows.setdefault(b, []).append((*each.match.b, texts.index[a]))
        columns = {name: np.array(sorted(kept)[:MOST_PASSAGES], np.int64).T for name, kept in rows.items()}
        return cls(texts, quotations, {name: (part[0], part[1], part[2]) for name, part in columns.items()})

    def copied_words(self, pair: Pair, passages: Sequence[Passage]) -> int:
        """Words of prose that both texts have in stretches of `COPIED_RUN` equal ones, of the text with fewer.

        Prose is what stands in no quotation marks; names and numbers are not counted.
        """
        return min(self._copied(pair[side], [each.match for each in passages], side) for side in (0, 1))

    def other_holders(self, pair: Pair, passages: Sequence[Passage]) -> float:
        """How many further articles share a passage with one of the two: the mean over passages, by their lengths."""
        both = {self.texts.index[name] for name in pair}
        total = weighed = 0
        for each in passages:
            match = each.match
            found = [self._holders(name, span) - both for name, span in zip(pair, (match.a, match.b), strict=True)]
            total += max(map(len, found)) * match.a.length
            weighed += match.a.length
        return total / max(1, weighed)

    def _holders(self, name: str, span: Span) -> set[int]:
        starts, ends, others = self.beside[name]
        covered = np.minimum(ends, span.end) - np.maximum(starts, span.start)
        return set(others[covered >= HELD * span.length].tolist())

    def _copied(self, name: str, matches: Sequence[Match], side: int) -> int:
        text = self.texts.index[name]
        counts = self._prose_before(text, self.quotations.get(name, ()))
        total = reached = 0
        for stretch in sorted(shared[side] for match in matches for shared in match.shared):
            first, last = self.texts.words_of(text, stretch)
            if last - first >= COPIED_RUN and last > reached:
                total += int(counts[last] - counts[max(first, reached)])
                reached = last
        return total

    def _prose_before(self, text: int, quotations: Sequence[Quotation]) -> NDArray[np.int64]:
        """How many words of prose stand before each word of a text."""
        if text not in self._prose:
            begin, length = int(self.texts.base[text]) + text, self.texts.length(text)
            prose = (self.texts.marks[begin : begin + length] & SMALL) > 0
            for mark in (mark for each in quotations for mark in each.marks):
                first, last = self.texts.words_of(text, mark)
                prose[first:last] = False
            self._prose[text] = np.concatenate(([0], np.cumsum(prose)))
        return self._prose[text]
