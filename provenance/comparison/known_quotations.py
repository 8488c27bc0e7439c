"""The quotations of archived articles: read once, kept in the archive with their index, and read from there.

They are read again when the rules of reading them change, and entered again when the bytes of the index do. An
article's quotations, its entry and its speakers are written in one transaction, so that an interruption leaves whole
articles behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from provenance.engines import Engine
from provenance.engines.garbage import uncollected
from provenance.engines.in_process import InProcess
from provenance.model import Article, Quotation
from provenance.model.packed import Packed
from provenance.model.progress import Progress
from provenance.quotes import RULES, extract
from provenance.quotes.damaged_marks import readable
from provenance.quotes.languages import language
from provenance.quotes.linking.speakers import speaker_keys
from provenance.quotes.linking.utterance_bytes import FORMAT, entry_of
from provenance.store import Store, quotations_from_bytes, quotations_to_bytes

ARTICLES_A_TASK = 100
SCHEME = f"{RULES} {FORMAT}"  # of entries of the index


class Read(NamedTuple):
    """What was read of an article, as bytes for the archive: its quotations, its entry of the index, its speakers."""

    quotations: bytes
    entry: bytes
    speakers: tuple[str, ...]


def known_quotations(
    store: Store, names: Iterable[str], engine: Engine | None = None, report: Progress | None = None
) -> dict[str, tuple[Quotation, ...]]:
    """The quotations of each article.

    Quotations that the archive lacks, or that other rules read, are read now, and stored if the archive is writable.
    """
    known = {name: store.quotations.of(name, RULES) for name in names}
    missing = [name for name, said in known.items() if said is None]
    for found in _read(store, missing, engine or InProcess(), report):
        known |= {name: quotations_from_bytes(each.quotations)[0] for name, each in found.items()}
    return {name: said or () for name, said in known.items()}


def read_quotations(store: Store, names: Iterable[str], engine: Engine, report: Progress | None = None) -> None:
    """Read, index and keep the quotations of each article that the archive lacks or that other rules read.

    Those of `names`, and all others of the archive: an index serves only when it is whole.
    """
    missing = set(store.quotations.unread(names, RULES)) | set(store.utterances.missing(SCHEME))
    for _ in _read(store, missing, engine, report):
        pass


def index_quotations(store: Store, report: Progress | None = None) -> dict[str, Read]:
    """Bring the index up to date; what was read, where the archive is not writable, else nothing."""
    read: dict[str, Read] = {}
    for found in _read(store, store.utterances.missing(SCHEME), InProcess(), report):
        if not store.connection.writable:
            read |= found
    return read


@uncollected()
def quotations_of(articles: Packed) -> list[Read]:
    """The quotations of each article, read anew; parallel to `articles`."""
    return [_read_one(article) for article in articles.unpacked()]


def _read_one(article: Article) -> Read:
    said = extract(article.text, article.body, language(article.language))
    speakers = sorted({quotation.speaker for quotation in said if quotation.speaker})
    return Read(
        quotations_to_bytes(said, RULES),
        entry_of(readable(article.text, language(article.language).name), said, code=article.language),
        tuple(speakers),
    )


def _read(store: Store, names: Iterable[str], engine: Engine, report: Progress | None) -> Iterator[dict[str, Read]]:
    """What is read of these articles, by id, in portions, each stored if the archive is writable."""
    missing = sorted(names)
    portions = [missing[start : start + ARTICLES_A_TASK] for start in range(0, len(missing), ARTICLES_A_TASK)]
    tasks = (store.articles.packed(store.articles.numbers(portion).tolist()) for portion in portions)
    done = 0
    for portion, found in zip(portions, engine.map(quotations_of, tasks), strict=True):
        if store.connection.writable:
            with store.transaction():
                for name, each in zip(portion, found, strict=True):
                    store.quotations.save_written(name, each.quotations)
                    store.utterances.save(name, each.entry, SCHEME, each.speakers, speaker_keys)
        done += len(portion)
        if report is not None:
            report("reading quotations", done, len(missing))
        yield dict(zip(portion, found, strict=True))
