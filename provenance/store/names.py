"""Text for SQLite's TEXT columns, whatever a Python string may hold.

SQLite stores UTF-8, which has no lone surrogates, and some of its functions end a text at a NUL; ids, titles and
addresses read from hostile files may hold both. Such a string is stored escaped behind a mark that never begins a
plain one, so the way back is exact.
"""

from __future__ import annotations

MARK = "\uffff"  # a noncharacter: no real text begins with it, and one that does is escaped too


def to_column(text: str | None) -> str | None:
    """What to store; plain strings go as they are. Equal strings give equal columns, different ones different."""
    if text is None:
        return None
    if "\0" not in text and not text.startswith(MARK):
        try:
            text.encode("utf-8")
        except UnicodeEncodeError:
            pass
        else:
            return text
    return MARK + text.replace("\\", "\\\\").encode("ascii", "backslashreplace").decode()


def from_column(stored: str | None) -> str | None:
    """The string that `to_column` was given."""
    if stored is None or not stored.startswith(MARK):
        return stored
    return stored[1:].encode("ascii").decode("unicode_escape")
