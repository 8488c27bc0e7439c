"""What every command prints, kept as files in `golden/`: in a pipe and on terminals of 80 and 120 columns.

After a wanted change: `PROVENANCE_RENEW_GOLDENS=1 pytest tests/reports`, then read the diff before committing it.
`*-colour.txt` holds escape sequences: `cat` it on a terminal to see what people see.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from provenance.model import (
    Addition,
    ArticleView,
    Cluster,
    Findings,
    LineageView,
    ListedArticle,
    PublicationTime,
    QuotationRow,
    SkippedInput,
    TraceView,
    Verification,
)
from provenance.reports.terminal import (
    appearances,
    article_table,
    cluster_list,
    findings,
    lineage_tree,
    link_table,
    maintenance,
    quotation_list,
)

GOLDEN = Path(__file__).parent / "golden"
KINDS = ("80-pipe", "120-pipe", "80-colour", "120-colour")
Printer = Callable[[Console], None]


def printed(kind: str, *printers: Printer) -> str:
    width, where = kind.split("-")
    file = io.StringIO()
    if where == "colour":
        console = Console(
            file=file,
            width=int(width),
            force_terminal=True,
            color_system="standard",
            legacy_windows=False,
            highlight=False,
            _environ={"TERM": "xterm"},
        )
    else:
        console = Console(
            file=file, width=int(width), force_terminal=False, color_system=None, highlight=False, _environ={}
        )
    for printer in printers:
        printer(console)
    return file.getvalue()


def agrees(name: str, kind: str, *printers: Printer) -> None:
    path = GOLDEN / f"{name}-{kind}.txt"
    text = printed(kind, *printers)
    if os.environ.get("PROVENANCE_RENEW_GOLDENS"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    assert path.read_text("utf-8") == text


@pytest.mark.parametrize("kind", KINDS)
def test_check(kind: str, findings: Findings, nothing: Findings) -> None:
    from provenance.reports.terminal.findings import print_findings

    agrees(
        "check",
        kind,
        lambda console: print_findings(console, findings),
        lambda console: print_findings(console, nothing),
    )


@pytest.mark.parametrize("kind", KINDS)
def test_compare(kind: str, comparison: Findings, apart: Findings) -> None:
    agrees(
        "compare",
        kind,
        lambda console: findings.print_comparison(console, comparison),
        lambda console: findings.print_comparison(console, apart),
    )


@pytest.mark.parametrize("kind", KINDS)
def test_lineage_and_audit(kind: str, lineage_view: LineageView) -> None:
    articles = {node.id: node for node in lineage_view.nodes}
    found = [edge.link for edge in lineage_view.edges]
    agrees(
        "lineage",
        kind,
        lambda console: lineage_tree.print_lineage(console, lineage_view),
        lambda console: link_table.print_links(console, found, articles),
        lambda console: link_table.print_links(console, (), {}),
    )


@pytest.mark.parametrize("kind", KINDS)
def test_trace_and_quotes(kind: str, trace_view: TraceView, quotation_rows: tuple[QuotationRow, ...]) -> None:
    agrees(
        "trace",
        kind,
        lambda console: appearances.print_trace(console, trace_view),
        lambda console: appearances.print_trace(console, TraceView("words that nobody wrote", (), compared=4)),
        lambda console: quotation_list.print_quotes(console, quotation_rows),
        lambda console: quotation_list.print_quotes(console, ()),
    )


def test_a_day_of_a_crawl_is_no_day_of_publication() -> None:
    given = PublicationTime("2024-03-04T07:30", "minute", 1709537400.0, 1709537460.0)
    crawled = replace(given, how="crawl time")
    rows = [ListedArticle(str(time.how), published=time) for time in (given, crawled)]
    console = Console(file=io.StringIO(), width=80)
    article_table.print_list(console, rows)
    printed = console.file.getvalue()  # type: ignore[attr-defined]
    assert "by 2024-03-04" in printed
    assert printed.count("by 2024-03-04") == 1
    assert "when it was published is not known" in " ".join(printed.split())


@pytest.mark.parametrize("kind", KINDS)
def test_archive(kind: str, lineage_view: LineageView) -> None:
    nodes = lineage_view.nodes
    rows = [
        ListedArticle(each.id, each.title, each.publisher, each.author, each.url, each.published, len(each.text))
        for each in nodes
    ]
    group = Cluster(nodes[:3], nodes[0].id, (nodes[0].id, nodes[2].id, 0.81))
    added = Addition(
        ("a", "b"),
        ("c",),
        3,
        (SkippedInput("feed.jsonl line 7", "not JSON: a quotation mark is missing"),),
        "news.db",
    )
    agrees(
        "archive",
        kind,
        lambda console: article_table.print_list(console, rows),
        lambda console: article_table.print_article(
            console, ArticleView(nodes[2], ("a" * 64, "b" * 64), {"links": 3})
        ),
        lambda console: cluster_list.print_clusters(console, [group]),
        lambda console: maintenance.print_addition(console, added, limit=maintenance.SKIPPED),
        lambda console: maintenance.print_statistics(console, {"articles": 30_123, "megabytes": 40.25}),
        lambda console: maintenance.print_verification(console, Verification({"articles": 3, "signatures": 4})),
        lambda console: maintenance.print_verification(
            console, Verification({"articles": 3}, ("post-0305: no text",))
        ),
    )
