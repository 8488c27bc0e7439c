"""Dates and times: what is read, how precisely, and what is no date."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.sources import timestamps
from provenance.sources.timestamps import find_time, parse_time

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


@pytest.mark.parametrize("written", READ)
def test_what_is_read(written: str) -> None:
    time = parse_time(written)
    assert time is not None
    assert (time.written, time.precision) == READ[written]
    assert time.earliest <= time.latest


NO_DATE = ["", "xyz", "yesterday", "2025-02-30", "February 30, 2025", "2025-13-01", "2025-07-16T25:00", "0001-01-01"]
AMBIGUOUS = [
    "03/04/2018",
    "3.4.2018",
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
    time = parse_time(moment.isoformat())
    assert time is not None
    assert time.earliest == time.latest == moment.timestamp()


@given(
    st.dates(date(1900, 1, 1), date(2090, 1, 1)),
    st.sampled_from(["%B %d, %Y", "%d %B %Y", "%a, %d %b %Y", "%Y/%m/%d"]),
)
def test_every_day_in_common_forms_is_read_back(day: date, form: str) -> None:
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
