"""After a check of several articles: all of them at a glance, what people decided, and what was not looked at.

Holds a line per article, of at most `SHOWN` that share most, however many are checked.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from provenance.model import Findings
from provenance.reports import event_words, verdicts, wording
from provenance.reports.characters import line
from provenance.reports.terminal.look import Look, show

if TYPE_CHECKING:
    from rich.console import Console

    from provenance.model.detection import Searched

SHOWN = 40  # articles that are named; the others are counted


class Overview:
    """Collects what was found for each article; `print` says it where there was more than one."""

    def __init__(self) -> None:
        self._articles = self._sharing = self._same_event = 0
        self._named: list[tuple[float, int, str, str]] = []
        self._decided: Counter[str] = Counter()
        self._searched: Searched | None = None

    def take(self, findings: Findings) -> None:
        """Count one more."""
        self._articles += 1
        self._searched = findings.searched
        for link in findings.links:
            self._decided.update([link.review.verdict or "noted"] if link.review else [])
        links = [link for link in findings.links if not link.rejected]
        if all(link.is_same_event for link in links):
            self._same_event += bool(links or findings.same_event_left_out)
            return
        said = verdicts.of_findings(findings)[0]
        self._sharing += 1
        self._named.append((-findings.share, self._articles, wording.name(findings.article), said))
        if len(self._named) > 2 * SHOWN:
            self._named = sorted(self._named)[:SHOWN]

    def print(self, console: Console) -> None:
        """The articles that share text, most first; of a single article only whether it was compared by meaning."""
        from rich.text import Text

        if self._articles < 2:
            if by_meaning := wording.meaning_words(self._searched):
                show(console, Text(by_meaning, "dim"))
            return
        show(console, Look.of(console).rule(heavy=True))
        none = self._articles - self._sharing - self._same_event
        verbs = "shares" if self._sharing == 1 else "share", "does" if none == 1 else "do"
        found = f"{self._sharing:,} {verbs[0]} text with archived ones, {none:,} {verbs[1]} not"
        if self._same_event:
            found += f", {event_words.only_reports(self._same_event)}"
        head = f"{self._articles:,} articles checked: {found}."
        show(console, Text(head, "bold"))
        for share, _, name, said in sorted(self._named)[:SHOWN]:
            show(console, Text(line(name)), lead=f"{wording.percent(-share):>8}  ")
            show(console, Text(line(said), "dim"), indent=10)
        if self._sharing > SHOWN:
            show(console, Text(f"{self._sharing - SHOWN:,} more that share text", "dim"), indent=10)
        show(console, Text(self._decisions()))
        show(console, Text(wording.not_searched(self._searched)))
        console.print()

    def _decisions(self) -> str:
        parts = [f"{number:,} {said}" for said, number in sorted(self._decided.items())]
        reviewed = f"Links that people reviewed: {wording.listing(parts)}."
        return reviewed if parts else wording.NO_REVIEWS
