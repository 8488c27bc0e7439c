"""A lineage as a tree for people: sources, derivatives, and articles with another relation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.model import Article, LineageEdge, LineageView, Link
from provenance.reports import event_words, review_words, verdicts, wording
from provenance.reports.characters import line
from provenance.reports.extent_words import how_taken
from provenance.reports.naming import Naming
from provenance.reports.reason_lists import Reasons
from provenance.reports.terminal.look import Look, show
from provenance.reports.terminal.reasons import print_reasons

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

DEEPEST = 12
SIBLINGS = 20  # named on a terminal
LISTED = 100  # articles of each part of the tree: the nearest and surest first; a page of a terminal has 40 lines
Next = Mapping[str, list[tuple[str, LineageEdge]]]


def print_lineage(console: Console, view: LineageView, *, why: bool = False) -> None:
    """The verdict, sources, then derivatives, each indented under the article that it is linked with; `why` adds the
    reasons of every link."""
    from rich.text import Text

    article, look = view.article, Look.of(console)
    naming = Naming.of(view.known, article.id)
    show(console, Text(line(wording.name(article)), "bold"))
    show(console, Text(line(wording.time_words(article.published)), "dim"))
    if verdict := verdicts.of_lineage(view, naming):
        console.print()
        show(console, Text(line(verdict), "bold"))
    show(console, look.rule())
    ties = _Ties(view, naming, why)
    if not view.edges:
        none = f"Nothing is left to show: {wording.filtered_words(view.left_out, 'link')}."
        show(console, Text(none if view.left_out else "No link to any other archived article."))
        _print_same_event(console, ties)
        if unlisted := event_words.unlisted_words(view.same_event_left_out):
            show(console, Text(unlisted, "dim"))
        _print_rejected(console, ties)
        return
    shown: set[int] = set()
    upwards = _steps(view, lambda link: (link.derived, link.source))
    downwards = _steps(view, lambda link: (link.source, link.derived))
    _print_side(console, "Sources", ties, upwards, shown)
    _print_side(console, "Derivatives", ties, downwards, shown)
    others = [edge for edge in view.edges if id(edge) not in shown]
    if others:
        show(console, Text("Further links", "bold"))
    for edge in others[:LISTED]:
        _print_tie(console, edge.link, ties)
    _print_more(console, len(others) - LISTED, "more link")
    _print_siblings(console, view, naming)
    _print_same_event(console, ties)
    _print_rejected(console, ties)
    console.print()
    undated = sum(node.published is None for node in view.nodes)
    size = f"{wording.count(len(view.nodes), 'article')}, {wording.count(len(view.edges), 'link')}"
    size += f"; {undated:,} without a date" if undated else ""
    size += f"; {wording.filtered_words(view.left_out, 'further link')}" if view.left_out else ""
    show(console, Text(f"{size}. {event_words.unlisted_words(view.same_event_left_out)}".rstrip(), "dim"))
    first = next((each for each in view.edges if article.id in (each.link.a, each.link.b)), view.edges[0]).link
    ends = (first.a, first.b) if first.b != article.id else (first.b, first.a)
    show(console, Text(line(f"To review a link: {review_words.command(*ends)} (or reject, note, undo)"), "dim"))


@dataclass(frozen=True, slots=True)
class _Ties:
    """What the lines of one lineage have in common."""

    view: LineageView
    naming: Naming
    why: bool

    def label(self, article: str) -> Text:
        """The heading of an article: its label, and the letter that sentences give it."""
        from rich.text import Text

        return Text(line(self.naming.head(article)))

    def print_reasons(self, console: Console, link: Link, indent: int) -> None:
        """All reasons of a link, where they were asked for."""
        if self.why:
            print_reasons(console, Reasons.of(link, self.naming, all_=True), indent)


def _steps(view: LineageView, ends: Callable[[Link], tuple[str | None, str | None]]) -> Next:
    steps: dict[str, list[tuple[str, LineageEdge]]] = {}
    for edge in view.edges:
        start, goal = ends(edge.link)
        if start and goal:
            steps.setdefault(start, []).append((goal, edge))
    for found in steps.values():
        found.sort(key=lambda step: (not step[1].direct, -step[1].link.confidence, step[0]))
    return steps


def _print_side(console: Console, head: str, ties: _Ties, steps: Next, shown: set[int]) -> None:
    from rich.text import Text

    start, articles = ties.view.article.id, {node.id: node for node in ties.view.nodes}
    if start not in steps:
        return
    show(console, Text(head, "bold"))
    look, seen = Look.of(console), {start}
    waiting = [(goal, edge, 1) for goal, edge in reversed(steps[start])]
    listed = 0
    while waiting:
        here, edge, depth = waiting.pop()
        again = here in seen
        seen.add(here)
        onwards = steps.get(here, [])
        shown.add(id(edge))
        note = _note(edge, articles.get(here), here)
        if again and onwards:
            note += "; its own links are above"
        if not again:
            waiting.extend((goal, further, depth + 1) for goal, further in reversed(onwards))
        listed += 1
        if listed > LISTED:
            continue
        indent = 2 * min(depth, DEEPEST)
        show(console, ties.label(here), indent=indent, lead=f"{look.branch} ")
        indent += len(look.branch) + 1
        show(console, Text(note, "dim"), indent=indent)
        ties.print_reasons(console, edge.link, indent)
    _print_more(console, listed - LISTED, "more line")


def _print_more(console: Console, count: int, what: str) -> None:
    """How many were not listed, if any, and where they are."""
    from rich.text import Text

    if count > 0:
        show(console, Text(f"{wording.count(count, what)}: `--format json` lists all", "dim"), indent=2)


def _note(edge: LineageEdge, article: Article | None, here: str) -> str:
    """When the article appeared, and how sure it is that it gave or took how much."""
    link = edge.link
    share = wording.percent(link.share_b if link.derived == link.b else link.share_a)
    when = wording.time_words(article.published) if article else "no date"
    said = f"{review_words.decision(link.review)} · " if link.review else ""
    known = f" · {article.id}" if article else ""
    lost = link.review is not None and not link.review.found
    part = "text" if lost else f"{share} of {'its' if here == link.derived else 'the'} text"
    how = how_taken(link, link.derived or "")
    taken = f"{'took' if here == link.derived else 'gave'} {part}{f', {how}' if how else ''}"
    path = "" if edge.direct else ", through others"
    return line(f"{said}{when} · {verdicts.sure(link)}{taken}{path}{known}")


def _print_siblings(console: Console, view: LineageView, naming: Naming) -> None:
    from rich.text import Text

    if not view.siblings:
        return
    look = Look.of(console)
    show(console, Text("Siblings: other users of a source", "bold"))
    for each in view.siblings[:SIBLINGS]:
        show(console, Text(line(naming.head(each.article.id))), indent=2, lead=look.bullet)
        note = verdicts.of_sibling(each, naming)
        show(console, Text(line(note), "dim"), indent=2 + len(look.bullet))
    if len(view.siblings) > SIBLINGS:
        _print_more(console, len(view.siblings) - SIBLINGS, "more sibling")


def _print_same_event(console: Console, ties: _Ties) -> None:
    """Other reports of the event, which are no part of the lineage, either."""
    from rich.text import Text

    if ties.view.same_event:
        show(console, Text("Reports of the same event: neither was made from the other", "bold"))
    for link in ties.view.same_event[:LISTED]:
        _print_tie(console, link, ties, verdicts.of_event(link, ties.naming))
    _print_more(console, len(ties.view.same_event) - LISTED, "more report")


def _print_tie(console: Console, link: Link, ties: _Ties, said: str = "") -> None:
    """A link that is no line of the tree, in the words `said` or with its whole verdict."""
    from rich.text import Text

    subject, look = ties.view.article.id, Look.of(console)
    other = link.b if link.a == subject else link.a if link.b == subject else f"{link.a} and {link.b}"
    show(console, Text(line(said or verdicts.sentence(link, ties.naming))), indent=2, lead=look.bullet)
    show(console, Text(line(other), "dim"), indent=2 + len(look.bullet))
    ties.print_reasons(console, link, 2 + len(look.bullet))


def _print_rejected(console: Console, ties: _Ties) -> None:
    """The links that people rejected, which are no part of the lineage."""
    from rich.text import Text

    if ties.view.rejected:
        show(console, Text("Rejected links, which count for nothing", "bold"))
    for link in ties.view.rejected[:LISTED]:
        _print_tie(console, link, ties)
    _print_more(console, len(ties.view.rejected) - LISTED, "more rejected link")
