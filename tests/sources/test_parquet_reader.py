"""Parquet: rows as everywhere, dates and lists with their types; a clear line where pyarrow is missing."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from provenance.model import Article, SkippedInput
from provenance.sources import read

ReadBytes = Callable[..., list[Article | SkippedInput]]


def write(path: Path, columns: dict[str, list[object]]) -> Path:
    arrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    parquet.write_table(arrow.table(columns), path)
    return path


def test_rows_are_articles(tmp_path: Path) -> None:
    columns: dict[str, list[object]] = {
        "text": ["The bridge is closed.", None, "It is open again."],
        "author": [["Jane Doe", "Bo Ray"], [], ["Ann Lee"]],
        "published": [datetime(2025, 7, 16, 10, 30, tzinfo=UTC), None, None],
        "words": [4, 0, 4],
    }
    first, skipped, last = read([write(tmp_path / "feed.parquet", columns)])
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert isinstance(skipped, SkippedInput)
    assert (first.id, first.author, first.metadata) == ("feed:1", "Jane Doe, Bo Ray", {"words": "4"})
    assert first.published is not None
    assert first.published.written == "2025-07-16T10:30:00+00:00"
    assert skipped.where.endswith("feed.parquet row 2")
    assert last.id == "feed:3"


def test_more_rows_than_a_batch(tmp_path: Path) -> None:
    found = list(read([write(tmp_path / "feed.parquet", {"text": ["The bridge is closed."] * 1000})]))
    assert [one.id for one in found if isinstance(one, Article)] == [f"feed:{n}" for n in range(1, 1001)]


def test_a_table_without_a_text_or_rows_is_said(tmp_path: Path) -> None:
    found = list(
        read(
            [
                write(tmp_path / "a.parquet", {"words": ["x"]}),
                write(tmp_path / "b.parquet", {"text": []}),
            ]
        )
    )
    assert [("'words'" in one.reason, "no rows" in one.reason) for one in found if isinstance(one, SkippedInput)] == [
        (True, False),
        (False, True),
    ]


@pytest.mark.parametrize("data", [b"", b"PAR1", b"PAR1" + b"\0" * 100 + b"PAR1", b"plain text"])
def test_what_is_no_parquet_is_said(read_bytes: ReadBytes, data: bytes) -> None:
    pytest.importorskip("pyarrow")
    (skipped,) = read_bytes("feed.parquet", data)
    assert isinstance(skipped, SkippedInput)
    assert "Parquet" in skipped.reason


def test_a_missing_package_is_said(read_bytes: ReadBytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (skipped,) = read_bytes("feed.parquet", b"PAR1")
    assert isinstance(skipped, SkippedInput)
    assert "pip install 'text-provenance[parquet]'" in skipped.reason


LONG = "The ferry stayed in the harbour all night because of the storm, and the bread did not come. " * 3


@pytest.mark.parametrize(
    ("columns", "guess"),
    [
        (
            {"premise": [LONG, LONG + "x"], "label": ["a", "b"], "url": ["https://a.example/" + "x" * 900, ""]},
            "premise",
        ),
        ({"row": [{"payload": LONG, "n": "1"}], "id": ["1"]}, "row.payload"),
    ],
)
def test_the_column_with_the_text_is_guessed_and_told(
    tmp_path: Path, columns: dict[str, list[object]], guess: str
) -> None:
    found = list(read([write(tmp_path / "set.parquet", columns)]))
    assert found[0].text == LONG
    assert all(f'column "{guess}"' in one.guesses["text"] for one in found)
    assert [note.kind for note in found[0].notes] == ["column-guessed"]


def test_an_unclear_column_is_asked_for(tmp_path: Path) -> None:
    for columns in ({"premise": [LONG], "hypothesis": [LONG]}, {"a": ["short"], "b": ["x"]}, {"n": [1]}):
        (one,) = read([write(tmp_path / "set.parquet", columns)])
        assert "--map text=COLUMN" in one.reason
    (one,) = read([write(tmp_path / "set.parquet", {"title": ["a"], "url": ["https://a.example/"]})])
    assert "provenance add --from-file" in one.reason


@pytest.mark.parametrize("zone", ["Mars/Phobos", "+99:99", "", "x" * 3000, "Asia/Kolkata"])
def test_a_moment_in_a_zone_that_nobody_knows_is_one(tmp_path: Path, zone: str) -> None:
    """What is stored is UTC, whatever the zone; a value out of range costs its own date and no other."""
    arrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    for unit, second in (("s", 1), ("ms", 10**3), ("us", 10**6), ("ns", 10**9)):
        moments = arrow.array(
            [1_750_000_000 * second, None, 2**52 if unit == "s" else 2**62], arrow.timestamp(unit, tz=zone)
        )
        texts = [f"{text} The ferry stayed in port all night." for text in ("One.", "Two.", "Three.")]
        file = tmp_path / "moments.parquet"
        parquet.write_table(arrow.table({"id": ["a", "b", "c"], "text": texts, "published": moments}), file)
        found = [each for each in read([file]) if isinstance(each, Article)]
        assert [each.id for each in found] == ["a", "b", "c"], unit
        published = found[0].published
        assert published is not None
        assert published.earliest == 1_750_000_000, unit
        assert found[1].published is None


def test_a_moment_inside_a_list_costs_no_row(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    inner = arrow.array([[0], [2**40]], arrow.list_(arrow.timestamp("s", tz="Mars/Phobos")))
    texts = ["One. The ferry stayed in port all night.", "Two. The ferry stayed in port all day."]
    parquet.write_table(arrow.table({"id": ["a", "b"], "text": texts, "seen": inner}), tmp_path / "lists.parquet")
    assert [each.id for each in read([tmp_path / "lists.parquet"]) if isinstance(each, Article)] == ["a", "b"]
