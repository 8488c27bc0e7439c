"""Sentences that a short text has word for word from another: what no other pass can tell from chance.

Where one of two texts has few sentences, how rare a word is among them says next to nothing, and seeds need more
words than there are. So runs of equal words are looked for directly, and how rare their words are in English decides.
A set phrase is no copy: its words are common, or are those of a notice ("for more information please contact ...").
Two texts with equal words are copies of each other however short they are. Of long texts nothing is looked for here.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from provenance.align.prepared_text import PreparedText
    from provenance.config.align import ShortTextSettings

Array = NDArray[Any]

NAMES = 0.5  # what a name counts for, as in `kernels.likeness`: whoever reports an event has to name who took part
# Words of notices and of formulas of the trade that are not common enough in news to count for nothing.
NOTICE = (
    "additional apply appointment available booking call click comment comments contact contacts copyright "
    "declined details edited email emailed enquiries enquiry facebook fax fill follow form further immediately "
    "inbox inquiries "
    "inquiry info information instagram latest learn link listen log login mailing media newsletter newsletters "
    "office online page permission phone photo photograph please podcast press privacy reached register registration "
    "release request requests reserved respond responded reproduced rights sign spokesman spokeswoman spokesperson "
    "subscribe subscriber subscription tel telephone terms twitter update updated updates url us visit web webpage "
    "website www"
)
FEWEST = 2  # words of a notice that make one
DIGITS = 3  # digits from which on a number in a notice is a telephone number and no fact


def short_copies(a: PreparedText, b: PreparedText, known: Array, settings: ShortTextSettings) -> tuple[Array, Array]:
    """Runs of equal words that no range of `known` holds, ascending in A: rows (A start, A end, B start, B end) in
    words, and the information of each in nats.

    A is the text with fewer words, `settings.most_words` at most.
    """
    rows: list[tuple[int, int, int, int]] = []
    told: list[float] = []
    for run in sorted(
        equal_runs(a.tokens.words, b.tokens.words, settings.least_run), key=lambda run: (run[0] - run[1], run)
    ):
        taken = [*known.tolist(), *rows]
        if any(meets(run[:2], row[:2]) and meets(run[2:], row[2:]) for row in taken):
            continue
        information = _information(a, run[0], run[1])
        if information >= settings.least_information and _is_sentence(a, b, run, settings.part):
            rows.append(run)
            told.append(information)
    if not rows:
        return np.empty((0, 4), np.int64), np.empty(0, np.float64)
    order = sorted(range(len(rows)), key=rows.__getitem__)
    return np.array([rows[at] for at in order], np.int64), np.array([told[at] for at in order])


def are_equal(a: PreparedText, b: PreparedText) -> bool:
    """Whether both texts have the same words in the same order, one at least."""
    return 0 < len(a.tokens) == len(b.tokens) and bool(np.array_equal(a.tokens.words, b.tokens.words))


def equal_runs(a: Array, b: Array, least: int) -> set[tuple[int, int, int, int]]:
    """The widest runs of at least `least` equal words: (A start, A end, B start, B end), in no order."""
    in_a: dict[bytes, list[int]] = {}
    for place in range(len(a) - least + 1):
        in_a.setdefault(a[place : place + least].tobytes(), []).append(place)
    runs: set[tuple[int, int, int, int]] = set()
    reached: dict[int, int] = {}  # for each diagonal, where in B its last run ended
    starts = np.flatnonzero(np.isin(b, a))  # of most long texts few words
    for there in starts[starts <= len(b) - least].tolist():
        for here in in_a.get(b[there : there + least].tobytes(), ()):
            if there < reached.get(there - here, 0):
                continue
            size = least
            while here + size < len(a) and there + size < len(b) and a[here + size] == b[there + size]:
                size += 1
            reached[there - here] = there + size
            runs.add((here, here + size, there, there + size))
    return runs


def meets(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether two ranges have a word in common."""
    return min(one[1], other[1]) > max(one[0], other[0])


def is_notice(a: PreparedText, start: int, end: int) -> bool:
    """Whether the words [start, end) of a text are those of a notice, by at least half of what they say; long numbers
    are telephone numbers there."""
    if a.notice_words[end] - a.notice_words[start] < FEWEST:  # so it is of nearly all ranges
        return False
    stems, rarities, places = _distinct(a, start, end)
    listed = np.isin(stems, notice_stems())
    if np.count_nonzero(listed) < FEWEST:
        return False
    return _is_half(listed, rarities, ~_is_number(a, start + places))


def is_set_phrase(a: PreparedText, b: PreparedText, row: Sequence[int]) -> bool:
    """Whether the words that A [row 0, 1) shares with B [row 2, 3) are those of set phrases or notices, by at least
    half of what they say; a number that both have is a fact."""
    start, end = row[:2]
    if not a.in_set_phrases[start:end].any():
        return False
    stems, rarities, places = _distinct(a, start, end)
    shared = np.isin(stems, b.tokens.stems[row[2] : row[3]])
    listed = a.in_set_phrases[start:end][places] | np.isin(stems, notice_stems())
    return bool((listed & shared).any()) and _is_half(listed[shared], rarities[shared])


def _is_half(listed: Array, rarities: Array, counted: Array | bool = True) -> bool:
    """Whether the `counted` words that are not listed say less than half of what all words say."""
    return bool(rarities[~listed & counted].sum() < rarities.sum() / 2)


def _information(a: PreparedText, start: int, end: int) -> float:
    """How rare the words of a run are in English, in nats, each stem once; 0 for a notice."""
    return 0.0 if is_notice(a, start, end) else float(_distinct(a, start, end)[1].sum())


def _distinct(a: PreparedText, start: int, end: int) -> tuple[Array, Array, Array]:
    """The distinct stems of the words [start, end), how rare each is in nats, and where each occurs first."""
    from provenance.align.prepared_text import NAME

    stems, places = np.unique(a.tokens.stems[start:end], return_index=True)
    rarities = a.rarities[start:end][places].copy()
    rarities[a.notable[start:end][places] == NAME] *= NAMES
    return stems, rarities, places


def _is_number(a: PreparedText, places: Array) -> Array:
    words = (a.text[a.tokens.starts[place] : a.tokens.ends[place]] for place in places.tolist())
    return np.array([sum(map(str.isdigit, word)) >= DIGITS for word in words], bool)


def _is_sentence(a: PreparedText, b: PreparedText, run: tuple[int, int, int, int], part: float) -> bool:
    """Whether the run is this part of a sentence of either text, or more."""
    from provenance.align.kernels.sentences import unit_columns

    for side, start, end in ((a, run[0], run[1]), (b, run[2], run[3])):
        borders = unit_columns(side.units)[0].tolist()
        for low, high in pairwise(borders):
            if min(end, high) - max(start, low) >= part * (high - low):
                return True
    return False


@functools.cache
def notice_stems() -> NDArray[np.uint64]:
    """Hashes of the stems of words of notices, ascending."""
    from provenance.text.tokens import tokenise

    return np.unique(tokenise(NOTICE).stems)
