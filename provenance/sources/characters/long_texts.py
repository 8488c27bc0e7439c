"""Counts and replaces what a pattern finds in memory for the text alone.

`findall` and `sub` make an object of 50 bytes for each place and each stretch between two: of 16 MiB of "&lt;" or of
letters and blanks in turn they made up to 1.1 GB. Nothing here knows what is looked for.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator

# Characters up to which `re` itself replaces, which is a third faster; places of 4 characters cost 30 MB there.
SHORT = 2**20
LONGEST_PIECE = 2**18  # characters of a line that are looked at together; no paragraph is that long


def count(pattern: re.Pattern[str], text: str) -> int:
    """How many places the pattern finds."""
    return sum(1 for _ in pattern.finditer(text))


def replaced(pattern: re.Pattern[str], replacement: Callable[[re.Match[str]], str], text: str) -> tuple[str, int]:
    """The same as `pattern.subn(replacement, text)`, of a pattern that matches no empty place."""
    if len(text) <= SHORT:
        return pattern.subn(replacement, text)
    written = io.StringIO()
    place = found = 0
    for each in pattern.finditer(text):
        written.write(text[place : each.start()])
        written.write(replacement(each))
        place = each.end()
        found += 1
    if not found:
        return text, 0
    written.write(text[place:])
    return written.getvalue(), found


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where the lines of a text begin and end, without their ends; an endless line in pieces, cut after a blank."""
    place, size = 0, len(text)
    while place < size:
        end = text.find("\n", place)
        end = size if end < 0 else end
        while end - place > LONGEST_PIECE:
            cut = text.rfind(" ", place, place + LONGEST_PIECE) + 1 or place + LONGEST_PIECE
            yield place, cut
            place = cut
        yield place, end
        place = end + 1


def rewritten(text: str, rewrite: Callable[[str], str]) -> str:
    """The text with each of its `paragraphs` rewritten; the same object where none changes."""
    parts: list[str] = []
    done = 0
    for start, end in paragraphs(text):
        line = text[start:end]
        changed = rewrite(line)
        if changed != line:
            parts += (text[done:start], changed)
            done = end
    return "".join((*parts, text[done:])) if parts else text
