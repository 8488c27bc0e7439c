"""When words appeared: dates are believed as far as they deserve, and order nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from provenance.model import Article, PublicationTime, Span
from provenance.model.appearance import DAY, HOUR, RENEWED, Appearance, appearance, appeared, surely_before
from provenance.model.dated_parts import UPDATE_TIMES, parts_of, written_parts
from provenance.model.live_pages import LIVE_PAGE, is_live
from provenance.sources.times.timestamps import parse_time


def time(written: str, how: str = "given") -> PublicationTime:
    found = parse_time(written, how, placeholders=True)
    assert found is not None, written
    return found


def article(published: str | None, modified: str | None = None, how: str = "given", **more: object) -> Article:
    return Article(
        "x",
        "a" * 1000,
        Span(0, 1000),
        published=time(published, how) if published else None,
        modified=time(modified) if modified else None,
        **more,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    "written",
    [
        "1970-01-01",
        "1970-01-01T00:00:00Z",
        "1969-12-31T19:00:00-05:00",
        "1970-01-01T05:30:00+05:30",
        "1970-01-01T12:10:31Z",
        "1899-12-30",
        "1899-12-31",
        "1900-01-01",
        "1904-01-01",
        "1903-12-31T19:00:00-05:00",
        "1601-01-01",
        "1753-01-01",
        "1980-01-01",
        "1979-12-31T19:00:00-05:00",
        "2038-01-19T03:14:07Z",
        "2099-12-31",
    ],
)
def test_the_zero_of_a_clock_is_no_date(written: str) -> None:
    assert appearance(time(written)) is None
    zero, dated = article(written), article("2025-03-04T08:00:00Z")
    assert not surely_before(zero, dated)
    assert not surely_before(dated, zero)


@pytest.mark.parametrize("written", ["1979-12-31", "1970-01-02", "1990-01-01", "2000-01-01", "1970", "1980-01"])
def test_a_day_near_a_zero_is_a_date(written: str) -> None:
    assert appearance(time(written)) is not None


def test_years_that_no_calendar_has_are_no_dates() -> None:
    far = PublicationTime("9999-12-31", "day", 2.5e11, 2.5e11)
    nowhere = PublicationTime("never", "second", float("-inf"), float("inf"))
    assert appearance(far) is None
    assert appearance(nowhere) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2025-03-04T08:00:00Z", "2025-03-04T08:00:01Z"),
        ("2025-03-04", "2025-03-05"),
        ("2025-03-04T23:00:00", "2025-03-05"),
        ("2025-03-04", "2025-03-05T09:00:00Z"),
        ("2025-03-04T00:00:00Z", "2025-03-05T00:00:00Z"),
        ("2025-03-04T09:00:00+02:00", "2025-03-04T08:00:00Z"),
        ("2025-02", "2025-03-01"),
    ],
)
def test_what_is_surely_before(one: str, other: str) -> None:
    assert surely_before(article(one), article(other))
    assert not surely_before(article(other), article(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2025-03-04", "2025-03-04"),
        ("2025-03-04T08:00:00Z", "2025-03-04T08:00:00Z"),
        ("2025-03-04T08:00:00Z", "2025-03-04T09:00:00+01:00"),
        ("2025-03-04", "2025-03-04T23:00:00Z"),
        ("2025-03-04T00:00:00Z", "2025-03-04T08:00:00Z"),  # a day that passed through a program
        ("2025-03-04T00:00:00.000Z", "2025-03-04T08:00:00Z"),
        ("2025-03-04T08:00:00Z", "2025-03-04T23:59:59Z"),
        ("2025-03-04T10:00:00", "2025-03-04T12:00:00Z"),  # may be the clock of New York
        ("2025-03-04", "2025-03-05T02:00:00Z"),
        ("2025-03", "2025-03-31"),
    ],
)
def test_what_has_no_order(one: str, other: str) -> None:
    assert not surely_before(article(one), article(other))
    assert not surely_before(article(other), article(one))


@pytest.mark.parametrize("how", ["crawl time", 'key "scraped_at": crawl time', "first seen", "download time"])
def test_who_saw_an_article_knows_only_that_it_was_there(how: str) -> None:
    seen, before, after = (
        article("2025-03-10T08:00:00Z", how=how),
        article("2025-03-01T08:00:00Z"),
        article("2025-03-11T08:00:00Z"),
    )
    assert not surely_before(before, seen)
    assert not surely_before(seen, before)
    assert surely_before(seen, after)


def test_words_may_have_come_with_a_change() -> None:
    changed = article("2025-03-04T06:00:00Z", "2025-03-04T19:45:00Z")
    assert not surely_before(changed, article("2025-03-04T19:10:00Z"))
    assert surely_before(changed, article("2025-03-04T20:00:00Z"))
    assert surely_before(article("2025-03-04T05:00:00Z"), changed)


@pytest.mark.parametrize(
    "modified", ["2025-03-04T06:20:00Z", "2025-03-03T10:00:00Z", "2025-06-01T08:00:00Z", "1970-01-01T00:00:00Z"]
)
def test_a_change_that_says_nothing(modified: str) -> None:
    """Minutes later is one publication; before it a draft; months later a system saves all again."""
    plain = article("2025-03-04T06:00:00Z")
    assert appeared(article("2025-03-04T06:00:00Z", modified)) == appeared(plain)


def test_a_live_page_is_written_for_hours() -> None:
    live = article("2025-03-04T06:00:00Z", title="Storm on the coast: live")
    assert appeared(live) == Appearance(time("2025-03-04T06:00:00Z").earliest, time("2025-03-05T06:00:00Z").latest)
    long = replace(live, modified=time("2025-03-20T08:00:00Z"))
    assert appeared(long) == Appearance(time("2025-03-04T06:00:00Z").earliest, time("2025-03-20T08:00:00Z").latest)


def test_words_of_an_update_have_its_time() -> None:
    parts = ((Span(0, 100), time("2025-03-04T19:45:00Z")), (Span(102, 200), time("2025-03-04T12:10:00Z")))
    live = article("2025-03-04T06:00:00Z", "2025-03-04T19:45:00Z", metadata={UPDATE_TIMES: written_parts(parts)})
    assert [span for span, _ in parts_of(live)] == [Span(0, 100), Span(102, 200)]
    noon, evening = time("2025-03-04T12:10:00Z").earliest, time("2025-03-04T19:45:00Z").earliest
    assert appeared(live, [Span(110, 130)]) == Appearance(noon - RENEWED, noon)
    assert appeared(live, [Span(10, 30)]) == Appearance(evening - RENEWED, evening)
    assert appeared(live, [Span(10, 30), Span(110, 130)]) == Appearance(noon - RENEWED, evening)
    whole = Appearance(time("2025-03-04T06:00:00Z").earliest, evening)
    assert appeared(live, [Span(10, 30), Span(500, 530)]) == whole, "a part of it is in no update"
    assert appeared(live) == whole


@pytest.mark.parametrize(
    "written",
    ["", "nothing", "0-10", "0-10 yesterday; ", "10-5 2025-03-04T12:10:00+00:00", "0-5000 2025-03-04T12:10:00+00:00"],
)
def test_what_names_no_parts_says_nothing(written: str) -> None:
    assert parts_of(article("2025-03-04", metadata={UPDATE_TIMES: written})) == ()


def test_parts_are_written_for_people() -> None:
    found = written_parts([(Span(102, 200), time("2025-03-04T12:10:00Z")), (Span(0, 100), time("2025-03-04T19:45Z"))])
    assert found == "0-100 2025-03-04T19:45:59+00:00; 102-200 2025-03-04T12:10:00+00:00"


@pytest.mark.parametrize(
    ("title", "url"),
    [
        ("Storm on the coast: live", None),
        ("LIVE: Storm on the coast", None),
        ("Storm: live – bridge shut", None),
        ("Budget debate as it happened", None),
        ("Election live updates", None),
        ("Wahlabend im Liveticker", None),
        ("Tempête : suivez la journée en direct", None),
        ("Tormenta: última hora, en vivo", None),
        ("Storm on the coast", "https://coast.example/news/live/2025/mar/04/storm"),
        ("Storm on the coast", "https://coast.example/storm-live-updates"),
    ],
)
def test_titles_of_live_pages(title: str, url: str | None) -> None:
    assert is_live(article("2025-03-04", title=title, url=url))


@pytest.mark.parametrize(
    ("title", "url"),
    [
        ("How to live to a hundred", None),
        ("Live music returns to the quay", None),
        ("Where swans live", "https://coast.example/live-music/quay"),
        ("Direct flights to Norrvik end", None),
        ("Police deliver: fish went missing", "https://coast.example/2025/oliver/deliver"),
        (None, None),
    ],
)
def test_titles_of_other_pages(title: str | None, url: str | None) -> None:
    assert not is_live(article("2025-03-04", title=title, url=url))


def test_a_page_may_say_that_it_is_live() -> None:
    assert is_live(article("2025-03-04", title="Storm", metadata={LIVE_PAGE: "LiveBlogPosting in JSON-LD"}))


def test_an_order_needs_a_gap_in_every_time_zone() -> None:
    start = datetime(2025, 3, 4, 8, tzinfo=UTC).timestamp()
    bare, exact = Appearance(start, start, zoned=False), Appearance(start + 7 * HOUR, start + 7 * HOUR)
    assert not bare.surely_before(exact)
    assert bare.surely_before(Appearance(start + 9 * HOUR, start + DAY))
    assert bare.surely_before(replace(exact, zoned=False))
