"""A request ends at a limit, also where it does not say its length or says another one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from served import Served, served

from provenance.config.web import WebSettings
from provenance.errors import SettingsError


@pytest.fixture
def small(corpus_db) -> Iterator[Served]:
    with served(corpus_db, web=WebSettings(largest_request=20_000)) as site:
        yield site


def test_one_that_says_that_it_is_too_long_is_refused(small: Served) -> None:
    answer = small.post("/sign-in", {"secret": "x" * 30_000})
    assert answer.status_code == 413
    assert "provenance check" in answer.text


def test_one_that_does_not_say_its_length_ends_there_too(small: Served) -> None:
    def parts() -> Iterator[bytes]:
        yield f"token={small.site.form_token}&secret=".encode()
        for _ in range(100):
            yield b"x" * 1000

    headers = {"Content-Type": "application/x-www-form-urlencoded", "Origin": small.address}
    assert small.client.post("/sign-in", content=parts(), headers=headers).status_code == 413


def test_a_shorter_one_passes(small: Served) -> None:
    assert small.post("/sign-in", {"secret": "x" * 5_000}).status_code == 403


def test_limits_are_at_least_one() -> None:
    with pytest.raises(SettingsError, match="largest_request, most_files"):
        WebSettings(largest_request=0, most_files=-1).validate()
