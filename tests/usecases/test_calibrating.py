"""`calibrate` measures what a check finds, stores it whole or not at all, and `check` says it."""

from dataclasses import replace
from pathlib import Path

import pytest

from provenance import Archive, Filters
from provenance.config.detection import DetectionSettings
from provenance.config.settings import Settings
from provenance.errors import ArchiveError, DamagedArchive, SettingsError
from provenance.model import Article, Span
from provenance.model.detection import Detection
from provenance.usecases import calibrating
from provenance.usecases.calibrating import calibrate
from provenance.usecases.checking import check
from provenance.usecases.searched import searched

CORPUS = Path(__file__).parents[2] / "corpus"
FEW = DetectionSettings(sample=4, words=(15, 40), kept=(0.5, 1.0))


@pytest.fixture
def own(tmp_path):
    """An archive of the corpus that may be written."""
    with Archive(tmp_path / "own.db") as archive:
        archive.add([CORPUS / "articles"])
        yield archive


def test_long_unchanged_copies_are_found_and_scrambled_passages_are_not(own):
    measured = calibrate(own.store, own.settings, FEW)
    found = {(row.place, row.words, row.kept): row.found for row in measured.copies}
    assert found["alone", 40, 1.0] == found["inside", 40, 1.0] == 4
    assert found["alone", 15, 0.5] == 0
    assert [(row.planted, row.found) for row in measured.controls] == [(8, 0), (8, 0)]
    assert measured.articles == own.store.articles.count()


def test_the_same_archive_gives_the_same_figures_and_another_seed_others(own):
    one, two = (calibrate(own.store, own.settings, FEW) for _ in range(2))
    assert one == two == own.store.detection.read("news")
    assert calibrate(own.store, own.settings, replace(FEW, seed=99)).copies != one.copies


def test_a_copy_counts_as_found_when_a_check_reports_it(own):
    """The same planted texts through `check`, whose answer is what people see."""
    bench = calibrating.Workbench(own.settings, calibrating.Recogniser(own.store, own.settings.fingerprint))
    pool = calibrating._pool(own.store, FEW)
    differing = 0
    for words, kept in ((15, 1.0), (20, 0.75), (40, 0.5), (40, 0.75)):
        for plant in calibrating._copies(pool, bench, replace(FEW, sample=6), "alone", words, kept):
            counted = calibrating._found(own.store, bench, [plant])
            findings = check(own.store, replace(plant.article, id=f"new {words} {kept}"))
            links = [link for link in findings.links if link.b == plant.source.id]
            covered = sum(
                passage.match.a.length
                for link in links
                for passage in link.passages
                if passage.match.b.overlap(plant.passage)
            )
            differing += counted != (covered >= 0.5 * plant.span.length)
    assert differing == 0


def test_an_interruption_leaves_nothing_and_what_was_measured_before_stays(own):
    before = calibrate(own.store, own.settings, FEW)

    def interrupted(_stage, done, _total):
        if done > 10:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        calibrate(own.store, own.settings, replace(FEW, seed=5), interrupted)
    assert own.store.detection.read("news") == before


def test_articles_links_and_index_stay_as_they_are(own):
    own.audit()
    articles, links = list(own.store.articles.iterate()), own.links()
    calibrate(own.store, own.settings, FEW)
    assert list(own.store.articles.iterate()) == articles
    assert own.links() == links
    assert own.verify(sample=0).problems == ()


def test_an_archive_with_too_few_articles_says_how_many_it_takes(tmp_path):
    with Archive(tmp_path / "few.db") as archive:
        archive.add([CORPUS / "articles" / "exchange-daily"])
        with pytest.raises(ArchiveError, match="at least 10"):
            calibrate(archive.store)


@pytest.mark.parametrize("wrong", [{"sample": 0}, {"words": (5, 3)}, {"kept": (0.0, 1.0)}, {"stale": 0.5}])
def test_impossible_settings_are_named(own, wrong):
    with pytest.raises(SettingsError, match=next(iter(wrong))):
        calibrate(own.store, own.settings, replace(FEW, **wrong))


# What a check says ------------------------------------------------------------------------------------------------


def stored(archive, **changes):
    measured = calibrate(archive.store, archive.settings, FEW)
    archive.store.detection.write(replace(measured, **changes))


def test_before_calibration_a_check_has_the_figures_that_ship(own):
    found = searched(own.store, own.settings, 69, 400)
    assert (found.measured_in, found.articles) == ("shipped", 69)
    assert {row.words for row in found.found_if} == set(DetectionSettings().words)
    assert searched(own.store, Settings.of("pan"), 69, 400).found_if == ()


def test_after_it_a_check_has_the_archives_own(own):
    stored(own)
    (findings,) = own.check([CORPUS / "incoming" / "puppet-theatre-herald.txt"])
    assert findings.links == ()
    assert findings.searched.measured_in == "archive"
    assert not findings.searched.stale
    assert findings.searched.articles == findings.compared
    assert {row.words for row in findings.searched.found_if} == {15, 40}


@pytest.mark.parametrize(("articles", "stale"), [(69, False), (40, False), (30, True), (200, True)])
def test_an_archive_that_has_another_size_by_now_says_so(own, articles, stale):
    stored(own, articles=articles)
    assert searched(own.store, own.settings, 69, 400).stale == stale


def test_what_other_rules_found_is_passed_over(own):
    stored(own, rules="000000000000")
    assert searched(own.store, own.settings, 69, 400).measured_in == "shipped"


def test_a_copy_is_no_longer_than_the_text_that_would_hold_it(own):
    stored(own)
    assert {row.words for row in searched(own.store, own.settings, 69, 20).found_if} == {15}
    assert searched(own.store, own.settings, 69, 5).found_if == ()


def test_filters_take_back_what_they_would_leave_out(own):
    stored(own)
    path = CORPUS / "incoming" / "puppet-theatre-herald.txt"
    (findings,) = own.check([path], filters=Filters.of(min_words=20))
    assert {row.words for row in findings.searched.found_if} == {40}
    (findings,) = own.check([path], filters=Filters.of(min_score=0.5))
    assert {row.kept for row in findings.searched.found_if} == {1.0}


def test_a_damaged_measurement_says_what_to_do(own):
    stored(own)
    own.store.connection.run("UPDATE properties SET value = '{\"articles\": 3}' WHERE name = 'detection news'")
    with pytest.raises(DamagedArchive, match="provenance calibrate"):
        searched(own.store, own.settings, 69, 400)
    calibrate(own.store, own.settings, FEW)
    assert isinstance(own.store.detection.read("news"), Detection)


def test_texts_without_sentences_or_spaces_are_planted_too(tmp_path):
    with Archive(tmp_path / "odd.db") as archive:
        from provenance.usecases.adding import add

        texts = [" ".join(f"w{number}x{place}" for place in range(60)) for number in range(12)]
        texts += ["東京の港で火曜日に渡し船が桟橋に衝突した。" * 8 + str(number) for number in range(3)]
        add(archive.store, [Article(f"odd{place}", text, Span(0, len(text))) for place, text in enumerate(texts)])
        measured = calibrate(archive.store, archive.settings, FEW)
        assert sum(row.found for row in measured.copies if row.kept == 1) > 0
