from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from newsroom import article, moment

from provenance.config.lineage import LineageSettings
from provenance.lineage.times import (
    CHANGED,
    chance_a_first,
    chance_before,
    interval,
    pair_times,
    shared_words_apart,
    times_of,
    trust,
    with_own_times,
)
from provenance.model import Article, PublicationTime, Span
from provenance.model.appearance import HOUR
from provenance.model.dated_parts import UPDATE_TIMES, written_parts

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
    assert gap(moment("2023-05-01T10:00"), crawled) == 0, "the page may be years old"
    assert gap(crawled, moment("2024-05-03T10:00")) == 24 * HOUR
    low, high = interval(crawled, SETTINGS) or (0.0, 0.0)
    assert high - low == SETTINGS.crawl_slack_hours * HOUR


@pytest.mark.parametrize("written", ["1970-01-01", "1899-12-30"])
def test_the_zero_of_a_clock_gives_no_gap(written: str) -> None:
    assert np.isnan(gap(moment(written, "day"), moment("2024-05-01")))
    assert interval(moment(written, "day"), SETTINGS) is None


def test_a_clock_of_unknown_zone_beside_one_that_names_its_zone() -> None:
    zoned = replace(moment("2024-05-01T12:00"), written="2024-05-01T12:00+00:00")
    assert gap(moment("2024-05-01T08:00"), zoned) == 0
    assert gap(moment("2024-05-01T02:00"), zoned) == 10 * HOUR
    assert gap(zoned, moment("2024-05-02T02:00")) == 14 * HOUR
    assert gap(moment("2024-05-01T08:00"), moment("2024-05-01T12:00")) == 4 * HOUR


def dated(name: str, published: PublicationTime | None, modified: PublicationTime | None = None) -> Article:
    return replace(article(name, "a" * 1000, published), modified=modified)


SHARED = ([Span(0, 100)], [Span(0, 100)])
MORNING, NIGHT = moment("2024-05-01T06:00"), moment("2024-05-01T19:45")
EVENING = moment("2024-05-01T19:10")


def test_words_that_may_have_come_with_a_change_have_a_likely_order() -> None:
    found = pair_times(dated("a", MORNING, NIGHT), dated("b", moment("2024-05-01T08:00")), SHARED, SETTINGS)
    assert not found.ordered
    assert found.changed == (NIGHT, None)
    assert 0.5 + CHANGED / 2 < found.a_first < 0.9
    assert shared_words_apart(found) == 0
    back = pair_times(dated("b", moment("2024-05-01T08:00")), dated("a", MORNING, NIGHT), SHARED, SETTINGS)
    assert back.a_first == pytest.approx(1 - found.a_first)
    assert back.changed == (None, NIGHT)


@pytest.mark.parametrize(
    ("modified", "other", "shared"),
    [
        (moment("2024-05-01T06:40"), moment("2024-05-01T06:20"), SHARED),
        (NIGHT, moment("2024-05-01T20:00"), SHARED),
        (moment("2024-07-01T06:00"), EVENING, SHARED),
        (NIGHT, EVENING, ([Span(0, 900)], [Span(0, 900)])),
        (moment("2024-04-30T06:00"), EVENING, SHARED),
    ],
    ids=["minutes later", "before the other", "months later", "nearly all of it", "a draft"],
)
def test_a_change_that_leaves_the_order(
    modified: PublicationTime, other: PublicationTime, shared: tuple[list[Span], list[Span]]
) -> None:
    found = pair_times(dated("a", MORNING, modified), dated("b", other), shared, SETTINGS)
    assert found.ordered
    assert found.a_first > 0.95


def test_a_live_page_has_no_order_without_its_updates() -> None:
    live = replace(dated("a", MORNING, NIGHT), title="Storm: live")
    found = pair_times(live, dated("b", EVENING), ([Span(0, 900)], [Span(0, 900)]), SETTINGS)
    assert not found.ordered
    assert shared_words_apart(found) == 0


def test_an_update_of_a_live_page_orders_its_words() -> None:
    parts = written_parts([(Span(0, 100), NIGHT), (Span(102, 200), moment("2024-05-01T12:10"))])
    live = replace(dated("a", MORNING, NIGHT), metadata={UPDATE_TIMES: parts})
    noon = pair_times(live, dated("b", EVENING), ([Span(110, 190)], [Span(0, 80)]), SETTINGS)
    assert (noon.ordered, noon.a_first) == (True, 1.0)
    assert noon.a_time is not None
    assert noon.a_time.written == "2024-05-01T12:10:00"
    night = pair_times(live, dated("b", EVENING), SHARED, SETTINGS)
    assert (night.ordered, night.open) == (False, True), "an update is stamped when it is renewed"
    assert night.a_first < 0.5
    times = times_of([live, dated("b", EVENING)], SETTINGS)
    own = with_own_times(times, [live, dated("b", EVENING)], {(1, 0): [(Span(0, 80), Span(110, 190))]}, SETTINGS)
    pair = np.array([0]), np.array([1])
    assert times.gap(*pair)[0] == 0
    assert own.gap(*pair)[0] == 7.5 * HOUR
    assert own.gap(*reversed(pair))[0] == -7.5 * HOUR
    assert own.with_own(np.array([[0, 1]])).tolist() == [True]
    assert times.with_own(np.array([[0, 1]])).tolist() == [False]
    assert np.isnan(own.without().gap(*pair)[0])


def test_a_copy_of_which_only_a_crawl_is_known_is_likelier_later() -> None:
    crawled = replace(moment("2024-05-10T10:00"), how="crawl time")
    long, short = (
        chance_a_first(dated("a", moment(day)), dated("b", crawled), SETTINGS)
        for day in ("2024-05-03T10:00", "2024-05-10T04:00")
    )
    assert 0.9 > long > short > 0.1
    assert chance_a_first(dated("a", moment("2024-05-11T10:00")), dated("b", crawled), SETTINGS) == 0


def test_no_date_no_chance() -> None:
    assert chance_a_first(dated("a", None), dated("b", MORNING)) == 0.5
    assert chance_a_first(dated("a", moment("1970-01-01", "day")), dated("b", MORNING)) == 0.5
    assert chance_a_first(dated("a", MORNING), dated("b", MORNING)) == 0.5


@pytest.mark.parametrize(
    ("one", "other"), [("given", "date in the address of the page"), ("given", "notice at the end")]
)
def test_a_date_is_trusted_by_the_way_it_was_got(one: str, other: str) -> None:
    sure, doubtful = (dated("a", replace(MORNING, how=how)) for how in (one, other))
    assert trust(sure) == 1
    assert trust(doubtful) < 1
    later = dated("b", moment("2024-05-03T06:00"))
    assert 0.9 < chance_a_first(doubtful, later) < chance_a_first(sure, later) == 1


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
