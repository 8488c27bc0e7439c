"""What was changed inside quotation marks between two reports of one utterance: a word diff with judgements.

Harmless changes are those of an honest copy editor: typography, spelling, contractions, a cut at either end, a marked
ellipsis or bracket, a masked oath, a dropped "and" at the beginning. All others change the quoted statement: a noun,
a verb, a number, a name, a lost "not" (an ellipsis or a bracket in its place excuses nothing), a silent cut in the
middle.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from provenance.model import Span
from provenance.quotes.languages import language
from provenance.quotes.linking.marked_cuts import ELLIPSIS, censors, governs, hides_negation, in_brackets, shows_cut
from provenance.quotes.linking.utterance_words import Words, aligned

ChangeKind = Literal["harmless", "word", "number", "name", "negation", "cut"]

FEWEST_ALIGNED = 3  # equal words below which two stretches are not the same utterance
LONGEST_EDGE = 3  # words that may differ at an end and still be a changed word rather than another cut
LONGEST_EXCHANGE = 4  # words that an editor replaces by others
SHORT_CUT = 2  # a dropped "not"
WHOLE_END = 2  # equal words that the beginning or end of both quotations counts for
LONGEST_CUT = 60  # words that a silent cut takes out
# Fewest equal words in a row, before and after together, around an exchange. With 5, two remarks on one subject look
# like one that was changed ("he was the most valuable sailor", "he gets the most valuable sailor award").
FIRM = 6


@dataclass(frozen=True, slots=True)
class Change:
    """One place where the words differ: what sort of change, the words of each side, and their spans.

    A side without words has an empty string and an empty span at the place where they would be.
    """

    kind: ChangeKind
    a: str
    b: str
    a_span: Span
    b_span: Span

    @property
    def harmless(self) -> bool:
        """Whether an honest editor may have made it."""
        return self.kind == "harmless"


def changes(text_a: str, a: Words, text_b: str, b: Words) -> list[Change]:
    """Differences between two stretches of quoted words, ascending; none where they are not one utterance.

    Give the words inside quotation marks only. Words beyond the first and the last equal word are cuts, and
    harmless, unless one or two words there were exchanged.
    """
    pairs = _trimmed(_joined(aligned(keys_a := _keys(a), keys_b := _keys(b)), keys_a, keys_b), a, b)
    if len(pairs) < FEWEST_ALIGNED:
        return []
    found: list[Change] = []
    sides = _Sides(text_a, a, text_b, b)
    runs = _runs(pairs)
    found.extend(_edge(sides, range(pairs[0][0]), range(pairs[0][1]), runs[0].length, first=True))
    for run, following in pairwise(runs):
        one = range(run.a + run.length, following.a)
        other = range(run.b + run.length, following.b)
        held = run.length + sides.opens(run), following.length + sides.closes(following)
        if not sides.goes_on(one, other):  # the marks closed and opened again: two ends
            found.extend(_edge(sides, one, other, held[0], first=False))
            found.extend(_edge(sides, one, other, held[1], first=True))
        elif _is_change(len(one), len(other), *held):
            found.append(sides.change(one, other))
    one, other = range(pairs[-1][0] + 1, len(a)), range(pairs[-1][1] + 1, len(b))
    found.extend(_edge(sides, one, other, runs[-1].length, first=False))
    return found


class _Run(NamedTuple):
    """Equal words in a row on both sides: the first places and how many."""

    a: int
    b: int
    length: int


def _runs(pairs: list[tuple[int, int]]) -> list[_Run]:
    """The runs of one pair or more."""
    runs = []
    first = 0
    for place, (one, other) in enumerate(pairs[1:], 1):
        if pairs[place - 1] != (one - 1, other - 1):
            runs.append(_Run(*pairs[first], place - first))
            first = place
    return [*runs, _Run(*pairs[first], len(pairs) - first)]


def _joined(pairs: list[tuple[int, int]], a: list[str], b: list[str]) -> list[tuple[int, int]]:
    """The same words aligned in fewer runs: a run moves up to the next one where its words come before that too.

    An alignment takes the earliest of several equal words, and would separate "the department" from its sentence.
    """
    runs = _runs(pairs) if pairs else []
    for place in range(len(runs) - 2, -1, -1):
        run, following = runs[place], runs[place + 1]
        start_a, start_b = following.a - run.length, following.b - run.length
        if a[start_a : following.a] == b[start_b : following.b] == a[run.a : run.a + run.length]:
            runs[place : place + 2] = [_Run(start_a, start_b, run.length + following.length)]
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
    return [spelling(word) for word in side.folded]


def _trimmed(pairs: list[tuple[int, int]], a: Words, b: Words) -> list[tuple[int, int]]:
    """Pairs without stray function words at the ends, which any two sentences share."""
    weak = language().lexicon.edits.weak
    while pairs and a.folded[pairs[0][0]] in weak and len(pairs) > 1 and _far(pairs[0], pairs[1]):
        pairs = pairs[1:]
    while pairs and a.folded[pairs[-1][0]] in weak and len(pairs) > 1 and _far(pairs[-2], pairs[-1]):
        pairs = pairs[:-1]
    return pairs


def _far(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return max(other[0] - one[0], other[1] - one[1]) > 2


def _edge(sides: _Sides, one: range, other: range, run: int, first: bool) -> list[Change]:
    """A changed word at the beginning or the end; nothing where one side merely goes on or begins earlier."""
    inside_one = sides.same_stretch(sides.a, one, first)
    inside_other = sides.same_stretch(sides.b, other, first)
    if first and bool(inside_one) != bool(inside_other) and run >= FEWEST_ALIGNED:
        lost = sides.loses_governing_negation(inside_one, inside_other)
        if lost:
            return lost
    if run < FIRM - 1 or max(len(inside_one), len(inside_other)) > LONGEST_EDGE:
        return []
    if not sides.says_something(sides.a, inside_one) or not sides.says_something(sides.b, inside_other):
        return []
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


class _Sides:
    """Two stretches of quoted words and the texts around them."""

    def __init__(self, text_a: str, a: Words, text_b: str, b: Words) -> None:
        self.text_a, self.a = text_a, a
        self.text_b, self.b = text_b, b
        self.edits = language().lexicon.edits

    @staticmethod
    def same_stretch(side: Words, places: range, first: bool) -> range:
        """The part of `places` inside the same quotation marks as the equal word beside it."""
        if not places:
            return places
        if first:
            start = places.stop
            while start > places.start and side.inside[start - 1] == side.inside[places.stop]:
                start -= 1
            return range(start, places.stop)
        stop = places.start
        while stop < places.stop and side.inside[stop] == side.inside[places.start - 1]:
            stop += 1
        return range(places.start, stop)

    @staticmethod
    def ends_stretch(side: Words, places: range) -> bool:
        return places.stop == len(side) or side.inside[places.stop] != side.inside[places.stop - 1]

    def says_something(self, side: Words, places: range) -> bool:
        """Whether any word there is more than an article or a filler."""
        small = self.edits.fillers | self.edits.articles | self.edits.openers
        return any(side.folded[place] not in small for place in places)

    def opens(self, run: _Run) -> int:
        """Equal words that a run counts for in addition where it opens the quotation marks of both sides."""
        opens = (not at or side.inside[at - 1] != side.inside[at] for side, at in ((self.a, run.a), (self.b, run.b)))
        return WHOLE_END if all(opens) else 0

    def closes(self, run: _Run) -> int:
        """Equal words that a run counts for in addition where it closes the quotation marks of both sides."""
        ends = ((self.a, run.a + run.length), (self.b, run.b + run.length))
        closes = (at == len(side) or side.inside[at - 1] != side.inside[at] for side, at in ends)
        return WHOLE_END if all(closes) else 0

    def goes_on(self, one: range, other: range) -> bool:
        """Whether the gap lies inside one stretch of quotation marks on each side, so that nobody marked it."""
        return self._unbroken(self.a, one) and self._unbroken(self.b, other)

    @staticmethod
    def _unbroken(side: Words, places: range) -> bool:
        return side.inside[places.start - 1] == side.inside[places.stop]

    def loses_governing_negation(self, one: range, other: range) -> list[Change]:
        """ "I would never say that the mayor is a thief" that became "… the mayor is a thief" or a whole sentence."""
        cut, text_cut, cut_side = (one, self.text_a, self.a) if one else (other, self.text_b, self.b)
        kept, text_kept, kept_side = (other, self.text_b, self.b) if one else (one, self.text_a, self.a)
        if not governs(text_cut, cut_side, cut, self._negates):
            return []
        place = kept.start
        opening = text_kept[max(0, kept_side.spans[place].start - 5) : kept_side.spans[place].start]
        sentence = kept_side.written[place][:1].isupper() and cut_side.written[cut.stop][:1].islower()
        if not (sentence or ELLIPSIS.search(opening)):
            return []
        span_a, span_b = _span(self.a, one), _span(self.b, other)
        return [Change("negation", span_a.of(self.text_a), span_b.of(self.text_b), span_a, span_b)]

    def change(self, one: range, other: range) -> Change:
        """The change that replaces the words at `one` in A by those at `other` in B."""
        span_a, span_b = _span(self.a, one), _span(self.b, other)
        words_a, words_b = [self.a.folded[i] for i in one], [self.b.folded[i] for i in other]
        kind = self._kind(one, other, words_a, words_b)
        return Change(kind, span_a.of(self.text_a), span_b.of(self.text_b), span_a, span_b)

    def _kind(self, one: range, other: range, words_a: list[str], words_b: list[str]) -> ChangeKind:
        if self._typography(words_a, words_b) or censors(self.text_a, self.a, one, self.text_b, self.b, other):
            return "harmless"
        if self._hides_negation(one, other):
            return "negation"
        if self._marked(one, other) or self._glossed(one, other):
            return "harmless"
        if _repeated(self.a, one, words_b) or _repeated(self.b, other, words_a):
            return "harmless"
        if self._dropped_harmlessly(self.a, one, words_a) and self._dropped_harmlessly(self.b, other, words_b):
            return "harmless"
        if any(map(self._negates, words_a)) != any(map(self._negates, words_b)):
            return "negation"
        if _numbers(words_a) != _numbers(words_b):
            return "number"
        if not words_a or not words_b:
            return "cut"
        if self._names(self.a, one) != self._names(self.b, other):
            return "name"
        return "word"

    def _typography(self, words_a: list[str], words_b: list[str]) -> bool:
        """The same letters, once contractions, spelling, possessives and hyphens are evened out."""
        one, other = ("".join(_one_spelling(words)) for words in (words_a, words_b))
        if one == other:
            return True
        # a slip of the pen: the same letters in another order
        return (
            len(words_a) == len(words_b) == 1 and len(one) > 4 and sorted(one) == sorted(other) and one[0] == other[0]
        )

    def _negates(self, word: str) -> bool:
        return word in self.edits.negations or word.endswith(self.edits.negative_endings)

    def _marked(self, one: range, other: range) -> bool:
        """Whether the side that has fewer words shows it: an ellipsis, brackets, or marks closed and opened again."""
        return shows_cut(self.text_b, self.b, other, self.a, one) or shows_cut(
            self.text_a, self.a, one, self.b, other
        )

    def _hides_negation(self, one: range, other: range) -> bool:
        """Whether an ellipsis or a bracket takes the place of a "not", or puts one in."""
        negated = self._plain_negations(self.text_a, self.a, one), self._plain_negations(self.text_b, self.b, other)
        bracketed = self._negated(self.a, one) - negated[0] or self._negated(self.b, other) - negated[1]
        if bracketed:
            return self._negated(self.a, one) != self._negated(self.b, other)
        if negated[0] and not negated[1]:
            return hides_negation(self.text_a, self.a, one, self._negates)
        if negated[1] and not negated[0]:
            return hides_negation(self.text_b, self.b, other, self._negates)
        return False

    def _negated(self, side: Words, places: range) -> int:
        return sum(self._negates(side.folded[place]) for place in places)

    def _plain_negations(self, text: str, side: Words, places: range) -> int:
        return sum(self._negates(side.folded[p]) for p in places if not in_brackets(text, side.spans[p]))

    def _glossed(self, one: range, other: range) -> bool:
        """Whether the words differ only by what an editor added in brackets: "He [the minister] promised"."""
        kept_a = [self.a.folded[p] for p in one if not in_brackets(self.text_a, self.a.spans[p])]
        kept_b = [self.b.folded[p] for p in other if not in_brackets(self.text_b, self.b.spans[p])]
        if len(kept_a) == len(one) and len(kept_b) == len(other):
            return False
        return _one_spelling(kept_a) == _one_spelling(kept_b)

    def _dropped_harmlessly(self, side: Words, places: range, words: list[str]) -> bool:
        small = self.edits.fillers | self.edits.articles
        text = self.text_a if side is self.a else self.text_b
        for place, word in zip(places, words, strict=True):
            if self._is_aside(text, side, places, place):
                continue
            opens = word in self.edits.openers and self._opens_sentence(side, place)
            if word not in small and not opens:
                return False
        return True

    def _is_aside(self, text: str, side: Words, places: range, place: int) -> bool:
        """Whether a word belongs to a filler between commas: "is, like, the only road", "you know, um,"."""
        for phrase in self.edits.asides:
            for start in range(max(places.start, place - len(phrase) + 1), place + 1):
                end = start + len(phrase)
                if end <= places.stop and side.folded[start:end] == phrase:
                    before = text[side.spans[start - 1].end : side.spans[start].start] if start else ","
                    after = text[side.spans[end - 1].end : side.spans[end].start] if end < len(side) else ","
                    if not (before + after).strip(" \n\t"):
                        continue
                    return "," in after or not after.strip() or "," in before
        return False

    def _opens_sentence(self, side: Words, place: int) -> bool:
        if place == 0 or side.inside[place] != side.inside[place - 1]:
            return True
        text = self.text_a if side is self.a else self.text_b
        return bool(re.search(r"[.?!]", text[side.spans[place - 1].end : side.spans[place].start]))

    def _names(self, side: Words, places: range) -> list[str]:
        return [
            side.folded[place]
            for place in places
            if side.written[place][:1].isupper()
            and side.written[place] not in self.edits.capitals
            and not self._opens_sentence(side, place)
        ]


def _repeated(side: Words, places: range, others: list[str]) -> bool:
    """Whether the words were merely said twice: "if she, if she gets"."""
    count = len(places)
    if not count or others:
        return False
    said = side.folded[places.start : places.stop]
    before = side.folded[max(0, places.start - count) : places.start]
    return said in (before, side.folded[places.stop : places.stop + count])


def _numbers(words: list[str]) -> list[str]:
    return [spelling(word) for word in words if spelling(word)[:1].isdigit()]


def _span(side: Words, places: range) -> Span:
    if places:
        return Span(side.spans[places.start].start, side.spans[places.stop - 1].end)
    at = side.spans[places.start - 1].end if places.start else (side.spans[0].start if len(side) else 0)
    return Span(at, at)


def _one_spelling(words: list[str]) -> list[str]:
    edits = language().lexicon.edits
    out: list[str] = []
    for word in words:
        out.extend(spelling(part) for part in edits.contractions.get(word, (word,)))
    return out


@functools.lru_cache(maxsize=50_000)
def spelling(word: str) -> str:
    """One form for spelling variants of a word, and for numbers in words and in digits; never a stem."""
    edits = language().lexicon.edits
    if word[:1].isdigit():
        return word.replace(",", "")
    word = edits.numbers.get(word, word)
    word = edits.same_spelling.get(word, word)
    if len(word) > 5:
        for one, other in edits.spellings:
            if word.endswith(one):
                return word[: -len(one)] + other
    return word.removesuffix(edits.possessive).removesuffix("'")
