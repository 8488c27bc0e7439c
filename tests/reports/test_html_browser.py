"""The report in a real browser: it renders, asks for nothing, complains of nothing, and works without its script."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from chromium import CHROMIUM, Page, opened

from provenance.model import Findings, LineageView, Span
from provenance.reports.html import report_page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed"),
]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with opened(tmp_path_factory.mktemp("profile")) as page:
        yield page


@pytest.fixture
def report(tmp_path: Path, findings: Findings, nothing: Findings, lineage_view: LineageView) -> Path:
    path = tmp_path / "report.html"
    text = findings.article.text * 6  # long enough to scroll
    long = replace(findings.article, text=text, body=Span(findings.article.body.start, len(text)))
    entries = [(replace(findings, article=long), lineage_view), (nothing, None)]
    path.write_text(report_page(entries), "utf-8")
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 768, 390])
def test_it_renders_without_network_or_complaint(page: Page, report: Path, width: int, scheme: str) -> None:
    page.open(report, width=width, scheme=scheme)
    assert page.complaints == []
    assert page.requests == [report.as_uri()]
    assert page.value("document.querySelectorAll('.m').length") == 4
    assert page.value("document.documentElement.scrollWidth") <= width
    background = page.value("getComputedStyle(document.documentElement).backgroundColor")
    assert background == {"light": "rgb(255, 253, 249)", "dark": "rgb(23, 24, 27)"}[scheme]
    columns = page.value("getComputedStyle(document.querySelector('.pair')).gridTemplateColumns.split(' ').length")
    assert columns == (1 if width == 390 else 2)


VISIBLE = """(() => { const box = document.querySelector(%r).getBoundingClientRect();
  return box.height > 40 && box.top >= -1 && box.top < innerHeight - 40; })()"""


@pytest.mark.parametrize("width", [1280, 390])
def test_a_passage_is_reached_without_script(page: Page, report: Path, width: int) -> None:
    page.open(report, "#a1-p4", width=width, script=False)
    page.ask("Emulation.setScriptExecutionDisabled", value=False)
    assert page.value(VISIBLE % "#a1-p4")
    assert page.value("document.querySelector(':target').id") == "a1-p4"


@pytest.mark.parametrize("width", [1280, 390])
def test_with_script_both_texts_rise_from_below_and_go_again(page: Page, report: Path, width: int) -> None:
    page.open(report, width=width)
    page.value("document.querySelector('#a1-m4').scrollIntoView({block: 'start'})")
    before = page.value("scrollY")
    page.value("document.querySelector('#a1-m4').click()")
    assert page.value("scrollY") == before
    assert page.value(VISIBLE % ".peek")
    assert page.value("getComputedStyle(document.querySelector('.peek')).position") == "fixed"
    assert page.value("document.querySelector('.peek blockquote').textContent") == page.value(
        "document.querySelector('#a1-p4 blockquote').textContent"
    )
    assert page.value("document.activeElement.textContent") == "Close"
    page.value("document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}))")
    assert page.value("document.querySelector('.peek').hidden")
    assert page.value("document.activeElement.id") == "a1-m4"


def test_a_link_into_a_fold_opens_it(page: Page, tmp_path: Path, findings: Findings) -> None:
    link = replace(findings.links[0], passages=findings.links[0].passages * 10)
    path = tmp_path / "many.html"
    path.write_text(report_page([(replace(findings, links=(link,)), None)]), "utf-8")
    page.open(path, "#a1-p40")
    assert page.value("document.querySelector('#a1-p40').closest('details').open")
    assert page.value(VISIBLE % "#a1-p40")


def test_the_list_of_articles_is_filtered(page: Page, tmp_path: Path, findings: Findings, nothing: Findings) -> None:
    path = tmp_path / "list.html"
    titles = ["Bees", "Dams", "Dams again", "Ferries", "Trains"]
    entries = [
        replace(found, article=replace(found.article, title=title))
        for found, title in zip([findings] * 4 + [nothing], titles, strict=True)
    ]
    path.write_text(report_page([(each, None) for each in entries]), "utf-8")
    shown = "[...document.querySelectorAll(%r)].filter(each => each.offsetHeight).length"
    for script in (False, True):
        page.open(path, script=script)
        page.ask("Emulation.setScriptExecutionDisabled", value=False)
        page.value("document.querySelector('#only-nothing').click()")
        assert page.value(shown % ".index li") == 1
        assert page.value(shown % "article") == 1
    page.value("document.querySelector('#only-all').click()")
    page.value("document.querySelector('#only-words').value = 'dams'")
    page.value("document.querySelector('#only-words').dispatchEvent(new Event('input'))")
    assert page.value(shown % ".index li") == 2
    assert page.value(shown % "article") == 2
    assert page.value("document.querySelector('#shown').textContent") == "2 of 5 shown"


def test_every_control_is_reached_by_keyboard_and_has_a_name(page: Page, report: Path) -> None:
    page.open(report)
    unnamed = page.value("""[...document.querySelectorAll('a[href], summary, [tabindex]')].filter(
      each => !(each.textContent.trim() || each.ariaLabel)).length""")
    assert unnamed == 0
    assert page.value("[...document.querySelectorAll('a.m, a.sup')].every(each => each.tabIndex === 0)")


def test_a_script_in_an_article_does_not_run(page: Page, tmp_path: Path, findings: Findings) -> None:
    text = "</script><script>document.title = 'owned'</script><img src=x onerror=\"document.title='owned'\">"
    article = replace(findings.article, text=text, body=Span(0, len(text)), title=text, publisher=text)
    path = tmp_path / "hostile.html"
    path.write_text(report_page([(Findings(article, (), {}, 0.0, settings={text: text}), None)]), "utf-8")
    page.open(path)
    assert page.complaints == []
    assert page.requests == [path.as_uri()]
    assert page.value("document.title").startswith("</script>")
