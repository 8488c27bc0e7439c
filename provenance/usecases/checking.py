"""Does this new article copy an archived one, and from where? Nothing is written.

The archive's index gives candidates, the aligner proves passages, lineage judges the new article together with all
archived articles that share text with it: one of them may have been the source of the others. Filters narrow the
answer afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from provenance.align.coverage import share
from provenance.audit.reviews import Reviews
from provenance.comparison.earlier_texts import (
    EarlierPassages,
    OnlyRemoved,
    SharedPassages,
    as_article,
    completed,
    internal_id,
    shared_passages,
    with_measures,
)
from provenance.comparison.weights_in_force import has_known_codes, meant_weights_in_force, weights_in_force
from provenance.comparison.workbench import Workbench
from provenance.config.settings import Settings
from provenance.model import Article, EarlierText, Findings, Link, PublicQuotation, Quotation, Span
from provenance.quotes import RULES
from provenance.retrieval.article_codes import ArticleCodes
from provenance.retrieval.boilerplate_lookup import Recogniser
from provenance.retrieval.candidates import candidates
from provenance.store import Store
from provenance.usecases.disguised import with_disguises
from provenance.usecases.filters import Filters
from provenance.usecases.identifying import archived_as
from provenance.usecases.narrowing import attributed, narrowed_findings, strongest_first
from provenance.usecases.searched import searched

if TYPE_CHECKING:
    from provenance.events.network import Network
    from provenance.model.coded_text import CodedText

Version = tuple[str, int]  # an article's id and the number of one of its versions


def check(
    store: Store, article: Article, settings: Settings | None = None, filters: Filters | None = None
) -> Findings:
    """Compare `article` with the archive; its links come strongest first, with the article as side A.

    An article that the archive already holds (`archived_as`) is compared with all others, and not with its own
    versions. A new article whose id is that of another archived one reads `id (new)`. What occurs only in an earlier
    version of another article is found too, and marked.
    """
    settings = settings or Settings.of()
    filters = (filters or Filters()).at(settings.lineage.reporting_confidence)
    return narrowed_findings(checker(store, settings)(article), filters)


def checker(store: Store, settings: Settings | None = None) -> Callable[[Article], Findings]:
    """`check` for many articles, not narrowed: archived ones that several of them need are made ready once."""
    settings = settings or Settings.of()
    removed: dict[str, Sequence[Span]] = {}
    finder = OnlyRemoved(Recogniser(store, settings.fingerprint), removed)
    bench = Workbench(settings, finder, partial(_read_before, store))
    reviews = Reviews(store)
    codes = ArticleCodes(store)
    return lambda article: with_disguises(_check(store, article, settings, bench, removed, reviews, codes))


def _check(
    store: Store,
    given: Article,
    settings: Settings,
    bench: Workbench,
    removed: dict[str, Sequence[Span]],
    reviews: Reviews,
    codes: ArticleCodes,
) -> Findings:
    own, archived = archived_as(store, given)
    article = given
    if given.id not in own and store.articles.known_numbers([given.id]):
        article = replace(given, id=f"{given.id} (new)")
    coded = codes.of(given)
    found = candidates(store, article, settings.fingerprint, exclude=own, coded=coded)
    current = store.articles.get_known([candidate.article for candidate in found.candidates])
    earlier = _earlier(store, found.earlier)
    removed.clear()
    removed |= {internal_id(name, version): text.spans for (name, version), text in earlier.items()}
    texts = {key: as_article(text) for key, text in earlier.items()}
    bench.ready_all([article, *current.values(), *texts.values()])
    shared = _shared(bench, article, current, texts)
    others = current | store.articles.get_known([name for name, _ in earlier if name not in current])
    reviews = reviews.for_article(article, archived.id if archived else None)
    neighbours = [current[each.article] for each in found.candidates if each.article in current]
    network = partial(_network, store, bench, article, neighbours, codes, coded)
    judged = _links(network, bench, article, others, texts, shared, neighbours)
    found_links = _told_otherwise(store, bench, judged, article, others, neighbours, codes, coded)
    reviewed = [reviews.over(link, {**others, article.id: article}) for link in found_links]
    lost = reviews.lost([(link.a, link.b) for link in reviewed], article.id)
    others |= store.articles.get_known([link.b for link in lost])
    links = tuple(sorted([*reviewed, *lost], key=strongest_first))
    public: tuple[PublicQuotation, ...] = ()
    if links:
        from provenance.lineage.public_words import public_quotations

        public = public_quotations(article, bench.ready(article).quotations, links, others)
    taken = [span for link in links if not link.is_same_event for span in link.spans_in(article.id)]
    compared = store.articles.count() - len(own)
    return Findings(
        article,
        links,
        {link.b: _with_versions(others[link.b], link, earlier) for link in links},
        share(taken, article.body, bench.ready(article).ignored),
        {one.id: bench.ready(one).quotations for one in (article, *(others[link.b] for link in links))},
        settings.in_words(),
        compared,
        len(current.keys() | {name for name, _ in earlier}),
        found.truncated,
        attributed(article, links, others),
        archived=archived,
        searched=searched(store, settings, compared, len(bench.ready(article).side.tokens), codes.lacking),
        public=public,
    )


def _earlier(store: Store, numbers: Sequence[int]) -> dict[Version, EarlierText]:
    """The earlier texts with these numbers."""
    texts = store.earlier.texts(numbers) if numbers else ()
    return {(text.article.id, text.version): text for text in texts}


def _shared(
    bench: Workbench, article: Article, current: Mapping[str, Article], earlier: Mapping[Version, Article]
) -> dict[str, SharedPassages]:
    """What the article shares with each other one, by id, where it shares anything."""
    versions: dict[str, list[EarlierPassages]] = {name: [] for name in current}
    for (name, version), text in earlier.items():
        found = EarlierPassages("b", version, bench.passages(article, text))
        versions.setdefault(name, []).append(found)
    together = {
        name: shared_passages(bench.passages(article, current[name]) if name in current else (), found)
        for name, found in versions.items()
    }
    return {name: each for name, each in together.items() if each.passages}


def _network(
    store: Store,
    bench: Workbench,
    article: Article,
    neighbours: Sequence[Article],
    codes: ArticleCodes,
    coded: CodedText | None,
    linked: Collection[str],
) -> Network:
    """How well the article and its `neighbours` (the nearest first) explain each other, by words and, where the
    archive has codes that the weights know, by meaning; `linked` share passages with it."""
    from provenance.comparison.event_reports import Reporter, around

    weights, meant = weights_in_force(store), meant_weights_in_force(store) if coded else None
    reporter = Reporter(lambda each: bench.ready(each).ignored)
    if coded and meant:
        from provenance.comparison.meaning_reports import MeantReporter

        known = {**codes.archived(neighbours), article.id: coded}
        reporter = MeantReporter(lambda each: bench.ready(each).ignored, lambda each: known.get(each.id))
    return around(reporter, weights, article, neighbours, linked, meant)


def _links(
    network_of: Callable[[Collection[str]], Network],
    bench: Workbench,
    article: Article,
    others: Mapping[str, Article],
    earlier: Mapping[Version, Article],
    shared: Mapping[str, SharedPassages],
    neighbours: Sequence[Article],
) -> Iterator[Link]:
    """The link of the article with each one that shares something with it, all judged together, and with those of its
    `neighbours` (the nearest first) from which it was probably made without sharing a passage."""
    if not neighbours and not shared:  # most articles share nothing, and reading the judge's modules takes 16 ms
        return
    network = network_of(shared.keys())
    same_texts = [name for name, each in shared.items() if not each.judged]
    chances = network.chances((article.id, name) for name in same_texts)
    for (one, two), found in network.probable({_ascending(article.id, name) for name in shared}).items():
        if article.id == one:
            chances[one, two] = found
        elif article.id == two:
            chances[two, one] = found.exchanged()
    if not shared and not chances:
        return
    from provenance.lineage import judge
    from provenance.lineage.news import EventOfPair

    texts = {
        name: earlier[name, each.judged.version] if each.judged else others[name] for name, each in shared.items()
    }
    bare = [name for _, name in sorted(chances) if name not in shared]
    world = {each.id: each for each in (article, *texts.values(), *(others[name] for name in bare))}
    events = {
        pair: EventOfPair(said, others.get(said.third) if said.third else None) for pair, said in chances.items()
    }
    judged = judge(
        world,
        {(article.id, texts[name].id): each.judged_passages for name, each in shared.items()},
        bench.settings.lineage,
        {name: bench.ready(member).quotations for name, member in world.items()},
        {name: bench.ready(member).ignored for name, member in world.items()},
        events=events,
    )
    yield from (judged[article.id, name] for name in bare)
    owners = {text.id: name for name, text in texts.items() if text.id != name}
    for name, each in shared.items():
        link = completed(judged[article.id, texts[name].id], (article.id, name), each, owners)
        yield with_measures(link, each, bench.ready(article), bench.ready(texts[name]))


def _told_otherwise(
    store: Store,
    bench: Workbench,
    links: Iterable[Link],
    article: Article,
    others: Mapping[str, Article],
    neighbours: Sequence[Article],
    codes: ArticleCodes,
    coded: CodedText | None,
) -> Iterator[Link]:
    """The links with passages by meaning, where they want some and the archive has codes that can be compared; of
    essays also the links of those `neighbours` that only these passages show."""
    if coded is None or not has_known_codes(store):
        yield from links
        return
    from provenance.comparison.meaning_passages import wants_meaning, with_meaning

    essay, linked = bench.settings.profile == "essay", set[str]()
    for link in links:
        linked.add(link.b)
        other = others[link.b]
        theirs = codes.archived([other]).get(link.b) if wants_meaning(link, essay=essay) else None
        if theirs is None:
            yield link
        else:
            yield with_meaning(link, bench.ready(article), bench.ready(other), coded, theirs, essay=essay)
    kept = codes.archived([each for each in neighbours if each.id not in linked]) if essay else {}
    for other in (each for each in neighbours if each.id in kept):
        bare = Link(article.id, other.id, "undetermined", 0.0, 0.0, 0.0, ())
        found = with_meaning(bare, bench.ready(article), bench.ready(other), coded, kept[other.id], essay=True)
        if found.passages:
            yield found


def _ascending(one: str, other: str) -> tuple[str, str]:
    return min(one, other), max(one, other)


def _with_versions(other: Article, link: Link, earlier: Mapping[Version, EarlierText]) -> Article:
    """The article with the versions that passages of the link refer to."""
    return replace(other, earlier={version: earlier[name, version].article for name, version in link.versions})


def _read_before(store: Store, article: Article) -> tuple[Quotation, ...] | None:
    """The quotations that the archive keeps of exactly this article; None where it holds another or has read none."""
    if store.articles.get_known([article.id]).get(article.id) != article:
        return None
    return store.quotations.of(article.id, RULES)
