"""Marks whose bytes were written out as signs: "=E2=80=9C", "<e2><80><9c>" and "u201c" without its stroke,
and marks of other machines: "Ò" and "Ó" of the Macintosh, control characters that are the last byte of a code point.

These are read where they can be nothing else: the bytes make a character, or the signs are where marks are, and there
are several. `damaged_text` puts them back with the rest.
"""

from __future__ import annotations

import re

from provenance.sources.characters.long_texts import count as count_of
from provenance.sources.characters.long_texts import replaced

SEVERAL = 2
_HEX = r"[89A-Fa-f][0-9A-Fa-f]"
_WRITTEN = (
    ("quoted-printable", re.compile(rf"(?:={_HEX}){{2,12}}")),
    ("bytes written as \\xNN", re.compile(rf"(?:\\x{_HEX}){{2,12}}")),
    ("bytes written as <NN>", re.compile(rf"(?:<{_HEX}>){{2,12}}")),
)
_BARE = re.compile(r"(?<![A-Za-z0-9\\+])u20(1[3489cd]|26)|(?<=[a-z.,!?])u20(1[3489cd]|26)(?![0-9a-f]{2})")
_MAC = str.maketrans({"Ò": "“", "Ó": "”", "Õ": "’", "Ô": "‘", "Ð": "–", "Ñ": "—"})
_MAC_OPENS, _MAC_CLOSES = re.compile(r"(?:^|[\s(])Ò(?=\w)", re.MULTILINE), re.compile(r"[\w.,!?…]Ó(?=\W|$)")
_MAC_MARK = re.compile(
    r"(?:^|(?<=[\s(]))[ÒÔ](?=\w)|(?<=[\w.,!?…])[ÓÕ](?=\W|$)|(?<=\w)Õ(?=\w)|(?<=\s)[ÐÑ](?=\s)", re.MULTILINE
)
# What is left of U+2013, 2014, 2018, 2019, 201C, 201D without the first byte.
_LAST_BYTES = str.maketrans("\x13\x14\x18\x19\x1c\x1d", "–—‘’“”")
_LAST_BYTE_MARK = re.compile(r"\x1c(?=\w)|(?<=[\w.,!?…])\x1d|(?<=\w)\x19(?=\w)")
_LAST_BYTE = re.compile(r"[\x13\x14\x18\x19\x1c\x1d]")


def put_back(text: str) -> tuple[str, list[tuple[int, str]]]:
    """The text with such marks put back, and how many of which kind there were; nearly all texts have none."""
    found: list[tuple[int, str]] = []
    for (name, pattern), sign in zip(_WRITTEN, ("=", "\\x", "<"), strict=True):
        if sign in text:
            text, count = _decoded(text, pattern)
            if count:
                found.append((count, name))
    if "u201c" in text and count_of(_BARE, text) > SEVERAL:
        text, count = replaced(_BARE, lambda each: chr(int("20" + (each[1] or each[2]), 16)), text)
        found.append((count, "code written without its stroke"))
    if "Ò" in text and count_of(_MAC_OPENS, text) >= SEVERAL and count_of(_MAC_CLOSES, text) >= SEVERAL:
        text, count = replaced(_MAC_MARK, lambda each: each[0].translate(_MAC), text)
        found.append((count, "mark of the Macintosh"))
    if ("\x1c" in text or "\x1d" in text or "\x19" in text) and count_of(_LAST_BYTE_MARK, text) > SEVERAL:
        text, count = replaced(_LAST_BYTE, lambda each: each[0].translate(_LAST_BYTES), text)
        found.append((count, "mark of which one byte was left"))
    return text, found


def _decoded(text: str, pattern: re.Pattern[str]) -> tuple[str, int]:
    """The text with written bytes as what they are in UTF-8; nothing is changed where there are too few."""
    whole = sum(_character(each[0]) is not None for each in pattern.finditer(text))
    if whole < SEVERAL:
        return text, 0
    return replaced(pattern, lambda each: _character(each[0]) or each[0], text)[0], whole


def _character(written: str) -> str | None:
    digits = re.findall(_HEX, written)
    try:
        return bytes(int(each, 16) for each in digits).decode("utf-8")
    except UnicodeDecodeError:
        return None
