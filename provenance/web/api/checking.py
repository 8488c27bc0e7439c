"""`POST /check`: an article that is not archived against all that are; nothing is written."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from provenance.errors import UsageError
from provenance.model import Article, SkippedInput
from provenance.reports.contract_json import findings_object
from provenance.sources.readers import Request as Reading
from provenance.sources.rows import read_row
from provenance.usecases.checking import checker
from provenance.usecases.filters import Filters
from provenance.usecases.narrowing import narrowed_findings
from provenance.web.api.answers import answer
from provenance.web.api.schemas import Findings, GivenArticle
from provenance.web.site import site_of

ROUTER = APIRouter(tags=["checking"])
NAME = "checked"  # of an article that comes without an id


@ROUTER.post("/check", response_model=Findings)
def check(
    request: Request,
    given: GivenArticle,
    min_words: Annotated[int | None, Query(ge=1, le=10_000)] = None,
    min_score: Annotated[float | None, Query(ge=0, le=1)] = None,
    same_event: bool = False,
) -> Response:
    """Compare one article with the archive, as `provenance check` does."""
    filters = Filters.of(min_words=min_words, min_score=min_score, same_event=same_event)
    article = _article(given)
    with site_of(request).reading() as archive:
        found = checker(archive.store, archive.settings)(article)
        asked = filters.at(archive.settings.lineage.reporting_confidence)
        return answer(request, findings_object(narrowed_findings(found, asked)))


def _article(given: GivenArticle) -> Article:
    """The article of a row; raises UsageError that says why it is none."""
    row = {name: value for name, value in given.model_dump().items() if value is not None}
    read = read_row(row, "the article", NAME, "", Reading())
    if isinstance(read.result, SkippedInput):
        raise UsageError(f"this is no article: {read.result.reason}")
    return read.result
