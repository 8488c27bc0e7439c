"""A lineage in the words of W3C PROV, as a document that `prov_json` and `prov_n` print.

It needs the `prov` package (an optional extra). Articles and the passages that they share are entities, a passage
being a member of its article, or of an earlier version of it, which the article `wasRevisionOf`. A passage in
quotation marks on the derived side `wasQuotedFrom` its counterpart, any other passage `wasDerivedFrom` it. A
directed near duplicate `wasRevisionOf` its source; an article with a direct link to a source that it credits
`hadPrimarySource` that source; any other derived article `wasDerivedFrom` its source. Links without a direction have
no meaning in PROV and are left out, except that both ends of a common source have it as their primary source.
Other reports of the same event are left out, too. See
https://www.w3.org/TR/prov-dm/ sections 5.2 and 5.2.2 to 5.2.4.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from provenance.errors import MissingExtra
from provenance.model import Article, LineageEdge, LineageView, Passage, Review, Span
from provenance.reports.characters import line
from provenance.reports.wording import told_how

if TYPE_CHECKING:
    from prov.model import ProvDocument

# Names of articles and passages, and this program's own attributes; urn:x- names promise nothing to resolvers.
ARTICLES, PASSAGES, TERMS = "urn:x-provenance:article:", "urn:x-provenance:passage:", "urn:x-provenance:term:"


def document(view: LineageView) -> ProvDocument:
    """The lineage as a document of the `prov` package; raises MissingExtra without it."""
    try:
        from prov.model import ProvDocument
    except ImportError as problem:
        raise MissingExtra("writing PROV", "prov") from problem
    found = ProvDocument()
    for prefix, address in (("article", ARTICLES), ("passage", PASSAGES), ("pv", TERMS)):
        found.add_namespace(prefix, address)
    apart = {name for link in view.same_event for name in (link.a, link.b)} - {view.article.id}
    apart -= {name for edge in view.edges for name in (edge.link.a, edge.link.b)}
    known = {node.id: node for node in (view.article, *view.nodes) if node.id not in apart}
    for edge in view.edges:
        for name in (edge.link.a, edge.link.b, edge.link.common_source):
            if name is not None and name not in known:
                known[name] = Article(name, "", view.article.body._replace(start=0, end=0))
    for name in sorted(known):
        _article(found, known[name])
    for edge in view.edges:
        _edge(found, edge, known)
    return found


def _article(found: ProvDocument, article: Article, name: str | None = None) -> None:
    from prov.model import PROV

    traits: dict[Any, Any] = {"prov:label": line(article.label), PROV["type"]: PROV["Collection"]}
    for key, value in (
        ("pv:title", article.title),
        ("pv:author", article.author),
        ("pv:publisher", article.publisher),
        ("pv:url", article.url),
        ("pv:published", article.published.written if article.published else None),
        ("pv:published_how", told_how(article.published)),
        ("pv:language", article.language),
        ("pv:sha256", article.text_digest if article.text else None),
    ):
        if value:
            traits[key] = line(value)
    found.entity(name or _name("article", article.id), traits)


def _edge(found: ProvDocument, edge: LineageEdge, known: dict[str, Article]) -> None:
    link = edge.link
    traits = {
        "pv:confidence": f"{link.confidence:.6g}",
        "pv:direct": str(edge.direct).lower(),
        "pv:relation": link.relation,
        **_review(link.review),
    }
    if link.source is None or link.derived is None:
        if link.relation == "common_source" and link.common_source:
            for name in (link.a, link.b):
                found.hadPrimarySource(
                    _name("article", name), _name("article", link.common_source), other_attributes=traits
                )
        return
    derived, source = _name("article", link.derived), _name("article", link.source)
    if link.relation == "near_duplicate":
        found.wasRevisionOf(derived, source, other_attributes=traits)
    elif link.credited and edge.direct:
        found.hadPrimarySource(derived, source, other_attributes=traits)
    else:
        found.wasDerivedFrom(derived, source, other_attributes=traits)
    side = 0 if link.derived == link.a else 1
    for each in link.asserted:
        _passage(found, each, side, known[link.derived], known[link.source])


def _passage(found: ProvDocument, passage: Passage, side: int, derived: Article, source: Article) -> None:
    """Both ends of a passage as parts of their articles, and the one as taken from the other."""
    spans = (passage.match.a, passage.match.b)
    taken = _part(found, derived, spans[side], passage.versions[side])
    origin = _part(found, source, spans[1 - side], passage.versions[1 - side])
    traits = {"pv:kind": passage.match.kind, "pv:score": f"{passage.match.score:.6g}", **_review(passage.review)}
    if passage.speaker:
        traits["pv:speaker"] = line(passage.speaker)
    if passage.in_quotes[side] or passage.match.kind == "quotation":
        found.wasQuotedFrom(taken, origin, other_attributes=traits)
    else:
        found.wasDerivedFrom(taken, origin, other_attributes=traits)


def _review(review: Review | None) -> dict[str, str]:
    """What people said, as attributes of a relation."""
    if review is None:
        return {}
    said = {"pv:review": review.verdict or "noted", "pv:reviewNote": review.note, "pv:reviewedBy": review.by or ""}
    return {key: line(value) for key, value in (*said.items(), ("pv:reviewedAt", review.at)) if value}


def _part(found: ProvDocument, article: Article, span: Span, version: int | None) -> str:
    """The entity of a part of an article, a member of it or of the earlier version that has it."""
    whole = _name("article", article.id) if version is None else _earlier(found, article, version)
    name = f"{_name('passage', article.id)}{'' if version is None else f'@{version}'}%2F{span.start}-{span.end}"
    if not found.get_record(name):
        traits: dict[str, Any] = {"pv:start": span.start, "pv:end": span.end, "prov:type": "pv:Passage"}
        text = article.text_in(version)
        if text:
            traits["prov:value"] = line(span.of(text))
        found.entity(name, traits)
        found.hadMember(whole, name)
    return name


def _earlier(found: ProvDocument, article: Article, version: int) -> str:
    """The entity of an earlier version, of which the article is a revision. No id gives an unescaped "@"."""
    name = f"{_name('article', article.id)}@{version}"
    if not found.get_record(name):
        earlier = article.earlier.get(version, article)
        _article(found, replace(earlier, text=article.text_in(version)), name)
        found.wasRevisionOf(_name("article", article.id), name)
    return name


def _name(prefix: str, name: str) -> str:
    """A qualified name; what PROV-N does not allow in one is written as %XX."""
    return f"{prefix}:{quote(name.encode('utf-8', 'surrogatepass'), safe='')}"
