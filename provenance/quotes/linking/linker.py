"""The same utterance across many articles, and where each appeared first.

Two utterances are compared when they share two of their rarest words; the score then judges them. The work is bounded
by keys that many utterances share being ignored, as boilerplate is. Direction is not judged here: side A is the
article known to be earlier, or the one with the smaller id.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from provenance.config.quotes import QuotationSettings
from provenance.model import Quotation, Span
from provenance.quotes.lexicon import lexicon
from provenance.quotes.linking.alterations import Change, changes, is_altered
from provenance.quotes.linking.likeness import Likeness, likeness, stretches
from provenance.quotes.linking.passages import speech_of
from provenance.quotes.linking.rarity import Rarity
from provenance.quotes.linking.speakers import same_as
from provenance.quotes.linking.utterances import QuotedArticle, Utterance, utterances
from provenance.quotes.linking.wording import wording

DAY = 86_400.0
FEWEST_IN_A_ROW = 4  # equal quoted words in a row without which a difference proves no alteration


@dataclass(frozen=True, slots=True)
class Place:
    """A quotation of an article, by its number in the article's list, and the piece of it that was recognised."""

    article: str
    quotation: int
    span: Span


@dataclass(frozen=True, slots=True)
class UtterancePair:
    """One utterance in two articles.

    `score` is in nats; `reported` says that it reaches the limit (else it is merely possible). `changes` is the word
    diff inside quotation marks, `altered` whether any of it is more than an honest edit; `speech` tells what became
    of the speaker from A to B. `shared` pairs the stretches of equal wording, ascending in A.
    """

    a: Place
    b: Place
    score: float
    reported: bool
    speech: str | None
    altered: bool
    changes: tuple[Change, ...]
    shared: tuple[tuple[Span, Span], ...]


def link_utterances(
    articles: Sequence[QuotedArticle],
    settings: QuotationSettings | None = None,
    about: Collection[str] | None = None,
    possible: bool = False,
) -> list[UtterancePair]:
    """Pairs of quotations of different articles that report one utterance, by articles and places.

    `about` keeps only pairs that touch these articles. Pairs below the reporting limit come only with `possible`.
    Each pair of quotations is judged by its best piece.
    """
    settings = settings or QuotationSettings()
    settings.validate()
    rarity = Rarity((article.text for article in articles), settings.prior_articles)
    pieces = utterances(articles, rarity, settings)
    wanted = None if about is None else {n for n, article in enumerate(articles) if article.id in about}
    least = settings.possible_score if possible else settings.least_score
    best: dict[tuple[int, int, int, int], tuple[float, Utterance, Utterance, Likeness]] = {}
    for one, other in _candidates(pieces, articles, rarity, settings, wanted):
        a, b = pieces[one], pieces[other]
        found = likeness(a, b)
        if found.score(settings.speaker_weight) < least:
            continue
        same = same_as(_quotation(articles, a), _quotation(articles, b))
        score = found.score(0.0 if same is None else settings.speaker_weight * (1 if same else -1))
        if score < least:
            continue
        key = (a.article, a.quotation, b.article, b.quotation)
        if key not in best or score > best[key][0]:
            best[key] = (score, a, b, found)
    made = [_pair(articles, *entry, settings) for entry in best.values()]
    return sorted(made, key=_order)


def _order(pair: UtterancePair) -> tuple[str, int, str, int]:
    return pair.a.article, pair.a.quotation, pair.b.article, pair.b.quotation


def _quotation(articles: Sequence[QuotedArticle], piece: Utterance) -> Quotation:
    return articles[piece.article].quotations[piece.quotation]


def _candidates(
    pieces: Sequence[Utterance],
    articles: Sequence[QuotedArticle],
    rarity: Rarity,
    settings: QuotationSettings,
    wanted: set[int] | None,
) -> Iterator[tuple[int, int]]:
    """Pairs of pieces, of two articles within the window, that share two key words; each pair once."""
    posted: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, piece in enumerate(pieces):
        for key in _keys(piece, rarity, settings):
            posted[key].append(number)
    window = None if settings.window_days is None else settings.window_days * DAY
    seen: set[tuple[int, int]] = set()
    for numbers in posted.values():
        if not 1 < len(numbers) <= settings.most_posted:
            continue
        for one, other in combinations(numbers, 2):
            a, b = pieces[one].article, pieces[other].article
            if a == b or (one, other) in seen:
                continue
            if wanted is not None and a not in wanted and b not in wanted:
                continue
            if window is not None and _apart(articles[a], articles[b]) > window:
                continue
            seen.add((one, other))
    yield from sorted(seen)


def _keys(piece: Utterance, rarity: Rarity, settings: QuotationSettings) -> Iterator[tuple[str, str]]:
    weak = lexicon().wording.weak
    words = piece.words
    stems = {
        stem
        for stem, folded in zip(words.stems, words.folded, strict=True)
        if folded not in weak and rarity.share(stem) <= settings.highest_share
    }
    rarest = sorted(stems, key=lambda stem: (-rarity.weight(stem), stem))[: settings.key_words]
    return combinations(sorted(rarest), 2)


def _apart(a: QuotedArticle, b: QuotedArticle) -> float:
    """Seconds between the nearest ends of two dates; 0 where one is unknown."""
    if a.earliest is None or b.earliest is None or a.latest is None or b.latest is None:
        return 0.0
    return max(0.0, a.earliest - b.latest, b.earliest - a.latest)


def precedes(a: QuotedArticle, b: QuotedArticle) -> bool:
    """Whether the date of A says that it came before B: it begins earlier and ends no later."""
    if a.earliest is None or b.earliest is None or a.latest is None or b.latest is None:
        return False
    return a.earliest < b.earliest and a.latest <= b.latest


def _pair(
    articles: Sequence[QuotedArticle],
    score: float,
    a: Utterance,
    b: Utterance,
    found: Likeness,
    settings: QuotationSettings,
) -> UtterancePair:
    one, other = articles[a.article], articles[b.article]
    shared = stretches(found, a, b)
    if precedes(other, one) or (not precedes(one, other) and other.id < one.id):
        a, b, one, other = b, a, other, one
        shared = tuple(sorted((there, here) for here, there in shared))
    said, again = one.quotations[a.quotation], other.quotations[b.quotation]
    diff: list[Change] = []
    if found.quoted_run >= FEWEST_IN_A_ROW:
        diff = changes(
            one.text,
            wording(one.text, said.span, said.marks).quoted(),
            other.text,
            wording(other.text, again.span, again.marks).quoted(),
        )
    return UtterancePair(
        a=Place(one.id, a.quotation, a.span),
        b=Place(other.id, b.quotation, b.span),
        score=score,
        reported=score >= settings.least_score,
        speech=speech_of(said, again),
        altered=is_altered(diff),
        changes=tuple(diff),
        shared=shared,
    )
