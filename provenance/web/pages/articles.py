"""Articles: found by words, phrases, publisher, time, language and by what is known of them."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from provenance.languages.codes import language_name
from provenance.model.lists import Key
from provenance.reports import lists_csv
from provenance.usecases.browsing.articles import article_page
from provenance.web.asked import ARTICLE_SORTS, article_query, page_of
from provenance.web.cursors import cursor_of
from provenance.web.lists import CsvPage, csv_file, list_view
from provenance.web.rendering import render
from provenance.web.routing import Entry, Subject, shown
from provenance.web.site import site_of

PATH = "/articles"
ORDERS = {
    "newest": "the newest first",
    "oldest": "the oldest first",
    "publisher": "by publisher",
    "title": "by title",
    "longest": "the longest first",
    "added": "archived last first",
    "id": "by id",
}
STANDINGS = {
    "taken": "made from another",
    "source": "others were made from it",
    "duplicate": "near duplicates",
    "common": "a source in common with another",
    "undetermined": "who took from whom is open",
    "none": "nothing shared",
    "unaudited": "not looked at yet",
}
TAGS = {
    "taken": ("made from another", "made from {:,} others"),
    "source": ("one was made from it", "{:,} were made from it"),
    "duplicate": ("a near duplicate", "{:,} near duplicates"),
    "common": ("a source in common with one", "a source in common with {:,}"),
    "undetermined": ("open with one", "open with {:,}"),
}


def _articles(request: Request) -> Response:
    site, query = site_of(request), article_query(request.query_params, "newest")
    after, limit = page_of(request.query_params, query)
    with site.reading() as archive:
        page = article_page(archive.store, archive.settings, query, after=after, limit=limit, kept=site.kept)
        publishers, languages = site.choices(archive)
    view = list_view(
        request,
        PATH,
        page.total,
        len(page.rows),
        cursor_of(query.sort, page.after) if page.after else None,
    )
    return render(
        request,
        "articles.html",
        view=view,
        rows=page.rows,
        orders=ORDERS,
        order=query.sort,
        standings=STANDINGS,
        tag_words=_tag_words,
        publishers=publishers,
        languages={code: language_name(code) for code in languages},
    )


def _csv(request: Request) -> Response:
    site, query = site_of(request), article_query(request.query_params, "newest")

    def page(after: Key | None, limit: int) -> CsvPage:
        with site.reading() as archive:
            found = article_page(archive.store, archive.settings, query, after=after, limit=limit, kept=site.kept)
        return map(lists_csv.article_row, found.rows), found.after

    return csv_file("articles", lists_csv.ARTICLES, page)


def _tag_words(standing: str, count: int) -> str:
    """What the links of one standing say of an article."""
    one, many = TAGS[standing]
    return one if count == 1 else many.format(count)


assert set(ORDERS) == set(ARTICLE_SORTS)  # noqa: S101 (every order has words)
SUBJECT = Subject(
    (shown(PATH, _articles), shown(f"{PATH}.csv", _csv)),
    Entry("Articles", PATH),
)
