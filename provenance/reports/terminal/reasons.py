"""The reasons of a link, under what they speak for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.reports.characters import line
from provenance.reports.reason_lists import Reasons
from provenance.reports.terminal.look import Look, show

if TYPE_CHECKING:
    from rich.console import Console


def print_reasons(console: Console, reasons: Reasons, indent: int = 3) -> None:
    """Each group under its head; how many are left out comes last."""
    from rich.text import Text

    look = Look.of(console)
    for group in reasons.groups:
        show(console, Text(line(group.head)), indent=indent)
        for reason in group.reasons:
            show(console, Text(line(reason)), indent=indent + 2, lead=look.bullet)
    if reasons.more:
        show(console, Text(f"{reasons.more}: --why shows all", "dim"), indent=indent + 2)
