"""The templates filled in: one file, no network, and a policy that lets only this file's own script run."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence

from provenance.model import Findings, LineageView
from provenance.model.detection import Searched
from provenance.model.left_out import LeftOut
from provenance.reports import wording
from provenance.reports.html.directions import most_important, rank
from provenance.reports.html.index import kinds, row, summary
from provenance.reports.html.sections import Section, Source, section
from provenance.reports.html.templating import TEMPLATES, environment, style_sheet

FILTERED = 5  # articles from which on the list of them has filters


def report_page(
    entries: Sequence[tuple[Findings, LineageView | None]],
    note: str = "",
    not_read: Iterable[LeftOut] = (),
    *,
    why: bool = False,
) -> str:
    """The report on one or more articles, the most important first. The same entries give the same bytes.

    `note` is a sentence about the whole, on what the page leaves out; `not_read` are inputs that gave no article;
    `why` shows every reason at once.

    Every text is escaped, and every control character, bidirectional override and lone surrogate is replaced.
    """
    sections: list[Section] = []
    searched: Searched | None = None
    for number, (findings, lineage) in enumerate(sorted(entries, key=_importance), 1):
        sections.append(section(number, findings, lineage))
        searched = findings.searched or searched
    script = (TEMPLATES / "behaviour.js").read_text("utf-8")
    template = environment().get_template("report.html")
    return template.render(
        sections=sections,
        kinds=kinds(sections),
        rows=[row(each, f"#{each.key}", each.key) for each in sections],
        filters=len(sections) >= FILTERED,
        summary=summary(sections),
        note=note,
        why=why,
        not_searched=wording.not_searched(searched),
        not_read=[each for each in not_read if each.skipped],
        no_reviews=wording.NO_REVIEWS,
        reviewed=_reviewed(sections),
        style=style_sheet("base.css", "findings.css", "pictures.css"),
        script=script,
        script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
    )


def _reviewed(sections: Sequence[Section]) -> list[tuple[Section, Source]]:
    """Every link that people said something of, or of a passage of."""
    return [(each, source) for each in sections for source in each.sources if source.decision or source.rejected]


def _importance(entry: tuple[Findings, LineageView | None]) -> tuple[int, float]:
    """Those that took from others come first, by how much; the order given decides where that is the same."""
    findings = entry[0]
    return rank(most_important(findings)), -findings.share
