"""The lineage of one article: its sources and derivatives, direct and indirect, and its other links.

Recorded links are followed from article to article in both directions; the graph of `provenance.lineage` says which
of them a longer path explains. An article that no audit with these settings has covered is checked on the spot.

Siblings are others that took text from one of its sources, whether or not they share a passage with it: two articles
that use different parts of one source have no link of their own, and an auditor who holds one wants to know both.
Other reports of the same event are no kin: they are apart, and nothing is followed through them. Nothing is judged
here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from provenance.audit.recording import unaudited
from provenance.audit.reviews import Reviews
from provenance.config.settings import Settings
from provenance.lineage.graph import LineageGraph, build_graph
from provenance.lineage.limits import at_confidence
from provenance.model import Article, Findings, LineageEdge, LineageView, Link, Sibling
from provenance.model.appearance import by_time
from provenance.model.text_parts import overlap, union
from provenance.store import Store
from provenance.usecases.checking import check
from provenance.usecases.earlier_versions import with_versions
from provenance.usecases.filters import Filters
from provenance.usecases.narrowing import listed_apart, narrowed_link

MOST_ARTICLES = 2_000  # followed from one article; a picture of more says nothing, and a template may lead anywhere
MOST_USERS = 1_000  # of one source that are looked at: more of them are a template's


def lineage(
    store: Store,
    identifier: str,
    settings: Settings | None = None,
    filters: Filters | None = None,
    reviews: Reviews | None = None,
) -> LineageView:
    """The lineage of an archived article; links that people rejected are in `rejected` alone. `reviews` are what
    people said, where that is read already for many articles."""
    settings, filters = settings or Settings.of(), filters or Filters()
    article = store.articles.get(identifier)
    (number,) = store.articles.numbers([identifier])
    if number in unaudited(store, settings):
        return lineage_of_findings(store, check(store, article, settings), settings, filters)
    return recorded_lineage(store, identifier, settings, filters, reviews)


def recorded_lineage(
    store: Store, identifier: str, settings: Settings, filters: Filters, reviews: Reviews | None = None
) -> LineageView:
    """The lineage of an archived article as it is recorded, whichever rules of this program recorded it."""
    reviews, article = Reviews(store) if reviews is None else reviews, store.articles.get(identifier)
    return _view(store, article, _links_of(store, reviews, identifier, settings), reviews, settings, filters)


def lineage_of_findings(
    store: Store, findings: Findings, settings: Settings | None = None, filters: Filters | None = None
) -> LineageView:
    """The lineage of an article that was checked just now: its findings (all of them, not narrowed), and from there
    on recorded links. An article that is archived goes by its archived id, so that it is no sibling of itself."""
    article, links = findings.article, findings.links
    if findings.archived is not None and findings.archived.id != article.id:
        known = findings.archived.id
        links = tuple(_renamed(link, article.id, known) for link in links)
        article = replace(article, id=known)
    return _view(store, article, links, Reviews(store), settings or Settings.of(), filters or Filters())


def _renamed(link: Link, former: str, known: str) -> Link:
    """The link with another id for one of its articles."""
    a, b, derived, source = (
        known if name == former else name for name in (link.a, link.b, link.derived, link.source)
    )
    return replace(link, a=a or "", b=b or "", derived=derived, source=source)


def _view(
    store: Store, article: Article, own: Sequence[Link], reviews: Reviews, settings: Settings, filters: Filters
) -> LineageView:
    filters = filters.at(settings.lineage.reporting_confidence)
    links = {_ends(link): link for link in own if not link.rejected and not link.is_same_event}
    for upwards in (True, False):
        _follow(store, article.id, links, reviews, settings, upwards=upwards)
    graph = build_graph(links.values())  # of everything: what explains a link does so whether or not it is shown
    shown = _shown(store, article, links, filters)
    steps = graph.ancestors(article.id) | graph.descendants(article.id)
    edges = tuple(_edge(graph, steps, link) for link in sorted(shown, key=_ends))
    apart = {_ends(link): link for link in own if link.is_same_event}
    admitted = _shown(store, article, apart, filters)
    same_event, unasked = listed_apart(sorted(admitted, key=_ends), filters)
    kept = {name for link in (*shown, *same_event) for name in (link.a, link.b)} | {article.id}
    known = {**store.articles.get_known(sorted(kept)), article.id: article}
    nodes = with_versions(store, known, (*shown, *same_event))
    siblings = _siblings(store, article, shown, steps, reviews, settings, filters)
    rejected = tuple(sorted((link for link in own if link.rejected), key=_ends))
    named = store.articles.get_known(
        {name for link in (*shown, *same_event, *rejected) for name in link.named if name not in kept}
    )
    return LineageView(
        article,
        tuple(sorted((nodes[name] for name in kept), key=by_time)),
        edges,
        siblings,
        named,
        len(links) - len(shown) + (len(apart) - len(admitted) if filters.same_event else 0),
        rejected,
        tuple(same_event),
        len(unasked),
    )


def _shown(store: Store, article: Article, links: Mapping[tuple[str, str], Link], filters: Filters) -> list[Link]:
    """The links that pass the filters and that others that pass them lead to from the article asked about."""
    names = sorted({name for pair in links for name in pair} - {article.id})
    nodes = {name: node for name, node in store.articles.get_known(names).items() if filters.admits(node)}
    nodes[article.id] = article
    if filters.min_words:
        nodes = with_versions(store, nodes, links.values())
    passing: dict[str, list[Link]] = {}
    for link in links.values():
        if link.a in nodes and link.b in nodes and filters.admits_pair(nodes[link.a], nodes[link.b]):
            narrowed = narrowed_link(link, filters, nodes[link.a], nodes[link.b])
            if narrowed is not None:
                for name in _ends(link):
                    passing.setdefault(name, []).append(narrowed)
    reached, waiting = {article.id}, [article.id]
    while waiting:
        for link in passing.get(waiting.pop(), ()):
            further = {link.a, link.b} - reached
            reached |= further
            waiting += further
    return list({_ends(link): link for name in reached for link in passing.get(name, ())}.values())


def _follow(
    store: Store,
    start: str,
    links: dict[tuple[str, str], Link],
    reviews: Reviews,
    settings: Settings,
    *,
    upwards: bool,
) -> None:
    """Add the recorded links that lead on from `links` to sources (or to derivatives), step by step."""
    seen, frontier = {start}, [start]
    while frontier and len(seen) < MOST_ARTICLES:
        for name in frontier:
            if name != start:
                leading = _leading(store, reviews, name, settings, upwards=upwards)
                links |= {_ends(link): link for link in leading}
        near = set(frontier)
        ends = ((link.source, link.derived) for link in links.values())
        directed = (pair[::-1] if upwards else pair for pair in ends)
        following = {str(goal) for begin, goal in directed if goal is not None and begin in near}
        frontier = sorted(following - seen)
        seen |= following


def _leading(store: Store, reviews: Reviews, name: str, settings: Settings, *, upwards: bool) -> list[Link]:
    """The directed links that lead from an article to its sources (or to its derivatives), as `_links_of` has them.

    No others are read, but for those that people spoke about: an article may share a passage with hundreds and have
    taken from three. Only what people say of two articles gives a link a direction that the record does not give it.
    """
    least = settings.lineage.reporting_confidence
    spoken_of = {other for pair in reviews.pairs if name in pair for other in pair} - {name}
    recorded = store.links.directed(name, least, to_sources=upwards, also=spoken_of)
    links = _said_over(reviews, name, [at_confidence(link, least) for link in recorded])
    return [link for link in links if link.source is not None and (link.derived if upwards else link.source) == name]


def _links_of(store: Store, reviews: Reviews, identifier: str, settings: Settings) -> list[Link]:
    """What audits recorded of an article, with what people said of it, at the reporting confidence."""
    least = settings.lineage.reporting_confidence
    return _said_over(reviews, identifier, [at_confidence(link, least) for link in store.links.of(identifier)])


def _said_over(reviews: Reviews, identifier: str, recorded: list[Link]) -> list[Link]:
    lost = reviews.lost([(link.a, link.b) for link in recorded], identifier)
    return [*(reviews.over(link) for link in recorded), *lost]


def _siblings(
    store: Store,
    article: Article,
    own: Iterable[Link],
    kin: Iterable[str],
    reviews: Reviews,
    settings: Settings,
    filters: Filters,
) -> tuple[Sibling, ...]:
    """Other users of the sources that `own`, the links of `article`, lead to; `kin` (in its lineage) are left out.

    A link counts from the reporting confidence on. A sibling through several sources is named with the one of which
    both took the most. Ordered by the source's id, then by time.
    """
    left_out = {article.id, *kin}
    found: dict[str, tuple[int, Link]] = {}
    for link in sorted((link for link in own if link.derived == article.id), key=lambda link: str(link.source)):
        source = str(link.source)
        taken = union(link.spans_in(source))
        users = _leading(store, reviews, source, settings, upwards=False)
        for use in [each for each in users if each.derived not in left_out][:MOST_USERS]:
            common = overlap(taken, union(use.spans_in(source)))
            name = str(use.derived)
            if name not in found or common > found[name][0]:
                found[name] = common, use
    articles = {name: each for name, each in store.articles.get_known(sorted(found)).items() if filters.admits(each)}
    named = []
    for name, (common, link) in found.items():
        if name in articles and filters.admits_pair(article, articles[name]) and _passes(store, link, filters):
            named.append(Sibling(articles[name], link, common))
    return tuple(sorted(named, key=lambda each: (str(each.link.source), by_time(each.article))))


def _passes(store: Store, link: Link, filters: Filters) -> bool:
    """Whether a link between archived articles keeps a passage."""
    if not filters.narrow_passages:
        return True
    known = store.articles.get_known([link.a, link.b]) if filters.min_words else {}
    ends = with_versions(store, known, [link])
    return narrowed_link(link, filters, ends.get(link.a), ends.get(link.b)) is not None


def _edge(graph: LineageGraph, steps: Mapping[str, int], link: Link) -> LineageEdge:
    """`steps`: how many each article is away."""
    edges = graph.into.get(link.derived or "", ())
    direct = next((edge.direct for edge in edges if edge.source == link.source), True)
    hops = max(steps.get(name, 1) for name in (link.a, link.b))
    return LineageEdge(link, direct, hops)


def _ends(link: Link) -> tuple[str, str]:
    return (link.a, link.b) if link.a < link.b else (link.b, link.a)
