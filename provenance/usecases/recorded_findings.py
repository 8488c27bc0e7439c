"""What the last audit recorded of one archived article, as the findings that a check of it would give.

A check compares an article anew, which takes a second in a large archive; a page that is turned to shows what is
recorded, in the order and with the words of a check. An article that no audit has covered is checked on the spot.
Nothing is judged here, and nothing is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from provenance.align.coverage import share
from provenance.audit.reviews import Reviews
from provenance.comparison.earlier_texts import OnlyRemoved
from provenance.comparison.workbench import Workbench
from provenance.config.settings import Settings
from provenance.lineage.limits import at_confidence
from provenance.model import Article, Findings, LineageView, Link, PublicQuotation, Quotation
from provenance.quotes import RULES
from provenance.retrieval.boilerplate_lookup import Recogniser
from provenance.store import Store
from provenance.usecases.ancestry import lineage, recorded_lineage
from provenance.usecases.checking import checker
from provenance.usecases.comparing import compare
from provenance.usecases.disguised import with_disguises
from provenance.usecases.earlier_versions import with_versions
from provenance.usecases.filters import Filters
from provenance.usecases.narrowing import attributed, narrowed_findings
from provenance.usecases.searched import searched


def recorded_findings(
    store: Store,
    identifier: str,
    settings: Settings | None = None,
    filters: Filters | None = None,
    reviews: Reviews | None = None,
) -> tuple[Findings, bool]:
    """The findings of an archived article (its id), strongest link first, and whether an audit recorded them.

    `candidates` is 0 where one did: nothing was compared now. `reviews` are what people said, where that is read
    already for many articles. Raises NoSuchArticle.
    """
    settings, filters = settings or Settings.of(), filters or Filters()
    asked = filters.at(settings.lineage.reporting_confidence)
    article = store.articles.get(identifier)
    if not _covered(store, settings, [identifier]):
        whole = checker(store, settings)(article)
        return narrowed_findings(replace(whole, archived=None), asked), False
    whole = _recorded(store, article, settings, Reviews(store) if reviews is None else reviews)
    return narrowed_findings(with_disguises(whole), asked), True


def lineage_as_recorded(store: Store, identifier: str, settings: Settings, filters: Filters) -> LineageView:
    """The lineage of an archived article (its id) as it is recorded; one that no audit has covered is checked."""
    follow = recorded_lineage if _covered(store, settings, [identifier]) else lineage
    return follow(store, identifier, settings, filters)


def _recorded(store: Store, article: Article, settings: Settings, reviews: Reviews) -> Findings:
    """What is recorded of an article, not narrowed."""
    identifier = article.id
    recorded = [at_confidence(each, settings.lineage.reporting_confidence) for each in store.links.of(identifier)]
    ends = {_other(each, identifier) for each in recorded}
    others = store.articles.get_known(sorted(ends))
    known = {**others, identifier: article}
    links = [reviews.over(each, known) for each in recorded]
    lost = reviews.lost([(each.a, each.b) for each in links], identifier)
    others |= store.articles.get_known(sorted({_other(each, identifier) for each in lost} - others.keys()))
    links = sorted([*links, *lost], key=lambda each: _strongest_first(each, identifier))
    others = with_versions(store, others, links)
    article = with_versions(store, {identifier: article}, links)[identifier]
    bench = Workbench(settings, OnlyRemoved(Recogniser(store, settings.fingerprint), {}), partial(_kept, store))
    ready = bench.ready(article)
    public: tuple[PublicQuotation, ...] = ()
    if links:
        from provenance.lineage.public_words import public_quotations

        public = public_quotations(article, ready.quotations, links, others)
    taken = [span for each in links if not each.is_same_event for span in each.spans_in(identifier)]
    compared = store.articles.count() - 1
    return Findings(
        article,
        tuple(links),
        others,
        share(taken, article.body, ready.ignored),
        {identifier: ready.quotations},
        settings.in_words(),
        compared,
        attribution=attributed(article, links, others),
        searched=searched(store, settings, compared, len(ready.side.tokens), None if store.encoded else "codes"),
        public=public,
    )


def recorded_comparison(
    store: Store, a: str, b: str, settings: Settings | None = None
) -> tuple[Article, Article, Link, bool]:
    """Two archived articles (ids) and their link as it is recorded, with what people said, and whether it is.

    The articles come in the order of the link's sides. What no audit with these settings has recorded of the current
    texts is compared on the spot, `a` first. Raises NoSuchArticle.
    """
    settings = settings or Settings.of()
    link = store.links.between(a, b) if a != b and _covered(store, settings, [a, b]) else None
    known = {name: store.articles.get(name) for name in (a, b)}
    if link is None:
        found = compare(known[a], known[b], settings, None, Reviews(store))
        (link,) = found.links
        return found.article, found.others[link.b], link, False
    link = Reviews(store).over(at_confidence(link, settings.lineage.reporting_confidence), known)
    known = with_versions(store, known, [link])
    return known[link.a], known[link.b], link, True


def _covered(store: Store, settings: Settings, ids: Sequence[str]) -> bool:
    """Whether the record that readers see has all that there is to say of the current texts of these articles.

    It may be one that earlier rules of this program made: its links are shown everywhere until the next audit.
    """
    digest = store.records.shown_digest(settings.profile)
    return digest is not None and store.runs.has_covered(digest, ids)


def _kept(store: Store, article: Article) -> tuple[Quotation, ...] | None:
    return store.quotations.of(article.id, RULES)


def _other(link: Link, identifier: str) -> str:
    return link.b if link.a == identifier else link.a


def _strongest_first(link: Link, identifier: str) -> tuple[bool, bool, float, float, str]:
    """The order of a check, where the article asked about is always side A."""
    mine = link.share_a if link.a == identifier else link.share_b
    return (link.rejected, link.is_same_event, -mine, -link.confidence, _other(link, identifier))
