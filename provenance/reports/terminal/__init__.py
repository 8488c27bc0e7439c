"""Answers printed for people, one file per subject; every function takes the rich console to print on.

Article text never passes through markup and is neutralised character by character. Without colours (a pipe, a dumb
terminal) shared words are in [brackets] and nothing depends on box-drawing characters.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from provenance.reports.formats import Answer, Output

# File and function of each answer that is printed whole.
PRINTERS: dict[Answer, tuple[str, str]] = {
    "comparison": ("findings", "print_comparison"),
    "links": ("link_table", "print_link_list"),
    "lineage": ("lineage_tree", "print_lineage"),
    "trace": ("appearances", "print_trace"),
    "quotations": ("quotation_list", "print_quotes"),
    "clusters": ("cluster_list", "print_clusters"),
    "articles": ("article_table", "print_list"),
    "article": ("article_table", "print_article"),
    "versions": ("version_list", "print_versions"),
    "statistics": ("maintenance", "print_statistics"),
    "addition": ("maintenance", "print_addition"),
    "verification": ("maintenance", "print_verification"),
    "detection": ("detection_table", "print_detection"),
    "reviews": ("review_list", "print_reviews"),
    "findings": ("findings", "print_all_findings"),
}
WITH_REASONS = ("findings", "comparison", "lineage")


def write(answer: Answer, value: Any, output: Output) -> None:
    """Any answer but a report."""
    file, function = PRINTERS[answer]
    wanted = {"why": output.why} if answer in WITH_REASONS else {}
    getattr(import_module(f"provenance.reports.terminal.{file}"), function)(output.console, value, **wanted)
