"""Every appearance of a passage, the earliest known first: word for word by text search, then in other words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from provenance.comparison.workbench import Workbench
from provenance.config.align import SentenceSettings
from provenance.config.fingerprint import RetrievalSettings
from provenance.config.settings import Settings
from provenance.errors import UsageError
from provenance.model import Appearance, Article, Match, Span, TraceView
from provenance.model.appearance import by_time
from provenance.retrieval.candidates import candidates
from provenance.retrieval.scanning import holding_most_words
from provenance.retrieval.word_for_word import holders
from provenance.store import Store, TextOwner
from provenance.text.folded_text import count_of, folded, places_of
from provenance.usecases.tracing_origins import MOST_COUNTED, with_origins

# A passage of one sentence has few keys, and the archive keeps one of several: any of them is reason enough to look.
EVERYTHING = RetrievalSettings(evidence=0)
# Words from which on other wordings are looked for beside the same words: fewer in common, in any order and with
# others between, are no report of the same thing ("the minister of health", "health minister").
REWORDED = 6
MOST_ALIGNED = 200  # articles that hold most words of a passage of which none holds all in a row: 1 s to align


def trace(
    store: Store,
    passage: str,
    settings: Settings | None = None,
    *,
    article: Article | None = None,
    span: Span | None = None,
    limit: int | None = None,
) -> TraceView:
    """Every archived appearance of `passage`, the earliest known first and undated ones last.

    One appearance per article: the first place that holds it word for word, else the one with most of it. With
    `limit` only the first so many. `article` and `span` say where the passage was taken from; that article is one of
    the appearances.
    """
    settings = settings or Settings.of()
    if not passage.strip():
        raise UsageError("the passage is empty: give some words to look for")
    phrase = folded(passage)
    owners = holders(store, phrase)
    others, notes = _reworded(store, passage, phrase, settings, {owner.id for owner in owners})
    moments = [*(owner.time for owner in owners), *(_by_time(each) for each in others)]
    last = sorted(moments)[:limit][-1] if moments and limit and len(moments) > MOST_COUNTED else None
    shown = [owner for owner in owners if last is None or owner.time <= last]
    appearances = [*_word_for_word(store, shown, passage, phrase, (article, span)), *others]
    appearances.sort(key=_by_time)
    view = TraceView(
        passage,
        tuple(appearances[:limit]),
        article,
        span,
        store.articles.count(),
        word_for_word=len(owners),
        found=len(moments),
        notes=tuple(notes),
    )
    return with_origins(view, store, settings, appearances) if len(moments) <= MOST_COUNTED else view


def _by_time(appearance: Appearance) -> tuple[bool, float, float, str]:
    """`by_time` of the words themselves: those of a live page came with their update."""
    return by_time(appearance.article, [appearance.span] if appearance.version is None else None)


def trace_in(
    store: Store,
    article: Article,
    start: int,
    end: int,
    settings: Settings | None = None,
    *,
    limit: int | None = None,
) -> TraceView:
    """The same for the part `[start, end)` of an archived article."""
    if not 0 <= start < end <= len(article.text):
        raise UsageError(
            f"{article.id} has {len(article.text):,} characters: START and END must lie inside, START before END"
        )
    span = Span(start, end)
    return trace(store, span.of(article.text), settings, article=article, span=span, limit=limit)


def _word_for_word(
    store: Store,
    owners: Sequence[TextOwner],
    passage: str,
    phrase: bytes,
    taken_from: tuple[Article | None, Span | None],
) -> list[Appearance]:
    """What these articles hold of the passage in its own words; the part that was asked about is the place there."""
    by_number = {owner.number: owner for owner in owners}
    found = []
    for number, article in store.articles.texts([*by_number]):
        places = places_of(article.text, phrase)
        here = next((p for p in places if taken_from[0] == article and p.overlap(taken_from[1] or p)), places[0])
        found.append(
            Appearance(
                article,
                here,
                here.of(article.text),
                "verbatim",
                shared=((Span(0, len(passage)), here),),
                version=None if by_number[number].current else by_number[number].version,
                times=len(places),
            )
        )
    return found


def _reworded(
    store: Store, passage: str, phrase: bytes, settings: Settings, known: Collection[str]
) -> tuple[list[Appearance], list[str]]:
    """The passage in other words in articles that are not `known` to hold it, and what was not looked at."""
    words = count_of(phrase)
    if not words or (words < REWORDED and known):
        return [], []
    asked = Article("(passage)", passage, Span(0, len(passage)))
    bench = Workbench(_trusting(settings))
    found = candidates(store, asked, settings.fingerprint, exclude=known, retrieval=EVERYTHING)
    names = [candidate.article for candidate in found.candidates]
    others: list[tuple[Article, int | None]] = [(each, None) for each in store.articles.get_known(names).values()]
    notes = []
    if not names and not known:
        held = holding_most_words(store, phrase, MOST_ALIGNED + 1)
        others = [(each, None) for each in held[:MOST_ALIGNED]]
        if len(held) > MOST_ALIGNED:
            notes.append(
                f"Other wordings were looked for in {MOST_ALIGNED} of the articles that hold most of the words."
            )
    best = {each.article.id: each for each in _aligned(bench, asked, others)}
    earlier = [text for text in store.earlier.texts(found.earlier) if text.article.id not in {*known, *best}]
    for each in _aligned(bench, asked, ((text.article, text.version) for text in earlier)):
        former = best.get(each.article.id)
        if former is None or each.span.length * each.score > former.span.length * former.score:
            best[each.article.id] = each
    return list(best.values()), notes


def _aligned(bench: Workbench, asked: Article, others: Iterable[tuple[Article, int | None]]) -> list[Appearance]:
    """The best passage of each article that shares any; with the version where that is an earlier one."""
    appearances = []
    for other, version in others:
        matches = [p.match for p in bench.passages(asked, other)]
        if matches:
            best = max(matches, key=lambda m: (m.a.length * m.score, -m.b.start))
            appearances.append(_appearance(other, best, version))
    return appearances


def _appearance(article: Article, match: Match, version: int | None) -> Appearance:
    text = match.b.of(article.text)
    return Appearance(article, match.b, text, match.kind, match.score, match.shared, version)


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
