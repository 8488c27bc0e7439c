"""Something that an article says somebody said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from provenance.model.spans import Span

QuotationType = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True)
class Quotation:
    """One utterance as an article reports it.

    `span` covers the words of the utterance, quotation marks included where it has them; `marks` are the parts of
    it that stand inside quotation marks (without the marks). `speaker` is the fullest form of the name in the
    article, None when it is not known (a wrong speaker is worse than none); `speaker_span` is where the attribution
    itself names or points at the speaker ("he"); `cue` is the reporting word. `confidence` is the share of speakers
    found by the same rule that were right on labelled articles, 0 without a speaker.
    """

    span: Span
    type: QuotationType
    marks: tuple[Span, ...] = ()
    speaker: str | None = None
    speaker_span: Span | None = None
    affiliation: str | None = None
    cue: Span | None = None
    confidence: float = 0.0
