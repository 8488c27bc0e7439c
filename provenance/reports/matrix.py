"""Publishers by publishers: a count of directed links in each cell. Counts come from the view `v_publishers`."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from provenance.reports.row_files import as_cell
from provenance.reports.terminal.look import Look, cell, show

if TYPE_CHECKING:
    from rich.console import Console

NOBODY = "(no publisher)"
Rows = Iterable[Mapping[str, Any]]


def _counts(rows: Rows) -> tuple[dict[tuple[str, str], int], list[str]]:
    """Links by (taker, source), and all publishers, those with most links first."""
    counts: dict[tuple[str, str], int] = {}
    total: Counter[str] = Counter()
    for row in rows:
        taker, source = row["taker"] or NOBODY, row["source"] or NOBODY
        counts[taker, source] = counts.get((taker, source), 0) + row["links"]
        total[taker] += row["links"]
        total[source] += row["links"]
    return counts, sorted(total, key=lambda name: (-total[name], name))


def as_csv(rows: Rows) -> str:
    """A row per taker and a column per source, with the names of both."""
    counts, names = _counts(rows)
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(["taker \\ source", *map(as_cell, names)])
    writer.writerows([as_cell(taker), *(counts.get((taker, source), 0) for source in names)] for taker in names)
    return written.getvalue()


def as_json(rows: Rows) -> str:
    """The same as an object: publishers, and for each taker the counts by source."""
    counts, names = _counts(rows)
    links = {
        taker: {source: counts[taker, source] for source in names if (taker, source) in counts} for taker in names
    }
    return json.dumps(
        {"publishers": names, "links": {taker: each for taker, each in links.items() if each}}, indent=2
    )


def print_matrix(console: Console, rows: Rows, limit: int) -> None:
    """The publishers with most links; columns are numbered as the rows are."""
    from rich.text import Text

    counts, names = _counts(rows)
    if not names:
        show(console, Text("No article is known to be made from another; `provenance audit` looks for links."))
        return
    shown = names[:limit]
    width = max(3, *(len(f"{count:,}") for count in counts.values())) + 1
    room = max(Look.of(console).width - 4 - width * len(shown), 16)
    head = " " * (room + 4) + "".join(f"{number:>{width}}" for number in range(1, len(shown) + 1))
    show(console, Text(head, "dim"), widest=len(head))
    for number, taker in enumerate(shown, 1):
        numbers = "".join(f"{counts.get((taker, source), 0) or '.':>{width}}" for source in shown)
        name = cell(taker, room)
        from rich.cells import cell_len

        line = f"{number:>2}. {name}{' ' * (room - cell_len(name))}{numbers}"
        show(console, Text(line, no_wrap=True), widest=len(line))
    more = f" {len(names) - len(shown):,} more publishers: --limit." if len(names) > len(shown) else ""
    show(console, Text(f"Rows took from columns: links asserted at confidence .8.{more}", "dim"))
