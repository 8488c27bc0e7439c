"""The figures on labelled news count what they say, on three invented articles of one event."""

import json
import sys
from pathlib import Path

import pytest

from provenance.events.weights import shipped
from provenance.model import Link

sys.path.insert(0, str(Path(__file__).parent))

import eval_verdict
import labelled_news

NOTES = "The ferry struck the pier at noon and twelve passengers were taken ashore by fishermen in small boats. " * 3
GOLD = [
    {"event": "e1", "source": "e1-W", "derived": "e1-WU1", "relation": "derived", "direct": True},
    {"event": "e1", "a": "e1-A1", "b": "e1-W", "relation": "independent"},
    {"event": "e1", "a": "e1-A1", "b": "e1-WU1", "relation": "independent"},
    {"event": "e1", "source": "e1-W", "derived": "e1-X1", "relation": "derived", "direct": True},
]


@pytest.fixture
def data(tmp_path):
    """A data folder with a `newsroom` of one event."""
    folder = tmp_path / "newsroom"
    folder.mkdir()
    names = ("e1-W", "e1-WU1", "e1-A1", "e1-X1")
    rows = [
        {"id": name, "publisher": f"The {name} Herald", "published": f"2025-03-0{day}", "text": NOTES + name}
        for day, name in enumerate(names, 1)
    ]
    (folder / "articles.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (folder / "gold.jsonl").write_text("".join(json.dumps(row) + "\n" for row in GOLD))
    return tmp_path


def link(a, b, relation, confidence, source=None, likeliest="none"):
    derived = None if source is None else b if source == a else a
    return Link(a, b, relation, confidence, 0.5, 0.5, (), derived=derived, source=source, likeliest=likeliest)


def judged(room, *links):
    found = {(each.a, each.b): each for each in links}
    return eval_verdict.Judged(room.gold, found, found)


def value(figures, name):
    (found,) = [figure for figure in figures if figure.name == name]
    return found.value


def test_pairs_of_translations_are_not_scored_and_their_articles_are_archived(data):
    room = labelled_news.load_newsroom(data)
    assert [(pair.a, pair.b, pair.source) for pair in room.gold if pair.relation == "derived"] == [
        ("e1-W", "e1-WU1", "e1-W")
    ]
    assert room.gold[2].family == "WU1"
    assert len(room.rows) == 4


def test_half_of_an_event_is_taken_out_with_the_pairs_that_it_was_in(data):
    room = labelled_news.load_newsroom(data)
    halved = room.halved(1)
    ids = {row["id"] for row in halved.rows}
    assert len(ids) == 2
    assert all({pair.a, pair.b} <= ids for pair in halved.gold)
    assert halved == room.halved(1)
    assert len({frozenset(row["id"] for row in room.halved(seed).rows) for seed in range(9)}) > 1


def test_the_wrong_way_and_false_assertions_are_counted_apart(data):
    room = labelled_news.load_newsroom(data)
    found = judged(
        room,
        link("e1-W", "e1-WU1", "derived", 0.9, "e1-WU1", "b->a"),
        link("e1-A1", "e1-W", "common_source", 0.9, likeliest="common_source"),
    )
    sources, false = eval_verdict._sources(found), eval_verdict._false_assertions(found)
    assert value(sources, "newsroom, direct: source and direction right") == 0
    assert value(sources, "newsroom: derived, the wrong way") == 1
    assert value(false, "newsroom, independent: asserted as related") == 0.5
    right = judged(room, link("e1-W", "e1-WU1", "derived", 0.9, "e1-W", "a->b"))
    assert value(eval_verdict._sources(right), "newsroom, direct: source and direction right") == 1
    assert value(eval_verdict._sources(right), "newsroom: named source is the direct one, of those asserted") == 1


def test_each_part_of_the_events_is_judged_with_weights_that_are_told_what_to_leave_out(data):
    told = []

    def weights(left_out):
        told.append(left_out)
        return shipped()

    found = eval_verdict.measured(labelled_news.load_newsroom(data), weights, parts=1)
    assert told == [frozenset({"e1"})]
    assert ("e1-W", "e1-WU1") in found.recorded
