"""In the place of a store's connection where several files are asked as one: says what does not go with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from provenance.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from provenance.store.connection import Connection
    from provenance.store.shards.shards import Shards

ASKED = "`add`, `check`, `compare`, `lineage`, `list`, `show` and `trace` take several"


class _OneFileOnly:
    """Has the name of all files and is not writable; any other thing that is asked of a connection is UsageError."""

    writable = False
    notes: tuple[str, ...] = ()

    def __init__(self, shards: Shards) -> None:
        self.path: Path = shards.name
        self._count = shards.count

    def __getattr__(self, name: str) -> Any:
        raise UsageError(
            f"{self.path} names {self._count:,} archives, and this is done in one: name it with --db FILE; {ASKED}"
        )


def one_file_only(shards: Shards) -> Connection:
    """In the place of a connection: for parts of a store that ask nothing of it when several files are joined."""
    return cast("Connection", _OneFileOnly(shards))
