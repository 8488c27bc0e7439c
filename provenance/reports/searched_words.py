"""What a check would have found, in words: so that "nothing was found" says what it is worth."""

from __future__ import annotations

from collections.abc import Sequence

from provenance.model.detection import Findable, Searched
from provenance.reports import wording

LIKELY = 0.9  # the shortest copy that is found with this probability is named
REWORDED = 0.75  # part of the words that a touched-up copy keeps, as it is named first
SHARES = {0.5: "half of its words", 0.6: "3 of 5 words", 0.75: "3 of 4 words", 0.9: "9 of 10 words"}


def searched_words(searched: Searched | None) -> str:
    """Which copies would have been found, and where that was measured; "" where nothing is known."""
    if searched is None or not searched.found_if:
        return ""
    named = _examples(searched.found_if)
    said = [
        f"one of {row.words} words {kept_words(row.kept)} with {chance_words(row.probability)}" for row in named[1:]
    ]
    first = named[0]
    sentence = (
        f"A passage of {first.words} words {kept_words(first.kept)} would have been found with probability "
        f"{chance_words(first.probability)} or more"
    )
    return f"{', '.join([sentence, *said])} ({measured_words(searched)})."


def kept_words(kept: float) -> str:
    """How a copy was made: "copied word for word", "copied with 3 of 4 words kept"."""
    if kept >= 1:
        return "copied word for word"
    return f"copied with {SHARES.get(kept, wording.percent(kept) + ' of its words')} kept"


def chance_words(probability: float) -> str:
    """A probability with two digits, rounded down: ".97"."""
    return f"{int(probability * 100 + 1e-9) / 100:.2f}".removeprefix("0")


def measured_words(searched: Searched) -> str:
    """Where the figures come from, and what to do where they may not fit."""
    size = wording.count(searched.measured_articles, "article")
    if searched.measured_in == "archive" and not searched.stale:
        return f"measured in this archive on {searched.measured}"
    if searched.measured_in == "archive":
        return f"measured when this archive had {size}; `provenance calibrate` measures it anew"
    return f"measured in other archives of up to {size}; `provenance calibrate` measures this one"


def _examples(found_if: Sequence[Findable]) -> list[Findable]:
    """The shortest copy that is likely found, of those with some words changed and of those with none; where a text
    has room for none, the longest."""
    parts = sorted({row.kept for row in found_if})
    changed = min(parts, key=lambda part: (abs(part - REWORDED), part))
    named: list[Findable] = []
    for kept in dict.fromkeys((changed, parts[-1])):
        rows = [row for row in found_if if row.kept == kept]
        named.append(next((row for row in rows if row.probability >= LIKELY), rows[-1]))
    return named
