"""One encoding for the lines of a file that are not UTF-8, guessed once from all of them together.

A line by itself has too few letters for a guess: "Мост" in KOI8-R is as good Arabic. Files are read a second time
for it, and only where a line is not UTF-8; of a stream the beginning is all there is. Nothing is read line by line
that could be read as UTF-8, and every guess is said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from itertools import islice
from typing import BinaryIO

from provenance.sources.characters.decoding import BrokenStream, Decoded, decode, lines, peeked, silent_encoding

ENOUGH = 3000  # bytes beyond ASCII of the sample; as many as a guess looks at
MOST_LINES = 200_000  # that are looked through for a sample
LONGEST_LINE = 1 << 22  # bytes of a line in the sample
BEGINNING = 1 << 16  # bytes of a stream that are seen before its first line


@dataclass(slots=True)
class LineEncoding:
    """Reads lines as text. `again` opens the file once more; `beginning` is what is known of a stream instead.

    `silent` is what is said of a file in UTF-16 without a mark, whose lines arrive as UTF-8.
    """

    again: Callable[[], AbstractContextManager[BinaryIO]] | None = None
    beginning: bytes = b""
    silent: str | None = None
    _found: tuple[str, str | None] | None = field(default=None, init=False)
    _asked: bool = field(default=False, init=False)

    def decode(self, line: bytes) -> Decoded:
        """The text of a line. Raises UndecodableInput for binary data."""
        found = decode(line, lines=self._whole_file)
        return Decoded(found.text, self.silent) if self.silent and found.guess is None else found

    def _whole_file(self) -> tuple[str, str | None] | None:
        """The encoding of all lines that are not UTF-8, and its rival; None where no reading makes sense."""
        if not self._asked:
            self._asked = True
            sample = self._sample()
            if sample:
                from provenance.sources.characters.encoding_guess import guess

                found = guess(sample)
                self._found = (found.encoding, found.rival) if found else None
        return self._found

    def _sample(self) -> bytes:
        if self.again is None:
            return _strange(
                self.beginning.splitlines(keepends=True)[: -1 if len(self.beginning) >= BEGINNING else None]
            )
        try:
            with self.again() as stream:
                every = (line for _, line in islice(lines(stream, LONGEST_LINE), MOST_LINES))
                return _strange(line for line in every if line is not None)
        except (BrokenStream, ValueError, OSError):
            return b""


def of_lines(stream: BinaryIO, again: Callable[[], AbstractContextManager[BinaryIO]] | None) -> LineEncoding:
    """How to read the lines of a stream that has not been read from yet."""
    head = peeked(stream, BEGINNING)
    silent = silent_encoding(head)
    said = f"{silent} without a byte order mark, from its bytes" if silent else None
    return LineEncoding(again, b"" if again is not None else head, said)


def _strange(every: Iterable[bytes]) -> bytes:
    """Lines that are not UTF-8, until there are enough of them."""
    found: list[bytes] = []
    count = 0
    for line in every:
        if line.isascii():
            continue
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            found.append(line)
            count += len(line) - len(line.translate(None, _BEYOND))
            if count >= ENOUGH:
                break
    return b"".join(found)


_BEYOND = bytes(range(128, 256))
