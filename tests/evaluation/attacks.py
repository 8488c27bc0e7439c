"""Twenty-five ways to write a text so that programs do not see where it comes from, for `attack.py` and the tests.

Each is a function of a text and of a source of chance, and gives the same text for the same chance. `HEAVY` change
half of the letters or more.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

Attack = Callable[[str, random.Random], str]

CYRILLIC = str.maketrans("aeopcxyiABEHKMOPCTX", "аеорсхуіАВЕНКМОРСТХ")
SMALL = str.maketrans("abcdefghijklmnopqrstuvwyz", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ")
ACCENTS = str.maketrans("aeioucn", "äéïöüçñ")
DIGITS = str.maketrans("oieastOIEAST", "013457013457")
FILLER = "the quiet inventor of buttons walked seven miles along a canal that nobody had drained since spring"


def letters(change: Callable[[str, random.Random], str], part: float) -> Attack:
    """Change this part of the letters."""

    def attack(text: str, chance: random.Random) -> str:
        return "".join(change(each, chance) if each.isalpha() and chance.random() < part else each for each in text)

    return attack


def lines(change: Callable[[str], str]) -> Attack:
    """Change every line."""
    return lambda text, _: "\n".join(map(change, text.split("\n")))


def words(change: Callable[[str, random.Random], str], part: float) -> Attack:
    """Change this part of the words."""

    def attack(text: str, chance: random.Random) -> str:
        return re.sub(r"\w+", lambda word: change(word[0], chance) if chance.random() < part else word[0], text)

    return attack


def sentences(text: str) -> list[str]:
    """Sentences, about."""
    return [each for each in re.split(r"(?<=[.!?”])\s+", text) if each]


def shuffled(text: str, chance: random.Random) -> str:
    """The sentences in another order."""
    found = sentences(text)
    chance.shuffle(found)
    return " ".join(found)


def merged(text: str, _: random.Random) -> str:
    """Every two sentences as one."""
    found = [each.rstrip(".") for each in sentences(text)]
    return " ".join(f"{one}, and {other}." for one, other in zip(found[::2], [*found[1::2], "so on"], strict=False))


def buried(text: str, chance: random.Random) -> str:
    """The text among nine times as much of another."""
    other = FILLER.split()
    rest = [" ".join(chance.sample(other, 12)).capitalize() + "." for _ in range(9 * len(text.split()) // 12)]
    half = len(rest) // 2
    return "\n\n".join([" ".join(rest[:half]), text, " ".join(rest[half:])])


def halved(text: str, _: random.Random) -> str:
    """Every other sentence."""
    return " ".join(sentences(text)[::2])


def wrapped(text: str, _: random.Random) -> str:
    """Lines of 38 characters, whatever word ends there."""
    flat = " ".join(text.split())
    return "\n".join(flat[start : start + 38] for start in range(0, len(flat), 38))


def noise(letter: str, chance: random.Random) -> str:
    """Another letter, two or none, as a scan has them."""
    return chance.choice(["", letter + chance.choice("il.rn"), chance.choice("eoacunrtil")])


ATTACKS: dict[str, Attack] = {
    "homoglyphs, a tenth": letters(lambda each, _: each.translate(CYRILLIC), 0.1),
    "homoglyphs, all": letters(lambda each, _: each.translate(CYRILLIC), 1),
    "zero-width characters": letters(lambda each, _: each + "\u200b", 0.3),
    "soft hyphens": letters(lambda each, _: each + "\xad", 0.3),
    "combining marks": letters(lambda each, _: each + "\u0335", 0.3),
    "accents": letters(lambda each, _: each.translate(ACCENTS), 0.5),
    "noise of a scan, a tenth": letters(noise, 0.1),
    "capitals": lambda text, _: text.upper(),
    "no marks": lambda text, _: re.sub(r"[^\w\s]", "", text),
    "full width": letters(lambda each, _: chr(ord(each) + 0xFEE0) if each.isascii() else each, 1),
    "mathematical letters": letters(lambda each, _: chr(0x1D41A + ord(each) - 97) if "a" <= each <= "z" else each, 1),
    "small capitals": lambda text, _: text.lower().translate(SMALL),
    "every third word another": words(lambda _, chance: chance.choice(FILLER.split()), 1 / 3),
    "a tenth of the words left out": words(lambda *_: "", 0.1),
    "sentences in another order": shuffled,
    "sentences merged": merged,
    "every other sentence": halved,
    "inside nine times as much": buried,
    "lines of 38 characters": wrapped,
    "no paragraphs": lambda text, _: " ".join(text.split()),
    "letters with thin blanks": lines(lambda line: " ".join("\u2009".join(word) for word in line.split(" "))),
    "letters spaced out": lines(lambda line: "   ".join(" ".join(word) for word in line.split(" "))),
    "blanks removed": lines(lambda line: line.replace(" ", "")),
    "digits for letters": lambda text, _: text.translate(DIGITS),
    "lines turned round": lines(lambda line: f"\u202e{line[::-1]}\u202c" if line else line),
}
HEAVY = ("letters spaced out", "blanks removed", "digits for letters", "lines turned round")
# Of the others those that leave less than half of the words or letters as they are.
MORE_THAN_HALF = (*HEAVY, "every other sentence")
