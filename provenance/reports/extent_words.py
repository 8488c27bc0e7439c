"""How much of an article came from a source, from which of its paragraphs, and in which wording, in a few words."""

from __future__ import annotations

from provenance.model import Article, Link, Passage, Span
from provenance.model.text_parts import overlap, union

# Shares of the wording, over all passages by their length, from which they read as said here.
WORD_FOR_WORD, NEARLY, PARTLY = 0.98, 0.85, 0.5
ALL_QUOTED = 0.9  # part of what is shared that is in quotation marks on both sides
TOUCHED = 0.2  # part of a paragraph inside passages from which it counts
MOST_RANGES = 4  # "paragraphs 1, 3, 5–7 and 9"; with more, that they are many says nothing


def how_taken(link: Link, article: str) -> str:
    """ "word for word", "nearly word for word", "partly reworded", "reworded", "all of it quotations"; "" where
    no passage is known. `article` is the side on which lengths count."""
    side = 0 if link.a == article else 1
    lengths = [((each.match.a, each.match.b)[side].length, each) for each in link.asserted]
    total = sum(length for length, _ in lengths)
    if not total:
        return ""
    if sum(length for length, each in lengths if all(each.in_quotes)) >= ALL_QUOTED * total:
        return "all of it quotations"
    if sum(length for length, each in lengths if _is_translation(each)) * 2 > total:
        return "translated"
    score = sum(length * each.match.score for length, each in lengths) / total
    if score >= WORD_FOR_WORD:
        return "word for word"
    return "nearly word for word" if score >= NEARLY else "partly reworded" if score >= PARTLY else "reworded"


def paragraphs_taken(link: Link, article: Article) -> str:
    """ "paragraphs 1 and 4–6"; "" where that says little: in a text of three paragraphs, or where all are."""
    found = paragraph_spans(article)
    covered = union(link.spans_in(article.id))
    taken = [number for number, span in enumerate(found, 1) if overlap([span], covered) >= TOUCHED * span.length]
    ranges = _ranges(taken)
    if len(found) <= 3 or not taken or len(taken) == len(found) or len(ranges) > MOST_RANGES:
        return ""
    named = [f"{start}" if start == end else f"{start}–{end}" for start, end in ranges]
    listed = named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"
    return f"paragraph{'s' if len(taken) > 1 else ''} {listed}"


def paragraph_spans(article: Article) -> list[Span]:
    """The paragraphs of the body: parted by blank lines, or lines where there is none."""
    lines, place = [], article.body.start
    for line in article.body.of(article.text).split("\n"):
        lines.append((Span(place, place + len(line)), not line.strip()))
        place += len(line) + 1
    while lines and lines[-1][1]:
        lines.pop()
    parted = any(blank and place for place, (_, blank) in enumerate(lines))
    found: list[Span] = []
    after_blank = True
    for span, blank in lines:
        if not blank:
            goes_on = parted and not after_blank
            found.append(Span(found.pop().start, span.end) if goes_on else span)
        after_blank = blank
    return found


def _ranges(numbers: list[int]) -> list[tuple[int, int]]:
    ranges: list[tuple[int, int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1] = (ranges[-1][0], number)
        else:
            ranges.append((number, number))
    return ranges


def _is_translation(passage: Passage) -> bool:
    return str(passage.match.kind) == "translation"
