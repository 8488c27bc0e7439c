"""A lineage as a picture: x is time, lanes are publishers, arrows run from a source to what derives from it.

The picture needs no script, no font and no network, follows the reader's light or dark scheme, and shows relations
by the kind of line as well as by colour. Times that are not exact are drawn as the span that they allow.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from provenance.model import Article, LineageEdge, LineageView, Link
from provenance.reports import review_words, verdicts, wording
from provenance.reports.characters import line
from provenance.reports.formats import Answer, Output
from provenance.reports.naming import Naming
from provenance.reports.timeline_curves import Curve, between
from provenance.reports.timeline_layout import LEFT, RIGHT, WIDTH, Lane, Layout, Node, arrange
from provenance.reports.timeline_words import Box, Room, Words, apart, fitting, numbers, titles, width

LEGEND = (
    ("derived", "derives from"),
    ("near", "near duplicate"),
    ("common", "common source"),
    ("open", "undetermined"),
)
EVENT = ("event", "same event")  # in the legend only where one is drawn
CLASSES = {
    "derived": "derived",
    "near_duplicate": "near",
    "common_source": "common",
    "same_event": "event",
    "undetermined": "open",
}
SHEET = Path(__file__).parent / "html" / "templates" / "pictures.css"


def write(answer: Answer, value: Any, output: Output) -> None:
    """A lineage."""
    output.write(lineage_svg(value))


def lineage_svg(view: LineageView) -> str:
    """The picture as an SVG file of its own."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{timeline(view, style=SHEET.read_text("utf-8"))}\n'


def timeline(
    view: LineageView,
    name: str = "lineage",
    anchors: Mapping[str, str] | None = None,
    style: str = "",
    *,
    subject: bool = True,
) -> str:
    """The picture as one `<svg>` element. `name` makes its ids unique on a page; `anchors` maps article ids to
    fragments ("#source-1") that their dots lead to; `style` is left out where the page has the style sheet itself.
    `subject`: the article of the view is the one that the picture is about."""
    layout = arrange(view, view.article.id if subject else "")
    legend, below = _legend(layout, (*LEGEND, *([EVENT] if view.same_event else [])))
    height = below + 10
    naming = _naming(view)
    edges = _edges(view, layout, naming)
    curves = [edge.curve for edge in edges]
    nodes = list(layout.nodes.values())
    axis, times = _axis(layout)
    fixed = [*(words.box for words in times), *(_lane_name(lane).box for lane in layout.lanes)]
    room = Room([*fixed, *(node.box for node in nodes)], curves)
    named = titles([node.titles for node in nodes], [node.box for node in nodes], room, LEFT, WIDTH - 4.0)
    for words in named:
        room.take(words.box)
    sure = numbers([edge.sure for edge in edges], curves, room, 4.0, WIDTH - 4.0)
    title = f"Timeline of {wording.name(view.article) if subject else wording.count(len(view.nodes), 'article')}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="pv" viewBox="0 0 {WIDTH} {height:.0f}" '
        f'role="{"group" if anchors else "img"}" aria-labelledby="{name}-title {name}-desc">',
        f'<title id="{name}-title">{_safe(title)}</title>',
        f'<desc id="{name}-desc">{_safe(_described(view))}</desc>',
        f"<style>{style}</style>" if style else "",
        f'<rect class="paper" width="{WIDTH}" height="{height:.0f}"/>',
        *(_lane(lane) for lane in layout.lanes),
        *(edge.line for edge in edges),
        *axis,
        *(
            _node(node, words, view.article.id if subject else "", anchors or {})
            for node, words in zip(nodes, named, strict=True)
        ),
        *(_number(edge, words) for edge, words in zip(edges, sure, strict=True) if words),
        *legend,
        "</svg>",
    ]
    return "\n".join(parts)


def links_timeline(
    articles: Sequence[Article], links: Sequence[Link], anchors: Mapping[str, str], name: str = "links"
) -> str:
    """Links between any articles, none of which is the subject; those with most links are kept where there are too
    many to read. `anchors` maps article ids to what their dots lead to, `name` makes ids unique on a page."""
    degrees = Counter(name for link in links for name in (link.a, link.b))
    centre = max(articles, key=lambda each: (degrees[each.id], each.id))
    hops = {
        name: place for place, (name, _) in enumerate(sorted(degrees.items(), key=lambda each: (-each[1], each[0])))
    }
    edges = tuple(LineageEdge(link, hops=min(hops[link.a], hops[link.b])) for link in links)
    view = LineageView(centre, tuple(articles), edges)
    return timeline(view, name, anchors, subject=False)


def _safe(text: str) -> str:
    return escape(line(text))


def _described(view: LineageView) -> str:
    naming = _naming(view)
    sentences = [verdicts.sentence(edge.link, naming) for edge in view.drawn[:40]]
    more = f" And {len(view.drawn) - 40:,} more links." if len(view.drawn) > 40 else ""
    return (" ".join(sentences) or "No links.") + more


def _naming(view: LineageView) -> Naming:
    return Naming.of(view.known)


def _lane_name(lane: Lane) -> Words:
    return Words(fitting(lane.name, LEFT - 18.0), 12, lane.top + 18)


def _lane(lane: Lane) -> str:
    style = "" if lane.known else ' font-style="italic"'
    name = _lane_name(lane)
    return (
        f'<rect class="lane" x="0" y="{lane.top:.1f}" width="{WIDTH}" height="{lane.height:.1f}" rx="6"/>'
        f'<text x="{name.x:.0f}" y="{name.y:.1f}"{style}>{_safe(name.text)}</text>'
    )


def _axis(layout: Layout) -> tuple[list[str], list[Words]]:
    """The axis as it is written, and the words on it."""
    known = [lane for lane in layout.lanes if lane.known]
    if not known:
        return [], []
    y = known[-1].top + known[-1].height + 24
    drawn = [f'<path class="axis" d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}"/>']
    longest = sorted(layout.scale.breaks, key=lambda each: (-each[1], each[0]))
    words = apart((Words(_duration(seconds), x, y - 8, "middle") for x, seconds in longest), 8)
    drawn += [f'<path class="axis" d="M{x - 5:.1f} {y + 5:.1f}l4 -10m3 10l4 -10"/>' for x, _ in layout.scale.breaks]
    times = apart((_time(x, y + 18, wording.short_time(article.published)) for x, article in layout.ticks), 10)
    marked = {words.text: None for words in times}
    for x, article in layout.ticks:
        if wording.short_time(article.published) in marked:
            drawn.append(f'<path class="axis" d="M{x:.1f} {y - 4:.1f}v8"/>')
    words += times
    drawn += [
        f'<text class="soft" x="{each.x:.1f}" y="{each.y:.1f}" text-anchor="{each.side}">{_safe(each.text)}</text>'
        for each in words
    ]
    return drawn, words


def _time(x: float, y: float, words: str) -> Words:
    """A time under its place on the axis, moved to the side where it would pass the end of the axis."""
    half = width(words) / 2
    return Words(words, min(max(x, LEFT + half), WIDTH - 4 - half), y, "middle")


def _duration(seconds: float) -> str:
    for name, length in (("year", 31_557_600), ("month", 2_629_800), ("day", 86_400), ("hour", 3_600)):
        if seconds >= 1.5 * length:
            return wording.count(round(seconds / length), name)
    return wording.count(max(round(seconds / 60), 1), "minute")


@dataclass(frozen=True, slots=True)
class Edge:
    """The line of a link as it is written, and its confidence, which is written above all lines."""

    curve: Curve
    start: str
    line: str
    sure: str


def _edges(view: LineageView, layout: Layout, naming: Naming) -> list[Edge]:
    return [drawn for edge in view.drawn if (drawn := _edge(edge, layout, naming))]


def _edge(edge: LineageEdge, layout: Layout, naming: Naming) -> Edge | None:
    link = edge.link
    directed = bool(link.derived and link.source)
    start = layout.nodes.get((link.source if directed else link.a) or "")
    goal = layout.nodes.get((link.derived if directed else link.b) or "")
    if start is None or goal is None or start is goal:
        return None
    kind = CLASSES[link.relation]
    curve = between(start.x, start.y, goal.x, goal.y)
    arrow = f'<path class="tip {kind}" d="{curve.tip}"/>' if directed else ""
    title = f"<title>{_safe(verdicts.sentence(link, naming))}</title>"
    said = f" {review_words.short_decision(link.review)}" if link.review else ""
    group = f'<g class="{"direct" if edge.direct else "indirect"}">{title}'
    drawn = f'{group}<path class="edge {kind}" d="{curve.path}"/>{arrow}</g>'
    return Edge(curve, group, drawn, f"{wording.confidence(link.confidence)}{said}")


def _number(edge: Edge, words: Words) -> str:
    text = f'<text class="sure" x="{words.x:.1f}" y="{words.y:.1f}" text-anchor="middle">{_safe(words.text)}</text>'
    return f"{edge.start}{_plate(words.box)}{text}</g>"


def _plate(box: Box) -> str:
    """The ground of words, which hides the lines below them."""
    size = f'width="{box.right - box.left:.1f}" height="{box.bottom - box.top:.1f}"'
    return f'<rect class="plate" x="{box.left:.1f}" y="{box.top:.1f}" {size} rx="3"/>'


def _node(node: Node, words: Words, subject: str, anchors: Mapping[str, str]) -> str:
    article = node.article
    kind = "node this" if article.id == subject else "node"
    title = f"{wording.name(article)}. {wording.time_words(article.published)}."
    drawn = f"<title>{_safe(title)}</title>"
    if node.high - node.low > 10:
        drawn += f'<rect class="span" x="{node.low:.1f}" y="{node.y - 3:.1f}" width="{node.high - node.low:.1f}" '
        drawn += 'height="6" rx="3"/>'
    drawn += _plate(words.box)
    drawn += f'<circle class="dot" cx="{node.x:.1f}" cy="{node.y:.1f}" r="6"/>'
    drawn += f'<text x="{words.x:.1f}" y="{words.y:.1f}" text-anchor="{words.side}">{_safe(words.text)}</text>'
    target = anchors.get(article.id)
    if target:
        drawn = f'<a href="{escape(target)}">{drawn}</a>'
    return f'<g class="{kind}">{drawn}</g>'


def _legend(layout: Layout, legend: Sequence[tuple[str, str]]) -> tuple[list[str], float]:
    """What the lines and numbers mean, in lines below the picture, and where the last of them is."""
    drawn: list[str] = []
    x, y = 12.0, layout.height + 16
    for kind, words in legend:
        if x + 34 + width(words) > WIDTH:
            x, y = 12.0, y + 18
        drawn.append(f'<path class="edge {kind}" d="M{x:.0f} {y - 4:.0f}h28"/>')
        drawn.append(f'<text class="soft" x="{x + 34:.0f}" y="{y:.0f}">{words}</text>')
        x += 34 + width(words) + 16
    further = [f"{wording.count(layout.left_out, 'further article')} not drawn."] if layout.left_out else []
    for words in ("Numbers: how sure, where there is room. Pale bars: possible times.", *further):
        y += 18
        drawn.append(f'<text class="soft" x="12" y="{y:.0f}">{words}</text>')
    return drawn, y
