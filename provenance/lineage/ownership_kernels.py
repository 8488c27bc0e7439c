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
# One row a pair and side, `shares` in `share_pairs`.
SHARE_COLUMNS = (
    "owned",  # mean ownership over the shared words
    "owned_most",  # highest ownership of a run of eight words or more
    "first_known",  # share of the words of which it is the earliest known holder
)
# One row a pair, `thirds`; the next three are those of the best third text.
THIRD_COLUMNS = (
    "unseen",
    "third_owned",
    "third_held",
    "third_first",
    "most_held",  # share of the words that one and the same third text holds
)
# One row a pair, `naming`: is the best third text really the source of both?
NAMING_COLUMNS = ("owned", "margin", "held", "first_known", "own_text", "holders", "unseen", "overlap")

SMALLEST = 0.01  # added before logarithms of ownership
LONG = 8  # words of a run that counts on its own


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
    holders: Any, text_of: Any, odds: Any, earliest: Any, latest: Any, dated: bool, latent: Any, unseen: float,
    late: float, owned: Any, first_known: Any,
) -> float:  # fmt: skip
    """Ownership of one run among its holders, numbers of stretches; returns that of a text that nobody has.

    `odds` of a stretch are those that its wording is its text's own; `earliest` and `latest` are seconds a text, NaN
    where undated; `latent` is empty or an order of texts found from wording. A holder that is surely later than
    another keeps `late` of its odds, an undated one half. Fills `owned` a holder and `first_known` a holder: its part
    in being the earliest (split between those whose order is not known).
    """
    soonest = np.inf
    lowest = np.inf
    for at in range(len(holders)):
        text = text_of[holders[at]]
        if dated and latest[text] < soonest:
            soonest = latest[text]
        if len(latent) and latent[text] < lowest:
            lowest = latent[text]
    total = unseen
    firsts = 0.0
    for at in range(len(holders)):
        text = text_of[holders[at]]
        value = odds[holders[at]]
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
    for at in range(len(holders)):
        owned[at] /= total
        if firsts > 0:
            first_known[at] /= firsts
    return unseen / total


@kernel
def share_pairs(
    pairs: Any, first: Any, bounds: Any, held_first: Any, held: Any, text_of: Any, own: Any, earliest: Any,
    latest: Any, dated: bool, latent: Any, unseen: float, late: float, covered: Any, begins: Any, spans: Any,
    adjacent: Any, near: Any, shares: Any, thirds: Any, third: Any, naming: Any,
) -> None:  # fmt: skip
    """Fill one row a pair of `shares` (pair, side, column), `thirds`, `naming` and `third` (the best third text, or
    -1). `own` is the own-text probability of each stretch, of which `held` are the numbers; for dates and `latent`
    see `share_out`."""
    texts = len(adjacent) - 1
    odds, log_odds = np.empty(len(own)), np.empty(len(own))
    for stretch in range(len(own)):
        odds[stretch] = own[stretch] / (1 - own[stretch])
        log_odds[stretch] = np.log(odds[stretch])
    most = 0
    for run in range(len(bounds)):
        most = max(most, held_first[run + 1] - held_first[run])
    owned, first_known = np.empty(most), np.empty(most)
    owns, holds, firsts, logits = np.zeros(texts), np.zeros(texts), np.zeros(texts), np.zeros(texts)
    touched = np.empty(texts, np.int64)
    for pair in range(len(pairs)):
        a, b = pairs[pair]
        words = 0.0
        for run in range(first[pair], first[pair + 1]):
            words += bounds[run, 1] - bounds[run, 0]
        used = 0
        number = 0.0
        row = thirds[pair]
        for run in range(first[pair], first[pair + 1]):
            length = bounds[run, 1] - bounds[run, 0]
            weight = length / words
            holders = held[held_first[run] : held_first[run + 1]]
            hidden = share_out(
                holders, text_of, odds, earliest, latest, dated, latent, unseen, late, owned, first_known
            )
            for at in range(len(holders)):
                text = text_of[holders[at]]
                if holds[text] == 0:
                    touched[used] = text
                    used += 1
                    owns[text], firsts[text], logits[text] = 0.0, 0.0, 0.0
                owns[text] += owned[at] * weight
                holds[text] += weight
                firsts[text] += first_known[at] * weight
                logits[text] += log_odds[holders[at]] * length
            if length >= LONG:
                for side in range(2):
                    shares[pair, side, 1] = max(shares[pair, side, 1], owned[side])
            row[0] += hidden * weight
            number += np.log(len(holders)) * weight
        shares[pair, 0, 0], shares[pair, 1, 0] = owns[a], owns[b]
        shares[pair, 0, 2], shares[pair, 1, 2] = firsts[a], firsts[b]
        # The best third text: surely later ones than both are unlikely, and kept with a fifth of their ownership.
        soonest = np.inf
        if dated:
            for text in (a, b):
                soonest = min(soonest, latest[text])
        best, best_value, best_owned, second = -1, -1.0, 0.0, 0.0
        for at in range(used):
            text = touched[at]
            if text in (a, b):
                continue
            value = owns[text]
            if dated and not np.isnan(earliest[text]) and earliest[text] > soonest:
                value *= 0.2
            if value > best_value or (value == best_value and text < best):
                best, best_value = text, value
            if owns[text] > best_owned:
                best_owned, second = owns[text], best_owned
            elif owns[text] > second:
                second = owns[text]
            row[4] = max(row[4], holds[text])
        third[pair] = best
        if best >= 0:
            row[1], row[2], row[3] = best_value, holds[best], firsts[best]
            line = naming[pair]
            line[0] = np.log(SMALLEST + best_owned)
            line[1] = np.log((SMALLEST + best_owned) / (SMALLEST + second))
            line[2], line[3] = holds[best], firsts[best]
            line[4] = logits[best] / max(1.0, holds[best] * words)
            line[5], line[6] = number, np.log(SMALLEST + row[0])
            line[7] = overlap(pair, best, covered, adjacent, near, pairs, begins, spans)
        for at in range(used):
            holds[touched[at]] = 0.0


@kernel
def overlap(
    pair: int, best: int, covered: Any, adjacent: Any, near: Any, pairs: Any, begins: Any, spans: Any
) -> float:
    """How much either text shares with the third beyond what both share with each other (at most 3)."""
    most = 0.0
    for side in range(2):
        text = pairs[pair, side]
        for at in range(adjacent[text], adjacent[text + 1]):
            if pairs[near[at] // 2, 1 - near[at] % 2] == best:
                total = 0
                for span in range(begins[near[at]], begins[near[at] + 1]):
                    total += spans[span, 1] - spans[span, 0]
                most = max(most, total / max(1, covered[pair, side]))
    return min(most, 3.0)
