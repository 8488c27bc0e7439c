"""What the commands that look after an archive hand to a renderer: counts, rows and complaints.

Plain data, like `provenance.model.findings`; no texts are carried that nobody will print.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from provenance.model.articles import Article, PublicationTime, SkippedInput


@dataclass(frozen=True, slots=True)
class Addition:
    """What `add` did: ids that are new, ids that got a new version, how many were there already, what was skipped.

    `notes` are lines about articles that were kept without something that was given, a date that is none, say.
    """

    added: tuple[str, ...] = ()
    renewed: tuple[str, ...] = ()
    unchanged: int = 0
    skipped: tuple[SkippedInput, ...] = ()
    archive: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListedArticle:
    """One row of `list`: an archived article without its text. `characters` is the length of the text."""

    id: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: PublicationTime | None = None
    characters: int = 0
    versions: int = 1


@dataclass(frozen=True, slots=True)
class ArticleView:
    """What `show` prints: the article, the digests of its versions (the newest last) and counts worth seeing."""

    article: Article
    versions: tuple[str, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cluster:
    """Articles that are near duplicates of each other, the earliest known first.

    `kept` is the id that `dedup` would keep. `weakest` is the weakest verified pair (two ids) and the exact Jaccard
    similarity of their word shingles.
    """

    members: tuple[Article, ...]
    kept: str
    weakest: tuple[str, str, float] | None = None


@dataclass(frozen=True, slots=True)
class Verification:
    """What `verify` looked at (what -> how many) and what does not hold together, one line for people each."""

    checked: Mapping[str, int]
    problems: tuple[str, ...] = ()
