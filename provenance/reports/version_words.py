"""Versions of an article in words: what is known of each, and what surrounds the places that changed."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.model import VersionView
from provenance.reports import wording
from provenance.reports.characters import line

AROUND = 48  # characters of unchanged text before a place
LONGEST = 600  # characters of one stretch; the middle of a longer one is left out


def facts(version: VersionView) -> Iterator[str]:
    """When it was added, published and modified, and how long it is."""
    article = version.article
    yield f"added {line(version.added)[:16].replace('T', ' ')} UTC"
    if article.published:
        yield f"published {line(wording.time_words(article.published))}"
    if article.modified:
        yield f"modified {line(wording.time_words(article.modified))}"
    yield wording.count(len(article.text), "character")


def before(text: str, place: int) -> str:
    """The end of the paragraph's text before a place, from the beginning of a word."""
    start = max(text.rfind("\n", 0, max(place - 1, 0)) + 1, place - AROUND)
    around = text[max(start, 0) : place]
    cut = start > 0 and text[start - 1 : start] not in {"\n", ""}
    return f"… {around.partition(' ')[2]}" if cut else around


def folded(words: str) -> str:
    """Words that may be very many, with the middle left out."""
    if len(words) <= LONGEST:
        return words
    head, tail = words[: LONGEST // 2], words[-LONGEST // 3 :]
    left_out = len(words) - len(head) - len(tail)
    return f"{head.rpartition(' ')[0] or head} … ({left_out:,} characters) … {tail.partition(' ')[2] or tail}"
