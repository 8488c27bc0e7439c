"""Which formats there are and which answers each can write; a format is imported when it is first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from provenance.reports.interface import Answer, Writer

EVERY: tuple[Answer, ...] = (
    "findings", "comparison", "lineage", "trace", "quotations", "clusters", "articles", "article", "statistics",
    "addition", "verification",
)  # fmt: skip

# Name of the format, as people ask for it: its module, and the answers that it can write.
FORMATS: dict[str, tuple[str, tuple[Answer, ...]]] = {
    "text": ("terminal", (*EVERY, "links")),
    "json": ("json_document", EVERY),
    "jsonl": ("json_lines", (*(answer for answer in EVERY if answer != "lineage"), "links")),
    "dot": ("dot", ("lineage",)),
    "mermaid": ("mermaid", ("lineage",)),
    "graphml": ("graphml", ("lineage", "links")),
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
