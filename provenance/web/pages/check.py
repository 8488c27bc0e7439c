"""Does a new text copy an archived one? Pasted or dropped, the verdict first, each answer as soon as it is there.

Nothing is kept unless the form says so; what it brought is in a folder of its own until the page is made.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import chain

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from provenance.errors import ProvenanceError, UsageError
from provenance.files.temporary import temporary_folder
from provenance.model import Addition, Article, LeftOutList, SkippedInput
from provenance.reports.html.sections import Section, section
from provenance.sources.given_values import Given, given_fields, with_given
from provenance.usecases.adding import add
from provenance.usecases.ancestry import lineage_of_findings
from provenance.usecases.checking import checker
from provenance.usecases.filters import Filters
from provenance.usecases.narrowing import narrowed_findings
from provenance.web.failures import UNEXPECTED
from provenance.web.rendering import article_path, part, render, streamed
from provenance.web.routing import Entry, Posted, Subject, action, shown
from provenance.web.site import ReadOnly, Site, site_of
from provenance.web.uploads import read_address, read_saved, save

KNOWN = ("title", "author", "publisher", "published", "url")


def _form(request: Request) -> Response:
    web = site_of(request).web
    return render(
        request, "check_form.html", largest=web.largest_request // 2**20, most=web.most_checked, fetch=web.fetch
    )


def _check(request: Request, posted: Posted) -> Response:
    site, keep = site_of(request), posted["keep"] == "yes"
    if keep and site.read_only:
        raise ReadOnly
    text, address = posted.fields.get("text", ""), posted["address"]
    if not text.strip() and not posted.files and not address:
        raise UsageError("there is nothing to check: paste a text or choose files")
    if address and not site.web.fetch:
        raise UsageError("addresses are not fetched here: start `provenance serve --fetch`, or paste the text")
    fetched = read_address(address, site.web.most_checked) if address else iter(())
    given = given_fields({name: posted[name] for name in KNOWN})
    folders = ExitStack()
    try:
        folder = folders.enter_context(temporary_folder("check"))
        paths = save(folder, text, posted.files)
        head, foot = streamed(request, "check.html")
    except BaseException:
        folders.close()
        raise
    alone = text.strip() and not posted.files and not address
    pasted = text if alone and not keep and not site.read_only else ""

    def answers() -> Iterator[str]:
        try:
            yield head
            yield from _answers(
                request, site, chain(read_saved(paths), fetched), given, posted, keep=keep, pasted=pasted
            )
            yield foot
        finally:
            folders.close()

    return StreamingResponse(
        (each.encode("utf-8", "replace") for each in answers()), media_type="text/html; charset=utf-8"
    )


def _answers(
    request: Request,
    site: Site,
    inputs: Iterable[Article | SkippedInput],
    given: Given,
    posted: Posted,
    *,
    keep: bool,
    pasted: str,
) -> Iterator[str]:
    """The page of each article, then what was not read or checked, and what is kept now."""
    left_out, further = LeftOutList(whole=False), 0
    checked: list[Article] = []
    try:
        for found in inputs:
            if isinstance(found, SkippedInput):
                left_out.add(found)
                continue
            left_out.add_notes(found)
            if len(checked) >= site.web.most_checked:
                further += 1
                continue
            checked.append(with_given(found, given))
            answer = _answer(site, checked[-1], len(checked))  # whoever reads slowly holds no archive open
            yield part(request, "check_answer.html", s=answer, why=False, own_page=article_path)
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


def _answer(site: Site, article: Article, number: int) -> Section:
    """Everything that the page says of an article."""
    with site.reading() as archive:
        filters = Filters().at(archive.settings.lineage.reporting_confidence)
        whole = checker(archive.store, archive.settings)(article)
        view = lineage_of_findings(archive.store, whole, archive.settings, filters)
    return section(number, narrowed_findings(whole, filters), view)


def _kept(site: Site, articles: list[Article]) -> Addition:
    with site.writing() as archive:
        return add(archive.store, articles, archive.settings.fingerprint)


SUBJECT = Subject((shown("/check", _form), action("/check", _check)), Entry("Check", "/check"))
