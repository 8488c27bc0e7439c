"""Alignment of two prepared texts: runs the passes, puts their findings together, names kinds.

The text with fewer words plays A inside, whatever the order of the call, so that the answer is symmetric to the
letter: nothing below has to treat both sides alike where ties are broken.
"""

from __future__ import annotations

import functools
from dataclasses import fields
from typing import TYPE_CHECKING

from provenance.config.align import AlignmentSettings, SentenceSettings, SummaryPass
from provenance.model import Match

if TYPE_CHECKING:
    from provenance.align.kernels.pairing import Belief
    from provenance.align.passages import Rectangle
    from provenance.align.sides import Side


def align(a: Side, b: Side, settings: AlignmentSettings) -> tuple[Match, ...]:
    """The passages of A that correspond to passages of B, ascending in A, then in B.

    Offsets refer to the whole texts. `align(b, a, settings)` gives the same matches with sides exchanged; only the
    summary pass, which PAN's corpus alone needs, looks for summaries of B in A. Passages may overlap where words are
    used twice. Two texts with nothing in common give ().
    """
    from provenance.align.passages import passage_rectangles

    turned = b.order < a.order
    first, second = (b, a) if turned else (a, b)
    rectangles = passage_rectangles(first, second, settings.passages)
    matches: list[Match] = []
    if settings.summary != "off":
        accepted = [rectangle.exchanged() for rectangle in rectangles] if turned else rectangles
        summary, accepted = _summarised(a, b, accepted, settings.summary)
        matches += summary
        rectangles = [rectangle.exchanged() for rectangle in accepted] if turned else accepted
    found = _matches(first, second, rectangles, settings)
    matches += [match.exchanged() for match in found] if turned else found
    return tuple(sorted(matches, key=lambda match: (match.a, match.b, match.kind)))


def _summarised(
    a: Side, b: Side, accepted: list[Rectangle], variant: SummaryPass
) -> tuple[list[Match], list[Rectangle]]:
    """The summary of B in A where there is one, and the passages that do not meet it in A."""
    from provenance.align.matches import match_of, span_of_words
    from provenance.align.summary import find_summary

    summary = find_summary(a, b, accepted, variant)
    if summary is None:
        return [], accepted
    ranges = (summary.start, summary.end, 0, len(b.tokens))
    spans = (span_of_words(a, summary.start, summary.end), b.within)
    kept = [each for each in accepted if each.a_end <= summary.start or each.a_start >= summary.end]
    return [match_of(a, b, ranges, max(summary.odds, 0.0), spans)], kept


def _matches(a: Side, b: Side, rectangles: list[Rectangle], settings: AlignmentSettings) -> list[Match]:
    """What the passage pass and the sentence pass found, as matches above the limits that a person set."""
    import numpy as np

    from provenance.align.matches import matches_of

    places = [(each.a_start, each.a_end, each.b_start, each.b_end) for each in rectangles]
    ranges = np.array(places, np.int64).reshape(-1, 4)
    strengths = [each.score for each in rectangles]
    if settings.sentences is not None and a.units.sentences and b.units.sentences:
        from provenance.align.kernels.pairing import paired_words

        belief = _belief(settings.sentences)
        paired, ranked = paired_words(a.units, b.units, a.word_stems, b.word_stems, ranges, belief)
        ranges = np.concatenate((ranges, paired))
        strengths += ranked.tolist()
    return matches_of(a, b, ranges, strengths, settings)


@functools.lru_cache(maxsize=8)
def _belief(settings: SentenceSettings) -> Belief:
    """The settings of the sentence pass as its kernels take them."""
    from provenance.align.kernels.pairing import Belief
    from provenance.kernels.signatures import made

    return made(Belief, *(getattr(settings, each.name) for each in fields(settings)))
