"""A passage beside a passage: what the aligner proves and what reports show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from provenance.model.spans import Span

PassageKind = Literal["verbatim", "edited", "paraphrase", "quotation"]


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
    diff), ascending in A. `strength` is the aligner's own evidence in nats, for ranking only.
    """

    kind: PassageKind
    a: Span
    b: Span
    score: float
    shared: tuple[tuple[Span, Span], ...] = ()
    differences: tuple[Difference, ...] = ()
    strength: float = 0.0

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
        )


@dataclass(frozen=True, slots=True)
class Passage:
    """A match with what it says about quotations, as links carry it.

    `speaker` is who is quoted in it where that is known; `in_quotes` says for A and for B whether the passage
    stands inside quotation marks; `altered` is True when words inside quotation marks differ between the two.
    `speech` tells what became of the speaker: "same speaker", "re-credited", "speaker dropped", "speaker added".
    """

    match: Match
    speaker: str | None = None
    in_quotes: tuple[bool, bool] = (False, False)
    altered: bool = False
    speech: str | None = None
    speakers: tuple[str | None, str | None] = (None, None)
