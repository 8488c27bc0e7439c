"""The news weights that were fitted to a user's own labels, one set per archive, as one line of JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from provenance.errors import DamagedArchive
from provenance.store.connection import Connection
from provenance.store.stored_values import read_property, write_property

NAME = "news weights"


class WeightsStore:
    """`store.weights`: fitted weights in the place of those that ship, in the order in which they are given. It does
    not know what they mean."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def read(self) -> Mapping[str, Any] | None:
        """The stored weights as plain values; None where those that ship are used. Raises DamagedArchive."""
        stored = self.as_json()
        if not stored:
            return None
        try:
            found = json.loads(stored)
        except ValueError as error:
            raise DamagedArchive(
                f"{self._connection.path}: the fitted weights are damaged ({error}); `provenance evaluate links "
                "--fit shipped` goes back to those that ship"
            ) from error
        return dict(found)

    def as_json(self) -> str:
        """The same exactly as it is stored; "" where there is none."""
        return read_property(self._connection, NAME) or ""

    def write(self, weights: Mapping[str, Any] | None) -> None:
        """Keep weights in the place of earlier ones; None goes back to those that ship."""
        stored = None if weights is None else json.dumps(weights, ensure_ascii=False)
        with self._connection.transaction():
            write_property(self._connection, NAME, stored)
