"""Answers printed for people, one file per subject; every function takes the rich console to print on.

Article text never passes through markup and is neutralised character by character. Without colours (a pipe, a dumb
terminal) shared words are in [brackets] and nothing depends on box-drawing characters.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from provenance.reports.interface import Answer, Output

# File and function of each answer that is printed whole.
PRINTERS: dict[Answer, tuple[str, str]] = {
    "comparison": ("findings", "print_comparison"),
    "links": ("links", "print_link_list"),
    "lineage": ("lineage", "print_lineage"),
    "trace": ("trace", "print_trace"),
    "quotations": ("quotes", "print_quotes"),
    "clusters": ("clusters", "print_clusters"),
    "articles": ("listing", "print_list"),
    "article": ("listing", "print_article"),
    "statistics": ("maintenance", "print_statistics"),
    "addition": ("maintenance", "print_addition"),
    "verification": ("maintenance", "print_verification"),
    "findings": ("findings", "print_all_findings"),
}


def write(answer: Answer, value: Any, output: Output) -> None:
    """Any answer but a report."""
    file, function = PRINTERS[answer]
    getattr(import_module(f"provenance.reports.terminal.{file}"), function)(output.console, value)
