"""Which pieces of quotations are compared, and the score, in nats, of two of them being one utterance.

Pieces are compared that share rare words (`utterance_table`), and all pieces of two linked articles. Keys that many
pieces share are ignored, as boilerplate is, so that the work stays bounded.

The score is cov W + q + r + 4 sp: W sums the weights of the words that an order-keeping alignment shares, cov is
their part of the lighter piece, r weighs the heaviest run of equal words, q the heaviest one inside quotation marks
on both sides, and sp is 1 for the same surname, -1 for another, 0 where one is unknown. Two remarks on one subject
share its phrases, so words that both articles use again weigh cov of what others weigh.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provenance.config.quotes import QuotationSettings
from provenance.model import Span
from provenance.quotes.linking.utterance_pieces import Piece, QuotedArticle
from provenance.quotes.linking.utterance_words import Words, aligned

DAY = 86_400.0
MOST_PIECES = 120  # of one article that are compared with all pieces of another


def days_apart(a: QuotedArticle, b: QuotedArticle) -> float:
    """Days between the nearest ends of two dates; 0 where one is unknown."""
    if a.earliest is None or b.earliest is None or a.latest is None or b.latest is None:
        return 0.0
    return max(0.0, a.earliest - b.latest, b.earliest - a.latest) / DAY


def pairs_of_linked(
    one: Sequence[Piece], other: Sequence[Piece], limit: float, settings: QuotationSettings
) -> Iterator[tuple[Piece, Piece]]:
    """Pairs of pieces of two articles that have a limit of their own, if the shared words could reach it."""
    least = limit / 3 - settings.speaker_weight  # the score counts a shared word at most three times
    theirs = [(b, dict(zip(b.stems, b.weights, strict=True))) for b in other[:MOST_PIECES]]
    for a in one[:MOST_PIECES]:
        mine = dict(zip(a.stems, a.weights, strict=True))
        for b, weights in theirs:
            if sum(mine[stem] for stem in mine.keys() & weights.keys()) >= least:
                yield a, b


@dataclass(frozen=True, slots=True)
class Likeness:
    """The parts of the score of two pieces.

    `pairs` are the places of the aligned words in A and B; `shared`, `run` and `marked_run` (W, r and q) are in nats,
    `coverage` (cov) is 0 to 1, `quoted_run` is the longest run inside quotation marks on both sides, in words.
    """

    pairs: tuple[tuple[int, int], ...]
    shared: float
    coverage: float
    run: float
    marked_run: float
    quoted_run: int

    def score(self, speakers: float) -> float:
        """The whole score, with what the speakers add or take."""
        return self.coverage * self.shared + self.marked_run + self.run + speakers


def likeness(a: Piece, b: Piece) -> Likeness:
    """Align two pieces by their stems and weigh what they share."""
    pairs = aligned(a.stems, b.stems)
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
        if a.marked[i] and b.marked[j]:
            marked = marked + weight if follows and length else weight
            length = length + 1 if follows and length else 1
            best_marked = max(best_marked, marked)
            longest = max(longest, length)
        else:
            marked, length = 0.0, 0
    return Likeness(tuple(pairs), shared, coverage, best_run, best_marked, longest)


def shared_stretches(found: Likeness, a: Words, b: Words) -> tuple[tuple[Span, Span], ...]:
    """The shared wording as pairs of stretches, ascending in A; runs of equal words are one stretch."""
    out: list[tuple[Span, Span]] = []
    before = (-2, -2)
    for i, j in found.pairs:
        one, other = a.spans[i], b.spans[j]
        if (i - 1, j - 1) == before:
            out[-1] = (Span(out[-1][0].start, one.end), Span(out[-1][1].start, other.end))
        else:
            out.append((one, other))
        before = (i, j)
    return tuple(out)
