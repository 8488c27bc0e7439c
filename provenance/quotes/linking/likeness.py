"""How sure it is that two utterances are one, in nats.

The score is cov W + q + r + 4 sp: W sums the weights of the words that an order-keeping alignment shares, cov is
their part of the lighter utterance, r weighs the heaviest run of equal words, q the heaviest one inside quotation
marks on both sides, and sp is 1 for the same surname, -1 for another, 0 where one is unknown. Two remarks on one
subject share its phrases, so words that both articles use again weigh cov of what others weigh.
"""

from __future__ import annotations

from dataclasses import dataclass

from provenance.model import Span
from provenance.quotes.linking.alignment import aligned
from provenance.quotes.linking.utterances import Utterance


@dataclass(frozen=True, slots=True)
class Likeness:
    """The parts of the score; `pairs` are the aligned words, `quoted_run` the longest run inside marks, in words."""

    pairs: tuple[tuple[int, int], ...]
    shared: float
    coverage: float
    run: float
    marked_run: float
    quoted_run: int

    def score(self, speakers: float) -> float:
        """The whole score, with what the speakers add or take."""
        return self.coverage * self.shared + self.marked_run + self.run + speakers


def likeness(a: Utterance, b: Utterance) -> Likeness:
    """Align two utterances by their stems and weigh what they share."""
    pairs = aligned(a.words.stems, b.words.stems)
    lighter = min(a.total, b.total)
    held = sum(a.weights[i] for i, _ in pairs)
    coverage = min(1.0, held / lighter) if lighter > 0 else 0.0
    shared = run = best_run = marked = best_marked = 0.0
    length = longest = 0
    before = (-2, -2)
    for i, j in pairs:
        weight = a.weights[i] * (coverage if a.subject[i] and b.subject[j] else 1.0)
        shared += weight
        follows = (i - 1, j - 1) == before
        before = (i, j)
        run = run + weight if follows else weight
        best_run = max(best_run, run)
        if a.words.inside[i] >= 0 and b.words.inside[j] >= 0:
            marked = marked + weight if follows and length else weight
            length = length + 1 if follows and length else 1
            best_marked = max(best_marked, marked)
            longest = max(longest, length)
        else:
            marked, length = 0.0, 0
    return Likeness(tuple(pairs), shared, coverage, best_run, best_marked, longest)


def stretches(found: Likeness, a: Utterance, b: Utterance) -> tuple[tuple[Span, Span], ...]:
    """The shared wording as pairs of stretches, ascending in A; runs of equal words are one stretch."""
    out: list[tuple[Span, Span]] = []
    before = (-2, -2)
    for i, j in found.pairs:
        one, other = a.words.spans[i], b.words.spans[j]
        if (i - 1, j - 1) == before:
            out[-1] = (Span(out[-1][0].start, one.end), Span(out[-1][1].start, other.end))
        else:
            out.append((one, other))
        before = (i, j)
    return tuple(out)
