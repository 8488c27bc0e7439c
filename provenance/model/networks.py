"""Who took from whom, as a network: articles or publishers, and what links them. No text, no passages.

`provenance.usecases.networks` fills these; a picture or a table of them computes no finding of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from provenance.model.articles import PublicationTime
from provenance.model.links import Relation

By = Literal["articles", "publishers"]


@dataclass(frozen=True, slots=True)
class NetworkNode:
    """An article, or a publisher with all of its articles. `id` is the article's id, or the publisher's name.

    `publisher` is None where it is not known; `articles` counts those that are linked; `published` is None for a
    publisher and for an article without a date.
    """

    id: str
    label: str
    publisher: str | None
    articles: int = 1
    published: PublicationTime | None = None


@dataclass(frozen=True, slots=True)
class NetworkEdge:
    """What links two nodes: from `a`, the source, to `b`, which took from it, where `directed`.

    Between publishers it stands for `links` links of one relation, and `example` names the articles of the surest of
    them, the source first. `confidence` is that of the surest.
    """

    a: str
    b: str
    relation: Relation
    directed: bool
    confidence: float
    example: tuple[str, str]
    links: int = 1


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes, ordered by id, and edges, the surest first. What a limit left out is counted, in nodes and in links."""

    by: By
    nodes: tuple[NetworkNode, ...]
    edges: tuple[NetworkEdge, ...]
    nodes_left_out: int = 0
    links_left_out: int = 0

    @property
    def links(self) -> int:
        """How many links the edges stand for."""
        return sum(edge.links for edge in self.edges)
