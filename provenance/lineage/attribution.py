"""How much of what an article took it credits: fully, partly, not at all; quotations and prose apart.

A passage is credited where the article names the source itself (its author, outlet, address) or the agency that both
carry; partly where only the speaker of a quotation is named; otherwise uncredited, as is copied prose that says who
said something. Taking from one's own earlier work (same author or same publisher) is counted apart, because it
wrongs nobody else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from provenance.lineage.speech import is_generic
from provenance.model import Article, Link, Passage, Span
from provenance.model.own_work import in_common
from provenance.model.text_parts import overlap, union

Credit = Literal["credited", "partly", "uncredited"]


@dataclass(frozen=True, slots=True)
class Shares:
    """Parts of the article's body, each 0 to 1; they do not overlap."""

    credited: float = 0.0
    partly: float = 0.0
    uncredited: float = 0.0

    @property
    def total(self) -> float:
        """Everything that was taken."""
        return self.credited + self.partly + self.uncredited


@dataclass(frozen=True, slots=True)
class Attribution:
    """What a derived article took and credited. `own` is the part taken from its own author's or publisher's work."""

    article: str
    quotations: Shares
    prose: Shares
    own: float
    sources: tuple[str, ...]

    @property
    def everything(self) -> Shares:
        """Quotations and prose together."""
        one, two = self.quotations, self.prose
        return Shares(one.credited + two.credited, one.partly + two.partly, one.uncredited + two.uncredited)


def attribution(article: Article, links: Iterable[Link], others: Mapping[str, Article]) -> Attribution:
    """Shares of `article` taken from its sources, from the links that say that it derives from something.

    `others` maps ids to articles, as far as they are known. Where sources overlap, the better credit counts.
    """
    taken: dict[tuple[bool, Credit], list[Span]] = {}
    own: list[Span] = []
    sources = []
    for link in sorted(links, key=lambda each: (each.a, each.b)):
        if link.derived != article.id or link.source is None:
            continue
        sources.append(link.source)
        source = others.get(link.source)
        for each in link.asserted:
            side = 0 if link.a == article.id else 1
            if each.versions[side] is not None:  # it is not in the article any more
                continue
            span = each.match.a if side == 0 else each.match.b
            if source is not None and is_self_reuse(article, source):
                own.append(span)
            else:
                taken.setdefault((each.in_quotes[side], credit_of(link, each, side)), []).append(span)
    length = max(1, article.body.length)
    seen = union(own)
    part = {"own": sum(span.length for span in seen) / length}
    levels: tuple[Credit, ...] = ("credited", "partly", "uncredited")
    shares: dict[bool, dict[Credit, float]] = {True: {}, False: {}}
    for level in levels:
        for quoted in (True, False):
            spans = union(taken.get((quoted, level), ()))
            new = sum(span.length for span in spans) - overlap(spans, seen)
            shares[quoted][level] = new / length
            seen = union([*seen, *spans])
    return Attribution(
        article.id, Shares(**shares[True]), Shares(**shares[False]), part["own"], tuple(sorted(set(sources)))
    )


def credit_of(link: Link, passage: Passage, side: int) -> Credit:
    """How the article on `side` of a link credits one passage."""
    source = "b" if side == 0 else "a"
    for each in link.evidence:
        if each.kind.names_source and each.favours in (source, "common"):
            return "credited"
    speaker = passage.speakers[side]
    said = passage.in_quotes[side] or passage.match.kind == "quotation"
    return "partly" if said and speaker and not is_generic(speaker) else "uncredited"


def is_self_reuse(one: Article, two: Article) -> bool:
    """Whether two articles are of the same author or the same publisher."""
    return in_common(one, two) is not None
