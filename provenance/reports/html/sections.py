"""Everything that the page says of one article, ready for the templates: plain values, no markup but the picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from provenance.languages.codes import language_name
from provenance.model import Article, Findings, LineageEdge, LineageView, Link, Quotation, Span
from provenance.model.appearance import by_time, precedes
from provenance.reports import public_words, review_words, verdicts, wording
from provenance.reports.html.directions import Direction, by_importance, direction, directions
from provenance.reports.html.marks import Stretch, paragraphs
from provenance.reports.html.pairs import Pair, pairs, words
from provenance.reports.html.places import Places
from provenance.reports.naming import Naming
from provenance.reports.reason_lists import Reasons, weighing_words
from provenance.reports.searched_words import searched_words
from provenance.reports.timeline_svg import timeline

COLOURS = 8
QUOTATIONS = 200
SIBLINGS = 100
QUOTED = 120  # letters of a rejected passage


@dataclass(frozen=True, slots=True)
class Source:
    """One linked article, and what it shares. `colour` is 1 to `COLOURS`, and repeats; each `number` occurs once.

    `archived` says whether its text is known here.
    `pairs` are the passages that the page shows, in the order of the text; `passages` counts all of them.
    """

    number: int
    identifier: str
    publisher: str | None
    archived: bool
    colour: int
    way: Direction
    name: str
    short: str
    when: str
    address: str | None
    relation: str
    label: str
    mine: float
    theirs: float
    reasons: Reasons
    all_reasons: Reasons
    pairs: tuple[Pair, ...]
    passages: int
    verdict: str
    decision: str
    rejected: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quoted:
    """One quotation of the article, and the passages that say what became of it."""

    text: str
    speaker: str
    kind: str
    place: str
    pairs: tuple[Pair, ...]
    public: str
    first: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the text as it was read; `number` is None outside the body, where nothing was compared."""

    stretches: tuple[Stretch, ...]
    number: int | None


@dataclass(frozen=True, slots=True)
class Section:
    """One article's part of the page; `key` ("a1") begins its ids.

    `sources` are those of all `ways`, the most important way first; `ways` has them by the way that text went.
    """

    key: str
    article: Article
    name: str
    title: str
    when: str
    guesses: str
    address: str | None
    verdict: tuple[str, ...]
    archived: str
    shared: str
    credit: str
    scope: str
    share: float
    count: str
    directions: tuple[Direction, ...]
    sources: tuple[Source, ...]
    ways: tuple[tuple[Direction, tuple[Source, ...]], ...]
    left_out: int
    paragraphs: tuple[Paragraph, ...]
    quotations: tuple[Quoted, ...]
    more_quotations: int
    timeline: str
    undated: int
    siblings: tuple[tuple[str, str], ...]
    more_siblings: int
    settings: tuple[tuple[str, str], ...]
    weighed: str

    def source(self, pair: Pair) -> Source:
        """The article that a passage is shared with."""
        return self.sources[pair.source - 1]

    @property
    def reviewed(self) -> bool:
        """Whether people said something of a link or a passage of the article."""
        return any(source.decision or source.rejected for source in self.sources)


def section(number: int, findings: Findings, lineage: LineageView | None) -> Section:
    """The part of the page for one article, the `number`th."""
    article, key, naming = findings.article, f"a{number}", verdicts.naming(findings)
    findings = replace(findings, links=tuple(by_importance(findings.links, article.id)))
    places = Places()
    made, left_out = pairs(findings, naming, places)
    of_source: dict[int, list[Pair]] = {}
    for each in made:
        of_source.setdefault(each.source, []).append(each)
    sources = tuple(
        _source(place, link, findings, naming, of_source.get(place, ()), places)
        for place, link in enumerate(findings.links, 1)
    )
    quoted = findings.quotations.get(article.id, ())
    view = lineage if lineage and lineage.edges else _own_lineage(findings)
    anchors = _anchors(findings, key)
    return Section(
        key=key,
        article=article,
        name=wording.name(article),
        title=" ".join((article.title or article.id).split()),
        when=wording.time_words(article.published),
        guesses="; ".join(f"{field} guessed: {how}" for field, how in _told_guesses(article)),
        address=web_address(article.url),
        verdict=tuple(verdicts.of_findings(findings)),
        archived=wording.archived_words(findings.archived),
        shared=verdicts.share_words(findings, "this article"),
        credit=wording.attribution_words(findings.attribution),
        scope=" ".join(filter(None, _scope(findings))),
        share=findings.share,
        count=" · ".join(filter(None, (_language(article), wording.length_words(article.body.of(article.text))))),
        directions=directions(findings),
        sources=sources,
        ways=tuple((way, tuple(group)) for way, group in groupby(sources, key=lambda source: source.way)),
        left_out=left_out,
        paragraphs=tuple(_paragraphs(article, made, places)),
        quotations=tuple(_quoted(findings, each, made, places, naming) for each in quoted[:QUOTATIONS]),
        more_quotations=max(len(quoted) - QUOTATIONS, 0),
        timeline=timeline(view, f"{key}-timeline", anchors) if view.edges else "",
        undated=sum(node.published is None for node in view.nodes),
        siblings=_siblings(view),
        more_siblings=max(len(view.siblings) - SIBLINGS, 0),
        settings=tuple(sorted(findings.settings.items())),
        weighed=weighing_words(findings.links),
    )


def _paragraphs(article: Article, made: Sequence[Pair], places: Places) -> Iterator[Paragraph]:
    before = 0
    for each in paragraphs(article.text, article.body, [pair.cover for pair in made if pair.in_text]):
        inside = [stretch for stretch in each if stretch.inside and stretch.text.strip()]
        number = 0
        if inside:
            end = inside[-1].start + len(inside[-1].text)
            number, last = places.numbers(article, Span(inside[0].start, end))
            number, before = (number if number > before else 0), max(last, before)
        yield Paragraph(each, number or None)


def _language(article: Article) -> str:
    """The name of a language that readers would not expect."""
    return "" if article.language in (None, "en") else language_name(article.language)


def _told_guesses(article: Article) -> list[tuple[str, str]]:
    """Guessed fields with the way they were got; of an English text not that it is English."""
    return [(name, how) for name, how in sorted(article.guesses.items()) if name != "language" or _language(article)]


def _scope(findings: Findings) -> tuple[str, str, str]:
    """What people rejected, what was searched, and which copies would have been found."""
    found = searched_words(findings.searched)
    return wording.rejected_words(findings.links), wording.scope_words(findings), found


def web_address(url: str | None) -> str | None:
    """The address where it may become a link: http and https only, so that no `javascript:` address ever does."""
    return url if url and url.strip().lower().startswith(("http://", "https://")) else None


def _source(
    number: int, link: Link, findings: Findings, naming: Naming, own: Sequence[Pair], places: Places
) -> Source:
    article = findings.article
    flipped = link.a != article.id
    identifier = link.a if flipped else link.b
    other = findings.others.get(identifier)
    return Source(
        number=number,
        identifier=identifier,
        publisher=other.publisher if other else None,
        archived=other is not None,
        colour=(number - 1) % COLOURS + 1,
        way=direction(link, article.id),
        name=naming.head(identifier),
        short=naming.short(identifier),
        when=wording.time_words(other.published if other else None),
        address=web_address(other.url) if other else None,
        relation=verdicts.sentence(link, naming),
        label=verdicts.label(link, article.id),
        mine=link.share_b if flipped else link.share_a,
        theirs=link.share_a if flipped else link.share_b,
        reasons=Reasons.of(link, naming),
        all_reasons=Reasons.of(link, naming, all_=True),
        pairs=tuple(own),
        passages=len(link.asserted),
        verdict=review_words.short_decision(link.review),
        decision=review_words.decision(link.review),
        rejected=() if link.rejected else tuple(_rejected(link, article, places)),
    )


def _rejected(link: Link, article: Article, places: Places) -> Iterator[str]:
    """Each passage of a link that people rejected: its words, and who decided that."""
    for passage in link.passages:
        if passage.rejected:
            side = 0 if link.a == article.id else 1
            span, version = (passage.match.a, passage.match.b)[side], passage.versions[side]
            said = " ".join(span.of(article.text_in(version)).split())
            short = said if len(said) <= QUOTED else f"{said[: QUOTED - 1].rstrip()}…"
            place = places.words(article, span, version)
            yield f"“{short}”{f' ({place})' if place else ''}: {review_words.decision(passage.review)}"


def _quoted(findings: Findings, quotation: Quotation, made: Sequence[Pair], places: Places, naming: Naming) -> Quoted:
    article = findings.article
    speaker = quotation.speaker or "speaker not known"
    if quotation.affiliation:
        speaker += f", {quotation.affiliation}"
    span = quotation.span
    shown = (pair for pair in made if pair.in_text)
    near = tuple(pair for pair in shown if pair.span.overlap(span) * 2 > min(span.length, pair.span.length))
    public = next((each for each in findings.public if each.span == span), None)
    said = f"{public_words.public_words(public, article)}." if public else ""
    text = "".join(each.text for each in words(article.text, span, ()))
    place, first = places.words(article, span), _first(findings, near, naming)
    return Quoted(text, speaker, quotation.type, place, near, said, first)


def _first(findings: Findings, near: Sequence[Pair], naming: Naming) -> str:
    """Who printed a quotation first of the articles that share it; "" where their dates do not say."""
    article = findings.article
    others = [
        findings.others[name]
        for name in sorted({_other(findings.links[pair.source - 1], article.id) for pair in near})
        if name in findings.others
    ]
    earlier = sorted((each for each in others if precedes(each, article)), key=by_time)
    if earlier:
        name = naming.short(earlier[0].id)
        return f"first known in {name}, {wording.time_words(earlier[0].published)}"
    return "first known here" if others and all(precedes(article, each) for each in others) else ""


def _other(link: Link, article: str) -> str:
    return link.b if link.a == article else link.a


def _siblings(view: LineageView) -> tuple[tuple[str, str], ...]:
    naming = Naming.of(view.known, view.article.id)
    return tuple(
        (naming.head(each.article.id), verdicts.of_sibling(each, naming)) for each in view.siblings[:SIBLINGS]
    )


def _own_lineage(findings: Findings) -> LineageView:
    """The links of the findings themselves, where no lineage was worked out."""
    nodes = (findings.article, *(findings.others[name] for name in sorted(findings.others)))
    return LineageView(
        findings.article, nodes, tuple(LineageEdge(link) for link in findings.links if not link.rejected)
    )


def _anchors(findings: Findings, key: str) -> Mapping[str, str]:
    article = findings.article.id
    return {
        link.b if link.a == article else link.a: f"#{key}-source-{number}"
        for number, link in enumerate(findings.links, 1)
    }
