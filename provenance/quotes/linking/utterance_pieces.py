"""Pieces of quotations, as they are looked for in other articles, and the weight of each of their words.

A piece is a sentence of direct speech, a clause, or a fragment in quotation marks. A shared word says little where
many articles use it, much where few do. Two articles alone cannot show which words are rare, so the language's list
of common words counts like a number of further articles.
"""

from __future__ import annotations

import functools
import re
import zlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from provenance.config.quotes import QuotationSettings
from provenance.model import Quotation, Span
from provenance.quotes.languages import language
from provenance.quotes.linking.utterance_words import Words, goes_on, without_interruption, words_of
from provenance.quotes.linking.word_forms import stem_of
from provenance.text.sentences import sentences

UNLISTED = 0.004  # share of articles that use a word which the list of common words lacks
SUBJECT_TIMES = 2  # a word that an article uses again belongs to its subject
# A run of names ("Israeli Prime Minister Benjamin Netanyahu") makes two reports of one subject look like one.
NAME_WEIGHT = 0.6

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class QuotedArticle:
    """An article as linking sees it: its text, its quotations ascending, and when it was published.

    `earliest` and `latest` are the ends of the interval that the date allows, in seconds since 1970; None: unknown.
    `language` is the code of its language, None where nobody knows it. `echoes` numbers the quotations that
    only passages of other articles show to be speech.
    """

    id: str
    text: str
    quotations: Sequence[Quotation]
    earliest: float | None = None
    latest: float | None = None
    echoes: frozenset[int] = frozenset()
    language: str | None = None

    @property
    def read(self) -> Sequence[Quotation]:
        """The quotations without the echoes."""
        if not self.echoes:
            return self.quotations
        return [quotation for number, quotation in enumerate(self.quotations) if number not in self.echoes]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of one quotation: the numbers of its article and quotation, and of each word its stem's hash, its
    weight, whether it is of what the article is about and whether it is inside quotation marks.

    `total` is the sum of the weights. `rank` is its place among the pieces of its quotation.
    """

    article: int
    quotation: int
    rank: int
    stems: tuple[int, ...]
    weights: tuple[float, ...]
    subject: tuple[bool, ...]
    marked: tuple[bool, ...]
    total: float


class Bare(NamedTuple):
    """A piece without weights: the number of its quotation, its words, the stem that each word is weighed by, and
    whether the word is of what its article is about."""

    quotation: int
    words: Words
    weighed: tuple[str, ...]
    subject: tuple[bool, ...]


def bare_pieces(
    text: str, quotations: Sequence[Quotation], settings: QuotationSettings, code: str | None = None
) -> list[Bare]:
    """Every piece of an article that is long enough to be recognised, by place; `code` is the text's language."""
    about = subject_of(text, code) if quotations else frozenset()
    found = []
    for place, quotation in enumerate(quotations):
        for span, fewest in _pieces(text, quotation, settings, code):
            words = words_of(text, span, quotation.marks, code)
            if len(words) >= fewest:
                weighed = tuple(map(weighed_stem, words.folded, words.stems))
                found.append(Bare(place, words, weighed, tuple(stem in about for stem in words.stems)))
    return found


def weighed_stem(folded: str, stem: str) -> str:
    """The stem whose rarity is a word's: of "don't" that of its more common part."""
    if "'" not in folded:
        return stem
    parts = [stem_of(part) for part in folded.split("'") if part]
    return max(parts, key=lambda part: at_large().get(part, UNLISTED)) if parts else stem


def weighed(article: int, rank: int, bare: Bare, rarity: Rarity) -> Piece:
    """A piece with the weights of its words."""
    weights = tuple(map(rarity.of_word, bare.words.written, bare.weighed))
    marked = tuple(inside >= 0 for inside in bare.words.inside)
    stems = tuple(map(hash_of, bare.words.stems))
    return Piece(article, bare.quotation, rank, stems, weights, bare.subject, marked, sum(weights))


def words_of_pieces(text: str, quotation: Quotation, settings: QuotationSettings, whole: Words) -> list[Words]:
    """The words of each piece of a quotation, by rank; `whole` are those of the whole quotation."""
    found = []
    all_of_it = not goes_on(text, whole, quotation.span)
    for span, fewest in _pieces(text, quotation, settings, whole.language):
        words = _part(whole, span) if all_of_it else words_of(text, span, quotation.marks, whole.language)
        if len(words) >= fewest:
            found.append(words)
    return found


def _part(whole: Words, span: Span) -> Words:
    """The words inside a span. No number goes on beyond a piece, so they are the words read there alone."""
    start = bisect_left(whole.spans, (span.start, -1))
    return whole.part(start, bisect_left(whole.spans, (span.end, -1), start))


def span_of(words: Words) -> Span:
    """From the first word to the last."""
    return Span(words.spans[0].start, words.spans[-1].end)


def _pieces(text: str, quotation: Quotation, settings: QuotationSettings, code: str | None) -> list[tuple[Span, int]]:
    """Spans to look for, with the fewest words that each needs."""
    whole, part = settings.fewest_words, settings.fewest_fragment_words
    if quotation.type == "direct":
        return [(piece, whole) for mark in quotation.marks for piece in sentences(text, mark, code)]
    pieces = [(piece, whole) for piece in without_interruption(text, quotation)]
    if quotation.type == "mixed":
        pieces.extend((mark, part) for mark in quotation.marks)
    return pieces


def subject_of(text: str, code: str | None = None) -> frozenset[str]:
    """The stems that an article uses more than once: what it is about."""
    counts: dict[str, int] = {}
    for word, count in Counter(_WORD.findall(text.casefold())).items():
        stem = stem_of(word, None if code == "en" else code)
        counts[stem] = counts.get(stem, 0) + count
    return frozenset(stem for stem, count in counts.items() if count >= SUBJECT_TIMES)


class Rarity:
    """Weights of stems, in nats, in steps of 1/32: minus the log of the share of articles that use them.

    What is counted is what articles quote, which is kept for each, and not their texts: so much speech counts like
    one article as an article has words (`provenance.quotes.linking.utterance_table`). `weights` are by hash.
    """

    def __init__(self, weights: Mapping[int, float], unknown: Callable[[str], float]) -> None:
        self._weights = weights
        self._unknown = unknown

    def of_word(self, written: str, stem: str) -> float:
        """The weight of a word of an utterance, in nats; less for a name, which every report on the subject uses."""
        return self.weight(stem) * (NAME_WEIGHT if written[0].isupper() else 1.0)

    def weight(self, stem: str) -> float:
        """The weight of a stem, in nats."""
        known = self._weights.get(hash_of(stem))
        return self._unknown(stem) if known is None else known


def hash_of(stem: str) -> int:
    """The number of 32 bits that stands for a stem wherever pieces are kept."""
    return zlib.crc32(stem.encode("utf-8", "surrogatepass"))


@functools.cache
def at_large() -> dict[str, float]:
    """Shares of articles that use common words, by stem."""
    shares: dict[str, float] = {}
    for word, share in language().common_words():
        stem = stem_of(word)
        shares[stem] = max(shares.get(stem, 0.0), share)
    return shares
