"""Where a list goes on, as a part of an address: the key of the last row, and of which order it is.

A cursor is opaque to readers and says nothing that the row itself does not. One that was changed by hand, or belongs
to another order, is refused in words.
"""

from __future__ import annotations

import base64
import binascii
import json
import math

from provenance.errors import UsageError
from provenance.model.lists import Key

LONGEST = 20_000  # characters; an id may have some thousand
WRONG = "the list cannot go on from there: begin at its first page"


def cursor_of(sort: str, key: Key) -> str:
    """The cursor behind a row with this key."""
    written = json.dumps([sort, *key], separators=(",", ":"))
    return base64.urlsafe_b64encode(written.encode("ascii")).decode("ascii").rstrip("=")


def key_of(cursor: str, sort: str, parts: int) -> Key:
    """The key in a cursor, which has so many parts in this order; raises UsageError."""
    if len(cursor) > LONGEST:
        raise UsageError(WRONG)
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        written = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (ValueError, binascii.Error, RecursionError) as error:
        raise UsageError(WRONG) from error
    if not isinstance(written, list) or len(written) != parts + 1 or written[0] != sort:
        raise UsageError(WRONG)
    key = written[1:]
    if not all(_is_text(part) or _is_number(part) for part in key):
        raise UsageError(WRONG)
    return tuple(key)


def _is_text(part: object) -> bool:
    """Whether SQLite can be given it as a text, which has no half pairs."""
    return isinstance(part, str) and not any("\ud800" <= character <= "\udfff" for character in part)


def _is_number(part: object) -> bool:
    """Whether SQLite can be given it as a number."""
    if isinstance(part, bool) or not isinstance(part, int | float):
        return False
    return math.isfinite(part) if isinstance(part, float) else abs(part) < 2**63
