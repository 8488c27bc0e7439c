"""A lineage as a tree for people: sources, derivatives, and articles with another relation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from provenance.model import Article, LineageEdge, LineageView, Link
from provenance.reports import event_words, review_words, wording
from provenance.reports.characters import line
from provenance.reports.terminal.look import Look, show

if TYPE_CHECKING:
    from rich.console import Console

DEEPEST = 12
SIBLINGS = 20  # named on a terminal
Next = Mapping[str, list[tuple[str, LineageEdge]]]


def print_lineage(console: Console, view: LineageView) -> None:
    """Sources above, derivatives below, each indented under the article that it is linked with."""
    from rich.text import Text

    article, look = view.article, Look.of(console)
    articles = {node.id: node for node in view.nodes}
    show(console, Text(line(wording.name(article)), "bold"))
    show(console, Text(line(wording.time_words(article.published)), "dim"))
    show(console, look.rule())
    if not view.edges:
        unlisted = event_words.unlisted_words(view.same_event_left_out)
        none = f"Nothing is left to show: {wording.filtered_words(view.left_out, 'link')}."
        show(console, Text(none if view.left_out else "No link to any other archived article."))
        _print_same_event(console, view, articles)
        if unlisted:
            show(console, Text(unlisted, "dim"))
        _print_rejected(console, view, articles)
        return
    shown: set[int] = set()
    upwards = _steps(view, lambda link: (link.derived, link.source))
    downwards = _steps(view, lambda link: (link.source, link.derived))
    _print_side(console, "Sources", article.id, upwards, articles, shown)
    _print_side(console, "Derivatives", article.id, downwards, articles, shown)
    others = [edge for edge in view.edges if id(edge) not in shown]
    if others:
        show(console, Text("Further links", "bold"))
    for edge in others:
        _print_tie(console, edge.link, article.id, articles)
    _print_siblings(console, view, articles)
    _print_same_event(console, view, articles)
    _print_rejected(console, view, articles)
    console.print()
    undated = sum(node.published is None for node in view.nodes)
    size = f"{wording.count(len(view.nodes), 'article')}, {wording.count(len(view.edges), 'link')}"
    size += f"; {undated:,} without a date" if undated else ""
    size += f"; {wording.filtered_words(view.left_out, 'further link')}" if view.left_out else ""
    show(console, Text(f"{size}. {event_words.unlisted_words(view.same_event_left_out)}".rstrip(), "dim"))
    first = next((each for each in view.edges if article.id in (each.link.a, each.link.b)), view.edges[0]).link
    ends = (first.a, first.b) if first.b != article.id else (first.b, first.a)
    show(console, Text(line(f"To review a link: {review_words.command(*ends)} (or reject, note, undo)"), "dim"))


def _steps(view: LineageView, ends: Callable[[Link], tuple[str | None, str | None]]) -> Next:
    steps: dict[str, list[tuple[str, LineageEdge]]] = {}
    for edge in view.edges:
        start, goal = ends(edge.link)
        if start and goal:
            steps.setdefault(start, []).append((goal, edge))
    for found in steps.values():
        found.sort(key=lambda step: (not step[1].direct, -step[1].link.confidence, step[0]))
    return steps


def _print_side(
    console: Console, head: str, start: str, steps: Next, articles: Mapping[str, Article], shown: set[int]
) -> None:
    from rich.text import Text

    if start not in steps:
        return
    show(console, Text(head, "bold"))
    look, seen = Look.of(console), {start}
    waiting = [(goal, edge, 1) for goal, edge in reversed(steps[start])]
    while waiting:
        here, edge, depth = waiting.pop()
        again = here in seen
        seen.add(here)
        onwards = steps.get(here, [])
        shown.add(id(edge))
        note = _note(edge, articles.get(here))
        if again and onwards:
            note += "; its own links are above"
        label = Text(line(wording.name(articles.get(here), here)))
        show(console, label, indent=2 * min(depth, DEEPEST), lead=f"{look.branch} ")
        show(console, Text(note, "dim"), indent=2 * min(depth, DEEPEST) + len(look.branch) + 1)
        if not again:
            waiting.extend((goal, further, depth + 1) for goal, further in reversed(onwards))


def _note(edge: LineageEdge, article: Article | None) -> str:
    link = edge.link
    share = link.share_b if link.derived == link.b else link.share_a
    kind = "near duplicate, " if link.relation == "near_duplicate" else ""
    path = "" if edge.direct else ", explained by a longer path"
    when = wording.time_words(article.published) if article else "no date"
    said = f"{review_words.decision(link.review)} · " if link.review else ""
    known = f" · {article.id}" if article else ""
    lost = link.review is not None and not link.review.found
    taken = "" if lost else f", {wording.percent(share)} taken"
    return line(f"{said}{when} · {kind}{wording.sure_words(link)}{taken}{path}{known}")


def _print_siblings(console: Console, view: LineageView, articles: Mapping[str, Article]) -> None:
    from rich.text import Text

    if not view.siblings:
        return
    look = Look.of(console)
    show(console, Text("Siblings: other users of a source", "bold"))
    for each in view.siblings[:SIBLINGS]:
        show(console, Text(line(wording.name(each.article))), indent=2, lead=look.bullet)
        note = wording.sibling_words(each, articles)
        show(console, Text(line(note), "dim"), indent=2 + len(look.bullet))
    if len(view.siblings) > SIBLINGS:
        more = wording.count(len(view.siblings) - SIBLINGS, "more sibling")
        show(console, Text(f"{more}: `--format json` lists all", "dim"), indent=2)


def _print_same_event(console: Console, view: LineageView, articles: Mapping[str, Article]) -> None:
    """Other reports of the event, which are no part of the lineage, either."""
    from rich.text import Text

    if view.same_event:
        show(console, Text("Reports of the same event: neither was made from the other", "bold"))
    for link in view.same_event:
        _print_tie(console, link, view.article.id, articles)


def _print_tie(console: Console, link: Link, subject: str, articles: Mapping[str, Article]) -> None:
    from rich.text import Text

    if subject in (link.a, link.b):
        said = wording.relation_words(link, subject, articles)
        other = link.b if link.a == subject else link.a
    else:
        said = f"{wording.name(articles.get(link.a), link.a)} {wording.relation_words(link, link.a, articles)}"
        other = f"{link.a} and {link.b}"
    sentence = review_words.sentence(link, said, begins_with_name=subject not in (link.a, link.b))
    look = Look.of(console)
    show(console, Text(line(sentence)), indent=2, lead=look.bullet)
    show(console, Text(line(other), "dim"), indent=2 + len(look.bullet))


def _print_rejected(console: Console, view: LineageView, articles: Mapping[str, Article]) -> None:
    """The links that people rejected, which are no part of the lineage."""
    from rich.text import Text

    if view.rejected:
        show(console, Text("Rejected links, which count for nothing", "bold"))
    for link in view.rejected:
        _print_tie(console, link, view.article.id, {**view.named, **articles})
