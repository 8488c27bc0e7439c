"""The templates filled in: one file, no network, and a policy that lets only this file's own script run."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence

from provenance.model import Findings, LineageView
from provenance.model.detection import Searched
from provenance.model.left_out import LeftOut
from provenance.reports import wording
from provenance.reports.html.sections import Section, section
from provenance.reports.html.templating import TEMPLATES, environment, style_sheet


def report_page(
    entries: Sequence[tuple[Findings, LineageView | None]],
    note: str = "",
    not_read: Iterable[LeftOut] = (),
    *,
    why: bool = False,
) -> str:
    """The report on one or more articles, in the order given. The same entries give the same bytes.

    `note` is a sentence about the whole, on what the page leaves out; `not_read` are inputs that gave no article;
    `why` shows every reason at once.

    Every text is escaped, and every control character, bidirectional override and lone surrogate is replaced.
    """
    sections: list[Section] = []
    searched: Searched | None = None
    for number, (findings, lineage) in enumerate(entries, 1):
        sections.append(section(number, findings, lineage))
        searched = findings.searched or searched
    script = (TEMPLATES / "behaviour.js").read_text("utf-8")
    return (
        environment()
        .get_template("report.html")
        .render(
            sections=sections,
            note=note,
            why=why,
            not_searched=wording.not_searched(searched),
            not_read=[each for each in not_read if each.skipped],
            no_reviews=wording.NO_REVIEWS,
            decided=[
                (each.title, each.key, source) for each in sections for source in each.sources if source.decision
            ],
            style=style_sheet(),
            script=script,
            script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        )
    )
