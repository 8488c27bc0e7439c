"""A form without the token of this run does nothing."""

from __future__ import annotations

import pytest

WORDS = "older than this server"


@pytest.mark.parametrize("token", ["", "wrong", "\u00e9", "x" * 100_000])
def test_a_form_without_the_token_is_refused(corpus_site, token: str) -> None:
    answer = corpus_site.client.post("/sign-in", data={"token": token, "secret": "s"})
    assert answer.status_code == 403
    assert WORDS in answer.text


def test_the_token_in_an_address_does_not_count(corpus_site) -> None:
    answer = corpus_site.client.post(f"/sign-in?token={corpus_site.site.form_token}", data={"secret": "s"})
    assert WORDS in answer.text


def test_no_page_changes_anything_when_it_is_asked_for() -> None:
    from starlette.routing import Route

    from provenance.web.pages import SUBJECTS

    methods = [route.methods for subject in SUBJECTS for route in subject.routes if isinstance(route, Route)]
    assert all(each and ("POST" in each) != ("GET" in each) for each in methods)
