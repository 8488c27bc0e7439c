"""Does this new article copy an archived one, and from where? Nothing is written.

The archive's index gives candidates, the aligner proves passages, lineage judges the new article together with all
archived articles that share text with it: one of them may have been the source of the others. Filters narrow the
answer afterwards.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from provenance.align.coverage import share
from provenance.comparison.workbench import Workbench, with_similarity
from provenance.config.settings import Settings
from provenance.model import Article, Findings, Link, Passage, Quotation
from provenance.quotes import RULES
from provenance.retrieval.boilerplate_lookup import Recogniser
from provenance.retrieval.candidates import candidates
from provenance.store import Store
from provenance.usecases.filters import Filters
from provenance.usecases.itself import itself
from provenance.usecases.narrowing import attributed, narrowed_findings, strongest_first

Pair = tuple[str, str]


def check(
    store: Store, article: Article, settings: Settings | None = None, filters: Filters | None = None
) -> Findings:
    """Compare `article` with the archive; its links come strongest first, with the article as side A.

    An article that the archive already holds (`itself`) is compared with all others, and not with its own versions. A
    new article whose id is that of another archived one reads `id (new)`.
    """
    return narrowed_findings(checker(store, settings)(article), filters or Filters())


def checker(store: Store, settings: Settings | None = None) -> Callable[[Article], Findings]:
    """`check` for many articles, not narrowed: archived ones that several of them need are made ready once."""
    settings = settings or Settings.of()
    bench = Workbench(settings, Recogniser(store, settings.fingerprint), partial(_read_before, store))
    return lambda article: _check(store, article, settings, bench)


def _check(store: Store, article: Article, settings: Settings, bench: Workbench) -> Findings:
    own, archived = itself(store, article)
    if article.id not in own and store.articles.known_numbers([article.id]):
        article = replace(article, id=f"{article.id} (new)")
    found = candidates(store, article, settings.fingerprint, exclude=own)
    others = store.articles.get_known([candidate.article for candidate in found.candidates])
    bench.ready_all([article, *others.values()])
    passages: dict[Pair, tuple[Passage, ...]] = {}
    for other in others.values():
        shared = bench.passages(article, other)
        if shared:
            passages[article.id, other.id] = shared
    world = {article.id: article} | {other: others[other] for _, other in passages}
    quotations = {name: bench.ready(member).quotations for name, member in world.items()}
    ignored = {name: bench.ready(member).ignored for name, member in world.items()}
    judged: dict[Pair, Link] = {}
    if passages:  # most articles share nothing, and reading the judge's modules takes 16 ms
        from provenance.lineage import judge

        judged = judge(world, passages, settings.lineage, quotations, ignored)
    measured = (
        with_similarity(judged[pair], bench.ready(article), bench.ready(world[pair[1]]))
        for pair in passages
        if pair in judged
    )
    links = tuple(sorted(measured, key=strongest_first))
    return Findings(
        article,
        links,
        {link.b: others[link.b] for link in links},
        share((p.match.a for link in links for p in link.passages), article.body, bench.ready(article).ignored),
        quotations,
        settings.in_words(),
        store.articles.count() - len(own),
        len(found.candidates),
        found.truncated,
        attributed(article, links, others),
        archived=archived,
    )


def _read_before(store: Store, article: Article) -> tuple[Quotation, ...] | None:
    """The quotations that the archive keeps of exactly this article; None where it holds another or has read none."""
    if store.articles.get_known([article.id]).get(article.id) != article:
        return None
    return store.quotations.of(article.id, RULES)
