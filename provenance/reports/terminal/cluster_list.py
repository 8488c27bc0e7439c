"""Groups of near duplicates for people, each with its least similar pair."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from provenance.model import Cluster
from provenance.reports import wording
from provenance.reports.characters import line
from provenance.reports.terminal.look import Look, show

if TYPE_CHECKING:
    from rich.console import Console

GROUPS, MEMBERS = 40, 12


def print_clusters(
    console: Console, clusters: Sequence[Cluster], *, groups: int = GROUPS, members: int = MEMBERS
) -> None:
    """The groups in the order given, their members the earliest known first."""
    from rich.text import Text

    if not clusters:
        show(console, Text("No near duplicates."))
        return
    look = Look.of(console)
    total = sum(len(cluster.members) for cluster in clusters)
    show(console, Text(f"{wording.count(len(clusters), 'group')} of near duplicates, {total:,} articles in them."))
    for number, cluster in enumerate(clusters[:groups], 1):
        console.print()
        head = wording.count(len(cluster.members), "article")
        if cluster.weakest:
            head += f"; the weakest pair shares {wording.percent(cluster.weakest[2])} of its wording"
        show(console, Text(head, "bold"), lead=f"{number}. ")
        for member in cluster.members[:members]:
            kept = " · kept" if member.id == cluster.kept else ""
            show(console, Text(line(wording.name(member))), indent=3, lead=look.bullet)
            note = f"{wording.time_words(member.published)} · {member.id}{kept}"
            show(console, Text(line(note), "dim"), indent=3 + len(look.bullet))
        if len(cluster.members) > members:
            show(console, Text(f"{len(cluster.members) - members:,} more", "dim"), indent=3, lead=look.bullet)
    if len(clusters) > groups:
        console.print()
        show(console, Text(f"{len(clusters) - groups:,} more groups; --format json lists them all.", "dim"))
