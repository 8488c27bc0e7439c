"""Text that was damaged before it came here: marks that were decoded twice, written as escapes, or lost.

"â€œ" is a quotation mark whose bytes were read in a wrong encoding, "\\u201c" and "&ldquo;" are one that was never
read; these are put back, and the article says so. What is lost ("\ufffd", "?" for a mark, control characters) is
counted and told. Only signs that no article has by intent are touched: one mark of three characters, or many of two.
Offsets are of the text as it is kept, after the repair.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from provenance.sources.characters import long_texts
from provenance.sources.characters.written_bytes import put_back

ROUNDS = 3  # marks that were decoded wrongly twice over occur, thrice is the most seen
ENOUGH = 3  # sequences of two characters that make an accident unlikely
MANY = 12  # sequences that are no accident, whatever they are
COVERED = 0.6  # share of all characters beyond ASCII that are parts of such sequences, for other scripts
ESCAPES = 2  # escapes of characters beyond ASCII that make a text one with escapes
MARKS = 3  # question marks in the place of a mark that are told
_MARKS = frozenset("“”‘’„‚–—…•€™«»\u00a0\u2011\u2009\ufeff")
# Compiled at their first use: few texts need them.
_ESCAPE = r"\\{1,2}u([0-9a-fA-F]{4})"
_NAMED = r"<U\+([0-9a-fA-F]{4})>"  # as R prints characters that its locale lacks
_PAIR = r"(?i)\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})"
_ENTITY = r"&(?:amp;)?(?:#[0-9]{2,6}|#x[0-9a-fA-F]{2,5}|[A-Za-z]{2,8}[0-9]{0,2});"
_TOGETHER = re.compile(r"[^\x00-\x7f]{2}")  # as every wrongly decoded character is, and few others are
_LATE_BYTES = re.compile(rb"\xc2[\x80-\x9f]")  # a search for bytes takes a tenth of the time
_LATE_CONTROL = r"[\x80-\x9f]"
_CONTROLS = bytes((*range(9), *range(14, 28), 127))
_ASKED_BEFORE = r"(?m)(?:^|[\s(])\?(?=[^\W\d_])"
_ASKED_AFTER = r"(?m)(?<=[,.!])\?(?=\s|$)|(?<=[a-z])\?(?=[a-z]{1,2}\b)"


class Misread(NamedTuple):
    """How UTF-8 looks that was read in another encoding: pattern of its sequences, and the byte of each character.

    `sure`: first characters of two-character sequences that need no company.
    """

    pattern: re.Pattern[str]
    bytes_of: dict[int, int]
    sure: str


@dataclass(frozen=True, slots=True)
class Mended:
    """The text, what was `repaired` in it and what is `lost`, in words for people; None for nothing."""

    text: str
    repaired: str | None = None
    lost: str | None = None


def mended(text: str) -> Mended:
    """The text with its damaged marks put back; nearly all texts come back as they are, after a few searches."""
    kept = text
    how: list[str] = []
    if "&" in kept and (count := long_texts.count(re.compile(_ENTITY), kept)):
        plain = _unescaped(kept)
        if plain != kept:
            kept = plain
            how.append(_count(count, "entity of HTML", "entities of HTML"))
    if "\\" in kept and sum(int(each[1], 16) > 0x7F for each in re.finditer(_ESCAPE, kept)) >= ESCAPES:
        kept, _ = long_texts.replaced(re.compile(_PAIR), _paired, kept)
        kept, count = long_texts.replaced(re.compile(_ESCAPE), lambda found: _character(found[1]), kept)
        how.append(_count(count, "escape (\\uXXXX)", "escapes (\\uXXXX)"))
    if "<U+" in kept:
        kept, count = long_texts.replaced(re.compile(_NAMED), lambda found: _character(found[1]), kept)
        how += [_count(count, "escape (<U+XXXX>)", "escapes (<U+XXXX>)")] if count else []
    kept, written = put_back(kept)
    how += [f"{name} ({_count(count, 'time', 'times')})" for count, name in written]
    if not kept.isascii() and _TOGETHER.search(kept):
        kept, count = _read_again(kept)
        if count:
            how.append(_count(count, "character decoded wrongly before", "characters decoded wrongly before"))
    if not kept.isascii() and _LATE_BYTES.search(kept.encode("utf-8", "surrogatepass")):
        kept, count = long_texts.replaced(re.compile(_LATE_CONTROL), _western, kept)
        if count:
            how.append(_count(count, "mark of windows-1252", "marks of windows-1252"))
    return Mended(kept, f"repaired: {', '.join(how)}" if how else None, _lost(kept))


def _lost(text: str) -> str | None:
    """What cannot be put back."""
    lost = []
    if (count := text.count("\ufffd")) > 0:
        lost.append(_count(count, "character was lost (U+FFFD)", "characters were lost (U+FFFD)"))
    written = text.encode("utf-8", "surrogatepass")
    if (controls := len(written) - len(written.translate(None, _CONTROLS))) > 0:
        lost.append(_count(controls, "control character", "control characters"))
    if text.count("?") >= MARKS and (asked := _asked(text)) >= MARKS:
        lost.append(f"{asked} question marks where quotation marks and apostrophes seem to have been")
    return f"damaged before it came here: {', '.join(lost)}" if lost else None


def _asked(text: str) -> int:
    """How many question marks are where no question ends; none where no word begins with one."""
    if " ?" not in text and "\n?" not in text and not text.startswith("?"):
        return 0
    before = long_texts.count(re.compile(_ASKED_BEFORE), text)
    return before + long_texts.count(re.compile(_ASKED_AFTER), text) if before else 0


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


# Escapes and entities -------------------------------------------------------------------------------------------


def _unescaped(text: str) -> str:
    from html import unescape  # takes 1 ms with its tables

    def plain(found: re.Match[str]) -> str:
        once = unescape(found[0])
        return unescape(once) if once.startswith("&") and once.endswith(";") else once

    return long_texts.replaced(re.compile(_ENTITY), plain, text)[0]


def _character(code: str) -> str:
    number = int(code, 16)
    return f"\\u{code}" if 0xD800 <= number <= 0xDFFF or number < 0x20 else chr(number)


def _paired(found: re.Match[str]) -> str:
    high, low = int(found[1], 16), int(found[2], 16)
    return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


# Decoded wrongly ------------------------------------------------------------------------------------------------


@cache
def _misreadings() -> tuple[Misread, ...]:
    return tuple(
        _misread(encoding, sure)
        for encoding, sure in (("cp1252", "ÂÃ"), ("mac_roman", ""), ("cp1251", ""), ("cp1250", "Ă"))
    )


def _misread(encoding: str, sure: str) -> Misread:
    """The pattern of UTF-8 sequences, each byte as the encoding shows it, or as a control character."""
    shown = {byte: {chr(byte)} if byte < 0xA0 else set() for byte in range(0x80, 0x100)}
    for byte in range(0x80, 0x100):
        try:
            shown[byte].add(bytes((byte,)).decode(encoding))
        except UnicodeDecodeError:
            shown[byte].add(chr(byte))

    def of(first: int, last: int) -> str:
        return "[" + "".join(re.escape(c) for b in range(first, last + 1) for c in sorted(shown[b])) + "]"

    more = of(0x80, 0xBF)
    written = f"{of(0xC2, 0xDF)}{more}|{of(0xE0, 0xEF)}{more}{more}|{of(0xF0, 0xF4)}{more}{more}{more}"
    bytes_of = {ord(character): byte for byte, characters in shown.items() for character in characters}
    return Misread(re.compile(written), bytes_of, sure)


def _read_again(text: str) -> tuple[str, int]:
    """The text after as many rounds as it was decoded wrongly, and how many characters were put right."""
    total = 0
    for _ in range(ROUNDS):
        for misread in _misreadings():
            better, count = _one_round(text, misread)
            if count:
                text, total = better, total + count
                break
        else:
            break
    return text, total


def _one_round(text: str, misread: Misread) -> tuple[str, int]:
    sure = good = covered = 0
    blocks: Counter[int] = Counter()
    for one in misread.pattern.finditer(text):
        character = _decoded(one[0], misread)
        if character is not None:
            sure += _is_sure(one[0], character, misread)
            good += 1
            covered += len(one[0])
            blocks[ord(character) >> 8] += 1
    if not good:
        return text, 0
    beyond = sum(character > "\x7f" for character in text)
    if not sure and (good < ENOUGH or covered < COVERED * beyond or not _of_one_script(blocks)):
        return text, 0
    everything = covered >= COVERED * beyond
    count = 0

    def right(one: re.Match[str]) -> str:
        nonlocal count
        character = _decoded(one[0], misread)
        if character is None or not (everything or _is_sure(one[0], character, misread)):
            return one[0]
        count += 1
        return character

    text, _ = long_texts.replaced(misread.pattern, right, text)
    if misread.sure.startswith("Â"):  # the last byte of a closing mark has no character in windows-1252 and gets lost
        closing = re.compile(r"â€(?:Â?\x9d|(?=[\s.,;:!?)\]]|$))")
        text, more = long_texts.replaced(closing, lambda _: "”", text)
        count += more
    return text, count


def _is_sure(sequence: str, character: str, misread: Misread) -> bool:
    return character in _MARKS if len(sequence) > 2 else sequence[0] in misread.sure


def _of_one_script(blocks: Counter[int]) -> bool:
    """Whether most characters are of one block of Unicode, as those of a text are and those of accidents are not."""
    return max(blocks.values()) >= COVERED * blocks.total() or blocks.total() > MANY


def _decoded(sequence: str, misread: Misread) -> str | None:
    """The character that a sequence was; None where it was none, or one that no text has."""
    try:
        character = bytes(misread.bytes_of[ord(one)] for one in sequence).decode("utf-8")
    except UnicodeDecodeError:
        return None
    usual = (
        "\u00a0" <= character <= "\u017f"
        or "\u0370" <= character <= "\u052f"
        or "\u05d0" <= character <= "\u06ff"
        or "\u0e01" <= character <= "\u0e5b"
        or "\u1e00" <= character <= "\u203a"
        or character in _MARKS
        or "\u3000" <= character <= "\u30ff"
        or "\u4e00" <= character <= "\u9fa5"
        or "\uac00" <= character <= "\ud7a3"
        or character >= "\U0001f300"
        or character in "ăąćčđęěğıłńňőřşšťůűźžșț→←✓★"
    )
    return character if usual else None


def _western(found: re.Match[str]) -> str:
    try:
        return found[0].encode("latin-1").decode("cp1252")
    except UnicodeDecodeError:
        return found[0]
