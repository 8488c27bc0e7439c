"""What people said, one entry per step: what it is about, the verdict, who and when, the note, what changed since."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from provenance.model import ReviewRow
from provenance.reports import review_words, wording
from provenance.reports.characters import line
from provenance.reports.terminal.look import show

if TYPE_CHECKING:
    from rich.console import Console

WORDS = 300  # letters of a passage that are printed


def print_reviews(console: Console, rows: Sequence[ReviewRow]) -> None:
    """The steps in the order given."""
    from rich.text import Text

    if not rows:
        show(console, Text("Nobody has reviewed anything here."))
        return
    for row in rows:
        step = row.step
        show(
            console,
            Text(line(f"{step.at[:16].replace('T', ' ')}  {wording.capital(review_words.row_said(row))}"), "bold"),
        )
        show(console, Text(line(review_words.row_about(row))), indent=2)
        titles = [wording.name(article) for article in row.articles]
        if titles:
            show(console, Text(line(" / ".join(titles)), "dim"), indent=2)
        for words in row.words[:1]:
            if words:
                said = " ".join(words.split())
                short = said if len(said) <= WORDS else f"{said[: WORDS - 1].rstrip()}…"
                show(console, Text(line(f"“{short}”")), indent=2)
        if step.note:
            show(console, Text(line(f"Note: {step.note}")), indent=2)
        for words in review_words.row_since(row):
            show(console, Text(line(words), "dim"), indent=2)
    console.print()
    show(console, Text(wording.count(len(rows), "review") + ".", "dim"))
