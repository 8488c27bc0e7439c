"""Standing exclusions: publishers that share by agreement or mirror each other, and set phrases.

They hold for links and passages that are found later, too, and can be taken back.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from provenance.errors import UsageError
from provenance.reports.review_words import subject_words
from provenance.reports.wording import capital
from provenance.web.pages.reviewing import word_of
from provenance.web.rendering import render, see
from provenance.web.reviewer import named, remember, reviewer_of
from provenance.web.routing import Posted, Subject, action, shown
from provenance.web.site import site_of

PATH = "/review/exclusions"
PROPOSED = 500  # publishers that the form proposes


def _page(request: Request) -> Response:
    with site_of(request).reading() as archive:
        rows = [row for row in archive.reviews() if row.step.subject.about in ("publishers", "phrase")]
        publishers = sorted(name for name in archive.store.article_pages.publishers() if name)
    rules = [
        {
            "about": row.step.subject.about,
            "names": row.step.subject.names,
            "words": capital(subject_words(row.step.subject)),
            "said": row.step.said,
            "note": row.step.note,
            "by": row.step.by,
            "at": row.step.at[:10],
        }
        for row in rows
    ]
    return render(
        request,
        "exclusions.html",
        rules=rules,
        publishers=publishers[:PROPOSED],
        one=request.query_params.get("one", ""),
        other=request.query_params.get("other", ""),
        reviewer=reviewer_of(request),
    )


def _change(request: Request, posted: Posted) -> Response:
    word, by = word_of(posted), named(posted["by"], request)
    with site_of(request).writing() as archive:
        if posted["about"] == "publishers":
            archive.review_publishers(posted["one"], posted["other"], word, posted["note"], by)
        elif posted["about"] == "phrase":
            archive.review_phrase(posted["phrase"], word, posted["note"], by)
        else:
            raise UsageError("say whether it is about publishers or a phrase")
    answer = see(PATH)
    remember(answer, by)
    return answer


SUBJECT = Subject((shown(PATH, _page), action(PATH, _change)))
