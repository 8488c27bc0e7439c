"""Everything that a text sets off as speech without quotation marks, and what kind of document that makes it.

The forms are tried from the surest to the least sure: labelled lines, questions and answers, whole documents, block
quotations. A text is a document where most of its words are set off by one of the first three. Nearly all articles
have no such form and are let go after a few searches.
"""

from __future__ import annotations

from collections.abc import Sequence

from provenance.model import Span
from provenance.quotes.documents.block_quotations import block_quotations
from provenance.quotes.documents.dialogues import Turn, dialogue
from provenance.quotes.documents.document_words import DocumentWords
from provenance.quotes.documents.interviews import interview
from provenance.quotes.documents.said import NOTHING, DocumentKind, Said, SetOff
from provenance.quotes.documents.speaker_names import SpeakerNames
from provenance.quotes.documents.whole_documents import whole_document
from provenance.quotes.languages import Language

SHOWN = 30  # code points of a turn that show a dialogue
MOST_OF_TEXT = 0.5  # part of the words of a text that make it a document
LONGEST_TOP = 2000  # code points before the body that are read as a head


def set_off(text: str, within: Span, parts: Sequence[Span], language: Language, title: str | None = None) -> SetOff:
    """What the part `within` of a text sets off; `parts` are its paragraphs.

    Its head is `title` and what the text has before the part, as articles have their headlines.
    """
    words = language.documents
    if words is None or not parts:
        return NOTHING
    head = "\n".join(filter(None, (title, text[max(0, within.start - LONGEST_TOP) : within.start].strip())))
    return (
        _dialogue(text, within, parts, head, language, words)
        or _interview(text, within, parts, head, language, words)
        or _whole(text, within, parts, head, language, words)
        or _blocks(text, within, parts, language, words)
    )


def _dialogue(
    text: str, within: Span, parts: Sequence[Span], head: str, language: Language, words: DocumentWords
) -> SetOff | None:
    turns = dialogue(text, within, _head_before(text, parts, None, head), language, words)
    if not turns:
        return None
    above = _head_before(text, parts, turns[0], head)
    asks = any(turn.label and turn.label.kind in ("asks", "answers") for turn in turns)
    interviewed = bool(words.interview_head.search(above)) and not words.transcript_head.search(above)
    kind: DocumentKind = "interview" if asks or interviewed else "transcript"
    label = next(turn.label for turn in turns if turn.label)
    shown = " ".join(text[label.place.start : turns[0].parts[0].start + SHOWN].split())
    return _as_document(text, within, above, turns, kind, shown, language, words)


def _interview(
    text: str, within: Span, parts: Sequence[Span], head: str, language: Language, words: DocumentWords
) -> SetOff | None:
    if text.count("?", *within) < len(("a question", "another")):
        return None
    above = _head_before(text, parts, None, head)
    turns = interview(text, parts, above, words)
    if not turns:
        return None
    shown = " ".join(turns[0].parts[0].of(text).split())
    return _as_document(
        text, within, _head_before(text, parts, turns[0], head), turns, "interview", shown, language, words
    )


def _as_document(
    text: str,
    within: Span,
    head: str,
    turns: Sequence[Turn],
    kind: DocumentKind,
    shown: str,
    language: Language,
    words: DocumentWords,
) -> SetOff:
    names = SpeakerNames(within.of(text), head, language, words)
    for turn in turns:
        if turn.label is not None:
            names.add(turn.label)
    interviewee = names.interviewee(head)
    said = []
    for turn in turns:
        speaker = None if turn.asks else interviewee
        if turn.label is not None:
            speaker = names.of(turn.label, interviewee)
        said.append(Said(turn.parts, "dialogue", speaker, turn.label.place if turn.label else None, turn.asks))
    return SetOff(tuple(said), kind if _is_most(text, within, said) else None, shown)


def _whole(
    text: str, within: Span, parts: Sequence[Span], head: str, language: Language, words: DocumentWords
) -> SetOff | None:
    found = whole_document(text, parts, head, language, words)
    if found is None or not found.parts:
        return None
    said = [Said((part,), "document", found.speaker, found.place) for part in found.parts]
    if not _is_most(text, within, said):
        return None
    return SetOff(tuple(said), found.kind, found.shown)


def _blocks(text: str, within: Span, parts: Sequence[Span], language: Language, words: DocumentWords) -> SetOff:
    found = block_quotations(text, within, parts, language, words)
    said = [
        Said(block.parts, "document" if block.is_letter else "block quotation", block.speaker, block.place)
        for block in found
    ]
    return SetOff(tuple(said)) if said else NOTHING


def _head_before(text: str, parts: Sequence[Span], first: Turn | None, head: str) -> str:
    """The head and the paragraphs before the first turn; without one, the first three short ones."""
    if first is None:
        return "\n".join((head, *(part.of(text)[:300] for part in parts[:3])))
    start = first.label.place.start if first.label else first.parts[0].start
    return "\n".join((head, *(part.of(text) for part in parts if part.end <= start)))


def _is_most(text: str, within: Span, said: Sequence[Said]) -> bool:
    letters = sum(len(part.of(text).split()) for each in said for part in each.parts)
    return letters >= MOST_OF_TEXT * len(within.of(text).split())
