"""An archive of articles that were written to do harm, opened in a browser: nothing runs, loads or leads anywhere."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from hostile_rows import BODY, ROWS, SCRIPT
from served import Served, in_time, served

from provenance import Archive
from provenance.web.rendering import address, article_path

DRAWN = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory) -> Iterator[tuple[Served, list[str]]]:
    folder = tmp_path_factory.mktemp("hostile")
    rows = folder / "rows.jsonl"
    rows.write_text("".join(json.dumps(row) + "\n" for row in ROWS), "utf-8")
    with Archive(folder / "hostile.db") as archive:
        archive.add([rows])
        archive.audit()
        ids = [row.id for row in archive.listed()]
        archive.review(archive.links()[0].a, archive.links()[0].b, "note", SCRIPT, by=SCRIPT)
    with served(folder / "hostile.db") as site:
        yield site, ids


def test_no_page_runs_or_loads_anything(hostile, window) -> None:
    site, ids = hostile
    opened = window(site)
    for path in ("/quotations", "/clusters"):
        site.ready(f"/api/v1{path}")
    lists = ["/articles", "/links?same_event=1", "/quotations", "/clusters"]
    paths = [
        "/",
        "/network",
        "/network?by=publishers",
        "/timeline",
        *lists,
        "/review?of=all",
        "/review/log",
        "/review/exclusions",
        address("/compare", a=ids[0], b=ids[1]),
    ]
    for path in [*paths, *(article_path(each) for each in ids), *(article_path(each, "versions") for each in ids)]:
        page = opened.open(path)
        page.evaluate(DRAWN)  # whatever would run by then has run
        assert page.url.startswith(site.address), path
        assert page.evaluate("document.querySelectorAll('img, iframe, object, embed, base, x').length") == 0, path


def test_what_is_checked_runs_nothing_either(hostile, window, tmp_path) -> None:
    site, _ = hostile
    page = window(site).open("/check")
    page.get_by_label("The text").fill(f"{SCRIPT}\n\n{BODY}")
    page.get_by_role("button", name="Check").click()
    page.get_by_text("1 article checked").wait_for()


def test_the_policy_is_heard_of_where_it_is_breached(hostile, window) -> None:
    """What the others rest on: a breach would have been reported."""
    site, _ = hostile
    opened = window(site)
    page = opened.open("/check")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">x</p>')")

    def heard() -> bool:  # by the server, and by this test: its events come while the page is asked something
        page.evaluate(DRAWN)
        return bool(site.site.violations and opened.wrong)

    assert in_time(heard)
    site.site.violations.clear()
    opened.wrong.clear()
