"""A file beside no archive: quotations or groups that were worked out at one moment, as rows that can be paged.

Both compare the whole archive, which takes seconds to minutes and the memory of all that is compared, so another
process works them out and writes them here; a server then reads a page of them. The file is temporary and made anew
whenever the archive has changed. Contents are bytes to this module.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from provenance.model.lists import Key, QuotationQuestion
from provenance.store.stored_values import from_column, to_column, to_list

MOST_TOTALS = 1_000  # numbers that are kept in memory
_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE quotations (
    article TEXT NOT NULL, place INTEGER NOT NULL, speaker TEXT, publisher TEXT, type TEXT NOT NULL,
    altered INTEGER NOT NULL, reused INTEGER NOT NULL, first INTEGER NOT NULL, content BLOB NOT NULL,
    PRIMARY KEY (article, place)
);
CREATE INDEX quotations_asked ON quotations (publisher, speaker, altered, reused, first);
CREATE TABLE groups (size INTEGER NOT NULL, kept TEXT NOT NULL, content BLOB NOT NULL, PRIMARY KEY (size, kept));
"""


@dataclass(frozen=True, slots=True)
class QuotationColumns:
    """What quotations are found by: `place` counts them in their article, `reused` says that another article has it,
    too, `first` that none had it earlier."""

    article: str
    place: int
    speaker: str | None
    publisher: str | None
    type: str
    altered: bool
    reused: bool
    first: bool


class PreparedRows:
    """One such file, to be written once (`write`) and then read by any thread."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._totals: dict[str, int] = {}  # by what was asked: the file never changes

    def write(
        self,
        moment: Sequence[int],
        quotations: Iterable[tuple[QuotationColumns, bytes]] = (),
        groups: Iterable[tuple[int, str, bytes]] = (),
    ) -> None:
        """Make the file: the moment of the archive, and rows."""
        with closing(sqlite3.connect(self.path, isolation_level=None)) as raw:
            raw.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _TABLES)
            raw.execute("BEGIN")
            raw.execute("INSERT INTO meta VALUES ('moment', ?)", (json.dumps(list(moment)),))
            raw.executemany(
                "INSERT INTO quotations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    (
                        *(to_column(row.article), row.place, to_column(row.speaker), to_column(row.publisher)),
                        *(row.type, row.altered, row.reused, row.first, zlib.compress(content)),
                    )
                    for row, content in quotations
                ),
            )
            raw.executemany(
                "INSERT INTO groups VALUES (?, ?, ?)",
                ((-size, to_column(kept), zlib.compress(content)) for size, kept, content in groups),
            )
            raw.execute("COMMIT")

    def moment(self) -> tuple[int, ...]:
        """The moment of the archive that the rows are of."""
        return tuple(json.loads(self._rows("SELECT value FROM meta WHERE name = 'moment'")[0][0]))

    def speakers(self) -> list[str]:
        """Everybody who is quoted."""
        return [
            from_column(name) or ""
            for (name,) in self._rows("SELECT DISTINCT speaker FROM quotations WHERE speaker IS NOT NULL ORDER BY 1")
        ]

    def quotations(
        self, asked: QuotationQuestion, after: Key | None, limit: int
    ) -> tuple[list[tuple[Key, bytes]], int]:
        """Up to `limit` quotations behind a key, by article and place, and how many there are in all."""
        wanted, values = ["1"], {}
        for name in ("articles", "speakers", "publishers"):
            chosen: Sequence[str] | None = getattr(asked, name)
            if chosen is not None:
                wanted.append(f"{name[:-1]} IN (SELECT value FROM json_each(:{name}))")  # noqa: S608
                values[name] = to_list(chosen)
        wanted += [name for name in ("altered", "reused", "first") if getattr(asked, name)]
        return self._page("quotations", ("article", "place"), wanted, values, after, limit)

    def groups(self, after: Key | None, limit: int) -> tuple[list[tuple[Key, bytes]], int]:
        """Up to `limit` groups behind a key, the largest first, and how many there are in all."""
        return self._page("groups", ("size", "kept"), ["1"], {}, after, limit)

    def _page(
        self,
        table: str,
        key: tuple[str, str],
        wanted: list[str],
        values: dict[str, Any],
        after: Key | None,
        limit: int,
    ) -> tuple[list[tuple[Key, bytes]], int]:
        counted = f"{table} WHERE {' AND '.join(wanted)}"
        asked = f"{counted} {sorted(values.items())}"
        total = self._totals.get(asked)
        if total is None:
            total = int(self._rows(f"SELECT count(*) FROM {counted}", values)[0][0])  # noqa: S608
            if len(self._totals) < MOST_TOTALS:
                self._totals[asked] = total
        if after is not None:
            wanted = [*wanted, f"({key[0]}, {key[1]}) > (:one, :two)"]
            values = {**values, "one": after[0], "two": after[1]}
        found = self._rows(
            f"SELECT {key[0]}, {key[1]}, content FROM {table} WHERE {' AND '.join(wanted)} "  # noqa: S608
            f"ORDER BY {key[0]}, {key[1]} LIMIT :limit",
            {**values, "limit": limit},
        )
        return [((one, two), zlib.decompress(content)) for one, two, content in found], total

    def _rows(self, statement: str, values: dict[str, Any] | None = None) -> list[Any]:
        address = f"{self.path.absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True)) as raw:
            return raw.execute(statement, values or {}).fetchall()
