from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from newsroom import article, moment

from provenance.config.lineage import LineageSettings
from provenance.lineage.times import HOUR, chance_before, times_of

SETTINGS = LineageSettings()


def gap(*published: object) -> float:
    articles = [article(f"a{i}", "", time) for i, time in enumerate(published)]  # type: ignore[arg-type]
    return float(times_of(articles, SETTINGS).gap(np.array([0]), np.array([1]))[0])


def test_a_gap_has_a_sign() -> None:
    assert gap(moment("2024-05-01T08:00"), moment("2024-05-01T10:00")) == 2 * HOUR
    assert gap(moment("2024-05-01T10:00"), moment("2024-05-01T08:00")) == -2 * HOUR


def test_the_same_day_has_no_order() -> None:
    day = moment("2024-05-01", "day")
    assert gap(day, day) == 0
    assert gap(day, moment("2024-05-01T10:00")) == 0
    assert gap(day, moment("2024-05-02", "day")) == 24 * HOUR


def test_a_missing_date_is_no_number() -> None:
    assert np.isnan(gap(None, moment("2024-05-01")))


def test_a_crawler_saw_an_article_after_it_appeared() -> None:
    crawled = replace(moment("2024-05-02T10:00"), how="crawl time")
    assert gap(moment("2024-05-01T10:00"), crawled) == 0
    assert gap(crawled, moment("2024-05-03T10:00")) > 0


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (moment("2024-05-01", "day"), moment("2024-05-01T18:00"), 0.75),
        (moment("2024-05-01T06:00"), moment("2024-05-01", "day"), 0.75),
        (moment("2024-05-01", "day"), moment("2024-05-01", "day"), 0.5),
        (moment("2024-05-01", "day"), moment("2024-05-03T18:00"), 1.0),
        (moment("2024-05-03"), moment("2024-05-01"), 0.0),
    ],
)
def test_chances_of_an_order(one: object, two: object, expected: float) -> None:
    assert chance_before(one, two) == pytest.approx(expected, abs=0.001)  # type: ignore[arg-type]
    assert chance_before(two, one) == pytest.approx(1 - expected, abs=0.001)  # type: ignore[arg-type]
