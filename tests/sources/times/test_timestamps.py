"""Dates and times: what is read, how precisely, and what is no date."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from provenance.model.appearance import ZERO_DAYS
from provenance.sources.times import timestamps
from provenance.sources.times.date_doubts import doubt, is_missing, shown_order
from provenance.sources.times.timestamps import find_time, parse_time

READ = {
    "2025-07-16": ("2025-07-16", "day"),
    "2025-07": ("2025-07", "month"),
    "2025": ("2025", "year"),
    "20250716": ("2025-07-16", "day"),
    "20250716T103000Z": ("2025-07-16T10:30:00+00:00", "second"),
    "2025-07-16T10:30": ("2025-07-16T10:30", "minute"),
    "2025-07-16T10:30Z": ("2025-07-16T10:30+00:00", "minute"),
    "2025-07-16T10:30:00.123456+02:00": ("2025-07-16T10:30:00+02:00", "second"),
    "2025-07-16 10:30:00 UTC": ("2025-07-16T10:30:00+00:00", "second"),
    "2019-05-31T17:45:53-0400": ("2019-05-31T17:45:53-04:00", "second"),
    "July 16, 2025": ("2025-07-16", "day"),
    "16 July 2025": ("2025-07-16", "day"),
    "16th of July 2025": ("2025-07-16", "day"),
    "Wed., July 16th, 2025": ("2025-07-16", "day"),
    "June 2025": ("2025-06", "month"),
    "Wed, 16 Jul 2025 10:00:00 GMT": ("2025-07-16T10:00:00+00:00", "second"),
    "Wed, 16 Jul 2025 10:00:00 +0200": ("2025-07-16T10:00:00+02:00", "second"),
    "Jul. 16, 2025 10:30 a.m. EDT": ("2025-07-16T10:30-04:00", "minute"),
    "July 16, 2025 | 12:05 AM": ("2025-07-16T00:05", "minute"),
    "Published: 16 July 2025 at 14.30 BST": ("2025-07-16T14:30+01:00", "minute"),
    "Updated 6:35 PM ET, Wed July 16, 2025": ("2025-07-16T18:35-04:00", "minute"),
    "16.07.2025": ("2025-07-16", "day"),
    "07/16/2025": ("2025-07-16", "day"),
    "07/07/2025": ("2025-07-07", "day"),
    "06/01/2018 02:57 pm ET": ("2018-06-01T14:57-04:00", "minute"),
    "April06,200712:44 AM EDT": ("2007-04-06T00:44-04:00", "minute"),
    "1752661800": ("2025-07-16T10:30:00+00:00", "second"),
}


OTHER_FORMS = {  # of machines
    "Sat Nov 18 2017 15:21:41 GMT+0000 (Coordinated Universal Time)": "2017-11-18T15:21:41+00:00",  # JavaScript
    "Sat Nov 18 2017 15:21:41 GMT-0500": "2017-11-18T15:21:41-05:00",
    "Sat Nov 18 15:21:41 2017": "2017-11-18T15:21:41",  # ctime
    "Sat Nov  4 15:21:41 2017 +0100": "2017-11-04T15:21:41+01:00",  # git
    "Sat Nov 18 15:21:41 CET 2017": "2017-11-18T15:21:41+01:00",  # Java
    "Sat Nov 18 15:21:41 +0000 2017": "2017-11-18T15:21:41+00:00",  # Twitter
    "Sat 18 Nov 15:21:41 UTC 2017": "2017-11-18T15:21:41+00:00",  # date(1)
    "Saturday, 18-Nov-17 15:21:41 GMT": "2017-11-18T15:21:41+00:00",  # RFC 850
    "18/Nov/2017:15:21:41 +0000": "2017-11-18T15:21:41+00:00",  # the log of a web server
    "18-NOV-17": "2017-11-18",
    "2025-03-04 08:00:00 +0000 UTC": "2025-03-04T08:00:00+00:00",
    "2025-3-4": "2025-03-04",
    "2023/12": "2023-12",
    "1741075200000000": "2025-03-04T08:00:00+00:00",
    "/Date(1741075200000)/": "2025-03-04T08:00:00+00:00",
}
OTHER_LANGUAGES = {
    "18. November 2017, 15:21 Uhr": "2017-11-18T15:21",
    "Dienstag, 4. März 2025 um 15.21 Uhr": "2025-03-04T15:21",
    "Samstag, 18.11.2017, 15:21 Uhr": "2017-11-18T15:21",
    "15. Jan. 2025": "2025-01-15",
    "Publié le mardi 4 mars 2025 à 15h21": "2025-03-04T15:21",
    "mar. 4 mars 2025": "2025-03-04",
    "1er août 2025": "2025-08-01",
    "martes, 4 de marzo de 2025, 15:21": "2025-03-04T15:21",
    "4 marzo 2025 alle 15:21": "2025-03-04T15:21",
    "terça-feira, 4 de março de 2025": "2025-03-04",
    "18 de novembro de 2017 | 15h21": "2017-11-18T15:21",
    "4 maart 2025 om 15:21": "2025-03-04T15:21",
    "wtorek, 4 marca 2025 r., godz. 15:21": "2025-03-04T15:21",
    "27/11/2017 at 10:19h": "2017-11-27T10:19",
    "4 марта 2025 г.": "2025-03-04",
    "den 4 mars 2025 kl. 15.21": "2025-03-04T15:21",
    "2025年3月4日": "2025-03-04",
    "2025年03月04日(火) 15時21分": "2025-03-04T15:21",
    "2025年3月4日下午3:21": "2025-03-04T15:21",
    "令和7年3月4日": "2025-03-04",
    "二零二五年十一月二十七日": "2025-11-27",
    "4 三月, 2025": "2025-03-04",
    "2025년 3월 4일 오후 3:21": "2025-03-04T15:21",
    "2025. 3. 4.": "2025-03-04",
    "3.4.2018": "2018-04-03",
    "04.03.25": "2025-03-04",
}


@pytest.mark.parametrize("written", OTHER_FORMS | OTHER_LANGUAGES)
def test_machines_and_other_languages_are_read(written: str) -> None:
    time = parse_time(written)
    assert time is not None
    assert time.written == (OTHER_FORMS | OTHER_LANGUAGES)[written]


@pytest.mark.parametrize("written", OTHER_LANGUAGES)
def test_a_date_of_another_language_ends_where_it_ends_in_a_text(written: str) -> None:
    found = find_time(f"{written} Harbour Post")
    if written != "04.03.25":  # could be a number in a text
        assert found is not None
        assert f"{written} Harbour Post"[found[1] :].strip(" .h") in (
            "Harbour Post",
            "Uhr Harbour Post",
            "г. Harbour Post",
        )


@pytest.mark.parametrize(
    "text", ["Mars 2020 is a rover", "12.5.20 euros", "Die Mai 5", "set 3 of 2020", "4 out of 2020"]
)
def test_words_that_look_like_months_make_no_date_of_a_text(text: str) -> None:
    assert find_time(text) is None


PLACEHOLDERS = [
    *(
        0,
        -1,
        "0",
        "-1",
        "1970-01-01",
        "1970-01-01T00:00:00Z",
        "1969-12-31T19:00:00-05:00",
        "1970-01-01T09:00:00+09:00",
    ),
    *("0001-01-01T00:00:00", "0000-00-00 00:00:00", "1900-01-00", "1899-12-30T00:00:00", "9999-12-31", "1904-01-01"),
    *("Thu Jan 01 1970 00:00:00 GMT+0000", "January 1, 1970", "-62135596800", "2099-12-31", "01/01/1970"),
    *("1979-12-31T19:00:00-05:00", "2147483647", "2147483647000", 2147483647, "1903-12-31", "1858-11-17"),
    *(date(1970, 1, 1), datetime(1, 1, 1), -62135596800),  # noqa: DTZ001
]


@pytest.mark.parametrize("value", PLACEHOLDERS)
def test_the_zero_of_a_clock_is_no_date(value: object) -> None:
    assert parse_time(value) is None
    assert doubt(value)[0] == "date-placeholder"


def test_the_order_of_day_and_month_is_said_or_shown() -> None:
    by_order = {order: parse_time("03/04/2025", order=order) for order in ("day-first", "month-first", "iso", None)}
    assert {order: time and time.written for order, time in by_order.items()} == {
        "day-first": "2025-04-03",
        "month-first": "2025-03-04",
        "iso": None,
        None: None,
    }
    assert doubt("03/04/2025")[0] == doubt("3-4-2025 10:19")[0] == "date-ambiguous"
    assert doubt("soon")[0] == doubt(12)[0] == "date-none"
    shown = [shown_order(each) for each in ("13/01/2025", "01/13/2025", "03/04/2025", "13.01.2025", "2025/13/01", 5)]
    assert shown == ["day-first", "month-first", None, None, None, None]
    assert shown_order("27-11-2017 10:19") == "day-first"


@pytest.mark.parametrize("value", ["", "NaT", "null", "n/a", None, float("nan")])
def test_what_says_that_there_is_no_date_is_nothing_to_tell(value: object) -> None:
    assert is_missing(value)
    assert not is_missing("soon")


@pytest.mark.parametrize("written", READ)
def test_what_is_read(written: str) -> None:
    time = parse_time(written)
    assert time is not None
    assert (time.written, time.precision) == READ[written]
    assert time.earliest <= time.latest


NO_DATE = ["", "xyz", "yesterday", "2025-02-30", "February 30, 2025", "2025-13-01", "2025-07-16T25:00", "0001-01-01"]
AMBIGUOUS = [
    "03/04/2018",
    "99/99/2018",
    "12",
    "July 16",
    "at 2:44 PM",
    "20 July 2025 and later",
    "\ud800",
]


@pytest.mark.parametrize("written", NO_DATE + AMBIGUOUS)
def test_what_is_no_date(written: str) -> None:
    assert parse_time(written) is None


@pytest.mark.parametrize("value", [None, True, [], {}, object(), 12, 12.5, -1, float("nan"), float("inf"), 1e300])
def test_other_values_are_no_dates(value: object) -> None:
    assert parse_time(value) is None


def test_values_with_a_type() -> None:
    zone = timezone(timedelta(hours=2))
    for value in (date(2025, 7, 16), datetime(2025, 7, 16, 9, 30, tzinfo=zone), 1752651000, 1752651000000):
        time = parse_time(value)
        assert time is not None
        assert time.written.startswith("2025-07-16")


def test_a_bare_day_allows_every_second_of_it() -> None:
    time = parse_time("2025-07-16")
    assert time is not None
    assert time.earliest == datetime(2025, 7, 16, tzinfo=UTC).timestamp()
    assert time.latest - time.earliest == 86399


def test_a_zone_with_two_meanings_widens_the_interval() -> None:
    summer, between = parse_time("July 1, 2025 6 PM ET"), parse_time("March 9, 2025 6 PM ET")
    assert summer is not None
    assert between is not None
    assert summer.latest - summer.earliest == 59
    assert between.latest - between.earliest == 3600 + 59


def test_a_date_is_found_where_a_name_is_glued_to_it() -> None:
    text = "July 16, 2025Harbour Post"
    found = find_time(text)
    assert found is not None
    assert text[found[1] :] == "Harbour Post"
    assert found[0].written == "2025-07-16"


@given(st.datetimes(datetime(1900, 1, 1), datetime(2090, 1, 1)))  # noqa: DTZ001
def test_every_moment_in_iso_form_is_read_back(moment: datetime) -> None:
    moment = moment.replace(microsecond=0, tzinfo=UTC)
    assume(moment.date() not in ZERO_DAYS)
    time = parse_time(moment.isoformat())
    assert time is not None
    assert time.earliest == time.latest == moment.timestamp()


@given(
    st.dates(date(1900, 1, 1), date(2090, 1, 1)),
    st.sampled_from(["%B %d, %Y", "%d %B %Y", "%a, %d %b %Y", "%Y/%m/%d"]),
)
def test_every_day_in_common_forms_is_read_back(day: date, form: str) -> None:
    assume(day not in ZERO_DAYS)
    time = parse_time(day.strftime(form))
    assert time is not None
    assert time.written == day.isoformat()


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    parse_time(text)
    found = find_time(text)
    assert found is None or 0 < found[1] <= len(text)


WORDS = "2025 16 07 7 0 July jul. May Wed thursday , : . - / T at on pm a.m. PM GMT +02:00 Z th of x \u0130 \u017f"
PARTS = st.sampled_from([" ", "\u00a0", *WORDS.split()])


@given(st.lists(PARTS, max_size=12).map("".join))
def test_whatever_a_form_matches_begins_with_its_opening(text: str) -> None:
    """Patterns are only compiled and tried where the quick opening matches, so it must never rule a date out."""
    for form in (timestamps._ISO, timestamps._COMPACT, *timestamps._WRITTEN):
        if timestamps._compiled(form.pattern).match(text):
            assert form.opening.match(text)
