"""The same utterance across many articles, and where each appeared first.

Two utterances are compared when they share two of their rarest words; a score decides. Where one article retells
another, their passages show which utterances belong together. Who took from whom is not decided here: side A is the
article known to be earlier, or the one with the smaller id.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from provenance.config.quotes import QuotationSettings
from provenance.model import Match, Span
from provenance.model.progress import Progress
from provenance.quotes.linking.alterations import Change, changes, is_altered
from provenance.quotes.linking.piece_pairs import (
    Likeness,
    days_apart,
    likeness,
    pairs_of_linked,
    shared_stretches,
)
from provenance.quotes.linking.quoted_passages import (
    Passages,
    QuotationPair,
    passages_by_number,
    retold_quotations,
    speaker_change,
)
from provenance.quotes.linking.speakers import same_speaker_of
from provenance.quotes.linking.utterance_bytes import entry_of
from provenance.quotes.linking.utterance_pieces import Piece, QuotedArticle, bare_pieces, weighed
from provenance.quotes.linking.utterance_table import UtteranceTable
from provenance.quotes.linking.utterance_words import words_of

# Least nats that an echo, or one of several quotations in a passage, shares with its partner: about one rare word.
# All false pairs among those read by hand on `corpus/` are below it.
LEAST_SHARED = 5.0
ROUNDING = 1e-6  # nats by which sums in another order may differ
# Least nats of a further sentence of two quotations that surely share one: it is looked at for changes, too.
CONTINUED = 10.0
FEWEST_IN_A_ROW = 4  # equal quoted words in a row without which a difference proves no alteration


@dataclass(frozen=True, slots=True)
class QuotationPlace:
    """A quotation of an article, by its number in the article's list, and the piece of it that was recognised."""

    article: str
    quotation: int
    span: Span


@dataclass(frozen=True, slots=True)
class UtterancePair:
    """One utterance in two articles.

    `score` is in nats; `reported` says that it reaches the limit or that a passage proves it (else it is merely
    possible). `changes` is the word diff inside quotation marks, `altered` whether any of it is more than an honest
    edit; `speech` is what became of the speaker from A to B. `shared` pairs the stretches of equal wording,
    ascending in A.
    """

    a: QuotationPlace
    b: QuotationPlace
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
    passages: Passages | None = None,
) -> list[UtterancePair]:
    """Pairs of quotations of different articles that report one utterance, by articles and places.

    `about` keeps only pairs that touch these articles. Pairs below the reporting limit come only with `possible`.
    Each pair of quotations is judged by its best piece. `passages` are the passages, by pair of ids, of articles of
    which one is known to be made from the other: two utterances that a passage puts opposite each other are the same
    in other words, whatever their score. Articles may come from `with_echoes`, which adds clauses that only passages
    show to be speech; such a clause is paired by passages and never with another such clause.
    """
    settings = settings or QuotationSettings()
    settings.validate()
    articles = sorted(articles, key=lambda article: article.id)  # an alignment's ties fall one way only
    entries = [entry_of(article.text, article.read, settings) for article in articles]
    table = UtteranceTable(entries, [article.earliest for article in articles], settings)
    numbers = {article.id: number for number, article in enumerate(articles)}
    wanted = None if about is None else {numbers[name] for name in about if name in numbers}
    return link_table(table, articles, numbers, wanted, possible, passages)


def link_table(
    table: UtteranceTable,
    articles: Sequence[QuotedArticle],
    numbers: Mapping[str, int],
    wanted: Collection[int] | None = None,
    possible: bool = False,
    passages: Passages | None = None,
    report: Progress | None = None,
) -> list[UtterancePair]:
    """`link_utterances` of the articles of a table, in its order; only those in some pair are asked for.

    `numbers` are their places by id, `wanted` the places of those that every pair must touch.
    """
    settings = table.settings
    judge = _Judge(articles, table)
    least = settings.possible_score if possible else settings.least_score
    for one, other in table.pairs(wanted, least - settings.speaker_weight - ROUNDING, report):
        judge.compare(judge.piece(one), judge.piece(other), least)
    known = passages_by_number(numbers, passages or {})
    if wanted is not None:
        known = {pair: matches for pair, matches in known.items() if pair[0] in wanted or pair[1] in wanted}
    limits = judge.limits(known)
    for (a, b), limit in sorted(limits.items()):
        for one_piece, other_piece in pairs_of_linked(judge.pieces(a), judge.pieces(b), limit, settings):
            judge.compare(one_piece, other_piece, limit, settings.supported_coverage)
    retellings = judge.retellings(known)
    made = []
    for key, (score, a_piece, b_piece, found) in judge.best.items():
        backed = found.coverage >= settings.supported_coverage
        limit = limits.get((key[0], key[2]), settings.least_score) if backed else settings.least_score
        reported = key in retellings or score >= limit
        if reported or (possible and score >= settings.possible_score):
            made.append(_pair(articles, score, a_piece, b_piece, found, reported, judge.pieces_of[key]))
    return sorted(made, key=_order)


class _Judge:
    """Keeps the best pair of pieces for each pair of quotations, and the pieces of articles that were asked for."""

    def __init__(self, articles: Sequence[QuotedArticle], table: UtteranceTable) -> None:
        self._articles = articles
        self._table = table
        self._settings = table.settings
        self._rarity = table.rarity
        self._pieces: dict[int, list[Piece]] = {}
        self._of_table: dict[int, list[Piece]] = {}
        self.pieces_of: dict[QuotationPair, list[tuple[Span, Span]]] = defaultdict(list)
        self.best: dict[QuotationPair, tuple[float, Piece, Piece, Likeness]] = {}

    def pieces(self, number: int) -> list[Piece]:
        """The pieces of an article, echoes among them, without boilerplate."""
        if number not in self._pieces:
            article = self._articles[number]
            found = [
                weighed(number, bare, self._rarity)
                for bare in bare_pieces(article.text, article.quotations, self._settings)
            ]
            own = [piece for piece in found if piece.quotation not in article.echoes]
            first = int(self._table.first[number])
            live = self._table.live[first : first + len(own)].tolist()
            dead = {id(piece) for piece, alive in zip(own, live, strict=True) if not alive}
            self._of_table[number] = own
            self._pieces[number] = [piece for piece in found if id(piece) not in dead]
        return self._pieces[number]

    def piece(self, number: int) -> Piece:
        """The piece with a number of the table."""
        article = int(self._table.article[number])
        self.pieces(article)
        return self._of_table[article][number - int(self._table.first[article])]

    def compare(self, a: Piece, b: Piece, least: float, coverage: float = 0.0) -> None:
        """Judge two pieces, the one of the article with the lower number first.

        A pair below `least`, or that covers less, is forgotten.
        """
        one, other = self._articles[a.article], self._articles[b.article]
        if a.quotation in one.echoes and b.quotation in other.echoes:
            return
        window = self._settings.window_days
        if window is not None and days_apart(one, other) > window:
            return
        weight = self._settings.speaker_weight
        found = likeness(a, b)
        key = (a.article, a.quotation, b.article, b.quotation)
        score = found.score(weight)
        if score >= least:
            same = same_speaker_of(one.quotations[a.quotation], other.quotations[b.quotation])
            score = found.score(0.0 if same is None else weight if same else -weight)
        if score >= least and found.coverage >= coverage:
            self.pieces_of[key].append((a.span, b.span))
            if key not in self.best or score > self.best[key][0]:
                self.best[key] = (score, a, b, found)
        elif score >= CONTINUED and found.coverage >= self._settings.supported_coverage and key in self.best:
            self.pieces_of[key].append((a.span, b.span))

    def retellings(self, passages: Mapping[tuple[int, int], Sequence[Match]]) -> set[QuotationPair]:
        """The pairs of quotations that passages put opposite each other.

        Where a passage covers several, each belongs to the one that it shares most with, if that is mutual
        and enough.
        """
        found: set[QuotationPair] = set()
        for (a, b), matches in passages.items():
            for keys in retold_quotations(a, self._articles[a], b, self._articles[b], matches):
                for _, mine, _, theirs in keys:
                    for one, other in product(self._said(a, mine), self._said(b, theirs)):
                        self.compare(one, other, -math.inf)
                ranked = sorted((self.best[key][0], key) for key in keys if key in self.best)
                partner = {side: key for _, key in ranked for side in (key[:2], key[2:])}
                for score, key in ranked:
                    sure = len(keys) == 1 and not self._holds_echo(key)
                    if (sure or score >= LEAST_SHARED) and partner[key[:2]] == key == partner[key[2:]]:
                        found.add(key)
        return found

    def _said(self, article: int, quotation: int) -> list[Piece]:
        return [piece for piece in self.pieces(article) if piece.quotation == quotation]

    def _holds_echo(self, key: QuotationPair) -> bool:
        return key[1] in self._articles[key[0]].echoes or key[3] in self._articles[key[2]].echoes

    def limits(self, passages: Mapping[tuple[int, int], Sequence[Match]]) -> dict[tuple[int, int], float]:
        """Reporting limits, by pair of article numbers, of articles with another sure utterance or with passages."""
        known = {
            (a.article, b.article): self._settings.supported_score
            for score, a, b, _ in self.best.values()
            if score >= self._settings.least_score
        }
        return known | dict.fromkeys(passages, self._settings.derived_score)


def _touches(change: Span, piece: Span) -> bool:
    """Whether a change is in the piece that was recognised, and not elsewhere in a long quotation."""
    return change.start <= piece.end and piece.start <= change.end


def _order(pair: UtterancePair) -> tuple[str, int, str, int]:
    return pair.a.article, pair.a.quotation, pair.b.article, pair.b.quotation


def precedes(a: QuotedArticle, b: QuotedArticle) -> bool:
    """Whether the date of A says that it came before B: it begins earlier and ends no later."""
    if a.earliest is None or b.earliest is None or a.latest is None or b.latest is None:
        return False
    return a.earliest < b.earliest and a.latest <= b.latest


def _pair(
    articles: Sequence[QuotedArticle],
    score: float,
    a: Piece,
    b: Piece,
    found: Likeness,
    reported: bool,
    recognised: Sequence[tuple[Span, Span]],
) -> UtterancePair:
    one, other = articles[a.article], articles[b.article]
    shared = shared_stretches(found, a, b)
    if precedes(other, one) or (not precedes(one, other) and other.id < one.id):
        a, b, one, other = b, a, other, one
        shared = tuple(sorted((there, here) for here, there in shared))
        recognised = [(there, here) for here, there in recognised]
    said, again = one.quotations[a.quotation], other.quotations[b.quotation]
    diff: list[Change] = []
    if found.quoted_run >= FEWEST_IN_A_ROW:
        diff = [
            change
            for change in changes(
                one.text,
                words_of(one.text, said.span, said.marks).quoted(),
                other.text,
                words_of(other.text, again.span, again.marks).quoted(),
            )
            if any(_touches(change.a_span, x) and _touches(change.b_span, y) for x, y in recognised)
        ]
    return UtterancePair(
        a=QuotationPlace(one.id, a.quotation, a.span),
        b=QuotationPlace(other.id, b.quotation, b.span),
        score=score,
        reported=reported,
        speech=speaker_change(said, again),
        altered=is_altered(diff),
        changes=tuple(diff),
        shared=shared,
    )


@dataclass(frozen=True, slots=True)
class Use:
    """The same utterance elsewhere, with the pair that proves it."""

    place: QuotationPlace
    pair: UtterancePair


@dataclass(frozen=True, slots=True)
class Appearances:
    """What is known of one quotation's other appearances.

    `first` is the earliest one whose date lies before this article's, None where this is the earliest known or the
    dates do not decide; `others` are all the rest, the earliest first and undated ones last. `altered` says that
    words inside quotation marks differ from the first.
    """

    first: Use | None
    others: tuple[Use, ...]
    altered: bool


def appearances(
    articles: Sequence[QuotedArticle], pairs: Iterable[UtterancePair]
) -> dict[tuple[str, int], Appearances]:
    """For each quotation in some pair, by article id and number, where else it appears.

    Only direct pairs count: A like B and B like C does not make A like C.
    """
    known = {article.id: article for article in articles}
    uses: dict[tuple[str, int], list[Use]] = defaultdict(list)
    for pair in pairs:
        uses[pair.a.article, pair.a.quotation].append(Use(pair.b, pair))
        uses[pair.b.article, pair.b.quotation].append(Use(pair.a, pair))
    return {key: _of(known[key[0]], uses[key], known) for key in sorted(uses)}


def _of(article: QuotedArticle, uses: list[Use], known: dict[str, QuotedArticle]) -> Appearances:
    def when(use: Use) -> tuple[bool, float, float, str, int]:
        other = known[use.place.article]
        dated = other.earliest is not None
        return not dated, other.earliest or 0.0, other.latest or 0.0, other.id, use.place.quotation

    ordered = sorted(uses, key=when)
    first = next((use for use in ordered if precedes(known[use.place.article], article)), None)
    return Appearances(
        first, tuple(use for use in ordered if use is not first), first is not None and first.pair.altered
    )
