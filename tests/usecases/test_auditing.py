"""Every link among archived articles: once, again, with less, after an interruption."""

from dataclasses import replace
from pathlib import Path

import pytest

from provenance import Archive, Filters, Settings
from provenance.audit import portion_judging, proposing
from provenance.model import Article, Span
from provenance.usecases.adding import add

CORPUS = Path(__file__).parents[2] / "corpus" / "articles"
HALF = ["northline", "harbour-herald", "skerrow-argus"]


def told(archive):
    return [(link.a, link.b, link.relation, link.source, link.confidence, link.passages) for link in archive.links()]


@pytest.fixture
def fresh(tmp_path):
    with Archive(tmp_path / "fresh.db") as opened:
        yield opened


def test_a_second_audit_looks_at_nothing_and_says_the_same(fresh):
    fresh.add([CORPUS / name for name in HALF], jobs=1)
    first = fresh.audit(jobs=1)
    assert first.articles == fresh.store.articles.count()
    before = told(fresh)
    assert before
    second = fresh.audit(jobs=1)
    assert (second.articles, second.pairs, second.links) == (0, 0, 0)
    assert told(fresh) == before


@pytest.mark.parametrize("links", [portion_judging.LINKS_A_PORTION, 3], ids=["one portion", "many portions"])
def test_processes_change_nothing(fresh, tmp_path, monkeypatch, links):
    """Many portions: links of one are stored while another is judged, which must not take any from its sight."""
    monkeypatch.setattr(portion_judging, "LINKS_A_PORTION", links)
    fresh.add([CORPUS], jobs=1)
    fresh.audit(jobs=1)
    with Archive(tmp_path / "other.db") as other:
        other.add([CORPUS], jobs=2)
        other.audit(jobs=2)
        assert told(other) == told(fresh)


def test_only_what_is_new_is_paired_and_all_links_are_found(fresh, tmp_path):
    fresh.add([CORPUS / name for name in HALF], jobs=1)
    fresh.audit(jobs=1)
    fresh.add([CORPUS], jobs=1)
    summary = fresh.audit(jobs=1)
    assert 0 < summary.articles < fresh.store.articles.count()
    with Archive(tmp_path / "whole.db") as whole:
        whole.add([CORPUS], jobs=1)
        whole.audit(jobs=1)
        assert {frozenset(link[:2]) for link in told(fresh)} == {frozenset(link[:2]) for link in told(whole)}


def test_an_interrupted_audit_is_resumed(fresh, tmp_path):
    fresh.add([CORPUS], jobs=1)

    class Stop(Exception):
        pass

    def interrupt(stage, done, total):
        if stage == "judging links":
            raise Stop

    with pytest.raises(Stop):
        fresh.audit(jobs=1, on_progress=interrupt)
    summary = fresh.audit(jobs=1)
    assert summary.pairs == 0
    with Archive(tmp_path / "straight.db") as straight:
        straight.add([CORPUS], jobs=1)
        straight.audit(jobs=1)
        assert told(fresh) == told(straight)
    assert all(run.finished for run in fresh.store.runs.all())


def test_other_settings_look_at_everything_again_and_take_links_back(fresh, tmp_path):
    fresh.add([CORPUS], jobs=1)
    fresh.audit(jobs=1)
    before = told(fresh)
    news = Settings.of()
    with Archive(fresh.path, settings=replace(news, alignment=replace(news.alignment, min_words=100))) as strict:
        strict.audit(jobs=1)
        fewer = told(strict)
    assert 0 < len(fewer) < len(before)
    assert {link[:2] for link in fewer} <= {link[:2] for link in before}


def test_a_rejected_link_stays_rejected(fresh):
    fresh.add([CORPUS / name for name in HALF], jobs=1)
    fresh.audit(jobs=1)
    a, b = told(fresh)[0][:2]
    before = told(fresh)[0]
    fresh.review(a, b, "reject", "read both")
    for _ in range(2):
        rejected = fresh.links()[-1]
        assert (rejected.a, rejected.b, rejected.relation, rejected.source) == (a, b, "undetermined", None)
        assert (rejected.rejected, rejected.review.note) == (True, "read both")
        fresh.audit(jobs=1, again=True)
    fresh.review(a, b, "undo")
    assert told(fresh)[0] == before


def test_a_list_of_links_is_the_links_without_passages_and_evidence(archive):
    links, listed = archive.links(), archive.listed_links()
    assert listed == [replace(link, passages=(), evidence=()) for link in links]
    assert links
    assert list(archive.whole_links(listed)) == links
    gone = replace(listed[0], b=listed[0].a)
    assert list(archive.whole_links([gone, listed[0]])) == links[:1]


def test_filters_narrow_what_is_told(archive):
    everything = archive.links()
    other = archive.links(Filters.of(without_self_reuse=True))
    assert 0 < len(other) < len(everything)
    pairs = archive.named(everything)
    mine = archive.links(Filters.of(["highmoor post", "Skerrow Argus"]))
    assert mine
    named = {pairs[name].publisher for link in mine for name in (link.a, link.b)}
    assert named == {"Highmoor Post", "Skerrow Argus"}


def test_an_archive_without_articles_has_nothing_to_audit(fresh):
    assert fresh.audit(jobs=1).articles == 0


def test_another_reporting_confidence_judges_nothing_anew(fresh):
    fresh.add([CORPUS], jobs=1)
    fresh.audit(jobs=1)
    with Archive(fresh.path, settings=Settings.of(min_confidence=0)) as trusting:
        assert trusting.audit(jobs=1).articles == 0
        everything = trusting.links()
    sure = fresh.links()
    assert [link[:2] for link in told(fresh)] == [(link.a, link.b) for link in sure]
    assert all(link.relation != "derived" or link.confidence >= 0.8 for link in sure)
    assert sum(link.relation == "undetermined" for link in everything) < sum(
        link.relation == "undetermined" for link in sure
    )


def test_a_new_archive_in_the_place_of_an_old_one_is_read_anew(tmp_path):
    path = tmp_path / "again.db"
    for names, expected in ((HALF, True), (["field-and-orbit"], False)):
        for old in tmp_path.glob("again.db*"):
            old.unlink()
        with Archive(path) as archive:
            archive.add([CORPUS / name for name in names], jobs=1)
            archive.audit(jobs=1)
            archive.quotes()
            assert bool(archive.links()) == expected


def test_portions_of_any_size_judge_every_link_once(fresh, monkeypatch):
    fresh.add([CORPUS], jobs=1)
    fresh.audit(jobs=1)
    pairs = fresh.store.links.pairs()
    monkeypatch.setattr(portion_judging, "LINKS_A_PORTION", 3)
    summary = fresh.audit(jobs=1, again=True)
    assert summary.links == len(pairs)
    assert fresh.store.links.pairs() == pairs
    assert all(judgement.current for a, b in pairs for judgement in fresh.store.links.judgements(a, b)[-1:])


def test_articles_without_anything_in_common_have_no_links(fresh):
    texts = ("The ferry to Holm stays in harbour.", "Nine bakers won a prize for rye bread in Velden.")
    add(fresh.store, [Article(text[:9], text, Span(0, len(text))) for text in texts])
    assert fresh.audit(jobs=1).pairs == 0
    assert fresh.links() == []


def test_two_articles_alone_are_linked_as_they_are_among_many(fresh, archive):
    pair = ["dam-inspection-ledger", "dam-inspection-newsnook"]
    add(fresh.store, [archive.article(name) for name in pair])
    fresh.audit(jobs=1)
    assert [[link.a, link.b] for link in fresh.links()] == [pair]


def test_only_an_audit_of_many_pairs_is_screened(fresh, monkeypatch):
    reworded = ("dam-brief-highmoor", "dam-inspection-newsnook")
    fresh.add([CORPUS], jobs=1)
    assert fresh.audit(jobs=1).pairs <= proposing.FEW_PAIRS
    everything = {(link.a, link.b) for link in fresh.links()}
    assert reworded in everything
    monkeypatch.setattr(proposing, "FEW_PAIRS", 0)
    fresh.audit(jobs=1, again=True)
    assert {(link.a, link.b) for link in fresh.links()} == everything - {reworded}
