"""The archive for other programs: its articles as rows, or its MinHash signatures as datasketch reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from provenance.config.fingerprint import FingerprintSettings, require_same_recipe
from provenance.errors import MissingExtra

if TYPE_CHECKING:
    from provenance.model import Article
    from provenance.store import Store

KNOWN = ("id", "url", "title", "author", "publisher", "published", "language", "text")
PORTION = 1000
SCHEME = "affine32"  # datasketch's name for the way that values are made


Row = Mapping[str, Any]
# Takes rows and the columns that they may have, writes them and returns how many there were.
RowWriter = Callable[[Iterable[Row], Sequence[str]], int]


@dataclass(frozen=True, slots=True)
class SignatureRow:
    """One article's MinHash signature with all that datasketch needs to know of it."""

    id: str
    seed: int
    values: NDArray[np.uint32]

    def minhash(self) -> Any:
        """A `datasketch.MinHash` that its LSH classes accept; raises MissingExtra without datasketch."""
        try:
            from datasketch import MinHash
        except ImportError as error:  # it is a requirement, but this module works without it
            raise MissingExtra("reading signatures as datasketch objects", "dev") from error
        return MinHash(num_perm=len(self.values), seed=self.seed, hashvalues=self.values, scheme=SCHEME)


def signatures(store: Store, settings: FingerprintSettings | None = None) -> Iterator[SignatureRow]:
    """Every article's signature, in the order in which articles were added; raises SchemeMismatch."""
    settings = settings or FingerprintSettings()
    if store.index.recipe is not None:
        require_same_recipe(store.index.recipe, settings.recipe)
    numbers = store.articles.all_numbers()
    for start in range(0, len(numbers), PORTION):
        portion = numbers[start : start + PORTION]
        for identity, values in zip(
            store.articles.ids(portion.tolist()), store.index.signatures(portion), strict=True
        ):
            yield SignatureRow(identity, settings.seed, values)


def export(
    store: Store, write: RowWriter, fingerprints: FingerprintSettings | None = None, *, signatures: bool = False
) -> int:
    """Hand all articles, ordered by id, or all signatures to `write`; returns how many rows.

    The columns of articles are those that `add` reads, so that they can be added to another archive; further keys of
    their metadata are columns of their own names. A row of signatures holds "id", "scheme", "seed", "num_perm" and
    "hashvalues" and has no columns: `datasketch.MinHash(num_perm=..., seed=..., hashvalues=..., scheme=...)` takes
    them as they are. Raises SchemeMismatch, and what `write` raises.
    """
    with store.snapshot():
        if signatures:
            return write(_signature_rows(store, fingerprints), ())
        return write(map(article_row, store.articles.iterate()), columns(store))


def article_row(article: Article) -> dict[str, Any]:
    """An article as `add` reads it; metadata whose names are taken by known columns is left out."""
    row: dict[str, Any] = {
        "id": article.id,
        "url": article.url,
        "title": article.title,
        "author": article.author,
        "publisher": article.publisher,
        "published": article.published.written if article.published else None,
        "language": article.language,
    }
    row.update((key, value) for key, value in sorted(article.metadata.items()) if key not in KNOWN)
    row["text"] = article.text
    return row


def columns(store: Store) -> list[str]:
    """The columns of a file of articles: the known ones, every further key that an article has, and the text."""
    further = [key for key in store.articles.metadata_keys() if key not in KNOWN]
    return [*KNOWN[:-1], *further, KNOWN[-1]]


def _signature_rows(store: Store, settings: FingerprintSettings | None) -> Iterator[dict[str, Any]]:
    for row in signatures(store, settings):
        yield {
            "id": row.id,
            "scheme": SCHEME,
            "seed": row.seed,
            "num_perm": len(row.values),
            "hashvalues": row.values.tolist(),
        }
