"""Reads a text that was written so that programs do not recognise its words, as a person reads it.

Letters spaced out, lines turned round by a bidirectional override, digits for letters, small capitals: none of these
is left standing, and each is said. Where nobody can tell where words end (blanks removed), that is all that is said.
Letters of other alphabets and hidden characters are no matter of reading: words are compared without them
(`provenance.text.normalisation`). One cheap look decides for nearly every text that there is nothing to do.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from provenance.sources.characters.long_texts import count, paragraphs, replaced, rewritten

BLANKS = " \t\xa0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff"
JOINTS = "-._*|/·•~+="
OVERRIDE, POP = "\u202e", "\u202c"
LEAST_LETTERS = 16  # in a row that are spaced out: fewer are a table, an initial or a heading
LEAST_WORDS = 5  # of a paragraph with marks between their letters, or with digits for some of them
PART = 0.3  # of the words of a paragraph
WINDOW = 400  # characters that are looked at together; of news they hold 50 to 80 blanks
FEW_BLANKS, MANY_BLANKS = 48, 120
DENSE = 60  # characters for each "3", "0" or "4", at most: e, o and a are a fifth of a text, these in news one in 200
LONG_WORD = 45  # letters in a row that no word has

# Possessive, since each repetition that could be given back takes 130 bytes; so each looks whether the next may end.
_LETTER = r"[^\s\u200b\u2060\ufeff]"
_SPACED = re.compile(
    rf"(?<!\S)(?:{_LETTER}[{BLANKS}]{{1,6}}(?=\S(?!\S)|{_LETTER}[{BLANKS}])){{{LEAST_LETTERS - 1},}}+\S(?!\S)"
)
_MARKED = re.compile(rf"(?<!\S)\S[{re.escape(JOINTS)}]\S")  # how a word with marks between its letters begins
_GAP = re.compile(rf"[{BLANKS}]+")
_TURNED = re.compile(
    f"{OVERRIDE}(\r?)([^{OVERRIDE}{POP}\n\u2028\u2029]*?)(\r?)(?:{POP}|(?=[{OVERRIDE}\n\u2028\u2029])|\\Z)"
)
_MIXED = re.compile(r"[^\W\d_]+[0-9@$!|]+[^\W\d_]\w*|[0-9@$][^\W\d_]{3,}\w*|[^\W\d_]{3,}[0-9@$]")
_TOKEN = re.compile(r"[\w@$]+(?:[!|][\w@$]+)*")
_LONG = re.compile(rf"[^\W\d_]{{{LONG_WORD},}}")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff\uff66-\uff9f]")
# What a digit is read as: the first of these that the text itself lacks.
_LETTERS = {"0": "o", "1": "il", "3": "e", "4": "a", "5": "s", "6": "gb", "7": "t", "8": "b", "9": "gp", "2": "z",
            "@": "a", "$": "s", "!": "il", "|": "li"}  # fmt: skip
LEAST_VOWELS = 2
_OF_DIGITS = frozenset(["a", "i", "it", "at", "to", "so", "is", "as", "i'm", "too", "toot", "sit"])
_SMALL = dict(zip(map(ord, "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ"), "abcdefghijklmnopqrstuvwyz", strict=True))
_BOXED = {
    **{code + number: chr(97 + number) for code in (0x1F1E6, 0x1F130, 0x1F150, 0x1F170) for number in range(26)},
}
_SHAPES = _SMALL | _BOXED
_SHAPED = re.compile("[" + "".join(map(chr, _SHAPES)) + "]")
_SHAPES_OF_E = tuple(chr(code) for code, letter in _SHAPES.items() if letter == "e")
LEAST_SHAPES = 20  # small capitals of phonetics, and flags, are fewer


class Reading(NamedTuple):
    """A text as a person reads it, and how it was disguised, in words for people: () where it was not.

    `unread` says of a disguise that it could not be undone.
    """

    text: str
    disguises: tuple[str, ...] = ()
    unread: bool = False


SPACED, JOINED, TURNED, DIGITS, SHAPES = (
    "its letters are spaced out",
    "the blanks between its words are removed",
    "its lines are turned round by a bidirectional override",
    "digits stand for letters",
    "its letters are small capitals or signs",
)


def plain(text: str) -> Reading:
    """The text as a person reads it; the same text where nothing is disguised."""
    found: list[str] = []
    unread = False
    ascii_only = text.isascii()
    if not ascii_only and OVERRIDE in text:
        turned, _ = replaced(_TURNED, lambda each: f"{each[2][::-1]}{each[1] or each[3]}", text)
        if _letters(text) == _letters(turned):
            text = turned.replace(POP, "")
            found.append(TURNED)
    if not ascii_only and any(each in text for each in _SHAPES_OF_E) and count(_SHAPED, text) >= LEAST_SHAPES:
        text = text.translate(_SHAPES)
        found.append(SHAPES)
    fewest, most = _blanks(text) if len(text) >= 2 * WINDOW else (0, WINDOW)
    if most > MANY_BLANKS or (fewest < FEW_BLANKS and not _UNSPACED.search(text)):
        joined, parted = _without_gaps(text)
        if joined != text or not parted:
            found.append(SPACED)
            unread = not parted
            text = joined
        elif fewest < FEW_BLANKS and _is_joined(text):
            found.append(JOINED)
            unread = True
    if _may_have_digits(text) and (lettered := _with_letters(text)) != text:
        text = lettered
        found.append(DIGITS)
    return Reading(text, tuple(found), unread)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


# Letters that are spaced out ------------------------------------------------------------------------------------


def _blanks(text: str) -> tuple[int, int]:
    """The fewest and the most blanks in WINDOW characters, of a text of two windows or more."""
    counts = [text.count(" ", start, start + WINDOW) for start in range(0, len(text) - WINDOW + 1, WINDOW)]
    return min(counts), max(counts)


def _without_gaps(text: str) -> tuple[str, bool]:
    """The text with the letters of its words together, and whether it showed where all words end."""
    parted = True

    def joined(stretch: re.Match[str]) -> str:
        nonlocal parted
        if not any(map(str.isalpha, stretch[0][: 2 * LEAST_LETTERS])):  # a line of dashes
            return stretch[0]
        gaps = Counter(gap[0] for gap in _GAP.finditer(stretch[0]))
        blanks = sum(len(gap) * number for gap, number in gaps.items())
        is_words = 2 * _letters(stretch[0]) > len(stretch[0]) - blanks
        ordinary, times = gaps.most_common(1)[0]
        if (gaps.total() - times) * 30 < gaps.total():
            parted = not is_words
            return stretch[0]
        return replaced(_GAP, lambda gap: "" if gap[0] == ordinary else " ", stretch[0])[0]

    found, _ = replaced(_SPACED, joined, text)
    return rewritten(found, _without_joints) if _MARKED.search(found) else found, parted


def _without_joints(line: str) -> str:
    """A line whose words have marks between all of their letters, without these; any other line as it is."""
    words = line.split()
    marked = [word for word in words if word[1:2] in JOINTS and len({*word[1::2]}) == 1 and len(word) % 2]
    if len(marked) < LEAST_WORDS or len(marked) < 2 * PART * len(words):
        return line
    (joint, count), *_ = Counter(word[1] for word in marked).most_common(1)
    if count < len(marked) or not any(map(str.isalpha, "".join(marked))):
        return line
    return re.sub(rf"(?<=\S){re.escape(joint)}(?=\S)", "", line)


# Digits for letters ---------------------------------------------------------------------------------------------


def _may_have_digits(text: str) -> bool:
    """Whether so many characters are digits that they may stand for letters."""
    return DENSE * (text.count("3") + text.count("0") + text.count("4")) > len(text)


def _with_letters(text: str) -> str:
    """The text with letters for digits, in paragraphs where every third word has both."""
    counts: Counter[str] = Counter()
    for start, end in paragraphs(text):
        if _has_digits_for_letters(paragraph := text[start:end]):
            counts.update(paragraph.lower())
    signs = {}
    for sign, letters in _LETTERS.items():
        letter = min(letters, key=lambda each: counts[each])  # of "il" the one that the text lacks
        if counts[sign] >= LEAST_WORDS and 3 * counts[letter] < counts[sign]:
            signs[ord(sign)] = letter
    if sum(letter in "aeio" for letter in signs.values()) < LEAST_VOWELS:  # names of hosts, numbers of parts
        return text

    def lettered(token: re.Match[str]) -> str:
        word = token[0].translate(signs)
        mixed = any(map(str.isalpha, token[0]))
        return word if mixed or word in _OF_DIGITS else token[0]

    return rewritten(text, lambda line: _TOKEN.sub(lettered, line) if _has_digits_for_letters(line) else line)


def _has_digits_for_letters(paragraph: str) -> bool:
    words = [] if _UNSPACED.search(paragraph) else _TOKEN.findall(paragraph)
    mixed = sum(_MIXED.match(word) is not None for word in words)
    return mixed >= LEAST_WORDS and mixed >= PART * len(words)


# Blanks removed -------------------------------------------------------------------------------------------------


def _is_joined(text: str) -> bool:
    """Whether letters go on where every language that writes blanks has some."""
    return sum(len(each) for each in _LONG.findall(text)) > 2 * LONG_WORD
