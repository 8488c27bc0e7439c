"""What people said: a log that only grows, with undo step by step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.errors import ArchiveError, DamagedArchive, NoSuchArticle, UsageError
from provenance.model import Link, ReviewStep, Span, Subject
from provenance.store import Entry, Store


@pytest.fixture
def store(path: Path, entry: Callable[..., Entry]) -> Iterator[Store]:
    with Store.open(path, create=True) as opened:
        opened.add([entry("z", "One two three."), entry("b", "Two three four."), entry("c", "Five.")])
        yield opened


def told(steps: list[ReviewStep]) -> list[tuple[str, str]]:
    return [(step.said, step.note) for step in steps]


def test_each_step_is_kept_and_undone_one_by_one(store: Store) -> None:
    assert not store.reviewed
    pair = Subject.link("b", "z")
    store.reviews.record(pair, "confirmed", "the reporter told me", "dana")
    store.reviews.record(Subject.link("z", "b"), "rejected", "he was wrong \ud83d\0", "lee")
    assert told(store.reviews.in_force()) == [
        ("confirmed", "the reporter told me"),
        ("rejected", "he was wrong \ud83d\0"),
    ]
    last = store.reviews.in_force()[-1]
    assert (last.by, last.subject) == ("lee", pair)
    store.reviews.undo(last, by="dana")
    assert told(store.reviews.in_force()) == [("confirmed", "the reporter told me")]
    with pytest.raises(UsageError):
        store.reviews.undo(last)
    store.reviews.undo(store.reviews.in_force()[-1])
    assert store.reviews.in_force() == []
    steps = store.reviews.steps("b")
    assert [step.said for step in steps] == ["confirmed", "rejected", "undone", "undone"]
    assert [step.undoes for step in steps] == [None, None, steps[1].step, steps[0].step]
    assert store.reviews.steps("c") == []
    assert store.reviewed


def test_a_step_keeps_what_was_seen(store: Store, entry: Callable[..., Entry], link: Callable[..., Link]) -> None:
    seen = link("z", "b")
    store.reviews.record(Subject.passage("z", "b", Span(0, 5), Span(2, 7)), "rejected", link=seen)
    store.add([entry("z", "A new text altogether.")])
    store.reviews.record(Subject.link("z", "b"), "annotated", "two texts later")
    first, second = store.reviews.steps()
    assert first.subject == Subject("passage", ("b", "z"), (Span(2, 7), Span(0, 5)))
    assert first.link == seen
    assert first.seen is not None
    assert second.seen is not None
    assert first.seen[0] == second.seen[0]  # b, which stayed
    assert first.seen[1] < second.seen[1]  # z, which got a new text


def test_publishers_and_phrases_need_no_article(store: Store) -> None:
    store.reviews.record(Subject.publishers("Wire\ud83d", "Herald"), "rejected", by="dana")
    store.reviews.record(Subject.phrase("all rights reserved"), "rejected")
    assert [step.subject for step in store.reviews.steps()] == [
        Subject("publishers", ("Herald", "Wire\ud83d")),
        Subject("phrase", ("all rights reserved",)),
    ]
    assert store.reviews.steps("z") == []
    with pytest.raises(NoSuchArticle):
        store.reviews.record(Subject.link("z", "nobody"), "confirmed")


def test_a_damaged_step_is_noticed(store: Store, link: Callable[..., Link]) -> None:
    store.reviews.record(Subject.link("z", "b"), "confirmed", link=link("z", "b"))
    store.connection.run("UPDATE reviews SET content = x'00'")
    with pytest.raises(DamagedArchive):
        store.reviews.steps()


def test_verification_names_a_damaged_step_and_one_that_takes_nothing_back(
    store: Store, link: Callable[..., Link]
) -> None:
    store.reviews.record(Subject.link("z", "b"), "confirmed", link=link("z", "b"))
    store.reviews.undo(store.reviews.in_force()[0])
    assert store.upkeep.check_integrity() == []
    store.connection.run("UPDATE reviews SET checksum = 1 WHERE step = 1")
    store.connection.run("UPDATE reviews SET undoes = 7 WHERE step = 2")
    assert [problem.where for problem in store.upkeep.check_integrity()] == ["review 1", "review 2"]


@pytest.mark.parametrize(
    ("about", "column", "value"),
    [
        *((about, "subject", value) for about in ("link", "passage", "phrase") for value in (b"", None, "", 7)),
        *((about, "said", value) for about in ("link", "phrase") for value in (b"", "x", -1)),
        *(("passage", column, value) for column in ("low_start", "high_end") for value in (None, "x", 0.5)),
        *(("link", column, None) for column in ("low", "high")),
        ("phrase", "first", None),
        ("phrase", "second", "two"),
        ("publishers", "first", None),
        ("publishers", "second", None),
    ],
)
def test_a_step_that_no_program_writes_is_told_and_never_believed(
    store: Store, about: str, column: str, value: object
) -> None:
    subjects = {
        "link": Subject.link("z", "b"),
        "passage": Subject("passage", ("b", "z"), (Span(0, 3), Span(4, 9))),
        "phrase": Subject.phrase("said on Monday"),
        "publishers": Subject("publishers", ("One", "Two")),
    }
    store.reviews.record(subjects[about], "confirmed")
    assert store.upkeep.check_integrity() == []
    try:
        store.connection.run("PRAGMA ignore_check_constraints = 1")
        store.connection.run(f"UPDATE reviews SET {column} = ?", (value,))
    except ArchiveError:
        return  # the table itself refuses it
    with pytest.raises(DamagedArchive, match="review 1 is damaged"):
        store.reviews.steps()
    assert any("review" in problem.where for problem in store.upkeep.check_integrity())


WORDS = st.lists(st.sampled_from(["confirmed", "rejected", "annotated", "undo"]), max_size=12)


@given(WORDS)
@settings(max_examples=40)
def test_what_holds_is_a_stack(tmp_path_factory: pytest.TempPathFactory, words: list[Literal["confirmed"]]) -> None:
    """Any sequence of words, of which undo takes the last one that is left."""
    left: list[str] = []
    with Store.open(tmp_path_factory.mktemp("stack") / "a.db", create=True) as store:
        for number, word in enumerate(words):
            if word != "undo":
                store.reviews.record(Subject.phrase("said on Monday"), word, str(number))
                left.append(str(number))
            elif left:
                store.reviews.undo(store.reviews.in_force()[-1])
                left.pop()
        assert [step.note for step in store.reviews.in_force()] == left
        assert store.upkeep.check_integrity() == []
