"""The archive for other programs: its articles as rows, or its MinHash signatures as datasketch reads them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from provenance.config.fingerprint import FingerprintSettings, require_same_recipe
from provenance.errors import MissingExtra, UsageError
from provenance.usecases.row_files import KNOWN, article_row, write_rows

if TYPE_CHECKING:
    from provenance.store import Store

PORTION = 1000
SCHEME = "affine32"  # datasketch's name for the way that values are made


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
    store: Store,
    output: Path,
    fingerprints: FingerprintSettings | None = None,
    *,
    signatures: bool = False,
) -> int:
    """Write all articles, ordered by id, or all signatures (JSONL); returns how many rows.

    The file's ending names the format: .jsonl, .csv or .parquet. A row of signatures holds "id", "scheme", "seed",
    "num_perm" and "hashvalues": `datasketch.MinHash(num_perm=..., seed=..., hashvalues=..., scheme=...)` takes them
    as they are. Raises UsageError, UnreadableInput, MissingExtra, SchemeMismatch.
    """
    output = Path(output)
    with store.snapshot():
        if not signatures:
            return write_rows(output, map(article_row, store.articles.iterate()), columns(store))
        if not output.name.casefold().endswith((".jsonl", ".ndjson")):
            raise UsageError(f"{output}: signatures are written as JSONL; let the name end in .jsonl")
        return write_rows(output, _signature_rows(store, fingerprints), ())


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
