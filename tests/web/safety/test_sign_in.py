"""Beyond this computer a token is needed; it is given in a form, never in an address."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from served import Served, served

TOKEN = "the-token-of-the-terminal"


@pytest.fixture
def guarded(corpus_db, tmp_path) -> Iterator[Served]:
    with served(corpus_db, token=TOKEN, hosts=("archive.example",)) as site:
        yield site


def sign_in(site: Served, secret: str, wanted: str = "/"):
    return site.post("/sign-in", {"secret": secret, "next": wanted})


def test_without_it_every_page_leads_to_the_form_and_shows_nothing(guarded: Served) -> None:
    for path in ("/", "/article/dam-inspection-ledger", "/nothing"):
        answer = guarded.get(path)
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/sign-in")
    assert guarded.get("/api/v1/articles").status_code == 401
    assert guarded.post("/check").status_code == 401


def test_the_right_one_lets_in_by_a_cookie_that_no_script_reads(guarded: Served) -> None:
    answer = sign_in(guarded, TOKEN)
    cookie = answer.headers["set-cookie"].casefold()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert TOKEN not in cookie
    assert guarded.get("/").status_code == 200


@pytest.mark.parametrize("wrong", ["", "wrong", TOKEN + " x", TOKEN.upper()])
def test_a_wrong_one_does_not(guarded: Served, wrong: str) -> None:
    answer = sign_in(guarded, wrong)
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers
    assert guarded.get("/").status_code == 303


def test_a_cookie_that_holds_the_token_itself_or_rubbish_does_not(guarded: Served) -> None:
    for value in (TOKEN, "", "x", '"'):
        assert guarded.get("/", headers={"Cookie": f"provenance={value}"}).status_code == 303


def test_programs_send_it_as_a_bearer_token_and_not_in_the_address(guarded: Served) -> None:
    assert guarded.get("/", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200
    assert guarded.get("/", headers={"Authorization": "Bearer no"}).status_code == 303
    assert guarded.get(f"/?token={TOKEN}").status_code == 303


def test_the_way_back_stays_on_this_site(guarded: Served) -> None:
    assert sign_in(guarded, TOKEN, "/?after=x").headers["location"] == "/?after=x"
    for elsewhere in ("https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/\t/x"):
        assert sign_in(guarded, TOKEN, elsewhere).headers["location"] == "/"


def test_names_and_numbers_are_answered_and_other_names_are_not(guarded: Served) -> None:
    assert guarded.get("/", headers={"Host": "archive.example"}).status_code == 303
    assert guarded.get("/", headers={"Host": "192.168.0.9:8765"}).status_code == 303
    assert guarded.get("/", headers={"Host": "evil.example"}).status_code == 421
