"""Runs of commands over the archive, and which texts an audit has covered."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from provenance.errors import DISTRIBUTION
from provenance.store.connection import Connection
from provenance.store.records import Run
from provenance.store.stored_values import now, to_list


class RunStore:
    """`store.runs`: which commands ran when, with which settings, and which texts audits have covered.

    It never runs anything; the findings of runs are in `store.links`.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def start(self, kind: str, settings_digest: str, settings_json: str) -> int:
        """Record that a command begins, with its settings, the program's version and the time; returns its number."""
        from importlib.metadata import PackageNotFoundError, version

        try:
            program = version(DISTRIBUTION)
        except PackageNotFoundError:
            program = "unknown"
        return self._connection.run(
            "INSERT INTO runs (kind, settings_digest, settings, program, started) VALUES (?, ?, ?, ?, ?)",
            (kind, settings_digest, settings_json, program, now()),
        )

    def unfinished(self, kind: str, settings_digest: str) -> int | None:
        """The last run of this kind and these settings if it never finished, so that it can be resumed."""
        last = self._connection.row(
            "SELECT run, finished FROM runs WHERE kind = ? AND settings_digest = ? ORDER BY run DESC LIMIT 1",
            (kind, settings_digest),
        )
        return int(last[0]) if last is not None and last[1] is None else None

    def finish(self, run: int) -> None:
        """Record that a run has done all of its work."""
        self._connection.run("UPDATE runs SET finished = ? WHERE run = ?", (now(), run))

    def all(self) -> list[Run]:
        """Every recorded run, oldest first."""
        columns = "run, kind, settings_digest, settings, program, started, finished"
        return [Run(*row) for row in self._connection.rows(f"SELECT {columns} FROM runs ORDER BY run")]  # noqa: S608

    def unaudited(self, settings_digest: str) -> NDArray[np.int64]:
        """The numbers of current texts that no audit with these settings has covered, ascending."""
        return self._numbers("NOT EXISTS", settings_digest)

    def count_unaudited(self, settings_digest: str) -> int:
        """How many there are."""
        counted = "SELECT count(*) FROM articles a WHERE NOT EXISTS (SELECT 1 FROM audited u "
        counted += "WHERE u.number = a.number AND u.settings_digest = ?)"
        return int(self._connection.value(counted, (settings_digest,)))

    def audited(self, settings_digest: str) -> NDArray[np.int64]:
        """The numbers of current texts that an audit with these settings has covered, ascending."""
        return self._numbers("EXISTS", settings_digest)

    def covered(self, settings_digest: str, numbers: Sequence[int]) -> set[int]:
        """Those of these texts that an audit with these settings has covered."""
        found = self._connection.rows(
            "SELECT number FROM audited WHERE settings_digest = ? AND number IN (SELECT value FROM json_each(?))",
            (settings_digest, json.dumps([int(number) for number in numbers])),
        )
        return {number for (number,) in found}

    def has_covered(self, settings_digest: str, ids: Collection[str]) -> bool:
        """Whether an audit with these settings has covered the current texts of all these articles."""
        covered: int = self._connection.value(
            "SELECT count(*) FROM json_each(?) JOIN articles a ON a.id = value "
            "JOIN audited u ON u.number = a.number AND u.settings_digest = ?",
            (to_list(ids), settings_digest),
        )
        return covered == len(ids)

    def _numbers(self, condition: str, settings_digest: str) -> NDArray[np.int64]:
        return self._connection.numbers(
            f"SELECT a.number FROM articles a WHERE {condition} (SELECT 1 FROM audited u "  # noqa: S608
            "WHERE u.number = a.number AND u.settings_digest = ?) ORDER BY a.number",
            (settings_digest,),
        )

    def mark_audited(self, settings_digest: str, numbers: Sequence[int] | NDArray[np.int64]) -> None:
        """Record that an audit with these settings has covered these texts; texts removed meanwhile are left out.

        Call it in one `store.transaction()` with `links.save`, so that an interrupted audit resumes where it stopped.
        """
        with self._connection.transaction():
            self._connection.many(
                "INSERT OR IGNORE INTO audited (settings_digest, number) SELECT ?1, number FROM versions "
                "WHERE number = ?2",
                ((settings_digest, int(number)) for number in numbers),
            )
