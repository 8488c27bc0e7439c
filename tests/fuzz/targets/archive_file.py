"""An archive from a stranger: pages and rows that no program wrote, opened, verified, listed, asked and audited.

An input is a list of changes to a small archive, of CHANGE bytes each. `verify` never fails, and where it finds nothing
every other question has an answer or ends in a ProvenanceError; in bounded time and memory in any case.
"""

import sqlite3
import struct
from collections.abc import Callable
from contextlib import closing, suppress
from functools import cache
from itertools import count
from pathlib import Path

from provenance import Archive
from provenance.errors import ProvenanceError
from tests.fuzz.reading import folder, put
from tests.fuzz.small_archive import ROWS, make

CHANGE = struct.Struct("<BHHHB")  # what is changed, three numbers that say where, and to what
SEEDS = [
    *(CHANGE.pack(kind, 7919 * kind % 65536, 31 * kind, 5 + kind, 3) for kind in range(16)),
    CHANGE.pack(8, 3, 1, 1, 4) + CHANGE.pack(9, 5, 2, 0, 6) + CHANGE.pack(0, 900, 0, 0, 7),
]
RUNS = 60
LONGEST = 6 * CHANGE.size
NUMBERS = count()
VALUES = (
    *(None, "", "x", "\x00\x1b]0;t\x07\u202e", "'; DROP TABLE articles --", "../../etc/passwd", "A" * 70_000),
    *(0, -1, 1, 2**31, 2**53 + 1, 2**63 - 1, -(2**63), 0.5, float("inf"), float("-inf"), 1e308),
    *(b"", b"\x00", b"\xff" * 9, b"\x28\xb5\x2f\xfd" + b"\x00" * 12, b"x\x9c" + b"\xff" * 30, b"\x00" * 70_000),
    *(
        "[]",
        "{}",
        "[" * 3000,
        '{"a":' * 3000,
        "NaN",
        "9" * 5000,
        "2025-13-45T99:99",
        "2999-01-01T00:00:00Z",
        "\ufffd",
    ),
)
STATEMENTS = (
    'DROP TABLE "{0}"',
    'DELETE FROM "{0}"',
    'ALTER TABLE "{0}" RENAME TO "{0}_of_stranger"',
    'ALTER TABLE "{0}" ADD COLUMN of_stranger',
    'CREATE TRIGGER of_stranger AFTER INSERT ON "{0}" BEGIN DELETE FROM "{0}"; END',
    'INSERT INTO "{0}" SELECT * FROM "{0}"',
    'DROP VIEW IF EXISTS "{0}"',
    'DROP INDEX IF EXISTS "{0}"',
    "PRAGMA user_version = {1}",
    "PRAGMA application_id = {1}",
    "PRAGMA journal_mode = DELETE",
    "PRAGMA auto_vacuum = FULL; VACUUM",
)


@cache
def whole() -> bytes:
    """The archive before anything is changed."""
    path = folder() / "of-friends.db"
    make(path).close()
    return path.read_bytes()


def attempt(data: bytes) -> None:
    """Change the archive so, and ask it everything."""
    path = folder() / f"of-stranger-{next(NUMBERS)}.db"
    path.write_bytes(whole())
    try:
        for change in range(0, min(len(data), LONGEST) - CHANGE.size + 1, CHANGE.size):
            changed(path, *CHANGE.unpack_from(data, change))
        for readonly in (True, False):
            asked(path, readonly)
    finally:
        for each in folder().glob(f"{path.name}*"):
            each.unlink()


def changed(path: Path, kind: int, one: int, two: int, three: int, to: int) -> None:
    """One change: of bytes (kinds 0 to 7 of 16), of a value (8 to 13), or of tables and properties (14 and 15)."""
    kind %= 16
    if kind < 8:
        content = bytearray(path.read_bytes())
        if not content:
            return
        place = (one * 65_537 + two) % len(content)
        other = (three * 4096 + two) % len(content)
        if kind < 4:
            content[place] ^= 1 << to % 8
        elif kind == 4:
            content[place] = to
        elif kind == 5:
            content[place : place + three % 64] = bytes([to]) * len(content[place : place + three % 64])
        elif kind == 6:  # a page in the place of another one
            start, end = place // 4096 * 4096, other // 4096 * 4096
            content[start : start + 4096] = content[end : end + 4096]
        else:
            del content[place:]
        path.write_bytes(content)
        return
    with suppress(sqlite3.Error, UnicodeError, OverflowError), closing(sqlite3.connect(path)) as raw:
        kinds = "('table')" if kind < 14 else "('table', 'view', 'index', 'trigger')"
        names = [row[0] for row in raw.execute(f"SELECT name FROM sqlite_master WHERE type IN {kinds} ORDER BY name")]
        if not names:  # SQLite takes a file without a byte for one without tables
            return
        name = names[one % len(names)]
        if kind >= 14:
            raw.executescript(STATEMENTS[to % len(STATEMENTS)].format(name, one * two - three))
        else:
            raw.execute("PRAGMA ignore_check_constraints = 1")
            columns = [row[1] for row in raw.execute(f'PRAGMA table_info("{name}")')]
            column = columns[two % len(columns)]
            held = [row[0] for row in raw.execute(f'SELECT rowid FROM "{name}" LIMIT 50')]
            where = (VALUES[to % len(VALUES)], held[three % len(held)]) if held else (None, 0)
            raw.execute(f'UPDATE "{name}" SET "{column}" = ? WHERE rowid = ?', where)
        raw.commit()


def asked(path: Path, readonly: bool) -> None:
    """Everything that a user may ask of an archive, each question by itself."""
    try:
        archive = Archive(path, readonly=readonly)
    except ProvenanceError as error:
        assert str(error), error
        return
    said = archive.verify(sample=0).problems
    questions: list[Callable[[], object]] = [
        lambda: [archive.show(each.id) for each in archive.listed()],
        lambda: archive.whole_links(archive.listed_links()),
        lambda: [list(archive.table(name)) for name in ("links", "passages", "evidence", "versions", "reviews")],
        lambda: archive.check([put("asked-of-stranger.txt", ROWS[1]["text"].encode())]),
        lambda: archive.trace("an inconvenient friend to seven herons"),
        lambda: archive.lineage("dam-1"),
        archive.clusters,
        lambda: list(archive.quotes()),
    ]
    if not readonly:
        questions += [archive.audit, lambda: archive.remove(["dam-2"])]
    for question in [*questions, archive.close]:
        try:
            question()
        except ProvenanceError as error:
            assert str(error), error
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            if not said:  # of what `verify` names nothing more is promised than one line
                raise
