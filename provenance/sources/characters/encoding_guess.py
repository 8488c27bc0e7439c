"""Which encoding bytes are in that are not UTF-8, by the letters and words that each reading of them gives.

Encodings of one byte per character turn the same bytes into different letters, so that likelihoods of the letters can
be compared directly: each language says how often it uses which letter, marks between letters and capitals inside
words speak against a reading. East Asian encodings and UTF-16 are taken where they give the commonest characters of
the language. A guess says which encoding would be next and whether the two are close. Nothing here repairs anything.
"""

from __future__ import annotations

import codecs
import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from provenance.sources.characters.letter_frequencies import CHINESE, KOREAN, LANGUAGES

SAMPLE = 3000  # bytes above ASCII that are looked at, with all between them; 200 decide most texts
LONGEST = 64 * 1024  # bytes of the sample
RARE = 3e-5  # share of a letter or sign that a language does not use
MARK = 0.02  # share of each quotation mark and dash among characters beyond ASCII
SIGN = 0.001  # of each further sign that news has
INSIDE, MIXED, CAPITAL, RUN = -5.0, -4.0, -4.0, -1.0
# nats for: a sign between two letters, Latin beside another script, a capital after a small letter, accent by accent
BESIDE_DIGIT = -3.0  # for each letter beside a digit
CONTROL = -9.0  # for each control character
SHOUTED = 0.8  # share of capitals among letters from which on capitals say nothing
WORD = 1.0  # nats for each word of a language
MOST_WORDS = 40  # that count
UNLIKELY = {
    "cp1252": 1.5,
    "mac": -6.0,
    "cp8": -6.0,
    "cp4": -7.0,
    "iso": -0.5,
    "mac_cyrillic": -8.0,
    "iso8859_4": -3.0,
}
DOUBTFUL = 3.0  # nats between the best reading and the next one that differs
WORST = -7.5  # nats per character of a reading that may still be right
_MARKS = "“”‘’„‚«»–—…‹›"
_SIGNS = "€£§°©®™·•½¼¾²³×±†‰№\u00a0\u00ad´¨ªº"
_HIRAGANA = frozenset(map(chr, range(0x3041, 0x3097)))
_CONTROL = re.compile(r"[\ufffd\x00-\x08\x0b\x0e-\x1f\x7f]")
_BEYOND = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Guess:
    """An encoding, and another one that would be nearly as likely and gives another text."""

    encoding: str
    rival: str | None = None


def guess(data: bytes) -> Guess | None:
    """The likeliest encoding of bytes that are no UTF-8; None where no reading makes sense."""
    sample = _sample(data)
    found = _east_asian(sample)
    if found is not None:
        return Guess(found)
    scored = _readings(sample)
    if not scored:
        return None
    (best, encoding, text), *others = scored
    if best < WORST * max(1, len(_BEYOND.findall(text))):
        return None
    rival = next((name for score, name, other in others if best - score < DOUBTFUL and other != text), None)
    return Guess(encoding, rival)


def utf16_by_scripts(head: bytes) -> str | None:
    """Which UTF-16 bytes with zeros among them are, by the scripts of the text that each gives; None for neither."""
    if len(head) % 4 == 0 and not any(head[2::4] + head[3::4]):
        return "utf-32-le" if _in_scripts(_decoded(head, "utf-32-le")) >= 0.97 else None
    shares = {name: _in_scripts(_decoded(head, name)) for name in ("utf-16-le", "utf-16-be")}
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= 0.97 and min(shares.values()) < 0.9 else None


def _sample(data: bytes) -> bytes:
    """The beginning, up to a number of bytes beyond ASCII."""
    count = 0
    for place in range(0, min(len(data), LONGEST), 1024):
        piece = data[place : place + 1024]
        count += len(piece) - len(piece.translate(None, bytes(range(128, 256))))
        if count >= SAMPLE:
            return data[: place + 1024]
    return data[:LONGEST]


def _decoded(data: bytes, encoding: str) -> str:
    """The text of a sample whose last character may be cut off; an empty one where it is not in the encoding."""
    try:
        return codecs.getincrementaldecoder(encoding)("strict").decode(data)
    except (UnicodeDecodeError, LookupError):
        return ""


# East Asia ------------------------------------------------------------------------------------------------------


def _east_asian(sample: bytes) -> str | None:
    """An encoding of several bytes per character that gives common characters of its language."""
    wide: tuple[str, ...] = ("utf_16_le", "utf_16_be") if len(sample) % 2 == 0 else ()
    for encoding in ("euc_jp", "cp932", *wide):
        if _share(sample, encoding, _HIRAGANA) >= 0.2:
            return encoding
    for encoding in ("cp949", *wide):
        if _share(sample, encoding, KOREAN) >= 0.25:
            return encoding
    shares = {encoding: _share(sample, encoding, CHINESE) for encoding in ("gb18030", "big5hkscs", *wide)}
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= 0.25 else None


def _share(sample: bytes, encoding: str, common: frozenset[str]) -> float:
    """The share of common characters among those beyond ASCII, if there are some."""
    text = _decoded(sample, encoding)
    beyond = _BEYOND.findall(text)
    if len(beyond) < 4 or "\0" in text:
        return 0.0
    return sum(one in common for one in beyond) / len(beyond)


def _in_scripts(text: str) -> float:
    """The share of characters that running text in any script has, so that text in random characters has less."""
    if not text:
        return 0.0
    return len(_SCRIPTS.findall(text)) / len(text)


_SCRIPTS = re.compile(
    "[\t\n\r -~\u00a0-\u017f\u0370-\u0556\u05d0-\u06ff\u0900-\u0e5b\u10a0-\u10ff\u1e00-\u1eff\u2010-\u203a\u20ac"
    "\u2100-\u214f\u3000-\u30ff\u4e00-\u9fa5\uac00-\ud7a3\uff01-\uff5e]"
)


# One byte per character -----------------------------------------------------------------------------------------


def _readings(sample: bytes) -> list[tuple[float, str, str]]:
    """Score, encoding and text of every reading, the best first; of equal texts only the likeliest."""
    by_encoding: dict[str, list[str]] = {}
    for name, language in LANGUAGES.items():
        for encoding in language.encodings.split():
            by_encoding.setdefault(encoding, []).append(name)
    scored = []
    for encoding, names in by_encoding.items():
        # windows-1252 leaves five bytes open, and texts in it that hold one are common.
        text = _decoded(sample, encoding) or (sample.decode("cp1252", "replace") if encoding == "cp1252" else "")
        if not text:
            continue
        shape = _shape(text) + _prior(encoding)
        beyond = "".join(_BEYOND.findall(text)).replace("\ufffd", "")
        letters = "".join(filter(str.isalpha, beyond))
        if letters and sum(map(str.isupper, letters)) > SHOUTED * len(letters):  # a text in capitals
            beyond = beyond.lower()
            shape += CAPITAL
        counts = Counter(beyond)
        words = Counter(re.findall(r"(?<![^\W\d_])[a-z]+(?![^\W\d_])", text.lower()))
        score = max(_likelihood(name, counts, words) for name in names) + shape
        scored.append((score, encoding, text))
    scored.sort(key=lambda one: (-one[0], one[1]))
    return scored


def _prior(encoding: str) -> float:
    return UNLIKELY.get(encoding, UNLIKELY.get(encoding[:3], 0.0))


def _likelihood(language: str, counts: Counter[str], words: Counter[str]) -> float:
    weights = _weights(language)
    rare = math.log(RARE)
    told = sum(number * weights.get(one, rare) for one, number in counts.items())
    known = sum(words[word] for word in LANGUAGES[language].words.split())
    return told + WORD * min(known, MOST_WORDS)


@cache
def _weights(language: str) -> dict[str, float]:
    """log of the share of each character among those beyond ASCII; capitals of a script are 30 times as rare."""
    weights: dict[str, float] = dict.fromkeys(_SIGNS, math.log(SIGN))
    weights.update(dict.fromkeys(_MARKS, math.log(MARK)))
    for entry in LANGUAGES[language].letters.split():
        letter, share = entry[0], int(entry[1:]) / 1000
        capital = letter.upper()
        if len(capital) == 1 and capital != letter:
            weights.setdefault(capital, math.log(share / 30))
        weights[letter] = math.log(share)
    return weights


def _shape(text: str) -> float:
    """What the neighbours of characters beyond ASCII say against a reading."""
    told = CONTROL * len(_CONTROL.findall(text))
    for found in _BEYOND.finditer(text):
        place = found.start()
        one = text[place]
        before = text[place - 1] if place else " "
        after = text[place + 1] if place + 1 < len(text) else " "
        if one.isalpha():
            if one.isupper() and before.islower():
                told += CAPITAL
            if before.isdigit() or after.isdigit():
                told += BESIDE_DIGIT
            latin = one < "\u0250"
            if before.isalpha() and (before < "\u0250") != latin:
                told += MIXED
            elif latin and before.isalpha() and before > "\x7f":
                told += RUN
            if after.isascii() and after.isalpha() and not latin:
                told += MIXED
        elif (
            before.isalpha() and after.isalpha() and one not in "’‘·\u00ad" and not "\u0300" <= one <= "\u0e5b"
        ) or "\x80" <= one < "\xa0":
            told += INSIDE
    return told
