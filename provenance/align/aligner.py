"""Alignment of two prepared texts: runs the passes and puts their findings together.

The passage pass finds passages from about 150 characters on: block seeds, refinement, merging, acceptance. It follows
a measured prototype (plagdet .966 on PAN 2013's training corpus) except that the background rate of a word is the
lower of its rates in the two texts, so that neither has to be called the suspicious one; overlaps are resolved by
fitting again; acceptance weighs both sides alike. The sentence pass (`kernels.pairing`) adds passages that are short
or rewritten; `short_copies` what a text of a few sentences has word for word.

Inside, A is always the text with fewer words, whatever the order of the call. So the answer is exactly symmetric, and
no pass has to break ties alike for both sides.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from provenance.config.align import AlignmentSettings, PassageSettings, SentenceSettings, SummaryPass
from provenance.model import Match

if TYPE_CHECKING:
    from provenance.align.kernels.pairing import PairingSettings
    from provenance.align.kernels.search import Growth
    from provenance.align.prepared_text import PreparedText

FEWEST_WORDS = 4  # of a text: below that there is nothing to seed
COPY_SCORE = 2.0  # nats for a word of a long copy: about what refinement gives the words of verbatim passages


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A passage pair while it is still counted in words: a rectangle in the plane of two texts.

    Words `a_start` to `a_end` of A beside words `b_start` to `b_end` of B, and each side's score in nats.
    """

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    a_score: float
    b_score: float

    @property
    def score(self) -> float:
        """The mean of both sides."""
        return (self.a_score + self.b_score) / 2

    def exchanged(self) -> Rectangle:
        """The same seen from the other text."""
        return Rectangle(self.b_start, self.b_end, self.a_start, self.a_end, self.b_score, self.a_score)

    def joined(self, other: Rectangle) -> Rectangle:
        """The smallest rectangle around both; scores add up."""
        return Rectangle(
            min(self.a_start, other.a_start),
            max(self.a_end, other.a_end),
            min(self.b_start, other.b_start),
            max(self.b_end, other.b_end),
            self.a_score + other.a_score,
            self.b_score + other.b_score,
        )


def align(a: PreparedText, b: PreparedText, settings: AlignmentSettings) -> tuple[Match, ...]:
    """The passages of A that correspond to passages of B, ascending in A, then in B.

    Offsets refer to the whole texts. `align(b, a, settings)` gives the same matches with sides exchanged; only the
    summary pass, which PAN's corpus alone needs, looks for summaries of B in A. Passages may overlap where words are
    used twice. Two texts with nothing in common give ().
    """
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
    a: PreparedText, b: PreparedText, accepted: list[Rectangle], variant: SummaryPass
) -> tuple[list[Match], list[Rectangle]]:
    """The summary of B in A, if there is one, followed by the passages that do not overlap it in A."""
    from provenance.align.matches import match_of, span_of_words
    from provenance.align.summary import find_summary

    summary = find_summary(a, b, accepted, variant)
    if summary is None:
        return [], accepted
    ranges = (summary.start, summary.end, 0, len(b.tokens))
    spans = (span_of_words(a, summary.start, summary.end), b.within)
    kept = [each for each in accepted if each.a_end <= summary.start or each.a_start >= summary.end]
    return [match_of(a, b, ranges, max(summary.odds, 0.0), spans)], kept


def _matches(
    a: PreparedText, b: PreparedText, rectangles: list[Rectangle], settings: AlignmentSettings
) -> list[Match]:
    """The findings of the passage pass and the sentence pass, as matches above the limits that the caller set."""
    import numpy as np

    from provenance.align.matches import matches_of

    places = [(each.a_start, each.a_end, each.b_start, each.b_end) for each in rectangles]
    ranges = np.array(places, np.int64).reshape(-1, 4)
    strengths = [each.score for each in rectangles]
    if settings.sentences is not None and a.units.sentences and b.units.sentences:
        from provenance.align.kernels.pairing import paired_words

        pairing = _pairing_settings(settings.sentences)
        paired, ranked = paired_words(a.units, b.units, a.word_stems, b.word_stems, ranges, pairing)
        if len(ranked):
            ranges = np.concatenate((ranges, paired))
            strengths += ranked.tolist()
    least_words = settings.min_words
    if settings.short is not None and len(a.tokens) <= settings.short.most_words:
        from provenance.align.short_copies import are_equal, is_notice, short_copies

        if are_equal(a, b) and not len(ranges):
            ranges, least_words = np.array([[0, len(a.tokens)] * 2], np.int64), 1
            strengths = [COPY_SCORE * len(a.tokens)]
        else:
            said = [at for at, (start, end, _, _) in enumerate(ranges.tolist()) if not is_notice(a, start, end)]
            copies, told = short_copies(a, b, ranges, settings.short)
            ranges = np.concatenate((ranges[said], copies))
            strengths = [*(strengths[at] for at in said), *told.tolist()]
    if settings.runs is not None:
        from provenance.align.copied_runs import with_copied_runs, without_notices

        if strengths:
            ranges, strengths = without_notices(a, b, ranges, strengths, settings.runs)
        ranges, strengths = with_copied_runs(a, b, ranges, strengths, settings.runs)
    if settings.clauses is not None and (a.language or b.language):
        from provenance.align.copied_clauses import copied_clauses, words_per_word

        clauses, in_nats = copied_clauses(a, b, ranges, settings.clauses)
        ranges, strengths = np.concatenate((ranges, clauses)), [*strengths, *in_nats]
        least_words = round(least_words * words_per_word(a, b))
    return matches_of(a, b, ranges, strengths, replace(settings, min_words=least_words))


@functools.lru_cache(maxsize=8)
def _pairing_settings(settings: SentenceSettings) -> PairingSettings:
    """The settings of the sentence pass as its kernels take them."""
    from provenance.align.kernels.pairing import PairingSettings
    from provenance.kernels.signatures import made

    return made(PairingSettings, *(getattr(settings, each.name) for each in fields(settings)))


def passage_rectangles(a: PreparedText, b: PreparedText, settings: PassageSettings) -> list[Rectangle]:
    """The accepted passage pairs of two texts, ascending in A."""
    if min(len(a.tokens), len(b.tokens)) < FEWEST_WORDS or settings.most_tries == 0:
        return []
    from provenance.align.kernels.search import grown_passages

    copies, found, scores = grown_passages(a.text_words, b.text_words, _growth(settings))
    rectangles = [_copied(*run) for run in copies.tolist()]
    rectangles += [Rectangle(*run, *both) for run, both in zip(found.tolist(), scores.tolist(), strict=True)]
    return [
        rectangle
        for rectangle in merge(rectangles, settings.merge_gap, settings.repeats)
        if acceptance(a, b, rectangle, settings) > settings.acceptance_limit
    ]


@functools.lru_cache(maxsize=8)
def _growth(settings: PassageSettings) -> Growth:
    """The settings of the passage pass as its kernels take them."""
    import numpy as np

    from provenance.align.kernels.refinement import Refinement
    from provenance.align.kernels.search import Growth
    from provenance.kernels.signatures import made

    refinement = made(
        Refinement,
        settings.block,
        settings.first_window,
        settings.window_margin,
        settings.rounds,
        settings.trim,
        settings.drop,
        settings.first_copy_rate,
        settings.copy_rate_weight,
        settings.lowest_copy_rate,
        settings.highest_copy_rate,
        settings.repeat_factor,
        np.array(settings.border_bonus, np.float64),
    )
    return made(
        Growth,
        settings.highest_seed_chance,
        settings.least_seed,
        settings.most_tries,
        settings.least_score,
        settings.repeats,
        refinement,
    )


def acceptance(a: PreparedText, b: PreparedText, rectangle: Rectangle, settings: PassageSettings) -> float:
    """Log odds that a passage pair is reuse: like a BLAST E-value, it weighs score and size against text sizes."""
    characters_a = int(a.tokens.ends[rectangle.a_end - 1] - a.tokens.starts[rectangle.a_start])
    characters_b = int(b.tokens.ends[rectangle.b_end - 1] - b.tokens.starts[rectangle.b_start])
    bias, of_score, of_size, of_texts = settings.acceptance
    return (
        bias
        + of_score * math.log(rectangle.score)
        + of_size * math.log(characters_a * characters_b)
        + of_texts * math.log(len(a.tokens) * len(b.tokens))
    )


def _copied(a_start: int, a_end: int, b_start: int, b_end: int) -> Rectangle:
    score = COPY_SCORE * (a_end - a_start)
    return Rectangle(a_start, a_end, b_start, b_end, score, score)


def merge(rectangles: Sequence[Rectangle], gap: int, keep_repeats: bool) -> list[Rectangle]:
    """Join rectangles that lie at most `gap` words apart on both sides, until none do; ascending in A.

    With `keep_repeats`, two uses of the same words stay two: one side shared by more than half, the other apart.
    """
    current = sorted(rectangles, key=_place)
    while True:
        merged = _merge_once(current, gap, keep_repeats)
        if len(merged) == len(current):
            return merged
        current = merged


def _merge_once(ordered: Sequence[Rectangle], gap: int, keep_repeats: bool) -> list[Rectangle]:
    done: list[Rectangle] = []
    reachable: list[Rectangle] = []
    for rectangle in ordered:
        done += [other for other in reachable if rectangle.a_start - other.a_end > gap]
        reachable = [other for other in reachable if rectangle.a_start - other.a_end <= gap]
        for place, other in enumerate(reachable):
            if _near(other, rectangle, gap) and not (keep_repeats and _repeated(other, rectangle)):
                reachable[place] = other.joined(rectangle)
                break
        else:
            reachable.append(rectangle)
    return sorted(done + reachable, key=_place)


def _place(rectangle: Rectangle) -> tuple[int, int, int, int]:
    return rectangle.a_start, rectangle.b_start, rectangle.a_end, rectangle.b_end


def _near(one: Rectangle, other: Rectangle, gap: int) -> bool:
    apart_a = max(one.a_start, other.a_start) - min(one.a_end, other.a_end)
    apart_b = max(one.b_start, other.b_start) - min(one.b_end, other.b_end)
    return apart_a <= gap and apart_b <= gap


def _repeated(one: Rectangle, other: Rectangle) -> bool:
    """Whether the rectangles overlap by more than half on one side and not at all on the other."""
    shared_a = min(one.a_end, other.a_end) - max(one.a_start, other.a_start)
    shared_b = min(one.b_end, other.b_end) - max(one.b_start, other.b_start)
    most_a = 2 * shared_a > min(one.a_end - one.a_start, other.a_end - other.a_start)
    most_b = 2 * shared_b > min(one.b_end - one.b_start, other.b_end - other.b_start)
    return (most_a and shared_b <= 0) or (most_b and shared_a <= 0)
