"""A lineage in the DOT language of Graphviz: arrows run from a source to what derives from it.

Titles are quoted, so that none can become markup or another node.
"""

from __future__ import annotations

from typing import Any

from provenance.model import Article, LineageEdge, LineageView
from provenance.reports import review_words, wording
from provenance.reports.characters import line
from provenance.reports.formats import Answer, Output

STYLES = {
    "derived": "solid",
    "near_duplicate": "bold",
    "common_source": "dotted",
    "same_event": "dotted",
    "undetermined": "dashed",
}


def write(answer: Answer, value: Any, output: Output) -> None:
    """A lineage, or all links of an archive."""
    if answer == "lineage":
        output.write(lineage_dot(value))
        return
    articles = value.named(value.links)
    rows = ["digraph links {", "  rankdir=LR;", '  node [shape=box, fontname="sans-serif"];']
    rows += [_node(articles[name], asked=False) for name in sorted(articles)]
    rows += [_edge(LineageEdge(link, direct=True)) for link in value.links]
    output.write("\n".join([*rows, "}"]) + "\n")


def lineage_dot(view: LineageView) -> str:
    """The articles of a view as boxes, the links as edges; ends in a newline."""
    rows = ["digraph lineage {", "  rankdir=LR;", '  node [shape=box, fontname="sans-serif"];']
    rows += [_node(node, asked=node.id == view.article.id) for node in view.nodes]
    rows += [_edge(edge) for edge in view.drawn]
    return "\n".join([*rows, "}"]) + "\n"


def quoted(text: str) -> str:
    """A DOT string: one clean line in double quotes."""
    return '"' + line(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _node(article: Article, *, asked: bool) -> str:
    label = f"{wording.name(article)} ({wording.short_time(article.published)})"
    return f"  {quoted(article.id)} [label={quoted(label)}{', penwidth=2' if asked else ''}];"


def _edge(edge: LineageEdge) -> str:
    link = edge.link
    directed = link.source is not None and link.derived is not None
    ends = (link.source, link.derived) if directed else (link.a, link.b)
    label = f"{link.relation.replace('_', ' ')} {wording.confidence(link.confidence)}"
    if link.review:
        label += f", {review_words.label(link.review)}"
    traits = [f"label={quoted(label)}", f"style={STYLES[link.relation]}"]
    if not directed:
        traits.append("dir=none")
    if not edge.direct:
        traits.append('color="gray60"')
    return f"  {quoted(ends[0] or '')} -> {quoted(ends[1] or '')} [{', '.join(traits)}];"
