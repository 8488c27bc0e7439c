"""The answers to a user's questions, as plain data: everything that one answer shows, already decided.

A use case fills these and knows nothing of tables, colours or pages; a renderer (`provenance.reports`) reads them and
computes no finding of its own. Articles that are only named (in lineages and listings) may come with an empty
text; where a passage is shown, the text that its offsets refer to is there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from provenance.model.articles import Article, Note, PublicationTime, SkippedInput
from provenance.model.detection import Searched
from provenance.model.disguises import Disguise
from provenance.model.left_out import LeftOut
from provenance.model.links import Link
from provenance.model.public_words import PublicQuotation
from provenance.model.reviews import ReviewStep
from provenance.model.text_parts import PassageKind, Quotation, Span


@dataclass(frozen=True, slots=True)
class CreditShares:
    """Parts of an article's body, each 0 to 1, that do not overlap: taken with credit to the source, with only the
    speaker of a quotation named, and without any credit."""

    credited: float = 0.0
    partly: float = 0.0
    uncredited: float = 0.0


@dataclass(frozen=True, slots=True)
class Attribution:
    """What a derived article took from others and how it credits that, quotations and prose apart.

    `own` is the part taken from earlier work of its own author or publisher, which the other shares leave out.
    """

    quotations: CreditShares
    prose: CreditShares
    own: float = 0.0


@dataclass(frozen=True, slots=True)
class Archived:
    """The archived article that the one asked about is.

    `since` is when it came into the archive (ISO 8601). The text asked about is that of `version` of `versions`, or,
    where `changed` is not 0, the newest one changed in so many places.
    """

    id: str
    since: str
    version: int
    versions: int
    changed: int = 0


@dataclass(frozen=True, slots=True)
class Findings:
    """The answer of `check` for one article, and of `report` for an archived one.

    `links` are ordered strongest first; the article may be side A or side B of each. `others` has every other article
    that a link names, by id, with its text. `share` is the part of the article's body, 0 to 1, that matched
    passages cover together. `quotations` maps article ids to their quotations, ascending. `settings` is what a reader
    needs to repeat the comparison, in words. `compared` counts the articles that the archive held, `candidates` those
    that were aligned in full, `truncated` those that a limit left unaligned. `attribution` is None where it was not
    worked out. `left_out` counts links that the reader's filters left out, `same_event_left_out` those that say no
    more than that both report one event, where nobody asked for them. `archived` says which archived article it is,
    where it is one; that one is not among the `others`. `searched` says which copies would have been found. `public`
    are the article's quotations that others have from the same public occasion, ascending. `disguises` says of the
    articles whose letters somebody hid, by id, how.
    """

    article: Article
    links: tuple[Link, ...]
    others: Mapping[str, Article]
    share: float
    quotations: Mapping[str, tuple[Quotation, ...]] = field(default_factory=dict)
    settings: Mapping[str, str] = field(default_factory=dict)
    compared: int = 0
    candidates: int = 0
    truncated: int = 0
    attribution: Attribution | None = None
    left_out: int = 0
    archived: Archived | None = None
    same_event_left_out: int = 0
    searched: Searched | None = None
    public: tuple[PublicQuotation, ...] = ()
    disguises: Mapping[str, tuple[Disguise, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LineageEdge:
    """A link of a lineage. `direct` is False where a longer path through other articles explains it; `hops` is the
    number of steps from the article asked about to the farther end of the link."""

    link: Link
    direct: bool = True
    hops: int = 1


@dataclass(frozen=True, slots=True)
class Sibling:
    """Another article that took text from a source of the one asked about, by the `link` from that source.

    `common` counts the characters of the source that both took: 0 where each took something else.
    """

    article: Article
    link: Link
    common: int


@dataclass(frozen=True, slots=True)
class LineageView:
    """The sources and the derivatives of one article, direct and indirect.

    `nodes` holds the article itself and every article that an edge or a link of `same_event` names, the earliest
    first and undated ones last.
    `siblings` are further users of its sources, ordered by source and time, each named once. `named` holds further
    articles that the evidence names, by id. `left_out` counts links that the reader's filters left out. `rejected`
    are links of the article that people rejected; they are no edges. `same_event` are its links to other reports of
    one event, which no edge is either and through which nothing is followed; `same_event_left_out` counts those that
    nobody asked for.
    """

    article: Article
    nodes: tuple[Article, ...]
    edges: tuple[LineageEdge, ...]
    siblings: tuple[Sibling, ...] = ()
    named: Mapping[str, Article] = field(default_factory=dict)
    left_out: int = 0
    rejected: tuple[Link, ...] = ()
    same_event: tuple[Link, ...] = ()
    same_event_left_out: int = 0

    @property
    def known(self) -> tuple[Article, ...]:
        """Every article that an answer may name, some of them twice: the article itself, those of edges and siblings
        and those of the evidence."""
        return (*self.named.values(), *(each.article for each in self.siblings), *self.nodes, self.article)

    @property
    def drawn(self) -> tuple[LineageEdge, ...]:
        """What a picture or a table of the lineage has: its edges, then the links to reports of the same event."""
        return (*self.edges, *(LineageEdge(link) for link in self.same_event))


@dataclass(frozen=True, slots=True)
class Appearance:
    """One place where a passage occurs, in its own words.

    `shared` pairs stretches of equal wording: offsets into the passage asked about, offsets into the article.
    `version` is set where the words occur only in an earlier version; `article` then is as it was in that version.
    `times` counts how often the article holds the words.
    """

    article: Article
    span: Span
    text: str
    kind: PassageKind
    score: float = 1.0
    shared: tuple[tuple[Span, Span], ...] = ()
    version: int | None = None
    times: int = 1


@dataclass(frozen=True, slots=True)
class OriginLine:
    """An independent origin of a passage: its earliest known `article`, or an outlet outside the archive (`outside`).

    `holders` are the articles that come down to it, the earliest known first.
    """

    article: Article | None
    outside: str | None
    holders: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class TraceView:
    """Every archived appearance of a passage, the earliest known first, undated ones last.

    `article` and `span` say where the passage was taken from, where it was (`trace --in`). `origins` counts the
    independent origins that the appearances come down to, None where that is not known; `lines` are these, and
    undetermined links may leave no more than `origins_at_least`. `several` are ids of articles by which the words
    were said to many. `word_for_word` counts the
    articles that hold the words, `found` all that hold them in any wording: more than `appearances` where a limit
    left some out. `notes` are sentences about what was not looked at.
    """

    passage: str
    appearances: tuple[Appearance, ...]
    article: Article | None = None
    span: Span | None = None
    compared: int = 0
    origins: int | None = None
    word_for_word: int = 0
    found: int = 0
    notes: tuple[str, ...] = ()
    lines: tuple[OriginLine, ...] = ()
    origins_at_least: int | None = None
    several: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuotationUse:
    """Another report of the same utterance. `shared` pairs stretches of equal wording: offsets into the article of
    the quotation asked about, offsets into this one. `altered` says that words inside quotation marks differ."""

    article: Article
    quotation: Quotation
    altered: bool = False
    shared: tuple[tuple[Span, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class QuotationRow:
    """One quotation of one article and where else the archive holds it.

    `first` is the earliest known appearance elsewhere or None when this one is the earliest known; `later` are the
    others, the earliest first. `altered` says that this wording differs, inside quotation marks, from the first.
    `public` is set where several have it from one public occasion.
    """

    article: Article
    quotation: Quotation
    first: QuotationUse | None = None
    later: tuple[QuotationUse, ...] = ()
    altered: bool = False
    public: PublicQuotation | None = None


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One step of `review --list`: what a person said.

    `articles` (without texts) and `words` are those of a link and of a passage as it was shown, in the order of the
    subject's names; `changed` says that one of the texts is another now, `found` whether the program finds the link
    still. `undone` is the step that took this one back; `replaced` says that a later verdict stands instead.
    """

    step: ReviewStep
    articles: tuple[Article, ...] = ()
    words: tuple[str | None, ...] = ()
    changed: bool = False
    found: bool = True
    undone: ReviewStep | None = None
    replaced: bool = False


# What the commands that look after an archive answer; no texts that nobody will print -------------------------------


@dataclass(frozen=True, slots=True)
class Addition:
    """What `add` did: ids that are new, ids that got a new version, how many were there already, what was skipped.

    `notes` are about articles that were kept without something that was given, a date that is none, say. `left_out`
    counts both by kind; `skipped` and `notes` are empty where only those counts were asked for. `corrected` are ids
    of articles that came again with given values, which now are in the place of what was read.
    """

    added: tuple[str, ...] = ()
    renewed: tuple[str, ...] = ()
    unchanged: int = 0
    skipped: tuple[SkippedInput, ...] = ()
    archive: str = ""
    notes: tuple[Note, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    corrected: tuple[str, ...] = ()

    @property
    def skipped_count(self) -> int:
        """How many inputs gave no article, whether or not they are listed."""
        return sum(group.count for group in self.left_out if group.skipped) or len(self.skipped)


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
    language: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """One field of one edit: `value` took the place of `as_read`; None is no value. Times are ISO 8601.

    `undone` and `undone_by` say when and by whom it was taken back, None where it holds.
    """

    field: str
    value: str | None
    as_read: str | None
    made: str
    by: str
    undone: str | None = None
    undone_by: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleView:
    """What `show` prints: the article, the digests of its versions (the newest last) and counts worth seeing.

    `version` is which of them, counted from 1, the article is shown in; None for the newest.
    `corrections` are all that people ever corrected, oldest first.
    """

    article: Article
    versions: tuple[str, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    version: int | None = None
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class VersionView:
    """One text that an article had, as `article`, with what is known of it; `version` counts from 1.

    `added` is when it was archived, ISO 8601. `changes` are the places in which it differs from the version before,
    ascending: the stretch there that is gone, and the stretch here that took its place (either may be empty); the
    first version has none. The two numbers count the words of these stretches.
    """

    version: int
    added: str
    current: bool
    article: Article
    changes: tuple[tuple[Span, Span], ...] = ()
    words_taken_out: int = 0
    words_put_in: int = 0


@dataclass(frozen=True, slots=True)
class VersionsView:
    """What `show --versions` prints: an article and all texts that it had, oldest first."""

    article: Article
    versions: tuple[VersionView, ...]


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
