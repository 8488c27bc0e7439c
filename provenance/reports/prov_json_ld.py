"""Articles and links as PROV-O in JSON-LD (https://www.w3.org/TR/prov-o/): entities, derivations, reasons as numbers.

Only what is asserted is a derivation; any other link is a `provenance:Link` between two entities, which says nothing
in the terms of PROV. Nothing outside the answer is looked up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from provenance.model import Article, Link
from provenance.reports.formats import Answer, Output
from provenance.reports.linked_data import graph, iri, said_of
from provenance.reports.wording import told_how

CONTEXT = {
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "provenance": "urn:provenance:terms:",
}


def write(answer: Answer, value: Any, output: Output) -> None:
    """A lineage, or all links of an archive."""
    if answer == "lineage":
        articles, links = {article.id: article for article in value.nodes}, [edge.link for edge in value.drawn]
        asked = [value.article.id]
    else:
        articles, links, asked = value.named(value.links), value.links, []
    output.write(graph(CONTEXT, _items(articles, links, asked)))


def _items(articles: Mapping[str, Article], links: Iterable[Link], asked: Iterable[str]) -> Iterator[dict[str, Any]]:
    derivations: dict[str, list[Link]] = {}
    others: list[Link] = []
    named: dict[str, None] = dict.fromkeys(asked)
    for link in links:
        if link.is_same_event and link.review is None:  # PROV has no word for what neither text comes from
            continue
        named.update({link.a: None, link.b: None})
        if link.derived is not None and link.source is not None:
            derivations.setdefault(link.derived, []).append(link)
        else:
            others.append(link)
    for name in named:
        yield _entity(name, articles, derivations.get(name, []))
    for link in others:
        yield {
            "@type": "provenance:Link",
            "provenance:between": [{"@id": iri(name, articles.get(name))} for name in (link.a, link.b)],
            "provenance:relation": link.relation,
            "provenance:confidence": round(link.confidence, 6),
            **said_of(link, "provenance:review", "provenance:review_"),
        }


def _entity(name: str, articles: Mapping[str, Article], links: list[Link]) -> dict[str, Any]:
    article = articles.get(name)
    entity: dict[str, Any] = {"@id": iri(name, article), "@type": "prov:Entity", "dcterms:identifier": name}
    if article is not None:
        given = {"title": article.title, "publisher": article.publisher, "creator": article.author}
        given |= {"language": article.language}
        entity |= {f"dcterms:{key}": value for key, value in given.items() if value}
        if article.published:
            entity["dcterms:issued"] = article.published.written
            how = told_how(article.published)
            entity |= {"provenance:published_how": how} if how else {}
    sources = [iri(str(link.source), articles.get(str(link.source))) for link in links]
    if sources:
        entity["prov:wasDerivedFrom"] = [{"@id": source} for source in sources]
        entity["prov:qualifiedDerivation"] = [
            {
                "@type": "prov:Derivation",
                "prov:entity": {"@id": source},
                "provenance:relation": link.relation,
                "provenance:confidence": round(link.confidence, 6),
                "provenance:share": round(link.share_a if link.derived == link.a else link.share_b, 6),
                "provenance:credited": link.credited,
                **said_of(link, "provenance:review", "provenance:review_"),
            }
            for source, link in zip(sources, links, strict=True)
        ]
    return entity
