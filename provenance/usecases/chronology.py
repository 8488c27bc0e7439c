"""The order in which articles are told: by when each was certainly out."""

from __future__ import annotations

from provenance.model import Article


def by_time(article: Article) -> tuple[bool, float, float, str]:
    """A sorting key: dated articles by the end of the interval that their date allows, then undated ones, by id.

    A story of 06:40 comes before one of which only the day is known: that one may have been out since midnight, and
    nobody can say so.
    """
    published = article.published
    if published is None:
        return True, 0.0, 0.0, article.id
    return False, published.latest, published.earliest, article.id
