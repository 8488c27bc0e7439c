"""What other sites send, embed or fetch is refused; a link to this server works."""

from __future__ import annotations

import pytest

OPENED = {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}


@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", "null", "https://127.0.0.1", "http://127.0.0.1:1", "file://", "http://[", "127.0.0.1"],
)
def test_a_form_of_another_origin_is_refused(corpus_site, origin: str) -> None:
    answer = corpus_site.post("/sign-in", {"secret": "x"}, headers={"Origin": origin})
    assert answer.status_code == 403
    assert "Another site" in answer.text


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_form_is_refused_where_only_the_browser_says_where_it_comes_from(corpus_site, site: str) -> None:
    headers = {"Sec-Fetch-Site": site, **OPENED}
    token = corpus_site.site.form_token
    assert corpus_site.client.post("/sign-in", data={"token": token}, headers=headers).status_code == 403


@pytest.mark.parametrize("kind", ["script", "image", "iframe", "empty"])
def test_another_site_may_not_embed_or_fetch_a_page(corpus_site, kind: str) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": kind}
    assert corpus_site.get("/", headers=headers).status_code == 403
    framed = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"}
    assert corpus_site.get("/", headers=framed).status_code == 403


def test_a_link_on_another_site_opens_a_page(corpus_site) -> None:
    assert corpus_site.get("/", headers={"Sec-Fetch-Site": "cross-site", **OPENED}).status_code == 200


def test_pages_of_this_server_and_programs_are_answered(corpus_site) -> None:
    assert corpus_site.get("/", headers={"Sec-Fetch-Site": "same-origin"}).status_code == 200
    assert corpus_site.post("/sign-in", {"secret": "x"}).status_code == 403  # no token is asked for on this computer
    assert "Another site" not in corpus_site.post("/sign-in", {"secret": "x"}).text
