"""Passages as the page shows them: the words of both sides, and what surrounds them in the source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from provenance.model import Article, Findings, Link, Passage, Span
from provenance.reports import passage_words
from provenance.reports.characters import all_shared, joined
from provenance.reports.html.marks import Cover
from provenance.reports.naming import Naming

CARDS = 600  # passages shown for one article; the JSON has all
AROUND = 120  # characters of the source before and after its passage


@dataclass(frozen=True, slots=True)
class Words:
    """A run of words and whether both sides have it."""

    text: str
    shared: bool


@dataclass(frozen=True, slots=True)
class Card:
    """One passage: `here` in the article asked about, `there` in the source numbered `source`."""

    number: int
    source: int
    name: str
    span: Span
    other_span: Span
    kind: str
    description: str
    here: tuple[Words, ...]
    there: tuple[Words, ...]
    before: str
    after: str
    same: bool
    in_text: bool = True  # not so where the passage is in an earlier version of the article

    @property
    def cover(self) -> Cover:
        """Where the passage lies in the article."""
        return Cover(self.source, self.number, self.span.start, self.span.end)


def cards(findings: Findings, naming: Naming) -> tuple[list[Card], int]:
    """The passages of all links in the order of the article, and how many were left out."""
    article = findings.article
    found: list[tuple[Span, int, Link, Passage]] = []
    for source, link in enumerate(findings.links, 1):
        for passage in link.asserted:
            seen = passage if link.a == article.id else passage_words.exchanged(passage)
            found.append((seen.match.a, source, link, seen))
    kept = sorted(found, key=lambda each: (each[1], each[0]))[:CARDS]  # the strongest links first
    kept.sort(key=lambda each: (each[0].start, each[1], each[0].end, each[3].match.b))
    made = []
    for number, (_, source, link, passage) in enumerate(kept, 1):
        identifier = link.b if link.a == article.id else link.a
        other, name = findings.others.get(identifier), naming.short(identifier)
        made.append(_card(number, source, article, other, name, link, passage))
    return made, len(found) - len(kept)


def _card(
    number: int, source: int, article: Article, other: Article | None, name: str, link: Link, passage: Passage
) -> Card:
    match = passage.match
    ours, theirs = article.text_in(passage.versions[0]), other.text_in(passage.versions[1]) if other else ""
    version = passage_words.version_words(passage, article, other, ("this article", name))
    description = passage_words.described(passage, passage_words.derived_side(link, article.id))
    a, b = match.a, match.b
    mine, yours = [pair[0] for pair in match.shared], [pair[1] for pair in match.shared]
    if match.kind == "verbatim" and all_shared(ours, a, mine) and all_shared(theirs, b, yours):
        mine, yours = [], []  # marks on every word would show nothing
    return Card(
        number,
        source,
        name,
        a,
        b,
        match.kind,
        f"{description} · {version}" if version else description,
        words(ours, a, mine),
        words(theirs, b, yours),
        _before(theirs, b),
        _after(theirs, b),
        a.of(ours).split() == b.of(theirs).split(),
        passage.versions[0] is None,
    )


def words(text: str, span: Span, shared: Sequence[Span]) -> tuple[Words, ...]:
    """The words of `span` cut at the stretches `shared` (ascending)."""
    cut = []
    place = span.start
    for start, end in joined(text, span, shared):
        cut += [Words(text[place:start], False), Words(text[start:end], True)]
        place = end
    cut.append(Words(text[place : span.end], False))
    return tuple(each for each in cut if each.text)


def _before(text: str, span: Span) -> str:
    """The text before a passage, from the beginning of a word."""
    around = text[max(span.start - AROUND, 0) : span.start]
    return "… " + around.partition(" ")[2] if span.start > AROUND else around


def _after(text: str, span: Span) -> str:
    around = text[span.end : span.end + AROUND]
    return around.rpartition(" ")[0] + " …" if span.end + AROUND < len(text) else around
