"""The links of a whole archive as a table: who from whom, how sure, how much."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from provenance.model import Article, Link
from provenance.reports import review_words, wording
from provenance.reports.characters import line
from provenance.reports.formats import LinkList
from provenance.reports.terminal.look import GAP, Look, cell, columns, show

if TYPE_CHECKING:
    from rich.console import Console

ROWS = 50
BETWEEN = {
    "near_duplicate": "same text as",
    "common_source": "same source as",
    "same_event": "same event as",
    "derived": "open, with",
    "undetermined": "open, with",
}


def print_link_list(console: Console, listed: LinkList) -> None:
    """The first links of an archive, which may have very many: who took from whom before all others."""
    from rich.text import Text

    links = sorted(listed.links, key=_certainty)
    print_links(console, links, listed.named(links[:ROWS]))
    for note in listed.notes:
        show(console, Text(line(note), "dim"))


def _certainty(link: Link) -> int:
    """A sorting key: links that say who took from whom, then near duplicates and users of one source, then others,
    reports of the same event and what people rejected."""
    if link.rejected:
        return 5
    if link.derived and link.source:
        return 0
    return {"near_duplicate": 1, "common_source": 2, "same_event": 4}.get(link.relation, 3)


def print_links(
    console: Console, links: Sequence[Link], articles: Mapping[str, Article], *, rows: int = ROWS
) -> None:
    """The first `rows` of `links` in the order given; `articles` names the articles by id where they are known."""
    from rich.text import Text

    if not links:
        show(console, Text("No links."))
        return
    shown = [_row(link, articles) for link in links[:rows]]
    # Beside each other there is no room for what people said.
    if Look.of(console).side_by_side and not any(row[-1] for row in shown):
        _print_table(console, shown)
    else:
        _print_lines(console, shown)
    if len(links) > rows:
        show(console, Text(f"{len(links) - rows:,} more links; --format jsonl lists them all.", "dim"))
    show(console, Text(wording.count(len(links), "link") + ": " + tally(links), "dim"))


Row = tuple[str, str, str, str, str, str]


def _row(link: Link, articles: Mapping[str, Article]) -> Row:
    """The derived or first article, the words between, the source or second one, confidence, share, and what people
    said."""
    if link.derived and link.source:
        left, right = link.derived, link.source
        between = "made from" if link.relation == "derived" else "copy of"
    else:
        left, right = link.a, link.b
        between = BETWEEN[link.relation]
    if link.rejected:
        between = "rejected"
    share = wording.percent(link.share_b if left == link.b else link.share_a)
    names = wording.name(articles.get(left), left), wording.name(articles.get(right), right)
    said = review_words.decision(link.review)
    return names[0], between, names[1], wording.confidence(link.confidence), share, said


def _print_table(console: Console, rows: Sequence[Row]) -> None:
    from rich.text import Text

    heads = [
        ("made from another, or first", ""),
        ("", ""),
        ("source or second", ""),
        ("sure", "right"),
        ("shared", "right"),
    ]
    table = columns(console, heads)
    room = (Look.of(console).width - 4 * GAP - 14 - 8 - 8) // 2  # what the words between and the numbers leave
    for left, between, right, sure, share, _ in rows:
        table.add_row(Text(cell(left, room)), Text(between, "dim"), Text(cell(right, room)), Text(sure), Text(share))
    show(console, table)


def _print_lines(console: Console, rows: Sequence[Row]) -> None:
    from rich.text import Text

    show(console, Text("    sure   shared  made from another or first, and its source or relative", "bold"))
    for left, between, right, sure, share, said in rows:
        show(console, Text(line(left)), lead=f"{sure:>8} {share:>8}  ")
        show(console, Text.assemble((f"{between}: ", "dim"), line(right)), indent=19)
        if said:
            show(console, Text(line(wording.capital(said))), indent=19)


def tally(links: Sequence[Link]) -> str:
    """How many links there are of each relation, in words."""
    names = {
        "derived": "derived",
        "near_duplicate": "near duplicate",
        "common_source": "common source",
        "same_event": "same event",
        "undetermined": "undetermined",
    }
    numbers = {
        words: sum(link.relation == relation and not link.rejected for link in links)
        for relation, words in names.items()
    }
    numbers["rejected by people"] = sum(link.rejected for link in links)
    counted = ", ".join(f"{number:,} {words}" for words, number in numbers.items() if number)
    confirmed = sum(link.confirmed for link in links)
    return counted + (f"; {confirmed:,} confirmed by people" if confirmed else "")
