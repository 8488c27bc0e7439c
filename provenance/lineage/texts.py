"""The texts of one judgement laid end to end as arrays, so that kernels can walk over a whole archive.

Only bodies enter, without the stretches that the caller calls boilerplate. Positions are counted in words; every
word keeps its offsets into the text as read. Nothing here knows of dates or relations.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provenance.kernels.signatures import made
from provenance.lineage.kernels.passages import word_ranges
from provenance.lineage.kernels.runs import TextArrays
from provenance.model import Article, Span
from provenance.text import tokens

# Bits of `marks` at the gap before a word, and (SMALL, ADDRESS) about the word itself.
PARAGRAPH, LINE, SENTENCE, OMISSION, SMALL, ADDRESS, BOILERPLATE = 1, 2, 4, 8, 16, 32, 64

_OMISSIONS = ("...", "…", "[", "<", "--")
_ADDRESSES = ("@", "rticle <", "writes:")


@dataclass(frozen=True, slots=True)
class Texts:
    """Words of N texts, text t at `base[t]:base[t + 1]` of the parallel arrays.

    `ids` ascend. `starts` and `ends` are offsets into each text. `marks` has one entry more for each text than it
    has words: the entry `base[t] + t + i` describes the gap before word i and word i itself.
    """

    ids: tuple[str, ...]
    index: Mapping[str, int]
    base: NDArray[np.int64]
    words: NDArray[np.uint64]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    marks: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.ids)

    def as_arrays(self) -> TextArrays:
        """What kernels take."""
        return made(TextArrays, self.base, self.words, self.marks)

    def length(self, text: int) -> int:
        """Number of words."""
        return int(self.base[text + 1] - self.base[text])

    def words_of(self, text: int, span: Span) -> tuple[int, int]:
        """The half-open range of words that `span` touches."""
        low, high = int(self.base[text]), int(self.base[text + 1])
        # Asked a few times for each link: numpy's own search takes three times as long for one number.
        first = bisect_right(self.ends.data, span.start, low, high) - low
        last = bisect_left(self.starts.data, span.end, low, high) - low
        return first, max(first, last)

    def span_of(self, text: int, first: int, last: int) -> Span:
        """The characters of the text as read that the words `first` to `last` (exclusive) cover."""
        low = int(self.base[text])
        return Span(int(self.starts[low + first]), int(self.ends[low + last - 1]))

    def word_ranges(self, texts: NDArray[np.int64], spans: NDArray[np.int64]) -> NDArray[np.int64]:
        """`words_of` for many spans: row i of the result is about the text `texts[i]`."""
        found = np.empty((len(texts), 2), np.int64)
        texts, spans = np.ascontiguousarray(texts), np.ascontiguousarray(spans)
        word_ranges(self.base, self.starts, self.ends, texts, spans, found)
        return found

    def marked(self, bit: int) -> NDArray[np.bool_]:
        """Whether each word of all texts has a bit of `marks`."""
        of_words = np.ones(len(self.marks), np.bool_)
        of_words[self.base[1:] + np.arange(len(self))] = False
        return np.asarray((self.marks[of_words] & bit) > 0)

    def words_before(self, bit: int) -> NDArray[np.int64]:
        """`[i]`: how many words before word i (of all texts) have a bit of `marks`; the last value counts all of
        them."""
        return np.concatenate([np.zeros(1, np.int64), np.cumsum(self.marked(bit))])

    def equal_part(self, one: tuple[int, int, int], two: tuple[int, int, int]) -> float:
        """Part of the longer of two stretches (text, first, last) whose words are equal, counted from both ends."""
        words = [self.words[self.base[text] + first : self.base[text] + last] for text, first, last in (one, two)]
        shorter, longer = sorted(len(part) for part in words)
        if not shorter:
            return 0.0
        same = words[0][:shorter] == words[1][:shorter]
        if shorter == longer and same.all():
            return 1.0
        back = words[0][::-1][:shorter] == words[1][::-1][:shorter]
        return min(int(np.argmin(same)) + int(np.argmin(back)) if not same.all() else shorter, shorter) / longer


def lay_out(
    articles: Mapping[str, Article],
    boilerplate: Mapping[str, Sequence[Span]],
    words_of: Callable[[Article, Sequence[Span]], tuple[tokens.Tokens, NDArray[np.uint8]]] | None = None,
) -> Texts:
    """The words of all articles, ordered by id; `words_of` gives the words of an article and their marks, where these
    are known."""
    words_of = words_of or _read
    ids = tuple(sorted(articles))
    base = np.zeros(len(ids) + 1, np.int64)
    room = sum(
        articles[name].body.length for name in ids
    )  # room for more than there are; pages that are never written take no memory
    words, marks = np.empty(room, np.uint64), np.empty(room + len(ids), np.uint8)
    starts, ends = np.empty(room, np.int32), np.empty(room, np.int32)
    for text, name in enumerate(ids):
        found, marked = words_of(articles[name], boilerplate.get(name, ()))
        low, high = int(base[text]), int(base[text]) + len(found)
        words[low:high], starts[low:high], ends[low:high] = found.words, found.starts, found.ends
        marks[low + text : high + text + 1] = marked
        base[text + 1] = high
    count = int(base[-1])
    return Texts(
        ids=ids,
        index={name: place for place, name in enumerate(ids)},
        base=base,
        words=words[:count],
        starts=starts[:count],
        ends=ends[:count],
        marks=marks[: count + len(ids)],
    )


def same_texts(texts: Texts) -> NDArray[np.int64]:
    """`[t]`: the lowest number of a text with the same words as text t; a text without words is only itself."""
    same = np.arange(len(texts), dtype=np.int64)
    first: dict[bytes, int] = {}
    for text in range(len(texts)):
        words = texts.words[texts.base[text] : texts.base[text + 1]]
        if len(words):
            same[text] = first.setdefault(hashlib.blake2b(words.tobytes(), digest_size=16).digest(), text)
    return same


def occurrences(text: str, needle: str, body: Span) -> Iterator[int]:
    """Where `needle` occurs in the body; a scan of memory, ten times as fast as a pattern."""
    place = text.find(needle, body.start, body.end)
    while place >= 0:
        yield place
        place = text.find(needle, place + len(needle), body.end)


def _read(article: Article, boilerplate: Sequence[Span]) -> tuple[tokens.Tokens, NDArray[np.uint8]]:
    words = tokens.tokenise(article.text, article.body)
    return words, marks_of(article, words, boilerplate)


def marks_of(article: Article, words: tokens.Tokens, boilerplate: Sequence[Span]) -> NDArray[np.uint8]:
    """`Texts.marks` of one text: what separates its words, and which of them look like part of an address."""
    count = len(words)
    marks = np.zeros(count + 1, np.uint8)
    marks[0] = marks[count] = PARAGRAPH | LINE | SENTENCE
    if not count:
        return marks
    borders, traits = words.borders[:-1], words.traits[:-1]
    inner = marks[1:count]
    inner[(traits & tokens.PARAGRAPH) > 0] |= PARAGRAPH | LINE
    inner[borders == tokens.LINE] |= LINE
    inner[(borders == tokens.SENTENCE) | (borders == tokens.COLON)] |= SENTENCE
    marks[:count][(words.traits & (tokens.CAPITALISED | tokens.NUMERIC)) == 0] |= SMALL
    text, body = article.text, article.body
    for needles, bit, shift in ((_OMISSIONS, OMISSION, 0), (_ADDRESSES, ADDRESS, 1)):
        places = [place for needle in needles for place in occurrences(text, needle, body)]
        if places:
            where = np.searchsorted(words.starts, np.array(places), "right") - shift
            marks[np.clip(where, 0, count)] |= bit
    for span in boilerplate:
        first = np.searchsorted(words.ends, span.start, "right")
        marks[first : np.searchsorted(words.starts, span.end, "left")] |= BOILERPLATE
    return marks
