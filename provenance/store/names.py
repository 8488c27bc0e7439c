"""Text for SQLite's TEXT columns, whatever a Python string may hold, and checksums of rows.

SQLite stores UTF-8, which has no lone surrogates, and some of its functions end a text at a NUL; ids, titles and
addresses read from hostile files may hold both. Such a string is stored escaped behind a mark that never begins a
plain one, so the way back is exact.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence

from provenance.errors import DamagedArchive

ADVICE = "`provenance verify` tells what is lost; a backup, or adding the articles to a new file, brings it back"
MARK = "\uffff"  # a noncharacter: no real text begins with it, and one that does is escaped too


def to_column(text: str | None) -> str | None:
    """What to store; plain strings go as they are. Equal strings give equal columns, different ones different."""
    if text is None:
        return None
    if "\0" not in text and (text.isascii() or (not text.startswith(MARK) and _is_unicode(text))):
        return str(text)  # readers may hand over subclasses of str, which print differently
    return MARK + text.replace("\\", "\\\\").replace("\0", "\\x00").encode("ascii", "backslashreplace").decode()


def to_list(texts: Iterable[str]) -> str:
    """The columns of many texts as the one value that `IN (SELECT value FROM json_each(?))` asks for."""
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


def row_checksum(values: Sequence[object]) -> int:
    """CRC-32 of the values of a row, types included: a flipped byte in SQLite's pages shows when it is read."""
    plain = [zlib.crc32(value) if isinstance(value, bytes) else value for value in values]
    return zlib.crc32(repr(plain).encode("utf-8", "surrogatepass"))


def is_sound(content: object, checksum: object) -> bool:
    """Whether these are bytes and their CRC-32 is that one."""
    return isinstance(content, bytes) and zlib.crc32(content) == checksum
