"""Who said what in the archive, who printed it first as far as is known, and who changed it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from provenance.model import Article, Quotation, QuotationRow, QuotationUse
from provenance.model.progress import Progress
from provenance.quotes.linking import (
    Appearances,
    QuotedArticle,
    Use,
    appearances,
    link_utterances,
    same_speaker,
)
from provenance.store import Store
from provenance.usecases.candidates import candidates
from provenance.usecases.known_quotations import known_quotations
from provenance.usecases.pairing import let_go
from provenance.usecases.settings import Settings


def quotations(
    store: Store,
    names: Sequence[str] = (),
    settings: Settings | None = None,
    *,
    reused: bool = False,
    altered: bool = False,
    speaker: str | None = None,
    on_progress: Progress | None = None,
) -> list[QuotationRow]:
    """The quotations of the articles named (all without names), by article and place, with their other appearances.

    `reused` keeps those that another article reports too, `altered` those whose quoted words differ from the
    earliest known wording, `speaker` those of one person. Quotations are extracted once and kept in the archive.
    """
    settings = settings or Settings.of()
    about = list(dict.fromkeys(names)) or store.ids(store.all_numbers().tolist())
    around = _around(store, about, settings) if names else set(about)
    articles = store.articles(sorted(around | set(about)))
    try:
        said = known_quotations(store, sorted(articles), settings, report=on_progress)
    finally:
        let_go()
    quoted = [_quoted(articles[name], said[name]) for name in sorted(articles)]
    pairs = link_utterances(quoted, about=set(about))
    known = appearances(quoted, pairs)
    rows = [
        _row(articles, said, name, number, known.get((name, number)))
        for name in sorted(about)
        for number in range(len(said[name]))
    ]
    return [row for row in rows if _asked(row, reused=reused, altered=altered, speaker=speaker)]


def _around(store: Store, names: Iterable[str], settings: Settings) -> set[str]:
    """Articles that may report the same utterances."""
    found = set()
    for name, article in store.articles(names).items():
        answer = candidates(store, article, settings.fingerprint, exclude=(name,))
        found |= {candidate.article for candidate in answer.candidates}
    return found


def _quoted(article: Article, said: tuple[Quotation, ...]) -> QuotedArticle:
    time = article.published
    return QuotedArticle(
        article.id, article.text, said, time.earliest if time else None, time.latest if time else None
    )


def _row(
    articles: dict[str, Article],
    said: dict[str, tuple[Quotation, ...]],
    name: str,
    number: int,
    elsewhere: Appearances | None,
) -> QuotationRow:
    article, quotation = articles[name], said[name][number]
    if elsewhere is None:
        return QuotationRow(article, quotation)

    def use(one: Use) -> QuotationUse:
        shared = one.pair.shared
        if one.pair.a.article != name:
            shared = tuple(sorted((here, there) for there, here in shared))
        other = articles[one.place.article]
        return QuotationUse(other, said[other.id][one.place.quotation], one.pair.altered, shared)

    first = use(elsewhere.first) if elsewhere.first else None
    return QuotationRow(article, quotation, first, tuple(use(one) for one in elsewhere.others), elsewhere.altered)


def _asked(row: QuotationRow, *, reused: bool, altered: bool, speaker: str | None) -> bool:
    if reused and not (row.first or row.later):
        return False
    if altered and not row.altered:
        return False
    if speaker is None:
        return True
    return row.quotation.speaker is not None and same_speaker(speaker, row.quotation.speaker) is True
