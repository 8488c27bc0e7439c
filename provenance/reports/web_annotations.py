"""Passages as Web Annotations (https://www.w3.org/TR/annotation-model/): each links a stretch of one text to one of
another, by offsets and by the words themselves.

Offsets are those of the texts as they were read; `exact` finds the words again where a page differs from that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from provenance.model import Article, Link, Passage, Span
from provenance.reports.formats import Answer, Output
from provenance.reports.linked_data import graph, iri, said_of

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"provenance": "urn:provenance:terms:"}]
AROUND = 32  # characters before and after the words, which tell them from the same words elsewhere


def write(answer: Answer, value: Any, output: Output) -> None:
    """A lineage, or all links of an archive."""
    if answer == "lineage":
        articles, links = {each.id: each for each in value.nodes}, [edge.link for edge in value.drawn]
    else:
        articles, links = value.named(value.links), value.whole(value.links)
    output.write(graph(CONTEXT, _annotations(articles, links)))


def _annotations(articles: Mapping[str, Article], links: Iterable[Link]) -> Iterator[dict[str, Any]]:
    for link in links:
        for number, passage in enumerate(link.passages, 1):
            yield _annotation(articles, link, passage, number)


def _annotation(articles: Mapping[str, Article], link: Link, passage: Passage, number: int) -> dict[str, Any]:
    match = passage.match
    a, b = articles.get(link.a), articles.get(link.b)
    taken_first = link.derived is None or link.derived == link.a
    sides = [(link.a, a, match.a, passage.versions[0]), (link.b, b, match.b, passage.versions[1])]
    target, body = sides if taken_first else sides[::-1]
    named = f"{iri(link.a, None)}:{iri(link.b, None).rpartition(':')[2]}:{number}"
    return {
        "id": named,
        "type": "Annotation",
        "motivation": "linking",
        "target": _place(*target),
        "body": _place(*body),
        "provenance:kind": match.kind,
        "provenance:score": round(match.score, 6),
        "provenance:relation": link.relation,
        "provenance:confidence": round(link.confidence, 6),
        **said_of(link, "provenance:review", "provenance:review_"),
        **({"provenance:speaker": passage.speaker} if passage.speaker else {}),
    }


def _place(name: str, article: Article | None, span: Span, version: int | None) -> dict[str, Any]:
    selectors: list[dict[str, Any]] = [{"type": "TextPositionSelector", "start": span.start, "end": span.end}]
    text = article.text_in(version) if article else ""
    if text:
        selectors.append(
            {
                "type": "TextQuoteSelector",
                "exact": span.of(text),
                "prefix": text[max(0, span.start - AROUND) : span.start],
                "suffix": text[span.end : span.end + AROUND],
            }
        )
    place = {"type": "SpecificResource", "source": iri(name, article), "selector": selectors}
    return place if version is None else {**place, "provenance:version": version}
