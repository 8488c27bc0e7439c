"""The scorer of PAN's text alignment task: plagdet, macro precision and recall, granularity.

It follows Potthast et al., "An Evaluation Framework for Plagiarism Detection" (COLING 2010), and PAN's own script
where the paper leaves a choice open. It never reads files: `provenance.evaluation.pan` does.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from provenance.model import Span
from provenance.model.text_parts import union

Pair = tuple[Span, Span]  # a passage of the suspicious text and its passage of the source text


@dataclass(frozen=True, slots=True)
class Scores:
    """The four figures, each computed over the cases and detections of all pairs of texts together.

    `pairs_with_detection` counts pairs of texts, `cases` and `detections` count passages.
    """

    plagdet: float
    precision: float
    recall: float
    granularity: float
    pairs: int
    pairs_with_detection: int
    cases: int
    detections: int


def score(pairs: Iterable[tuple[Sequence[Pair], Sequence[Pair]]]) -> Scores:
    """Score (cases, detections) of each pair of texts; a detection can find only cases of its own pair.

    A detection finds a case when both of its passages meet the case's. Precision and recall are means over passages
    of the share of their characters (both sides together) that is found. Without any case or detection at all
    precision and recall are 1; with only one of them, 0.
    """
    precisions: list[float] = []
    recalls: list[float] = []
    finders: list[int] = []
    count = with_detection = 0
    for cases, detections in pairs:
        count += 1
        with_detection += bool(detections)
        recalls += [_covered(case, detections) for case in cases]
        precisions += [_covered(detection, cases) for detection in detections]
        finders += [found for case in cases if (found := sum(meets(case, other) for other in detections))]
    precision, recall = _mean(precisions, recalls), _mean(recalls, precisions)
    granularity = math.fsum(finders) / len(finders) if finders else 1.0
    return Scores(
        plagdet(precision, recall, granularity),
        precision,
        recall,
        granularity,
        count,
        with_detection,
        len(recalls),
        len(precisions),
    )


def plagdet(precision: float, recall: float, granularity: float) -> float:
    """The harmonic mean of precision and recall, divided by log2(1 + granularity)."""
    if precision + recall == 0:
        return 0.0
    return 2 * precision * recall / (precision + recall) / math.log2(1 + granularity)


def meets(one: Pair, other: Pair) -> bool:
    """Whether the pairs share a character on both sides."""
    return one[0].overlap(other[0]) > 0 and one[1].overlap(other[1]) > 0


def _covered(passage: Pair, others: Sequence[Pair]) -> float:
    """Share of the passage's characters, both sides together, that the others meeting it cover."""
    meeting = [other for other in others if meets(passage, other)]
    total = passage[0].length + passage[1].length
    if not meeting or total == 0:
        return 0.0
    covered = [span for side in (0, 1) for span in union((other[side] for other in meeting), passage[side])]
    return sum(span.length for span in covered) / total


def _mean(values: Sequence[float], counterpart: Sequence[float]) -> float:
    if values:
        return math.fsum(values) / len(values)
    return 0.0 if counterpart else 1.0
