"""Zip files: what is in them is read by its own reader; bombs, depth and encryption are told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from provenance.config.files import SourceSettings
from provenance.model import Article, SkippedInput
from provenance.sources.documents import safe_zip
from tests.sources.documents.samples import mail, odt, page, zipped
from tests.sources.exports.samples import TEXT, docx, nexis_uni

ReadBytes = Callable[..., list[Article | SkippedInput]]
STORY = "\n\n".join(TEXT)


@pytest.mark.parametrize("name", ["all.zip", "all"])
def test_everything_in_it_is_read_or_told(read_bytes: ReadBytes, name: str) -> None:
    members = {
        "b/story.txt": STORY,
        "a/page.html": page(),
        "c.docx": docx(nexis_uni("en")),
        "d.eml": mail(),
        "e.odt": odt(),
        "f.png": b"\x89PNG\r\n\x1a\n",
        "__MACOSX/x.txt": STORY,
        ".hidden.txt": STORY,
        "g.jsonl": '{"text": "One two."}\n',
        "h.zip": zipped({"i.txt": STORY}),
        "../../up.txt": STORY,
    }
    found = read_bytes(name, zipped(members))
    told = {one.where.rpartition(f"{name}/")[2] for one in found if isinstance(one, SkippedInput)}
    assert told == {"f.png", "__MACOSX/x.txt", ".hidden.txt"}
    origins = [one.origin.rpartition(f"{name}/")[2] for one in found if isinstance(one, Article)]
    expected = [
        "up.txt",
        "a/page.html",
        "b/story.txt",
        "c.docx",
        "c.docx",
        "d.eml",
        "e.odt",
        "g.jsonl",
        "h.zip/i.txt",
    ]
    assert origins == expected


def test_depth_is_limited(read_bytes: ReadBytes) -> None:
    data = zipped({"a.txt": STORY})
    for _ in range(8):
        data = zipped({"b.zip": data})
    (one,) = read_bytes("deep.zip", data)
    assert "inside of more than" in one.reason


def test_a_bomb_is_told(read_bytes: ReadBytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safe_zip, "RATIO_FROM", 2**20)
    (one,) = read_bytes("bomb.zip", zipped({"a.txt": b"\n" * 5_000_000}))
    assert "zip bomb" in one.reason
    settings = SourceSettings(largest_unpacked=100_000)
    *_, one = read_bytes("big.zip", zipped({f"{n}.txt": STORY * 200 for n in range(9)}), None, settings)
    assert "100,000 bytes" in one.reason


def test_spreadsheets_empty_and_cut_files(read_bytes: ReadBytes) -> None:
    (one,) = read_bytes("a.zip", zipped({"[Content_Types].xml": "x", "xl/workbook.xml": "x"}))
    assert "spreadsheet" in one.reason
    (one,) = read_bytes("a.zip", zipped({}))
    assert "without files" in one.reason
    (one,) = read_bytes("a.zip", zipped({"a.txt": STORY})[:-30])
    assert "no readable zip" in one.reason


def test_a_member_without_a_name(read_bytes: ReadBytes) -> None:
    found = read_bytes("a.zip", zipped({"@@": STORY, "b.txt": STORY}).replace(b"@@", b"\0\0"))
    assert any(isinstance(one, Article) for one in found)
    assert not [one for one in found if isinstance(one, SkippedInput) and one.kind == "unforeseen"]


def test_a_damaged_member_costs_itself(read_bytes: ReadBytes) -> None:
    data = bytearray(zipped({"a.txt": STORY, "b.txt": STORY}))
    data[60] ^= 0xFF
    found = read_bytes("a.zip", bytes(data))
    assert [isinstance(one, Article) for one in found] == [False, True]
