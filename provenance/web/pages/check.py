"""Does a new text copy an archived one? Pasted or dropped, the verdict first, each answer as soon as it is there.

Nothing is kept unless the form says so; what it brought is in a folder of its own until the page is made.
"""

from __future__ import annotations

import logging
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from provenance.errors import ProvenanceError, UsageError
from provenance.model import Addition, Article, LeftOutList, SkippedInput
from provenance.reports.html.sections import section
from provenance.sources.given_values import Given, given_fields, with_given
from provenance.usecases.adding import add
from provenance.usecases.ancestry import lineage_of_findings
from provenance.usecases.archive import Archive
from provenance.usecases.checking import checker
from provenance.usecases.filters import Filters
from provenance.usecases.narrowing import narrowed_findings
from provenance.web.failures import UNEXPECTED
from provenance.web.rendering import article_path, part, render, streamed
from provenance.web.routing import Entry, Posted, Subject, action, shown
from provenance.web.site import ReadOnly, Site, site_of
from provenance.web.uploads import read_saved, save

KNOWN = ("title", "author", "publisher", "published", "url")


def _form(request: Request) -> Response:
    web = site_of(request).web
    return render(request, "check_form.html", largest=web.largest_request // 2**20, most=web.most_checked)


def _check(request: Request, posted: Posted) -> Response:
    site, keep = site_of(request), posted["keep"] == "yes"
    if keep and site.read_only:
        raise ReadOnly
    text = posted.fields.get("text", "")
    if not text.strip() and not posted.files:
        raise UsageError("there is nothing to check: paste a text or choose files")
    given = given_fields({name: posted[name] for name in KNOWN})
    folder = Path(tempfile.mkdtemp(prefix="provenance-"))
    try:
        paths = save(folder, text, posted.files)
        head, foot = streamed(request, "check.html", keep=keep, single=len(paths) == 1)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    pasted = text if text.strip() and not posted.files and not keep and not site.read_only else ""

    def answers() -> Iterator[str]:
        try:
            yield head
            yield from _answers(request, site, paths, given, posted, keep=keep, pasted=pasted)
            yield foot
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    return StreamingResponse(
        (each.encode("utf-8", "replace") for each in answers()), media_type="text/html; charset=utf-8"
    )


def _answers(
    request: Request, site: Site, paths: list[Path], given: Given, posted: Posted, *, keep: bool, pasted: str
) -> Iterator[str]:
    """The page of each article, then what was not read or checked, and what is kept now."""
    left_out, further = LeftOutList(whole=False), 0
    checked: list[Article] = []
    try:
        with site.reading() as archive:
            answer = _Checker(archive)
            for found in read_saved(paths):
                if isinstance(found, SkippedInput):
                    left_out.add(found)
                    continue
                left_out.add_notes(found)
                if len(checked) >= site.web.most_checked:
                    further += 1
                    continue
                article = with_given(found, given)
                checked.append(article)
                yield part(
                    request, "check_answer.html", s=answer.of(article, len(checked)), why=False, own_page=article_path
                )
        kept = _kept(site, checked) if keep and checked else None
    except ProvenanceError as error:
        yield part(request, "check_failed.html", words=str(error))
        return
    except Exception as error:  # a part of the page is out already: its end has to say it
        logging.getLogger("uvicorn.error").error("while checking", exc_info=error)
        yield part(request, "check_failed.html", words=UNEXPECTED)
        return
    yield part(
        request,
        "check_end.html",
        checked=len(checked),
        further=further,
        left_out=list(left_out),
        kept=kept,
        own_page=article_path,
        pasted=pasted,
        given={name: posted[name] for name in KNOWN},
    )


class _Checker:
    """Checks articles one after the other, with what several of them need made ready once."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._check = checker(archive.store, archive.settings)
        self._filters = Filters().at(archive.settings.lineage.reporting_confidence)

    def of(self, article: Article, number: int) -> object:
        """Everything that the page says of an article."""
        whole = self._check(article)
        view = lineage_of_findings(self._archive.store, whole, self._archive.settings, self._filters)
        return section(number, narrowed_findings(whole, self._filters), view)


def _kept(site: Site, articles: list[Article]) -> Addition:
    with site.writing() as archive:
        return add(archive.store, articles, archive.settings.fingerprint)


SUBJECT = Subject((shown("/check", _form), action("/check", _check)), Entry("Check", "/check"))
