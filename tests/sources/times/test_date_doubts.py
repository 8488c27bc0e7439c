"""Dates that nobody can have published at, and what is said of them."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from provenance.model import Article
from provenance.sources.inputs import read_one
from provenance.sources.readers import Request
from provenance.sources.rows import read_row
from provenance.sources.times import date_doubts
from provenance.sources.times.date_doubts import MADE, doubt, is_future
from provenance.sources.times.timestamps import parse_time

STORY = "The lock at Millbrook stayed shut on Monday because its gates had frozen overnight, the canal trust said."


def reading(tmp_path: Path, **row: object) -> Article:
    path = tmp_path / "lock.jsonl"
    path.write_text(json.dumps({"id": "lock", "text": STORY, **row}), "utf-8")
    return read_one(path)


def days_ahead(days: float) -> str:
    return (datetime.fromtimestamp(max(time.time(), MADE), UTC) + timedelta(days=days)).isoformat(timespec="seconds")


@pytest.mark.parametrize("field", ["published", "modified"])
def test_a_date_in_the_future_is_no_date(tmp_path: Path, field: str) -> None:
    found = reading(tmp_path, **{field: days_ahead(40)})
    assert getattr(found, field) is None
    assert found.metadata[f"unreadable_{field}"] == days_ahead(40)[:10] + found.metadata[f"unreadable_{field}"][10:]
    (note,) = found.notes
    assert note.kind == "date-future"
    assert f"{field} " in note.reason
    assert "in the future" in note.reason


def test_tomorrows_paper_has_tomorrows_date(tmp_path: Path) -> None:
    assert reading(tmp_path, published=days_ahead(1)).published is not None


def test_the_future_begins_after_the_clock_of_the_computer() -> None:
    now = datetime(2030, 5, 1, tzinfo=UTC).timestamp()
    for written, expected in (("2030-05-02", False), ("2030-05-09", True), ("2030", False), ("2031", True)):
        moment = parse_time(written)
        assert moment is not None
        assert is_future(moment, now) is expected


def test_a_clock_that_was_never_set_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(date_doubts.time, "time", lambda: 3600.0)
    moment = parse_time("2025-03-04T08:00:00Z")
    assert moment is not None
    assert not is_future(moment)


@pytest.mark.parametrize("value", ["31536000000", "99999999999", 315532800, 31536000000, "5000000000000000"])
def test_numbers_of_years_that_are_far_off_are_no_dates(value: object) -> None:
    found = parse_time(value)
    assert found is None or 1981 <= datetime.fromtimestamp(found.earliest, UTC).year <= 2199


@pytest.mark.parametrize(
    ("value", "written"),
    [("1741075200", "2025-03-04T08:00:00+00:00"), ("1741075200000", "2025-03-04T08:00:00+00:00")],
)
def test_seconds_and_thousandths_are_one_moment(value: str, written: str) -> None:
    for each in (value, int(value)):
        found = parse_time(each)
        assert found is not None
        assert found.written == written


@pytest.mark.parametrize("value", ["0", "1", "43831", "43831.5"])
def test_numbers_of_days_outside_of_spreadsheets_are_no_dates(value: str) -> None:
    assert parse_time(value) is None


def test_the_number_of_a_day_is_named() -> None:
    kind, words = doubt("43831")
    assert kind == "date-number"
    assert "2020-01-01" in words


@pytest.mark.parametrize("column", ["crawled_at", "scrape_date", "fetched", "first_seen_at", "download_date"])
def test_the_time_of_a_crawl_is_called_one(column: str) -> None:
    request = Request(mapping={"published": column})
    row = {"id": "lock", "text": STORY, column: "2025-03-04T08:00:00Z"}
    found = read_row(row, "row 1", "lock", "rows.jsonl", request).result
    assert isinstance(found, Article)
    assert found.published is not None
    assert found.published.how == f'crawl time, key "{column}"'


def test_other_columns_are_given() -> None:
    request = Request(mapping={"published": "issued"})
    row = {"id": "lock", "text": STORY, "issued": "2025-03-04T08:00:00Z"}
    found = read_row(row, "row 1", "lock", "rows.jsonl", request).result
    assert isinstance(found, Article)
    assert found.published is not None
    assert found.published.how == "given"
