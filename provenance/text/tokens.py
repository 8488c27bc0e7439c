"""Words with their places: the arrays that fingerprints and alignment work on.

One pass over the code points gives each word its place, a hash of its folded letters, a hash of its light stem, what
kind of border follows it, and whether it is capitalised or holds a digit. Strings of words are never built: a text
of 3,000 words costs about .1 ms. Nothing here knows about languages beyond the light English suffix strip, which
leaves other languages' words cut to their first letters.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from provenance.kernels import kernel
from provenance.model import Span
from provenance.text import folding

VERSION = f"tokens2+{folding.VERSION}"

# A word's stem is its first letters after the suffix strip: on PAN 2013 five letters gave plagdet .966, whole words
# .960 (research prototype), because rewriting keeps the beginning of a word and changes its end.
STEM_LENGTH = 5

# So many blanks in a row before a capital or a digit part two lines: a page whose tags were dropped puts them there.
# Of 29,830 press releases 13,256 have no full stops left and 3 blanks where a sentence ended.
GAP = 3
LONGEST_WORD = 64  # letters beyond the 64th do not enter the hash; no word of a language is that long

Codes = NDArray[Any]  # kernels see arrays of several integer types; numba infers them

NONE, COMMA, COLON, LINE, SENTENCE, EDGE = range(6)  # what follows a word
CAPITALISED, NUMERIC, PARAGRAPH = 1, 2, 4  # bits of `traits`


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of one text in reading order, as parallel arrays.

    `starts` and `ends` are offsets into the whole text; `words` hashes the folded letters, `stems` the light
    stem; `borders` is NONE, COMMA (also brackets and dashes), COLON, LINE, SENTENCE or EDGE; `traits` are bits:
    CAPITALISED, NUMERIC, and PARAGRAPH where a blank line follows the word.
    """

    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    words: NDArray[np.uint64]
    stems: NDArray[np.uint64]
    borders: NDArray[np.uint8]
    traits: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.starts)


def tokenise(text: str, within: Span | None = None) -> Tokens:
    """The words of `text`, or of the part `within`, with offsets into the whole text."""
    offset, part = (0, text) if within is None else (within.start, within.of(text))
    codes = np.frombuffer(part.encode("utf-32-le", "surrogatepass"), np.uint32)
    room = room_for(part)
    starts, ends = np.empty(room, np.int32), np.empty(room, np.int32)
    words, stems = np.empty(room, np.uint64), np.empty(room, np.uint64)
    borders, traits = np.empty(room, np.uint8), np.empty(room, np.uint8)
    kinds, letters, characters = folding.table()
    count = scan(codes, kinds, letters, characters, starts, ends, words, stems, borders, traits)
    return Tokens(
        starts[:count] + np.int32(offset),
        ends[:count] + np.int32(offset),
        words[:count].copy(),
        stems[:count].copy(),
        borders[:count].copy(),
        traits[:count].copy(),
    )


def room_for(text: str) -> int:
    """How many words a text may have at most; between two words of ASCII letters stands another sign."""
    return len(text) + 1 if not text.isascii() else len(text) // 2 + 1


@kernel
def hash_letters(letters: Codes, count: int) -> Any:
    """FNV-1a over code points with a final mix, so that low bits are as good as high ones."""
    value = np.uint64(1469598103934665603)
    for place in range(count):
        value = (value ^ np.uint64(letters[place])) * np.uint64(1099511628211)
    return mixed(value)


@kernel
def mixed(value: Any) -> Any:
    """The final mix of a word's hash."""
    value ^= value >> np.uint64(32)
    value *= np.uint64(0xD6E8FEB86659FD93)
    value ^= value >> np.uint64(32)
    return value


@kernel
def plain_letters(kinds: Codes, letters: Codes) -> Codes:
    """The folded letter of each ASCII character that is part of words, 0 for the others."""
    plain = np.zeros(128, np.uint32)
    for code in range(128):
        if kinds[code] == 1:
            plain[code] = letters[code, 0]
    return plain


@kernel
def has_vowel(letters: Codes, count: int) -> bool:
    """Whether one of the first `count` letters is a, e, i, o, u or y."""
    for place in range(count):
        letter = letters[place]
        if letter in (97, 101, 105, 111, 117, 121):
            return True
    return False


@kernel
def stem_length(letters: Codes, count: int) -> int:
    """How many letters are left after taking off -s, -ies, -ing, -ed, -ly and a final e, y or i."""
    end = count
    if end <= 3:
        return end
    if letters[end - 1] == 115 and letters[end - 2] not in (115, 117, 105):  # -s, but not -ss, -us, -is
        end -= 1
        if end > 4 and letters[end - 1] == 101 and letters[end - 2] == 105:
            end -= 1
    if end > 5 and letters[end - 1] == 103 and letters[end - 2] == 110 and letters[end - 3] == 105:  # -ing
        if has_vowel(letters, end - 3):
            end -= 3
            if end > 3 and letters[end - 1] == letters[end - 2]:
                end -= 1
    elif end > 4 and letters[end - 1] == 100 and letters[end - 2] == 101:  # -ed
        if has_vowel(letters, end - 2):
            end -= 2
            if end > 3 and letters[end - 1] == letters[end - 2]:
                end -= 1
    elif end > 5 and letters[end - 1] == 121 and letters[end - 2] == 108:  # -ly
        end -= 2
    if end > 3 and letters[end - 1] in (101, 121, 105):
        end -= 1
    return end


@kernel
def opens_line(code: Any, kinds: Codes, characters: Codes) -> bool:
    """Whether a word that begins with this character can begin a line: any but a small letter."""
    return bool(code >= len(kinds) or kinds[code] != 1 or characters[code] & 3 != 0)


@kernel
def border_after(codes: Codes, place: int, kinds: Codes, characters: Codes) -> tuple[int, bool]:
    """What stands between the word ending at `place` and the next: a border, and whether a blank line."""
    limit = len(codes)
    strongest, lines, spaces, blanks, gap = 0, 0, 0, 0, 0
    full_stop = False
    while place < limit:
        code = codes[place]
        if code >= len(kinds) or kinds[code] in (1, 3):
            break
        if code == 10:
            lines += 1
        blanks = blanks + 1 if characters[code] & 4 else 0
        gap = max(gap, blanks)
        if blanks:
            spaces += 1
        elif code in (0x3002, 0xFF01, 0xFF1F):  # these end a sentence without a space
            full_stop = True
        elif code in (46, 33, 63, 0x2026):
            strongest = 3
        elif code in (58, 59):
            strongest = max(strongest, 2)
        elif code in (44, 40, 41, 45, 0x2013, 0x2014):
            strongest = max(strongest, 1)
        place += 1
    if place >= limit:
        return 5, lines > 1
    border = 0
    if full_stop or (strongest == 3 and spaces > 0):
        border = 4
    elif lines > 0 or (gap >= GAP and opens_line(codes[place], kinds, characters)):
        border = 3
    elif strongest == 2 and spaces > 0:
        border = 2
    elif strongest == 1:
        border = 1
    return border, lines > 1


@kernel
def continues_after_hyphen(codes: Codes, place: int, kinds: Codes, characters: Codes) -> int:
    """Where the word goes on after a hyphen at the end of a line ("gov-\\nernment"), or -1."""
    limit = len(codes)
    if codes[place] not in (45, 0x2010):
        return -1
    place += 1
    lines = 0
    while place < limit and codes[place] < len(kinds) and characters[codes[place]] & 4:
        lines += codes[place] == 10
        place += 1
    if lines != 1 or place >= limit:
        return -1
    code = codes[place]
    if code < len(kinds) and kinds[code] == 1 and not characters[code] & 3:
        return place
    return -1


@kernel
def scan(
    codes: Codes,
    kinds: Codes,
    letters: Codes,
    characters: Codes,
    starts: Codes,
    ends: Codes,
    words: Codes,
    stems: Codes,
    borders: Codes,
    traits: Codes,
) -> int:
    """Fill the six output arrays and return how many words there are.

    Words of ASCII letters, nearly all of a Latin text, take a short way that stands here and not in a function of
    its own: handing arrays to another kernel for each word costs more than reading the word (2.2 times as slow).
    """
    limit = len(codes)
    known = len(kinds)
    folded = np.zeros(64 + 3, np.uint32)
    plain = plain_letters(kinds, letters)
    states = np.zeros(6, np.uint64)  # unmixed hash of the first 1 to 5 letters: the stem's hash is one of them
    count = 0
    place = 0
    while place < limit:
        code = codes[place]
        if code < 128 and plain[code] != 0:
            value = np.uint64(1469598103934665603)
            end, size, bits = place, 0, 0
            while end < limit:
                letter = np.uint32(0)
                if codes[end] < 128:
                    letter = plain[codes[end]]
                if letter == 0:
                    break
                value = (value ^ np.uint64(letter)) * np.uint64(1099511628211)
                if size < 64:
                    folded[size] = letter
                size += 1
                if size < 6:
                    states[size] = value
                bits |= characters[codes[end]]
                end += 1
            over = size <= 64
            if over and end < limit:
                after = codes[end]
                if after >= known:
                    over = False
                elif after in (45, 0x2010):
                    over = continues_after_hyphen(codes, end, kinds, characters) < 0
                else:
                    over = kinds[after] == 0
            if over:
                border, blank = 0, False
                if end + 1 >= limit or codes[end] != 32 or codes[end + 1] >= 128 or plain[codes[end + 1]] == 0:
                    border, blank = border_after(codes, end, kinds, characters)
                kept = stem_length(folded, size)
                starts[count] = place
                ends[count] = end
                words[count] = mixed(value)
                stems[count] = mixed(states[min(kept, 5)])
                borders[count] = border
                traits[count] = (characters[code] & 1) | (bits & 2) | (4 if blank else 0)
                count += 1
                place = end
                continue
        kind = kinds[code] if code < known else 3
        if kind in (0, 2):
            place += 1
            continue
        begin = place
        size = 0
        trait = 1 if code < known and characters[code] & 1 else 0
        if kind == 3:
            if code < known:
                while size < 3 and letters[code, size]:
                    folded[size] = letters[code, size]
                    size += 1
            else:
                folded[0] = code
                size = 1
            place += 1
            end = place
        else:
            end = place
            while place < limit:
                code = codes[place]
                if code >= known or kinds[code] == 3:
                    break
                if kinds[code] == 0:
                    place = continues_after_hyphen(codes, place, kinds, characters)
                    if place < 0:
                        break
                    continue
                if kinds[code] == 1:
                    if characters[code] & 2:
                        trait |= 2
                    part = 0
                    while part < 3 and letters[code, part]:
                        if size < 64:
                            folded[size] = letters[code, part]
                            size += 1
                        part += 1
                    end = place + 1
                place += 1
            place = end
        starts[count] = begin
        ends[count] = end
        words[count] = hash_letters(folded, size)
        stems[count] = hash_letters(folded, min(stem_length(folded, size), 5))
        border, blank = border_after(codes, end, kinds, characters)
        borders[count] = border
        traits[count] = trait | (4 if blank else 0)
        count += 1
    return count
