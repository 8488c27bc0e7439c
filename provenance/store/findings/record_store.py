"""Records: which settings have links of their own in this archive, and how far each has come.

A record is made by the audits with one set of settings. Links of two records are never mixed; a reader sees one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from provenance.store.connection import Connection
from provenance.store.records import Record
from provenance.store.stored_values import now, read_number, write_property

# The record that a reader of one profile sees: the newest one that an audit has finished, else the newest.
SHOWN = "(SELECT record FROM records WHERE profile = ? ORDER BY finished IS NULL, record DESC LIMIT 1)"

# The properties that count what limits left out of a record.
CUT_OFF = ("texts cut off in record {}", "candidates cut off in record {}", "copies passed over in record {}")
BEFORE_RECORDS = "before records"  # the digest that the upgrade gives to what 0.2.0 recorded


class RecordStore:
    """`store.records`: the settings that links were recorded with. It never decides what is recorded."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def opened(self, profile: str, settings_digest: str, settings_json: str) -> int:
        """The record of these settings, begun now where there is none."""
        with self._connection.transaction():
            known = self._of(settings_digest)
            if known is not None:
                return known
            return self._connection.run(
                "INSERT INTO records (profile, settings_digest, settings, begun) VALUES (?, ?, ?, ?)",
                (profile, settings_digest, settings_json, now()),
            )

    def _of(self, settings_digest: str) -> int | None:
        found = self._connection.value("SELECT record FROM records WHERE settings_digest = ?", (settings_digest,))
        return None if found is None else int(found)

    def shown(self, profile: str) -> int | None:
        """The record that readers of this profile see: the newest finished one, else the newest; None without any."""
        found = self._connection.value(f"SELECT {SHOWN}", (profile,))
        return None if found is None else int(found)

    def shown_digest(self, profile: str) -> str | None:
        """The digest of the settings and rules of the record that readers of this profile see; None without any."""
        found = self._connection.value(
            f"SELECT settings_digest FROM records WHERE record = {SHOWN}",  # noqa: S608
            (profile,),
        )
        return None if found is None else str(found)

    def all(self, profile: str | None = None) -> list[Record]:
        """Every record (of one profile), oldest first, with the links between texts that are current."""
        found = self._connection.rows(
            "SELECT r.record, r.profile, r.settings_digest, r.begun, r.finished, (SELECT count(*) FROM judgements j "
            "JOIN articles l ON l.article = j.low AND l.number = j.low_number "
            "JOIN articles h ON h.article = j.high AND h.number = j.high_number "
            "WHERE j.record = r.record AND j.current AND j.relation IS NOT NULL) "
            "FROM records r WHERE ?1 IS NULL OR r.profile = ?1 ORDER BY r.record",
            (profile,),
        )
        seen = {each[1]: self.shown(each[1]) for each in found}
        return [Record(*(*row, seen[row[1]] == row[0])) for row in found]

    def profiles(self) -> list[str]:
        """The profiles that have a record, ascending."""
        return [profile for (profile,) in self._connection.rows("SELECT DISTINCT profile FROM records ORDER BY 1")]

    def is_settled(self, record: int) -> bool:
        """Whether no audit that has begun to change the record is still to end. What 0.2.0 recorded is settled."""
        found = self._connection.row("SELECT settings_digest, covered FROM records WHERE record = ?", (record,))
        return found is not None and (found[0] == BEFORE_RECORDS or found[1] is not None)

    def covered(self, record: int) -> str | None:
        """The state of the archive (see `finish`) that the last finished audit of this record saw."""
        found = self._connection.value("SELECT covered FROM records WHERE record = ?", (record,))
        return None if found is None else str(found)

    def finish(self, record: int, covered: str, cut_off: tuple[int, int, int] = (0, 0, 0)) -> None:
        """Record that an audit is finished; `covered` names the state of the archive that it saw, `cut_off` counts
        the texts of whose candidates limits left some out, these candidates, and copies that others stood for."""
        self._connection.run(
            "UPDATE records SET finished = ?, covered = ? WHERE record = ?", (now(), covered, record)
        )
        for name, number in zip(CUT_OFF, cut_off, strict=True):
            write_property(self._connection, name.format(record), number or None)

    def show(self, record: int) -> None:
        """Let readers see this record, which an audit has finished, instead of newer ones of its profile: those were
        made with weights that are no longer used. Where it is seen already nothing changes."""
        with self._connection.transaction():
            self._connection.run(
                "UPDATE records SET finished = NULL WHERE record > ?1 AND finished IS NOT NULL "
                "AND profile = (SELECT profile FROM records WHERE record = ?1)",
                (record,),
            )
            self._connection.run(
                "UPDATE records SET finished = ? WHERE record = ? AND finished IS NULL", (now(), record)
            )

    def cut_off(self, record: int) -> tuple[int, int, int]:
        """What the last finished audit of this record left out, as it was given to `finish`."""
        texts, candidates, copies = (read_number(self._connection, name.format(record)) for name in CUT_OFF)
        return texts, candidates, copies

    def unsettle(self, record: int) -> None:
        """Record that an audit has begun to change the record: no state of the archive is covered until it ends."""
        self._connection.run("UPDATE records SET covered = NULL WHERE record = ?", (record,))

    # Portions: what was judged together, by a digest of all that the judgement depends on ------------------------

    def judged_portions(self, record: int) -> frozenset[bytes]:
        """The digests of portions whose links are recorded as their judgement left them."""
        found = self._connection.rows("SELECT digest FROM judged_portions WHERE record = ?", (record,))
        return frozenset(digest for (digest,) in found)

    def forget_portions(self, record: int, digests: Iterable[bytes]) -> None:
        """Take portions back whose links are about to change."""
        self._connection.many(
            "DELETE FROM judged_portions WHERE record = ? AND digest = ?", ((record, digest) for digest in digests)
        )

    def keep_portions(self, record: int, digests: Collection[bytes]) -> None:
        """Record that the links of these portions are as their judgement leaves them; in one transaction with it."""
        self._connection.many(
            "INSERT OR IGNORE INTO judged_portions (record, digest) VALUES (?, ?)",
            ((record, digest) for digest in digests),
        )
