"""Two articles, or two versions, side by side: what they share linked by number, colour and line."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from provenance.errors import UsageError
from provenance.model import Article, Link
from provenance.reports import verdicts, wording
from provenance.reports.html.side_by_side import SideBySide, kinds_of, side_by_side
from provenance.reports.naming import Naming
from provenance.reports.reason_lists import Reasons
from provenance.usecases.archive import Archive
from provenance.usecases.comparing import compare
from provenance.usecases.recorded_findings import recorded_comparison
from provenance.web.rendering import address, render
from provenance.web.reviewer import reviewer_of
from provenance.web.routing import Entry, Subject, shown
from provenance.web.site import site_of

SUGGESTED = 50  # articles that the form proposes


def _compare(request: Request) -> Response:
    asked = request.query_params
    one, other = asked.get("a", "").strip(), asked.get("b", "").strip()
    with site_of(request).reading() as archive:
        if not one or not other:
            known = archive.resolve(one or other) if one or other else ""
            return render(request, "compare_form.html", a=known, b="", suggested=_suggested(archive, known))
        ids = archive.resolve(one), archive.resolve(other)
        counts = tuple(len(archive.store.articles.versions(name)) for name in ids)
        chosen = _version(asked.get("va"), counts[0]), _version(asked.get("vb"), counts[1])
        if ids[0] == ids[1] and chosen[0] == chosen[1]:
            raise UsageError(f"{ids[0]} is the same on both sides: choose two versions, or another article")
        a, b, link, recorded = _compared(archive, ids, chosen)
        if recorded and a.id != ids[0]:  # the link has them the other way round
            ids, counts = ids[::-1], counts[::-1]
        named = archive.named([link]) if recorded else {}
        suggested = _suggested(archive, ids[0])
    naming = Naming.of({**named, a.id: a, b.id: b}.values())
    versions_of_one = ids[0] == ids[1]
    names = naming.short(a.id), naming.short(b.id)
    if versions_of_one:
        names = _version_name(chosen[0]), _version_name(chosen[1])
    both = side_by_side(a, b, link, names, chosen)
    return render(
        request,
        "compare.html",
        both=both,
        link=link,
        verdict=_verdict(link, naming, both, names, versions_of_one=versions_of_one),
        reasons=Reasons.of(link, naming) if not versions_of_one else None,
        kinds=kinds_of(link),
        names=names,
        heads=(naming.head(a.id), naming.head(b.id)),
        recorded=recorded,
        ids=ids,
        versions=counts,
        chosen=chosen,
        only=asked.get("only") == "yes",
        suggested=suggested,
        reviewer=reviewer_of(request),
        back=address("/compare", **{name: asked.get(name) for name in ("a", "b", "va", "vb", "only")}),
    )


def _verdict(link: Link, naming: Naming, both: SideBySide, names: tuple[str, str], *, versions_of_one: bool) -> str:
    """What is to be said first; of two versions of one article nobody asks who took from whom."""
    if versions_of_one:
        shares = wording.percent(both.a.share), wording.percent(both.b.share)
        return f"{shares[0]} of {names[0]} is in {names[1]}, {shares[1]} the other way round."
    if not link.passages and not link.review and link.relation == "undetermined":
        return ""
    return verdicts.sentence(link, naming, link.derived or link.a)


def _compared(
    archive: Archive, ids: tuple[str, str], versions: tuple[int | None, int | None]
) -> tuple[Article, Article, Link, bool]:
    """The two texts and their link; what an audit recorded is about current texts only."""
    if versions == (None, None):
        return recorded_comparison(archive.store, *ids, archive.settings)
    one, other = (archive.show(name, version).article for name, version in zip(ids, versions, strict=True))
    found = compare(one, other, archive.settings)
    (link,) = found.links
    return found.article, found.others[link.b], link, False


def _version(written: str | None, known: int) -> int | None:
    """The version that an address names, None for the current one."""
    if not written:
        return None
    if not (written.isascii() and written.isdigit() and len(written) < 9 and 1 <= int(written) <= known):
        raise UsageError(f"there is no version {written!r}: there are {known}")
    return None if int(written) == known else int(written)


def _version_name(version: int | None) -> str:
    return "the current version" if version is None else f"version {version}"


def _suggested(archive: Archive, article: str) -> list[tuple[str, str]]:
    """The articles that one is linked to, with their titles: those that it is likely to be compared with."""
    if not article:
        return []
    links = archive.store.links.of(article)
    names = sorted({link.b if link.a == article else link.a for link in links})[:SUGGESTED]
    return [(name, wording.name(found)) for name, found in archive.store.articles.get_known(names).items()]


SUBJECT = Subject((shown("/compare", _compare),), Entry("Compare", "/compare"))
