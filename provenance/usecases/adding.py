"""Articles into the archive: read, fingerprinted by an engine, written by one writer, one transaction a portion.

What is reported as added is stored: a portion's outcomes are counted after its transaction. Nothing is judged here,
and the archive holds the same whatever the number of processes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from provenance.config.fingerprint import FingerprintSettings, require_same_recipe
from provenance.engines import Engine
from provenance.engines.in_process import InProcess
from provenance.fingerprint.minhash import Portion, make_all
from provenance.ingest.placing import Places, named_after_file
from provenance.ingest.seen import Seen, fingerprint_of
from provenance.model import Addition, Article, SkippedInput, Span
from provenance.model.progress import Progress
from provenance.sources import unreadable_dates

if TYPE_CHECKING:
    from provenance.store import Store


# One transaction: 1,000 articles of 500 words are some 150 ms of work, so a crash loses little; 500 at a time take
# 3 % more in all, 1,500 no less.
PORTION_ARTICLES = 1000
PORTION_CHARACTERS = 4_000_000


def add(
    store: Store,
    inputs: Iterable[Article | SkippedInput],
    settings: FingerprintSettings | None = None,
    *,
    engine: Engine | None = None,
    on_progress: Progress | None = None,
) -> Addition:
    """Archive every article of `inputs`, in order, and tell what became of each.

    The same text under a known id or URL changes nothing, a new text becomes a new version. An id or URL that stands
    twice in `inputs` with different texts is a skipped input; the first one is kept. `engine` makes the fingerprints;
    without one it is done here. Raises SchemeMismatch where the archive was made with other settings.
    """
    settings = settings or FingerprintSettings()
    settings.validate()
    if store.index.recipe is not None:
        require_same_recipe(store.index.recipe, settings.recipe)
    tally = _Tally()
    gate = _Gate(store)
    waiting: deque[tuple[Sequence[Article], _Tally]] = deque()

    def tasks() -> Iterator[list[tuple[str, Span]]]:
        for portion, of_portion in _portions(inputs):
            articles = gate.admitted(portion, of_portion)
            waiting.append((articles, of_portion))
            yield [(article.text, article.body) for article in articles]

    for made in (engine or InProcess()).map(partial(make_all, settings=settings), tasks()):
        articles, of_portion = waiting.popleft()
        _store(store, articles, made, settings, of_portion)
        tally.take_in(of_portion)
        if on_progress is not None:
            on_progress("adding", tally.done, None)
    if tally.added or tally.renewed:
        store.index.settle()
    return tally.addition(str(getattr(store, "path", "")))


@dataclass(slots=True)
class _Tally:
    """What became of inputs; each portion has its own, as an engine may draw portions before others are stored."""

    added: list[str] = field(default_factory=list)
    renewed: list[str] = field(default_factory=list)
    skipped: list[SkippedInput] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unchanged: int = 0

    @property
    def done(self) -> int:
        return len(self.added) + len(self.renewed) + len(self.skipped) + self.unchanged

    def take_in(self, following: _Tally) -> None:
        """Count what became of the inputs that follow, too."""
        self.added += following.added
        self.renewed += following.renewed
        self.skipped += following.skipped
        self.notes += following.notes
        self.unchanged += following.unchanged

    def addition(self, archive: str) -> Addition:
        return Addition(
            tuple(self.added),
            tuple(self.renewed),
            self.unchanged,
            tuple(self.skipped),
            archive,
            tuple(self.notes),
        )


class _Gate:
    """Lets through what is not known to be there already; settles ids, and names used twice in one input."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._seen = Seen()
        self._holders: dict[str, Article] = {}
        self._places = Places(self._holder)

    def admitted(self, portion: Sequence[Article], tally: _Tally) -> list[Article]:
        """Those of the articles that have to be fingerprinted and stored, under their final ids."""
        self._holders = self._archived([article.id for article in portion if named_after_file(article)])
        placed = [self._places.place(article) for article in portion]
        known = self._store.articles.known_numbers([article.id for article in placed])
        digests = self._store.articles.digests(list(known.values()))
        admitted = []
        for article in placed:
            if self._used(article, tally):
                continue
            if article.id in known and digests.get(known[article.id]) == article.text_digest:
                tally.unchanged += 1
            else:
                admitted.append(article)
                tally.notes += unreadable_dates(article)
        return admitted

    def _used(self, article: Article, tally: _Tally) -> bool:
        """Whether this input used the id or the URL before, and what follows from that."""
        text = fingerprint_of(article.text)
        names = {"id": article.id, "URL": article.url}
        before = {what: self._seen.text_of(f"{what} {name}") for what, name in names.items() if name}
        for what, earlier in before.items():
            if earlier is not None and earlier != text:
                reason = f"its {what} {names[what]!r} occurs twice in this input, with different texts;"
                reason += " the first one is kept: give each article its own, or add newer versions afterwards"
                tally.skipped.append(SkippedInput(where(article), reason))
                return True
        if "id" in before and before["id"] == text:
            tally.unchanged += 1
            return True
        for what, earlier in before.items():
            if earlier is None:
                self._seen.remember(f"{what} {names[what]}", text)
        return False

    def _holder(self, name: str) -> Article | None:
        if name not in self._holders:
            self._holders.update(self._archived([name]))
        return self._holders.get(name)

    def _archived(self, names: Sequence[str]) -> dict[str, Article]:
        known = self._store.articles.known_numbers(names)
        return self._store.articles.get_known(known) if known else {}


def where(article: Article) -> str:
    """How a message names an article that is not stored: its file, and its id where that is not the file's name."""
    if not article.origin:
        return article.id
    return article.origin if named_after_file(article) else f"{article.origin} ({article.id})"


def _portions(inputs: Iterable[Article | SkippedInput]) -> Iterator[tuple[list[Article], _Tally]]:
    """The articles of the input in portions of bounded size, each with a tally of what was skipped among them."""
    portion, tally = list[Article](), _Tally()
    characters = 0
    for one in inputs:
        if isinstance(one, SkippedInput):
            tally.skipped.append(one)
            continue
        portion.append(one)
        characters += len(one.text)
        if len(portion) >= PORTION_ARTICLES or characters >= PORTION_CHARACTERS:
            yield portion, tally
            portion, tally, characters = [], _Tally(), 0
    if portion or tally.skipped:
        yield portion, tally


def _store(
    store: Store, articles: Sequence[Article], made: Portion, settings: FingerprintSettings, tally: _Tally
) -> None:
    """Write one portion in one transaction, then count its outcomes."""
    from provenance.store import Entry

    entries = [
        Entry(article, one.fingerprint, one.bands, one.segments)
        for article, one in zip(articles, made.unpacked(settings), strict=True)
    ]
    if not entries:
        return
    for article, outcome in zip(articles, store.add(entries), strict=True):
        if outcome.result == "added":
            tally.added.append(outcome.id)
        elif outcome.result == "new version":
            tally.renewed.append(outcome.id)
        elif outcome.result == "unchanged":
            tally.unchanged += 1
        else:
            tally.skipped.append(SkippedInput(where(article), outcome.detail))
