"""Loops that describe how a passage sits in a text, and share out its ownership among the texts that hold it."""

from __future__ import annotations

from typing import Any

import numpy as np

from provenance.kernels import kernel

# How a passage sits in a text: one column each, in this order, in `describe`.
PLACE_FEATURES = (
    "starts_paragraph",
    "ends_paragraph",
    "at_start_of_text",
    "at_end_of_text",
    "starts_inside_sentence",
    "ends_inside_sentence",
    "runs_on_before",
    "runs_on_after",
    "starts_sentence",
    "ends_sentence",
    "words_before",
    "words_after",
    "words",
    "own_words_in_paragraph",
    "own_words_before",
    "own_words_after",
    "omission_mark",
    "shared_part_of_text",
    "length_of_text",
    "paragraphs_inside",
)


@kernel
def describe(base: Any, marks: Any, shared: Any, passages: Any, out: Any) -> None:
    """Fill `out[i]` with the features of passage i, a row (text, start, end) of `passages` in words.

    Bits of `marks`: 1 paragraph, 2 line, 4 sentence, 8 omission, 16 small letter. A paragraph is followed for 400
    words at most.
    """
    texts = len(base) - 1
    part = np.full(texts, -1.0)
    for row in range(len(passages)):
        text, start, end = passages[row]
        low = base[text]
        words = base[text + 1] - low
        gaps = low + text
        if part[text] < 0:
            covered = 0
            for place in range(low, base[text + 1]):
                covered += shared[place]
            part[text] = covered / max(1, words)
        before = start
        while before > 0 and start - before < 400 and not marks[gaps + before] & 1:
            before -= 1
        after = end
        while after < words and after - end < 400 and not marks[gaps + after] & 1:
            after += 1
        at_start, at_end = marks[gaps + start], marks[gaps + end]
        paragraph_start, paragraph_end = at_start & 1 > 0, at_end & 1 > 0
        sentence_start, sentence_end = at_start & 4 > 0, at_end & 4 > 0
        small = at_start & 16 > 0
        near_start, near_end = start - before <= 2, after - end <= 2
        out[row, 0] = paragraph_start or near_start
        out[row, 1] = paragraph_end or near_end
        out[row, 2] = start <= 14
        out[row, 3] = words - end <= 14
        out[row, 4] = small and (paragraph_start or (at_start & 2 > 0 and not sentence_start))
        out[row, 5] = paragraph_end and not sentence_end
        out[row, 6] = not paragraph_start and not sentence_start
        out[row, 7] = not paragraph_end and not sentence_end
        out[row, 8] = sentence_start
        out[row, 9] = sentence_end
        out[row, 10] = np.log1p(start) / 5
        out[row, 11] = np.log1p(words - end) / 5
        out[row, 12] = np.log1p(end - start) / 5
        extension = (0 if near_start else start - before) + (0 if near_end else after - end)
        out[row, 13] = np.log1p(extension) / 4
        own = 0
        from_place = max(0, start - 40)
        for place in range(from_place, start):
            own += not shared[low + place]
        out[row, 14] = own / max(1, start - from_place)
        own = 0
        to_place = min(words, end + 40)
        for place in range(end, to_place):
            own += not shared[low + place]
        out[row, 15] = own / max(1, to_place - end)
        out[row, 16] = (at_start | at_end) & 8 > 0
        out[row, 17] = part[text]
        out[row, 18] = np.log1p(words) / 6
        inside = 0
        for place in range(start + 1, end):
            inside += marks[gaps + place] & 1
        out[row, 19] = np.log1p(inside)


@kernel
def share_out(
    held_first: Any, held: Any, odds: Any, earliest: Any, latest: Any, dated: bool, latent: Any, unseen: float,
    late: float, owned: Any, hidden: Any, first_known: Any,
) -> None:  # fmt: skip
    """Ownership of each run among its holders.

    `odds[i]` are the odds that holder i's wording is its own; `earliest` and `latest` are seconds a text, NaN where
    undated; `latent` is empty or an order of texts found from wording. A holder that is surely later than another
    keeps `late` of its odds, an undated one half. Fills `owned` a holder, `hidden` a run (ownership of a text
    nobody has) and `first_known` a holder: its part in being the earliest (split between those whose order is not
    known).
    """
    for run in range(len(held_first) - 1):
        begin, end = held_first[run], held_first[run + 1]
        soonest = np.inf
        lowest = np.inf
        for at in range(begin, end):
            text = held[at, 0]
            if dated and latest[text] < soonest:
                soonest = latest[text]
            if len(latent) and latent[text] < lowest:
                lowest = latent[text]
        total = unseen
        firsts = 0.0
        for at in range(begin, end):
            text = held[at, 0]
            value = odds[at]
            first_known[at] = 0.0
            if dated and soonest < np.inf:
                if np.isnan(earliest[text]):
                    value *= 0.5
                elif earliest[text] > soonest:
                    value *= late
                else:
                    first_known[at] = 1.0
            if len(latent):
                value *= np.exp(-min(4.0, latent[text] - lowest))
            if first_known[at] > 0:
                first_known[at] = value
                firsts += value
            owned[at] = value
            total += value
        for at in range(begin, end):
            owned[at] /= total
            if firsts > 0:
                first_known[at] /= firsts
        hidden[run] = unseen / total
