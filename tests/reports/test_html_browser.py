"""The report in a real browser: it renders, asks for nothing, complains of nothing, and works without its script.

Chromium is driven through a pipe with its own DevTools protocol, so that no driver has to be installed.
"""

from __future__ import annotations

import fcntl
import itertools
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from provenance.model import Findings, LineageView, Span
from provenance.reports.html import report_page

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
)
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--remote-debugging-pipe",
]
# Chromium reads requests from descriptor 3 and answers on 4
LAUNCH = (
    "import os, sys; os.dup2(int(sys.argv[1]), 3); os.dup2(int(sys.argv[2]), 4); os.execv(sys.argv[3], sys.argv[3:])"
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed"),
]


class Page:
    """One page of a running Chromium. `complaints` are console messages, `requests` the addresses asked for."""

    def __init__(self, send: int, receive: int) -> None:
        self.send, self.receive = send, receive
        self.numbers = itertools.count(1)
        self.waiting = b""
        self.session = ""
        self.events: list[dict[str, Any]] = []
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for part in ("Page", "Runtime", "Log", "Network"):
            self.ask(f"{part}.enable")

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        number = next(self.numbers)
        message = {"id": number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.send, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == number:
                assert "error" not in answer, answer
                return answer["result"]

    def open(
        self, path: Path, fragment: str = "", width: int = 1280, scheme: str = "light", script: bool = True
    ) -> None:
        self.ask("Page.navigate", url="about:blank")
        self.ask(
            "Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=width < 600
        )
        self.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.ask("Emulation.setScriptExecutionDisabled", value=not script)
        self.events.clear()
        self.ask("Page.navigate", url=path.as_uri() + fragment)
        while not any(event["method"] == "Page.loadEventFired" for event in self.events):
            self.events.append(self._next())

    def value(self, expression: str) -> Any:
        answer = self.ask("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    @property
    def complaints(self) -> list[dict[str, Any]]:
        heard = ("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded")
        return [event["params"] for event in self.events if event["method"] in heard]

    @property
    def requests(self) -> list[str]:
        asked = [event["params"] for event in self.events if event["method"] == "Network.requestWillBeSent"]
        return [each["request"]["url"] for each in asked]

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self.waiting:
            part = os.read(self.receive, 1 << 16)
            assert part, "Chromium went away"
            self.waiting += part
        message, _, self.waiting = self.waiting.partition(b"\0")
        read: dict[str, Any] = json.loads(message)
        if "method" in read:
            self.events.append(read)
        return read


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    profile = tmp_path_factory.mktemp("profile")
    theirs_in, ours_out = (fcntl.fcntl(each, fcntl.F_DUPFD_CLOEXEC, 20) for each in os.pipe())
    ours_in, theirs_out = (fcntl.fcntl(each, fcntl.F_DUPFD_CLOEXEC, 20) for each in os.pipe())
    process = subprocess.Popen(
        [
            sys.executable,
            "-c",
            LAUNCH,
            str(theirs_in),
            str(theirs_out),
            CHROMIUM,
            *FLAGS,
            f"--user-data-dir={profile}",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=(theirs_in, theirs_out),
    )
    os.close(theirs_in)
    os.close(theirs_out)
    try:
        yield Page(ours_out, ours_in)
    finally:
        os.close(ours_out)
        os.close(ours_in)
        process.terminate()
        process.wait(20)


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
