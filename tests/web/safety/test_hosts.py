"""Another site's name that leads to this computer is not answered."""

from __future__ import annotations

from http.client import HTTPConnection

import pytest

pytest.importorskip("starlette")
from provenance.web.safety.hosts import host_name, is_number


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "localhost.evil.example", "127.0.0.1.nip.io", ""]
)
def test_a_foreign_name_is_refused_before_any_page_is_made(corpus_site, host: str) -> None:
    answer = corpus_site.get("/", headers={"Host": host})
    assert answer.status_code in (400, 421)
    assert "dam" not in answer.text


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1:9", "[::1]:80", "[::1]"])
def test_the_names_of_this_computer_are_answered(corpus_site, host: str) -> None:
    assert corpus_site.get("/", headers={"Host": host}).status_code == 200


def test_with_two_names_it_is_refused(corpus_site) -> None:
    connection = HTTPConnection(corpus_site.address.removeprefix("http://"), timeout=60)
    connection.putrequest("GET", "/", skip_host=True)
    for name in ("localhost", "evil.example"):
        connection.putheader("Host", name)
    connection.endheaders()
    assert connection.getresponse().status in (400, 421)
    connection.close()


@pytest.mark.parametrize(
    ("host", "name"),
    [("A:80", "a"), ("[::1]:8", "::1"), ("a:b", ""), ("a:80:80", ""), ("[::1]x", ""), ("user@a", "user@a")],
)
def test_the_port_is_no_part_of_a_name(host: str, name: str) -> None:
    assert host_name(host) == name


def test_addresses_in_numbers_are_told_from_names() -> None:
    assert is_number("10.0.0.7")
    assert is_number("fe80::1")
    assert not is_number("10.0.0.7.evil.example")
    assert not is_number("")
