"""Replaces names in a text, and says where every offset of the text went.

A stretch that begins or ends inside a name reaches to the end of its pseudonym, so that no part of the name is shown.
The work grows with the length of the text, whatever it holds.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provenance.model import Span
from provenance.usecases.anonymous.names import Names

ADDRESS = "(address)"
_TOKEN = re.compile(r"\S+")
_RUN = re.compile(r"[^\W\d_]+|\d+")


@dataclass(frozen=True, slots=True)
class MaskedText:
    """A text without names. `starts` and `ends` are those of the names in the text as it was, ascending; `moved` is
    by how much the text after each had moved, `lengths` how long each pseudonym is."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    moved: tuple[int, ...]
    lengths: tuple[int, ...]

    def span(self, span: Span) -> Span:
        """Where a stretch of the former text is now."""
        return Span(self._place(span.start, late=False), self._place(span.end, late=True))

    def _place(self, place: int, *, late: bool) -> int:
        number = bisect_right(self.starts, place) - 1
        if number < 0:
            return place
        start, end = self.starts[number], self.ends[number]
        before = self.moved[number - 1] if number else 0
        if place >= end:
            return place + self.moved[number]
        if place == start:
            return place + before
        return start + before + (self.lengths[number] if late else 0)


class Masking:
    """Replaces the names of one answer wherever they are, also where something is run into them ("2025NewsNook")."""

    def __init__(self, names: Names) -> None:
        self._whole: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for name, called in names.whole.items():
            first = _RUN.search(name)
            if first is not None and name.startswith(first.group()):
                self._whole[first.group()].append((name, called))
        for known in self._whole.values():
            known.sort(key=lambda each: (-len(each[0]), each[0]))
        self._family = names.family

    def words(self, text: str) -> str:
        """The text without names."""
        return self.text(text).text

    def text(self, text: str) -> MaskedText:
        """The text without names and web or mail addresses, and where its offsets went."""
        parts, starts, ends, moved, lengths = [], [], [], [], []
        place = shift = 0
        for start, end, called in self._replaced(text):
            parts += [text[place:start], called]
            shift += len(called) - (end - start)
            starts.append(start)
            ends.append(end)
            moved.append(shift)
            lengths.append(len(called))
            place = end
        parts.append(text[place:])
        return MaskedText("".join(parts), tuple(starts), tuple(ends), tuple(moved), tuple(lengths))

    def _replaced(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where something is replaced, and what by: ascending, nothing twice."""
        addresses = [each.span() for each in _TOKEN.finditer(text) if _is_address(each.group())]
        next_address = place = 0
        for start, ends_of_first in _beginnings(text):
            while next_address < len(addresses) and addresses[next_address][0] <= start:
                begin, end = addresses[next_address]
                next_address += 1
                if begin >= place:
                    yield begin, end, ADDRESS
                    place = end
            if start < place:
                continue
            found = self._at(text, start, ends_of_first)
            if found is not None:
                yield start, *found
                place = found[0]

    def _at(self, text: str, start: int, ends: Sequence[int]) -> tuple[int, str] | None:
        """Where the longest name that begins here ends, and what stands for it. `ends` are where its first word may
        end, the last one first."""
        for end_of_first in ends:
            for name, called in self._whole.get(text[start:end_of_first].casefold(), ()):
                end = _end_of(text, start, name)
                if end is not None:
                    return end, called
        for end in ends:
            called = self._family.get(text[start:end], "")
            if called:
                return end, called
        return None


def _is_address(token: str) -> bool:
    return "://" in token or "www." in token.casefold() or "@" in token[1:-1]


def _beginnings(text: str) -> Iterator[tuple[int, list[int]]]:
    """Where words begin, and where each may end: a run of letters, which a capital may part, or of digits."""
    for run in _RUN.finditer(text):
        start, end = run.span()
        inner = [at for at in range(start + 1, end) if text[at].isupper() and text[at - 1].islower()]
        borders = [start, *inner, end]
        for number in range(len(borders) - 1):
            yield borders[number], borders[:number:-1]


def _end_of(text: str, start: int, name: str) -> int | None:
    """Where a folded name ends that begins at `start`, whatever its case and the white space in it."""
    at = start
    for number, part in enumerate(name.split()):
        if number:
            after = at
            while after < len(text) and text[after].isspace():
                after += 1
            if after == at:
                return None
            at = after
        end = at + len(part)
        if text[at:end].casefold() != part:
            return None
        at = end
    return None if _is_inside_a_word(text, at) else at


def _is_inside_a_word(text: str, at: int) -> bool:
    """Whether a word goes on at a place, which neither a digit after letters nor a capital after small ones does."""
    if at >= len(text) or not text[at].isalnum():
        return False
    before, after = text[at - 1], text[at]
    return before.isdigit() == after.isdigit() and not (before.islower() and after.isupper())
