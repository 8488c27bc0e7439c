"""What a report format is, and which formats there are.

A format is a module with one function, which writes the answers that its line in `FORMATS` names:

    def write(answer: Answer, value: Any, output: Output) -> None

It writes the answer and computes nothing, and is imported when the format is first used. The type of `value` depends
on the answer:

    findings      an iterator of Findings, each written as soon as it is there
    comparison    Findings of two texts that were compared with each other alone
    links         LinkList
    lineage       LineageView
    trace         TraceView
    quotations    a sequence of QuotationRow
    clusters      a sequence of Cluster
    articles      a sequence of ListedArticle
    article       ArticleView
    versions      VersionsView
    statistics    a mapping from labels to figures
    addition      Addition
    verification  Verification
    reviews       a sequence of ReviewRow
    detection     Detection
    report        a sequence of (Findings, LineageView or None)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, Protocol, cast

if TYPE_CHECKING:
    from rich.console import Console

    from provenance.model import Article, Link

Answer = Literal[
    "findings", "comparison", "links", "lineage", "trace", "quotations", "clusters", "articles", "article",
    "versions", "statistics", "addition", "verification", "reviews", "detection", "report",
]  # fmt: skip


class Output(Protocol):
    """Where a report goes."""

    @property
    def console(self) -> Console:
        """Text for people, as wide and as colourful as they can see."""

    @property
    def why(self) -> bool:
        """Whether people asked for all reasons, with their weights."""

    def write(self, text: str) -> None:
        """Text for programs, exactly as it is, with one line end."""


Writer = Callable[[Answer, Any, Output], None]


@dataclass(frozen=True, slots=True)
class LinkList:
    """The links of an archive, which may be very many.

    `links` come without passages and evidence; `whole` reads the same links with both, one at a time; `named` returns
    the articles that links name, by id. `notes` are sentences for people on what the list leaves out.
    """

    links: Sequence[Link]
    whole: Callable[[Iterable[Link]], Iterator[Link]]
    named: Callable[[Iterable[Link]], Mapping[str, Article]]
    notes: Sequence[str] = ()


EVERY: tuple[Answer, ...] = (
    "findings", "comparison", "lineage", "trace", "quotations", "clusters", "articles", "article", "versions",
    "statistics", "addition", "verification", "reviews", "detection",
)  # fmt: skip

# Name of the format, as people ask for it: its module, and the answers that it can write.
FORMATS: dict[str, tuple[str, tuple[Answer, ...]]] = {
    "text": ("terminal", (*EVERY, "links")),
    "json": ("json_document", EVERY),
    "jsonl": ("json_lines", (*(answer for answer in EVERY if answer != "lineage"), "links")),
    "dot": ("dot", ("lineage", "links")),
    "mermaid": ("mermaid", ("lineage",)),
    "graphml": ("graphml", ("lineage", "links")),
    "gexf": ("gexf", ("lineage", "links")),
    "prov-jsonld": ("prov_json_ld", ("lineage", "links")),
    "annotations": ("web_annotations", ("lineage", "links")),
    "csv": ("edges_csv", ("lineage", "links")),
    "prov-json": ("prov_json", ("lineage",)),
    "prov-n": ("prov_n", ("lineage",)),
    "svg": ("timeline_svg", ("lineage",)),
    "html": ("html", ("report",)),
}


def names(answer: Answer) -> tuple[str, ...]:
    """The formats that can write an answer, the one for people first."""
    return tuple(name for name, (_, answers) in FORMATS.items() if answer in answers)


def writer(name: str) -> Writer:
    """The function that writes a format."""
    module = import_module(f"provenance.reports.{FORMATS[name][0]}")
    return cast("Writer", module.write)
