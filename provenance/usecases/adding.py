"""Articles into the archive: read, fingerprinted by an engine, written by one writer, one transaction per portion.

An article that is reported as added is stored: a portion's outcomes are counted after its transaction. Nothing is
judged here, and the archive holds the same whatever the number of processes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from provenance.config.fingerprint import FingerprintSettings, require_same_recipe
from provenance.engines import Engine
from provenance.engines.in_process import InProcess
from provenance.fingerprint.minhash import make_all
from provenance.ingest.admission import Gate, Tally
from provenance.ingest.earlier_texts import catch_up
from provenance.ingest.storing import portions, store_portion
from provenance.model import Addition, Article, SkippedInput, Span
from provenance.model.progress import Progress

if TYPE_CHECKING:
    from provenance.store import Store


def add(
    store: Store,
    inputs: Iterable[Article | SkippedInput],
    settings: FingerprintSettings | None = None,
    *,
    engine: Engine | None = None,
    list_left_out: bool = True,
    on_progress: Progress | None = None,
) -> Addition:
    """Archive every article of `inputs`, in order; returns what became of each.

    The same text under a known id or URL changes nothing, a new text becomes a new version. An id or URL that occurs
    twice in `inputs` with different texts is a skipped input; the first one is kept. `engine` makes the
    fingerprints; without one it is done here. Without `list_left_out`, what was left out is counted by kind with a
    few examples, and memory does not grow with it. Raises SchemeMismatch where the archive was made with other
    settings.
    """
    settings = settings or FingerprintSettings()
    settings.validate()
    if store.index.recipe is not None:
        require_same_recipe(store.index.recipe, settings.recipe)
        catch_up(store, settings)
    tally = Tally.new(list_left_out)
    gate = Gate(store)
    waiting: deque[tuple[Sequence[Article], Tally]] = deque()

    def tasks() -> Iterator[list[tuple[str, Span]]]:
        for portion, of_portion in portions(inputs, list_left_out):
            articles = gate.admitted(portion, of_portion)
            waiting.append((articles, of_portion))
            yield [(article.text, article.body) for article in articles]

    for made in (engine or InProcess()).map(partial(make_all, settings=settings), tasks()):
        articles, of_portion = waiting.popleft()
        store_portion(store, articles, made, settings, of_portion)
        tally.take_in(of_portion)
        if on_progress is not None:
            on_progress("adding", tally.done, None)
    if tally.added or tally.renewed:
        store.index.settle()
    return tally.addition(str(getattr(store, "path", "")))
