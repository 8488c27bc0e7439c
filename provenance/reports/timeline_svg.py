"""A lineage as a picture: x is time, lanes are publishers, arrows run from a source to what derives from it.

The picture needs no script, no font and no network, follows the reader's light or dark scheme, and shows relations
by the kind of line as well as by colour. Times that are not exact are drawn as the span that they allow.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from math import hypot
from pathlib import Path
from typing import Any

from provenance.model import Article, LineageEdge, LineageView, Link
from provenance.reports import review_words, verdicts, wording
from provenance.reports.characters import line, shortened
from provenance.reports.formats import Answer, Output
from provenance.reports.naming import Naming
from provenance.reports.timeline_layout import AXIS, LEFT, RIGHT, WIDTH, Lane, Layout, Node, arrange

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
    layout = arrange(view)
    legend = 30 + (18 if layout.left_out else 0)
    height = layout.height + legend
    naming = _naming(view)
    edges = [drawn for edge in view.drawn if (drawn := _edge(edge, layout, naming))]
    title = f"Timeline of {wording.name(view.article) if subject else wording.count(len(view.nodes), 'article')}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="pv" viewBox="0 0 {WIDTH} {height:.0f}" '
        f'role="{"group" if anchors else "img"}" aria-labelledby="{name}-title {name}-desc">',
        f'<title id="{name}-title">{_safe(title)}</title>',
        f'<desc id="{name}-desc">{_safe(_described(view))}</desc>',
        f"<style>{style}</style>" if style else "",
        f'<rect class="paper" width="{WIDTH}" height="{height:.0f}"/>',
        *(_lane(lane) for lane in layout.lanes),
        *(drawn[0] for drawn in edges),
        *_axis(layout),
        *(_node(node, view.article.id if subject else "", anchors or {}) for node in layout.nodes.values()),
        *(drawn[1] for drawn in edges),
        *_legend(layout, layout.height + 16, (*LEGEND, *([EVENT] if view.same_event else []))),
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


def _lane(lane: Lane) -> str:
    style = "" if lane.known else ' font-style="italic"'
    return (
        f'<rect class="lane" x="0" y="{lane.top:.1f}" width="{WIDTH}" height="{lane.height:.1f}" rx="6"/>'
        f'<text x="12" y="{lane.top + 18:.1f}"{style}>{_safe(shortened(lane.name, 21))}</text>'
    )


def _axis(layout: Layout) -> Iterator[str]:
    known = [lane for lane in layout.lanes if lane.known]
    if not known:
        return
    y = known[-1].top + known[-1].height + 12
    yield f'<path class="axis" d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}"/>'
    for x, seconds in layout.scale.breaks:
        yield f'<path class="axis" d="M{x - 5:.1f} {y + 5:.1f}l4 -10m3 10l4 -10"/>'
        yield _on_axis(x, y - 6, "middle", _duration(seconds))
    for x, article in layout.ticks:
        yield f'<path class="axis" d="M{x:.1f} {y - 4:.1f}v8"/>'
        side = "start" if x < LEFT + 60 else "end" if x > WIDTH - RIGHT - 60 else "middle"
        x = max(x, LEFT) if side == "start" else min(x, WIDTH - RIGHT)
        yield _on_axis(x, y + AXIS - 14, side, wording.short_time(article.published))


def _on_axis(x: float, y: float, side: str, words: str) -> str:
    return f'<text class="soft onpaper" x="{x:.1f}" y="{y:.1f}" text-anchor="{side}">{_safe(words)}</text>'


def _duration(seconds: float) -> str:
    for name, length in (("year", 31_557_600), ("month", 2_629_800), ("day", 86_400), ("hour", 3_600)):
        if seconds >= 1.5 * length:
            return wording.count(round(seconds / length), name)
    return wording.count(max(round(seconds / 60), 1), "minute")


def _edge(edge: LineageEdge, layout: Layout, naming: Naming) -> tuple[str, str] | None:
    """The line of a link, and its confidence, which is written above all lines and names."""
    link = edge.link
    directed = bool(link.derived and link.source)
    start = layout.nodes.get((link.source if directed else link.a) or "")
    goal = layout.nodes.get((link.derived if directed else link.b) or "")
    if start is None or goal is None or start is goal:
        return None
    kind = CLASSES[link.relation]
    path, tip, (x, y) = _curve(start, goal)
    arrow = f'<path class="tip {kind}" d="{tip}"/>' if directed else ""
    title = f"<title>{_safe(verdicts.sentence(link, naming))}</title>"
    drawn = f'<path class="edge {kind}" d="{path}"/>{arrow}'
    sure = f'<text class="sure halo" x="{x:.1f}" y="{y:.1f}" text-anchor="middle">'
    said = f" {review_words.short_decision(link.review)}" if link.review else ""
    sure += f"{wording.confidence(link.confidence)}{said}</text>"
    group = f'<g class="{"direct" if edge.direct else "indirect"}">{title}'
    return f"{group}{drawn}</g>", f"{group}{sure}</g>"


def _curve(start: Node, goal: Node) -> tuple[str, str, tuple[float, float]]:
    """A curve from dot to dot, the tip of an arrow at its end, and the point where its confidence is written."""
    x1, y1, x2, y2 = start.x, start.y, goal.x, goal.y
    bend = 26.0 if abs(y2 - y1) < 1 else 0.0  # inside one row: pass above the labels
    mx, my = (x1 + x2) / 2, (y1 + y2) / 2 - bend
    if abs(x2 - x1) < 24:  # one above the other: pass beside the dots
        mx += 34
    length = max(hypot(x2 - mx, y2 - my), 1.0)
    ux, uy = (x2 - mx) / length, (y2 - my) / length
    ex, ey = x2 - 8 * ux, y2 - 8 * uy
    path = f"M{x1:.1f} {y1:.1f}Q{mx:.1f} {my:.1f} {ex - 5 * ux:.1f} {ey - 5 * uy:.1f}"
    tip = f"M{ex:.1f} {ey:.1f}L{ex - 9 * ux - 4.5 * uy:.1f} {ey - 9 * uy + 4.5 * ux:.1f}"
    tip += f"L{ex - 9 * ux + 4.5 * uy:.1f} {ey - 9 * uy - 4.5 * ux:.1f}Z"
    return path, tip, ((x1 + 2 * mx + x2) / 4, (y1 + 2 * my + y2) / 4 + 4)


def _node(node: Node, subject: str, anchors: Mapping[str, str]) -> str:
    article = node.article
    kind = "node this" if article.id == subject else "node"
    title = f"{wording.name(article)}. {wording.time_words(article.published)}."
    x, side = (node.x + 7, "end") if node.leftwards else (node.x - 7, "start")
    drawn = f"<title>{_safe(title)}</title>"
    if node.high - node.low > 10:
        drawn += f'<rect class="span" x="{node.low:.1f}" y="{node.y - 3:.1f}" width="{node.high - node.low:.1f}" '
        drawn += 'height="6" rx="3"/>'
    drawn += f'<circle class="dot" cx="{node.x:.1f}" cy="{node.y:.1f}" r="6"/>'
    drawn += f'<text class="halo" x="{x:.1f}" y="{node.y + 22:.1f}" text-anchor="{side}">{_safe(node.label)}</text>'
    target = anchors.get(article.id)
    if target:
        drawn = f'<a href="{escape(target)}">{drawn}</a>'
    return f'<g class="{kind}">{drawn}</g>'


def _legend(layout: Layout, y: float, legend: Sequence[tuple[str, str]]) -> Iterator[str]:
    x = 12.0
    for kind, words in legend:
        yield f'<path class="edge {kind}" d="M{x:.0f} {y - 4:.0f}h28"/>'
        yield f'<text class="soft" x="{x + 34:.0f}" y="{y:.0f}">{words}</text>'
        x += 34 + len(words) * 6.4 + 22
    yield f'<text class="soft" x="{x:.0f}" y="{y:.0f}">numbers: how sure; pale bars: possible times</text>'
    if layout.left_out:
        yield f'<text class="soft" x="12" y="{y + 18:.0f}">'
        yield f"{wording.count(layout.left_out, 'further article')} not drawn.</text>"
