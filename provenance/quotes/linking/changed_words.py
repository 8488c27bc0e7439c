"""One place where the words of two reports of an utterance differ: what kind of change it is, and if it is honest.

Where such places are is for `provenance.quotes.linking.alterations`; what an ellipsis or a bracket excuses is for
`marked_cuts`. Nothing here aligns words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

from provenance.model import Span
from provenance.quotes.damaged_marks import LOST, fits
from provenance.quotes.languages import language
from provenance.quotes.linking.marked_cuts import ELLIPSIS, censors, governs, hides_negation, in_brackets, shows_cut
from provenance.quotes.linking.utterance_words import Words
from provenance.quotes.linking.word_forms import contracted, spelling

ChangeKind = Literal["harmless", "word", "number", "name", "negation", "cut"]

WHOLE_END = 2  # equal words that the beginning or end of both quotations counts for


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


class Run(NamedTuple):
    """Equal words in a row on both sides: the first places and how many."""

    a: int
    b: int
    length: int


class Sides:
    """Two stretches of quoted words and the texts around them."""

    def __init__(self, text_a: str, a: Words, text_b: str, b: Words) -> None:
        self.text_a, self.a = text_a, a
        self.text_b, self.b = text_b, b
        self.edits = language(a.language).lexicon.edits
        self.code = None if a.language == "en" else a.language

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
        """Whether the quotation marks close behind the last of the places."""
        return places.stop == len(side) or side.inside[places.stop] != side.inside[places.stop - 1]

    def says_something(self, side: Words, places: range) -> bool:
        """Whether any word there is more than an article or a filler."""
        small = self.edits.fillers | self.edits.articles | self.edits.openers
        return any(side.folded[place] not in small or self._counts(side, place) for place in places)

    def _counts(self, side: Words, place: int) -> bool:
        """Whether an article belongs to an amount: "a few" are not "few"."""
        following = side.folded[place + 1] if place + 1 < len(side) else ""
        return side.folded[place] in self.edits.articles and following in self.edits.amounts

    def opens(self, run: Run) -> int:
        """Equal words that a run counts for in addition where it opens the quotation marks of both sides."""
        opens = (not at or side.inside[at - 1] != side.inside[at] for side, at in ((self.a, run.a), (self.b, run.b)))
        return WHOLE_END if all(opens) else 0

    def closes(self, run: Run) -> int:
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
        if not governs(text_cut, cut_side, cut, self._reverses):
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
        if self._joined(self.a, one, words_b) or self._joined(self.b, other, words_a):
            return "harmless"
        if _damaged(words_a, words_b) or self._typography(words_a, words_b):
            return "harmless"
        if censors(self.text_a, self.a, one, self.text_b, self.b, other):
            return "harmless"
        if self._hides_negation(one, other):
            return "negation"
        if self.is_marked(one, other) or self._glossed(one, other):
            return "harmless"
        if _repeated(self.a, one, words_b) or _repeated(self.b, other, words_a):
            return "harmless"
        if self._dropped_harmlessly(self.a, one, words_a) and self._dropped_harmlessly(self.b, other, words_b):
            return "harmless"
        if any(map(self._negates, words_a)) != any(map(self._negates, words_b)):
            return "negation"
        if _numbers(words_a, self.code) != _numbers(words_b, self.code):
            return "number"
        if not words_a or not words_b:
            return "cut"
        if self._names(self.a, one) != self._names(self.b, other):
            return "name"
        return "word"

    def _typography(self, words_a: list[str], words_b: list[str]) -> bool:
        """The same letters, once contractions, spelling, possessives and hyphens are evened out."""
        one, other = ("".join(_one_spelling(words, self.code)) for words in (words_a, words_b))
        if one == other or (len(words_a) == len(words_b) == 1 and self._shortens(words_a[0], words_b[0])):
            return True
        # a slip of the pen: the same letters in another order
        return (
            len(words_a) == len(words_b) == 1 and len(one) > 4 and sorted(one) == sorted(other) and one[0] == other[0]
        )

    def _shortens(self, one: str, other: str) -> bool:
        """Whether one is short for the other: the "'s" of "he's gone" for "has"."""
        short_for = self.edits.short_for
        return other in short_for.get(one, ()) or one in short_for.get(other, ())

    def _joined(self, side: Words, places: range, words: list[str]) -> bool:
        """Whether the words left out are in an ending before them: "the dam's broken" for "the dam is broken"."""
        if places or not places.start or len(words) != 1:
            return False
        written = side.written[places.start - 1].replace("’", "'").lower()
        owner = self.edits.possessive
        return bool(owner) and written.endswith(owner) and words[0] in self.edits.short_for.get(owner, ())

    def _negates(self, word: str) -> bool:
        return word in self.edits.negations or word.endswith(self.edits.negative_endings)

    def _reverses(self, word: str) -> bool:
        """Whether a word turns what depends on it into something else: "not", "denies", "failed to", "only"."""
        return self._negates(word) or word in self.edits.reversals

    def is_marked(self, one: range, other: range) -> bool:
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
            return hides_negation(self.text_a, self.a, one, self._reverses)
        if negated[1] and not negated[0]:
            return hides_negation(self.text_b, self.b, other, self._reverses)
        return False

    def _negated(self, side: Words, places: range) -> int:
        return sum(self._reverses(side.folded[place]) for place in places)

    def _plain_negations(self, text: str, side: Words, places: range) -> int:
        return sum(self._reverses(side.folded[p]) for p in places if not in_brackets(text, side.spans[p]))

    def _glossed(self, one: range, other: range) -> bool:
        """Whether the words differ only by what an editor added in brackets: "He [the minister] promised"."""
        kept_a = [self.a.folded[p] for p in one if not in_brackets(self.text_a, self.a.spans[p])]
        kept_b = [self.b.folded[p] for p in other if not in_brackets(self.text_b, self.b.spans[p])]
        if _affixed(self.a, one, kept_b) or _affixed(self.b, other, kept_a):
            return True
        if len(kept_a) == len(one) and len(kept_b) == len(other):
            return False
        return _one_spelling(kept_a, self.code) == _one_spelling(kept_b, self.code)

    def _dropped_harmlessly(self, side: Words, places: range, words: list[str]) -> bool:
        small = self.edits.fillers | self.edits.articles
        text = self.text_a if side is self.a else self.text_b
        for place, word in zip(places, words, strict=True):
            if self._is_aside(text, side, places, place):
                continue
            if self._counts(side, place):
                return False
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


def _damaged(words_a: list[str], words_b: list[str]) -> bool:
    """Whether the words differ only by letters that were lost on the way to the archive."""
    one, other = "".join(words_a), "".join(words_b)
    return LOST in one + other and (fits(one, other) or fits(other, one))


def _affixed(side: Words, places: range, others: list[str]) -> bool:
    """Whether the words are the others but for letters in brackets at a word: "mention[ed]" for "mention"."""
    words = [side.written[place].casefold() for place in places]
    if len(words) != len(others) or not any("[" in word for word in words):
        return False
    return all(_is_affixed(word, other) for word, other in zip(words, others, strict=True))


def _is_affixed(word: str, other: str) -> bool:
    before, opening, rest = word.partition("[")
    after = rest.partition("]")[2]
    if not opening:
        return word == other
    return (after or before) != "" and other.startswith(before.rstrip("e")) and other.endswith(after)


def _repeated(side: Words, places: range, others: list[str]) -> bool:
    """Whether the words were merely said twice: "if she, if she gets"."""
    count = len(places)
    if not count or others:
        return False
    said = side.folded[places.start : places.stop]
    before = side.folded[max(0, places.start - count) : places.start]
    return said in (before, side.folded[places.stop : places.stop + count])


def _numbers(words: list[str], code: str | None) -> list[str]:
    spelled = (spelling(word, code) for word in words)
    return [word for word in spelled if word[:1].isdigit()]


def _span(side: Words, places: range) -> Span:
    if places:
        return Span(side.spans[places.start].start, side.spans[places.stop - 1].end)
    at = side.spans[places.start - 1].end if places.start else (side.spans[0].start if len(side) else 0)
    return Span(at, at)


def _one_spelling(words: list[str], code: str | None) -> list[str]:
    out: list[str] = []
    for word in words:
        out.extend(spelling(part, code) for part in contracted(word, code))
    return out
