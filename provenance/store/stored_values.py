"""How single values are kept in SQLite: text in TEXT columns, checksums, packed JSON, times, named properties.

Every Python string comes back exactly. SQLite stores UTF-8, which has no lone surrogates, and some of
its functions end a text at a NUL; ids, titles and addresses read from hostile files may hold both. Such a string is
stored escaped behind a mark that never begins a plain one. Nothing here knows articles or links.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from provenance.errors import UPDATE, DamagedArchive
from provenance.store.connection import ADVICE, Connection

MARK = "\uffff"  # a noncharacter: no real text begins with it, and one that does is escaped too
ARTICLES = "articles"  # the property that says how many articles there are
# The property that says up to which number of a following text replaced texts were compared with these; none: all.
EARLIER_READ_TO = "earlier read to"
# The property that says up to which number the texts of an older archive have got their languages; none: all have.
LANGUAGES_READ_TO = "languages read to"
_JSON = json.JSONEncoder(separators=(",", ":")).encode
_DEFLATED = b"\x78"  # a zlib stream begins with it, JSON never does


# Text ---------------------------------------------------------------------------------------------------------------


def to_column(text: str | None) -> str | None:
    """What to store for a text. Plain strings stay as they are; only equal strings give equal columns."""
    if text is None:
        return None
    if "\0" not in text and (text.isascii() or (not text.startswith(MARK) and _is_unicode(text))):
        return str(text)  # readers may hand over subclasses of str, which print differently
    return MARK + text.replace("\\", "\\\\").replace("\0", "\\x00").encode("ascii", "backslashreplace").decode()


def to_list(texts: Iterable[str]) -> str:
    """The columns of many texts as one value, for `IN (SELECT value FROM json_each(?))`."""
    return json.dumps([to_column(text) for text in texts], ensure_ascii=False)


def _is_unicode(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def from_column(stored: str | None) -> str | None:
    """The string that `to_column` was given; raises DamagedArchive."""
    if stored is None:
        return None
    if not isinstance(stored, str):  # a damaged row says that its text is a number
        raise DamagedArchive(f"a stored name is damaged ({stored!r}); {ADVICE}")
    if not stored.startswith(MARK):
        return stored
    try:
        return stored[1:].encode("ascii").decode("unicode_escape")
    except UnicodeError as error:
        raise DamagedArchive(f"a stored name is damaged ({stored!r}); {ADVICE}") from error


# Checksums and times ------------------------------------------------------------------------------------------------


def row_checksum(values: Sequence[object]) -> int:
    """CRC-32 of the values of a row, types included, so that a flipped byte in SQLite's pages is noticed."""
    plain = [zlib.crc32(value) if isinstance(value, bytes) else value for value in values]
    return zlib.crc32(repr(plain).encode("utf-8", "surrogatepass"))


def is_sound(content: object, checksum: object) -> bool:
    """Whether `content` is bytes and `checksum` is their CRC-32."""
    return isinstance(content, bytes) and zlib.crc32(content) == checksum


def now() -> str:
    """The time in UTC, to the second, ISO 8601."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


# Packed JSON --------------------------------------------------------------------------------------------------------


def to_json(value: object) -> str:
    """Compact JSON, ASCII only."""
    return _JSON(value)


def packed(plain: str) -> bytes:
    """An ASCII text as bytes, deflated where that makes it shorter."""
    content = plain.encode("ascii")
    deflated = zlib.compress(content, 6)
    return deflated if len(deflated) < len(content) else content


def unpacked(content: bytes) -> str:
    """The text that `packed` was given; errors as `damage_in` expects them."""
    return (zlib.decompress(content) if content.startswith(_DEFLATED) else content).decode("ascii")


def json_array(plain: str, what: str, formats: Container[int]) -> list[Any]:
    """A JSON array whose first value is one of the format numbers `formats`; `what` names it in messages.

    Raises DamagedArchive, or an error as `damage_in` expects it.
    """
    row: list[Any] = json.loads(plain)
    if row[0] not in formats:
        raise DamagedArchive(f"a stored {what} has the unknown format {row[0]!r}; {UPDATE}")
    return row


@contextmanager
def damage_in(what: str) -> Iterator[None]:
    """Turns any error inside into DamagedArchive: the bytes are not what was written."""
    try:
        yield
    except (zlib.error, ValueError, TypeError, LookupError) as error:
        raise DamagedArchive(f"a stored {what} is damaged ({error}); remove its article and add it again") from error


# Properties: single values about the archive as a whole (recipe, generation, stamp of the index) --------------------


def read_property(connection: Connection, name: str) -> str | None:
    """The value as text, None where there is none."""
    value = connection.value("SELECT value FROM properties WHERE name = ?", (name,))
    return None if value is None else str(value)


def read_number(connection: Connection, name: str, default: int = 0) -> int:
    """A value that is a whole number; raises DamagedArchive where it is none."""
    value = read_property(connection, name)
    try:
        return default if value is None else int(value)
    except ValueError as error:
        raise DamagedArchive(f"{connection.path} is damaged ({name} reads {value!r}); {ADVICE}") from error


def write_property(connection: Connection, name: str, value: str | int | None) -> None:
    """Set a value; None deletes it."""
    if value is None:
        connection.run("DELETE FROM properties WHERE name = ?", (name,))
    else:
        connection.run("INSERT OR REPLACE INTO properties (name, value) VALUES (?, ?)", (name, value))


def index_stamp(connection: Connection) -> int:
    """A number that changes whenever the index does, so that a reader knows when to read the list of runs again."""
    return read_number(connection, "index stamp")


def change_index_stamp(connection: Connection) -> None:
    """Let every reader see that the index has changed; the caller holds the transaction."""
    write_property(connection, "index stamp", index_stamp(connection) + 1)


# Deleting ---------------------------------------------------------------------------------------------------------


@contextmanager
def overwriting(connection: Connection) -> Iterator[None]:
    """Zero what is deleted inside; elsewhere (merges) it would only cost time."""
    connection.rows("PRAGMA secure_delete = ON")
    try:
        yield
    finally:
        connection.rows("PRAGMA secure_delete = OFF")
