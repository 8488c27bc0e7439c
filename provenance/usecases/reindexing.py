"""Making every fingerprint and index page anew from the articles, in place.

The new index grows beside the old one, which answers until the new one is complete; an interruption costs one
portion, and the next call goes on from there.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from provenance.config.fingerprint import FingerprintSettings
from provenance.engines import Engine
from provenance.engines.in_process import InProcess
from provenance.fingerprint.minhash import make_all
from provenance.ingest.earlier_texts import catch_up, with_keys
from provenance.model import Article, Span
from provenance.model.progress import Progress
from provenance.retrieval.word_for_word import index_words

if TYPE_CHECKING:
    from provenance.store import Store


PORTION = 500  # articles per transaction; see `provenance.ingest.storing`


def reindex(
    store: Store,
    settings: FingerprintSettings | None = None,
    *,
    engine: Engine | None = None,
    on_progress: Progress | None = None,
) -> int:
    """Fingerprint every article by these settings and put the result in the place of the old index.

    `engine` makes the fingerprints; without one it is done here. Returns how many articles the archive holds. Works
    after a change of settings or of the program's version and on a damaged index; the texts are held against their
    digests as they are read. Raises DamagedArchive on a text that is not what was added.
    """
    settings = settings or FingerprintSettings()
    settings.validate()
    last = store.index.begin_reindex(settings.recipe)
    total = store.articles.count()
    while True:
        for done in _pass(store, last, settings, engine or InProcess()):
            last = done
            if on_progress is not None:
                on_progress("indexing anew", min(total, store.index.reindexed()), total)
        _earlier(store, settings)
        if store.index.finish_reindex():  # False when another process added articles meanwhile
            catch_up(store, settings)
            _words(store, on_progress)
            store.links.renew_lists()
            return store.articles.count()


def _words(store: Store, on_progress: Progress | None) -> None:
    """Make the text search anew; an interruption leaves texts that the next `add` or `trace` indexes."""
    if store.words.available:
        store.words.clear()
        index_words(store, on_progress)


def _earlier(store: Store, settings: FingerprintSettings) -> None:
    """Index what newer versions lack."""
    from provenance.store import RemovedText

    while portion := store.earlier.following_after(store.index.earlier_reindexed_to()):
        texts = {text.number: text for text in store.earlier.texts([number for number, _ in portion])}
        store.index.reindex_earlier(
            [
                RemovedText(number, following, with_keys(texts[number].article.text, texts[number].spans, settings))
                for number, following in portion
            ]
        )


def _pass(store: Store, after: int, settings: FingerprintSettings, engine: Engine) -> Iterator[int]:
    """Index the articles numbered above `after`; gives the last number of each portion that was stored."""
    from provenance.store import Entry

    portions: deque[list[tuple[int, Article]]] = deque()

    def tasks() -> Iterator[list[tuple[str, Span]]]:
        last = after
        while portion := store.articles.by_number(last, PORTION):
            portions.append(portion)
            last = portion[-1][0]
            yield [(article.text, article.body) for _, article in portion]

    for made in engine.map(partial(make_all, settings=settings), tasks()):
        portion = portions.popleft()
        entries = [
            Entry(article, one.fingerprint, one.bands, one.segments, one.words)
            for (_, article), one in zip(portion, made.unpacked(settings), strict=True)
        ]
        store.index.reindex([number for number, _ in portion], entries)
        yield portion[-1][0]
