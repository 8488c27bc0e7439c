"""Quotations that an article sets off without marks: lines behind ">", indented lines, a paragraph behind a colon.

Lines behind ">" are a quotation by their form. Indented lines are one only in a text whose other lines are not. A
plain paragraph is one only where the sentence before it ends in a colon and reports somebody's words, or hands over
to a text ("the following statement:"). Who speaks is left to the sentence before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from provenance.model import Span
from provenance.quotes.documents.document_words import DocumentWords
from provenance.quotes.documents.speaker_names import full_names
from provenance.quotes.documents.whole_documents import letter_in, until_end
from provenance.quotes.languages import Language
from provenance.text.paragraphs import trimmed

FEWEST_WORDS = 5  # of a paragraph set off without marks
MOST_INDENTED = 0.5  # part of the lines of a text
_QUOTED_LINE = re.compile(r"(?m)^[ \t]{0,3}(?:>[ \t]?){1,4}([^\n\r]*+)")
_INDENTED_LINE = re.compile(r"(?m)^(?: {2,24}|\t{1,4} {0,8})([^\s>*•\d(-][^\n\r]*+)")
_LIST = re.compile(r"(?:[-–—•*·▪‣◦]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_MARKS = "“\"„«‘”»'`"


@dataclass(frozen=True, slots=True)
class Block:
    """A quotation set off: its lines or paragraphs, ascending, and the paragraph before it; a letter names its own
    speaker."""

    parts: tuple[Span, ...]
    before: Span | None
    speaker: str | None = None
    place: Span | None = None
    is_letter: bool = False


def block_quotations(
    text: str, within: Span, parts: Sequence[Span], language: Language, words: DocumentWords
) -> list[Block]:
    """All of a text, ascending, none overlapping."""
    found = _lines(text, within, parts, _QUOTED_LINE) if ">" in text else []
    if not found and ("\n  " in text or "\n\t" in text):
        found = _indented(text, within, parts, language, words)
    found += _handed_over(text, parts, found, language, words) if ":" in text or "etter" in text else []
    return sorted(found, key=lambda block: block.parts[0].start)


def _lines(text: str, within: Span, parts: Sequence[Span], pattern: re.Pattern[str]) -> list[Block]:
    """Neighbouring lines that a pattern matches, as blocks; empty ones inside a block part nothing."""
    blocks: list[list[Span]] = []
    end = -2
    for line in pattern.finditer(text, *within):
        part = trimmed(text, *line.span(1))
        if (
            not text[max(0, end) : line.start()].strip()
            and blocks
            and text.count("\n", max(0, end), line.start()) <= 2
        ):
            blocks[-1] += [part] if part.length else []
        elif part.length:
            blocks.append([part])
        else:
            continue
        end = line.end()
    return [
        Block(tuple(block), _before(parts, block[0].start))
        for block in blocks
        if block and sum(len(part.of(text).split()) for part in block) >= FEWEST_WORDS
    ]


def _indented(
    text: str, within: Span, parts: Sequence[Span], language: Language, words: DocumentWords
) -> list[Block]:
    """Blocks of indented lines that are prose, behind a sentence that reports or hands over and ends in a colon."""
    lines = sum(bool(line.strip()) for line in within.of(text).splitlines())
    blocks = _lines(text, within, parts, _INDENTED_LINE)
    if 2 * sum(len(block.parts) for block in blocks) > lines * 2 * MOST_INDENTED:
        return []
    kept = []
    for block in blocks:
        before = block.before
        if before is None or before.end > block.parts[0].start or text[before.end - 1] != ":":
            continue
        line = before.of(text)
        lines_of = [part.of(text) for part in block.parts]
        listed = any(_LIST.match(each) or each[:1] in _MARKS for each in lines_of)
        prose = sum(len(each.split()) for each in lines_of) >= FEWEST_WORDS * len(lines_of)
        prose = prose and lines_of[-1][-1:] in ".?!…" and lines_of[0][:1].isupper()
        if prose and not listed and (words.statement_next.search(line) or _reports(line, language)):
            kept.append(block)
    return kept


def _before(parts: Sequence[Span], start: int) -> Span | None:
    """The last paragraph that begins before a place."""
    return next((part for part in reversed(parts) if part.start < start), None)


def _handed_over(
    text: str, parts: Sequence[Span], known: Sequence[Block], language: Language, words: DocumentWords
) -> list[Block]:
    """Paragraphs behind a sentence that ends in a colon and hands over to them, and letters inside an article."""
    taken = [part for block in known for part in block.parts]
    found: list[Block] = []
    letter = letter_in(text, parts, language, words)
    if letter is not None and letter.parts and not _overlaps(letter.parts, taken):
        found.append(Block(letter.parts, None, letter.speaker, letter.place, is_letter=True))
        taken += letter.parts
    number = 0
    while number + 1 < len(parts):
        part, following = parts[number], parts[number + 1]
        number += 1
        if text[part.end - 1] != ":" or _overlaps((following,), taken):
            continue
        body = following.of(text)
        if _LIST.match(body) or body[:1] in _MARKS or not body[:1].isupper() or len(body.split()) < FEWEST_WORDS:
            continue
        line = part.of(text)
        if words.statement_next.search(line):
            block = _own_words(text, parts[number:], words)
            names = dict(full_names(text, language, *part))
            named = next(iter(names.items())) if len(names) == 1 else (None, None)
        elif part.length > FEWEST_WORDS and _reports(line, language) and words.first_person.search(body):
            block, named = [following], (None, None)
        else:
            continue
        if block:
            found.append(Block(tuple(block), part, *named))
            taken += block
            number += len(block)
    return found


def _reports(line: str, language: Language) -> bool:
    """Whether the last clause of a line has a reporting verb."""
    last = re.split(r"[.!?]\s", line)[-1]
    return any(word.lower() in language.lexicon.verbs for word in re.findall(r"[^\W\d_]+", last))


def _own_words(text: str, parts: Sequence[Span], words: DocumentWords) -> list[Span]:
    """The paragraphs of a statement: up to its end line, to marks, or to a paragraph behind the last in first person.

    Without any word of the first person it is the next paragraph at most, and none where that is a list.
    """
    kept = []
    own = 0
    for part in until_end(text, parts, words):
        line = part.of(text)
        if line[:1] in _MARKS or _LIST.match(line):
            break
        kept.append(part)
        if words.first_person.search(line):
            own = len(kept)
    return kept[:own]


def _overlaps(parts: Sequence[Span], taken: Sequence[Span]) -> bool:
    return any(part.overlap(other) for part in parts for other in taken)
