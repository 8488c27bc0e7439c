"""`add`, `remove`, `stats` and `verify` for people: what was done, what was skipped and why, what does not hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from provenance.model import Addition, SkippedInput, Verification
from provenance.reports import wording
from provenance.reports.characters import line
from provenance.reports.terminal.look import Look, show

if TYPE_CHECKING:
    from rich.console import Console

SKIPPED = 20
ONE = {  # what `verify` counts, where it is one
    "articles": "article",
    "fingerprints made anew": "fingerprint made anew",
    "earlier versions compared anew": "earlier version compared anew",
    "texts in the text search": "text in the text search",
}


def print_addition(console: Console, addition: Addition, *, limit: int = 0) -> None:
    """How many articles are new, changed or were there already; inputs that were skipped are only counted, or with a
    `limit` above 0 listed with the reason."""
    from rich.text import Text

    parts = [f"{len(addition.added):,} added"]
    if addition.renewed:
        parts.append(f"{len(addition.renewed):,} as new versions")
    if addition.unchanged:
        parts.append(f"{addition.unchanged:,} unchanged")
    if addition.corrected:
        parts.append(f"{len(addition.corrected):,} of them corrected")
    if addition.skipped_count:
        parts.append(f"{addition.skipped_count:,} skipped")
    where = f" ({line(addition.archive)})" if addition.archive else ""
    show(console, Text(", ".join(parts) + where))
    print_skipped(console, addition.skipped, limit=limit)


def print_skipped(console: Console, skipped: Sequence[SkippedInput], *, limit: int = SKIPPED) -> None:
    """Inputs that gave no article, each with its place and the reason."""
    from rich.text import Text

    look = Look.of(console)
    for each in skipped[:limit]:
        show(console, Text(line(f"{each.where}: {each.reason}")), indent=2, lead=f"skipped {look.bullet}")
    if len(skipped) > limit > 0:
        show(console, Text(f"{len(skipped) - limit:,} more; --format json lists them all.", "dim"), indent=2)


def print_statistics(console: Console, statistics: Mapping[str, int | float | str]) -> None:
    """Counts and sizes in the order given."""
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2, 0, 0))
    for label, value in statistics.items():
        written = f"{value:,}" if isinstance(value, int) else f"{value:,.2f}" if isinstance(value, float) else value
        table.add_row(Text(line(label.replace("_", " ")), "dim"), Text(line(written)))
    show(console, table)


def print_verification(console: Console, verification: Verification) -> None:
    """What was looked at, and every problem on a line of its own."""
    from rich.text import Text

    look = Look.of(console)
    checked = [
        f"{number:,} {(ONE.get(label, label) if number == 1 else label).replace('_', ' ')}"
        for label, number in verification.checked.items()
    ]
    show(console, Text(line(f"Checked {wording.listing(checked)}." if checked else "Nothing to check.")))
    if not verification.problems:
        show(console, Text("All of it holds together."))
        return
    show(console, Text(f"{wording.count(len(verification.problems), 'problem')}:", "bold"))
    for problem in verification.problems:
        show(console, Text(line(problem)), indent=2, lead=look.bullet)
