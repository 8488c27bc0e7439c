"""Interviews whose questions and answers have no labels: questions in bold, behind dashes, or as lines that end so.

Marks of bold and dashes show the form themselves. Plain lines are read so only where a head says that an interview
follows and the answers speak of "I" or "we"; a page of frequent questions does not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from provenance.model import Span
from provenance.quotes.documents.dialogues import Turn
from provenance.quotes.documents.document_words import DocumentWords

MOST_QUESTION = 80  # words
FEWEST = 2  # questions with an answer
OWN = 0.5  # part of the answers that speak in the first person
_BOLD = re.compile(r"(?:\*\*|__)(?=\S)")
_DASH = re.compile(r"[–—-][ \u00a0]?(?=[^\W\d_]|[“\"«])")


def interview(text: str, parts: Sequence[Span], head: str, words: DocumentWords) -> list[Turn]:
    """The turns of an interview among the paragraphs, ascending; none where there is none."""
    asked = [_asks(part.of(text)) for part in parts]
    if sum(asked) < FEWEST:
        return []
    bold = [bool(_BOLD.match(part.of(text))) for part in parts]
    dashed = [bool(_DASH.match(part.of(text))) for part in parts]
    marked = [ask and (one or other) for ask, one, other in zip(asked, bold, dashed, strict=True)]
    headed = words.interview_head.search(head) is not None
    if sum(marked) >= FEWEST:
        asked = marked
    elif not headed:
        return []
    first = asked.index(True)
    turns: list[Turn] = []
    answers: list[list[Span]] = []
    own = 0
    for place in range(first, len(parts)):
        line = parts[place].of(text)
        if words.end.match(line):
            break
        if words.aside.fullmatch(line):
            continue
        part = _without_marks(text, parts[place])
        if asked[place]:
            turns.append(Turn(None, (part,), asks=True))
            answers.append([])
        elif turns and (not answers[-1] or not _leaves(line, words)):
            answers[-1].append(part)
        elif not any(asked[place:]):
            break
    own = sum(any(words.first_person.search(part.of(text)) for part in answer) for answer in answers)
    given = sum(bool(answer) for answer in answers)
    if given < FEWEST or own < OWN * given:
        return []
    found = []
    for question, answer in zip(turns, answers, strict=True):
        found.append(question)
        if answer:
            found.append(Turn(None, tuple(answer)))
    return found


def _asks(line: str) -> bool:
    bare = line.rstrip("*_ ”\"'’")
    return bare.endswith("?") and len(line.split()) <= MOST_QUESTION and line[:1] not in '“"«'


def _leaves(line: str, words: DocumentWords) -> bool:
    """Whether a paragraph behind an answer is the narrator's: nobody in it says "I" or "you"."""
    return words.personal.search(line) is None


def _without_marks(text: str, part: Span) -> Span:
    start, end = part
    while start < end and text[start] in "*_–—- \u00a0":
        start += 1
    while end > start and text[end - 1] in "*_ \u00a0":
        end -= 1
    return Span(start, end)
