"""What a report format is: a module that writes answers, one function for all that it can write.

    def write(answer: Answer, value: Any, output: Output) -> None

Each format is in a file of its own and is found by name (`formats`), where a line says which answers it can write. It
writes what an answer holds and computes nothing. What `value` is depends on the answer:

    findings      an iterator of Findings, each written as soon as it is there
    comparison    Findings of two texts that were compared with each other alone
    links         LinkList
    lineage       LineageView
    trace         TraceView
    quotations    a sequence of QuotationRow
    clusters      a sequence of Cluster
    articles      a sequence of ListedArticle
    article       ArticleView
    statistics    a mapping from labels to figures
    addition      Addition
    verification  Verification
    report        a sequence of (Findings, LineageView or None)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol

from provenance.model import Article, Link

if TYPE_CHECKING:
    from rich.console import Console

Answer = Literal[
    "findings", "comparison", "links", "lineage", "trace", "quotations", "clusters", "articles", "article",
    "statistics", "addition", "verification", "report",
]  # fmt: skip


class Output(Protocol):
    """Where a report goes."""

    @property
    def console(self) -> Console:
        """Text for people, as wide and as colourful as they can see."""

    def write(self, text: str) -> None:
        """Text for programs, exactly as it is, with one line end."""


Writer = Callable[[Answer, Any, Output], None]


@dataclass(frozen=True, slots=True)
class LinkList:
    """The links of an archive, which may be very many.

    `links` come without passages and evidence; `whole` reads the same ones with both, one at a time; `named` gives
    the articles that links name, by id.
    """

    links: Sequence[Link]
    whole: Callable[[Iterable[Link]], Iterator[Link]]
    named: Callable[[Iterable[Link]], Mapping[str, Article]]
