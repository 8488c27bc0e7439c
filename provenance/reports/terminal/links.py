"""The links of a whole archive as a table: who from whom, how sure, how much."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from provenance.model import Article, Link
from provenance.reports import wording
from provenance.reports.terminal.cells import cell
from provenance.reports.terminal.look import GAP, Look, columns, show

if TYPE_CHECKING:
    from rich.console import Console

ROWS = 50


def print_links(
    console: Console, links: Sequence[Link], articles: Mapping[str, Article], *, rows: int = ROWS
) -> None:
    """The first `rows` of `links` in the order given; `articles` names the articles by id where they are known."""
    from rich.text import Text

    if not links:
        show(console, Text("No links."))
        return
    look = Look.of(console)
    table = columns(
        console,
        [("derived or first", ""), ("", ""), ("source or second", ""), ("conf.", "right"), ("shared", "right")],
    )
    room = max((look.width - 4 * GAP - 13 - 5 - 8) // 2, 12)  # what the words between and the numbers leave
    for link in links[:rows]:
        left, sign, right = sides(link, look)
        share = link.share_b if left == link.b else link.share_a
        table.add_row(
            Text(cell(wording.name(articles.get(left), left), room)),
            Text(sign, "dim"),
            Text(cell(wording.name(articles.get(right), right), room)),
            Text(wording.confidence(link.confidence)),
            Text(wording.percent(share)),
        )
    show(console, table)
    if len(links) > rows:
        show(console, Text(f"{len(links) - rows:,} more links; --format jsonl lists them all.", "dim"))
    show(console, Text(wording.count(len(links), "link") + ": " + tally(links), "dim"))


def sides(link: Link, look: Look) -> tuple[str, str, str]:
    """The ids to print left and right, and the words between them."""
    if link.derived and link.source:
        between = "from" if link.relation == "derived" else "copy of"
        return link.derived, between, link.source
    between = {"near_duplicate": "copy or", "common_source": "shares source"}.get(link.relation, "undetermined")
    return link.a, between, link.b


def tally(links: Sequence[Link]) -> str:
    """How many links there are of each relation, in words."""
    names = {
        "derived": "derived",
        "near_duplicate": "near duplicate",
        "common_source": "common source",
        "undetermined": "undetermined",
    }
    numbers = {relation: sum(link.relation == relation for link in links) for relation in names}
    return ", ".join(f"{number:,} {names[relation]}" for relation, number in numbers.items() if number)
