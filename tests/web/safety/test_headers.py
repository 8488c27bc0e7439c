"""The headers of safety are on every response, whatever it is."""

from __future__ import annotations

import re

import pytest

from provenance.web.safety.headers import HEADERS

PATHS = ["/", "/nothing", "/static/site.css", "/static/none.css", "/sign-in", "/csp-report"]


@pytest.mark.parametrize("path", PATHS)
def test_every_response_has_them(corpus_site, path: str) -> None:
    for answer in (corpus_site.get(path), corpus_site.get(path, headers={"Host": "evil.example"})):
        assert HEADERS.items() <= {name: answer.headers.get(name) for name in HEADERS}.items()


def test_a_failure_that_nobody_expected_has_them_and_says_nothing_of_the_program(corpus_site, monkeypatch) -> None:
    from contextlib import contextmanager

    @contextmanager
    def broken():
        raise RuntimeError("secret detail")
        yield

    monkeypatch.setattr(corpus_site.site, "reading", broken)
    answer = corpus_site.get("/")
    assert answer.status_code == 500
    assert HEADERS.items() <= {name: answer.headers.get(name) for name in HEADERS}.items()
    assert "secret detail" not in answer.text
    assert "could not be made" in answer.text


def test_texts_are_kept_nowhere_and_styles_are_kept(corpus_site) -> None:
    assert corpus_site.get("/").headers["cache-control"] == "no-store"
    style = re.search(r'href="(/static/site.css\?[^"]+)"', corpus_site.get("/").text)
    assert "immutable" in corpus_site.get(style[1]).headers["cache-control"]


def test_the_policy_lets_nothing_in_from_outside_and_nothing_inside_a_page(corpus_site) -> None:
    policy = corpus_site.get("/").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "*" not in policy
    assert "http" not in policy


def test_breaches_are_noted_and_rubbish_is_not(corpus_site) -> None:
    site = corpus_site.site
    site.violations.clear()
    for rubbish in (b"", b"[]", b"{", b"1" * 20_000, b"[" * 9_000):
        assert corpus_site.client.post("/csp-report", content=rubbish).status_code == 204
    assert not site.violations
    corpus_site.client.post("/csp-report", content=b'{"csp-report": {}}')
    assert list(site.violations) == [{"csp-report": {}}]
    site.violations.clear()
