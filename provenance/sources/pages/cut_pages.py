"""Whether a page ends in the middle: of a download that broke off, what is there is read, and that must be told.

A page may leave out `</body>` and `</html>`; the ends of its boxes it may not. Nothing here parses HTML.
"""

from __future__ import annotations

import re

REASON = "its file ends in the middle of the page; what came after that is missing"
_ENDS = re.compile(r"</(?:html|body)\b", re.IGNORECASE)
_BOX = re.compile(r"<(/?)(?:article|div|main|section|table)\b", re.IGNORECASE)
LAST = 20_000  # characters in which a page ends; scripts may come after its last box


def ends_early(text: str) -> bool:
    """Whether neither the page nor all of its boxes end, or its last tag does not."""
    if _ENDS.search(text, max(0, len(text) - LAST)) or "<" not in text:
        return False
    opened = closed = 0
    for found in _BOX.finditer(text):
        if found[1]:
            closed += 1
        else:
            opened += 1
    return opened > closed or ">" not in text[text.rfind("<") :]
