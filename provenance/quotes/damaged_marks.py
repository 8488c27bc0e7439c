"""Quotation marks that came here as other characters: "\\ufffd" or "?" in the place of each mark beyond ASCII.

What a lost character was is told by what is beside it: before a word it opened a quotation, behind a comma or full
stop it closed one, inside a word it was an apostrophe, between blanks a dash. `readable` puts marks back for whoever
reads quotations; the text itself, and all offsets into it, stay as they are. Letters that were lost stay lost.
"""

from __future__ import annotations

import re

LOST = "\ufffd"
ENOUGH = 3  # question marks in the places of marks that make a text one in which marks became question marks
LONGEST = 600  # code points of a quotation in which its closing mark is looked for
_BEFORE_WORD = re.compile(r"(?m)(?:^|[\s(\[])\?(?=[^\W\d_])")
_BEHIND_MARK = re.compile(r"(?m)(?<=[,.!?])\?(?=\s|$)|(?<=[a-z])\?(?=(?:s|t|d|m|ll|re|ve)\b)")
_CONTRACTED = re.compile(r"(?:s|t|d|m|ll|re|ve|S|T|D|M|LL|RE|VE|em|clock|[A-Z][a-z]+)\b")
_RUN = re.compile("\ufffd{1,3}")
_ASKED = re.compile(r"\?")
_ENDS = ",.?!…"
_EAST = "\u2e80"  # from here on scripts without spaces
_BLANKS, _BEHIND = " \u00a0\u202f", ",.;:!?)\n"
_SPACED_CLOSE = re.compile("[ \u00a0\u202f]\ufffd{1,3}(?=[,.;:!?)\n]|$)")
_OPENS_AFTER = "([{—–-/:"


def lost_marks(text: str) -> str | None:
    """The character that is where marks were: "\\ufffd", "?", or None where none were lost."""
    if LOST in text:
        return LOST
    if " ?" not in text and "\n?" not in text and not text.startswith("?"):
        return None
    before = len(_BEFORE_WORD.findall(text))
    return "?" if before and before + len(_BEHIND_MARK.findall(text)) >= ENOUGH else None


def readable(text: str) -> str:
    """The text with marks in the places of lost ones, of the same length; the text itself where none were lost."""
    lost = lost_marks(text)
    if lost is None:
        return text
    parts: list[str] = []
    place, opened = 0, False
    for found in (_RUN if lost == LOST else _ASKED).finditer(text):
        start, end = found.span()
        before = text[start - 1] if start else "\n"
        after = text[end] if end < len(text) else "\n"
        if opened and "\n" in text[place:start]:
            opened = False
        mark = _mark(text, start, end, before, after, opened)
        parts.append(text[place:start])
        if mark is None:
            parts.append(found.group())
        else:
            blank = " " * (end - start - 1)
            parts.append(blank + mark if mark == "“" else mark + blank)
            opened = mark == "“" or (opened and mark != "”")
        place = end
    return "".join(parts) + text[place:]


def _mark(text: str, start: int, end: int, before: str, after: str, opened: bool) -> str | None:
    """Which mark was lost between two characters; None where it was a letter, or may have been a question mark."""
    if text[start] == LOST and (before >= _EAST or after >= _EAST):
        return "”" if opened else "“" if _closes_before_line_ends(text, end) else None
    if after in _BLANKS and not opened and text[end + 1 : end + 2].isalnum() and _spaced_close(text, end):
        return "“"  # "« Nous avons ... »"
    if opened and before in _BLANKS and after in _BEHIND:
        return "”"
    if before.isalnum() and after.isalnum():
        return "’" if _CONTRACTED.match(text, end) else None
    if before.isspace() and after.isspace():
        return "–" if before == after == " " else None
    if (before.isspace() or before in _OPENS_AFTER) and after.isalnum():
        return "’" if after.isdigit() else "“"
    ends = after.isspace() or not after.isalnum()
    if not ends or not opened:
        return None
    if before in _ENDS:
        return "”"
    return "”" if before.isalnum() and not _closes_later(text, start, end) else None


def _closes_before_line_ends(text: str, end: int) -> bool:
    """Whether the lost character comes again in its line."""
    line = text.find("\n", end)
    return 0 <= text.find(LOST, end, line if line >= 0 else len(text)) < end + LONGEST


def _spaced_close(text: str, end: int) -> bool:
    """Whether a lost mark with a blank before it and a comma or full stop behind it comes in the same line."""
    line = text.find("\n", end)
    return _SPACED_CLOSE.search(text, end, min(end + LONGEST, line + 1 if line >= 0 else len(text))) is not None


def _closes_later(text: str, start: int, end: int) -> bool:
    """Whether a surer closing mark comes before the next opening one in the paragraph."""
    lost = text[start]
    line = text.find("\n", end)
    stop = min(line if line >= 0 else len(text), end + LONGEST)
    place = text.find(lost, end, stop)
    while place >= 0:
        before, after = text[place - 1], text[place + 1] if place + 1 < stop else "\n"
        if before in _ENDS and not after.isalnum():
            return True
        if before.isspace() and after.isalnum():
            return False
        place = text.find(lost, place + 1, stop)
    return False
