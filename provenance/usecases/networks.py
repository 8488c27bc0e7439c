"""The network of what an archive holds: its links between articles, or between publishers, as far as can be drawn.

Of more nodes than can be drawn, those of the surest links are kept; how many nodes and links that leaves out is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from provenance.config.settings import Settings
from provenance.model import Link, ListedArticle
from provenance.model.lists import LinkQuery
from provenance.model.networks import By, Network, NetworkEdge, NetworkNode
from provenance.store import Store
from provenance.usecases.browsing.laid_links import KeptLinks
from provenance.usecases.browsing.links import link_count

UNKNOWN = "publisher not known"
MOST_NODES = 2_000
MOST_LINKS = 3_000  # of more, a picture tells nothing; of 124,632 links the surest are read in .03 s


def network(
    store: Store,
    settings: Settings,
    query: LinkQuery,
    by: By = "articles",
    *,
    most: int = MOST_NODES,
    links: int = MOST_LINKS,
    kept: KeptLinks | None = None,
) -> Network:
    """The network of the links that the query admits, at most so many of them: the surest."""
    surest = surest_links(store, settings, query, links, kept)
    found = surest.links
    articles = store.article_pages.listed({name for link in found for name in (link.a, link.b)})
    made = (publisher_network if by == "publishers" else article_network)(found, articles, most)
    return replace(made, links_left_out=made.links_left_out + surest.total - len(found))


@dataclass(frozen=True, slots=True)
class SurestLinks:
    """Links without passages and evidence, the surest first; `judgements` are parallel to them, None where people's
    words stand above what is recorded. `total` counts all that there are."""

    links: list[Link]
    judgements: list[int | None]
    total: int


def surest_links(
    store: Store, settings: Settings, query: LinkQuery, limit: int, kept: KeptLinks | None = None
) -> SurestLinks:
    """The surest links that the query admits, at most so many.

    They are made of the columns of their rows, which say no credits and no common source: to read each judgement
    would take three times as long.
    """
    least = settings.lineage.reporting_confidence
    query = replace(query, sort="surest", same_event=query.same_event or least <= 0)
    kept = kept or KeptLinks()
    with store.snapshot():
        laid, pages = kept.of(store, least), kept.pages(store, least)
        found = pages.recorded(query, least, laid.judgements, None, limit, said=True)
        if laid.links:
            found += pages.laid(query, laid.rows, None, limit)
        # Counting reads every row; where there are few, those that were found are all.
        total = link_count(store, settings, query, kept) if len(found) >= limit else len(found)
    if laid.links:
        found.sort(key=lambda each: each.key)
    known = [laid.links.get((each.a, each.b)) for each in found[:limit]]
    return SurestLinks(
        [link or _bare(each.a, each.b, each.said) for link, each in zip(known, found, strict=False)],
        [None if link else each.judgement for link, each in zip(known, found, strict=False)],
        total,
    )


def _bare(a: str, b: str, said: tuple[Any, ...]) -> Link:
    """A link of what `FoundLink.said` has."""
    relation, likeliest, source, confidence, share_a, share_b = said
    ends = {"a": (b, a), "b": (a, b)}.get(source, (None, None))
    return Link(
        a, b, relation, confidence, share_a, share_b, (), derived=ends[0], source=ends[1], likeliest=likeliest
    )


def article_network(links: Iterable[Link], articles: Mapping[str, ListedArticle], most: int) -> Network:
    """Articles and their links, with at most `most` nodes; links that people rejected are none."""
    edges = []
    for link in links:
        if not link.rejected:
            a, b, directed = _ends(link)
            edges.append(NetworkEdge(a, b, link.relation, directed, link.confidence, (a, b)))
    nodes = {name: _article(name, articles.get(name)) for edge in edges for name in (edge.a, edge.b)}
    return _bounded("articles", nodes, edges, most)


def publisher_network(links: Iterable[Link], articles: Mapping[str, ListedArticle], most: int) -> Network:
    """Publishers and what links their articles, one edge per relation and direction; within one publisher none."""
    surest: dict[tuple[str, str, str, bool], NetworkEdge] = {}
    linked: dict[str, set[str]] = {}
    counts: dict[tuple[str, str, str, bool], int] = {}
    for link in links:
        if link.rejected:
            continue
        a, b, directed = _ends(link)
        one, two = (_publisher(articles.get(name)) for name in (a, b))
        linked.setdefault(one, set()).add(a)
        linked.setdefault(two, set()).add(b)
        if one == two:
            continue
        if not directed and two < one:
            one, two, a, b = two, one, b, a
        key = (one, two, link.relation, directed)
        counts[key] = counts.get(key, 0) + 1
        known = surest.get(key)
        if known is None or (-link.confidence, a, b) < (-known.confidence, *known.example):
            surest[key] = NetworkEdge(one, two, link.relation, directed, link.confidence, (a, b))
    edges = [
        NetworkEdge(edge.a, edge.b, edge.relation, edge.directed, edge.confidence, edge.example, counts[key])
        for key, edge in surest.items()
    ]
    joined = {name for edge in edges for name in (edge.a, edge.b)}
    nodes = {
        name: NetworkNode(name, name, None if name == UNKNOWN else name, len(linked[name])) for name in sorted(joined)
    }
    return _bounded("publishers", nodes, edges, most)


def _bounded(by: By, nodes: dict[str, NetworkNode], edges: list[NetworkEdge], most: int) -> Network:
    """The surest links first, until the nodes are as many as can be drawn."""
    edges.sort(key=lambda edge: (not edge.directed, -edge.links, -edge.confidence, edge.a, edge.b, edge.relation))
    kept: set[str] = set()
    shown, left_out = [], 0
    for edge in edges:
        new = {edge.a, edge.b} - kept
        if len(kept) + len(new) <= most:
            kept |= new
            shown.append(edge)
        else:
            left_out += edge.links
    chosen = tuple(nodes[name] for name in sorted(kept))
    return Network(by, chosen, tuple(shown), len(nodes) - len(kept), left_out)


def _ends(link: Link) -> tuple[str, str, bool]:
    if link.source and link.derived:
        return link.source, link.derived, True
    return link.a, link.b, False


def _article(name: str, row: ListedArticle | None) -> NetworkNode:
    if row is None:
        return NetworkNode(name, name, None)
    return NetworkNode(name, row.title or name, row.publisher, published=row.published)


def _publisher(row: ListedArticle | None) -> str:
    return (row.publisher if row else None) or UNKNOWN
