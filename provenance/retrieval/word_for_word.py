"""Which archived texts hold the words of a passage in a row, whatever the case, accents and punctuation.

The archive's text search answers for the texts that it has; texts that it lacks are read one by one, so that the
answer is whole in any case. Every version of an article counts: words that only an earlier version has were
published, too. Nothing here aligns or judges.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from provenance.model.progress import Progress
from provenance.store import Store, TextOwner
from provenance.store.index.text_search import MOST_ASKED
from provenance.text.folded_text import count_of, folded_all, holds

PORTION = 500  # texts that are indexed in one transaction, or read at a time


def holders(store: Store, phrase: bytes) -> list[TextOwner]:
    """Every article that holds these folded words in a row: one text each, ordered by date, undated ones last.

    The text is the current one where that holds the words, else the latest version that does.
    """
    with store.snapshot():
        numbers = numbers_holding(store, phrase)
        latest = {owner.id: owner for owner in store.articles.owners(numbers)}  # ascending: a later one replaces
    return sorted(latest.values(), key=lambda owner: owner.time)


def numbers_holding(store: Store, phrase: bytes) -> list[int]:
    """The numbers of all texts, of every version, that hold these folded words in a row; none for no words."""
    if not phrase:
        return []
    numbers = store.words.holding(phrase)
    if count_of(phrase) > MOST_ASKED:
        numbers = [*_holding(store, phrase, numbers)]
    return [*numbers, *_holding(store, phrase, store.words.unindexed())]


def _holding(store: Store, phrase: bytes, numbers: Sequence[int]) -> Iterator[int]:
    """Those of these texts that hold the words, found by reading them."""
    for start in range(0, len(numbers), PORTION):
        portion = [*store.articles.texts(numbers[start : start + PORTION])]
        words = folded_all([article.text for _, article in portion])
        yield from (number for (number, _), each in zip(portion, words, strict=True) if holds(each, phrase))


def words_of_all(
    store: Store, on_progress: Progress | None = None
) -> Iterator[tuple[Sequence[int], Sequence[bytes]]]:
    """The numbers and folded words of every text, of all versions, a portion at a time; raises DamagedArchive."""
    numbers = store.articles.all_texts()
    for start in range(0, len(numbers), PORTION):
        if on_progress is not None:
            on_progress("checking words", start, len(numbers))
        portion = [*store.articles.texts(numbers[start : start + PORTION])]
        yield [number for number, _ in portion], folded_all([article.text for _, article in portion])


def index_words(store: Store, on_progress: Progress | None = None) -> int:
    """Index the words of every text that the text search lacks; returns how many texts that were.

    A portion in one transaction: an interruption costs one, and the next call goes on. Does nothing where this
    Python's SQLite cannot do it. Raises DamagedArchive on a text that is not what was added.
    """
    if not store.words.available:
        return 0
    total = store.words.left()
    done = 0
    while numbers := store.words.unindexed(limit=PORTION):
        portion = [*store.articles.texts(numbers)]
        store.words.fill([number for number, _ in portion], folded_all([article.text for _, article in portion]))
        done += len(numbers)
        if on_progress is not None:
            on_progress("indexing words", min(done, total), total)
    return done
