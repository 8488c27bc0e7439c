"""Which words of an article that was changed since were in its archived version already, and by when.

A change hours after the publication may have brought any words, unless an earlier version had them. It is noted
when the new version comes in, as parts of its text with the date of that version. Nothing here compares two articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from provenance.ingest.earlier_texts import kept_spans
from provenance.lineage.times import has_own_times
from provenance.model import Article, PublicationTime
from provenance.model.appearance import appearance
from provenance.model.dated_parts import EARLIER_TIMES, earlier_parts_of, written_parts

Known = Callable[[Iterable[str]], Mapping[str, Article]]


def with_earlier_times(articles: Sequence[Article], known: Known) -> Sequence[Article]:
    """The articles, those that were changed hours after their publication with what their archived version had.

    `known` gives archived articles by id, as far as they are archived.
    """
    changed = {article.id for article in articles if has_own_times(article)}
    former = known(sorted(changed)) if changed else {}
    if not former:
        return articles
    return [_with_parts(article, former[article.id]) if article.id in former else article for article in articles]


def _with_parts(article: Article, former: Article) -> Article:
    time = former.modified if appearance(former.modified) else former.published
    if article.text == former.text or time is None or not _before(time, article):
        return article
    before = earlier_parts_of(former)
    parts = []
    for span, there in kept_spans(article, former):
        times = [each for part, each in before if there.start >= part.start and there.end <= part.end]
        parts.append((span, min([time, *times], key=lambda each: each.latest)))
    if not parts:
        return article
    return replace(article, metadata={**article.metadata, EARLIER_TIMES: written_parts(parts)})


def _before(time: PublicationTime, article: Article) -> bool:
    """Whether the archived version is not newer than the one that comes in."""
    return article.modified is None or time.latest <= article.modified.latest
