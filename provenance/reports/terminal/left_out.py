"""Lines about inputs that were skipped and things that were not used: up to three of a kind each on a line of its
own, more of them together with their number.

The lines are for stderr and are never folded, so that a log keeps every name whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from provenance.model.articles import Note, SkippedInput
from provenance.model.left_out import EXAMPLES, LeftOut

ALL_OF_THEM = "--format json lists them all"


def lines(groups: Iterable[LeftOut]) -> Iterator[str]:
    """The lines of every kind, and where to find those that are not named."""
    folded = False
    for group in groups:
        if group.count <= EXAMPLES:
            yield from map(single, group.examples)
            continue
        folded = True
        lead = f"{_lead(group.skipped)}{group.count:,} {group.title}"
        more = f"and {group.count - len(group.examples):,} more"
        if group.alike:
            yield f"{lead}: {group.examples[0].reason}: {', '.join(places(group.examples))} {more}"
        else:
            yield f"{lead}, for example:"
            yield from (f"  {one.where}: {one.reason}" for one in group.examples)
            yield f"  {more}"
    if folded:
        yield ALL_OF_THEM


def single(one: SkippedInput | Note) -> str:
    """The line of one by itself."""
    return f"{_lead(isinstance(one, SkippedInput))}{one.where}: {one.reason}"


def places(examples: Iterable[SkippedInput | Note]) -> list[str]:
    """Where each of them is, the name of the file once: ["feed.csv line 2", "line 3"]."""
    shown: list[str] = []
    before = ""
    for one in examples:
        name, part, number = one.where.rpartition(" ")
        file, _, unit = name.rpartition(" ")
        repeated = bool(part and file) and file == before and number.isdigit()
        shown.append(f"{unit} {number}" if repeated else one.where)
        before = file if number.isdigit() else ""
    return shown


def _lead(skipped: bool) -> str:
    return "skipped " if skipped else ""
