"""The quotations of archived articles: read once, kept in the archive, and read from there until the rules change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from provenance.engines import Engine
from provenance.engines.garbage import uncollected
from provenance.engines.in_process import InProcess
from provenance.model import Quotation
from provenance.model.progress import Progress
from provenance.quotes import RULES, extract
from provenance.store import PackedArticles, Store, quotations_from_bytes, quotations_to_bytes

ARTICLES_A_TASK = 100


def known_quotations(
    store: Store, names: Iterable[str], engine: Engine | None = None, report: Progress | None = None
) -> dict[str, tuple[Quotation, ...]]:
    """The quotations of each article.

    Quotations that the archive lacks, or that other rules read, are read now, and stored if the archive is writable.
    """
    known = {name: store.quotations.of(name, RULES) for name in names}
    missing = [name for name, said in known.items() if said is None]
    for found in _read(store, missing, engine or InProcess(), report):
        known |= {name: quotations_from_bytes(content)[0] for name, content in found.items()}
    return {name: said or () for name, said in known.items()}


def read_quotations(store: Store, names: Iterable[str], engine: Engine, report: Progress | None = None) -> None:
    """Read and keep the quotations of each article that the archive lacks, or that other rules read."""
    for _ in _read(store, store.quotations.unread(names, RULES), engine, report):
        pass


@uncollected()
def quotations_of(articles: PackedArticles) -> list[bytes]:
    """The quotations of each article, read anew, as bytes for the archive; parallel to `articles`."""
    said = (extract(article.text, article.body) for article in articles.unpacked())
    return [quotations_to_bytes(each, RULES) for each in said]


def _read(store: Store, names: Iterable[str], engine: Engine, report: Progress | None) -> Iterator[dict[str, bytes]]:
    """The quotations of these articles as bytes by id, in portions, each stored if the archive is writable."""
    missing = sorted(names)
    portions = [missing[start : start + ARTICLES_A_TASK] for start in range(0, len(missing), ARTICLES_A_TASK)]
    tasks = (store.articles.packed(store.articles.numbers(portion).tolist()) for portion in portions)
    done = 0
    for portion, found in zip(portions, engine.map(quotations_of, tasks), strict=True):
        if store.connection.writable:
            with store.transaction():
                for name, said in zip(portion, found, strict=True):
                    store.quotations.save_written(name, said)
        done += len(portion)
        if report is not None:
            report("reading quotations", done, len(missing))
        yield dict(zip(portion, found, strict=True))
