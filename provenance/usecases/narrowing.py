"""A judged answer narrowed to what the reader asked to see.

A passage is left out by its kind, words or score, a link when none of its passages is left, when its articles are not
asked for, or when it says that both only report the same event and nobody asked for those. Relation, confidence and
evidence stay as they are: they come from everything that was found. Shares are of the passages that are shown, so
that a share and the passages below it agree; `left_out` counts the others. Nothing here compares, judges or reads an
archive.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from provenance.model import Article, Attribution, CreditShares, Findings, Link, Passage, PublicQuotation, Span
from provenance.model.detection import Searched
from provenance.model.text_parts import union
from provenance.usecases.filters import Filters


def narrowed_link(link: Link, filters: Filters, a: Article | None, b: Article | None) -> Link | None:
    """The link with the passages that pass the filters; None where there were some and none is left.

    The articles are read for a least number of words alone.
    """
    if not filters.narrow_passages or not link.passages:
        return link
    shown = filters.passages(link.passages, a, b)
    if not link.rejected and all(each.rejected for each in shown):  # none that counts is left
        return None
    return _with_passages(link, shown) if shown else None


def narrowed_findings(findings: Findings, filters: Filters) -> Findings:
    """The findings with the links that pass the filters, in their order; the article asked about always passes.

    Public quotations are no links: those of links that pass and are not listed stay.
    """
    passing = _passing(findings, filters) if filters.narrow else findings.links
    links, unlisted = listed_apart(passing, filters)
    if not filters.narrow and not unlisted:
        return findings
    article = findings.article
    named = {article.id, *(name for link in links for name in link.named)}
    kept = replace(
        findings,
        links=tuple(links),
        others={name: other for name, other in findings.others.items() if name in named},
        quotations={name: said for name, said in findings.quotations.items() if name in named},
        public=public_in(findings.public, article.id, passing),
        same_event_left_out=len(unlisted),
    )
    if not filters.narrow:
        return kept
    listed, _ = listed_apart(findings.links, filters)
    return replace(
        kept,
        share=_part_of(findings.share, _spans(findings.links, article.id), _spans(links, article.id)),
        attribution=attributed(article, links, findings.others),
        left_out=len(listed) - len(links),
        searched=_still_shown(findings.searched, filters),
    )


def _passing(findings: Findings, filters: Filters) -> list[Link]:
    """The links that pass the filters, with the passages that do, strongest first; of whatever relation."""
    article, links = findings.article, []
    for link in findings.links:
        other = findings.others[link.b if link.a == article.id else link.a]
        if filters.admits(other) and filters.admits_pair(article, other):
            first, second = (article, other) if link.a == article.id else (other, article)
            narrowed = narrowed_link(link, filters, first, second)
            if narrowed is not None:
                links.append(narrowed)
    return sorted(links, key=strongest_first)


def narrowed_comparison(findings: Findings, filters: Filters) -> Findings:
    """The findings about two texts, whose link is shown even where none of its passages is left."""
    (link,), a = findings.links, findings.article
    shown = filters.passages(link.passages, a, findings.others[link.b])
    link = _with_passages(link, shown)
    public = public_in(findings.public, a.id, [link])
    return replace(findings, links=(link,), share=counted_share(link), public=public)


def counted_share(link: Link) -> float:
    """The part of A that counts as taken, or as shared, because of one link."""
    return 0.0 if link.rejected or link.is_same_event else link.share_a


def public_in(public: Iterable[PublicQuotation], article: str, links: Sequence[Link]) -> tuple[PublicQuotation, ...]:
    """The public quotations of an article of which these links show a passage with somebody who has it, too."""
    return tuple(
        each
        for each in public
        if any(
            (link.b if link.a == article else link.a) in each.apart
            and any(span.overlap(each.span) for span in link.spans_in(article))
            for link in links
        )
    )


def listed_apart(links: Iterable[Link], filters: Filters) -> tuple[list[Link], list[Link]]:
    """Links of relations that are listed, and those that say no more than that both report the same event."""
    apart: tuple[list[Link], list[Link]] = [], []
    for link in links:
        apart[not filters.lists(link)].append(link)
    return apart


def strongest_first(link: Link) -> tuple[bool, bool, float, float, str, str]:
    """A sorting key: the larger shared part of the article first, then the surer relation, then the names; reports
    of the same event come after the others, what people rejected comes last."""
    return (link.rejected, link.is_same_event, -link.share_a, -link.confidence, link.b, link.a)


def attributed(article: Article, links: Sequence[Link], others: Mapping[str, Article]) -> Attribution | None:
    """How far the article credits what it took; None where it is not known to have taken anything."""
    if not links:
        return None
    from provenance.lineage.attribution import attribution

    given = attribution(article, links, others)
    if not given.sources:
        return None
    quoted, prose = (
        CreditShares(shares.credited, shares.partly, shares.uncredited) for shares in (given.quotations, given.prose)
    )
    return Attribution(quoted, prose, given.own)


def _still_shown(searched: Searched | None, filters: Filters) -> Searched | None:
    """Which copies would be found and shown: none of fewer words than asked for, and with a least score, which an
    edited copy may miss, only those that keep all words."""
    if searched is None:
        return None
    rows = [row for row in searched.found_if if row.words >= filters.min_words]
    return replace(searched, found_if=tuple(row for row in rows if row.kept >= 1 or not filters.min_score))


def _with_passages(link: Link, shown: tuple[Passage, ...]) -> Link:
    if len(shown) == len(link.passages):
        return link
    found = link.passages if link.rejected else link.asserted
    counted = [each for each in shown if link.rejected or not each.rejected]
    return replace(
        link,
        passages=shown,
        share_a=_part_of(link.share_a, *_counted(found, counted, 0)),
        share_b=_part_of(link.share_b, *_counted(found, counted, 1)),
        left_out=link.left_out + len(link.passages) - len(shown),
    )


def _counted(found: Sequence[Passage], shown: Sequence[Passage], side: int) -> tuple[list[Span], list[Span]]:
    """Where the passages found, and those shown, are in the text that the share of this side is of: the current one,
    or that of an earlier version where all are in one."""
    versions = {each.versions[side] for each in found}
    of_current = None in versions
    found_there, shown_there = (
        [(each.match.a, each.match.b)[side] for each in passages if each.versions[side] is None or not of_current]
        for passages in (found, shown)
    )
    return found_there, shown_there


def _part_of(share: float, found: Sequence[Span], shown: Sequence[Span]) -> float:
    """The part of a body inside the spans `shown`, from that inside all spans `found`.

    Boilerplate, which counts in no share, is not known here; it is taken to be spread evenly over what was found.
    """
    before, after = (sum(span.length for span in union(spans)) for spans in (found, shown))
    return share * after / before if before else 0.0


def _spans(links: Sequence[Link], article: str) -> list[Span]:
    return [span for link in links if not link.is_same_event for span in link.spans_in(article)]
