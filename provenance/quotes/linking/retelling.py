"""What passages of two articles prove about utterances beyond shared wording: speech retold, with or without a cue.

An article that was made from another retells its quotations too, often in words of its own and without saying that
anybody said them. Passages come from outside, as places beside places; nothing here finds any.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from provenance.model import Match, Quotation, Span
from provenance.model.text_parts import union
from provenance.quotes.linking.passages import speaks_for
from provenance.quotes.linking.utterances import QuotedArticle

Passages = Mapping[tuple[str, str], Sequence[Match]]
Key = tuple[int, int, int, int]  # article and quotation of side A, then of side B

LONGEST_ECHO = 2.0  # times the quotation: shared words that stand further apart are not one utterance
# Part of either text in passages from which on one retells the other.
RETELLS = 0.5

_BORDER = re.compile(r"[,;:.!?]+(?:\s|$)|[\n—“”«»\"()]")  # what parts clauses


def with_echoes(articles: Sequence[QuotedArticle], passages: Passages) -> list[QuotedArticle]:
    """The articles with the clauses added that nothing but a quotation of another article shows to be speech.

    Such an echo is indirect speech without cue and speaker; `echoes` of an article numbers them.
    """
    beside: dict[int, list[tuple[Match, QuotedArticle]]] = defaultdict(list)
    for (a, b), matches in paired(articles, passages).items():
        beside[a] += [(match.exchanged(), articles[b]) for match in matches]
        beside[b] += [(match, articles[a]) for match in matches]
    return [_with_echoes(article, beside[number]) for number, article in enumerate(articles)]


def _with_echoes(article: QuotedArticle, beside: Sequence[tuple[Match, QuotedArticle]]) -> QuotedArticle:
    found = {
        echo
        for match, other in beside
        for quotation in other.quotations
        if _speaks_for(match.a, quotation) and (echo := _echo(article.text, match, quotation.span)) is not None
    }
    taken = [quotation.span for quotation in article.quotations]
    echoes = set()
    for span in sorted(found, key=lambda span: (-span.length, span)):
        if not any(speaks_for(span, other) for other in taken):
            taken.append(span)
            echoes.add(span)
    said = [*article.quotations, *(Quotation(span, "indirect") for span in echoes)]
    said.sort(key=lambda quotation: quotation.span)
    numbers = frozenset(number for number, quotation in enumerate(said) if quotation.span in echoes)
    return replace(article, quotations=tuple(said), echoes=numbers)


def _speaks_for(passage: Span, quotation: Quotation) -> bool:
    """Whether the passage speaks for the quotation, or for one of the parts that a cue interrupts."""
    return any(speaks_for(part, passage) for part in (quotation.span, *quotation.marks))


def _echo(text: str, match: Match, quotation: Span) -> Span | None:
    """The clauses of B, whose text this is, that hold the wording which B shares with a quotation of A."""
    shared = [
        (there.start + max(0, quotation.start - here.start), there.end - max(0, here.end - quotation.end))
        for here, there in match.shared
        if here.overlap(quotation)
    ]
    if not shared:
        return None
    start, end = min(start for start, _ in shared), max(end for _, end in shared)
    if end - start > LONGEST_ECHO * quotation.length:
        return None
    start = max((border.end() for border in _BORDER.finditer(text, match.b.start, start)), default=match.b.start)
    border = _BORDER.search(text, end, match.b.end)
    clauses = Span(start, border.start() if border else match.b.end)
    inner = clauses.of(text)
    return Span(clauses.start + len(inner) - len(inner.lstrip()), clauses.start + len(inner.rstrip()))


def paired(articles: Sequence[QuotedArticle], passages: Passages) -> dict[tuple[int, int], list[Match]]:
    """The passages by the numbers of their articles, of which A is the lower; those of unknown articles are left."""
    place = {article.id: number for number, article in enumerate(articles)}
    found = {}
    for (a, b), matches in sorted(passages.items()):
        if a in place and b in place:
            turned = place[b] < place[a]
            pair = (place[b], place[a]) if turned else (place[a], place[b])
            found[pair] = [match.exchanged() for match in matches] if turned else list(matches)
    return found


def retold(articles: Sequence[QuotedArticle], passages: Passages) -> Iterator[list[Key]]:
    """For each passage of two articles of which one retells the other, the pairs of quotations that it speaks for."""
    for (a, b), matches in paired(articles, passages).items():
        one, other = articles[a], articles[b]
        share_a = _share(one.text, [match.a for match in matches])
        share_b = _share(other.text, [match.b for match in matches])
        if max(share_a, share_b) < RETELLS:
            continue
        for match in matches:
            theirs = _spoken_for(match.b, other)
            yield [(a, ours, b, again) for ours in _spoken_for(match.a, one) for again in theirs]


def _spoken_for(passage: Span, article: QuotedArticle) -> list[int]:
    """The quotations that a passage speaks for, without reports inside reports."""
    found: list[int] = []
    reach = -1  # quotations ascend, so one that ends before this lies inside another
    for number, quotation in enumerate(article.quotations):
        if _speaks_for(passage, quotation) and quotation.span.end > reach:
            found.append(number)
            reach = quotation.span.end
    return found


def _share(text: str, spans: Sequence[Span]) -> float:
    """Part of a text inside any of the spans."""
    return sum(span.length for span in union(spans, Span(0, len(text)))) / max(1, len(text))
