"""The tables that a finished batch left, checked, and the articles of them that somebody asks for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from provenance.engines.kept_tables import KeptTables
from provenance.errors import MissingExtra, UnreadableInput
from provenance.model import Article
from provenance.model.progress import Progress
from provenance.usecases.batching import FORMAT, MANIFEST, TABLES
from provenance.usecases.filters import Filters

if TYPE_CHECKING:
    import pyarrow as pa


class Source:
    """The tables of a finished batch, each checked against its note."""

    def __init__(self, folder: Path) -> None:
        try:
            from provenance.engines.local_tables import LocalFolder
        except ImportError:
            raise MissingExtra("an import", "parquet") from None
        shown = str(folder)
        if "://" in shown or not folder.is_dir():
            raise UnreadableInput(f"{shown}: it is no folder here; copy what the batch left to this machine")
        self.folder = folder
        kept = LocalFolder(folder)
        text = kept.text(MANIFEST)
        try:
            self.manifest: dict[str, Any] = json.loads(text or "")
        except ValueError:
            raise UnreadableInput(
                f"{folder}: it has no {MANIFEST} of a finished batch; `provenance batch` writes one when it is done"
            ) from None
        if self.manifest.get("format") != FORMAT:
            raise UnreadableInput(f"{folder}: another version of this program made it; run the batch again")
        self.rows: dict[str, int] = self.manifest["rows"]
        notes = KeptTables(kept, self.manifest["batch"])
        for name in TABLES:
            if notes.rows(name) != self.rows.get(name):
                raise UnreadableInput(
                    f"{folder}: its table {name!r} is not as the batch left it: a part is missing or was changed"
                )

    def parts(self, table: str) -> list[Path]:
        """The files of a table, in the order of their names."""
        return sorted((self.folder / table).glob("part-*"))

    def read(self, table: str, columns: Sequence[str]) -> Iterator[pa.Table]:
        """Some columns of a table, a part at a time."""
        import pyarrow.parquet as pq

        for path in self.parts(table):
            yield pq.read_table(path, columns=list(columns))

    def chosen(self, filters: Filters, component: str | None) -> np.ndarray:
        """The numbers of the articles that are asked for, ascending. Raises UnreadableInput without `component`."""
        found: list[np.ndarray] = [np.empty(0, np.int64)]
        wanted: int | None = None
        for table in self.read("articles", ("number", "id", "publisher", "published_earliest", "published_latest")):
            numbers = table.column("number").to_numpy()
            keep = [
                _is_inside(publisher, earliest, latest, filters)
                for publisher, earliest, latest in zip(
                    *(table.column(name).to_pylist() for name in table.column_names[2:]), strict=True
                )
            ]
            found.append(numbers[np.array(keep, np.bool_)])
            if component is not None:
                at = [place for place, name in enumerate(table.column("id").to_pylist()) if name == component]
                wanted = int(numbers[at[0]]) if at else wanted
        chosen = np.sort(np.concatenate(found))
        if component is None:
            return chosen
        if wanted is None:
            raise UnreadableInput(f"{self.folder}: it has no article {component!r}")
        return np.intersect1d(chosen, self._connected(wanted))

    def _connected(self, start: int) -> np.ndarray:
        """The numbers of all articles that links connect with one."""
        pairs = [
            np.stack([table.column(name).to_numpy() for name in ("low", "high")], axis=1)
            for table in self.read("links", ("low", "high"))
        ]
        ends = np.concatenate([np.empty((0, 2), np.int64), *pairs])
        found = np.array([start])
        while True:
            touched = np.isin(ends, found).any(axis=1)
            grown = np.union1d(found, ends[touched].ravel())
            if len(grown) == len(found):
                return grown
            found = grown

    def gathered(self, beside: Path, numbers: np.ndarray, report: Progress) -> Gathered:
        """The articles with these numbers and what was read of them, in their order, in a folder of their own."""
        from provenance.batch.importing import gather

        return Gathered(gather(self.folder, beside, numbers, report))


@dataclass(frozen=True, slots=True)
class Gathered:
    """Rows of articles, ascending by number: files, each with groups of rows, in an order."""

    groups: Sequence[tuple[str, int]]

    def rows(self) -> Iterator[dict[str, Any]]:
        """The rows one by one."""
        import pyarrow.parquet as pq

        for path, group in self.groups:
            with pq.ParquetFile(path) as file:
                yield from file.read_row_group(group).to_pylist()

    def articles(self) -> Iterator[Article]:
        """The articles."""
        from provenance.batch.article_columns import article_of

        return map(article_of, self.rows())


def _is_inside(publisher: str | None, earliest: float | None, latest: float | None, filters: Filters) -> bool:
    """Whether an article is asked for; without a known time it is inside every window, as in all filters."""
    if filters.publishers and (publisher or "").casefold() not in filters.publishers:
        return False
    if earliest is None or latest is None:
        return True
    return not (
        (filters.since is not None and latest < filters.since)
        or (filters.until is not None and earliest > filters.until)
    )
