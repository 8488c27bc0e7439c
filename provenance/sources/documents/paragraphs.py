"""What a document is before it becomes an article: its paragraphs, and what it says about itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from provenance.model import Note


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; a `title` is styled as the title of the document, a `heading` as that of a part."""

    text: str
    title: bool = False
    heading: bool = False


@dataclass(slots=True)
class About:
    """What a document says about itself; filled while its paragraphs are drawn."""

    title: str | None = None
    author: str | None = None
    created: str | None = None
    modified: str | None = None
    language: str | None = None
    notes: list[Note] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


class UnreadableDocument(Exception):
    """The document cannot be read; the message says why, for people. `kind` is the code of the reason."""

    def __init__(self, reason: str, kind: str = "broken-document") -> None:
        super().__init__(reason)
        self.kind = kind


Paragraphs = Iterator[Paragraph]
