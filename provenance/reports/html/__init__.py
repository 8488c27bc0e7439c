"""The report as one self-contained HTML file: the article with its reused passages beside their sources.

    marks       cuts the article into paragraphs and stretches, each knowing the passages that cover it
    places      where a passage is, as people find it: "paragraph 3"
    pairs       passages with the words of both sides, their surroundings and what became of quotations
    directions  which way text went, and what is more important
    sections    everything that the page says of one article
    page        the templates filled in
    templating  templates, macros and style sheets that all pages share

The page reads without JavaScript (marks are links to the passages), asks for nothing over the network, and its
content security policy forbids whatever is not in the file. jinja2 is imported when a page is written.
"""

from __future__ import annotations

from typing import Any

from provenance.reports.formats import Answer, Output
from provenance.reports.html.page import report_page

__all__ = ["report_page", "write"]


def write(answer: Answer, value: Any, output: Output) -> None:
    """A report."""
    output.write(report_page(value))
