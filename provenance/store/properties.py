"""Single values about the archive as a whole: its recipe, its generation, the stamp of its index."""

from __future__ import annotations

from provenance.errors import DamagedArchive
from provenance.store.connection import Connection
from provenance.store.names import ADVICE

ARTICLES = "articles"  # how many there are


def read_property(connection: Connection, name: str) -> str | None:
    """The value as text, None where there is none."""
    value = connection.value("SELECT value FROM properties WHERE name = ?", (name,))
    return None if value is None else str(value)


def read_number(connection: Connection, name: str, default: int = 0) -> int:
    """A value that is a number; raises DamagedArchive where it is none."""
    value = read_property(connection, name)
    try:
        return default if value is None else int(value)
    except ValueError as error:
        raise DamagedArchive(f"{connection.path} is damaged ({name} reads {value!r}); {ADVICE}") from error


def write_property(connection: Connection, name: str, value: str | int | None) -> None:
    """Set a value; None takes it away."""
    if value is None:
        connection.run("DELETE FROM properties WHERE name = ?", (name,))
    else:
        connection.run("INSERT OR REPLACE INTO properties (name, value) VALUES (?, ?)", (name, value))


def index_stamp(connection: Connection) -> int:
    """A number that changes whenever the index does, so that a reader knows when to read its directory again."""
    return read_number(connection, "index stamp")


def change_index_stamp(connection: Connection) -> None:
    """Tell every reader that the index has changed; the caller holds the transaction."""
    write_property(connection, "index stamp", index_stamp(connection) + 1)
