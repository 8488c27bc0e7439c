"""The figures that ship: kept by the present rules, monotone, and the least of all archives that fit."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from provenance import Archive
from provenance.config.detection import DetectionSettings
from provenance.detection import shipped
from provenance.usecases.calibrating import calibrate

CORPUS = Path(__file__).parents[2] / "corpus"
MEASURED = [shipped.from_row(row) for row in json.loads(shipped.FILE.read_text("utf-8"))["measured"]]


@pytest.mark.parametrize("measured", MEASURED, ids=lambda each: f"{each.profile}-{each.articles}")
def test_a_measurement_is_whole_and_its_controls_are_silent(measured):
    grid = DetectionSettings()
    assert len(measured.copies) == 2 * len(grid.words) * len(grid.kept)
    assert all(row.planted == measured.sample for row in measured.copies)
    assert sum(row.found for row in measured.controls) <= 0.01 * sum(row.planted for row in measured.controls)


def test_what_is_promised_is_kept_by_the_present_rules(tmp_path):
    """Copies of the corpus that were not planted before; where this fails, retrieval or alignment find less than they
    did: run tests/evaluation/measure_detection.py, which writes what is promised anew."""
    with Archive(tmp_path / "a.db") as archive:
        archive.add([CORPUS / "articles"])
        found = calibrate(archive.store, archive.settings, DetectionSettings(sample=8, seed=99))
    _, copies = shipped.promised("news", found.articles)
    promised = {(row.place, row.words, row.kept): row.probability for row in copies}
    pairs = [(promised[row.place, row.words, row.kept], row) for row in found.copies]
    expected = sum(probability * row.planted for probability, row in pairs)
    spread = sum(probability * (1 - probability) * row.planted for probability, row in pairs) ** 0.5
    assert sum(row.found for _, row in pairs) >= expected - 2 * spread


def test_the_file_keeps_a_measurement_as_it_is():
    assert [shipped.from_row(shipped.as_row(each, "texts")) for each in MEASURED] == MEASURED


@pytest.mark.parametrize("place", ["alone", "inside"])
def test_a_promise_never_falls_as_copies_grow_or_keep_more(place):
    _, copies = shipped.promised("news", 5_000)
    rows = {(row.words, row.kept): row.probability for row in copies if row.place == place}
    for kept in DetectionSettings().kept:
        assert all(rows[one, kept] <= rows[two, kept] for one, two in pairwise(DetectionSettings().words))
    for words in DetectionSettings().words:
        assert all(rows[words, one] <= rows[words, two] for one, two in pairwise(DetectionSettings().kept))


def test_archives_of_other_sizes_get_what_is_kept_there():
    largest = max(each.articles for each in MEASURED)
    for articles in (0, 10, 900, 5_000, 10 * largest):
        measured, copies = shipped.promised("news", articles)
        assert measured.articles >= min(articles, largest)
        for each in MEASURED:
            if each.profile == "news" and each.articles >= min(articles, largest):
                least = {(row.place, row.words, row.kept): row.probability for row in each.copies}
                assert all(row.probability <= least[row.place, row.words, row.kept] for row in copies)
    assert shipped.promised("pan", 100) is None
