"""What a check would have found, said so that an editor can use it."""

from provenance.model.detection import Findable, Searched
from provenance.reports.searched_words import chance_words, searched_words


def searched(*rows, **values):
    return Searched(29_818, tuple(Findable(*row) for row in rows), **values)


ROWS = [
    (15, 0.75, 0.2), (15, 1.0, 0.95), (40, 0.5, 0.7), (40, 0.75, 0.994), (40, 1.0, 0.996), (100, 0.75, 0.999),
]  # fmt: skip


def test_the_shortest_copies_that_are_likely_found_are_named():
    said = searched_words(searched(*ROWS, measured_in="archive", measured_articles=29_818, measured="2026-12-01"))
    assert said == (
        "A passage of 40 words copied with 3 of 4 words kept would have been found with probability .99 or more, one "
        "of 15 words copied word for word with .95 (measured in this archive on 2026-12-01)."
    )


def test_where_no_copy_is_likely_found_the_longest_is_named():
    said = searched_words(searched((10, 0.75, 0.0), (10, 1.0, 0.31), measured_articles=1_000, measured="2026-11-30"))
    assert "10 words copied with 3 of 4 words kept would have been found with probability .00 or more" in said
    assert "one of 10 words copied word for word with .31" in said


def test_it_says_where_the_figures_come_from():
    assert "measured in other archives of up to 1 article; `provenance calibrate`" in searched_words(
        searched(*ROWS, measured_articles=1)
    )
    stale = searched_words(searched(*ROWS, measured_in="archive", measured_articles=1_000, stale=True))
    assert "measured when this archive had 1,000 articles; `provenance calibrate` measures it anew" in stale


def test_nothing_is_said_where_nothing_is_known():
    assert searched_words(None) == ""
    assert searched_words(Searched(5)) == ""


def test_a_probability_is_never_rounded_up():
    assert [chance_words(value) for value in (0.999, 0.29, 0.9951, 0, 1)] == [".99", ".29", ".99", ".00", "1.00"]
