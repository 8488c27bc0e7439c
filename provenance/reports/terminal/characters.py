"""Makes any text safe and predictable to print: no escape sequences, no reordering, no half characters.

One character stays one character, so that offsets into a passage still hold. Escape sequences in an article would
otherwise move the cursor or change the window title of whoever audits it, and bidirectional overrides would show
another text than the one that is stored.
"""

from __future__ import annotations

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
LEFT_TO_RIGHT_MARK = "\N{LEFT-TO-RIGHT MARK}"

_SPACES = dict.fromkeys((*range(9, 14), 0x1C, 0x1D, 0x1E, 0x1F, 0x85, 0xA0, 0x2028, 0x2029), " ")
_CONTROLS = {code: REPLACEMENT for code in (*range(32), *range(0x7F, 0xA0)) if code not in _SPACES}
_REORDERING = dict.fromkeys(
    (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF, 0xFFF9, 0xFFFA, 0xFFFB),
    REPLACEMENT,
)
_SAFE = _SPACES | _CONTROLS | _REORDERING
_SURROGATES = re.compile("[\ud800-\udfff]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]")


def clean(text: str) -> str:
    """The text with every control, reordering and unpaired character replaced, one for one; white space is blank."""
    return _SURROGATES.sub(REPLACEMENT, text.translate(_SAFE))


def line(text: str) -> str:
    """The text as one clean line: runs of white space become one blank."""
    return " ".join(clean(text).split())


def reads_right_to_left(text: str) -> bool:
    """Whether the text holds Hebrew, Arabic or other letters that a terminal may lay out from the right."""
    return _RIGHT_TO_LEFT.search(text) is not None


def cell(text: str, width: int) -> str:
    """One clean line of at most `width` columns, for a table. Text that reads from the right is closed off with marks
    so that it cannot pull the next column to its other side."""
    from rich.cells import cell_len, set_cell_size

    shown = line(text)
    if cell_len(shown) > width:
        shown = set_cell_size(shown, max(width - 1, 0)).rstrip() + "…"
    if reads_right_to_left(shown):
        return f"{LEFT_TO_RIGHT_MARK}{shown}{LEFT_TO_RIGHT_MARK}"
    return shown
