"""Pieces of quotations, as they are looked for in other articles, and the weight of each of their words.

A piece is a sentence of direct speech, a clause, or a fragment in quotation marks. A shared word says little where
many articles use it, much where few do. Two articles alone cannot show which words are rare, so the language's list
of common words counts like a number of further articles.
"""

from __future__ import annotations

import functools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from provenance.config.quotes import QuotationSettings
from provenance.model import Quotation, Span
from provenance.quotes.languages import language
from provenance.quotes.linking.utterance_words import Words, without_interruption, words_of
from provenance.text.normalisation import stemmer
from provenance.text.sentences import sentences

MOST_REPEATED = 4  # articles with one unquoted clause
LONGEST_NEWS = 14 * 86_400.0  # seconds over which a clause may spread as news; wire copy spreads within days
UNLISTED = 0.004  # share of articles that use a word which the list of common words lacks
LONGEST_WORD = 64  # letters
SUBJECT_TIMES = 2  # a word that an article uses again belongs to its subject
# A run of names ("Israeli Prime Minister Benjamin Netanyahu") makes two reports of one subject look like one.
NAME_WEIGHT = 0.6

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class QuotedArticle:
    """An article as linking sees it: its text, its quotations ascending, and when it was published.

    `earliest` and `latest` are the ends of the interval that the date allows, in seconds since 1970; None: unknown.
    `echoes` numbers the quotations that only passages of other articles show to be speech.
    """

    id: str
    text: str
    quotations: Sequence[Quotation]
    earliest: float | None = None
    latest: float | None = None
    echoes: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of one quotation: the numbers of its article and quotation, its words, their weights, and their sum.

    `subject` marks the words that its article is about.
    """

    article: int
    quotation: int
    words: Words
    weights: tuple[float, ...]
    subject: tuple[bool, ...]
    total: float

    @property
    def span(self) -> Span:
        """From the first word to the last."""
        return Span(self.words.spans[0].start, self.words.spans[-1].end)


def pieces_of(articles: Sequence[QuotedArticle], rarity: Rarity, settings: QuotationSettings) -> list[Piece]:
    """Every piece long enough to be recognised, by article and place."""
    found = []
    for number, article in enumerate(articles):
        about = subject_of(article.text) if article.quotations else frozenset()
        for place, quotation in enumerate(article.quotations):
            for span, fewest in _pieces(article.text, quotation, settings):
                words = words_of(article.text, span, quotation.marks)
                if len(words) >= fewest:
                    weights = tuple(map(rarity.of_word, words.written, words.folded, words.stems))
                    subject = tuple(stem in about for stem in words.stems)
                    found.append(Piece(number, place, words, weights, subject, sum(weights)))
    return _without_boilerplate(found, articles)


def _without_boilerplate(found: list[Piece], articles: Sequence[QuotedArticle]) -> list[Piece]:
    """`found` without unquoted clauses that recur word for word, in many articles, over a long time.

    An editor's note under every article on a subject is such a clause; a quotation in marks is never dropped.
    """
    times: dict[tuple[str, ...], list[float]] = defaultdict(list)
    for piece in found:
        earliest = articles[piece.article].earliest
        if earliest is not None and max(piece.words.inside) < 0:
            times[piece.words.stems].append(earliest)
    notes = {
        stems for stems, when in times.items() if len(when) >= MOST_REPEATED and max(when) - min(when) > LONGEST_NEWS
    }
    return [piece for piece in found if piece.words.stems not in notes]


def _pieces(text: str, quotation: Quotation, settings: QuotationSettings) -> list[tuple[Span, int]]:
    """Spans to look for, with the fewest words that each needs."""
    whole, part = settings.fewest_words, settings.fewest_fragment_words
    if quotation.type == "direct":
        return [(piece, whole) for mark in quotation.marks for piece in sentences(text, mark)]
    pieces = [(piece, whole) for piece in without_interruption(text, quotation)]
    if quotation.type == "mixed":
        pieces.extend((mark, part) for mark in quotation.marks)
    return pieces


def subject_of(text: str) -> frozenset[str]:
    """The stems that an article uses more than once: what it is about."""
    counts = Counter(_stem(word) for word in _WORD.findall(text.casefold()))
    return frozenset(stem for stem, count in counts.items() if count >= SUBJECT_TIMES)


class Rarity:
    """Weights of stems, in nats: minus the log of the share of articles that use them."""

    def __init__(self, texts: Iterable[str], prior_articles: int) -> None:
        holding: Counter[str] = Counter()
        count = 0
        for text in texts:
            count += 1
            holding.update({_stem(word) for word in set(_WORD.findall(text.casefold()))})
        self._holding = holding
        self._prior = prior_articles
        self._total = count + prior_articles
        self._weights: dict[str, float] = {}

    def share(self, stem: str) -> float:
        """The share of articles that use a stem, 0 to 1."""
        return (self._holding.get(stem, 0) + self._prior * _at_large().get(stem, UNLISTED)) / self._total

    def of_word(self, written: str, folded: str, stem: str) -> float:
        """The weight of a word of an utterance, in nats; less for a name, which every report on the subject uses."""
        if "'" in folded:
            return min(self.weight(_stem(part)) for part in folded.split("'") if part)
        return self.weight(stem) * (NAME_WEIGHT if written[0].isupper() else 1.0)

    def weight(self, stem: str) -> float:
        """The weight of a stem, in nats."""
        known = self._weights.get(stem)
        if known is None:
            known = self._weights[stem] = -math.log(min(1.0, self.share(stem)))
        return known


@functools.lru_cache(maxsize=200_000)
def _stem(word: str) -> str:
    return stemmer(language().name).stemWord(word[:LONGEST_WORD])


@functools.cache
def _at_large() -> dict[str, float]:
    """Shares of articles that use common words, by stem."""
    shares: dict[str, float] = {}
    for word, share in language().common_words():
        stem = _stem(word)
        shares[stem] = max(shares.get(stem, 0.0), share)
    return shares
