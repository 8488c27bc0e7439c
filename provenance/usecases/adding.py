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
from provenance.ingest.languages import fill_languages
from provenance.ingest.storing import portions, store_portion
from provenance.model import Addition, Article, SkippedInput, Span
from provenance.model.progress import Progress

if TYPE_CHECKING:
    from provenance.sources.given_values import Given
    from provenance.store import Store


def add(
    store: Store,
    inputs: Iterable[Article | SkippedInput],
    settings: FingerprintSettings | None = None,
    *,
    given: Given | None = None,
    engine: Engine | None = None,
    list_left_out: bool = True,
    on_progress: Progress | None = None,
) -> Addition:
    """Archive every article of `inputs`, in order; returns what became of each.

    The same text under a known id or URL changes nothing, a new text becomes a new version. An id or URL that occurs
    twice in `inputs` with different texts is a skipped input; the first one is kept. `engine` makes the
    fingerprints; without one it is done here. Without `list_left_out`, what was left out is counted by kind with a
    few examples, and memory does not grow with it. `given` values of fields win over those read, and correct articles
    that are archived already. Raises SchemeMismatch where the archive was made with other
    settings.
    """
    settings = settings or FingerprintSettings()
    settings.validate()
    if store.index.recipe is not None:
        require_same_recipe(store.index.recipe, settings.recipe)
        for each in store.files:
            catch_up(each, settings)
            fill_languages(each, on_progress)
    inputs = (one for one in inputs if not _is_archive(one, store))
    tally = Tally.new(list_left_out)
    gate = Gate(store)
    if given:
        from provenance.sources.given_values import with_given

        inputs = (with_given(one, given) if isinstance(one, Article) else one for one in inputs)
    waiting: deque[tuple[Sequence[Article], Tally]] = deque()

    def tasks() -> Iterator[list[tuple[str, Span]]]:
        for portion, of_portion in portions(inputs, list_left_out):
            articles = gate.admitted(portion, of_portion)
            waiting.append((articles, of_portion))
            yield [(article.text, article.body) for article in articles]

    for made in (engine or InProcess()).map(partial(make_all, settings=settings), tasks()):
        articles, of_portion = waiting.popleft()
        store_portion(store, articles, made, settings, of_portion)
        if given and (of_portion.again or of_portion.renewed):
            from provenance.usecases.editing import correct_known

            of_portion.corrected += correct_known(store, [*of_portion.again, *of_portion.renewed], given)
        tally.take_in(of_portion)
        if on_progress is not None:
            on_progress("adding", tally.done, None)
    if tally.added or tally.renewed:
        store.index.settle()
    return tally.addition(str(store.path))


def _is_archive(one: Article | SkippedInput, store: Store) -> bool:
    """Whether a skipped input is the archive itself or a file that SQLite keeps beside it, in a folder that is
    added: nobody misses these."""
    if not isinstance(one, SkippedInput):
        return False
    paths = [path for each in store.files for path in (each.path, each.path.absolute())]
    return one.where in {f"{path}{end}" for path in paths for end in ("", "-wal", "-shm")}
