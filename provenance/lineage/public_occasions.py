"""What texts call the place where words were said in public: "press conference", "court hearing".

Only for telling readers, never for judging (`occasions` reads for that). English only; where no text names an
occasion, none is named.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from provenance.model import Article, Span

AROUND = 250  # characters before and behind the words, as in `occasions`
_BODY = r"(?:public|council|board|committee|cabinet|county|town|parish|annual|general|shareholders'?|union)"
_HOUSE = r"(?:parliament|house|commons|lords|senate|congress|assembly|lawmakers|deputies|mps)"
_STATEMENT = r"(?:said|announced|wrote|confirmed|added) in (?:an? |the )?(?:joint |written |short |brief )?statement"
# What a text may say, and what the occasion is called then (None: by the words that were found). Of several in one
# text the nearest to the quotation counts.
_CALLED = (
    (r"(?:news|press|media) conference", "press conference"),
    (r"(?:news|press|media) (?:briefing|call)", "press briefing"),
    (r"(?:earnings|conference) call", "conference call"),
    (rf"{_BODY} (?:meeting|assembly)", "meeting"),
    (r"(?:public|committee|congressional|senate|parliamentary|disciplinary) hearing", "hearing"),
    (
        r"told (?:the |a )?(?:[\w-]+ ){0,2}court|in court|court hearing|at (?:the|his|her|their) trial",
        "court hearing",
    ),
    (rf"told (?:the )?{_HOUSE}", "parliament"),
    (r"in (?:a|an|the|his|her|their) (?:[\w-]+ ){0,2}(?:speech|address)", "speech"),
    (r"rally|demonstration|vigil|funeral|memorial service|ceremony", None),
    (r"told (?:the )?(?:reporters|journalists|press|media)", "remarks to reporters"),
    (_STATEMENT, "statement"),
)
_PATTERNS = tuple((re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), called) for pattern, called in _CALLED)


class OccasionNames:
    """What texts call occasions. Each place is read once: an event of 600 articles has 600 places per quotation, and
    every one of them is asked for with every other."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, Span], str | None] = {}

    def most(self, places: Iterable[tuple[Article, Span]]) -> str | None:
        """What most texts call the occasion of the words at these places, the first in the alphabet of equally many;
        None where no text names one."""
        counts = Counter(name for place in places if (name := self._of(*place)))
        return min(counts, key=lambda name: (-counts[name], name)) if counts else None

    def _of(self, article: Article, span: Span) -> str | None:
        place = article.id, span
        if place not in self._known:
            self._known[place] = _nearest(article.text, span)
        return self._known[place]


def _nearest(text: str, span: Span) -> str | None:
    start, end = max(0, span.start - AROUND), span.end + AROUND
    found = []
    for order, (pattern, called) in enumerate(_PATTERNS):
        for match in pattern.finditer(text, start, end):
            distance = max(span.start - match.end(), match.start() - span.end, 0)
            found.append((distance, order, called or match.group().lower()))
    return min(found)[2] if found else None
