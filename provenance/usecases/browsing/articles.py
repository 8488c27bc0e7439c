"""Articles, a page at a time: those of `list`, found by words too, and with what is known of each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from provenance.audit.recording import unaudited
from provenance.config.settings import Settings
from provenance.model import Link
from provenance.model.lists import ArticleLine, ArticlePage, ArticleQuery, Key, Page, Standing
from provenance.store import Store
from provenance.store.browsing.article_pages import FoundArticle
from provenance.usecases.browsing.laid_links import KeptLinks, LaidLinks

PAGE = 50  # articles on a page where nobody asks for another number
_PHRASE = re.compile(r'"([^"]*)"')
MOST_PHRASES = 20  # words and phrases that one search looks for; further ones are not read


def article_page(
    store: Store,
    settings: Settings,
    query: ArticleQuery,
    *,
    after: Key | None = None,
    limit: int = PAGE,
    kept: KeptLinks | None = None,
) -> ArticlePage:
    """The articles behind the key `after` that the query admits, in its order, each with how many links it has."""
    least = settings.lineage.reporting_confidence
    with store.snapshot():
        kept = kept or KeptLinks()
        laid = kept.of(store, least)
        among = _having_words(store, query.words) if query.words.strip() else None
        if query.standing is not None:
            standing = query.standing
            # One set per standing is kept: up to .3 s and 2 MB each for 29,818 articles. Words are found in .02 s.
            found_in = kept.counted(store, least, standing, lambda: in_standing(store, settings, standing, kept))
            among = found_in if among is None else among & found_in
        names = partial(kept.publishers, store, least)
        pages = store.article_pages.knowing(names)
        found = pages.page(query, among, after, limit + 1)
        counted, alone = replace(query, sort="id"), query.standing is None
        total = kept.counted(store, least, counted, lambda: pages.count(query, among), of_articles=alone)
        shown = found[:limit]
        lines = _lines(store, settings, shown, laid)
    return Page(tuple(lines), total, shown[-1].key if len(found) > limit else None)


def phrases_of(words: str) -> list[str]:
    """What to look for: the words between quotation marks in a row, every other word by itself."""
    plain = words.replace("“", '"').replace("”", '"').replace("„", '"').replace("«", '"').replace("»", '"')
    phrases = [each for each in _PHRASE.findall(plain) if each.strip()]
    return [*phrases, *_PHRASE.sub(" ", plain).replace('"', " ").split()][:MOST_PHRASES]


def _having_words(store: Store, words: str) -> set[int]:
    """The keys of the articles whose current text has all of these words and phrases."""
    from provenance.retrieval.word_for_word import numbers_holding
    from provenance.text.folded_text import folded

    found: set[int] | None = None
    for phrase in phrases_of(words):
        numbers = numbers_holding(store, folded(phrase))
        found = set(numbers) if found is None else found & set(numbers)
        if not found:
            break
    return store.article_pages.having_texts(sorted(found or ()))


def in_standing(store: Store, settings: Settings, standing: Standing, kept: KeptLinks) -> set[int]:
    """The keys of the articles of which this is known (see `Standing`).

    "none" and "unaudited" have no link that is listed; all others may be in several standings.
    """
    least = settings.lineage.reporting_confidence
    laid, pages, links = kept.of(store, least), store.article_pages, store.link_pages
    if standing in ("none", "unaudited"):
        unseen = pages.having_texts(unaudited(store, settings).tolist())
        if standing == "unaudited":
            return unseen
        every = kept.counted(store, least, "linked", lambda: links.linked(least), of_links=True)
        linked = _without(store, least, every, laid, None)
        keys = pages.columns_of(name for pair, link in laid.links.items() if _standings(link) for name in pair)
        return pages.all_keys() - unseen - linked - {columns[0] for columns in keys.values()}
    every = kept.counted(store, least, ("recorded", standing), lambda: links.standing(standing, least), of_links=True)
    found = _without(store, least, every, laid, standing)
    named = {name for link in laid.links.values() for name, each in _standings(link).items() if each == standing}
    return found | {columns[0] for columns in pages.columns_of(named).values()}


def _without(store: Store, least: float, every: set[int], laid: LaidLinks, standing: Standing | None) -> set[int]:
    """Those of the articles with a recorded link, of this standing or any, that have one about which people said
    nothing: only articles that people's words touch are looked up."""
    if not laid.judgements:
        return every
    touched = {name for pair in laid.links for name in pair}
    left = store.link_pages.standings_of(touched, least, laid.judgements)
    still = {name for name, each, _ in left if standing is None or each == standing}
    keys = {name: columns[0] for name, columns in store.article_pages.columns_of(touched).items()}
    return (every - set(keys.values())) | {keys[name] for name in still}


def _standings(link: Link) -> dict[str, Standing]:
    """The standing that a link gives to its articles; none where it is rejected or says that both report an event."""
    if link.rejected or link.is_same_event:
        return {}
    if link.relation == "near_duplicate":
        return {link.a: "duplicate", link.b: "duplicate"}
    if link.relation == "derived" and link.source is not None and link.derived is not None:
        return {link.source: "source", link.derived: "taken"}
    return dict.fromkeys((link.a, link.b), "common" if link.relation == "common_source" else "undetermined")


def _lines(store: Store, settings: Settings, found: Sequence[FoundArticle], laid: LaidLinks) -> list[ArticleLine]:
    counts = _counts(store, settings, [each.row.id for each in found], laid)
    numbers = store.articles.known_numbers([each.row.id for each in found])
    covered = store.runs.covered(_digest(store, settings), sorted(numbers.values()))
    return [ArticleLine(each.row, counts[each.row.id], numbers[each.row.id] in covered) for each in found]


def _digest(store: Store, settings: Settings) -> str:
    from provenance.audit.recording import record_digest, weights_digest

    return record_digest(settings, weights_digest(store))


def _counts(store: Store, settings: Settings, ids: list[str], laid: LaidLinks) -> dict[str, Mapping[str, int]]:
    """How many links each of these articles has in each standing."""
    least = settings.lineage.reporting_confidence
    order = ("taken", "source", "duplicate", "common", "undetermined")
    counted: dict[str, Counter[str]] = {name: Counter() for name in ids}
    for name, standing, count in store.link_pages.standings_of(ids, least, laid.judgements):
        counted[name][standing] += count
    for link in laid.links.values():
        for name, standing in _standings(link).items():
            if name in counted:
                counted[name][standing] += 1
    return {name: {each: counts[each] for each in order if counts[each]} for name, counts in counted.items()}
