"""Chromium for all tests of a run, and a page that notes whatever goes wrong on it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from served import PATIENCE, Served, served

from tests.conftest import CORPUS

playwright = pytest.importorskip("playwright.sync_api")
CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test here needs the browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed"))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@dataclass
class Window:
    """A page of a browser. `wrong` are messages of its console, errors, dialogs and requests that left the server."""

    page: Any
    site: Served
    wrong: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", lambda said: self.wrong.append(f"console: {said.text}"))
        self.page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        self.page.on("dialog", lambda dialog: (self.wrong.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        self.page.on("request", lambda asked: self._note(asked.url))

    def _note(self, url: str) -> None:
        if not url.startswith((self.site.address, "data:", "about:")):
            self.wrong.append(f"request: {url}")

    def open(self, path: str) -> Any:
        self.page.goto(self.site.address + path)
        return self.page


@pytest.fixture
def window(chromium: Any) -> Iterator[Any]:
    """Opens windows: `window(site, width=..., scheme=..., script=...)`; at the end nothing went wrong on any."""
    opened = []

    def make(site: Served, width: int = 1400, scheme: str = "light", *, script: bool = True) -> Window:
        context = chromium.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=script,
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE * 1000)
        opened.append((context, Window(context.new_page(), site)))
        return opened[-1][1]

    yield make
    for context, each in opened:
        context.close()
        assert each.wrong == []
        assert list(each.site.site.violations) == []


@pytest.fixture(scope="session")
def demo_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of `make demo`."""
    from provenance import Archive

    path = tmp_path_factory.mktemp("demo") / "provenance.db"
    with Archive(path) as archive:
        archive.add([CORPUS / "articles"])
        for _ in archive.check([CORPUS / "incoming"], add=True):
            pass
        archive.audit()
    return path


@pytest.fixture(scope="session")
def demo(demo_db: Path) -> Iterator[Served]:
    """A server of it that is only read, with the lists that take long there."""
    with served(demo_db) as site:
        site.ready("/api/v1/quotations")
        site.ready("/api/v1/clusters")
        yield site


@pytest.fixture
def own_demo(demo_db: Path, tmp_path: Path) -> Iterator[Served]:
    """The same for a test that writes."""
    path = Path(shutil.copy(demo_db, tmp_path / "provenance.db"))
    with served(path) as site:
        yield site
