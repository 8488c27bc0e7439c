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
        show(console, Text(line(f"{step.at[:16].replace('T', ' ')}  {wording.capital(_said(row))}"), "bold"))
        show(console, Text(line(_about(row))), indent=2)
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
        for words in _since(row):
            show(console, Text(line(words), "dim"), indent=2)
    console.print()
    show(console, Text(wording.count(len(rows), "review") + ".", "dim"))


def _said(row: ReviewRow) -> str:
    step = row.step
    word = {"annotated": "noted", "undone": "undone, where nothing was left to undo"}.get(step.said, step.said)
    return f"{word} by {step.by}" if step.by else word


def _about(row: ReviewRow) -> str:
    subject = row.step.subject
    if subject.spans is None:
        words = review_words.subject_words(subject)
        return words if subject.about == "link" else wording.capital(words)
    places = [f"{name} {span.start} to {span.end}" for name, span in zip(subject.names, subject.spans, strict=True)]
    return f"Passage: {places[0]} and {places[1]}"


def _since(row: ReviewRow) -> list[str]:
    since = []
    if row.changed:
        since.append("The text under it changed since.")
    if not row.found:
        since.append("The program finds this link no longer.")
    if row.undone:
        who = f" by {row.undone.by}" if row.undone.by else ""
        since.append(f"Undone{who} on {row.undone.at[:10]}{f': {row.undone.note}' if row.undone.note else '.'}")
    elif row.replaced:
        since.append("A later verdict holds instead.")
    return since
