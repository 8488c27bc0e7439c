"""Articles and links as GraphML, which Gephi, yEd, Cytoscape and networkx read.

Edges run from source to derived article where the direction is known. Every edge is written as a directed one,
because networkx refuses a file with both sorts; where the direction is not known, `directed` is false and the edge
runs from A to B of the link.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from provenance.model import Article, LineageView, Link
from provenance.reports import wording
from provenance.reports.characters import line
from provenance.reports.formats import Answer, Output

_NODE_KEYS = (
    ("label", "string"),
    ("publisher", "string"),
    ("author", "string"),
    ("published", "string"),
    ("published_how", "string"),
    ("language", "string"),
    ("url", "string"),
)
_EDGE_KEYS = (
    ("relation", "string"), ("confidence", "double"), ("share_a", "double"), ("share_b", "double"),
    ("credited", "boolean"), ("credited_source", "string"), ("common_source", "string"), ("likeliest", "string"),
    ("passages", "int"), ("direct", "boolean"), ("directed", "boolean"),
    ("review", "string"), ("review_note", "string"), ("review_by", "string"), ("review_at", "string"),
)  # fmt: skip


def write(answer: Answer, value: Any, output: Output) -> None:
    """A lineage, or all links of an archive."""
    if answer == "lineage":
        output.write(lineage_graphml(value))
    else:
        output.write(graphml(value.named(value.links).values(), value.whole(value.links)))


def graphml(
    articles: Iterable[Article], links: Iterable[Link], direct: Mapping[tuple[str, str], bool] | None = None
) -> str:
    """One document. Articles that links name and nobody gave become nodes with their id alone.

    `direct` says for pairs (a, b) of links whether they are direct, where that is known.
    """
    known = {article.id: article for article in articles}
    ends: set[str] = set()
    edges: list[str] = []
    for number, link in enumerate(links):
        ends.update((link.a, link.b))
        edges += _edge(number, link, (direct or {}).get((link.a, link.b)))
    rows = ['<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">']
    for kind, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
        rows += [
            f'  <key id="{kind}.{key}" for="{kind}" attr.name="{key}" attr.type="{type_}"/>' for key, type_ in keys
        ]
    rows.append('  <graph id="lineage" edgedefault="directed">')
    for name in [*known, *sorted(ends - known.keys())]:
        rows += _node(name, known.get(name))
    return "\n".join([*rows, *edges, "  </graph>", "</graphml>"]) + "\n"


def lineage_graphml(view: LineageView) -> str:
    """The articles and links of a lineage."""
    direct = {(edge.link.a, edge.link.b): edge.direct for edge in view.edges}
    return graphml(view.nodes, (edge.link for edge in view.drawn), direct)


def _node(name: str, article: Article | None) -> list[str]:
    values = {"label": wording.name(article, name)}
    if article:
        published = article.published.written if article.published else None
        given = {"publisher": article.publisher, "author": article.author, "published": published, "url": article.url}
        given |= {"published_how": wording.told_how(article.published), "language": article.language}
        values |= {key: value for key, value in given.items() if value}
    return [f"    <node id={attribute(name)}>", *_data("node", values), "    </node>"]


def _edge(number: int, link: Link, direct: bool | None) -> list[str]:
    directed = link.source is not None and link.derived is not None
    source, target = (str(link.source), str(link.derived)) if directed else (link.a, link.b)
    values = {
        "relation": link.relation,
        "confidence": f"{link.confidence:.6g}",
        "share_a": f"{link.share_a:.6g}",
        "share_b": f"{link.share_b:.6g}",
        "credited": str(link.credited).lower(),
        "likeliest": link.likeliest,
        "passages": str(len(link.passages if link.rejected else link.asserted)),
        "directed": str(directed).lower(),
    }
    values |= {"credited_source": link.credited_source} if link.credited_source else {}
    values |= {"common_source": link.common_source} if link.common_source else {}
    values |= {} if direct is None else {"direct": str(direct).lower()}
    if link.review:
        said = link.review
        given = ("review", said.verdict or "noted"), ("review_note", said.note), ("review_by", said.by or "")
        values |= {key: value for key, value in (*given, ("review_at", said.at)) if value}
    head = f'    <edge id="e{number}" source={attribute(source)} target={attribute(target)}'
    return [f"{head}>", *_data("edge", values), "    </edge>"]


def _data(kind: str, values: Mapping[str, str]) -> list[str]:
    return [f'      <data key="{kind}.{key}">{escape(line(value))}</data>' for key, value in values.items()]


def attribute(text: str) -> str:
    """An XML attribute value in quotes, on one line and free of characters that XML forbids."""
    return quoteattr(line(text))
