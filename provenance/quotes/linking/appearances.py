"""Where an utterance appeared first, and where it was used later, as far as dates tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from provenance.quotes.linking.linker import Place, UtterancePair, precedes
from provenance.quotes.linking.utterances import QuotedArticle


@dataclass(frozen=True, slots=True)
class Use:
    """The same utterance elsewhere, with the pair that proves it."""

    place: Place
    pair: UtterancePair


@dataclass(frozen=True, slots=True)
class Appearances:
    """What is known of one quotation's other appearances.

    `first` is the earliest one whose date lies before this article's, None where this is the earliest known or dates
    do not tell; `others` are all the rest, the earliest first and undated ones last. `altered` says that words inside
    quotation marks differ from the first.
    """

    first: Use | None
    others: tuple[Use, ...]
    altered: bool


def appearances(
    articles: Sequence[QuotedArticle], pairs: Iterable[UtterancePair]
) -> dict[tuple[str, int], Appearances]:
    """For each quotation (article id, its number) that some pair holds, where else it appears.

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
