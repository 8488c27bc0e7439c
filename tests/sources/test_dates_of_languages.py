"""Dates as people and programs of many countries write them, weekdays that settle an order, and words that do not."""

from __future__ import annotations

import pytest

from provenance.sources.times.date_doubts import doubt
from provenance.sources.times.timestamps import find_time, parse_time

DAY = "2024-03-05"
LANGUAGES = (
    "5 Μαρτίου 2024",
    "Τρίτη, 5 Μαρτίου 2024",
    "5 مارس 2024",
    "٥ مارس ٢٠٢٤",
    "الثلاثاء 5 مارس 2024",
    "5 من مارس 2024",
    "5 במרץ 2024",
    "5. ožujka 2024.",
    "5. marec 2024",
    "5 март 2024",
    "5 березня 2024",
    "Selasa, 5 Maret 2024",
    "5 tháng 3, 2024",
    "5 tháng 3 năm 2024",
    "5 मार्च 2024",
    "2024. március 5.",
    "5. märts 2024",
    "5 de març de 2024",
    "5 martie 2024",
    "5. maaliskuuta 2024",
    "Publikováno 5. března 2024",
    "Δημοσιεύθηκε: 5 Μαρτίου 2024",
    "Giriş: 05.03.2024",
    "٢٠٢٤-٠٣-٠٥",
)
PROGRAMS = (
    "05MAR24",
    "05-MAR-24 02.20.00.000000 PM",
    "05. Mar 24",
    "2024-03-05 8:15:00",
    "March 5, 2024 Tuesday",
    "Tue, 03/05/2024 - 14:22",
    "Tue 05/03/2024",
)


@pytest.mark.parametrize("written", [*LANGUAGES, *PROGRAMS])
def test_it_is_the_fifth_of_march(written: str) -> None:
    found = parse_time(written)
    assert found is not None
    assert found.written.startswith(DAY)


def test_seconds_after_a_full_stop_and_the_half_of_the_day_are_read() -> None:
    found = parse_time("05-MAR-24 02.20.09.000000 PM")
    assert found is not None
    assert found.written == "2024-03-05T14:20:09"


@pytest.mark.parametrize("written", ["Mon 03/04/2025", "Wed 05/03/2024", "03/04/2025 Thu"])
def test_a_weekday_that_fits_neither_order_settles_nothing(written: str) -> None:
    assert parse_time(written) is None


def test_a_weekday_that_fits_both_orders_settles_nothing() -> None:
    both = next(
        f"{first:02}/{then:02}/2024"
        for first in range(1, 12)
        for then in range(first + 1, 13)
        if _weekday(first, then) == _weekday(then, first)
    )
    day, month, _ = both.split("/")
    assert parse_time(f"{_weekday(int(day), int(month))} {both}") is None
    assert doubt(f"{_weekday(int(day), int(month))} {both}")[0] == "date-ambiguous"


def _weekday(day: int, month: int) -> str:
    from datetime import date

    return date(2024, month, day).strftime("%a")


@pytest.mark.parametrize(
    "prose",
    [
        "5 מרץ",
        "مارس",
        "May 5 people were hurt",
        "de 2024",
        "В 2024 году",
        "Tue 5",
        "12.5.20",
        "2024. Five more",
        "5 of them in 2024",
    ],
)
def test_prose_is_no_date(prose: str) -> None:
    assert find_time(prose) is None


@pytest.mark.parametrize("end", ["2038-01-19T03:14:07Z", "1677-09-21"])
def test_the_ends_of_clocks_stand_for_no_date(end: str) -> None:
    assert parse_time(end) is None
    assert doubt(end)[0] == "date-placeholder"
