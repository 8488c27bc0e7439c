"""Every text that an article had, the newest first, with what each changed of the one before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from provenance.model import VersionsView
from provenance.reports import wording
from provenance.reports.characters import line
from provenance.reports.version_words import before, facts, folded
from provenance.web.pages.article import asked_for
from provenance.web.rendering import address, article_path, render
from provenance.web.routing import Subject, shown
from provenance.web.site import site_of

VERSIONS, CHANGES = 60, 60  # shown: the newest versions, and the first places of each; the JSON has all


@dataclass(frozen=True, slots=True)
class Change:
    """One place: the words before it, what was taken out and what was put in."""

    before: str
    out: str
    into: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One version. `changed` says how much it changed; `compare` leads to it beside the one before it."""

    version: int
    current: bool
    facts: tuple[str, ...]
    title: str
    changed: str
    changes: tuple[Change, ...]
    left_out: int
    compare: str


def _versions(request: Request) -> Response:
    name = asked_for(request)
    with site_of(request).reading() as archive:
        identifier = archive.resolve(name)
        if identifier != name:
            return RedirectResponse(article_path(identifier, "versions"), 303)
        view = archive.versions(identifier)
    listed = list(_shown(view))
    return render(
        request,
        "versions.html",
        article=view.article,
        versions=listed[::-1][:VERSIONS],
        left_out=max(len(listed) - VERSIONS, 0),
    )


def _shown(view: VersionsView) -> Iterator[Shown]:
    former = ""
    for version in view.versions:
        text = version.article.text
        changes = tuple(
            Change(line(before(text, into.start)), folded(line(out.of(former))), folded(line(into.of(text))))
            for out, into in version.changes[:CHANGES]
        )
        words = "" if version.version == 1 else "No word differs from the version before."
        if version.changes:
            taken, put = (wording.count(each, "word") for each in (version.words_taken_out, version.words_put_in))
            words = f"{wording.count(len(version.changes), 'place')} changed: {taken} taken out, {put} put in."
        identifier = view.article.id
        beside = address("/compare", a=identifier, b=identifier, va=version.version - 1, vb=version.version)
        yield Shown(
            version.version,
            version.current,
            tuple(facts(version)),
            version.article.title or "",
            words,
            changes,
            max(len(version.changes) - CHANGES, 0),
            beside if version.version > 1 else "",
        )
        former = text


SUBJECT = Subject((shown("/versions/{id:path}", _versions), shown("/versions", _versions)))
