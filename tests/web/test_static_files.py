"""Styles and scripts come from the package, and no other file does."""

from __future__ import annotations

import re

import pytest


def test_every_file_that_a_page_names_is_there(corpus_site) -> None:
    named = re.findall(r'(?:href|src)="(/static/[^"]+)"', corpus_site.get("/").text)
    assert len(named) >= 4
    for address in named:
        answer = corpus_site.get(address)
        assert answer.status_code == 200
        assert answer.headers["content-type"].split(";")[0] in ("text/css", "text/javascript", "image/svg+xml")


def test_the_style_of_the_report_is_among_them(corpus_site) -> None:
    assert "--paper:" in corpus_site.get("/static/report.css").text


def test_what_the_browser_has_is_not_sent_again(corpus_site) -> None:
    digest = corpus_site.get("/static/site.js").headers["etag"]
    assert corpus_site.get("/static/site.js", headers={"If-None-Match": digest}).status_code == 304


@pytest.mark.parametrize(
    "name",
    ["none.css", "..%2f__init__.py", "%2e%2e/site.py", "../../pyproject.toml", "site.css%00", "%2fetc%2fpasswd"],
)
def test_no_address_reaches_another_file(corpus_site, name: str) -> None:
    assert corpus_site.get(f"/static/{name}").status_code == 404
