"""Parts of texts: spans, quotations, and the passages that two texts share.

Offsets count Unicode code points of an article's text as it was read. Nothing here finds anything: that is for
`provenance.quotes` and `provenance.align`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from provenance.model.reviews import Review

PassageKind = Literal["verbatim", "edited", "paraphrase", "quotation", "translation"]
FoundBy = Literal["words", "meaning"]
QuotationType = Literal["direct", "indirect", "mixed"]


class Span(NamedTuple):
    """Half-open range `[start, end)` of Unicode code points in an article's text as it was read."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """Number of code points."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """The part of `text` that the span covers."""
        return text[self.start : self.end]

    def overlap(self, other: Span) -> int:
        """Number of code points that are in both spans."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


def union(spans: Iterable[Span], within: Span | None = None) -> list[Span]:
    """What the spans cover (inside `within`, where given): ascending, disjoint, with gaps between, none empty."""
    joined: list[Span] = []
    for span in sorted(spans):
        start, end = (max(span.start, within.start), min(span.end, within.end)) if within is not None else span
        if start >= end:
            continue
        if joined and start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, end))
        else:
            joined.append(Span(start, end))
    return joined


def overlap(one: Sequence[Span], two: Sequence[Span]) -> int:
    """Number of code points that are in both of two ascending lists of disjoint spans."""
    total, at = 0, 0
    for span in one:
        while at < len(two) and two[at].end <= span.start:
            at += 1
        place = at
        while place < len(two) and two[place].start < span.end:
            total += span.overlap(two[place])
            place += 1
    return total


@dataclass(frozen=True, slots=True)
class Quotation:
    """One utterance as an article reports it.

    `span` covers the words of the utterance, quotation marks included where it has them; `marks` are the parts of
    it inside quotation marks (without the marks). `speaker` is the fullest form of the name in the
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


@dataclass(frozen=True, slots=True)
class Difference:
    """Numbers, names or negations that a rewriting changed: the words on each side ("" where one has none)."""

    what: Literal["number", "name", "negation"]
    a: str
    b: str


@dataclass(frozen=True, slots=True)
class Match:
    """One passage of text A that corresponds to one passage of text B.

    `score` is 0 to 1: how much of the wording is shared. `shared` pairs the stretches of equal wording (the word
    diff), ascending in A. `strength` is the aligner's own evidence in nats, for ranking only. What was found `by`
    meaning has a cosine as its score and shares the numbers that agree.
    """

    kind: PassageKind
    a: Span
    b: Span
    score: float
    shared: tuple[tuple[Span, Span], ...] = ()
    differences: tuple[Difference, ...] = ()
    strength: float = 0.0
    by: FoundBy = "words"

    def exchanged(self) -> Match:
        """The same match seen from the other text."""
        return Match(
            self.kind,
            self.b,
            self.a,
            self.score,
            tuple(sorted((b, a) for a, b in self.shared)),
            tuple(Difference(d.what, d.b, d.a) for d in self.differences),
            self.strength,
            self.by,
        )


@dataclass(frozen=True, slots=True)
class Passage:
    """A match with what it says about quotations, as links have it.

    `speaker` is who is quoted in it where that is known; `in_quotes` says for A and for B whether the passage is
    inside quotation marks; `altered` is True when words inside quotation marks differ between the two. `speech` says
    what became of the speaker: "same speaker", "re-credited", "speaker dropped", "speaker added". `speakers` has the
    speakers in A and in B. `versions` has the number of the version of A and of B that the offsets refer to, where
    that is an earlier one; at most one of the two is. `review` is what people said of it, laid over it; it is never
    stored with it.
    """

    match: Match
    speaker: str | None = None
    in_quotes: tuple[bool, bool] = (False, False)
    altered: bool = False
    speech: str | None = None
    speakers: tuple[str | None, str | None] = (None, None)
    versions: tuple[int | None, int | None] = (None, None)
    review: Review | None = None

    @property
    def rejected(self) -> bool:
        """Whether people decided that this is no shared passage."""
        return self.review is not None and self.review.verdict == "rejected"

    @property
    def is_earlier(self) -> bool:
        """Whether one side occurs in an earlier version only."""
        return self.versions != (None, None)
