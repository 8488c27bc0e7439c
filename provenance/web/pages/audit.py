"""The audit: what none has covered, starting one, how far it is, stopping it. Pages go on meanwhile."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from provenance.reports.audit_words import done_words, stage_words
from provenance.reports.wording import capital
from provenance.usecases.shown_record import waiting
from provenance.web.audits import Progress
from provenance.web.rendering import render, see
from provenance.web.routing import Entry, Posted, Subject, action, shown
from provenance.web.site import ReadOnly, site_of

PATH = "/audit"


def _page(request: Request) -> Response:
    site = site_of(request)
    with site.reading() as archive:
        articles = archive.store.articles.count()
        new = waiting(archive.store, archive.settings)
        runs = [run for run in archive.store.runs.all() if run.kind == "audit"][-8:]
    progress = site.audits.progress
    return render(
        request,
        "audit.html",
        articles=articles,
        new=new,
        runs=list(reversed(runs)),
        progress=progress,
        words=words_of(progress),
        begun_elsewhere=bool(runs) and runs[-1].finished is None and not progress.runs,
    )


def words_of(progress: Progress) -> str:
    """How far the audit of this server is, or how it ended, as a sentence; "" where there was none."""
    if progress.state == "idle":
        return ""
    if progress.state == "done":
        return f"Done: {done_words(*progress.counts)}."
    if progress.state == "stopped":
        return "Stopped: what was compared is kept, but links are missing or not judged until an audit has ended."
    if progress.state == "failed":
        return f"It failed: {progress.error}"
    words = stage_words(progress.stage, progress.done, progress.total) if progress.stage != "starting" else "Starting"
    return f"{'Stopping. ' if progress.state == 'stopping' else ''}{capital(words)} …"


def _progress(request: Request) -> Response:
    progress = site_of(request).audits.progress
    return JSONResponse(
        {
            "number": progress.number,
            "state": progress.state,
            "words": words_of(progress),
            "done": progress.done,
            "total": progress.total,
        }
    )


def _start(request: Request, _posted: Posted) -> Response:
    site = site_of(request)
    if site.read_only:
        raise ReadOnly
    site.audits.start()
    return see(PATH)


def _stop(request: Request, _posted: Posted) -> Response:
    site_of(request).audits.stop()
    return see(PATH)


SUBJECT = Subject(
    (
        shown(PATH, _page),
        shown(f"{PATH}/progress", _progress),
        action(f"{PATH}/start", _start),
        action(f"{PATH}/stop", _stop),
    ),
    Entry("Audit", PATH),
)
