"""What a named address may lead to: nothing private, nothing endless, nothing that its site forbids."""

from __future__ import annotations

import gzip
import socket
import ssl
from collections.abc import Callable

import pytest

from provenance.config.fetching import FetchSettings
from provenance.model import Article, SkippedInput
from provenance.sources import read
from provenance.sources.addresses import public_hosts
from provenance.sources.addresses.public_hosts import PrivateAddress, checked_addresses, is_public
from provenance.sources.addresses.sitemaps import listed
from tests.sources.addresses.conftest import Site
from tests.sources.documents.samples import page

Read = Callable[..., list[Article | SkippedInput]]
PRIVATE = (
    *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1"),
    *("::1", "fe80::1", "fc00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "::", "255.255.255.255"),
)


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses(address: str) -> None:
    assert not is_public(address)


def test_public_addresses() -> None:
    assert all(map(is_public, ("1.1.1.1", "93.184.216.34", "2606:4700::1111")))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "127.1", "[::1]"])
def test_this_computer_is_not_asked(site: Site, read_addresses: Read, host: str) -> None:
    url = site.put("/story", page()).replace("127.0.0.1", host)
    (one,) = read_addresses(url, allow_local=False)
    assert isinstance(one, SkippedInput)
    assert site.asked == []


def test_a_redirect_is_checked_like_the_first_address(
    site: Site, read_addresses: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = site.base.rpartition(":")[2]
    names = {"public.example": "127.0.0.1", "private.example": "127.0.0.1"}

    def resolve(host: str, asked_port: int, *, allow_local: bool) -> list[str]:
        if host != "public.example":
            return checked_addresses(names.get(host, host), asked_port, allow_local=allow_local)
        return [names[host]]

    monkeypatch.setattr(public_hosts, "checked_addresses", resolve)
    site.put("/story", page())
    for place in (f"http://127.0.0.1:{port}/story", f"http://private.example:{port}/story", "file:///etc/passwd"):
        site.put("/there", status=302, Location=place)
        (one,) = read_addresses(f"http://public.example:{port}/there", allow_local=False)
        assert isinstance(one, SkippedInput)
    assert "/story" not in site.paths()


def test_what_was_checked_is_what_is_connected_to(
    site: Site, read_addresses: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that resolves to a public address once and to a private one the next time."""
    answers = iter(["93.184.216.34", "127.0.0.1"] * 9)
    connected: list[str] = []

    def resolve(*_: object) -> list[tuple[object, ...]]:
        return [(2, 1, 6, "", (next(answers), 80))]

    def connect(address: tuple[str, int], *_: object, **__: object) -> None:
        connected.append(address[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(public_hosts.socket, "getaddrinfo", resolve)
    monkeypatch.setattr(public_hosts, "create_connection", connect)
    read_addresses("http://changing.example/", allow_local=False)
    assert {*connected} <= {"93.184.216.34"}
    monkeypatch.setattr(public_hosts.socket, "getaddrinfo", lambda *_: [(2, 1, 6, "", ("10.0.0.1", 80))])
    with pytest.raises(PrivateAddress):
        checked_addresses("changing.example", 80, allow_local=False)


def test_robots(site: Site, read_addresses: Read, slept: list[float]) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /private\nCrawl-delay: 7\n", "text/plain")
    found = read_addresses(
        site.put("/private/a", page()), site.put("/open", page()), site.put("/open2", page(["More."]))
    )
    assert "robots.txt" in found[0].reason
    assert isinstance(found[1], Article)
    assert site.paths() == ["/open", "/open2"]
    assert max(slept) > 6
    site.put("/robots.txt", status=503)
    (one,) = read_addresses(site.base + "/open")
    assert "does not answer for robots.txt" in one.reason


def test_limits(site: Site, read_addresses: Read) -> None:
    (one,) = read_addresses(site.put("/big", b"x" * 5000), largest_answer=1000)
    assert "longer than 1,000 bytes" in one.reason
    bomb = gzip.compress(b"x" * 5_000_000)
    (one,) = read_addresses(site.put("/bomb", bomb, Content_Encoding="gzip"), largest_answer=100_000)
    assert "longer than 100,000 bytes" in one.reason
    (one,) = read_addresses(site.put("/loop", status=302, Location="/loop"))
    assert "redirects more than 5 times" in one.reason
    (one,) = read_addresses(site.put("/gone", status=410))
    assert "410 (Gone)" in one.reason


@pytest.mark.parametrize(
    "url", ["http://", "http://a:b@argus.example/", "http://argus.example:99999/", "http://a b/", "https://[/"]
)
def test_impossible_addresses(read_addresses: Read, url: str) -> None:
    (one,) = read_addresses(url)
    assert isinstance(one, SkippedInput)
    assert "\n" not in one.reason


def test_a_server_that_is_not_there(site: Site, read_addresses: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    """What failed is said; that robots.txt was asked for first is nothing that a person need know."""

    def reason(url: str) -> str:
        (one,) = read_addresses(url)
        assert isinstance(one, SkippedInput)
        assert "robots" not in f"{one.reason} {one.kind}"
        return one.reason

    assert "refused the connection" in reason("http://127.0.0.1:9/")
    assert "no secure connection" in reason(site.base.replace("http:", "https:"))

    def failing(error: Exception) -> Callable[..., None]:
        def connect(*_: object, **__: object) -> None:
            raise error

        return connect

    unknown = socket.gaierror(-2, "Name or service not known")
    for error, words in (
        (ssl.SSLCertVerificationError(1, "certificate verify failed"), "certificate is not valid"),
        (TimeoutError("timed out"), "did not answer in time"),
        (ConnectionResetError(104, "reset"), "closed the connection without an answer"),
        (OSError(101, "Network is unreachable"), "no way to its server"),
    ):
        if isinstance(error, ssl.SSLCertVerificationError):
            error.verify_message = "certificate has expired"
        monkeypatch.setattr(public_hosts, "create_connection", failing(error))
        assert words in reason("http://127.0.0.1:9/")
    monkeypatch.setattr(public_hosts.socket, "getaddrinfo", failing(unknown))
    assert "no host has this name" in reason("http://nope.invalid/x")


@pytest.mark.parametrize(
    "name",
    ["file:///etc/passwd", "FILE:///etc/passwd", "ftp://x/y", "sftp://x/y", "mailto:a@b.example", "feed://a/b"],
)
def test_addresses_of_other_kinds_are_said_to_be_not_read(name: str) -> None:
    (one,) = read([name], fetching=FetchSettings())
    assert isinstance(one, SkippedInput)
    assert f"begin with {name.partition(':')[0].lower()}: are not read" in one.reason


def test_addresses_are_names_of_files_where_nobody_fetches() -> None:
    (one,) = read(["https://argus.example/1"])
    assert "no such file" in one.reason


def test_a_sitemap_of_strangers() -> None:
    assert listed(b'<!DOCTYPE a [<!ENTITY a "b">]><urlset><url><loc>&a;</loc></url></urlset>')[1]
    assert listed(b"<urlset><url><loc>https://a.example/</loc></url><url><loc>")[0] == ["https://a.example/"]
    assert listed(b"nothing")[0] == []
