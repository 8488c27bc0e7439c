"""What the first page of an archive says, as plain data: how much there is, what was found last, what waits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from provenance.model.articles import Article
from provenance.model.links import Link, Relation
from provenance.model.lists import Counts, PublisherCell


@dataclass(frozen=True, slots=True)
class Overview:
    """`newest` has the last links of each relation, the relations by importance, the links by time; `waiting` links
    that say who took from whom and that nobody reviewed, those that share most first. Links come with passages and
    evidence. `articles` are those that links name, by id, without texts. `matrix` counts the links between
    publishers. `left_uncompared` counts articles and candidates that a limit kept an audit from comparing; `settled`
    is False while an audit has begun to change the record and has not ended.
    """

    counts: Counts
    newest: tuple[tuple[Relation, tuple[Link, ...]], ...]
    waiting: tuple[Link, ...]
    articles: Mapping[str, Article]
    matrix: tuple[PublisherCell, ...]
    left_uncompared: tuple[int, int, int] = (0, 0, 0)
    settled: bool = True
    audited: bool = True
