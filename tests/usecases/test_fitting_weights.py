"""Weights are fitted to a user's own labels, kept where they predict better, and judge from the next audit on."""

import json
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from provenance import Archive
from provenance.audit.recording import record_digest, weights_digest
from provenance.comparison.weights_in_force import weights_in_force
from provenance.errors import DamagedArchive, UsageError
from provenance.evaluation.gold import archived, groups, read_gold, read_gold_file
from provenance.evaluation.gold_labels import gold_labels
from provenance.events.fitting import Truth
from provenance.events.weights import as_stored, shipped
from provenance.model import Link, ReviewStep, Subject
from provenance.usecases import fitting_weights
from provenance.usecases.fitting_weights import fit_weights, reviewed_labels

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    path = tmp_path_factory.mktemp("fitting") / "a.db"
    with Archive(path) as archive:
        archive.add([CORPUS / "articles", CORPUS / "incoming"])
    return path


@pytest.fixture
def own(original, tmp_path):
    path = tmp_path / "own.db"
    path.write_bytes(original.read_bytes())
    with Archive(path) as archive:
        yield archive


@pytest.fixture
def labels(own):
    """The gold of the corpus; further pairs of its groups as independent."""
    gold = archived(read_gold_file(CORPUS / "gold.jsonl"), [row.id for row in own.store.articles.listed()])
    members = {}
    for name, group in groups(gold).items():
        members.setdefault(group, []).append(name)
    known = gold_labels(gold)
    for names in members.values():
        for pair in combinations(sorted(names), 2):
            known.setdefault(pair, Truth("same_event"))
    return known


def fitted(own, labels, better=True, monkeypatch=None):
    """A fit whose figures are better, or worse, than those of the weights that ship."""
    figures = fitting_weights._figures([])
    worse = replace(figures, log_loss=1.0)
    monkeypatch.setattr(fitting_weights, "_left_out", lambda *_: (worse, figures) if better else (figures, worse))
    return fit_weights(own.store, own.settings, labels, "gold.jsonl")


def test_a_fit_is_judged_on_groups_that_it_never_saw(own, labels):
    fit = fit_weights(own.store, own.settings, labels, "gold.jsonl")
    assert fit.groups >= 4
    assert fit.pairs + fit.without_reports == len(labels)
    assert fit.before.derived == fit.after.derived > 10
    assert fit.before.others == fit.after.others > 0
    assert fit.kept == (fit.after.log_loss < fit.before.log_loss)
    assert fit == fit_weights(own.store, own.settings, labels, "gold.jsonl")


def test_better_weights_are_stored_with_what_they_were_fitted_on(own, labels, monkeypatch):
    assert fitted(own, labels, monkeypatch=monkeypatch).kept
    about = weights_in_force(own.store).about
    assert about["fitted_on"] == "gold.jsonl"
    assert about["pairs"] > 20
    assert about["around"] == shipped().about
    assert as_stored(weights_in_force(own.store))["dated"] != as_stored(shipped())["dated"]


def test_worse_weights_change_nothing(own, labels, monkeypatch):
    assert not fitted(own, labels, better=False, monkeypatch=monkeypatch).kept
    assert weights_in_force(own.store) is shipped()
    assert weights_digest(own.store) == ""


def test_an_audit_judges_with_them_in_a_record_of_its_own_and_goes_back(own, labels, monkeypatch):
    own.audit()
    before, record = own.links(), own.store.records.shown("news")
    fitted(own, labels, monkeypatch=monkeypatch)
    assert own.links() == before
    assert own.audit().links > 0
    assert own.store.records.shown("news") != record
    with Archive(own.path) as again:
        judged = again.links()
        assert [(link.a, link.b) for link in judged] != []
        assert [link.confidence for link in judged] != [link.confidence for link in before]
    own.forget_weights()
    own.audit()
    assert own.store.records.shown("news") == record
    with Archive(own.path) as again:
        assert again.links() == before
    fitted(own, labels, monkeypatch=monkeypatch)
    own.audit()
    with Archive(own.path) as again:
        assert again.links() == judged
    assert own.verify(sample=5).problems == ()


def test_weights_are_a_part_of_what_names_a_record(own):
    assert record_digest(own.settings) != record_digest(own.settings, "0123456789ab")
    own.store.weights.write(as_stored(shipped()))
    assert len(weights_digest(own.store)) == 12
    assert own.forget_weights()
    assert not own.forget_weights()


@pytest.mark.parametrize("stored", ["{", "[]", '{"dated": 3}', json.dumps({"about": {}})])
def test_damaged_weights_say_how_to_go_back(own, stored):
    own.store.connection.run("INSERT INTO properties (name, value) VALUES ('news weights', ?)", (stored,))
    with pytest.raises(DamagedArchive, match="--fit shipped"):
        weights_in_force(own.store)
    own.forget_weights()
    assert weights_in_force(own.store) is shipped()


def test_too_few_labels_and_labels_of_one_kind_are_refused(own, labels):
    with pytest.raises(UsageError, match="too few labels to fit weights to: 0 pairs"):
        fit_weights(own.store, own.settings, {}, "reviews")
    derived = {pair: truth for pair, truth in labels.items() if truth.relation == "derived"}
    with pytest.raises(UsageError, match="and 0 others"):
        fit_weights(own.store, own.settings, derived, "gold.jsonl")
    assert weights_digest(own.store) == ""


# What counts as a label --------------------------------------------------------------------------------------------


def test_gold_becomes_labels_without_what_an_archive_cannot_show():
    gold = read_gold(
        [
            {"relation": "derived", "derived": "b", "source": "a", "direct": False},
            {"relation": "near_duplicate", "a": "c", "b": "d", "source": "d"},
            {"relation": "near_duplicate", "a": "c", "b": "e"},
            {"relation": "common_source", "a": "f", "b": "g", "sources": ["a"]},
            {"relation": "hidden_common_source", "a": "f", "b": "h"},
            {"relation": "independent", "a": "i", "b": "j"},
        ]
    )
    assert gold_labels(gold) == {
        ("a", "b"): Truth("derived", "a", direct=False),
        ("c", "d"): Truth("derived", "d"),
        ("f", "g"): Truth("common_source", sources=frozenset("a")),
        ("i", "j"): Truth("same_event"),
    }


def step(number, said, a, b, link=None, about="link"):
    subject = Subject.link(a, b) if about == "link" else Subject.publishers(a, b)
    return ReviewStep(number, subject, said, "", None, "2026-11-30T01:00:00Z", link=link)


def shown(a, b, relation, source=None, common=None):
    derived = None if source is None else b if source == a else a
    return Link(a, b, relation, 0.9, 0.5, 0.5, (), derived=derived, source=source, common_source=common)


def test_peoples_words_on_links_are_labels_and_the_last_one_holds():
    steps = [
        step(1, "confirmed", "a", "b", shown("a", "b", "derived", "b")),
        step(2, "rejected", "d", "c", shown("d", "c", "derived", "d")),
        step(3, "rejected", "e", "f"),
        step(4, "confirmed", "f", "e", shown("e", "f", "common_source", common="a")),
        step(5, "annotated", "a", "b"),
        step(6, "confirmed", "g", "h", shown("g", "h", "undetermined")),
        step(7, "rejected", "The Post", "The Herald", about="publishers"),
        step(8, "confirmed", "i", "j", shown("i", "j", "same_event")),
    ]
    assert reviewed_labels(steps) == {
        ("a", "b"): Truth("derived", "b"),
        ("c", "d"): Truth("same_event"),
        ("e", "f"): Truth("common_source", sources=frozenset("a")),
        ("i", "j"): Truth("same_event"),
    }


def test_reviews_in_the_archive_are_fitted_to(own):
    own.audit()
    for link in own.links()[:3]:
        own.review(link.a, link.b, "reject")
    with pytest.raises(UsageError, match="and 3 others"):
        own.fit_weights(None, "reviews")


def test_weights_come_back_from_the_archive_as_they_went_in(own):
    own.store.weights.write(as_stored(shipped()))
    found = weights_in_force(own.store)
    assert json.dumps(as_stored(found)) == json.dumps(as_stored(shipped()))
    assert found.reading.columns == shipped().reading.columns


def test_a_check_judges_with_them_too(own):
    own.store.weights.write({"dated": {}})
    with pytest.raises(DamagedArchive, match="not as this program writes them"):
        list(own.check([CORPUS / "incoming" / "honey-brief-post.json"]))
