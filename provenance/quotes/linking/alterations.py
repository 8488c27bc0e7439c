"""What was changed inside quotation marks between two reports of one utterance: a word diff with judgements.

Harmless changes are those of an honest copy editor: typography, spelling, contractions, a cut at either end, a marked
ellipsis or bracket, a masked oath, a dropped "and" at the beginning. All others change the quoted statement: a noun,
a verb, a number, a name, a lost "not" (an ellipsis or a bracket in its place excuses nothing), a silent cut in the
middle.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from provenance.quotes.languages import language
from provenance.quotes.linking.changed_words import Change, Run, Sides
from provenance.quotes.linking.utterance_words import Words, aligned
from provenance.quotes.linking.word_forms import spelling

FEWEST_ALIGNED = 3  # equal words below which two stretches are not the same utterance
LONGEST_EDGE = 3  # words that may differ at an end and still be a changed word rather than another cut
LONGEST_EXCHANGE = 4  # words that an editor replaces by others
SHORT_CUT = 2  # a dropped "not"
LONGEST_CUT = 60  # words that a silent cut takes out
# Fewest equal words in a row, before and after together, around an exchange. With 5, two remarks on one subject look
# like one that was changed ("he was the most valuable sailor", "he gets the most valuable sailor award").
FIRM = 6


def changes(text_a: str, a: Words, text_b: str, b: Words) -> list[Change]:
    """Differences between two stretches of quoted words, ascending; none where they are not one utterance.

    Give the words inside quotation marks only. Words beyond the first and the last equal word are cuts, and
    harmless, unless one or two words there were exchanged.
    """
    pairs = _trimmed(_joined(aligned(keys_a := _keys(a), keys_b := _keys(b)), keys_a, keys_b), a, b)
    if len(pairs) < FEWEST_ALIGNED:
        return []
    found: list[Change] = []
    sides = Sides(text_a, a, text_b, b)
    runs = _runs(pairs)
    gaps = [
        (range(run.a + run.length, following.a), range(run.b + run.length, following.b))
        for run, following in pairwise(runs)
    ]
    back, forth = _reaches(sides, runs, gaps)
    found.extend(_edge(sides, range(pairs[0][0]), range(pairs[0][1]), forth[0], first=True))
    for place, (one, other) in enumerate(gaps):
        run, following = runs[place], runs[place + 1]
        held = back[place] + sides.opens(run), forth[place + 1] + sides.closes(following)
        if not sides.goes_on(one, other):  # the marks closed and opened again: two ends
            found.extend(_edge(sides, one, other, held[0], first=False))
            found.extend(_edge(sides, one, other, held[1], first=True))
        elif _is_change(len(one), len(other), *held):
            found.append(sides.change(one, other))
    one, other = range(pairs[-1][0] + 1, len(a)), range(pairs[-1][1] + 1, len(b))
    found.extend(_edge(sides, one, other, back[-1], first=False))
    return found


def _reaches(sides: Sides, runs: list[Run], gaps: list[tuple[range, range]]) -> tuple[list[int], list[int]]:
    """How many equal words each run counts for, to its end and from its beginning on.

    Those of its neighbour count, too, where an ellipsis or brackets alone part the two: both sides say that one
    utterance goes on there.
    """
    back, forth = [run.length for run in runs], [run.length for run in runs]
    marked = [sides.is_marked(one, other) for one, other in gaps]
    for place, joined in enumerate(marked):
        if joined:
            back[place + 1] += back[place]
    for place in range(len(marked) - 1, -1, -1):
        if marked[place]:
            forth[place] += forth[place + 1]
    return back, forth


def _runs(pairs: list[tuple[int, int]]) -> list[Run]:
    """The runs of one pair or more."""
    runs = []
    first = 0
    for place, (one, other) in enumerate(pairs[1:], 1):
        if pairs[place - 1] != (one - 1, other - 1):
            runs.append(Run(*pairs[first], place - first))
            first = place
    return [*runs, Run(*pairs[first], len(pairs) - first)]


def _joined(pairs: list[tuple[int, int]], a: list[str], b: list[str]) -> list[tuple[int, int]]:
    """The same words aligned in fewer runs: a run moves up to the next one where its words come before that too.

    An alignment takes the earliest of several equal words, and would separate "the department" from its sentence.
    """
    runs = _runs(pairs) if pairs else []
    for place in range(len(runs) - 2, -1, -1):
        run, following = runs[place], runs[place + 1]
        start_a, start_b = following.a - run.length, following.b - run.length
        if a[start_a : following.a] == b[start_b : following.b] == a[run.a : run.a + run.length]:
            runs[place : place + 2] = [Run(start_a, start_b, run.length + following.length)]
    return [(run.a + step, run.b + step) for run in runs for step in range(run.length)]


def _is_change(one: int, other: int, before: int, after: int) -> bool:
    """Whether a gap of `one` and `other` words between runs of equal words was made by an editor.

    Elsewhere two utterances merely share words: there must be enough equal words on both sides of the gap.
    """
    if (one and other) or max(one, other) <= SHORT_CUT:
        return max(one, other) <= LONGEST_EXCHANGE and before + after >= FIRM
    return max(one, other) <= LONGEST_CUT and min(before, after) >= 2 and before + after > FIRM


def is_altered(found: Sequence[Change]) -> bool:
    """Whether any change is more than an honest editor's."""
    return any(not change.harmless for change in found)


def _keys(side: Words) -> list[str]:
    """What words are compared by: spelling variants and numbers written out count as equal."""
    return [spelling(word, None if side.language == "en" else side.language) for word in side.folded]


def _trimmed(pairs: list[tuple[int, int]], a: Words, b: Words) -> list[tuple[int, int]]:
    """Pairs without stray function words at the ends, which any two sentences share."""
    weak = language(a.language).lexicon.edits.weak
    while pairs and a.folded[pairs[0][0]] in weak and len(pairs) > 1 and _far(pairs[0], pairs[1]):
        pairs = pairs[1:]
    while pairs and a.folded[pairs[-1][0]] in weak and len(pairs) > 1 and _far(pairs[-2], pairs[-1]):
        pairs = pairs[:-1]
    return pairs


def _far(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return max(other[0] - one[0], other[1] - one[1]) > 2


def _drops_amount(sides: Sides, one: range, other: range) -> bool:
    """Whether only an article before an amount was dropped or put in: "a few" and "few"."""
    lone = one or other
    return bool(one) != bool(other) and len(lone) == 1 and sides.says_something(sides.a if one else sides.b, lone)


def _edge(sides: Sides, one: range, other: range, run: int, first: bool) -> list[Change]:
    """A changed word at the beginning or the end; nothing where one side merely goes on or begins earlier."""
    inside_one = sides.same_stretch(sides.a, one, first)
    inside_other = sides.same_stretch(sides.b, other, first)
    if first and bool(inside_one) != bool(inside_other) and run >= FEWEST_ALIGNED:
        lost = sides.loses_governing_negation(inside_one, inside_other)
        if lost:
            return lost
    if run < FIRM - 1 or max(len(inside_one), len(inside_other)) > LONGEST_EDGE:
        return []
    if first and _drops_amount(sides, inside_one, inside_other):
        return [sides.change(inside_one, inside_other)]
    if not sides.says_something(sides.a, inside_one) or not sides.says_something(sides.b, inside_other):
        return []
    while (
        first
        and inside_one
        and inside_other
        and sides.a.folded[inside_one.start] == sides.b.folded[inside_other.start]
    ):
        inside_one, inside_other = inside_one[1:], inside_other[1:]
    mine, theirs = (
        sides.a.folded[inside_one.start : inside_one.stop],
        sides.b.folded[inside_other.start : inside_other.stop],
    )
    longer, shorter = (mine, theirs) if len(mine) >= len(theirs) else (theirs, mine)
    if (longer[-len(shorter) :] if first else longer[: len(shorter)]) == shorter:
        return []
    if not first and not (sides.ends_stretch(sides.a, inside_one) and sides.ends_stretch(sides.b, inside_other)):
        return []
    return [sides.change(inside_one, inside_other)]
