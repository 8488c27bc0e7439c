"""The earliest known appearance of a passage, and every later one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from provenance.comparison.workbench import Workbench
from provenance.config.align import SentenceSettings
from provenance.config.fingerprint import RetrievalSettings
from provenance.config.settings import Settings
from provenance.errors import UsageError
from provenance.lineage.origins import origins_of
from provenance.model import Appearance, Article, Link, Match, Span, TraceView
from provenance.retrieval.candidates import candidates
from provenance.retrieval.scanning import holding_most_words
from provenance.store import Store
from provenance.usecases.ancestry import by_time

# A passage of one sentence has few keys, and the archive keeps one of several: any of them is reason enough to look.
EVERYTHING = RetrievalSettings(evidence=0)


def trace(
    store: Store,
    passage: str,
    settings: Settings | None = None,
    *,
    article: Article | None = None,
    span: Span | None = None,
) -> TraceView:
    """Every archived appearance of `passage`, the earliest known first and undated ones last.

    One appearance per article: the one with most of the passage. `article` and `span` say where the passage was taken
    from; that article is one of the appearances.
    """
    settings = settings or Settings.of()
    asked = Article("(passage)", passage, Span(0, len(passage)))
    if not passage.strip():
        raise UsageError("the passage is empty: give some words to look for")
    bench = Workbench(_trusting(settings))
    found = candidates(store, asked, settings.fingerprint, retrieval=EVERYTHING)
    others: Iterable[Article] = store.articles.get_known(
        [candidate.article for candidate in found.candidates]
    ).values()
    if not found.candidates:
        others = holding_most_words(store, passage)
    appearances = []
    for other in others:
        matches = [p.match for p in bench.passages(asked, other)]
        if matches:
            appearances.append(_appearance(other, max(matches, key=lambda m: (m.a.length * m.score, -m.b.start))))
    appearances.sort(key=lambda appearance: by_time(appearance.article))
    return TraceView(
        passage, tuple(appearances), article, span, store.articles.count(), _independent_origins(store, appearances)
    )


def trace_in(store: Store, article: Article, start: int, end: int, settings: Settings | None = None) -> TraceView:
    """The same for the part `[start, end)` of an archived article."""
    if not 0 <= start < end <= len(article.text):
        raise UsageError(
            f"{article.id} has {len(article.text):,} characters: START and END must lie inside, START before END"
        )
    span = Span(start, end)
    return trace(store, span.of(article.text), settings, article=article, span=span)


def _trusting(settings: Settings) -> Settings:
    """Settings that accept any sentence like the passage: the user knows already that it is worth finding."""
    alignment = settings.alignment
    sentences = replace(
        alignment.sentences or SentenceSettings(),
        least_information=0.0,
        least_strength=0.0,
        ordered_strength=0.0,
        least_pairs=1,
    )
    return replace(settings, alignment=replace(alignment, sentences=sentences))


def _appearance(article: Article, match: Match) -> Appearance:
    return Appearance(article, match.b, match.b.of(article.text), match.kind, match.score, match.shared)


def _independent_origins(store: Store, appearances: Sequence[Appearance]) -> int | None:
    """The largest number of independent origins that recorded links leave; None where there are no links yet.

    Appearances that no link connects count as origins of their own.
    """
    if not appearances:
        return None
    places = {appearance.article.id: appearance for appearance in appearances}
    links: dict[tuple[str, str], Link] = {}
    for name in places:
        links |= {(link.a, link.b): link for link in store.links.of(name) if link.a in places and link.b in places}
    if not links:
        return len(places) if len(places) == 1 else None
    articles = {name: appearance.article for name, appearance in places.items()}
    count, covered = 0, set[str]()
    for name, appearance in places.items():
        if name not in covered:
            found = origins_of(name, appearance.span, list(links.values()), articles)
            covered |= {holder.article for holder in found.holders}
            count += len(found.origins)
    return count
