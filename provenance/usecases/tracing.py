"""Where did these words appear first, as far as the archive knows, and where again?"""

from __future__ import annotations

from provenance.errors import UsageError
from provenance.model import Appearance, Article, Match, Span, TraceView
from provenance.store import Store
from provenance.usecases.candidates import candidates
from provenance.usecases.origins import independent_origins
from provenance.usecases.settings import Settings
from provenance.usecases.workbench import Workbench


def trace(
    store: Store,
    passage: str,
    settings: Settings | None = None,
    *,
    article: Article | None = None,
    span: Span | None = None,
) -> TraceView:
    """Every archived appearance of `passage`, the earliest known first and undated ones last.

    One appearance an article: the one that holds most of the passage. `article` and `span` say where the passage was
    taken from; that article is one of the appearances.
    """
    settings = settings or Settings.of()
    asked = Article("(passage)", passage, Span(0, len(passage)))
    if not passage.strip():
        raise UsageError("the passage is empty: give some words to look for")
    bench = Workbench(settings)
    found = candidates(store, asked, settings.fingerprint)
    appearances = []
    for other in store.articles([candidate.article for candidate in found.candidates]).values():
        matches = [p.match for p in bench.passages(asked, other)]
        if matches:
            appearances.append(_appearance(other, max(matches, key=lambda m: (m.a.length * m.score, -m.b.start))))
    appearances.sort(key=_by_time)
    return TraceView(
        passage, tuple(appearances), article, span, store.count(), independent_origins(store, appearances)
    )


def trace_in(store: Store, article: Article, start: int, end: int, settings: Settings | None = None) -> TraceView:
    """The same for the part `[start, end)` of an archived article."""
    if not 0 <= start < end <= len(article.text):
        raise UsageError(
            f"{article.id} has {len(article.text):,} characters: START and END must lie inside, START before END"
        )
    span = Span(start, end)
    return trace(store, span.of(article.text), settings, article=article, span=span)


def _appearance(article: Article, match: Match) -> Appearance:
    return Appearance(article, match.b, match.b.of(article.text), match.kind, match.score, match.shared)


def _by_time(appearance: Appearance) -> tuple[bool, float, str]:
    published = appearance.article.published
    return (published is None, published.earliest if published else 0.0, appearance.article.id)
