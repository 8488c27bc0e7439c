"""Which tables of a batch are whole: each has a note beside it, written after its last part, by which it is checked.

A table without a sound note is made anew. So a batch that was killed goes on with the step at which it was, and a
part that is missing or cut is found before anything is made of it. Nothing here reads rows.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Protocol

from provenance.errors import UsageError

NOTES = "_notes"


class Folder(Protocol):
    """The folder of a batch, on this machine or in a file system of a cluster. Paths are relative to it."""

    def text(self, path: str) -> str | None:
        """The content of a small file; None where there is none."""
        ...

    def write(self, path: str, text: str) -> None:
        """Write a small file so that readers see all of it or the one before."""
        ...

    def sizes(self, path: str) -> dict[str, int]:
        """The sizes of the files of rows in a folder, by name; none where it is missing."""
        ...

    def remove(self, path: str) -> None:
        """Remove a file or a folder with all in it, where it is there."""
        ...


@dataclass(frozen=True, slots=True)
class KeptTables:
    """The tables of one batch, which `name` tells from every other: by its inputs, its settings and its rules."""

    folder: Folder
    name: str

    def begin(self) -> None:
        """Claim the folder for this batch; raises UsageError where another one has made it."""
        found = self.folder.text(f"{NOTES}/batch")
        if found is None:
            self.folder.write(f"{NOTES}/batch", self.name)
        elif found != self.name:
            raise UsageError(
                "the output folder has the tables of another batch: other inputs, other settings or another version "
                "of this program made them; name a new folder, or remove this one"
            )

    def rows(self, table: str) -> int | None:
        """How many rows a whole table has; None where it must be made."""
        text = self.folder.text(f"{NOTES}/{table}.json")
        try:
            note = json.loads(text) if text else None
        except ValueError:
            return None
        if not isinstance(note, dict) or note.get("parts") != self.folder.sizes(table):
            return None
        return int(note["rows"])

    def note(self, table: str, rows: int) -> None:
        """Say that a table is whole."""
        note = {"rows": rows, "parts": self.folder.sizes(table)}
        self.folder.write(f"{NOTES}/{table}.json", json.dumps(note, sort_keys=True))

    def drop(self, table: str) -> None:
        """Remove a table, its note first."""
        self.folder.remove(f"{NOTES}/{table}.json")
        self.folder.remove(table)
