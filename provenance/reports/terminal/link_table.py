"""The links of a whole archive as a table: who from whom, how sure, how much."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.model import Article, Link
from provenance.reports import review_words, wording
from provenance.reports.characters import line
from provenance.reports.formats import LinkList
from provenance.reports.terminal.look import GAP, Look, cell, columns, show

if TYPE_CHECKING:
    from rich.console import Console

ROWS = 50
MOST = 1000  # columns of a name on a line of its own: more than it ever has
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
    first, look = links[:rows], Look.of(console)
    room = (look.width - 4 * GAP - 14 - 8 - 8) // 2  # of an article, beside the words between and the numbers
    ends = _ends(first, articles, room)
    # Beside each other there is no room for what people said, nor for a long id.
    if (
        look.side_by_side
        and not any(review_words.decision(link.review) for link in first)
        and all(len(end.mark) <= room // 2 for end in ends.values())
    ):
        _print_table(console, [_row(link, ends) for link in first], room)
    else:
        ends = _ends(first, articles)
        _print_lines(console, [_row(link, ends) for link in first])
    if len(links) > rows:
        show(console, Text(f"{len(links) - rows:,} more links; --format jsonl lists them all.", "dim"))
    show(console, Text(wording.count(len(links), "link") + ": " + tally(links), "dim"))


@dataclass(frozen=True, slots=True)
class _End:
    """The name of an article, and what tells it from another of the same name: its time or its id, else ""."""

    name: str
    mark: str = ""

    def within(self, room: int) -> str:
        """Both in so many columns; only the name is cut."""
        if not self.mark:
            return cell(self.name, room)
        mark = f" · {cell(self.mark, room)}"
        return f"{cell(self.name, max(room - len(mark), 1))}{mark}"

    @property
    def whole(self) -> str:
        """Both, uncut."""
        return line(" · ".join(filter(None, (self.name, self.mark))))


def _ends(links: Iterable[Link], articles: Mapping[str, Article], room: int = MOST) -> Mapping[str, _End]:
    """The articles of these links by id. Those whose names are alike in `room` columns are told apart by their times,
    where each has one of its own, else by their ids, which other commands take."""
    names = {each: wording.name(articles.get(each), each) for link in links for each in (link.a, link.b)}
    alike: dict[str, list[str]] = {}
    for each in sorted(names):
        alike.setdefault(cell(names[each], room), []).append(each)
    ends = {}
    for group in alike.values():
        known = [articles[each].published if each in articles else None for each in group]
        times = [wording.short_time(time) for time in known]
        by_time = None not in known and len(set(times)) == len(group)
        for each, time in zip(group, times, strict=True):
            ends[each] = _End(names[each], (time if by_time else wording.name(None, each)) if len(group) > 1 else "")
    return ends


Row = tuple[_End, str, _End, str, str, str]


def _row(link: Link, ends: Mapping[str, _End]) -> Row:
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
    said = review_words.decision(link.review)
    return ends[left], between, ends[right], wording.confidence(link.confidence), share, said


def _print_table(console: Console, rows: Sequence[Row], room: int) -> None:
    from rich.text import Text

    heads = [
        ("made from another, or first", ""),
        ("", ""),
        ("source or second", ""),
        ("sure", "right"),
        ("shared", "right"),
    ]
    table = columns(console, heads)
    for left, between, right, sure, share, _ in rows:
        cells = Text(left.within(room)), Text(between, "dim"), Text(right.within(room)), Text(sure), Text(share)
        table.add_row(*cells)
    show(console, table)


def _print_lines(console: Console, rows: Sequence[Row]) -> None:
    from rich.text import Text

    show(console, Text("    sure   shared  made from another or first, and its source or relative", "bold"))
    for left, between, right, sure, share, said in rows:
        show(console, Text(left.whole), lead=f"{sure:>8} {share:>8}  ")
        show(console, Text.assemble((f"{between}: ", "dim"), right.whole), indent=19)
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
