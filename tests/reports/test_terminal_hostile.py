"""Texts that attack the terminal or its columns: escape sequences, reordering, wide and right-to-left characters."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from provenance.model import (
    Addition,
    Appearance,
    Article,
    ArticleView,
    Cluster,
    Difference,
    Evidence,
    Findings,
    LineageEdge,
    LineageView,
    Link,
    ListedArticle,
    Match,
    Passage,
    Quotation,
    QuotationRow,
    QuotationUse,
    SkippedInput,
    Span,
    TraceView,
    Verification,
    VersionsView,
    VersionView,
)
from provenance.model.evidence import Credit, RecordedSentence
from provenance.reports.characters import clean, line
from provenance.reports.terminal import (
    appearances,
    article_table,
    cluster_list,
    findings,
    lineage_tree,
    link_table,
    maintenance,
    quotation_list,
    version_list,
)
from provenance.reports.terminal.look import cell

SGR = re.compile(r"\x1b\[[0-9;]*m")
UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]")
HOSTILE = [
    "\x1b]0;owned\x07\x1b[2J\x1b[31mred\x9b31m",
    "[bold red]markup[/] [/bold] :smile: \\[x]",
    "日本語の記事がここにある。" * 30,
    "سدود المدينة القديمة تتصدع " * 12,
    "abc \u202ecba\u202c \u2066x\u2069 \u200e",
    "\ud800\udfff\x00\x00",
    "Zalgo" + "\u0301" * 500,
    "👩‍👩‍👧‍👦 🏳️‍🌈 🇺🇳 " * 20,
    "a" * 5_000,
    "\t\r\n\x0b\x0c\x85\u2028 tabs",
    "",
]


def everything(console: Console, text: str) -> None:
    """Every command, with the same hostile text in every place that takes text."""
    article = Article("a" + text, text, Span(0, len(text)), text, text, text, text, None, None, text, text)
    other = replace(article, id="b" + text)
    whole = Span(0, len(text))
    match = Match("edited", whole, whole, 0.5, ((whole, whole),), (Difference("name", text, ""),))
    passage = Passage(match, text, (True, False), True, "re-credited", (text, None))
    reasons = (Evidence(RecordedSentence.of(text, text), "a", 2.0), Evidence(Credit(text), "none", 0.0))
    link = Link(
        article.id, other.id, "derived", 0.9, 0.5, 0.5, (passage,), article.id, other.id, None, text, True, reasons
    )
    found = Findings(article, (link,), {other.id: other}, 0.5, {}, {text: text}, 3, 2, 1)
    findings.print_findings(console, found)
    findings.print_comparison(console, found)
    link_table.print_links(console, [link], {article.id: article})
    lineage_tree.print_lineage(console, LineageView(article, (article, other), (LineageEdge(link),)))
    appearance = Appearance(other, whole, text, "edited", 0.5, ((whole, whole),))
    appearances.print_trace(console, TraceView(text, (appearance,), article, whole))
    quoted = Quotation(whole, "direct", (), text, affiliation=text)
    use = QuotationUse(other, quoted, True, ((whole, whole),))
    quotation_list.print_quotes(console, [QuotationRow(article, quoted, use, (use,), True)])
    cluster_list.print_clusters(console, [Cluster((article, other), article.id, (article.id, other.id, 0.5))])
    article_table.print_list(console, [ListedArticle(text, text, text, text, text)])
    article_table.print_article(console, ArticleView(article, (text, text), {text: 1}, 1))
    versions = (VersionView(1, text, False, article), VersionView(2, text, True, other, ((whole, whole),), 1, 1))
    version_list.print_versions(console, VersionsView(article, versions))
    maintenance.print_addition(console, Addition(skipped=(SkippedInput(text, text),), archive=text), limit=1)
    maintenance.print_statistics(console, {text: text})
    maintenance.print_verification(console, Verification({text: 1}, (text,)))


@pytest.mark.parametrize("width", [24, 80, 120])
@pytest.mark.parametrize("colour", [True, False])
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_escapes_and_every_line_fits(text: str, width: int, colour: bool) -> None:
    file = io.StringIO()
    kind = "standard" if colour else None
    environ = {"TERM": "xterm"}
    everything(
        Console(file=file, width=width, force_terminal=colour, color_system=kind, highlight=False, _environ=environ),  # type: ignore[arg-type]
        text,
    )
    written = file.getvalue()
    bare = SGR.sub("", written) if colour else written
    assert not UNSAFE.search(bare)
    assert "\n\n\n\n" not in bare
    if width > 24:  # a table of five columns cannot fit everywhere
        # No id or name is cut in a pipe, where another program reads it, and a line may have two of them.
        most = width if colour else 2 * (width + cell_len(line("a" + text)))
        assert max(cell_len(each) for each in bare.splitlines()) <= most


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(), max_size=300))
def test_cleaning_keeps_the_length_and_leaves_nothing_unsafe(text: str) -> None:
    assert len(clean(text)) == len(text)
    assert not UNSAFE.search(clean(text))
    assert "\n" not in line(text)


def test_every_character_is_cleaned_alone_as_it_is_among_others() -> None:
    for code in range(0x110000):
        assert clean(chr(code)) == clean("\0" + chr(code))[1]


@given(st.text(st.characters(), max_size=80), st.integers(1, 40))
def test_a_cell_fits_its_column(text: str, width: int) -> None:
    assert cell_len(cell(text, width)) <= width


def test_a_console_that_knows_only_ascii_gets_only_ascii_marks(findings: Findings) -> None:
    from provenance.reports.terminal.findings import print_findings

    file = io.TextIOWrapper(io.BytesIO(), encoding="ascii", errors="backslashreplace")
    print_findings(Console(file=file, width=80, highlight=False, _environ={}), findings)
    file.flush()
    told = file.buffer.getvalue().decode("ascii")  # type: ignore[attr-defined]
    assert "#####" in told
    assert "- names the Harbour Herald" in told


def test_no_colour_keeps_bold_and_underline(findings: Findings) -> None:
    from provenance.reports.terminal.findings import print_findings

    file = io.StringIO()
    environ = {"TERM": "xterm", "NO_COLOR": "1"}
    print_findings(Console(file=file, width=80, force_terminal=True, highlight=False, _environ=environ), findings)
    assert "\x1b[1;4m" in file.getvalue()
    assert "\x1b[1;35m" not in file.getvalue()
    assert "[The papers list]" not in file.getvalue()


def test_right_to_left_passages_stand_below_each_other() -> None:
    text, longer = "سدود المدينة القديمة تتصدع منذ عام", "سدود المدينة القديمة تتصدع منذ عام كامل"
    article = Article("a", text, Span(0, len(text)), None, None, "الخبر")
    other = Article("b", longer, Span(0, len(longer)))
    match = Match("edited", article.body, other.body, 0.9, ())
    found = Findings(article, (Link("a", "b", "undetermined", 0.5, 1, 1, (Passage(match),)),), {"b": other}, 1.0)
    file = io.StringIO()
    findings.print_findings(Console(file=file, width=120, highlight=False, _environ={}), found)
    lines = [each.strip() for each in file.getvalue().splitlines()]
    assert lines.index(longer) > lines.index(text)
