"""What `calibrate` measured: which copies are found in this archive, one measurement per profile."""

from __future__ import annotations

import json
from dataclasses import asdict

from provenance.errors import DamagedArchive
from provenance.model.detection import Detection
from provenance.store.connection import Connection
from provenance.store.stored_values import read_property, write_property


class DetectionStore:
    """`store.detection`: the last measurement of each profile. It never measures anything."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def read(self, profile: str) -> Detection | None:
        """What was measured last; None before the first time. DamagedArchive where it cannot be read."""
        stored = read_property(self._connection, _name(profile))
        if stored is None:
            return None
        try:
            return Detection.from_values(json.loads(stored))
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise DamagedArchive(
                f"{self._connection.path}: what `provenance calibrate` measured is damaged ({error}); run it again"
            ) from error

    def write(self, measured: Detection) -> None:
        """Keep a measurement in the place of the last one of its profile, in one transaction."""
        with self._connection.transaction():
            write_property(self._connection, _name(measured.profile), json.dumps(asdict(measured)))


def _name(profile: str) -> str:
    return f"detection {profile}"
