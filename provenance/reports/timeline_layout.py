"""Places everything in the picture of a lineage: x is time, lanes are publishers, rows keep labels apart.

Articles without a date share a lane of their own below the axis, where x says nothing. Long empty stretches of time
are shortened and marked, because a story of three hours and a reprint ten years later would else be two dots.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from provenance.model import Article, LineageView
from provenance.reports.timeline_words import SIZE, Box, Words, fitting, width

WIDTH, LEFT, RIGHT, TOP = 960, 164, 24, 18
ROW, LANE_GAP, AXIS = 46, 8, 46  # in a row there is room for words above the dots and below them
DOT = 23  # how far below the top of a row the dots are
LABEL = 215.0  # width of a title at most: about 30 letters
LONG_GAP = 4.0  # a gap longer than this many median gaps is drawn no longer than that, and marked
MOST = 120  # articles drawn; of more none could be read
UNDATED = "no date known"


@dataclass(frozen=True, slots=True)
class Node:
    """An article in the picture. `low` and `high` bound the time that it may have been published at; `titles` are
    the places where its title may be, the first one where no other dot's first one is."""

    article: Article
    x: float
    y: float
    low: float
    high: float
    titles: tuple[Words, ...]

    @property
    def box(self) -> Box:
        """What the dot covers."""
        return Box(self.x - 8, self.y - 7, self.x + 8, self.y + 7)


@dataclass(frozen=True, slots=True)
class Lane:
    """A publisher's strip; `known` is False for the lane of articles without a date."""

    name: str
    top: float
    height: float
    known: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """Maps seconds to x. `breaks` are the x of shortened gaps and how many seconds each is."""

    times: tuple[float, ...]
    places: tuple[float, ...]
    breaks: tuple[tuple[float, float], ...]

    def x(self, time: float) -> float:
        """The x of a time; times outside the known ones are at the ends."""
        times, places = self.times, self.places
        if not times or time <= times[0]:
            return places[0] if places else (LEFT + WIDTH - RIGHT) / 2
        if time >= times[-1]:
            return places[-1]
        after = bisect_right(times, time)
        part = (time - times[after - 1]) / (times[after] - times[after - 1])
        return places[after - 1] + part * (places[after] - places[after - 1])


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole picture before it is written: `ticks` are times for the axis, those that matter most first;
    `left_out` articles are not drawn."""

    nodes: dict[str, Node]
    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[float, Article], ...]
    scale: Scale
    height: float
    left_out: int


def moment(article: Article) -> float | None:
    """The middle of the time that an article may have been published at."""
    time = article.published
    return None if time is None else (time.earliest + time.latest) / 2


def arrange(view: LineageView, subject: str = "") -> Layout:
    """Place every article of a lineage, at most `MOST`: the article itself first, then those of the nearest links.
    The title of `subject` is bold."""
    chosen = _chosen(view)
    scale = _scale(time for article in chosen if (time := moment(article)) is not None)
    lanes: dict[tuple[bool, str], list[Article]] = {}
    for article in chosen:
        dated = article.published is not None
        name = (article.publisher or article.agency or "publisher not known") if dated else UNDATED
        lanes.setdefault((dated, name), []).append(article)
    order = sorted(lanes, key=lambda key: (not key[0], _first(lanes[key]), key[1]))
    nodes: dict[str, Node] = {}
    strips: list[Lane] = []
    top = float(TOP)
    for dated, name in order:
        if not dated and strips:
            top += AXIS  # the axis runs between the dated lanes and the undated one
        members = sorted(lanes[dated, name], key=lambda each: (moment(each) or 0.0, each.id))
        rows = _place(members, scale, top, nodes, subject)
        strips.append(Lane(name, top, rows * ROW, dated))
        top += rows * ROW + LANE_GAP
    if strips and strips[-1].known:
        top += AXIS
    ticks = _ticks([nodes[each.id] for each in chosen if each.published])
    return Layout(nodes, tuple(strips), ticks, scale, top, len(view.nodes) - len(chosen))


def _chosen(view: LineageView) -> list[Article]:
    near: dict[str, tuple[int, float]] = {view.article.id: (0, 0.0)}
    for edge in view.edges:
        rank = (edge.hops, -edge.link.confidence)
        for name in (edge.link.a, edge.link.b):
            near[name] = min(near.get(name, rank), rank)
    known = {node.id: node for node in (*view.nodes, view.article)}
    order = sorted(known, key=lambda name: (*near.get(name, (1_000_000, 0.0)), name))
    return [known[name] for name in order[:MOST]]


def _first(articles: Iterable[Article]) -> float:
    return min((time for each in articles if (time := moment(each)) is not None), default=0.0)


def _scale(moments: Iterable[float]) -> Scale:
    times = tuple(sorted({float(round(moment)) for moment in moments}))  # whole seconds: closer ones are one place
    low, high = LEFT + 30.0, WIDTH - RIGHT - 30.0
    if len(times) < 2:
        return Scale(times, ((low + high) / 2,) * len(times), ())
    gaps = [later - earlier for earlier, later in pairwise(times)]
    longest = LONG_GAP * median(gaps)
    drawn = [min(gap, longest) for gap in gaps]
    unit = (high - low) / sum(drawn)
    places, breaks = [low], []
    for gap, shown in zip(gaps, drawn, strict=True):
        if gap > 1.5 * shown:
            breaks.append((places[-1] + shown * unit / 2, gap))
        places.append(places[-1] + shown * unit)
    return Scale(times, tuple(places), tuple(breaks))


def _place(articles: Sequence[Article], scale: Scale, top: float, nodes: dict[str, Node], subject: str) -> int:
    """Put the articles of one lane into as few rows as keep their titles apart; returns how many."""
    ends: list[float] = []
    for number, article in enumerate(articles):
        title = article.title or article.id
        bold = article.id == subject
        label = fitting(
            title if article.published else article.label, LABEL, bold=bold
        )  # that lane names no publisher
        length = width(label, bold=bold) + 10
        time = article.published
        at = moment(article)
        if time is None or at is None:
            x = LEFT + 20.0 + (number % 3) * (WIDTH - RIGHT - LEFT - 20) / 3
            low = high = x
        else:
            x, low, high = scale.x(at), scale.x(time.earliest), scale.x(time.latest)
        leftwards = x + length > WIDTH - RIGHT
        begin, end = (x - length, max(x, high)) if leftwards else (min(x, low), x + length)
        begin, end = begin - 14, end + 14
        row = next((row for row, taken in enumerate(ends) if taken <= begin), len(ends))
        if row == len(ends):
            ends.append(end)
        ends[row] = end
        y = top + row * ROW + DOT
        nodes[article.id] = Node(article, x, y, low, high, _titles(label, x, y, leftwards=leftwards, bold=bold))
    return max(len(ends), 1)


def _titles(label: str, x: float, y: float, *, leftwards: bool, bold: bool) -> tuple[Words, ...]:
    places = [
        Words(label, x - 7 if side == "start" else x + 7, y + down, side, SIZE, bold)
        for side in (("end", "start") if leftwards else ("start", "end"))
        for down in (-11.0, 19.0)  # lines leave a dot to the right and down most often: above it is mostly free
    ]
    return tuple(places)


def _ticks(dated: Sequence[Node]) -> tuple[tuple[float, Article], ...]:
    """The times that may be written on the axis: the first and the last ones first."""
    order = sorted(dated, key=lambda node: (node.x, node.article.id))
    places = {node.x: node.article for node in reversed([*order[:1], *order[-1:], *order])}
    return tuple((x, places[x]) for x in dict.fromkeys(node.x for node in [*order[:1], *order[-1:], *order]))
