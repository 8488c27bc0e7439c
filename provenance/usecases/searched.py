"""What a check would have found: the figures measured in this archive, else those that ship.

Read at every check, so it imports little, and the figures are one row of the archive or one small file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from provenance.config.detection import DetectionSettings
from provenance.config.rules import ALIGNER, PROPOSER
from provenance.config.settings import LENGTH, Settings, as_json
from provenance.detection import shipped
from provenance.model.detection import Findable, MeaningLacks, MeaningSearched, Place, Planted, Searched
from provenance.store import Store

DETECTION = DetectionSettings()


@lru_cache(maxsize=16)
def detection_rules(settings: Settings) -> str:
    """The name of all that decides which copies are found: settings and rules of retrieval and alignment."""
    text = f"{PROPOSER} {ALIGNER} {as_json(settings.fingerprint, settings.alignment)}"
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]


def searched(
    store: Store, settings: Settings, articles: int, words: int, lacking: MeaningLacks | None = None
) -> Searched:
    """What a check of a text of `words` words against `articles` others would have found.

    `lacking` says why nothing was looked for by meaning, None that the articles with codes were searched by it.

    What was measured in this archive with other rules than today's no longer says anything, and is passed over.
    """
    articles_with_codes = 0 if lacking else store.meanings.count()
    encoder = store.meanings.encoder if store.encoded else None
    by_meaning = MeaningSearched(lacking, articles_with_codes, encoder)
    not_read = tuple(each.why for each in store.lost)
    return replace(_searched(store, settings, articles, words), by_meaning=by_meaning, not_read=not_read)


def _searched(store: Store, settings: Settings, articles: int, words: int) -> Searched:
    own = store.detection.read(settings.profile)
    if own is not None and own.rules == detection_rules(settings):
        factor = max(articles, 1) / max(own.articles, 1)
        stale = not 1 / DETECTION.stale <= factor <= DETECTION.stale
        return Searched(articles, _findable(own.copies, words), "archive", own.articles, own.measured, stale)
    known = shipped.promised(settings.profile, articles)
    if known is None:
        return Searched(articles)
    measured, copies = known
    stale = articles > DETECTION.stale * measured.articles
    return Searched(articles, _findable(copies, words), "shipped", measured.articles, measured.measured, stale)


def _findable(copies: Iterable[Planted], words: int) -> tuple[Findable, ...]:
    """The rows that fit a text of so many words: a passage is no longer than its text, and in a short text it is
    mostly alone."""
    place: Place = "alone" if words <= DETECTION.lone_words else "inside"
    return tuple(
        Findable(row.words, row.kept, row.probability) for row in copies if row.place == place and row.words <= words
    )
