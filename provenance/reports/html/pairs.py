"""Passages as the page shows them: the words of both sides beside each other, and where each is.

What surrounds a passage is shown with it, so that a reader sees what it was taken out of and put into. Words that
both sides have are told apart from the others, all of them where the passage is word for word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from provenance.model import Article, Findings, Link, Passage, Span
from provenance.reports import passage_words, review_words
from provenance.reports.characters import all_shared, joined
from provenance.reports.html.marks import Cover
from provenance.reports.html.places import Places
from provenance.reports.naming import Naming

PAIRS = 600  # passages shown for one article; the JSON has all
AROUND = 120  # characters before and after a passage


@dataclass(frozen=True, slots=True)
class Words:
    """A run of words and whether both sides have it."""

    text: str
    shared: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a passage: its words, what surrounds them, and where they are ("paragraph 3")."""

    words: tuple[Words, ...]
    place: str
    before: str = ""
    after: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """One passage: `here` in the article asked about, `there` in the article numbered `source` on the page.

    `in_text` is not so where the passage is in an earlier version of the article. `decision` is what people said.
    """

    number: int
    source: int
    name: str
    span: Span
    kind: str
    description: str
    here: Side
    there: Side
    decision: str = ""
    in_text: bool = True

    @property
    def cover(self) -> Cover:
        """Where the passage lies in the article."""
        return Cover(self.source, self.number, self.span.start, self.span.end)


def pairs(findings: Findings, naming: Naming, places: Places | None = None) -> tuple[list[Pair], int]:
    """The passages of all links in the order of the article, and how many were left out.

    The links are numbered in the order that they have; of too many passages those of the first links are kept.
    """
    article, places = findings.article, places or Places()
    found: list[tuple[Span, int, Link, Passage]] = []
    for source, link in enumerate(findings.links, 1):
        for passage in link.asserted:
            seen = passage if link.a == article.id else passage_words.exchanged(passage)
            found.append((seen.match.a, source, link, seen))
    kept = sorted(found, key=lambda each: (each[1], each[0]))[:PAIRS]  # the strongest links first
    kept.sort(key=lambda each: (each[0].start, each[1], each[0].end, each[3].match.b))
    made = []
    for number, (_, source, link, passage) in enumerate(kept, 1):
        identifier = link.b if link.a == article.id else link.a
        other = findings.others.get(identifier)
        made.append(pair(number, source, (article, other), naming.short(identifier), link, passage, places))
    return made, len(found) - len(kept)


def pair(
    number: int,
    source: int,
    articles: tuple[Article, Article | None],
    name: str,
    link: Link,
    passage: Passage,
    places: Places,
) -> Pair:
    """One passage of a link, whose side A is the first of `articles` and whose side B, called `name`, the second."""
    article, other = articles
    match, versions = passage.match, passage.versions
    ours, theirs = article.text_in(versions[0]), other.text_in(versions[1]) if other else ""
    version = passage_words.version_words(passage, article, other, ("this article", name))
    a, b = match.a, match.b
    mine, yours = [each[0] for each in match.shared], [each[1] for each in match.shared]
    if match.kind == "verbatim" and all_shared(ours, a, mine) and all_shared(theirs, b, yours):
        mine, yours = [a], [b]
    return Pair(
        number,
        source,
        name,
        a,
        match.kind,
        passage_words.kind_words(passage, passage_words.derived_side(link, article.id)),
        _side(ours, a, mine, places.words(article, a, versions[0]), version if versions[0] else ""),
        _side(theirs, b, yours, places.words(other, b, versions[1]), "" if versions[0] else version),
        review_words.decision(passage.review),
        versions[0] is None,
    )


def _side(text: str, span: Span, shared: Sequence[Span], place: str, version: str) -> Side:
    return Side(words(text, span, shared), place, _before(text, span), _after(text, span), version)


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
    """The text before a passage in one line, from the beginning of a word."""
    around = text[max(span.start - AROUND, 0) : span.start]
    return _line("… " + around.partition(" ")[2] if span.start > AROUND else around)


def _after(text: str, span: Span) -> str:
    around = text[span.end : span.end + AROUND]
    return _line(around.rpartition(" ")[0] + " …" if span.end + AROUND < len(text) else around)


def _line(text: str) -> str:
    return " ".join(text.split())
