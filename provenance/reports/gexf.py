"""Articles and links as GEXF 1.3, which Gephi and networkx read.

Edges run from source to derived article where the direction is known; else they are undirected, from A to B.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from provenance.model import Article, Link
from provenance.reports import wording
from provenance.reports.formats import Answer, Output
from provenance.reports.graphml import attribute
from provenance.reports.linked_data import said_of

NODE = ("publisher", "author", "published", "published_how", "language", "url")
EDGE = (
    *(("relation", "string"), ("confidence", "double"), ("share_a", "double"), ("share_b", "double")),
    *(("credited", "boolean"), ("passages", "integer"), ("review", "string")),
    *(("review_note", "string"), ("review_by", "string"), ("review_at", "string")),
)


def write(answer: Answer, value: Any, output: Output) -> None:
    """A lineage, or all links of an archive."""
    if answer == "lineage":
        output.write(gexf(value.nodes, (edge.link for edge in value.drawn)))
    else:
        output.write(gexf(value.named(value.links).values(), value.whole(value.links)))


def gexf(articles: Iterable[Article], links: Iterable[Link]) -> str:
    """One document. Articles that links name and nobody gave become nodes with their id alone."""
    known: Mapping[str, Article] = {article.id: article for article in articles}
    ends: set[str] = set()
    edges: list[str] = []
    for number, link in enumerate(links):
        ends.update((link.a, link.b))
        edges += _edge(number, link)
    rows = ['<?xml version="1.0" encoding="UTF-8"?>', '<gexf xmlns="http://gexf.net/1.3" version="1.3">']
    rows += ['  <graph mode="static" defaultedgetype="directed">', '    <attributes class="node">']
    rows += [f'      <attribute id="{key}" title="{key}" type="string"/>' for key in NODE]
    rows += ["    </attributes>", '    <attributes class="edge">']
    rows += [f'      <attribute id="{key}" title="{key}" type="{kind}"/>' for key, kind in EDGE]
    rows += ["    </attributes>", "    <nodes>"]
    for name in [*known, *sorted(ends - known.keys())]:
        rows += _node(name, known.get(name))
    return "\n".join([*rows, "    </nodes>", "    <edges>", *edges, "    </edges>", "  </graph>", "</gexf>"]) + "\n"


def _node(name: str, article: Article | None) -> list[str]:
    head = f"      <node id={attribute(name)} label={attribute(wording.name(article, name))}"
    values: dict[str, str | None] = {}
    if article:
        values = {key: getattr(article, key, None) for key in NODE}
        values["published"] = article.published.written if article.published else None
        values["published_how"] = wording.told_how(article.published)
    return [*_with_values(head, values), "      </node>"]


def _edge(number: int, link: Link) -> list[str]:
    directed = link.source is not None and link.derived is not None
    source, target = (str(link.source), str(link.derived)) if directed else (link.a, link.b)
    kind = "directed" if directed else "undirected"
    head = f'      <edge id="e{number}" source={attribute(source)} target={attribute(target)} type="{kind}"'
    values: dict[str, str | None] = {
        "relation": link.relation,
        "confidence": f"{link.confidence:.6g}",
        "share_a": f"{link.share_a:.6g}",
        "share_b": f"{link.share_b:.6g}",
        "credited": str(link.credited).lower(),
        "passages": str(len(link.passages if link.rejected else link.asserted)),
    }
    values |= said_of(link, "review", "review_")
    return [*_with_values(f'{head} weight="{max(link.share_a, link.share_b):.6g}"', values), "      </edge>"]


def _with_values(head: str, values: Mapping[str, str | None]) -> list[str]:
    given = [f'          <attvalue for="{key}" value={attribute(value)}/>' for key, value in values.items() if value]
    return [f"{head}>", "        <attvalues>", *given, "        </attvalues>"] if given else [f"{head}>"]
