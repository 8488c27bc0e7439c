"""The places in which a text differs from an earlier state of itself, word by word.

Texts of one article mostly agree, so words that occur once in each are anchors (a patience diff); what lies between
two of them is looked at again by itself. That takes n log n steps on any input, where the standard library's difflib
takes n³ on words that repeat. What a change means is not decided here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from provenance.model import Span

APART = 3  # equal words that separate two places: fewer are chance, "of the" between two rewritten phrases
ROUNDS = 6  # of looking between anchors again; an article of 60,000 words has no gap left after four
CLOSERS = "\"')]}»”’"  # after the mark that ends a sentence
ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", "।")
_WORD = re.compile(r"\S+")
Range = tuple[int, int, int, int]  # words of the earlier text, words of the later text, half-open


def changed_places(earlier: str, later: str) -> list[tuple[Span, Span]]:
    """Where the texts differ, ascending: the stretch in the earlier text, and what is there in the later one.

    Spans are offsets into each text; an insertion has an empty span in the earlier text. White space makes no
    difference, punctuation and case do.
    """
    words = [[found.span() for found in _WORD.finditer(text)] for text in (earlier, later)]
    one, two = (
        [text[start:end] for start, end in spans] for text, spans in zip((earlier, later), words, strict=True)
    )
    places: list[Range] = []
    for gap in _gaps(one, two):
        start, end, begin, close = _slid(one, two, gap, places[-1] if places else (0, 0, 0, 0))
        if places and min(start - places[-1][1], begin - places[-1][3]) < APART:
            places[-1] = (places[-1][0], end, places[-1][2], close)
        else:
            places.append((start, end, begin, close))
    return [
        (_span(words[0], start, end, len(earlier)), _span(words[1], begin, close, len(later)))
        for start, end, begin, close in places
    ]


def _gaps(one: Sequence[str], two: Sequence[str]) -> Iterator[Range]:
    """The ranges of words between equal ones, ascending."""
    waiting: list[tuple[Range, int]] = [((0, len(one), 0, len(two)), ROUNDS)]
    while waiting:
        (start, end, begin, close), rounds = waiting.pop()
        while start < end and begin < close and one[start] == two[begin]:
            start, begin = start + 1, begin + 1
        while start < end and begin < close and one[end - 1] == two[close - 1]:
            end, close = end - 1, close - 1
        if start == end and begin == close:
            continue
        anchors = _anchors(one, two, (start, end, begin, close)) if rounds and start < end and begin < close else []
        if not anchors:
            yield start, end, begin, close
            continue
        borders = [(start, begin), *((i + 1, j + 1) for i, j in anchors)]
        ends = [*anchors, (end, close)]
        inner = [((i, k, j, m), rounds - 1) for (i, j), (k, m) in zip(borders, ends, strict=True)]
        waiting += reversed(inner)


def _slid(one: Sequence[str], two: Sequence[str], gap: Range, before: Range) -> Range:
    """The same gap, moved to where a sentence begins, if words were only taken out or only put in.

    After "A. The cat sat. The dog ran." lost its second sentence, "The cat sat." is gone as well as "cat sat. The".
    """
    start, end, begin, close = gap
    if start < end and begin < close:
        return gap
    words, first, last = (one, start, end) if begin == close else (two, begin, close)
    room = min(start - before[1], begin - before[3], last - first)
    for back in range(room + 1):
        if back and words[first - back] != words[last - back]:
            break
        if first == back or words[first - back - 1].rstrip(CLOSERS).endswith(ENDS):
            return start - back, end - back, begin - back, close - back
    return gap


def _anchors(one: Sequence[str], two: Sequence[str], within: Range) -> list[tuple[int, int]]:
    """The longest ascending sequence of words that occur once on either side."""
    start, end, begin, close = within
    counts = Counter(one[start:end]), Counter(two[begin:close])
    place = {two[j]: j for j in range(begin, close) if counts[1][two[j]] == 1}
    pairs = [(i, place[one[i]]) for i in range(start, end) if counts[0][one[i]] == 1 and one[i] in place]
    tails: list[int] = []  # [k]: the least place in the later text at which a sequence of k + 1 pairs may end
    last: list[int] = []  # [k]: the pair that ends it
    before: list[int] = []
    for number, (_, j) in enumerate(pairs):
        length = bisect_left(tails, j)
        before.append(last[length - 1] if length else -1)
        if length == len(tails):
            tails.append(j)
            last.append(number)
        else:
            tails[length], last[length] = j, number
    chain: list[tuple[int, int]] = []
    number = last[-1] if last else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]


def _span(words: Sequence[tuple[int, int]], start: int, end: int, length: int) -> Span:
    """The characters of a range of words; an empty range is where its next word begins."""
    if start < end:
        return Span(words[start][0], words[end - 1][1])
    place = words[start][0] if start < len(words) else length
    return Span(place, place)
