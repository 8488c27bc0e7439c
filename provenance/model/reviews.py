"""What people decided about findings: steps of a log that only grows, and what holds after them.

A person's word stands above the program's. These are the words; `provenance.audit.reviews` lays them over links.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from provenance.model.text_parts import Span

if TYPE_CHECKING:
    from provenance.model.links import Link

Verdict = Literal["confirmed", "rejected"]
Said = Literal["confirmed", "rejected", "annotated", "undone"]
About = Literal["link", "passage", "publishers", "phrase"]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a person spoke about.

    `names` are the ids of two articles (of a link or a passage), the names of two publishers, or one phrase; two
    names ascend. `spans` are the places of a passage in the two articles, in the order of the names.
    """

    about: About
    names: tuple[str, ...]
    spans: tuple[Span, Span] | None = None

    @classmethod
    def link(cls, a: str, b: str) -> Subject:
        """The link of two articles."""
        return cls("link", tuple(sorted((a, b))))

    @classmethod
    def passage(cls, a: str, b: str, span_a: Span, span_b: Span) -> Subject:
        """One passage of the link of `a` and `b`."""
        (first, one), (second, two) = sorted(((a, span_a), (b, span_b)))
        return cls("passage", (first, second), (one, two))

    @classmethod
    def publishers(cls, a: str, b: str) -> Subject:
        """All links between articles of two publishers, those to come too; of one publisher if both are the same."""
        return cls("publishers", tuple(sorted((a, b), key=lambda name: (name.casefold(), name))))

    @classmethod
    def phrase(cls, words: str) -> Subject:
        """All passages that consist of these words, those to come too."""
        return cls("phrase", (words,))


@dataclass(frozen=True, slots=True)
class ReviewStep:
    """One thing that a person said, as it is kept for good.

    `seen` are the numbers of the two texts that were shown and `link` is the link as it was shown, both where the
    step is about a link or a passage and they are known. `undoes` is the step that one of "undone" takes back. `by`
    is None where nobody recorded who spoke, `at` the time (ISO 8601, UTC).
    """

    step: int
    subject: Subject
    said: Said
    note: str
    by: str | None
    at: str
    seen: tuple[int, int] | None = None
    link: Link | None = None
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """What a person wrote beside a finding."""

    note: str
    by: str | None
    at: str


@dataclass(frozen=True, slots=True)
class Review:
    """What people have decided about a link or a passage, as it holds now.

    `verdict`, `note`, `by` and `at` are of the last verdict in force; without a verdict (None) they are of the last
    note. `notes` are further notes in force, oldest first. `rule` is set where the verdict was given about something
    wider: the two publishers, the set phrase, or all passages of the link. `changed` says that a text under it is no
    longer the one that the person saw, `found` is False where the program finds the link no longer.
    """

    verdict: Verdict | None
    note: str
    by: str | None
    at: str
    notes: tuple[Remark, ...] = ()
    rule: Subject | None = None
    changed: bool = False
    found: bool = True
