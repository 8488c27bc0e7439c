"""Words out of code points, and hash tables of words: the loops behind `tokens`, `normalisation`, `common_words`.

Nothing here knows an alphabet or a language, except that the light stem takes off English suffixes; the table of
characters comes in as `Characters`. A hash table of words is two parallel arrays whose length is a power of two: a
word is at the place that its lowest bits name or in one of the next places; hash 0 marks a free place.
"""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray

from provenance.kernels import arrays, numbers

# So many blanks in a row before a capital or a digit separate two lines: pages whose tags were dropped have them. Of
# 29,830 press releases 13,256 have no full stops left and 3 blanks where a sentence ended.
GAP = 3
LONGEST_WORD = 64  # letters beyond the 64th do not enter the hash; no word of a language is that long
# A word's stem is its first letters after the suffix strip: on PAN 2013 five letters gave plagdet .966, whole words
# .960 (research prototype), because rewriting keeps the beginning of a word and changes its end.
STEM_LENGTH = 5

Array = NDArray[Any]


class Characters:
    """What is known of each code point c below 0x20000; beyond, each character is a word of its own.

    `kinds[c]` is 0 for a separator, 1 for a part of words, 2 for what is ignored inside words, 3 for a word of its
    own; `letters[c]` are up to 3 folded letters (0 ends early); `traits[c]` has the bits 1 upper case, 2 digit,
    4 blank.
    """

    def __init__(self, kinds: Array, letters: Array, traits: Array) -> None:
        self.kinds, self.letters, self.traits = kinds, letters, traits


class Words:
    """The words of a text, to be filled in: parallel arrays with room for each word.

    `starts` and `ends` are offsets into the code points, `words` and `stems` hashes of the folded letters and of the
    light stem, `borders` and `traits` what `provenance.text.tokens.Tokens` says.
    """

    def __init__(self, starts: Array, ends: Array, words: Array, stems: Array, borders: Array, traits: Array) -> None:
        self.starts, self.ends, self.words = starts, ends, words
        self.stems, self.borders, self.traits = stems, borders, traits


def hash_letters(letters: Array, count: int) -> Any:
    """FNV-1a over code points with a final mix, so that low bits are as good as high ones."""
    value = numbers.u64(1469598103934665603)
    for place in range(count):
        value = (value ^ numbers.u64(letters[place])) * numbers.u64(1099511628211)
    return mixed(value)


def mixed(value: Any) -> Any:
    """The final mix of a word's hash."""
    value ^= value >> numbers.u64(32)
    value *= numbers.u64(0xD6E8FEB86659FD93)
    value ^= value >> numbers.u64(32)
    return value


def has_vowel(letters: Array, count: int) -> bool:
    """Whether one of the first `count` letters is a, e, i, o, u or y."""
    for place in range(count):
        letter = letters[place]
        if letter in (97, 101, 105, 111, 117, 121):
            return True
    return False


def stem_length(letters: Array, count: int) -> int:
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


def opens_line(code: Any, characters: Characters) -> bool:
    """Whether a word that begins with this character can begin a line: any but a small letter."""
    return bool(code >= len(characters.kinds) or characters.kinds[code] != 1 or characters.traits[code] & 3 != 0)


def border_after(codes: Array, place: int, characters: Characters) -> tuple[int, bool]:
    """The border between the word ending at `place` and the next word, and whether a blank line is part of it."""
    limit = len(codes)
    strongest, lines, spaces, blanks, gap = 0, 0, 0, 0, 0
    full_stop, wide = False, 0
    while place < limit:
        code = codes[place]
        if code >= len(characters.kinds) or characters.kinds[code] in (1, 3):
            break
        if code == 10:
            lines += 1
        blanks = blanks + 1 if characters.traits[code] & 4 else 0
        gap = max(gap, blanks)
        if blanks:
            spaces += 1
        elif code in (0x3002, 0xFF01, 0xFF1F):  # these end a sentence without a space
            full_stop = True
        elif code in (46, 33, 63, 0x2026):
            strongest = 3
        elif code in (58, 59):
            strongest = max(strongest, 2)
        elif code in (44, 40, 41, 45, 0x2013, 0x2014, 0x60C):
            strongest = max(strongest, 1)
        elif code in (0x3001, 0xFF0C, 0xFF08, 0xFF09):
            wide = max(wide, 1)
        elif code in (0x61B, 0xFF1A, 0xFF1B):  # no space follows these, as little as the ones above
            wide = 2
        place += 1
    if place >= limit:
        return 5, lines > 1
    border = 0
    if full_stop or (strongest == 3 and spaces > 0):
        border = 4
    elif lines > 0 or (gap >= GAP and opens_line(codes[place], characters)):
        border = 3
    elif strongest == 2 and spaces > 0:
        border = 2
    elif strongest == 1:
        border = 1
    border = max(border, wide)
    return border, lines > 1


def continues_after_hyphen(codes: Array, place: int, characters: Characters) -> int:
    """Where the word goes on after a hyphen at the end of a line ("gov-\\nernment"), or -1."""
    limit = len(codes)
    if codes[place] not in (45, 0x2010):
        return -1
    place += 1
    lines = 0
    while place < limit and codes[place] < len(characters.kinds) and characters.traits[codes[place]] & 4:
        lines += codes[place] == 10
        place += 1
    if lines != 1 or place >= limit:
        return -1
    code = codes[place]
    if code < len(characters.kinds) and characters.kinds[code] == 1 and not characters.traits[code] & 3:
        return place
    return -1


def scan(codes: Array, characters: Characters, found: Words) -> int:
    """Fill in the words of a text, given as code points, and return how many there are.

    Words of ASCII letters, nearly all of a Latin text, take a short way that is written out here and is no function
    of its own: handing arrays to another function for each word costs more than reading the word (2.2 times as slow).
    """
    starts, ends, words, stems = found.starts, found.ends, found.words, found.stems
    borders, traits = found.borders, found.traits
    kinds, flags = characters.kinds, characters.traits
    limit = len(codes)
    known = len(kinds)
    folded = arrays.zeros_u32(LONGEST_WORD + 3)
    plain = arrays.zeros_u32(128)  # the folded letter of each ASCII character that is part of words
    for code in range(128):
        if kinds[code] == 1:
            plain[code] = characters.letters[code, 0]
    states = arrays.zeros_u64(STEM_LENGTH + 1)  # unmixed hash of the first letters: the stem's hash is one of them
    count = 0
    place = 0
    while place < limit:
        code = codes[place]
        if code < 128 and plain[code] != 0:
            value = numbers.u64(1469598103934665603)
            end, size, bits = place, 0, 0
            while end < limit:
                letter = numbers.u32(0)
                if codes[end] < 128:
                    letter = plain[codes[end]]
                if letter == 0:
                    break
                value = (value ^ numbers.u64(letter)) * numbers.u64(1099511628211)
                if size < LONGEST_WORD:
                    folded[size] = letter
                size += 1
                if size <= STEM_LENGTH:
                    states[size] = value
                bits |= flags[codes[end]]
                end += 1
            over = size <= LONGEST_WORD
            if over and end < limit:
                after = codes[end]
                if after >= known:
                    over = False
                elif after in (45, 0x2010):
                    over = continues_after_hyphen(codes, end, characters) < 0
                else:
                    over = kinds[after] == 0
            if over:
                border, blank = 0, False
                if end + 1 >= limit or codes[end] != 32 or codes[end + 1] >= 128 or plain[codes[end + 1]] == 0:
                    border, blank = border_after(codes, end, characters)
                kept = stem_length(folded, size)
                starts[count] = place
                ends[count] = end
                words[count] = mixed(value)
                stems[count] = mixed(states[min(kept, STEM_LENGTH)])
                borders[count] = border
                traits[count] = (flags[code] & 1) | (bits & 2) | (4 if blank else 0)
                count += 1
                place = end
                continue
        kind = kinds[code] if code < known else 3
        if kind in (0, 2):
            place += 1
            continue
        begin = place
        size = 0
        trait = 1 if code < known and flags[code] & 1 else 0
        if kind == 3:
            if code < known:
                while size < 3 and characters.letters[code, size]:
                    folded[size] = characters.letters[code, size]
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
                    place = continues_after_hyphen(codes, place, characters)
                    if place < 0:
                        break
                    continue
                if kinds[code] == 1:
                    if flags[code] & 2:
                        trait |= 2
                    part = 0
                    while part < 3 and characters.letters[code, part]:
                        if size < LONGEST_WORD:
                            folded[size] = characters.letters[code, part]
                            size += 1
                        part += 1
                    end = place + 1
                place += 1
            place = end
        starts[count] = begin
        ends[count] = end
        words[count] = hash_letters(folded, size)
        stems[count] = hash_letters(folded, min(stem_length(folded, size), STEM_LENGTH))
        border, blank = border_after(codes, end, characters)
        borders[count] = border
        traits[count] = trait | (4 if blank else 0)
        count += 1
    return count


def slot_of(word: Any, table: Array) -> Any:
    """The place of `word` in a hash table, or the free place where it would go."""
    mask = numbers.u64(len(table) - 1)
    slot = word & mask
    while table[slot] != 0 and table[slot] != word:
        slot = (slot + numbers.u64(1)) & mask
    return slot


def look_up_stems(words: Array, table: Array, table_stems: Array, stems: Array) -> None:
    """Fill in the stems of words; 0 for those that the table lacks."""
    for place in range(len(words)):
        stems[place] = table_stems[slot_of(words[place], table)]


def insert_stems(words: Array, stems: Array, table: Array, table_stems: Array) -> None:
    """Put words and their stems into a table, which has room for them."""
    for place in range(len(words)):
        slot = slot_of(words[place], table)
        table[slot] = words[place]
        table_stems[slot] = stems[place]


def look_up_weights(stems: Array, table: Array, table_weights: Array, weights: Array) -> None:
    """Fill in the weights of stems; those that the table lacks have the weight of its free places."""
    for place in range(len(stems)):
        weights[place] = table_weights[slot_of(stems[place], table)]


def insert_weights(stems: Array, weights: Array, table: Array, table_weights: Array) -> None:
    """Put stems and their weights into a table, the smallest of the weights given for one stem."""
    for place in range(len(stems)):
        slot = slot_of(stems[place], table)
        if table[slot] == 0:
            table[slot] = stems[place]
            table_weights[slot] = weights[place]
        else:
            table_weights[slot] = min(table_weights[slot], weights[place])
