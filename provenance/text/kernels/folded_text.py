"""Folded words written out as UTF-8: the loop behind `provenance.text.folded_text`. It knows code points only."""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray

from provenance.kernels import numbers
from provenance.text.kernels import words
from provenance.text.kernels.words import Characters, Words

Array = NDArray[Any]

BLANK = 32


def put(letter: Any, written: Array, place: int) -> int:
    """Write one code point as UTF-8 at `place`; returns the place behind it."""
    if letter < 0x80:
        written[place] = letter
        return place + 1
    if letter < 0x800:
        written[place] = 0xC0 | (letter >> 6)
        written[place + 1] = 0x80 | (letter & 0x3F)
        return place + 2
    if letter < 0x10000:
        written[place] = 0xE0 | (letter >> 12)
        written[place + 1] = 0x80 | ((letter >> 6) & 0x3F)
        written[place + 2] = 0x80 | (letter & 0x3F)
        return place + 3
    written[place] = 0xF0 | (letter >> 18)
    written[place + 1] = 0x80 | ((letter >> 12) & 0x3F)
    written[place + 2] = 0x80 | ((letter >> 6) & 0x3F)
    written[place + 3] = 0x80 | (letter & 0x3F)
    return place + 4


def put_word(codes: Array, characters: Characters, written: Array, place: int) -> int:
    """Write the folded letters of one word, those that enter its hash; returns the place behind them."""
    known, size = len(characters.kinds), 0
    for at in range(len(codes)):
        code = codes[at]
        if code >= known:  # a word of its own
            return put(code, written, place)
        if characters.kinds[code] not in (1, 3):
            continue
        part = 0
        while part < 3 and characters.letters[code, part] and size < words.LONGEST_WORD:
            place = put(characters.letters[code, part], written, place)
            size += 1
            part += 1
    return place


def put_each(
    codes: Array, bounds: Array, characters: Characters, found: Words, written: Array, written_bounds: Array
) -> int:
    """Write the folded words of many texts, one blank between two words; text i is `codes[bounds[i]:bounds[i + 1]]`.

    `found` has room for the words of the longest text. The words of text i end at `written_bounds[i + 1]`, where
    those of the next one begin.
    """
    place = 0
    starts, ends = found.starts, found.ends
    plain = numbers.u32(0x80)
    for text in range(len(bounds) - 1):
        mine = codes[bounds[text] : bounds[text + 1]]
        count = words.scan(mine, characters, found)
        for word in range(count):
            if word:
                written[place] = BLANK
                place += 1
            start, end, before = starts[word], ends[word], place
            # Nearly all words of a Latin text are ASCII letters and short: each is one folded letter.
            while start < end and mine[start] < plain and end - start <= words.LONGEST_WORD:
                if characters.kinds[mine[start]] != 1:
                    break
                written[place] = characters.letters[mine[start], 0]
                place += 1
                start += 1
            if start < end:
                place = put_word(mine[starts[word] : end], characters, written, before)
        written_bounds[text + 1] = place
    return place
