"""A judged relation between two articles, with the evidence for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from provenance.model.evidence import Evidence
from provenance.model.reviews import Review
from provenance.model.text_parts import Passage, Span

Relation = Literal["derived", "near_duplicate", "common_source", "same_event", "undetermined"]
Likeliest = Literal["a->b", "b->a", "common_source", "same_event", "none"]


@dataclass(frozen=True, slots=True)
class Link:
    """What is known of the relation of two articles that share passages.

    `derived` and `source` are ids, set when `relation` is "derived" or a directed near duplicate. `likeliest` keeps
    the best relation where `relation` is "undetermined" because its confidence lies below the reporting limit:
    "a->b" reads "b derives from a". `share_a` and `share_b` are the parts of each body inside matched passages.
    "same_event": both report one event, and what they share was said or known there; neither was made from the other.
    `passages` ascend in A; `left_out` counts further ones that the reader's filters left out.
    `review` is what people said of the link, laid over it; it is never stored with it.
    """

    a: str
    b: str
    relation: Relation
    confidence: float
    share_a: float
    share_b: float
    passages: tuple[Passage, ...]
    derived: str | None = None
    source: str | None = None
    common_source: str | None = None
    credited_source: str | None = None
    credited: bool = False
    evidence: tuple[Evidence, ...] = ()
    likeliest: Likeliest = "none"
    jaccard: float | None = None
    containment: tuple[float, float] | None = None
    left_out: int = 0
    review: Review | None = None

    @property
    def named(self) -> tuple[str, ...]:
        """The ids of A, B and every further article that the evidence names, each once."""
        further = (article for each in self.evidence for article in each.articles)
        return tuple(dict.fromkeys((self.a, self.b, *further)))

    @property
    def rejected(self) -> bool:
        """Whether people decided that this is no link."""
        return self.review is not None and self.review.verdict == "rejected"

    @property
    def confirmed(self) -> bool:
        """Whether people decided that the relation is as it is said here."""
        return self.review is not None and self.review.verdict == "confirmed"

    @property
    def is_same_event(self) -> bool:
        """Whether both only report one event: then nothing of what they share counts as taken from anybody."""
        return self.relation == "same_event"

    @property
    def asserted(self) -> tuple[Passage, ...]:
        """The passages that nobody rejected: none of a rejected link."""
        return () if self.rejected else tuple(each for each in self.passages if not each.rejected)

    def spans_in(self, article: str) -> list[Span]:
        """Where the asserted passages are in one of the two articles, in their order; without those that are in an
        earlier version of it. Of a form that was filled in twice, only where the equal words are."""
        side = 0 if self.a == article else 1
        asserted = (each for each in self.asserted if each.versions[side] is None)
        if any(each.kind.only_equal_words for each in self.evidence):
            return [pair[side] for each in asserted for pair in each.match.shared]
        return [(each.match.a, each.match.b)[side] for each in asserted]

    def spans_counted_in(self, article: str) -> list[Span]:
        """Where the asserted passages are in the text that the share of one of the two is of: its current text, or,
        where all passages are in earlier versions of it, those."""
        side = 0 if self.a == article else 1
        if all(each.versions[side] is not None for each in self.passages):
            return [(each.match.a, each.match.b)[side] for each in self.asserted]
        return self.spans_in(article)

    @property
    def versions(self) -> list[tuple[str, int]]:
        """The earlier versions that passages refer to: (id, version), ascending, each once."""
        ends = (self.a, self.b)
        named = {
            (name, version)
            for each in self.passages
            for name, version in zip(ends, each.versions, strict=True)
            if version is not None
        }
        return sorted(named)
