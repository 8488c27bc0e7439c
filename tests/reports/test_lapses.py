"""How much later one date is than another is said in units that both have."""

from __future__ import annotations

import re

import pytest

from provenance.model import PublicationTime
from provenance.reports.lapses import later_words
from provenance.sources.times.timestamps import parse_time


def time(written: str, how: str = "given") -> PublicationTime:
    found = parse_time(written, how)
    assert found is not None, written
    return found


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("2025-03-04", "2025-03-05", "a day later"),
        ("2025-03-04", "2025-03-04", "the same day"),
        ("2025-02-28", "2025-03-02", "2 days later"),
        ("2025-03-04T00:00:00Z", "2025-03-05T00:00:00Z", "a day later"),
        ("2025-03-04", "2025-03-06T08:00:00Z", "2 days later"),
        ("2025-03-04T23:00:00Z", "2025-03-06", "2 days later"),
        ("2025-03", "2025-04", "a month later"),
        ("2024-12", "2025-03-04", "3 months later"),
        ("2024", "2026", "2 years later"),
        ("2025-03-04T08:00:00Z", "2025-03-04T08:00:20Z", "less than a minute later"),
        ("2025-03-04T08:00:00Z", "2025-03-04T08:01:10Z", "a minute later"),
        ("2025-03-04T08:00:00Z", "2025-03-04T08:25:00Z", "25 minutes later"),
        ("2025-03-04T08:00:00Z", "2025-03-04T11:00:00Z", "3 hours later"),
        ("2025-03-04T08:00:00+01:00", "2025-03-04T08:00:00Z", "60 minutes later"),
        ("2025-03-04T08:00Z", "2025-03-04T11:00Z", "3 hours later"),
        ("2025-03-04T08:00:00Z", "2025-03-07T09:00:00Z", "3 days later"),
        ("2025-03-04T08:00:00", "2025-03-05T08:00:00Z", "at least 16 hours later"),
    ],
)
def test_how_much_later(one: str, other: str, words: str) -> None:
    assert later_words(time(one), time(other)) == words


@pytest.mark.parametrize("other", ["2025-03-05", "2025-03-06", "2025-04-01", "2025-03", "2026"])
def test_a_day_is_never_hours_or_seconds_after_a_day(other: str) -> None:
    assert not re.search("second|minute|hour", later_words(time("2025-03-04"), time(other)))
