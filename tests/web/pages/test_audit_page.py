"""An audit in the browser: it runs beside the pages, says how far it is, stops and goes on, alike in every tab."""

from __future__ import annotations

import re

import pytest
from served import Served, in_time, served, visible

from provenance import Archive
from provenance.web.audits import Progress
from tests.conftest import CORPUS


@pytest.fixture
def fresh(tmp_path):
    path = tmp_path / "fresh.db"
    with Archive(path) as archive:
        archive.add([CORPUS / "articles"])
    with served(path) as site:
        yield site


def ended(site: Served) -> dict:
    assert in_time(lambda: site.get("/audit/progress").json()["state"] not in ("running", "stopping"))
    return site.get("/audit/progress").json()


def test_it_records_what_the_command_records_while_pages_are_read(fresh: Served, corpus_db) -> None:
    assert "69 articles of 69 wait" in visible(fresh.get("/audit").text)
    assert fresh.post("/audit/start").status_code == 303
    assert fresh.post("/audit/start").status_code == 303  # of another tab: one runs already
    running = fresh.get("/audit")
    assert re.search("Stop|Done:", visible(running.text))  # a fast machine may be done before
    assert fresh.get("/").status_code == 200
    said = ended(fresh)
    assert (said["state"], said["number"]) == ("done", 1)
    assert "Done: checked 69 new articles" in visible(fresh.get("/audit").text)
    with Archive(fresh.site.path, readonly=True) as here, Archive(corpus_db, readonly=True) as there:
        assert here.links() == there.links()


def test_it_stops_and_goes_on(fresh: Served, corpus_db) -> None:
    fresh.post("/audit/start")
    assert in_time(lambda: not fresh.get("/audit/progress").json()["words"].startswith("Starting"))
    fresh.post("/audit/stop")
    said = ended(fresh)
    assert said["state"] in ("stopped", "done")  # a fast machine may be done before
    if said["state"] == "stopped":
        assert "Go on" in visible(fresh.get("/audit").text)
    fresh.post("/audit/start")
    assert ended(fresh)["state"] == "done"
    with Archive(fresh.site.path, readonly=True) as here, Archive(corpus_db, readonly=True) as there:
        assert here.links() == there.links()


def test_it_ends_with_the_server(fresh: Served) -> None:
    fresh.post("/audit/start")
    process = fresh.site.audits._process
    fresh.site.close()
    assert process.poll() is not None


def test_why_it_failed_is_said(fresh: Served, monkeypatch) -> None:
    monkeypatch.setattr(fresh.site.audits, "_path", fresh.site.path.parent / "none.db")
    fresh.post("/audit/start")
    assert ended(fresh)["state"] == "failed"
    assert "there is no archive" in visible(fresh.get("/audit").text)


def test_one_that_was_begun_elsewhere_is_mentioned(fresh: Served) -> None:
    with Archive(fresh.site.path) as archive:
        archive.store.runs.start("audit", "x", "{}")
    assert "begun and has not ended" in visible(fresh.get("/audit").text)


def test_commands_in_how_it_ended_are_shown_as_commands(corpus_site: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    failed = Progress("failed", 1, error="a stored link is damaged: run `provenance verify`")
    monkeypatch.setattr(corpus_site.site.audits, "_progress", failed)
    page = corpus_site.get("/audit").text
    assert "It failed: a stored link is damaged: run <code>provenance verify</code>" in page
