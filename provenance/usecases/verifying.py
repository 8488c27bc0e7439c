"""Checks the archive for consistency, and a sample of its fingerprints against the texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from provenance.config.fingerprint import FingerprintSettings
from provenance.errors import ArchiveError, ProvenanceError
from provenance.fingerprint.minhash import Made, make_all
from provenance.ingest.earlier_texts import removed
from provenance.model import Article, Verification
from provenance.model.progress import Progress
from provenance.store.integrity import strange

if TYPE_CHECKING:
    from provenance.store import Namespace, Store


EARLIER = 500  # earlier texts, with those that replaced them, in memory at a time
PORTION = 10_000  # articles whose index rows are gathered in one pass over the index, some 100 MB in memory


def verify(
    store: Store,
    settings: FingerprintSettings | None = None,
    *,
    sample: int = 200,
    on_progress: Progress | None = None,
) -> Verification:
    """Check the whole archive for damage, and make the fingerprints of `sample` articles (0: all) anew.

    The sample is spread evenly over the articles in the order in which they were added, so it is the same on every
    call. Nothing is changed. Every problem is one line that says where it is and what to do.
    """
    settings = settings or FingerprintSettings()
    try:
        problems = [f"{problem.where}: {problem.detail}" for problem in store.upkeep.check_integrity(on_progress)]
    except ArchiveError as error:  # not even what the archive says of itself can be read
        problems = [f"archive: {error}"]
    checked: dict[str, int] = {}
    try:
        checked["articles"] = store.articles.count()
        problems += _made_anew(store, settings, sample, checked, on_progress)
    except ArchiveError as error:  # damage that is found where nobody looks for it
        problems.append(f"articles: {error}")
    except Exception as error:
        problems.append(f"articles: {strange(error)}")
    return Verification(checked, tuple(dict.fromkeys(problems)))


def _made_anew(
    store: Store, settings: FingerprintSettings, sample: int, checked: dict[str, int], on_progress: Progress | None
) -> list[str]:
    """What fingerprints and words are not that are made anew; `checked` gets how many were."""
    problems: list[str] = []
    recipe = store.index.recipe
    if recipe is not None and recipe != settings.recipe:
        problems.append(
            f"fingerprints: made as [{recipe}], this program makes them as [{settings.recipe}]; "
            "`provenance reindex` makes them anew"
        )
    elif recipe is not None:
        numbers = _sample(store.articles.all_numbers(), sample)
        for start in range(0, len(numbers), PORTION):
            if on_progress is not None:
                on_progress("making fingerprints anew", start, len(numbers))
            try:
                problems += _rederive(store, numbers[start : start + PORTION], settings)
            except ArchiveError as error:  # a damaged text or index page, which the check above names too
                problems.append(f"fingerprints: {error}")
        checked["fingerprints made anew"] = len(numbers)
        earlier = _sample(store.earlier.numbers(), sample)
        if len(earlier):
            problems += _rederive_earlier(store, earlier, settings)
            checked["earlier versions compared anew"] = len(earlier)
    if store.words.usable:
        problems += _words(store, on_progress)
        checked["texts in the text search"] = len(store.articles.all_texts()) - store.words.left()
    return problems


def _words(store: Store, on_progress: Progress | None) -> list[str]:
    """The text search held against the words of every text."""
    from provenance.retrieval.word_for_word import words_of_all

    try:
        with store.snapshot():
            problems = store.upkeep.check_words(words_of_all(store, on_progress))
    except ArchiveError as error:  # damage that the check of texts names, too, or pages of the text search
        return [f"text search: {error}"]
    return [f"{problem.where}: {problem.detail}" for problem in problems]


def _sample(numbers: NDArray[np.int64], sample: int) -> NDArray[np.int64]:
    if sample <= 0 or sample >= len(numbers):
        return numbers
    places = np.linspace(0, len(numbers) - 1, sample).astype(np.int64)
    return numbers[places]


def _rederive(store: Store, numbers: NDArray[np.int64], settings: FingerprintSettings) -> list[str]:
    with store.snapshot():
        numbers, ids, articles = _readable(store, numbers)
        signatures = store.index.signatures(numbers)
        names: tuple[Namespace, ...] = ("passage", "band", "paragraph")
        stored = {name: _by_article(store, numbers, name) for name in names}
    texts = [(articles[identity].text, articles[identity].body) for identity in ids if identity in articles]
    if len(texts) < len(ids):
        lacking = len(ids) - len(texts)
        return [f"texts: {lacking} {'article' if lacking == 1 else 'articles'} of the sample without any"]
    made = make_all(texts, settings).unpacked(settings)
    problems = []
    for row, (identity, one) in enumerate(zip(ids, made, strict=True)):
        wrong: list[str] = [name for name, keys in _keys(one).items() if not _equal(stored[name][row], *keys)]
        if not np.array_equal(one.fingerprint.signature.values, signatures[row]):
            wrong.insert(0, "signature")
        if wrong:
            what = ", ".join(wrong)
            problems.append(f"article {identity!r}: its {what} is not what its text gives; `provenance reindex`")
    return problems


def _rederive_earlier(store: Store, numbers: NDArray[np.int64], settings: FingerprintSettings) -> list[str]:
    """What newer versions lack of these texts, compared anew, and its keys in the index."""
    problems = []
    for start in range(0, len(numbers), EARLIER):
        try:
            with store.snapshot():
                texts = store.earlier.texts(numbers[start : start + EARLIER].tolist())
                followers = store.earlier.followers(text.number for text in texts)
                following = [store.articles.get(text.article.id, text.version + 1) for text in texts]
                under = np.array([followers[text.number] for text in texts], np.int64)
                stored = _by_article(store, under, "earlier")
        except ProvenanceError as error:  # damage that the store's own check names, too
            problems.append(f"earlier versions: {error}")
            continue
        for text, later, held in zip(texts, following, stored, strict=True):
            made = removed(text.article, later, settings)
            if (
                made is None
                or made.spans != text.spans
                or not _equal(held, made.keys, made.positions.astype(np.int64))
            ):
                problems.append(
                    f"article {text.article.id!r}: what is kept of its version {text.version} is not what version "
                    f"{text.version + 1} lacks; remove it and add it again"
                )
    return problems


def _readable(store: Store, numbers: NDArray[np.int64]) -> tuple[NDArray[np.int64], list[str], dict[str, Article]]:
    """The articles, without those whose text or signature cannot be read: damage that the store's own check names."""
    try:
        ids = store.articles.ids(numbers.tolist())
        store.index.signatures(numbers)
        return numbers, ids, store.articles.get_known(ids)
    except ProvenanceError:
        if len(numbers) == 1:
            return numbers[:0], [], {}
    parts = [_readable(store, half) for half in np.array_split(numbers, 2)]
    return (
        np.concatenate([part[0] for part in parts]),
        [identity for part in parts for identity in part[1]],
        {**parts[0][2], **parts[1][2]},
    )


def _by_article(
    store: Store, numbers: NDArray[np.int64], namespace: Namespace
) -> list[tuple[NDArray[np.uint64], NDArray[np.int64]]]:
    """Keys and positions of each article in one namespace."""
    columns = store.index.postings_of(numbers.tolist(), namespace)
    order = np.argsort(columns.articles, kind="stable")
    borders = np.searchsorted(columns.articles[order], numbers, "left")
    ends = np.searchsorted(columns.articles[order], numbers, "right")
    keys, positions = columns.keys[order], columns.positions[order]
    return [(keys[a:b], positions[a:b]) for a, b in zip(borders.tolist(), ends.tolist(), strict=True)]


def _keys(made: Made) -> dict[Namespace, tuple[NDArray[np.uint64], NDArray[np.int64]]]:
    """The keys and positions that the index should have for an article, by namespace."""
    return {
        "passage": (made.fingerprint.keys, made.fingerprint.positions.astype(np.int64)),
        "band": (made.bands, np.zeros(len(made.bands), np.int64)),
        "paragraph": (made.segments, np.arange(len(made.segments))),
    }


def _equal(
    stored: tuple[NDArray[np.uint64], NDArray[np.int64]],
    keys: NDArray[np.uint64],
    positions: NDArray[np.int64],
) -> bool:
    order = np.lexsort((positions, keys))
    return np.array_equal(stored[0], keys[order]) and np.array_equal(stored[1], positions[order])
