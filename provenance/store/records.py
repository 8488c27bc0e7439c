"""The plain data that goes into the archive and comes out of it, beside the types of `provenance.model`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from provenance.model import Article, Fingerprint, Link

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

Result = Literal["added", "unchanged", "new version", "conflict"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One article with all that the archive needs to find it again.

    `bands` are the keys of its LSH bands, `paragraphs` one key per paragraph in reading order, `words` the folded
    words of its whole text.
    """

    article: Article
    fingerprint: Fingerprint
    bands: NDArray[np.uint64]
    paragraphs: NDArray[np.uint64]
    words: bytes


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one entry; `id` is the archived article's, which differs where a known URL decided.

    "conflict": nothing was stored, and `detail` says why (an id or URL used twice with different texts in one
    batch, or an id and a URL that belong to two archived articles).
    """

    id: str
    result: Result
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """One text that an article had: `number` ascends over the archive, `version` counts from 1 in the article."""

    id: str
    version: int
    number: int
    digest: str
    added: str
    current: bool


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a command over the archive, for the evidence trail; times are ISO 8601 UTC."""

    run: int
    kind: str
    settings_digest: str
    settings: str
    program: str
    started: str
    finished: str | None


@dataclass(frozen=True, slots=True)
class Record:
    """The links that audits with one set of settings have recorded; times are ISO 8601 UTC.

    `links` counts the current ones; `finished` is when an audit last ended. `shown`: readers of the profile see it.
    """

    record: int
    profile: str
    settings_digest: str
    begun: str
    finished: str | None
    links: int
    shown: bool


@dataclass(frozen=True, slots=True)
class Judgement:
    """The judgement of a pair of texts by one run; `link` is None where it took an earlier link back.

    `digests` are the SHA-256 of the two texts that were compared, for `link.a` and `link.b` (for the smaller and
    the larger id where the link is None). `current` says that nothing later replaced it and that both texts are
    still the current ones.
    """

    a: str
    b: str
    digests: tuple[str, str]
    link: Link | None
    run: Run
    made: str
    current: bool


@dataclass(frozen=True, slots=True)
class WrittenLink:
    """A link as it is stored: the columns of its rows, and all of it as bytes (`link_bytes.written`).

    `listed` are those of its row in lists (`store/browsing/link_rows.py`).
    Where `passages` names a row of `store.passages`, the content leaves the passages out. Worker processes send it
    back because it has a tenth of the size of a link.
    """

    a: str
    b: str
    relation: str
    confidence: float
    content: bytes
    listed: tuple[Any, ...]
    passages: int | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """An inconsistency in the archive: where it is and what is wrong, in words."""

    where: str
    detail: str


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts and sizes of an archive. Bytes are of stored content, without SQLite's own overhead."""

    articles: int
    versions: int
    characters: int
    text_bytes: int
    file_bytes: int
    publishers: int
    dated: int
    recipe: str | None
    created: str | None
    languages: Mapping[str, int] = field(default_factory=dict)  # articles by code, most first; "" is not known
    postings: Mapping[str, int] = field(default_factory=dict)
    index_bytes: Mapping[str, int] = field(default_factory=dict)
    index_runs: Mapping[str, int] = field(default_factory=dict)
    signature_bytes: int = 0
    links: Mapping[str, int] = field(default_factory=dict)
    records: tuple[Record, ...] = ()
    quotations_extracted: int = 0
    reviews: int = 0
    runs: int = 0
