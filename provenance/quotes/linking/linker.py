"""The same utterance across many articles, and where each appeared first.

Two utterances are compared when they share two of their rarest words; a score decides. Where one article retells
another, their passages show which utterances belong together. Who took from whom is not decided here: side A is the
article known to be earlier, or the one with the smaller id.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from provenance.config.quotes import QuotationSettings
from provenance.model import Span
from provenance.model.progress import Progress
from provenance.quotes.linking.alterations import changes, is_altered
from provenance.quotes.linking.changed_words import Change
from provenance.quotes.linking.piece_pairs import likeness, shared_stretches
from provenance.quotes.linking.quoted_passages import Passages, passages_by_number, speaker_change
from provenance.quotes.linking.utterance_bytes import entry_of
from provenance.quotes.linking.utterance_judge import ROUNDING, Best, Judge
from provenance.quotes.linking.utterance_pieces import Piece, QuotedArticle, span_of
from provenance.quotes.linking.utterance_table import UtteranceTable

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
    entries = [entry_of(article.text, article.read, settings, article.language) for article in articles]
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
    ask: Callable[[list[int]], None] | None = None,
    listed: Callable[[int, int], bool] | None = None,
) -> list[UtterancePair]:
    """`link_utterances` of the articles of a table, in its order; only those in some pair are asked for.

    `numbers` are their places by id, `wanted` the places of those that every pair must touch. `ask` is told places of
    articles before they are asked for. `listed` says of an article's place and a quotation's number whether its
    pairs are wanted; others are judged, because they speak for those, and left out.
    """
    settings = table.settings
    judge = Judge(articles, table, ask)
    least = settings.possible_score if possible else settings.least_score
    for rows in table.pairs(wanted, least - settings.speaker_weight - ROUNDING, report):
        judge.compare_rows(rows, least)
    known = passages_by_number(numbers, passages or {})
    if wanted is not None:
        known = {pair: matches for pair, matches in known.items() if pair[0] in wanted or pair[1] in wanted}
    limits = judge.limits(known)
    judge.compare_linked(limits)
    retellings = judge.retellings(known)
    judge.forget()
    made = []
    for key in sorted(judge.best):  # the words of one article's quotations are read one after the other
        best = judge.best[key]
        if listed is not None and not (listed(*key[:2]) or listed(*key[2:])):
            continue
        backed = best.coverage >= settings.supported_coverage
        limit = limits.get((key[0], key[2]), settings.least_score) if backed else settings.least_score
        reported = key in retellings or best.score >= limit
        if reported or (possible and best.score >= settings.possible_score):
            made.append(_pair(articles, best, reported, judge.pieces_of[key], judge))
    return sorted(made, key=_order)


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
    best: Best,
    reported: bool,
    recognised: Sequence[tuple[Piece, Piece]],
    judge: Judge,
) -> UtterancePair:
    words = judge.words
    one, other = articles[best.a.article], articles[best.b.article]
    found = likeness(best.a, best.b)
    shared = shared_stretches(found, words(best.a), words(best.b))
    a, b = best.a, best.b
    spans = [(span_of(words(x)), span_of(words(y))) for x, y in recognised]
    if precedes(other, one) or (not precedes(one, other) and other.id < one.id):
        a, b, one, other = b, a, other, one
        shared = tuple(sorted((there, here) for here, there in shared))
        spans = [(there, here) for here, there in spans]
    said, again = one.quotations[a.quotation], other.quotations[b.quotation]
    diff: list[Change] = []
    quoted = (judge.quoted(a), judge.quoted(b)) if found.quoted_run >= FEWEST_IN_A_ROW else None
    if quoted is not None and quoted[0].folded != quoted[1].folded:
        diff = [
            change
            for change in changes(one.text, quoted[0], other.text, quoted[1])
            if any(_touches(change.a_span, x) and _touches(change.b_span, y) for x, y in spans)
        ]
    return UtterancePair(
        a=QuotationPlace(one.id, a.quotation, span_of(words(a))),
        b=QuotationPlace(other.id, b.quotation, span_of(words(b))),
        score=best.score,
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
    words inside quotation marks differ from the first; where there is none because dates do not decide, from others.
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
        return not dated, other.latest or 0.0, other.earliest or 0.0, other.id, use.place.quotation

    ordered = sorted(uses, key=when)
    first = next((use for use in ordered if precedes(known[use.place.article], article)), None)
    return Appearances(
        first, tuple(use for use in ordered if use is not first), _is_altered(article, first, ordered, known)
    )


def _is_altered(
    article: QuotedArticle, first: Use | None, ordered: Sequence[Use], known: Mapping[str, QuotedArticle]
) -> bool:
    """Whether the words differ from the earliest known ones; where no date decides, from those of any other report.

    The earliest of the dated reports is not altered by undated ones, they are compared with it.
    """
    if first is not None:
        return first.pair.altered
    dated = [use for use in ordered if known[use.place.article].earliest is not None]
    if article.earliest is None:
        return any(use.pair.altered for use in dated[:1] or ordered)
    return any(use.pair.altered and not precedes(article, known[use.place.article]) for use in dated)
