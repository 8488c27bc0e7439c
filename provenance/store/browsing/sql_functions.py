"""The SQL functions that the views of passages, evidence and quotations call, for any connection of sqlite3.

`provenance_json` inflates stored JSON, `provenance_text` a stored text. Neither reads anything but its argument, and
what is damaged is NULL.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


def register_functions(connection: sqlite3.Connection) -> None:
    """Let a connection of Python's sqlite3 read every view of an archive."""
    connection.create_function("provenance_json", 1, _json, deterministic=True)
    connection.create_function("provenance_text", 1, _text, deterministic=True)


def _json(content: object) -> str | None:
    if not isinstance(content, bytes):
        return None
    try:
        return (zlib.decompress(content) if content[:1] == b"\x78" else content).decode("ascii")
    except (zlib.error, UnicodeDecodeError):
        return None


def _text(content: object) -> bytes | None:
    if not isinstance(content, bytes):
        return None
    try:
        return zlib.decompress(content, -15)
    except zlib.error:
        return None
