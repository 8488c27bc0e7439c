"""What `backup`, `restore` and `repair` did, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class KeptArchive:
    """An archive's file and what it holds: `counts` by what is counted (articles, versions, links, reviews ...)."""

    path: Path
    size: int  # bytes
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Restored:
    """`archive` was put in place of another one, which is kept as `replaced`; `upgraded_from` is the older schema."""

    archive: KeptArchive
    replaced: Path | None
    upgraded_from: int | None


@dataclass(frozen=True, slots=True)
class Repaired:
    """`saved` has what was whole of the archive `damaged`; `lost` says what is not in it, a line each."""

    damaged: Path
    saved: KeptArchive
    lost: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Purged:
    """The articles that were purged, in the order given; `held_in` are copies that still have a text."""

    ids: tuple[str, ...]
    held_in: tuple[Path, ...]
