"""Dialogues with named speakers: which labelled lines of a text are speech, and where each turn ends.

Lines count together: speakers come back or questions get answers, what they say is prose, and it speaks of "I" and
"you". A turn goes on in paragraphs without a label, as long as the dialogue does. A text with one such line has no
dialogue. Nothing here knows who speaks beyond the label.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from provenance.model import Span
from provenance.quotes.documents.dialogue_lines import Label, labels
from provenance.quotes.documents.document_words import DocumentWords
from provenance.quotes.languages import Language
from provenance.text.paragraphs import paragraphs, trimmed

FEWEST_WORDS = 4  # of a turn that counts as prose
FEWEST_VOICES = 3  # speakers of one statement each
# Part of the turns that are prose, and that speak in the first or second person or ask. In the project's reading of
# news, releases and posts, lists have under a tenth of the latter and dialogues over a half.
PROSE, PERSONAL = 0.5, 0.3
_BEFORE_LABEL = re.compile(r"[\s*_>#•–—(){}<>\[\]\d:.,-]*")
LABELLED = 0.4  # part of the paragraphs between turns that are turns, where narration between them is taken for none
HEADLINE, LONGEST_SMALL = 0.6, 3  # part of the words of a headline with capitals, beside words of so few letters
LONGEST_HEADING = 60  # code points of a line without a full stop


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says at a time: its label (None where lines have none) and the paragraphs, ascending."""

    label: Label | None
    parts: tuple[Span, ...]
    asks: bool = False


def dialogue(text: str, within: Span, head: str, language: Language, words: DocumentWords) -> list[Turn]:
    """The turns of the text's dialogue, ascending; none where its labelled lines are no speech.

    `head` is what comes before the text: it may say "transcript" or "interview".
    """
    found = labels(text, within, language, words)
    if not found:
        return []
    first = [each for each in found if _counts(each, found) and not _is_headline(text, each, found, within)]
    headed = bool(words.transcript_head.search(head) or words.interview_head.search(head))
    spoken = [(label, _prose(text, label, first, place, within)) for place, label in enumerate(first)]
    spoken = [(label, said) for label, said in spoken if said.length]
    if not spoken or not _is_dialogue(text, spoken, words, headed):
        return []
    return _turns(text, [label for label, _ in spoken], within, words)


def _counts(label: Label, found: Sequence[Label]) -> bool:
    """A name of one small word that comes once ("Lund: ...") is more often a place or a thing."""
    if label.kind != "name" or label.name.isupper() or " " in label.name:
        return True
    return sum(other.name == label.name for other in found) > 1


def _is_headline(text: str, label: Label, found: Sequence[Label], within: Span) -> bool:
    """Whether a label that comes once is the beginning of the headline: "Berit Lund: No Money for the Boat"."""
    if text[within.start : label.place.start].strip() or sum(other.name == label.name for other in found) > 1:
        return False
    line = text[label.start : within.end].split("\n", 1)[0].strip()
    words = [word for word in line.split() if word[:1].isalpha() and len(word) > LONGEST_SMALL]
    return line[-1:] not in '.?!”"' or sum(word[:1].isupper() for word in words) > HEADLINE * len(words)


def _prose(text: str, label: Label, found: Sequence[Label], place: int, within: Span) -> Span:
    """The first paragraph behind a label, or the line below it."""
    end = found[place + 1].place.start if place + 1 < len(found) else within.end
    parts = paragraphs(text, Span(label.start, max(label.start, end)))
    return parts[0] if parts else Span(label.start, label.start)


def _is_dialogue(text: str, spoken: Sequence[tuple[Label, Span]], words: DocumentWords, headed: bool) -> bool:
    kinds = Counter(label.kind for label, _ in spoken)
    names = Counter(label.name.casefold() for label, _ in spoken)
    said = [place.of(text) for _, place in spoken]
    prose = sum(len(part.split()) >= FEWEST_WORDS or part[-1:] in "?!." for part in said)
    asked = [part.rstrip("*_ ”\"'’").endswith("?") for part in said]
    personal = sum(
        question or words.personal.search(part) is not None for question, part in zip(asked, said, strict=True)
    )
    count = len(spoken)
    if prose < PROSE * count or personal < PERSONAL * count:
        return False
    if kinds["asks"] and (kinds["answers"] or kinds["name"] or kinds["role"]):
        return any(asked) or headed
    if len(names) > 1 and count > len(names):
        return personal >= 2 or headed
    if count == len(names) and count > 1 and (headed or (count == 2 and asked[0] and not asked[1])):
        return True
    voices = sum(label.kind == "name" and (" " in label.name or label.name.isupper()) for label, _ in spoken)
    own = sum(words.first_person.search(part) is not None for part in said)
    return voices == count >= FEWEST_VOICES and 2 * own >= count


def _turns(text: str, found: Sequence[Label], within: Span, words: DocumentWords) -> list[Turn]:
    """The paragraphs of each label, up to the next; the last goes on while they speak in the first person."""
    rooms = [
        Span(label.start, following.place.start)
        for label, following in zip(found, [*found[1:], None], strict=True)
        if following is not None
    ]
    rooms.append(Span(found[-1].start, within.end))
    parts = [paragraphs(text, Span(room.start, _line_start(text, room))) for room in rooms]
    between = sum(max(1, len(each)) for each in parts[:-1])
    dense = len(parts) - 1 >= LABELLED * between
    turns = []
    for place, (label, listed) in enumerate(zip(found, parts, strict=True)):
        last = place == len(found) - 1
        kept = list(listed[:1])
        for part in listed[1:]:
            line = part.of(text)
            if words.end.match(line):
                break
            if words.aside.fullmatch(line) or _is_heading(line):
                continue
            if (last or not dense) and not words.personal.search(line):
                break
            kept.append(part)
        kept = [inner for part in kept if (inner := _inside_marks(text, part)).length]
        if kept:
            asks = label.kind == "asks" or kept[-1].of(text).rstrip("*_ ”\"'’").endswith("?")
            turns.append(Turn(label, tuple(kept), asks))
    return turns


def _line_start(text: str, room: Span) -> int:
    """Where a turn ends: before the marks, the time and the blanks in front of the next label."""
    end = max(text.rfind("\n", *room), text.rfind("\r", *room))
    return end if end > room.start and _BEFORE_LABEL.fullmatch(text, end, room.end) else room.end


def _is_heading(line: str) -> bool:
    return len(line) <= LONGEST_HEADING and line[-1:] not in ".?!…:,;”\"’')" and line[:1].isupper()


def _inside_marks(text: str, part: Span) -> Span:
    """A paragraph without what sets it off: "**Why?**", and the quotation marks around all of it."""
    start, end = part
    while start < end and text[start] in "*_>–—- \t":
        start += 1
    while end > start and text[end - 1] in "*_ \t":
        end -= 1
    inner = text[start:end]
    for opening, closing in (("“", "”"), ('"', '"'), ("«", "»")):
        if (
            len(inner) > 2
            and inner[0] == opening
            and inner[-1] == closing
            and inner.count(opening) == 1 + (opening == closing)
        ):
            return trimmed(text, start + 1, end - 1)
    return Span(start, end)
