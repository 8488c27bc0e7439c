from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest

from provenance.model import Article, LineageView, Link
from provenance.reports.graphml import graphml, lineage_graphml

networkx = pytest.importorskip("networkx")


def read(text: str) -> Any:
    return networkx.read_graphml(io.BytesIO(text.encode()), force_multigraph=True)


def test_networkx_reads_what_is_written(post: Article, herald: Article, post_from_herald: Link) -> None:
    graph = read(graphml([post, herald], [post_from_herald]))
    assert set(graph.nodes) == {post.id, herald.id}
    ((source, target, traits),) = graph.edges(data=True)
    assert (source, target) == (post_from_herald.source, post_from_herald.derived)
    assert traits["relation"] == post_from_herald.relation
    assert traits["confidence"] == pytest.approx(post_from_herald.confidence)
    assert graph.nodes[herald.id]["publisher"] == herald.publisher


def test_an_article_that_nobody_gave_is_a_node_all_the_same(post: Article, post_from_herald: Link) -> None:
    text = graphml([post], [post_from_herald])
    assert f'<node id="{post_from_herald.a}">' in text
    assert f'<node id="{post_from_herald.b}">' in text


def test_links_with_and_without_direction_load_together(
    post: Article, herald: Article, blog: Article, post_from_herald: Link, blog_and_post: Link
) -> None:
    graph = read(graphml([post, herald, blog], [post_from_herald, blog_and_post]))
    directed = {(source, target): traits["directed"] for source, target, traits in graph.edges(data=True)}
    assert directed == {
        (post_from_herald.source, post_from_herald.derived): True,
        (blog_and_post.a, blog_and_post.b): False,
    }


def test_all_links_of_an_archive_load(archive) -> None:
    links = archive.links()
    graph = read(graphml(archive.named(links).values(), links))
    assert graph.is_directed()
    assert graph.number_of_edges() == len(links)
    sources = {(link.source, link.derived) for link in links if link.source}
    assert {(a, b) for a, b, traits in graph.edges(data=True) if traits["directed"]} == sources


def test_a_lineage_says_what_is_direct(lineage_view: LineageView) -> None:
    text = lineage_graphml(lineage_view)
    assert text.count('<data key="edge.direct">') == len(lineage_view.edges)


@pytest.mark.parametrize("title", ["<b>&amp;\"'", "\x00\x1b[2J", "a\ud800b", "]]>"])
def test_hostile_titles_are_still_xml(title: str, post: Article, herald: Article, post_from_herald: Link) -> None:
    hostile = replace(post, title=title, publisher=None)
    assert set(networkx.parse_graphml(graphml([hostile, herald], [post_from_herald])).nodes) == {post.id, herald.id}
