"""Which archive files this process has open, and one thread at a time that opens another connection to one.

On POSIX systems the locks of SQLite belong to the process, and closing any descriptor of a file drops all of them
(https://www.sqlite.org/howtocorrupt.html, "Posix advisory locks canceled by a separate thread doing close()"): a
process that ends meanwhile takes itself for the last one and removes the write-ahead log under the others. So a file
that a connection of this process holds is never looked into but through SQLite. Nothing here reads or opens a file.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakSet

if TYPE_CHECKING:
    from provenance.store.connection import Connection

# Held from before a file is looked into until the connection to it is among the open ones.
opening = threading.RLock()
_connections: WeakSet[Connection] = WeakSet()


def is_open(path: Path) -> bool:
    """Whether a connection of this process holds the file that the path leads to; False where there is none."""
    try:
        found = path.stat()
    except OSError:
        return False
    with opening:
        return (found.st_dev, found.st_ino) in {connection.file for connection in _connections}


def opened(connection: Connection) -> None:
    """Count the connection among the open ones, until it is closed or nobody refers to it."""
    with opening:
        _connections.add(connection)


def closed(connection: Connection) -> None:
    """The connection holds its file no longer."""
    with opening:
        _connections.discard(connection)
