"""The parameters of lists as the description of the API has them; `web/asked.py` reads them, the same as on pages."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Depends, Query

from provenance.model.links import Relation
from provenance.model.lists import ArticleSort, LinkSort, ReviewState, Standing
from provenance.model.text_parts import PassageKind
from provenance.web.asked import MOST, PAGE

Text = Annotated[str | None, Query(max_length=1000)]
Texts = Annotated[list[str] | None, Query(max_length=100)]
Cursor = Annotated[str | None, Query(description="`next` of the page before")]
Limit = Annotated[int, Query(ge=1, le=MOST, description="rows of a page")]
Since = Annotated[str | None, Query(description="a date such as 2025-03-14, 2025-03 or 2025", max_length=100)]
Fraction = Annotated[float, Query(ge=0, le=1)]


def _links(
    relation: Annotated[list[Relation] | None, Query()] = None,
    kind: Annotated[list[PassageKind] | None, Query(description="a kind of passage that a link has")] = None,
    min_confidence: Fraction = 0,
    publisher: Text = None,
    other: Text = None,
    source: Annotated[str | None, Query(description="the publisher of the source", max_length=1000)] = None,
    taker: Annotated[str | None, Query(description="the publisher of what was made from it", max_length=1000)] = None,
    language: Texts = None,
    since: Since = None,
    until: Since = None,
    article: Annotated[str | None, Query(description="the id of an article at either end")] = None,
    review: ReviewState | None = None,
    same_event: Annotated[bool, Query(description="also links that only say that both report one event")] = False,
    sort: LinkSort = "strongest",
    after: Cursor = None,
    limit: Limit = PAGE,
) -> None:
    """Which links, in which order, from where on."""


def _articles(
    words: Annotated[str | None, Query(description='words that a text has, "some in a row"', max_length=1000)] = None,
    publisher: Texts = None,
    language: Texts = None,
    since: Since = None,
    until: Since = None,
    verdict: Annotated[Standing | None, Query(description="what is known of the article")] = None,
    sort: ArticleSort = "id",
    after: Cursor = None,
    limit: Limit = PAGE,
) -> None:
    """Which articles, in which order, from where on."""


LINKS: Any = Depends(_links)
ARTICLES: Any = Depends(_articles)
