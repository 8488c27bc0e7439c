"""The summary pass, for PAN's corpus alone: a run of one text that sums up the whole of the other.

Where about 100 words hold content words from all over another text and hardly any from elsewhere, block seeds find
nothing. A logistic model judges the best runs. Its "full" features know the shape of PAN's summaries (abstracts of
100 words, the whole source as the passage); "generic" ones do not. News is never looked at this way.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provenance.align.aligner import Rectangle
from provenance.align.kernels.exact import vocabulary, vocabulary_columns
from provenance.align.kernels.summary import content_words, elevated_runs, smallest_window
from provenance.align.prepared_text import PreparedText
from provenance.config.align import SummaryPass
from provenance.text import tokens as marks

MATCHED = 2  # the kind of a content word that the other text has, too
HIGHEST_RATE, SHORTEST_WORD = 0.004, 4  # of a content word: part of both texts' words, code points
COPY_RATE, DROP, LEAST, MOST = 0.5, 8.0, 6.0, 6  # of the runs
LEAST_JUDGED = 10.0  # nats
SHORTEST, LONGEST = 30, 300  # words of a run: PAN's summaries hold 60 to 150
LEAST_TIMES = 2  # the other text is at least so many times longer than the run
SNAP_OUT, SNAP_IN, SENTENCE_PULL = 10, 4, 3  # words by which a border may move to a line's or a sentence's end

# Fitted on the runs of PAN's even pairs (ridge .01; a run counts as right when it and a summary hold half of each
# other), the bias raised by .5, which gave the best plagdet there. Odd pairs: plagdet of summaries .916 and .844.
WEIGHTS: dict[SummaryPass, dict[str, float]] = {
    "full": {
        "bias": 11.931, "score": 9.84, "distinct": -6.721, "length": 0.433, "unlike_100_words": -14.272,
        "spread_of_most": -1.134, "spread_of_half": 1.774, "compression": 6.214, "match_rate": 1.372,
        "match_rate_elsewhere": 6.04, "part_of_source": 15.88, "size_of_text": -3.845, "strongest_outside": -1.148,
        "passages_outside": 0.685, "strength_inside": 0.19, "covered_inside": -1.534,
    },
    "generic": {
        "bias": -37.169, "score": 1.714, "distinct": -0.742, "length": 2.394, "spread_of_most": -0.25,
        "spread_of_half": 0.752, "compression": 6.143, "match_rate": 10.667, "part_of_source": 12.582,
        "strongest_outside": -0.988, "passages_outside": -1.328, "strength_inside": -0.192, "covered_inside": 0.062,
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Summary:
    """Words `start` to `end` of one text that sum up the other; `odds` are the log odds that they do."""

    start: int
    end: int
    odds: float


def find_summary(
    a: PreparedText, b: PreparedText, accepted: Sequence[Rectangle], variant: SummaryPass
) -> Summary | None:
    """The likeliest summary of B in A, or None; `accepted` are the passages found already."""
    weights = WEIGHTS[variant]
    if min(len(a.tokens), len(b.tokens)) < SHORTEST:
        return None
    best = None
    for start, end, features in candidates(a, b, accepted):
        odds = weights["bias"] + sum(weights[name] * value for name, value in features.items() if name in weights)
        if odds > 0 and (best is None or odds > best.odds):
            best = Summary(start, end, odds)
    if best is None:
        return None
    borders = a.tokens.borders
    start = _snapped(borders, best.start, SNAP_OUT, SNAP_IN) if best.start > 0 else 0
    return Summary(start, _snapped(borders, best.end, SNAP_IN, SNAP_OUT), best.odds)


def candidates(
    a: PreparedText, b: PreparedText, accepted: Sequence[Rectangle]
) -> list[tuple[int, int, dict[str, float]]]:
    """Runs of A worth judging: start and end in words, and their features."""
    ids, ids_b, counts, counts_b = vocabulary_columns(vocabulary(a.tokens.stems, b.tokens.stems))
    kinds, ranges, scores = np.zeros(len(ids), np.uint8), np.empty((MOST, 2), np.int64), np.empty(MOST)
    content_words(ids, counts, counts_b, a.tokens.ends - a.tokens.starts, HIGHEST_RATE, SHORTEST_WORD, kinds)
    count = elevated_runs(kinds, COPY_RATE, DROP, LEAST, ranges, scores)
    content, matched = int(np.count_nonzero(kinds)), int(np.count_nonzero(kinds == MATCHED))
    found = []
    for (start, end), score in zip(ranges[:count].tolist(), scores[:count].tolist(), strict=True):
        length = end - start
        if score < LEAST_JUDGED or not SHORTEST <= length <= LONGEST or len(ids_b) < LEAST_TIMES * length:
            continue
        here = kinds[start:end]
        distinct = np.unique(ids[start:end][here == MATCHED])
        most = smallest_window(distinct, ids_b, math.ceil(0.8 * len(distinct)), len(counts))
        half = smallest_window(distinct, ids_b, math.ceil(0.5 * len(distinct)), len(counts))
        content_here, matched_here = int(np.count_nonzero(here)), int(np.count_nonzero(here == MATCHED))
        features = {
            "score": math.log(score),
            "distinct": math.log(len(distinct) + 1),
            "length": math.log(length),
            "unlike_100_words": (math.log(length) - 4.65) ** 2,
            "spread_of_most": math.log(max(most / length, 0.1)),
            "spread_of_half": math.log(max(half / length, 0.1)),
            "compression": min(math.log(len(ids_b) / length), 1.8),
            "match_rate": matched_here / max(content_here, 1),
            "match_rate_elsewhere": math.log((matched - matched_here + 1) / (content - content_here + 5)),
            "part_of_source": most / len(ids_b),
            "size_of_text": math.log(len(ids)),
        }
        found.append((start, end, features | _passage_features(start, end, accepted)))
    return found


def _passage_features(start: int, end: int, accepted: Sequence[Rectangle]) -> dict[str, float]:
    """Features of the passages found already: strong ones elsewhere in A speak against a summary."""
    inside = outside = covered = 0.0
    elsewhere = 0
    for passage in accepted:
        shared = min(passage.a_end, end) - max(passage.a_start, start)
        if 2 * shared <= passage.a_end - passage.a_start:
            outside = max(outside, 2 * passage.score)
            elsewhere += 1
        else:
            inside += 2 * passage.score
            covered += shared
    return {
        "strongest_outside": math.log1p(outside),
        "passages_outside": min(elsewhere, 3),
        "strength_inside": math.log1p(inside),
        "covered_inside": covered / (end - start),
    }


def _snapped(borders: NDArray[np.uint8], place: int, back: int, ahead: int) -> int:
    """The nearest word after which a line or (preferred) a sentence ends; `place` where there is none."""
    choices = [
        (abs(near - place) - SENTENCE_PULL * (borders[near - 1] == marks.SENTENCE), near)
        for near in range(max(1, place - back), min(len(borders), place + ahead) + 1)
        if borders[near - 1] >= marks.LINE
    ]
    return min(choices)[1] if choices else place
