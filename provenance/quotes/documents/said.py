"""Words that a text sets off as somebody's without quotation marks, and what kind of document they make of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from provenance.model import Span

DocumentKind = Literal["transcript", "interview", "speech", "letter", "ruling"]


@dataclass(frozen=True, slots=True)
class Said:
    """One utterance: its paragraphs or lines, ascending; who says it, and where the text names the speaker.

    `asks`: it is a question of who interviews; without a speaker it is the publisher's own word.

    `rule` is a key into the `confidence` of a language: "dialogue", "document" or "block quotation".
    """

    parts: tuple[Span, ...]
    rule: str
    speaker: str | None = None
    place: Span | None = None
    asks: bool = False

    @property
    def span(self) -> Span:
        """From the first part to the last."""
        return Span(self.parts[0].start, self.parts[-1].end)


@dataclass(frozen=True, slots=True)
class SetOff:
    """Everything that a text sets off, ascending, none overlapping.

    `kind` is what the whole text is where most of it is set off, else None; `shown` are the words that show it.
    """

    said: tuple[Said, ...] = ()
    kind: DocumentKind | None = None
    shown: str = ""


NOTHING = SetOff()
