"""The picture of a lineage: well formed, honest about dates, readable however times are spread."""

from __future__ import annotations

import itertools
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Article, LineageEdge, LineageView, Link, PublicationTime, Span
from provenance.reports.timeline_layout import LEFT, MOST, RIGHT, UNDATED, WIDTH, arrange, moment
from provenance.reports.timeline_svg import lineage_svg, timeline


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
