"""An archive as static files: which articles and pairs get a page, and every page in turn.

Of more articles than the limit, those that share most have pages, then others by their ids; what that leaves out is
said on the first page. The same archive gives the same files. Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from provenance.audit.reviews import Reviews
from provenance.config.settings import Settings
from provenance.model import Findings, Link
from provenance.model.lists import LinkQuery
from provenance.model.progress import Progress
from provenance.quotes import RULES
from provenance.reports import wording
from provenance.reports.html.index import IndexRow
from provenance.reports.site.pages import SitePages
from provenance.reports.site.search_index import Searchable
from provenance.store import Store
from provenance.usecases.ancestry import lineage
from provenance.usecases.anonymous.answers import Anonymous
from provenance.usecases.anonymous.names import pseudonyms
from provenance.usecases.clustering import clusters
from provenance.usecases.filters import Filters
from provenance.usecases.networks import network
from provenance.usecases.overviewing import overview, story_links
from provenance.usecases.quoting import quotations
from provenance.usecases.recorded_findings import recorded_findings
from provenance.usecases.recorded_links import listed_links
from provenance.usecases.reporting import sharing

LIMIT = 500  # articles with a page where nobody asks for another number
PAIRS_PER_ARTICLE = 4  # comparisons with a page of their own, on average; every pair is on the pages of its articles
DRAWN = 2_000  # nodes of a network


@dataclass(frozen=True, slots=True)
class _Choice:
    articles: tuple[str, ...]
    pairs: frozenset[tuple[str, str]]
    left_out: str
    linked: tuple[Link, ...]


def site_files(
    store: Store,
    settings: Settings,
    *,
    name: str,
    version: str,
    limit: int = LIMIT,
    anonymous: bool = False,
    on_progress: Progress | None = None,
) -> Iterator[tuple[str, bytes]]:
    """The files of the site by their names ("articles/....html"), each once; `name` is what the archive is called.

    `anonymous` puts other names in the place of those of outlets, authors and speakers.
    """
    report = on_progress or (lambda _stage, _done, _total: None)
    with store.snapshot():
        choice = _choice(store, settings, limit)
        hidden = _anonymous(store, settings, choice) if anonymous else None
        shown = (lambda each: each) if hidden is None else hidden.id
        pages = SitePages(
            name,
            version,
            frozenset(map(shown, choice.articles)),
            frozenset(_ascending(shown(a), shown(b)) for a, b in choice.pairs),
            choice.left_out,
            anonymous,
        )
        reviews = Reviews(store)  # once for all pages
        rows: list[tuple[tuple[int, float, str], IndexRow, Searchable]] = []
        written: set[tuple[str, str]] = set()
        for done, identifier in enumerate(choice.articles, 1):
            findings, _ = recorded_findings(store, identifier, settings, reviews=reviews)
            view = lineage(store, identifier, settings, reviews=reviews)
            pairs = [link for link in findings.links if _ascending(link.a, link.b) in choice.pairs - written]
            written |= {_ascending(link.a, link.b) for link in pairs}
            if hidden is not None:
                pairs = [hidden.link(link, {**findings.others, identifier: findings.article}) for link in pairs]
                findings, view = hidden.findings(findings), hidden.lineage(view)
            file, text, row, searchable = pages.article(findings, view)
            yield file, _bytes(text)
            known = {**findings.others, findings.article.id: findings.article}
            for link in pairs:
                file, text = pages.comparison(link, known)
                yield file, _bytes(text)
            rows.append(((_rank(row), -row.share, findings.article.id), row, searchable))
            report("pages", done, len(choice.articles))
        rows.sort(key=lambda each: each[0])
        yield "articles.html", _bytes(pages.list_of([row for _, row, _ in rows]))
        yield from _pages_of_all(store, settings, pages, hidden)
        for file, content in sorted(pages.static_files([each for _, _, each in rows]).items()):
            yield file, content


def _pages_of_all(
    store: Store, settings: Settings, pages: SitePages, hidden: Anonymous | None
) -> Iterator[tuple[str, bytes]]:
    """The pages that there is one of."""
    seen = overview(store, settings)
    yield "index.html", _bytes(pages.front(hidden.of(seen) if hidden else seen))
    for file, by in (("network", "articles"), ("publishers", "publishers")):
        found = network(store, settings, LinkQuery(), "articles" if by == "articles" else "publishers", most=DRAWN)
        yield f"{file}.html", _bytes(pages.network(hidden.of(found) if hidden else found, file))
    links, articles, total = story_links(store, settings, LinkQuery())
    if hidden:
        links, articles = hidden.of(links), hidden.of(articles)
    yield "timeline.html", _bytes(pages.timeline(articles, links, total))
    groups = clusters(store, settings.fingerprint)
    yield "clusters.html", _bytes(pages.clusters(hidden.of(groups) if hidden else groups))
    said = quotations(store, settings=settings, reused=True)
    yield "quotations.html", _bytes(pages.quotations([hidden.row(row) for row in said] if hidden else said))
    yield "search.html", _bytes(pages.search())


def _choice(store: Store, settings: Settings, limit: int) -> _Choice:
    """Which articles and pairs have pages."""
    linked = listed_links(store, settings, Filters())
    best = sharing(store, settings)
    every = [row.id for row in store.articles.listed()]
    chosen = best[:limit]
    if len(chosen) < limit:
        among = set(chosen)
        chosen += [each for each in every if each not in among][: limit - len(chosen)]
    among = set(chosen)
    pairs = [_ascending(link.a, link.b) for link in linked if link.a in among and link.b in among]
    kept = frozenset(pairs[: PAIRS_PER_ARTICLE * limit])
    said = []
    if len(every) > len(chosen):
        said.append(
            f"Here are the {len(chosen):,} articles that share most, of {wording.count(len(every), 'article')}"
        )
    if len(pairs) > len(kept):
        said.append(f"{len(kept):,} of {wording.count(len(pairs), 'pair')} have a page of their own")
    sentence = f"{'; '.join(said)}. `provenance site --limit` says how many." if said else ""
    return _Choice(tuple(chosen), kept, sentence, tuple(linked))


def _anonymous(store: Store, settings: Settings, choice: _Choice) -> Anonymous:
    """What takes the names out: of everything archived, and of who is quoted in what has a page."""
    publishers: set[str] = set()
    people: set[str] = set()
    ids: list[str] = []
    for row in store.articles.listed():
        ids.append(row.id)
        publishers |= {row.publisher} if row.publisher else set()
        people |= {row.author} if row.author else set()
    publishers |= {link.credited_source for link in choice.linked if link.credited_source}
    for identifier in choice.articles:
        article = store.articles.get(identifier)
        publishers |= {article.agency} if article.agency else set()
        said = store.quotations.of(identifier, RULES)
        if said is None:
            said = _findings(store, identifier, settings).quotations.get(identifier, ())
        people |= {each.speaker for each in said if each.speaker}
    for step in store.reviews.steps():
        people |= {step.by} if step.by else set()
    return Anonymous(pseudonyms(ids, publishers, people))


def _findings(store: Store, identifier: str, settings: Settings) -> Findings:
    return recorded_findings(store, identifier, settings)[0]


def _rank(row: IndexRow) -> int:
    from provenance.reports.html.directions import rank

    return rank(row.ways[0])


def _ascending(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8")
