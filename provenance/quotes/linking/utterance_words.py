"""The words of an utterance as they are compared: folded, stemmed, with their places; and two lists of them aligned.

The alignment is the longest common subsequence as Hunt and Szymanski found it (CACM 20, 1977): the work grows with
the number of equal pairs, which is small for sentences; a cap on very common words keeps hostile input linear. Of
equally long alignments the one with the earliest places is taken, so the result is unique. Nothing here judges.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from provenance.model import Quotation, Span
from provenance.quotes.languages import language
from provenance.quotes.linking.word_forms import other_forms, stem_of
from provenance.text.normalisation import folded

LONGEST = 600  # words of one utterance that are compared; a longer one is compared by its beginning
MOST_REPEATED = 60  # places at which one word of the other list is tried

_WORD = re.compile(
    r"[\u2e80-\u2fdf\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"  # scripts without spaces: a character is a word
    r"|\d+(?:[.,:]\d+)*|%"
    # letters, with a few in brackets where an editor changed them, "[W]e", "mention[ed]", and lost ones: "caf\ufffd"
    r"|(?:\[[^\W\d_]{1,3}\](?=[^\W\d_]))?\ufffd*[^\W\d_]+(?:['’ʼ´`‘\ufffd]\ufffd*[^\W\d_]+)*\ufffd*"
    r"(?:\[(?!sic)[^\W\d_]{1,4}\])?"
)
_APOSTROPHES = str.maketrans("’ʼ´`‘", "'''''")
_LOST_IN_APOSTROPHE = re.compile("'\ufffd+")


@dataclass(frozen=True, slots=True)
class Words:
    """Parallel lists: each word folded, as written, its stem, its span, and the quotation marks that hold it.

    A contraction is several words of one span, a number one word (`provenance.quotes.linking.word_forms`). `inside`
    numbers the stretch of quotation marks that holds the word, -1 outside of any. `language` is the text's code.
    """

    folded: tuple[str, ...]
    written: tuple[str, ...]
    stems: tuple[str, ...]
    spans: tuple[Span, ...]
    inside: tuple[int, ...]
    language: str | None = None

    def __len__(self) -> int:
        return len(self.folded)

    def quoted(self) -> Words:
        """Only the words inside quotation marks."""
        if -1 not in self.inside:
            return self
        return self.taken([place for place, number in enumerate(self.inside) if number >= 0])

    def part(self, start: int, stop: int) -> Words:
        """The words from one place to before another."""
        cut = slice(start, stop)
        return Words(
            self.folded[cut], self.written[cut], self.stems[cut], self.spans[cut], self.inside[cut], self.language
        )

    def taken(self, places: Sequence[int]) -> Words:
        """The words at these places."""
        return Words(
            tuple(self.folded[place] for place in places),
            tuple(self.written[place] for place in places),
            tuple(self.stems[place] for place in places),
            tuple(self.spans[place] for place in places),
            tuple(self.inside[place] for place in places),
            self.language,
        )


def words_of(text: str, span: Span, marks: Sequence[Span] = (), language: str | None = None) -> Words:
    """The words of `span`; `marks` are stretches inside quotation marks, ascending; `language` is the text's code."""
    matches = list(islice(_WORD.finditer(text, *span), LONGEST))
    written = [match.group() for match in matches]
    spans = list(map(_span, (match.span() for match in matches)))
    inside = _inside(spans, marks)
    code = None if language == "en" else language
    compared = [word.lower() if word.isascii() and word.isalpha() else fold(word, code) for word in written]
    for first, after, forms in reversed(
        other_forms(text, compared, spans, code)
    ):  # from the end, so that places stay right
        count = len(forms)
        compared[first:after] = forms
        spans[first:after] = [Span(spans[first].start, spans[after - 1].end)] * count
        written[first:after] = [written[first]] * count
        inside[first:after] = [inside[first]] * count
    stems = tuple(map(stem_of, compared) if code is None else (stem_of(word, code) for word in compared))
    return Words(tuple(compared), tuple(written), stems, tuple(spans), tuple(inside), language)


def goes_on(text: str, words: Words, span: Span) -> bool:
    """Whether a span has words that `words_of` left out, because it has more than LONGEST.

    Their number does not say it: "4 732" and "twenty-one" are several words in a text and one of those compared.
    """
    return bool(words.spans) and _WORD.search(text, words.spans[-1].end, span.end) is not None


_span = partial(tuple.__new__, Span)  # a third of the time that its own constructor takes


def _inside(spans: Sequence[Span], marks: Sequence[Span]) -> list[int]:
    """The number of the stretch of quotation marks that holds each word, -1 outside of any."""
    if len(marks) == 1 and spans and marks[0].start <= spans[0].start and spans[-1].start < marks[0].end:
        return [0] * len(spans)
    inside, number = [], 0
    for start, _ in spans:
        while number < len(marks) and marks[number].end <= start:
            number += 1
        inside.append(number if number < len(marks) and marks[number].start <= start else -1)
    return inside


def fold(word: str, code: str | None = None) -> str:
    """A word in lower case, without accents, ligatures, look-alike letters and possessive ending."""
    if word.isascii() and word.isalpha():  # nearly every word of an English text
        return word.lower()
    lower = word.translate(_APOSTROPHES).casefold()
    if "[" in lower:
        lower = lower.replace("[", "").replace("]", "")
    if not lower.isascii():
        lower = "".join(letter if letter == "'" else folded(letter) or letter for letter in lower)
        lower = _LOST_IN_APOSTROPHE.sub("'", lower)
    edits = language(code).lexicon.edits
    if lower in edits.contractions or not edits.possessive:
        return lower
    return lower.removesuffix(edits.possessive) if len(lower) > len(edits.possessive) + 2 else lower


def without_interruption(text: str, quotation: Quotation) -> list[Span]:
    """The parts of an indirect or mixed utterance without the "she said" that may be inside it."""
    span = quotation.span
    own = [part for part in (quotation.cue, quotation.speaker_span) if part and span.start < part.start < span.end]
    if not own:
        return [span]
    start, end = min(part.start for part in own), max(part.end for part in own)
    parts = [Span(span.start, start), Span(min(end, span.end), span.end)]
    return [part for part in parts if part.of(text).strip(" ,;—–-")]


def aligned(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Pairs of places of equal words, ascending in both lists, as many as there can be."""
    places: dict[Hashable, list[int]] = {}
    for place, word in enumerate(b):
        listed = places.setdefault(word, [])
        if len(listed) < MOST_REPEATED:
            listed.append(place)
    for listed in places.values():
        listed.reverse()
    ends: list[int] = []  # ends[k]: the smallest place in b at which k + 1 pairs can end
    chains: list[tuple[int, int, int]] = []  # place in a, place in b, number of the chain before (-1: none)
    last: list[int] = []  # last[k]: the chain that ends at ends[k]
    for at, word in enumerate(a):
        for place in places.get(word, ()):
            if not ends or place > ends[-1]:
                ends.append(place)
                last.append(len(chains))
                chains.append((at, place, last[-2] if len(last) > 1 else -1))
                continue
            rank = bisect_left(ends, place)
            if place < ends[rank]:
                ends[rank] = place
                last[rank] = len(chains)
                chains.append((at, place, last[rank - 1] if rank else -1))
    pairs: list[tuple[int, int]] = []
    chain = last[-1] if last else -1
    while chain >= 0:
        at, place, chain = chains[chain]
        pairs.append((at, place))
    return pairs[::-1]
