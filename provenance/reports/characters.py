"""Makes any text safe to show, and stretches of shared wording readable.

Safe text has no escape sequences, no reordering across its ends and no lone surrogates. Each character is replaced by
one character, so that offsets into a passage stay right. Escape sequences in an article would otherwise move the
cursor or change the window title of its reader's terminal, and bidirectional overrides would show another text than
the one that is stored.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from provenance.model import Span

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_SPACES = dict.fromkeys((9, 10, 11, 12, 13, 0x1C, 0x1D, 0x1E, 0x1F, 0x85, 0xA0, 0x2028, 0x2029), " ")
_CONTROLS = {code: REPLACEMENT for code in (*range(32), *range(0x7F, 0xA0)) if code not in _SPACES}
_REORDERING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xFFF9, 0xFFFC)), REPLACEMENT)
_NONCHARACTERS = dict.fromkeys((0xFFFE, 0xFFFF), REPLACEMENT)  # XML forbids them
_SAFE = _SPACES | _CONTROLS | _REORDERING | _NONCHARACTERS
_IN_JSON = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]")


def clean(text: str) -> str:
    """The text with every control, reordering and unpaired character replaced, one for one; white space is blank."""
    if text.isprintable():  # none of those is, and most texts are: a tenth of the time
        return text
    return _SURROGATES.sub(REPLACEMENT, text.translate(_SAFE))


def line(text: str) -> str:
    """The text as one clean line: runs of white space become one blank."""
    return " ".join(clean(text).split())


def plain_json(written: str) -> str:
    """The same JSON with characters escaped that a terminal obeys, that end lines elsewhere, or that no UTF-8 has."""
    return _IN_JSON.sub(lambda found: f"\\u{ord(found.group()):04x}", written)


def reads_right_to_left(text: str) -> bool:
    """Whether the text holds Hebrew, Arabic or other letters that are laid out from the right."""
    return _RIGHT_TO_LEFT.search(text) is not None


def shortened(text: str, width: float) -> str:
    """One clean line that fills at most about `width` narrow letters; Chinese, Japanese and Korean ones count two."""
    shown = line(text)
    if shown.isascii():  # every letter is a narrow one
        return shown if len(shown) <= width else shown[: max(int(width) - 1, 0)].rstrip() + "…"
    filled = 0.0
    for place, character in enumerate(shown):
        filled += breadth(character)
        if filled > width:
            return shown[: max(place - 1, 0)].rstrip() + "…"
    return shown


def breadth(text: str) -> float:
    """About how many narrow letters a text fills."""
    if text.isascii():
        return float(len(text))
    return float(sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text))


def joined(text: str, span: Span, shared: Sequence[Span]) -> list[tuple[int, int]]:
    """The shared stretches inside `span`, ascending; stretches with only blanks and punctuation between them are
    joined."""
    result: list[tuple[int, int]] = []
    for start, end in shared:
        start, end = max(start, result[-1][1] if result else span.start), min(end, span.end)
        if start >= end:
            continue
        if result and not any(each.isalnum() for each in text[result[-1][1] : start]):
            result[-1] = (result[-1][0], end)
        else:
            result.append((start, end))
    return result


def all_shared(text: str, span: Span, shared: Sequence[Span]) -> bool:
    """Whether only blanks and punctuation of the passage are outside the shared stretches, or none are given."""
    runs = joined(text, span, shared)
    if len(runs) != 1:
        return not runs
    rest = text[span.start : runs[0][0]] + text[runs[0][1] : span.end]
    return not any(each.isalnum() for each in rest)
