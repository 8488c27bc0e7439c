"""Whether two texts were written from one template: the same words around other numbers and other names.

A weather report says the same of every town, a market report of every week. Nobody took today's from yesterday's, and
what differs is all that either reports. A text that was made from another keeps its figures and its names: of the
passages that two share, those of a copy change few of them. Nothing here knows of dates, archives or outlets.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from provenance.model import Match, Span
from provenance.model.text_parts import union

LEAST = 3  # numbers and names that differ: two may be a correction
ALL = 2  # so many are enough where all differ
# Part of the numbers, and of the numbers and names, in the shared passages that must differ. Of the 300 pairs of
# `newsroom` that are derived and share a passage in one language, none reaches half of it.
DIFFERING = 0.6
# Words of shared passages per number or name that differs, at most: a long story retold with other names is no form.
SPREAD = 16

Places = Callable[[str, Span], Iterator[tuple[int, int]]]

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_CAPITALISED = re.compile(r"\b[^\W\d_a-zß-öø-ÿ][^\W\d_]*")
_BEGINNING = re.compile(r"\d+|[^\W\d_a-zß-öø-ÿ]")  # of a number, of a name
_ENDS = frozenset(".!?…\n")  # before a word these make a capital letter say nothing


@dataclass(frozen=True, slots=True)
class Template:
    """How many of the numbers and of the names in the shared passages of a text differ; counted where more do."""

    numbers_differ: int
    numbers: int
    names_differ: int
    names: int


def template(matches: Sequence[Match], a: str, b: str) -> Template | None:
    """What differs between two texts that share a template, None for all others; `a` and `b` are the whole texts.

    The same for both orders of the texts.
    """
    if sum(len(match.differences) for match in matches) < ALL:  # so it is of nearly all pairs
        return None
    one = _counted([(match.a, [each for each, _ in match.shared]) for match in matches], a)
    two = None if one is None else _counted([(match.b, [each for _, each in match.shared]) for match in matches], b)
    if one is None or two is None:
        return None
    return max(one, two, key=lambda each: (each.numbers_differ + each.names_differ, each.numbers, each.names))


def counted_spans(matches: Sequence[Match], a: str, b: str) -> list[tuple[Span, Span]]:
    """The spans in A and in B that count as shared: whole passages, of a template only the equal words of them."""
    if template(matches, a, b) is None:
        return [(match.a, match.b) for match in matches]
    return [pair for match in matches for pair in match.shared]


def _counted(passages: Sequence[tuple[Span, Sequence[Span]]], text: str) -> Template | None:
    """What differs in one text of a form; None where it is none. What is in several passages counts once."""
    spans = union(span for span, _ in passages)
    equal = union(each for _, stretches in passages for each in stretches)
    words = sum(len(span.of(text).split()) for span in spans)
    most = _most_differing(text, spans, equal)
    if most < ALL or words > SPREAD * most:  # so it is of most texts, and quicker than to look at every name
        return None
    begins = [each.start for each in equal]
    numbers_differ, numbers = _differing(_numbers, text, spans, equal, begins)
    if numbers >= LEAST and numbers_differ < DIFFERING * numbers:
        return None
    names_differ, names = _differing(_names, text, spans, equal, begins)
    differ, slots = numbers_differ + names_differ, numbers + names
    if differ < (ALL if differ == slots else LEAST) or words > SPREAD * differ:
        return None
    if numbers < LEAST and differ < DIFFERING * slots:
        return None
    return Template(numbers_differ, numbers, names_differ, names)


def _most_differing(text: str, spans: Sequence[Span], equal: Sequence[Span]) -> int:
    """How many numbers and names of the spans may lie in none of the equal words, at most: as many as begin outside
    of these, and one before each gap."""
    found, at = 0, 0
    for span in spans:
        start = span.start
        while at < len(equal) and equal[at].end <= span.start:
            at += 1
        while start < span.end:
            inside = at < len(equal) and equal[at].start < span.end
            end = equal[at].start if inside else span.end
            found += 1 + len(_BEGINNING.findall(text, start, max(start, end)))
            start = equal[at].end if inside else span.end
            at += inside
    return found


def _differing(
    places: Places, text: str, spans: Sequence[Span], equal: Sequence[Span], begins: Sequence[int]
) -> tuple[int, int]:
    """How many numbers or names of these spans lie in none of the equal words, and how many there are."""
    found = [place for span in spans for place in places(text, span)]
    same = sum(1 for start, end in found if (at := bisect_right(begins, start)) and end <= equal[at - 1].end)
    return len(found) - same, len(found)


def _numbers(text: str, span: Span) -> Iterator[tuple[int, int]]:
    return (found.span() for found in _NUMBER.finditer(text, span.start, span.end))


def _names(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """Capitalised words that begin no sentence."""
    for found in _CAPITALISED.finditer(text, span.start, span.end):
        before = text[max(0, found.start() - 3) : found.start()].rstrip(" ")
        if found.group()[0].isupper() and before and before[-1] not in _ENDS:
            yield found.span()
