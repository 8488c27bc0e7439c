"""The picture of a network: what it says, what it leads to, what it leaves out, and that names stay names."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from lxml import etree
from networks_made import network_of, node, star

from provenance.model.networks import Network, NetworkEdge
from provenance.reports.html.templating import style_sheet
from provenance.reports.networks.data import network_data
from provenance.reports.networks.marks import KINDS, SHAPES, shape_path
from provenance.reports.networks.page import DRAWN, bounded, network_values
from provenance.reports.networks.svg import network_svg


class To:
    def article(self, identifier: str) -> str | None:
        return f"/article/{identifier}"

    def compare(self, a: str, b: str) -> str | None:
        return f"/compare?a={a}&b={b}"


def drawn(network: Network) -> etree._Element:
    return etree.fromstring(network_svg(network, To().article, To().compare).encode())


def test_a_line_leads_to_the_comparison_and_a_mark_to_its_article() -> None:
    tree = drawn(network_of(10, [(0, 1)]))
    assert tree.xpath("//*[local-name()='a']/@href") == [
        "/compare?a=a0000&b=a0001",
        "/article/a0000",
        "/article/a0001",
    ]
    said = tree.xpath("//*[local-name()='a']/*[local-name()='title']/text()")
    assert said[0].startswith("Article number 1 of a long story took from Article number 0 of a long story,")


def test_only_directed_links_have_arrows() -> None:
    network = network_of(10, [(0, 1), (2, 3)])
    open_edge = replace(network.edges[1], relation="undetermined", directed=False)
    tree = drawn(replace(network, edges=(network.edges[0], open_edge)))
    assert len(tree.xpath("//*[local-name()='a']/*[contains(@class, 'tip')]")) == 1


HOSTILE = '</script><svg onload="alert(1)">&\u202e\x00\ud800'


def test_hostile_names_stay_names() -> None:
    network = network_of(10, [(0, 1)])
    nodes = (replace(node(0, HOSTILE), publisher=HOSTILE), network.nodes[1])
    hostile = replace(network, nodes=nodes)
    text = network_svg(hostile, lambda name: f"/a?{HOSTILE}", lambda a, b: "/b")
    tree = etree.fromstring(text.replace(HOSTILE[-2:], "").encode("utf-8", "replace"))
    assert not tree.xpath("//@onload | //*[local-name()='script']")
    assert "\u202e" not in "".join(tree.itertext())
    data = network_data(hostile, To().article, To().compare)
    assert "\u202e" not in json.dumps([each["label"] for each in data["nodes"]], ensure_ascii=False)


def test_the_data_has_what_the_script_needs() -> None:
    data = network_data(network_of(10, [(0, 1), (1, 2)]), To().article, To().compare)
    assert [(each["a"], each["b"], each["kind"], each["directed"]) for each in data["edges"]] == [
        (0, 1, "derived", True),
        (1, 2, "derived", True),
    ]
    assert {"label", "words", "x", "y", "look", "href"} <= data["nodes"][0].keys()


def test_what_is_left_out_is_said() -> None:
    few = network_values(network_of(10, [(0, 1)]), To(), "nothing.")
    assert few["left_out"] == few["svg_left_out"] == ""
    assert few["summary"] == "2 articles, 1 link."
    many = network_values(replace(network_of(2_000), nodes_left_out=3, links_left_out=1_200), To(), "")
    assert many["left_out"] == "Not drawn: 1,200 further links and 3 further articles; the surest are."
    assert many["svg_left_out"].startswith("Of 1,997 articles the ") or "the 500 with" in many["svg_left_out"]
    assert many["links_beyond"]
    assert len(many["rows"]) == 100


def test_a_bounded_network_keeps_the_surest_links() -> None:
    network = star(900)
    kept = bounded(network, DRAWN)
    assert len(kept.nodes) == DRAWN
    assert kept.edges == network.edges[: DRAWN - 1]
    assert bounded(kept, DRAWN) is kept


def test_a_network_of_publishers_leads_from_lines_alone() -> None:
    edge = NetworkEdge("Coast Wire", "Ferry News", "derived", True, 0.9, ("a", "b"), 12)
    nodes = tuple(
        replace(node(0, name), id=name, publisher=name, articles=4) for name in ("Coast Wire", "Ferry News")
    )
    values = network_values(Network("publishers", nodes, (edge,)), To(), "")
    assert values["summary"] == "2 publishers, 12 links."
    assert [each["href"] for each in values["data"]["nodes"]] == [None, None]
    assert values["rows"][0][1] == "Ferry News took from Coast Wire"
    assert "Ferry News took from Coast Wire, 12 links, the surest 90%" in values["svg"]


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_can_be_drawn(shape: str) -> None:
    assert shape_path(shape, 10, 10, 6).endswith("Z")


def test_every_line_and_mark_has_a_look_in_the_style_sheet() -> None:
    sheet = style_sheet("pictures.css")
    for kind, _ in KINDS.values():
        assert f".{kind}" in sheet
    for number in range(len(SHAPES) + 1):
        assert sheet.count(f"--n{number}:") == 2  # light and dark
