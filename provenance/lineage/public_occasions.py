"""What texts call the place where words were said in public: "press conference", "court hearing".

Only for telling readers, never for judging (`occasions` reads for that). English only; where no text names an
occasion, none is named: a wrong one is worse.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from provenance.model import Article, Span

AROUND = 250  # characters before and behind the words, as in `occasions`
_HOUSE = "parliament house commons lords senate congress assembly lawmakers deputies mps"
_STATEMENT = r"in (?:an? |the |his |her |their |its )?(?:joint |written |short |brief )?"
# "told the crowded town meeting", "at a vigil", "during her farewell speech"; words between are few, so that "told
# a friend of the court" is none.
_TO = r"(?:told|tells|telling|at|during|in|before|addressing) (?:an?|the|his|her|their|its|yesterday's|\w+day's)"
_TO = rf"{_TO} (?:[\w'-]+ ){{0,2}}"
# What a text may say, how that may end, and what the occasion is called then (None: by its last word). What reporters
# are gathered for may be named anywhere around; other occasions only in the sentence of the words, because a court or
# a vigil is often what a story is about. Of several in one text the nearest to the words counts.
_ANYWHERE = (
    ("(?:news|press|media) ", "conference", "press conference"),
    ("(?:news|press|media) ", "briefing call", "press briefing"),
    ("told (?:the )?", "reporters journalists press media", "remarks to reporters"),
)
_IN_SENTENCE = (
    ("(?:earnings|conference) ", "call", "conference call"),
    (_TO, "meeting assembly", "meeting"),
    (_TO, "hearing", "hearing"),
    (r"told (?:the |an? )?(?:[\w'-]+ ){0,2}", "court", "court hearing"),
    ("told (?:the|his|her) ", "trial", "court hearing"),
    ("(?:told|telling|addressing) (?:the )?", _HOUSE, "parliament"),
    (_TO, "speech address sermon", "speech"),
    (_TO, "rally demonstration vigil funeral service ceremony congress", None),
    (_STATEMENT, "statement", "statement"),
)
_PATTERNS = tuple(
    (
        re.compile(rf"\b{before}(?:{last.replace(' ', '|')})\b", re.IGNORECASE),
        called,
        everywhere,
        frozenset(last.split()),
    )
    for patterns, everywhere in ((_ANYWHERE, True), (_IN_SENTENCE, False))
    for before, last, called in patterns
)
# Looked for first: to try every pattern at each of 230 places took a fifth of a second, as long as all else of a
# page.
_LAST_WORDS = re.compile(
    rf"\b(?:{'|'.join(sorted(frozenset().union(*(last for *_, last in _PATTERNS))))})\b", re.IGNORECASE
)
_ENDS = re.compile(r"[.!?][\"'”’»]?\s|\n")


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
    start, end = max(0, span.start - AROUND), min(len(text), span.end + AROUND)
    said = {match.group().lower() for match in _LAST_WORDS.finditer(text, start, end)}
    if not said:
        return None
    sentence = _sentence(text, span, start, end)
    found = []
    for order, (pattern, called, everywhere, last) in enumerate(_PATTERNS):
        if said.isdisjoint(last):
            continue
        for match in pattern.finditer(text, *((start, end) if everywhere else sentence)):
            distance = max(span.start - match.end(), match.start() - span.end, 0)
            found.append((distance, order, called or match.group().lower().split()[-1]))
    return min(found)[2] if found else None


def _sentence(text: str, span: Span, start: int, end: int) -> tuple[int, int]:
    """From the end of the sentence before the words to the end of the sentence that they are in, or end with."""
    for match in _ENDS.finditer(text, start, span.start):
        start = match.end()
    after = _ENDS.search(text, span.end, end)
    return start, after.start() if after else end
