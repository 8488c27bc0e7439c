"""Numbers that are kept are found once for all who ask at a time, and found anew after a change."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from provenance import Archive
from provenance.usecases.browsing.laid_links import MOST_STATES, KeptLinks


@pytest.fixture
def own_db(corpus_db: Path, tmp_path: Path) -> Path:
    path = tmp_path / "copy.db"
    shutil.copy(corpus_db, path)
    return path


def counting() -> tuple[list[int], Callable[[], int]]:
    made: list[int] = []
    return made, lambda: made.append(len(made)) or len(made)


def test_of_many_who_ask_at_a_time_one_counts(corpus_db: Path) -> None:
    kept, readers = KeptLinks(), 6
    together, made = threading.Barrier(readers), []

    def ask(_: int) -> int:
        with Archive(corpus_db, readonly=True) as archive, archive.store.snapshot():
            together.wait(60)
            return kept.counted(archive.store, 0.8, "what", lambda: made.append(1) or 7)

    with ThreadPoolExecutor(readers) as pool:
        assert [*pool.map(ask, range(readers))] == [7] * readers
    assert made == [1]


def test_who_waits_counts_after_one_who_failed(corpus_db: Path) -> None:
    kept = KeptLinks()
    with Archive(corpus_db, readonly=True) as archive:
        with pytest.raises(ZeroDivisionError):
            kept.counted(archive.store, 0.8, "what", lambda: 1 // 0)
        assert kept.counted(archive.store, 0.8, "what", lambda: 7) == 7


def test_what_is_said_of_articles_alone_holds_until_they_change(own_db: Path) -> None:
    kept = KeptLinks()
    made, count = counting()
    linked, count_links = counting()

    def ask() -> None:
        kept.counted(archive.store, 0.8, "names", count, of_articles=True)
        kept.counted(archive.store, 0.8, "links", count_links)

    with Archive(own_db) as archive:
        ask()
        link = archive.listed_links()[0]
        archive.review(link.a, link.b, "reject", by="dana")
        ask()
        assert (len(made), len(linked)) == (1, 2)
        archive.edit(link.a, {"publisher": "Another Paper"}, by="dana")
        ask()
        assert (len(made), len(linked)) == (2, 3)
        archive.edit(link.a, {"publisher": "A Third Paper"}, by="dana")
        ask()
        archive.undo_edit(link.a)
        ask()
        assert len(made) == 4


def test_links_as_they_are_recorded_are_not_read_again_for_what_people_say(own_db: Path, tmp_path: Path) -> None:
    kept = KeptLinks()
    made, count = counting()
    with Archive(own_db) as archive:
        links = archive.listed_links()
        for link in links[:3]:
            archive.review(link.a, link.b, "reject", by="dana")
            kept.counted(archive.store, 0.8, "recorded", count, of_links=True)
        assert len(made) == 1
        story = tmp_path / "story.jsonl"
        text = archive.store.articles.get(links[0].a).text
        story.write_text(json.dumps({"id": "one more", "text": text}))
        archive.add([story])
        archive.audit()
        kept.counted(archive.store, 0.8, "recorded", count, of_links=True)
        assert len(made) == 2


def test_old_states_are_forgotten(own_db: Path) -> None:
    kept = KeptLinks()
    with Archive(own_db) as archive:
        link = archive.listed_links()[0]
        for number in range(MOST_STATES + 3):
            archive.review(link.a, link.b, "note", note=f"note {number}", by="dana")
            kept.counted(archive.store, 0.8, "what", lambda: 7)
        assert len(kept._states) == MOST_STATES
        assert not kept._finding
