"""Which articles are the place where words were said: transcripts, interviews, speeches, letters, rulings, releases.

Words that such a document shares with a report were said or written there: they are nobody's retelling, and the
report has them from the document or from the same occasion, never the other way round. Most of a text must be of the
form, and the reason is words of the text itself. Nothing here decides a relation.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from provenance.model import Article, Passage, Quotation, Span
from provenance.model.text_parts import overlap, union
from provenance.quotes.documents.recognition import set_off
from provenance.quotes.languages import language
from provenance.text.paragraphs import paragraphs

DocumentKind = Literal["transcript", "interview", "speech", "letter", "ruling", "release"]

EDGE = 700  # code points at either end of a text in which a release says that it is one
MOSTLY = 0.5  # part of a passage inside what a document says
_REMEMBERED = 4096  # texts: an audit asks for one as often as the article has links
_MARKS = "“”\"„«»‘’‚'`「」『』"
_RELEASE = re.compile(
    r"\bfor immediate release\b|\bembargoed (?:until|for)\b|^\W{0,4}(?:press|news|media) (?:release|statement)\b"
    r"|\(?\b(?:PR ?Newswire|Business ?Wire|Globe ?Newswire|Market(?:wired?|wire)|EIN Presswire|PRWeb)\b"
    r"|^\W{0,4}(?:media|press) contacts?\b|\bfor (?:more|further) (?:information|details),? (?:please )?contact\b",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class PrimaryDocument:
    """What an article is, and by which of its words: `shown`, at `place` in its text (None: in its title).

    `said` are the parts in which somebody's words are, ascending: for a release, its quotations.
    """

    kind: DocumentKind
    shown: str
    place: Span | None
    said: tuple[Span, ...]

    def has(self, passage: Span) -> bool:
        """Whether most of a passage is what somebody says in the document."""
        return overlap([passage], self.said) >= MOSTLY * passage.length > 0


def document_kind(article: Article) -> DocumentKind | None:
    """What kind of primary document an article is; None for reports and everything else."""
    found = primary_document(article)
    return found.kind if found else None


def primary_document(article: Article, quotations: Sequence[Quotation] | None = None) -> PrimaryDocument | None:
    """What primary document an article is.

    `quotations`, where they are known, are those that were read from its text: without one that is set off, only the
    title could make it a document, and what a release says is in them.
    """
    may_be = quotations is None or _sets_off(article, quotations)
    found = _document(article.text, article.body, article.title, article.language) if may_be else None
    if found is not None:
        return found
    place = _release_mark(article.text, article.body)
    if place is None:
        return None
    said = union(mark for quotation in quotations or () for mark in quotation.marks)
    return PrimaryDocument("release", " ".join(place.of(article.text).split()), place, tuple(said))


def _sets_off(article: Article, quotations: Sequence[Quotation]) -> bool:
    words = language(article.language).documents
    if article.title and words is not None:
        heads = (words.speech_head, words.letter_head, words.open_letter, words.ruling_head)
        if any(head.search(article.title) for head in (*heads, words.interview_head, words.transcript_head)):
            return True
    return any(mark.start and not in_marks(article.text, mark) for each in quotations for mark in each.marks[:1])


@functools.lru_cache(_REMEMBERED)
def _document(text: str, body: Span, title: str | None, code: str | None) -> PrimaryDocument | None:
    found = set_off(text, body, paragraphs(text, body), language(code), title)
    if found.kind is None:
        return None
    at = text.find(found.shown) if found.shown else -1
    place = Span(at, at + len(found.shown)) if at >= 0 else None
    said = union(part for each in found.said for part in each.parts)
    return PrimaryDocument(found.kind, " ".join(found.shown.split()), place, tuple(said))


@functools.lru_cache(_REMEMBERED)
def _release_mark(text: str, body: Span) -> Span | None:
    """Where a text says at its beginning or end that it is a release."""
    head = _RELEASE.search(text, 0, min(len(text), body.start + EDGE))
    found = head or _RELEASE.search(text, max(body.start, body.end - EDGE))
    return Span(*found.span()) if found else None


def in_marks(text: str, mark: Span) -> bool:
    """Whether quoted words have quotation marks, and are not set off in another way."""
    return text[max(0, mark.start - 1) : mark.start] in tuple(_MARKS)


def words_said(
    document: PrimaryDocument | None,
    article: Article,
    quotations: Sequence[Quotation],
    passages: Sequence[Passage],
    side: int,
) -> list[Passage]:
    """The passages whose words somebody says in the document, which is on `side` (0: A).

    What it has in quotation marks inside a speech or an answer is quoted from elsewhere.
    """
    if document is None:
        return []
    marks: list[Span] = []
    if document.kind != "release":
        text = article.text
        marks = union(mark for each in quotations for mark in each.marks if in_marks(text, mark))
    spans = [each.match.b if side else each.match.a for each in passages]
    return [
        each
        for each, span in zip(passages, spans, strict=True)
        if document.has(span) and overlap([span], marks) < MOSTLY * span.length
    ]
