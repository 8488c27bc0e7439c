"""What looking up candidates and boilerplate asks of an archive, so that its file may be elsewhere.

A `store.Store` has it, and so has a task to which the needed part of an index was carried. Answers depend on what is
held, never on where.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from provenance.model import PublicationTime

if TYPE_CHECKING:
    from provenance.store import Namespace, Postings


class Described(Protocol):
    """What is known of an article beside its text."""

    @property
    def publisher(self) -> str | None:
        """Who published it."""
        ...

    @property
    def published(self) -> PublicationTime | None:
        """When it was published."""
        ...


class HeldIndex(Protocol):
    """Fingerprints and postings; see `store.index`."""

    @property
    def recipe(self) -> str | None:
        """How the fingerprints were made; None where there are none."""
        ...

    def lookup(
        self,
        namespace: Namespace,
        keys: NDArray[np.uint64],
        cap: int,
        choose: Callable[[NDArray[np.int64]], NDArray[np.bool_]] | None = None,
    ) -> Postings:
        """See `FingerprintIndex.lookup`."""
        ...

    def signatures(self, numbers: NDArray[np.int64] | Sequence[int]) -> NDArray[np.uint32]:
        """See `FingerprintIndex.signatures`."""
        ...


class HeldArticles(Protocol):
    """Numbers and names of articles; see `store.articles`."""

    def count(self) -> int:
        """How many articles are archived."""
        ...

    def known_numbers(self, ids: Sequence[str], /) -> dict[str, int]:
        """The numbers of those ids that are archived."""
        ...

    def listed_by_number(self, numbers: Sequence[int], /) -> Mapping[int, Described]:
        """What is known of articles by number."""
        ...


class Held(Protocol):
    """An archive as far as it is looked up."""

    @property
    def index(self) -> HeldIndex:
        """Fingerprints and postings."""
        ...

    @property
    def articles(self) -> HeldArticles:
        """Numbers and names."""
        ...

    def snapshot(self) -> AbstractContextManager[None]:
        """Answers inside of the context are of one moment."""
        ...
