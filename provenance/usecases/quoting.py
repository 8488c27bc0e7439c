"""Who said what in the archive, who printed it first as far as is known, and who changed it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from provenance.audit.recording import unaudited
from provenance.audit.reviews import Reviews
from provenance.comparison.known_quotations import known_quotations
from provenance.config.settings import Settings
from provenance.model import Article, Match, Quotation, QuotationRow, QuotationUse
from provenance.model.progress import Progress
from provenance.quotes.linking.linker import Appearances, Use, appearances, link_utterances
from provenance.quotes.linking.quoted_passages import with_echoes
from provenance.quotes.linking.speakers import same_speaker
from provenance.quotes.linking.utterance_pieces import QuotedArticle
from provenance.retrieval.candidates import candidates
from provenance.store import Store
from provenance.usecases.checking import checker

# Articles that no audit has covered and that are checked on the spot, some 15 ms each; with more, only those that an
# audit has covered are known to retell others.
MOST_CHECKED = 500


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
    earliest known wording, `speaker` the quotations of one person. Quotations are extracted once and kept in the
    archive. Where one article is known to be made from another, what it retells in other words is recognised, too: by
    what an audit recorded, or by a check of up to `MOST_CHECKED` articles that no audit has covered.
    """
    settings = settings or Settings.of()
    about = list(dict.fromkeys(names)) or store.articles.ids(store.articles.all_numbers().tolist())
    asked = set(about)
    passages = _passages(store, about, settings, everybody=not names)
    around = _around(store, about, settings) | set(chain.from_iterable(passages)) if names else asked
    articles = store.articles.get_known(sorted(asked | around))
    said = known_quotations(store, sorted(articles), report=on_progress)
    quoted = with_echoes([_quoted(articles[name], said[name]) for name in sorted(articles)], passages)
    pairs = link_utterances(quoted, about=asked, passages=passages)
    known = appearances(quoted, pairs)
    said = {article.id: tuple(article.quotations) for article in quoted}
    rows = [
        _row(articles, said, article.id, number, known.get((article.id, number)))
        for article in quoted
        if article.id in asked
        for number in range(len(article.quotations))
        if number not in article.echoes or (article.id, number) in known
    ]
    return [row for row in rows if _wanted(row, reused=reused, altered=altered, speaker=speaker)]


def _around(store: Store, names: Iterable[str], settings: Settings) -> set[str]:
    """Articles that may report the same utterances."""
    found = set()
    for name, article in store.articles.get_known(names).items():
        answer = candidates(store, article, settings.fingerprint, exclude=(name,))
        found |= {candidate.article for candidate in answer.candidates}
    return found


def _passages(
    store: Store, about: Sequence[str], settings: Settings, *, everybody: bool
) -> dict[tuple[str, str], list[Match]]:
    """The passages of links of these articles that are sure enough of one article having been made from another."""
    reviews, least = Reviews(store), settings.lineage.reporting_confidence
    recorded = store.links.iterate(0.0 if reviews else least, ids=None if everybody else about)
    links = [reviews.over(link) for link in recorded]
    new = store.articles.ids(unaudited(store, settings).tolist())
    unseen = sorted(set(new).intersection(about))
    if len(unseen) <= MOST_CHECKED:
        check = checker(store, settings)
        links += [link for article in store.articles.get_known(unseen).values() for link in check(article).links]
    return {
        (link.a, link.b): [passage.match for passage in link.asserted if not passage.is_earlier]
        for link in links
        if link.relation != "undetermined" and (link.confidence >= least or link.confirmed)
    }


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


def _wanted(row: QuotationRow, *, reused: bool, altered: bool, speaker: str | None) -> bool:
    if reused and not (row.first or row.later):
        return False
    if altered and not row.altered:
        return False
    if speaker is None:
        return True
    return row.quotation.speaker is not None and same_speaker(speaker, row.quotation.speaker) is True
