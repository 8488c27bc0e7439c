"""`calibrate` for people: how many planted copies were found, by length and by the part of the words kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.model.detection import Detection, Place, Planted
from provenance.reports import wording
from provenance.reports.searched_words import chance_words
from provenance.reports.terminal.look import show

if TYPE_CHECKING:
    from rich.console import Console

HEADS: dict[Place, str] = {
    "alone": "Passages as short texts of their own",
    "inside": "Passages inside the text of another article",
}


def print_detection(console: Console, measured: Detection) -> None:
    """Two tables of counts and promised probabilities, and what was found of scrambled passages."""
    from rich.table import Table
    from rich.text import Text

    planted = sum(row.planted for row in measured.copies)
    head = f"{planted:,} edited copies planted among {wording.count(measured.articles, 'article')}"
    show(console, Text(head, "bold"))
    for place, title in HEADS.items():
        rows = {(row.words, row.kept): row for row in measured.copies if row.place == place}
        parts = sorted({kept for _, kept in rows}, reverse=True)
        table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, show_edge=False)
        table.add_column("words", justify="right")
        for kept in parts:
            table.add_column(f"{wording.percent(kept)} kept", justify="right")
        for words in sorted({words for words, _ in rows}):
            table.add_row(str(words), *(_cell(rows.get((words, kept))) for kept in parts))
        console.print()
        show(console, Text(title, "bold"))
        show(console, table, indent=2)
    console.print()
    scrambled, found = (sum(getattr(row, key) for row in measured.controls) for key in ("planted", "found"))
    show(console, Text(f"Of {scrambled:,} scrambled passages, copies of nothing, {found:,} were reported as copies."))
    explained = (
        "In each column: how many of the planted copies were found, and the probability that `check` promises from "
        "that: a lower bound, and never less for a longer or less changed copy."
    )
    show(console, Text(explained, "dim"))


def _cell(row: Planted | None) -> str:
    return f"{row.found}/{row.planted} {chance_words(row.probability)}" if row else "-"
