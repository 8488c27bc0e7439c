"""Web archives: pages with a bound of their date; damage costs a record, not the file."""

from __future__ import annotations

import gzip
from collections.abc import Callable

import pytest

from provenance.model import Article, SkippedInput
from provenance.model.appearance import is_upper_end
from tests.sources.documents.samples import page, warc_record, zipped
from tests.sources.exports.samples import TEXT

pytest.importorskip("warcio")
ReadBytes = Callable[..., list[Article | SkippedInput]]


def story(number: int) -> str:
    return page([f"On day {number} nothing sailed at all.", *TEXT], f"Harbour shut {number}")


def records(count: int = 5) -> list[bytes]:
    return [warc_record(story(n), f"https://argus.example/{n}") for n in range(count)]


def packed(parts: list[bytes]) -> bytes:
    return b"".join(map(gzip.compress, parts))


FORMS: dict[str, Callable[[list[bytes]], bytes]] = {
    "a.warc": b"".join,
    "a.warc.gz": packed,
    "whole.warc.gz": lambda parts: gzip.compress(b"".join(parts)),
    "a.wacz": lambda parts: zipped({"datapackage.json": "{}", "archive/data.warc.gz": packed(parts)}),
    "a": b"".join,
    "b": packed,
}


def urls(found: list[Article | SkippedInput]) -> list[str | None]:
    return [one.url for one in found if isinstance(one, Article)]


@pytest.mark.parametrize("name", FORMS)
def test_pages(read_bytes: ReadBytes, name: str) -> None:
    info = warc_record("software: x", kind="warcinfo", head="application/warc-fields")
    found = read_bytes(name, FORMS[name]([info, *records()]))
    assert urls(found) == [f"https://argus.example/{n}" for n in range(5)]
    assert len(found) == 5
    for number, one in enumerate(found):
        assert f"On day {number} nothing" in one.text
        assert (one.published.written, one.published.how) == ("2013-03-14T10:15:00+00:00", "crawl time")
        assert is_upper_end(one.published)
        assert one.guesses["published"] == "crawl time"


def test_what_is_no_page_is_told_by_number(read_bytes: ReadBytes) -> None:
    parts = [
        *records(2),
        records(1)[0],
        warc_record(b"\x89PNG", head="image/png"),
        warc_record("x", status="404 Not Found"),
        warc_record("", kind="revisit", head="application/http"),
        warc_record("GET /", kind="request", head="application/http"),
    ]
    found = read_bytes("a.warc", b"".join(parts))
    assert len(urls(found)) == 2
    reasons = [one.reason for one in found if isinstance(one, SkippedInput)]
    for word in ("same bytes", "revisit", "no pages", "errors or redirects"):
        assert sum("1 record" in reason and word in reason for reason in reasons) == 1


def test_the_date_of_the_page_stands_above_the_crawl(read_bytes: ReadBytes) -> None:
    meta = '<head><meta property="article:published_time" content="2013-03-01T08:00:00Z">'
    (one,) = read_bytes("a.warc", warc_record(story(1).replace("<head>", meta)))
    assert one.published.written.startswith("2013-03-01")
    assert one.metadata["crawled"].startswith("2013-03-14")


def test_the_text_of_a_crawl(read_bytes: ReadBytes) -> None:
    (one,) = read_bytes("a.wet.gz", gzip.compress(warc_record("\n".join(TEXT), kind="conversion", head="text/plain")))
    assert one.text == "\n".join(TEXT)
    assert one.url == "https://argus.example/1"


def test_the_charset_of_the_server(read_bytes: ReadBytes) -> None:
    data = story(1).replace("Skerrow", "Skérrøw").replace("“", '"').replace("”", '"').encode("latin-1")
    (one,) = read_bytes("a.warc", warc_record(data, head="text/html; charset=iso-8859-1"))
    assert "Skérrøw" in one.text


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
@pytest.mark.parametrize("damage", ["bytes", "length", "header", "lost"])
def test_one_damaged_record_never_ends_a_file(read_bytes: ReadBytes, name: str, damage: str) -> None:
    parts = records(6)
    if damage == "length":
        parts[2] = parts[2].replace(b"\r\nContent-Length: ", b"\r\nContent-Length: 1", 1)
    elif damage == "header":
        parts[2] = parts[2].replace(b"\r\nContent-Length: ", b"\r\nContent-Breadth: ", 1)
    elif damage == "lost":
        parts[2] = parts[2][:200]
    written = [gzip.compress(part) if name.endswith("gz") else part for part in parts]
    if damage == "bytes":
        written[2] = written[2][:60] + b"\xff" * 40 + written[2][100:]
    found = read_bytes(name, b"".join(written))
    got = urls(found)
    assert {f"https://argus.example/{n}" for n in (0, 1, 3, 4, 5)} <= {*got}
    assert len(got) == 6 or any(one.kind == "broken-record" for one in found if isinstance(one, SkippedInput))


def test_damaged_headers_are_not_printed(read_bytes: ReadBytes, capfd: pytest.CaptureFixture[str]) -> None:
    read_bytes("a.warc", warc_record(story(1), "https://argus.example/a b\x1b[31m"))
    assert capfd.readouterr() == ("", "")


def test_a_cut_file(read_bytes: ReadBytes) -> None:
    whole = b"".join(records())
    for data in (whole[:-300], packed(records())[:-90], gzip.compress(whole)[:-20]):
        found = read_bytes("a.warc", data)
        assert len(urls(found)) >= 3
        assert isinstance(found[-1], SkippedInput)


def test_an_empty_archive(read_bytes: ReadBytes) -> None:
    (one,) = read_bytes("a.warc", b"WARC/1.0\r\n\r\n")
    assert isinstance(one, SkippedInput)
