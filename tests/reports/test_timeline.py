"""The picture of a lineage: well formed, honest about dates, readable however times are spread."""

from __future__ import annotations

import itertools
from dataclasses import replace
from time import perf_counter
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Article, LineageEdge, LineageView, Link, PublicationTime, Span
from provenance.reports.timeline_curves import between
from provenance.reports.timeline_layout import LEFT, MOST, RIGHT, UNDATED, WIDTH, Node, arrange, moment
from provenance.reports.timeline_svg import lineage_svg, timeline
from provenance.reports.timeline_words import Box, Room, Words, fitting, numbers, width
from provenance.reports.timeline_words import titles as choose


def dated(name: str, time: float | None, publisher: str | None = "P", length: float = 60.0) -> Article:
    published = None if time is None else PublicationTime("written", "minute", time, time + length)
    return Article(name, "", Span(0, 0), f"Title {name}", publisher=publisher, published=published)


def chain(articles: list[Article]) -> LineageView:
    links = [
        Link(later.id, earlier.id, "derived", 0.9, 0.1, 0.1, (), later.id, earlier.id)
        for earlier, later in itertools.pairwise(articles)
    ]
    return LineageView(articles[-1], tuple(articles), tuple(LineageEdge(link) for link in links))


def test_the_picture_is_xml_of_its_own(lineage_view: LineageView) -> None:
    root = ElementTree.fromstring(lineage_svg(lineage_view))
    told = " ".join(root.itertext())
    for words in ("Harbour Herald", "Northern Wire", UNDATED, "93%", "derives from", "5 Mar 2024"):
        assert words in told
    assert root.get("role") == "img"


def test_relations_differ_in_more_than_colour(lineage_view: LineageView) -> None:
    svg = timeline(lineage_view)
    assert svg.count('class="tip derived"') == 2
    for kind in ("edge derived", "edge common", "edge open", "indirect"):
        assert kind in svg


def test_what_has_no_date_stands_apart(lineage_view: LineageView) -> None:
    layout = arrange(lineage_view)
    assert [lane.known for lane in layout.lanes] == [True, True, True, False]
    assert layout.lanes[-1].name == UNDATED
    assert layout.nodes["blog-9"].y > max(node.y for name, node in layout.nodes.items() if name != "blog-9")


def test_a_bare_day_is_drawn_as_the_span_that_it_allows(lineage_view: LineageView) -> None:
    node = arrange(lineage_view).nodes["post-0305"]
    assert node.high - node.low > 10
    assert timeline(lineage_view).count('class="span"') == 1


def test_a_reprint_years_later_does_not_squeeze_the_story() -> None:
    hours = [dated(f"a{number}", 1e9 + 3600 * number) for number in range(4)]
    layout = arrange(chain([*hours, dated("late", 1e9 + 3e8)]))
    places = [layout.nodes[f"a{number}"].x for number in range(4)]
    assert all(later - earlier > 60 for earlier, later in itertools.pairwise(places))
    assert len(layout.scale.breaks) == 1
    assert "10 years" in timeline(chain([*hours, dated("late", 1e9 + 3e8)]))


times = st.lists(st.one_of(st.none(), st.floats(-1e12, 1e12)), min_size=1, max_size=40)


@given(times, st.sampled_from([0.0, 60.0, 86400.0, 3e7]))
def test_order_in_time_is_order_in_the_picture(moments: list[float | None], length: float) -> None:
    articles = [dated(f"n{number}", time, f"P{number % 3}", length) for number, time in enumerate(moments)]
    view = chain(articles)
    layout = arrange(view)
    assert set(layout.nodes) == {article.id for article in articles}
    known = sorted((time, layout.nodes[each.id].x) for each in articles if (time := moment(each)) is not None)
    for (earlier, left), (later, right) in itertools.pairwise(known):
        assert left <= right + 1e-6
        assert earlier <= later
    for node in layout.nodes.values():
        assert LEFT <= node.x <= WIDTH - RIGHT
        assert 0 < node.y < layout.height
    places = [(round(node.x), round(node.y)) for node in layout.nodes.values()]
    assert len(set(places)) == len(places)
    ElementTree.fromstring(lineage_svg(view))


@pytest.mark.parametrize("text", ["<&\"'>", "\x00\x1b\ud800\uffff\u202e", "日本" * 100])
def test_hostile_names_stay_text(text: str) -> None:
    article = dated(text, 0.0, text)
    other = replace(article, id="b")
    view = LineageView(article, (article, other), (LineageEdge(Link(text, "b", "near_duplicate", 0.5, 1, 1, ())),))
    ElementTree.fromstring(lineage_svg(view).encode("utf-8"))


def test_a_huge_lineage_says_what_is_not_drawn() -> None:
    articles = [dated(f"n{number:04}", 1e9 + 60.0 * number) for number in range(MOST + 80)]
    view = chain(articles)
    assert "80 further articles not drawn." in timeline(view)
    assert len(arrange(view).nodes) == MOST
    assert timeline(view) == timeline(replace(view, nodes=tuple(reversed(view.nodes))))


HARD_TITLES = [
    "W" * 80,
    "Day one",
    "i" * 90,
    "日本の新聞" * 12,
    "",
    "Ölpreis steigt — „massiv“ " * 4,
    "\U0001f600" * 40,
]


def story(
    moments: list[float | None], titles: list[str], ends: list[tuple[int, int]], publishers: int
) -> LineageView:
    articles = [
        replace(dated(f"n{number}", time, f"{titles[number % len(titles)]}{number % publishers}"), title=title)
        for number, (time, title) in enumerate(zip(moments, itertools.cycle(titles), strict=False))
    ]
    pairs = sorted({tuple(sorted((one % len(articles), other % len(articles)))) for one, other in ends})
    links = [
        Link(f"n{one}", f"n{other}", "derived", 0.9, 0.1, 0.1, (), f"n{other}", f"n{one}")
        for one, other in pairs
        if one != other
    ]
    return LineageView(articles[0], tuple(articles), tuple(LineageEdge(link) for link in links))


def covered(svg: str) -> list[tuple[str, str]]:
    """Pairs of words of a picture that share a place, by the widths that it was laid out with."""
    words = []
    for group in ElementTree.fromstring(svg).iter():
        bold = "this" in (group.get("class") or "")
        for each in group.iter() if bold or group.tag.endswith("svg") else ():
            if each.tag.endswith("}text") and each.text:
                small = each.get("class") == "sure"
                side = each.get("text-anchor", "start")
                place = Words(each.text, float(each.get("x")), float(each.get("y")), side, 11 if small else 12, bold)
                words.append((each.text, place.box, each))
    alone = {id(element): (text, box) for text, box, element in words}  # the bold one was met twice
    return [(one[0], other[0]) for one, other in itertools.combinations(alone.values(), 2) if one[1].meets(other[1])]


@given(
    st.lists(st.one_of(st.none(), st.floats(1e9, 1.01e9), st.sampled_from([1e9, 1.001e9])), min_size=2, max_size=40),
    st.lists(st.sampled_from(HARD_TITLES), min_size=1, max_size=5),
    st.lists(st.tuples(st.integers(0, 39), st.integers(0, 39)), max_size=60),
    st.integers(1, 12),
)
def test_no_words_cover_others(
    moments: list[float | None], titles: list[str], ends: list[tuple[int, int]], publishers: int
) -> None:
    assert covered(timeline(story(moments, titles, ends, publishers))) == []


def test_an_arrow_past_a_title_leaves_it_readable() -> None:
    hours = [1e9, 1e9 + 3600, 1e9 + 7200, 1e9 + 40_000]
    titles = ["Ferry crews walk out", "Islands cut off as ferry crews", "No boats until Thursday", "Day one"]
    view = story([*hours], titles, [(0, 1), (0, 2), (0, 3), (1, 2), (2, 3)], 4)
    svg = timeline(view)
    for title in titles:  # each has a ground of its own that hides lines below it
        assert f"{title}</text>" in svg
    assert svg.count('class="plate"') == len(titles) + svg.count('class="sure"')
    assert svg.count('class="sure"') == 5
    curves = [between(one.x, one.y, other.x, other.y) for one, other in itertools.combinations(nodes(view), 2)]
    room = Room([], curves)
    placed = choose([each.titles for each in nodes(view)], [each.box for each in nodes(view)], room, LEFT, WIDTH)
    below = [each.titles[1] for each in nodes(view)]
    assert sum(room.crossed(each.box) for each in placed) * 3 < sum(room.crossed(each.box) for each in below)


def nodes(view: LineageView) -> list[Node]:
    return list(arrange(view).nodes.values())


def test_a_number_without_room_is_left_out() -> None:
    line = between(200, 100, 260, 100)
    whole = Room([Box(0, 0, 960, 400)], [line])
    assert numbers(["90%"], [line], whole, 0, 960) == [None]
    assert numbers(["90%"], [line], Room([], [line]), 0, 960)[0] is not None


@pytest.mark.parametrize("text", [*HARD_TITLES, "The Calder Courier", "publisher not known"])
def test_what_is_cut_off_fits(text: str) -> None:
    shown = fitting(text, 146)
    assert width(shown) <= 146
    assert shown == " ".join(text.split()) or shown.endswith("…")


def test_many_articles_take_no_time() -> None:
    ends = [(one, one + step) for one in range(120) for step in (1, 2, 5, 9)]
    view = story([1e9 + 3600.0 * (number % 37) for number in range(120)], HARD_TITLES, ends, 9)
    begun = perf_counter()
    assert covered(timeline(view)) == []
    assert perf_counter() - begun < 5
