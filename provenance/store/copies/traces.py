"""Which copies of an archive that this program made beside it hold a text that is being purged."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from provenance.store.connection import Connection
from provenance.store.stored_values import to_list

# The ends of names that `backup`, `restore`, `repair` and upgrades give; what a crash left of them, too.
MADE = (".backup", ".replaced", ".repaired", ".restoring", ".partial")


def digests_of(connection: Connection, ids: Iterable[str]) -> list[bytes]:
    """The SHA-256 of every version of these articles."""
    return [
        digest
        for (digest,) in connection.rows(
            "SELECT DISTINCT v.digest FROM versions v JOIN articles a USING (article) "
            "WHERE a.id IN (SELECT value FROM json_each(?))",
            (to_list(ids),),
        )
    ]


def copies_holding(archive: Path, digests: Iterable[bytes]) -> tuple[Path, ...]:
    """Files beside the archive, by name, that hold one of these texts, or that cannot be read to know it."""
    wanted = json.dumps([digest.hex().upper() for digest in digests])
    beside = sorted(archive.parent.glob(f"{_escaped(archive.name)}.*"))
    return tuple(path for path in beside if path.name.endswith(MADE) and _holds(path, wanted))


def _escaped(name: str) -> str:
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in name)


def _holds(path: Path, wanted: str) -> bool:
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as raw:
            found = raw.execute(
                "SELECT 1 FROM versions WHERE hex(digest) IN (SELECT value FROM json_each(?)) LIMIT 1", (wanted,)
            ).fetchone()
    except (sqlite3.Error, UnicodeError):
        return True
    return found is not None
