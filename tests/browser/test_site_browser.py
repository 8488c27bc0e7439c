"""A static site opened from a disk: every page renders, nothing is loaded from outside, pictures and search work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from chromium import CHROMIUM, Page, opened
from networks_made import network_of

from provenance import Archive
from provenance.config.settings import Settings
from provenance.model.networks import Network
from provenance.reports.site.pages import SitePages
from provenance.usecases.publishing import site_files

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed"),
]
SINGLES = ["index", "articles", "network", "publishers", "timeline", "clusters", "quotations", "search"]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with opened(tmp_path_factory.mktemp("profile")) as page:
        yield page


@pytest.fixture(scope="module")
def site(corpus_db: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    with Archive(corpus_db, readonly=True) as archive:
        for name, content in site_files(archive.store, Settings.of(), name="demo", version="0"):
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_bytes(content)
    return folder


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 800, 390])
def test_every_page_renders_without_network_or_complaint(page: Page, site: Path, width: int, scheme: str) -> None:
    pages = [f"{name}.html" for name in SINGLES]
    pages += [
        f"{part}/{sorted(path.name for path in (site / part).iterdir())[5]}" for part in ("articles", "compare")
    ]
    for name in pages:
        page.open(site / name, width=width, scheme=scheme)
        assert page.complaints == [], name
        assert all(each.startswith(site.as_uri()) for each in page.requests), name
        assert page.value("document.documentElement.scrollWidth") <= width, name


def test_the_network_is_drawn_filtered_and_leads_to_the_comparison(page: Page, site: Path) -> None:
    page.open(site / "network.html", width=1400)
    assert page.value("document.getElementById('network').dataset.drawn") == str(
        page.value("JSON.parse(document.getElementById('network-data').textContent).nodes.length")
    )
    assert page.value("document.querySelector('.picture.without-script').hidden")
    page.value("document.getElementById('network-least').value = 90")
    page.value("document.getElementById('network-least').dispatchEvent(new Event('input'))")
    assert " of " in page.value("document.getElementById('network-said').textContent")
    leads = page.value("JSON.parse(document.getElementById('network-data').textContent).edges[0].href")
    assert (site / leads).is_file()


def test_without_script_there_is_the_same_picture_as_svg(page: Page, site: Path) -> None:
    page.open(site / "network.html", script=False)
    page.ask("Emulation.setScriptExecutionDisabled", value=False)
    assert page.value("document.querySelector('.picture.without-script svg').getBoundingClientRect().height") > 200
    assert page.value("document.querySelectorAll('.picture.without-script svg a').length") > 50
    assert page.value("document.querySelector('.with-script').offsetHeight") == 0


def test_two_thousand_nodes_are_drawn_and_answer(page: Page, site: Path) -> None:
    """The 2 s of a quiet computer are held against a bound that a busy one keeps, too."""
    network: Network = network_of(2_200)
    nodes = network.nodes[:2_000]
    kept = {node.id for node in nodes}
    edges = tuple(edge for edge in network.edges if edge.a in kept and edge.b in kept)
    pages = SitePages("large", "0", frozenset(), frozenset())
    path = site / "large.html"
    path.write_text(pages.network(replace(network, nodes=nodes, edges=edges), "network"), "utf-8")
    page.open(path, width=1400)
    assert page.value("document.getElementById('network').dataset.drawn") == "2000"
    assert page.value("performance.now()") < 8_000
    page.value("document.getElementById('network-words').value = 'number 17'")
    page.value("document.getElementById('network-words').dispatchEvent(new Event('input'))")
    assert page.value("document.getElementById('network-said').textContent").endswith("of 2000 shown")


def test_the_search_finds_words_and_beginnings(page: Page, site: Path) -> None:
    page.open(site / "search.html", "#Ferry%20cr")
    assert page.value("document.getElementById('search-results').children.length") > 2
    said = page.value("document.getElementById('search-said').textContent")
    assert said.endswith("of 68 articles") or " of " in said
    first = page.value("document.querySelector('#search-results a').getAttribute('href')")
    assert (site / first).is_file()
    page.value("document.getElementById('search-words').value = 'constructor __proto__ zzzz'")
    page.value("document.getElementById('search-words').dispatchEvent(new Event('input'))")
    assert page.value("document.getElementById('search-results').children.length") == 0


def test_a_list_of_articles_is_filtered_by_words(page: Page, site: Path) -> None:
    page.open(site / "articles.html")
    page.value("document.querySelector('#only-words').value = 'ferry'")
    page.value("document.querySelector('#only-words').dispatchEvent(new Event('input'))")
    said = page.value("document.querySelector('#shown').textContent")
    assert 0 < int(said.split()[0]) < int(said.split()[2])
