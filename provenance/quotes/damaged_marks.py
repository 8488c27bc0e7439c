"""Quotation marks that came here as other characters: "\\ufffd" or "?" in the place of each mark beyond ASCII.

What a lost character was is told by what is beside it: before a word it opened a quotation, behind a comma or full
stop it closed one, inside a word it was an apostrophe, between blanks a dash. `readable` puts marks back for whoever
reads quotations; the text itself, and all offsets into it, stay as they are. Letters that were lost stay lost: they
read "\\ufffd", and `fits` says which words they may have belonged to.
"""

from __future__ import annotations

import re

LOST = "\ufffd"
ENOUGH = 3  # question marks in the places of marks that make a text one in which marks became question marks
LONGEST = 600  # code points of a quotation in which its closing mark is looked for
_BEFORE_WORD = re.compile(r"(?m)(?:^|[\s(\[])\?{1,3}(?=[^\W\d_])|^\?{1,3}[ \u00a0\u202f](?=[^\W\d_])")
# Behind a mark, before one that no question has, and inside a word ("K?rzung", "Nobody?s").
_BEHIND_MARK = re.compile(
    r"(?m)(?<=[,.!?])\?(?=\s|$)|(?<=[a-z])\?{1,3}(?=[,;:]\s)|(?<=[A-Za-z])\?{1,3}(?=[a-z]+[\s,.;])"
)
_NAME = re.compile(r"[A-Z][a-z]+\b")  # "O'Brien", "d'Artagnan"
# What follows an apostrophe in the middle of a word, and what comes before one, by language. Elsewhere a character
# that was lost there was a letter: "pa\ufffds" is "país".
_CONTRACTED = {
    "english": re.compile(r"(?:s|t|d|m|ll|re|ve|S|T|D|M|LL|RE|VE|em|clock)\b"),
    "german": re.compile(r"(?:s|ner|nen|ne|n)\b"),
    "dutch": re.compile(r"(?:s|n|tje|tjes|er|ers)\b"),
}
_ELIDED = {
    "french": re.compile(r"(?i)\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|presqu|aujourd|entr)$"),
    "italian": re.compile(
        r"(?i)\b(?:[cdlmnstv]|un|(?:a|be|co|da|de|ne|que|su)ll|a?gl|quest|anch|sant|mezz|tutt|nient|senz|cos|dov|com|ch)$"
    ),
}
_LONGEST_ELIDED = 8
_RUN = re.compile("\ufffd{1,3}")
_ASKED = re.compile(r"\?{1,3}")
_PIECES = re.compile("(\ufffd+)")
LONGEST_WORD = 64  # letters; what is longer is no word
MOST_LETTERS = 3  # that one lost character stands for
_ENDS = ",.?!…"
_EAST = "\u2e80"  # from here on scripts without spaces
_BLANKS, _BEHIND = " \u00a0\u202f", ",.;:!?)\n"
_SPACED_CLOSE = re.compile("[ \u00a0\u202f][\ufffd?]{1,3}(?=[,.;:!?)\n]|$)")
_OPENS_AFTER = "([{—–-/:"


def lost_marks(text: str) -> str | None:
    """The character that is where marks were: "\\ufffd", "?", or None where none were lost."""
    if LOST in text:
        return LOST
    if " ?" not in text and "\n?" not in text and not text.startswith("?"):
        return None
    before = len(_BEFORE_WORD.findall(text))
    return "?" if before and before + len(_BEHIND_MARK.findall(text)) >= ENOUGH else None


def readable(text: str, language: str = "english") -> str:
    """The text with marks in the places of lost ones, of the same length; the text itself where none were lost.

    `language` is the name of the text's language as its pack has it. A letter that was lost is U+FFFD wherever it is
    sure to be one.
    """
    lost = lost_marks(text)
    if lost is None:
        return text
    parts: list[str] = []
    place, opened = 0, False
    for found in (_RUN if lost == LOST else _ASKED).finditer(text):
        start, end = found.span()
        before = text[start - 1] if start else "\n"
        after = text[end] if end < len(text) else "\n"
        if lost == "?" and (end - start) % 2 == 0 and before.isalnum() and not after.isalnum():
            start, before = start + 1, "?"  # a question, and the mark behind it
        if opened and "\n" in text[place:start]:
            opened = False
        mark = _mark(text, start, end, before, after, opened, language)
        parts.append(text[place:start])
        if mark is None:
            goes_on = after.isalpha() or after in ".,;:" or (after == " " and text[end + 1 : end + 2].islower())
            is_letter = before.isalpha() and goes_on
            parts.append((LOST if is_letter else text[start]) * (end - start))
        elif mark == "’":
            parts.append(mark + LOST * (end - start - 1))
        else:
            blank = " " * (end - start - 1)
            parts.append(blank + mark if mark == "“" else mark + blank)
            opened = mark == "“" or (opened and mark != "”")
        place = end
    return "".join(parts) + text[place:]


def fits(damaged: str, word: str) -> bool:
    """Whether a word of which characters were lost may be that other one, letter for letter.

    A lost character stands for up to three letters; for none where it was a mark between the parts of a word.
    """
    parts = _PIECES.split(damaged[: LONGEST_WORD + 1])
    if len(parts) == 1:
        return damaged == word
    if max(len(damaged), len(word)) > LONGEST_WORD or not word.startswith(parts[0]):
        return False
    ends = {len(parts[0])}  # places of `word` that may be reached
    for lost, rest in zip(parts[1::2], parts[2::2], strict=True):
        ends = {
            end + letters + len(rest)
            for end in ends
            for letters in range(len(lost) * MOST_LETTERS + 1)
            if word.startswith(rest, end + letters)
        }
    return len(word) in ends


def _mark(text: str, start: int, end: int, before: str, after: str, opened: bool, language: str) -> str | None:
    """Which mark was lost between two characters; None where it was a letter, or may have been a question mark."""
    if text[start] == LOST and (before >= _EAST or after >= _EAST):
        return "”" if opened else "“" if _closes_before_line_ends(text, end) else None
    opens = not opened and (text[start] == LOST or before == "\n" or text[start - 2 : start] == ": ")
    if opens and after in _BLANKS and text[end + 1 : end + 2].isalnum() and _spaced_close(text, end):
        return "“"  # "« Nous avons ... »"
    if opened and before in _BLANKS and after in _BEHIND:
        return "”"
    if before.isalnum() and after.isalnum():
        return "’" if _is_apostrophe(text, start, end, language) else None
    if before.isspace() and after.isspace():
        return "–" if before == after == " " else None
    if (before.isspace() or before in _OPENS_AFTER) and after.isalnum():
        return "’" if after.isdigit() else "“"
    ends = after.isspace() or not after.isalnum()
    if not ends or not opened:
        return None
    if before in _ENDS:
        return "”"
    return "”" if before.isalnum() and not _closes_later(text, start, end) else None


def _is_apostrophe(text: str, start: int, end: int, language: str) -> bool:
    """Whether a character that was lost between letters was an apostrophe, by the habits of the language."""
    if _NAME.match(text, end):
        return True
    contracted, elided = _CONTRACTED.get(language), _ELIDED.get(language)
    if contracted is not None and contracted.match(text, end):
        return True
    return elided is not None and elided.search(text[max(0, start - _LONGEST_ELIDED) : start]) is not None


def _closes_before_line_ends(text: str, end: int) -> bool:
    """Whether the lost character comes again in its line."""
    line = text.find("\n", end)
    return 0 <= text.find(LOST, end, line if line >= 0 else len(text)) < end + LONGEST


def _spaced_close(text: str, end: int) -> bool:
    """Whether a lost mark with a blank before it and a comma or full stop behind it comes in the same line."""
    line = text.find("\n", end)
    return _SPACED_CLOSE.search(text, end, min(end + LONGEST, line + 1 if line >= 0 else len(text))) is not None


def _closes_later(text: str, start: int, end: int) -> bool:
    """Whether a surer closing mark comes before the next opening one in the paragraph."""
    lost = text[start]
    line = text.find("\n", end)
    stop = min(line if line >= 0 else len(text), end + LONGEST)
    place = text.find(lost, end, stop)
    while place >= 0:
        before, after = text[place - 1], text[place + 1] if place + 1 < stop else "\n"
        if before in _ENDS and not after.isalnum():
            return True
        if before.isspace() and after.isalnum():
            return False
        place = text.find(lost, place + 1, stop)
    return False
