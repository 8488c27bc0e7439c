"""The quotations of archived articles: read once, kept in the archive, and read from there until the rules change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from provenance.comparison.pairing import quotations
from provenance.config.settings import Settings
from provenance.model import Quotation
from provenance.model.progress import Progress
from provenance.model.spreading import Spread
from provenance.quotes import RULES
from provenance.store import Store, quotations_from_bytes

ARTICLES_A_TASK = 100


def known_quotations(
    store: Store, names: Iterable[str], settings: Settings, spread: Spread = map, report: Progress | None = None
) -> dict[str, tuple[Quotation, ...]]:
    """The quotations of each article.

    Those that the archive lacks, or that other rules read, are read now, and kept where it may be written.
    """
    known = {name: store.quotations.of(name, RULES) for name in names}
    missing = [name for name, said in known.items() if said is None]
    for found in _read(store, missing, settings, spread, report):
        known |= {name: quotations_from_bytes(content)[0] for name, content in found.items()}
    return {name: said or () for name, said in known.items()}


def read_quotations(
    store: Store, names: Iterable[str], settings: Settings, spread: Spread = map, report: Progress | None = None
) -> None:
    """Read and keep the quotations of each article that the archive lacks, or that other rules read."""
    for _ in _read(store, store.quotations.unread(names, RULES), settings, spread, report):
        pass


def _read(
    store: Store, names: Iterable[str], settings: Settings, spread: Spread, report: Progress | None
) -> Iterator[dict[str, bytes]]:
    """The quotations of these articles as the archive keeps them, in portions, each kept where it may be written."""
    missing = sorted(names)
    tasks = [missing[start : start + ARTICLES_A_TASK] for start in range(0, len(missing), ARTICLES_A_TASK)]
    done = 0
    for task, found in zip(tasks, spread(partial(quotations, str(store.path), settings), tasks), strict=True):
        if store.connection.writable:
            with store.transaction():
                for name, said in zip(task, found, strict=True):
                    store.quotations.save_written(name, said)
        done += len(task)
        if report is not None:
            report("reading quotations", done, len(missing))
        yield dict(zip(task, found, strict=True))
