"""The pieces of quotations that are looked for in other articles: sentences of direct speech, clauses, fragments."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from provenance.config.quotes import QuotationSettings
from provenance.model import Quotation, Span
from provenance.quotes.linking.rarity import Rarity, subject_of
from provenance.quotes.linking.wording import Wording, without_interruption, wording
from provenance.text.sentences import sentences

MOST_REPEATED = 4  # articles with one unquoted clause
LONGEST_NEWS = 14 * 86_400.0  # seconds over which a clause may spread as news; wire copy spreads within days


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
class Utterance:
    """A piece of one quotation: where it stands, its words, their weights, and the sum of these.

    `subject` marks the words that its article is about.
    """

    article: int
    quotation: int
    words: Wording
    weights: tuple[float, ...]
    subject: tuple[bool, ...]
    total: float

    @property
    def span(self) -> Span:
        """From the first word to the last."""
        return Span(self.words.spans[0].start, self.words.spans[-1].end)


def utterances(articles: Sequence[QuotedArticle], rarity: Rarity, settings: QuotationSettings) -> list[Utterance]:
    """Every piece long enough to be recognised, by article and place."""
    found = []
    for number, article in enumerate(articles):
        about = subject_of(article.text) if article.quotations else frozenset()
        for place, quotation in enumerate(article.quotations):
            for span, fewest in _pieces(article.text, quotation, settings):
                words = wording(article.text, span, quotation.marks)
                if len(words) >= fewest:
                    weights = tuple(map(rarity.of_word, words.written, words.folded, words.stems))
                    subject = tuple(stem in about for stem in words.stems)
                    found.append(Utterance(number, place, words, weights, subject, sum(weights)))
    return _without_boilerplate(found, articles)


def _without_boilerplate(found: list[Utterance], articles: Sequence[QuotedArticle]) -> list[Utterance]:
    """Without unquoted clauses that come back word for word, in many articles, over a long time.

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
