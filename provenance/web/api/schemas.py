"""What the description of the API says of its answers: the keys that CONTRACT promises, and that more may come.

These describe; what is sent is made by `provenance.reports`, and `tests/web/api` holds the two against each other.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from provenance.model.links import Likeliest, Relation
from provenance.model.text_parts import FoundBy, PassageKind, QuotationType


class Described(BaseModel):
    """An object that may have further keys."""

    model_config = ConfigDict(extra="allow")


class Sides(Described):
    """A number for each of two articles."""

    a: float
    b: float


class Stretch(Described):
    """A part of a text: half-open offsets in code points, and the words."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str | None


class Passage(Described):
    """A part of one text beside a part of the other."""

    kind: PassageKind
    by: FoundBy
    a: Stretch
    b: Stretch
    score: float = Field(ge=0, le=1)
    speaker: str | None
    in_quotes: dict[str, bool]
    altered: bool


class Evidence(Described):
    """One reason for a relation."""

    kind: str
    favours: Literal["a", "b", "common", "none"]
    weight: float
    detail: str


class Review(Described):
    """What people said of a finding."""

    verdict: Literal["confirmed", "rejected"] | None
    note: str
    by: str | None
    at: str


class Link(Described):
    """What is known of two articles that share passages."""

    a: str
    b: str
    relation: Relation
    derived: str | None
    source: str | None
    common_source: str | None
    credited_source: str | None
    confidence: float = Field(ge=0, le=1)
    share: Sides
    credited: bool
    evidence: list[Evidence]
    passages: list[Passage]
    likeliest: Likeliest
    review: Review | None


class ListedArticle(Described):
    """An article in a list, without its text. `links` counts its links by what they say of it."""

    id: str
    url: str | None
    title: str | None
    author: str | None
    publisher: str | None
    published: str | None
    characters: int
    versions: int
    language: str | None
    published_precision: str | None
    published_how: str | None
    links: dict[str, int]
    audited: bool


class Article(Described):
    """An article with its text."""

    id: str
    text: str
    title: str | None
    publisher: str | None
    published: str | None


class Quotation(Described):
    """An utterance as an article reports it, and who printed it first as far as the archive knows."""

    article: str
    start: int
    end: int
    text: str
    type: QuotationType
    speaker: str | None
    cue: Stretch | None
    first: dict[str, Any] | None
    altered: bool


class Cluster(Described):
    """Articles that are near duplicates of the one that would be kept."""

    kept: str
    members: list[str]
    weakest: dict[str, Any] | None


class ReviewRow(Described):
    """One thing that a person said."""

    about: Literal["link", "passage", "publishers", "phrase"]
    a: str | None
    b: str | None
    verdict: Literal["confirmed", "rejected"] | None
    note: str
    by: str | None
    at: str
    in_force: bool


class Findings(Described):
    """What a check found."""

    article: dict[str, Any]
    summary: str
    links: list[Link]
    share: float = Field(ge=0, le=1)
    searched: dict[str, Any] | None


class Lineage(Described):
    """Where an article comes from and what came of it."""

    article: dict[str, Any]
    summary: str
    links: list[Link]


class Trace(Described):
    """Every appearance of a passage, the earliest known first."""

    passage: str
    earliest_known: str | None
    appearances: list[dict[str, Any]]


class Cell(Described):
    """How many links say that `taker` took from `source`; null for articles without a publisher."""

    source: str | None
    taker: str | None
    links: int


class Overview(Described):
    """How much there is, what was found, what waits for somebody."""

    articles: int
    publishers: int
    links: dict[str, int]
    confirmed: int
    rejected: int
    unreviewed: int
    unaudited: int
    matrix: list[Cell]


class Listing(Described):
    """A page of a list: `total` rows in all; `next` is the cursor for `after`, null on the last page."""

    total: int = Field(ge=0)
    next: str | None


class Articles(Listing):
    """Articles."""

    items: list[ListedArticle]


class Links(Listing):
    """Links."""

    items: list[Link]


class Passages(Listing):
    """The passages of one link."""

    items: list[Passage]


class Quotations(Listing):
    """Quotations."""

    items: list[Quotation]


class Clusters(Listing):
    """Groups of near duplicates."""

    items: list[Cluster]


class Reviews(Listing):
    """What people said."""

    items: list[ReviewRow]


class Problem(Described):
    """What went wrong (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str


class GivenArticle(BaseModel):
    """An article to be checked, as a row of `provenance add`."""

    model_config = ConfigDict(extra="allow")

    text: str
    id: str | None = None
    url: str | None = None
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = Field(default=None, description="ISO 8601, a date or a date with a time")


class GivenReview(BaseModel):
    """What somebody says of a link, of its passage at a place of `a`, of two publishers or of a set phrase."""

    model_config = ConfigDict(extra="forbid")

    verdict: Literal["confirm", "reject", "note", "undo"]
    a: str | None = None
    b: str | None = None
    start: int | None = Field(default=None, ge=0, le=2**31)
    end: int | None = Field(default=None, ge=0, le=2**31)
    publishers: list[str] | None = Field(default=None, min_length=2, max_length=2)
    phrase: str | None = None
    note: str = ""
    by: str | None = None
