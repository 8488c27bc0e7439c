"""Input as it comes: each bad one gets one line that names it and says what to do, and the others go in."""

from __future__ import annotations

import gzip
import io
import json
import os
import socket
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.config.files import SourceSettings
from provenance.model import Article, SkippedInput
from provenance.sources import read
from provenance.sources.readers import MODULES

TEXT = "The ferry stayed in the harbour all night because of the storm."
ROW = json.dumps({"text": TEXT}).encode() + b"\n"
ReadBytes = Callable[..., list[Article | SkippedInput]]

# name of an input -> what it holds, a word of the reason
BAD: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "it is empty"),
    "empty.md": (b"", "it is empty"),
    "empty.html": (b"", "it is empty"),
    "empty.json": (b"", "it is empty"),
    "empty.jsonl": (b"", "it is empty"),
    "empty.csv": (b"", "empty"),
    "empty.jsonl.gz": (gzip.compress(b""), "it is empty"),
    "blank.txt": (b" \r\n\t\n", "only white space"),
    "mark.txt": (b"\xef\xbb\xbf", "only white space"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "a PNG picture"),
    "picture.jsonl": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "a PNG picture"),
    "picture.csv": (b"\x89PNG\0\0\0\rIHDR\0\0", "binary"),
    "picture.html": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "a PNG picture"),
    "program.md": (b"\x7fELF\2\1\1\0\0\0\0\0\0", "a program"),
    "numbers.txt": (b"\1\2\0\0\3\4\0\0\5\0\0\0", "binary"),
    "cut.txt.gz": (gzip.compress(TEXT.encode() * 99)[:-20], "cut off"),
    "damaged.txt.gz": (gzip.compress(TEXT.encode())[:-8] + b"\0" * 8, "damaged"),
    "head.txt.gz": (b"\x1f\x8b\x09\x00" + b"\xff" * 99, "damaged"),
    "wrong-mark.txt": (b"\xff\xfeab\x00", "utf-16"),
    "prose.json": (TEXT.encode(), "not valid JSON"),
    "page.html": (b"<html><body><script>x()</script></body></html>", "no article"),
}


@pytest.mark.parametrize("name", BAD)
def test_each_bad_file_gets_one_line(read_bytes: ReadBytes, name: str) -> None:
    data, reason = BAD[name]
    (skipped,) = read_bytes(name, data)
    assert isinstance(skipped, SkippedInput)
    assert name in skipped.where
    assert reason in skipped.reason
    assert "\n" not in skipped.where + skipped.reason


def test_good_files_beside_bad_ones_are_read(tmp_path: Path) -> None:
    for name, (data, _) in BAD.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "zz.txt").write_text(TEXT)
    (tmp_path / "a.jsonl").write_bytes(ROW)
    found = list(read([tmp_path]))
    assert [one.id for one in found if isinstance(one, Article)] == ["a:1", "zz"]
    assert len(found) == len(BAD) + 2


def test_a_truncated_gzip_gives_what_came_before(read_bytes: ReadBytes) -> None:
    rows = b"".join(json.dumps({"text": TEXT, "n": os.urandom(40).hex()}).encode() + b"\n" for _ in range(500))
    whole = gzip.compress(rows)
    found = read_bytes("feed.jsonl.gz", whole[: len(whole) // 2])
    articles = [one for one in found if isinstance(one, Article)]
    assert 150 < len(articles) < 350
    assert len(found) == len(articles) + 1
    assert isinstance(found[-1], SkippedInput)
    assert found[-1].where.endswith(f"after line {len(articles)}")
    assert "cut off" in found[-1].reason


def test_a_truncated_table_gives_what_came_before(read_bytes: ReadBytes) -> None:
    rows = b"text\n" + b"".join(f"{TEXT} {os.urandom(40).hex()}\n".encode() for _ in range(500))
    whole = gzip.compress(rows)
    found = read_bytes("feed.csv.gz", whole[: len(whole) // 2])
    assert len(found) > 150
    assert all(isinstance(one, Article) for one in found[:-1])
    assert isinstance(found[-1], SkippedInput)
    assert "cut off" in found[-1].reason


def test_line_seven_is_broken(read_bytes: ReadBytes) -> None:
    found = read_bytes("feed.jsonl", ROW * 6 + b'{"text": "an unfinished\n' + ROW * 3)
    skipped = [one for one in found if isinstance(one, SkippedInput)]
    assert len(found) == 10
    assert [one.where.rpartition("feed")[2] for one in skipped] == [".jsonl line 7"]
    assert "mend or remove it" in skipped[0].reason


class Endless(io.RawIOBase):
    """`size` bytes of one line between two good rows, made as they are read."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._parts = self._made(size)
        self._left = b""

    @staticmethod
    def _made(size: int) -> Iterator[bytes]:
        yield ROW + b'{"text": "'
        for _ in range(size >> 20):
            yield b"x" * (1 << 20)
        yield b'"}\n' + ROW

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[call-overload]
        self._left = self._left or next(self._parts, b"")
        data, self._left = self._left[: len(view)], self._left[len(view) :]
        view[: len(data)] = data
        return len(data)


def test_a_line_of_200_megabytes_is_never_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BufferedReader(Endless(200 << 20))))
    tracemalloc.start()
    found = list(read(["-"], None, SourceSettings(largest_text=2 << 20)))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [type(one) for one in found] == [Article, SkippedInput, Article]
    assert isinstance(found[1], SkippedInput)
    assert "split it" in found[1].reason
    assert peak < 20 << 20


def test_a_long_file_is_read_one_article_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl.gz"
    with gzip.open(path, "wb", 1) as stream:
        for _ in range(3000):
            stream.write(json.dumps({"text": TEXT * 100}).encode() + b"\n")
    tracemalloc.start()
    count = sum(1 for _ in read([path], None, SourceSettings(guess=False)))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 3000
    assert peak < 8 << 20  # the file holds 19 MB


def test_what_is_no_file_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    server = socket.socket(socket.AF_UNIX)
    server.bind(str(tmp_path / "s.txt"))
    for name, word in (("pipe.txt", "a named pipe"), ("s.txt", "a socket")):
        (skipped,) = read([tmp_path / name])
        assert isinstance(skipped, SkippedInput)
        assert word in skipped.reason
        assert "standard input" in skipped.reason
    server.close()
    (tmp_path / "a.txt").write_text(TEXT)
    assert [one.id for one in read([tmp_path]) if isinstance(one, Article)] == ["a"]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices here")
def test_a_device_is_never_opened() -> None:
    (skipped,) = read(["/dev/zero"])
    assert isinstance(skipped, SkippedInput)
    assert "a device" in skipped.reason


@pytest.mark.parametrize("name", ["none.txt", "none", "a.txt/b.txt", "x" * 300 + ".txt", "nul\0.txt", ""])
def test_names_that_lead_nowhere(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (skipped,) = read([f"{tmp_path}/{name}" if name else ""])
    assert isinstance(skipped, SkippedInput)
    assert skipped.reason


def test_a_link_to_nowhere_in_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone")
    (tmp_path / "b.txt").write_text(TEXT)
    skipped, article = read([tmp_path])
    assert isinstance(skipped, SkippedInput)
    assert isinstance(article, Article)
    assert skipped.where.endswith("a.txt")


def test_a_folder_without_permission_is_named_and_the_next_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("closed", "open"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(TEXT)
    scandir = os.scandir  # the tests may run as root, who may read everything

    def refusing(path: str | Path) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    skipped, article = read([tmp_path])
    assert isinstance(skipped, SkippedInput)
    assert isinstance(article, Article)
    assert (skipped.where, skipped.reason) == (str(tmp_path / "closed"), "it may not be read (permission denied)")


def test_a_file_without_permission_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)

    def refusing(*_: object) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refusing)
    assert list(read([path])) == [SkippedInput(str(path), "it may not be read (permission denied)", "unreadable")]


def test_a_failing_disk_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Failing(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: object) -> int:
            raise OSError(5, "Input/output error")

    path = tmp_path / "a.jsonl"
    path.write_bytes(ROW)
    monkeypatch.setattr(Path, "open", lambda *_: io.BufferedReader(Failing()))
    (skipped,) = read([path])
    assert isinstance(skipped, SkippedInput)
    assert "error" in skipped.reason.lower()


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (skipped,) = read([tmp_path])
    assert isinstance(skipped, SkippedInput)
    assert "no file to read" in skipped.reason
    assert ".jsonl" in skipped.reason


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes are a matter of Linux")
def test_a_name_that_is_no_utf8_can_be_stored_and_printed(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(TEXT)
    (article,) = read([tmp_path])
    assert isinstance(article, Article)
    assert article.id == "caf\\xe9"
    assert (article.id + (article.origin or "")).encode("utf-8")


def test_deep_folders_do_not_recurse(tmp_path: Path) -> None:
    top = tmp_path
    for _ in range(300):
        top = top / "d"
        top.mkdir()
    (top / "a.txt").write_text(TEXT)
    assert [one.id for one in read([tmp_path]) if isinstance(one, Article)] == ["a"]


def test_many_files_are_opened_one_after_the_other(tmp_path: Path) -> None:
    for number in range(1500):  # more than a process may hold open
        (tmp_path / f"{number:04}.txt").write_text(TEXT)
    assert [one.id for one in read([tmp_path])] == [f"{n:04}" for n in range(1500)]  # type: ignore[union-attr]


@pytest.mark.parametrize("suffix", sorted(MODULES))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=400) | st.text().map(str.encode))
def test_no_bytes_raise_under_any_suffix(read_bytes: ReadBytes, suffix: str, data: bytes) -> None:
    found = read_bytes(f"a{suffix}", data)
    assert found
    assert found == read_bytes(f"a{suffix}", data)
    for one in found:
        if isinstance(one, Article):
            assert 0 <= one.body.start < one.body.end <= len(one.text)
            assert one.body.of(one.text).strip()
            one.text.encode("utf-8")
        else:
            assert one.reason
            assert "\n" not in one.reason


OVERGROWN = {
    "lists.json": (b"[" + b"[]," * 600_000 + b"1]", "JSON Lines"),
    "lists.jsonl": (b'{"text": "x", "v": [' + b"[]," * 600_000 + b"1]}", "objects and lists"),
    "values.jsonl": (b'{"text": "x", "v": [' + b"1," * 2_600_000 + b"1]}", "values"),
    "heads.eml": (
        b"From: a@b\n" + b"".join(b"X-%d: a\n" % n for n in range(60_000)) + b"\nwords",
        "headers and parts",
    ),
    "parts.eml": (b"From: a@b\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\na\n" * 60_000, "parts"),
    "tags.html": (b"<html><body>" + b"<p>a" * 250_000, "tags"),
    "tags.xml": (b"<nitf><body><body.content>" + b"<p/>" * 700_000 + b"</body.content></body></nitf>", "tags"),
    "words.eml": (b"From: a@b\nSubject: x\n\n" + b"words of a story\n" * 1_000_000, "too long"),
    "columns.csv": (b"text," + b"a," * 30_000 + b"b\nwords\n", "columns"),
}


@pytest.mark.parametrize("name", OVERGROWN)
def test_what_takes_many_times_its_size_in_memory_is_refused(name: str, read_bytes: ReadBytes) -> None:
    data, reason = OVERGROWN[name]
    (found,) = read_bytes(name, data)
    assert isinstance(found, SkippedInput)
    assert reason in found.reason


def test_groups_without_end_are_refused(read_bytes: ReadBytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("provenance.sources.documents.rich_text.MOST_TOKENS", 50_000)
    (found,) = read_bytes("groups.rtf", b"{\\rtf1\\ansi " + b"{x}" * 60_000 + b"}")
    assert isinstance(found, SkippedInput)
    assert "groups" in found.reason
