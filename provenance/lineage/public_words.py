"""Which quotations of an article several outlets have from one public occasion.

Such a quotation is in articles of which a link says that they report the same event, or that they draw on one source
and a text names the occasion: nobody took it from anybody. It speaks for no derivation, and a reader of three front
pages with one sentence wants to know so. Nothing is judged here: the links say who took from whom.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from provenance.lineage.public_occasions import OccasionNames
from provenance.lineage.speech import is_generic
from provenance.model import Article, Link, Passage, PublicQuotation, Quotation, Relation, Span
from provenance.model.public_words import public_quotation
from provenance.model.text_parts import overlap, union

# Relations in which neither article was made from the other.
APART: tuple[Relation, Relation] = ("same_event", "common_source")
HALF = 0.5  # of a quotation inside passages, from which on the other article counts as having it
FEWEST_WORDS = 4  # "They did." is said by many


def public_quotations(
    article: Article, said: Iterable[Quotation], links: Iterable[Link], others: Mapping[str, Article]
) -> tuple[PublicQuotation, ...]:
    """The public quotations of an article, ascending, by all of its links; `others` has the articles at their ends.

    `said` are the article's quotations; those without quotation marks are not the speaker's words. What people
    rejected, and what is in an earlier version alone, is no part.
    """
    links = [link for link in links if not link.rejected]
    if not any(link.relation in APART for link in links):
        return ()
    shared = [(link, [each for each in link.asserted if not each.is_earlier]) for link in links]
    found, occasions = [], OccasionNames()
    for quotation in sorted((each for each in said if is_wording(article, each)), key=lambda each: each.span):
        having: list[tuple[Article, Span]] = []
        speakers: list[str | None] = [quotation.speaker]
        apart: dict[str, Relation] = {}
        for link, passages in shared:
            side = 0 if link.a == article.id else 1
            other = others.get(link.a if side else link.b)
            near = [each for each in passages if _ends(each, side)[0].overlap(quotation.span)]
            covered = overlap([quotation.span], union([_ends(each, side)[0] for each in near]))
            if other is None or covered < HALF * quotation.span.length:
                continue
            best = max(near, key=lambda each: _ends(each, side)[0].overlap(quotation.span))
            having.append((other, _ends(best, side)[1]))
            speakers += [best.speaker, *best.speakers]
            if link.relation in APART and (best.match.kind == "quotation" or any(best.in_quotes)):
                apart[other.id] = link.relation
        occasion = occasions.most([(article, quotation.span), *having]) if apart else None
        if heard := who_heard(apart, occasion):
            holders = [other for other, _ in having]
            found.append(public_quotation(article, quotation.span, best_name(speakers), occasion, holders, heard))
    return tuple(found)


def who_heard(apart: Mapping[str, Relation], occasion: str | None) -> frozenset[str]:
    """Of articles that have a quotation apart from this one, by relation, those that have it from the same occasion:
    what comes from one source may be an interview, unless a text names an occasion at which many heard it."""
    return frozenset(name for name, relation in apart.items() if relation == "same_event" or occasion)


def is_wording(article: Article, quotation: Quotation) -> bool:
    """Whether an article gives words as they were said, and enough of them to be told from others'."""
    words = sum(len(span.of(article.text).split()) for span in quotation.marks)
    return quotation.type != "indirect" and words >= FEWEST_WORDS


def best_name(speakers: Iterable[str | None]) -> str | None:
    """What most texts call a speaker, the first of several: a name ("Ray Pulaski") before somebody in particular
    without one ("the councilmember"), and nobody in particular last."""
    counts = Counter(name for name in speakers if name)
    order = {name: place for place, name in enumerate(counts)}

    def rank(name: str) -> tuple[bool, bool, int, int]:
        return is_generic(name), not name[:1].isupper(), -counts[name], order[name]

    return min(counts, key=rank, default=None)


def _ends(passage: Passage, side: int) -> tuple[Span, Span]:
    """Where a passage is in the article on this side of its link, and in the other one."""
    match = passage.match
    return (match.b, match.a) if side else (match.a, match.b)
