"""Words that one person said where several reporters heard them, and who printed them.

Plain data: what is public is decided where links are known, what is said of it is worded by the reports.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from provenance.model.appearance import by_time, known_by
from provenance.model.articles import Article
from provenance.model.text_parts import Span


@dataclass(frozen=True, slots=True)
class PublicQuotation:
    """A quotation of one article that others have, too, without having taken it from each other.

    `span` is where the article has it. `speaker` is who said it and `occasion` what a text calls the place ("press
    conference"), None where no text says so. `holders` are the other articles that have it in any wording, the
    earliest known first and undated ones last. `apart` are the ids of those among them of whom a link says that
    neither took it from the other. `first` are the articles, this one included, that may have printed it first as far
    as dates are known: several where dates do not decide, none where no date is known.
    """

    span: Span
    speaker: str | None
    occasion: str | None
    holders: tuple[Article, ...]
    apart: frozenset[str]
    first: tuple[Article, ...]


def public_quotation(
    article: Article,
    span: Span,
    speaker: str | None,
    occasion: str | None,
    others: Iterable[Article],
    apart: frozenset[str],
) -> PublicQuotation:
    """A public quotation of an article; `others` have it in any order, and may be named twice."""
    holders = tuple(sorted({each.id: each for each in others}.values(), key=by_time))
    return PublicQuotation(span, speaker, occasion, holders, apart, _printed_first((article, *holders)))


def _printed_first(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Those with a date that no other one surely precedes (begins earlier and ends no later), in their order."""
    dated = [(time, each) for each in articles if (time := known_by(each)) is not None]
    earliest, found = math.inf, []
    for time, each in sorted(dated, key=lambda one: (one[0].latest, one[0].earliest)):
        if earliest >= time.earliest:
            found.append(each.id)
        earliest = min(earliest, time.earliest)
    first = set(found)
    return tuple(each for each in articles if each.id in first)
