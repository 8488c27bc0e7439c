"""Adding articles: what is new, known, newer or contradictory; the same archive whatever the engine."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from provenance.config.fingerprint import FingerprintSettings
from provenance.engines import engine_for
from provenance.engines.in_process import InProcess
from provenance.errors import SchemeMismatch
from provenance.ingest import storing
from provenance.model import Article, SkippedInput, Span
from provenance.retrieval.candidates import candidates
from provenance.sources import json_lines_reader, read
from provenance.store import Store
from provenance.usecases.adding import add
from provenance.usecases.archive import Archive

WORDS = ["harbour", "dredger", "council", "mayor", "barge", "silt", "tide", "ferry", "pilot", "crane"]


def article(name: str, text: str, **known: str) -> Article:
    return Article(name, text, Span(0, len(text)), **known)  # type: ignore[arg-type]


def invented(number: int) -> Article:
    generator = np.random.default_rng(number)
    words = [f"{WORDS[w]}{generator.integers(40)}" for w in generator.integers(len(WORDS), size=120)]
    return article(f"a{number:03}", " ".join(words) + ".")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "archive.db", create=True)


def test_new_known_newer_and_skipped_are_told_apart(store: Store) -> None:
    broken = SkippedInput("feed line 7", "broken")
    first = add(store, [article("one", "The ferry sank."), broken, article("two", "Snow.")])
    assert (first.added, first.renewed, first.unchanged) == (("one", "two"), (), 0)
    assert first.skipped == (broken,)
    again = add(store, [article("one", "The ferry sank."), article("two", "Snow fell."), article("three", "Rain.")])
    assert (again.added, again.renewed, again.unchanged, again.skipped) == (("three",), ("two",), 1, ())
    assert store.articles.get("two").text == "Snow fell."
    assert store.articles.count() == 3


@pytest.mark.parametrize("size", [1, 2, 500])
def test_an_id_used_twice_in_one_input_keeps_the_first(
    store: Store, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storing, "PORTION_ARTICLES", size)
    rows = [article("x", "The first text."), article("x", "Another text."), article("x", "The first text.")]
    report = add(store, rows)
    assert (report.added, report.unchanged) == (("x",), 1)
    assert len(report.skipped) == 1
    assert "id 'x' occurs twice" in report.skipped[0].reason
    assert store.articles.get("x").text == "The first text."


@pytest.mark.parametrize("size", [1, 500])
def test_an_address_used_twice_in_one_input_keeps_the_first(
    store: Store, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storing, "PORTION_ARTICLES", size)
    url = "https://example.org/story"
    report = add(store, [article("x", "The first text.", url=url), article("y", "Another text.", url=url)])
    assert report.added == ("x",)
    assert "URL" in report.skipped[0].reason
    later = add(store, [article("y", "Another text.", url=url)])
    assert later.renewed == ("x",)


def test_equal_file_names_in_different_folders_are_different_articles(store: Store, tmp_path: Path) -> None:
    def file(path: str, text: str) -> Path:
        where = tmp_path / path
        where.parent.mkdir(parents=True, exist_ok=True)
        where.write_text(text, "utf-8")
        return where

    file("a/story.txt", "The mayor opened the new lock on Monday.")
    file("b/story.txt", "Storm closes the harbour for a second day.")
    file("c/b/story.txt", "Council debates the price of dredging.")
    first = add(store, read([tmp_path]))
    assert first.added == ("story", "b/story", "c/b/story")
    assert not first.skipped  # neither the archive nor the files beside it
    again = add(store, read([tmp_path / "b"]))
    assert (again.added, again.renewed, again.unchanged) == ((), (), 1)
    file("b/story.txt", "Storm closes the harbour for a third day.")
    assert add(store, read([tmp_path])).renewed == ("b/story",)
    file("moved/story.txt", "The mayor opened the new lock on Monday.")
    assert add(store, read([tmp_path / "moved"])).unchanged == 1
    file("b/feed.jsonl", '{"text": "One row."}\n{"text": "Another row."}\n')
    file("c/feed.jsonl", '{"text": "A third row."}\n{"text": "A fourth row."}\n')
    assert add(store, read([tmp_path / "b/feed.jsonl", tmp_path / "c/feed.jsonl"])).added == (
        "feed:1",
        "feed:2",
        "c/feed:1",
        "c/feed:2",
    )


def test_the_archive_is_the_same_whatever_the_number_of_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storing, "PORTION_ARTICLES", 10)
    kept = []
    for jobs in (1, 2):
        with Store.open(tmp_path / f"{jobs}.db", create=True) as store, engine_for(jobs) as engine:
            report = add(store, map(invented, range(80)), engine=engine)
            numbers = store.articles.numbers(report.added)
            asked = np.unique(np.random.default_rng(1).integers(0, 2**63, 5).astype(np.uint64))
            kept.append(
                (
                    report.added,
                    np.asarray(store.index.signatures(numbers.tolist())).tolist(),
                    candidates(store, invented(3), FingerprintSettings()),
                    len(store.index.lookup("passage", asked, 10).articles),
                )
            )
    assert kept[0] == kept[1]


class Hasty(InProcess):
    """Draws all tasks before it gives the first result."""

    def map(self, function: Callable[[Any], Any], tasks: Iterable[Any]) -> Iterator[Any]:
        return map(function, list(tasks))


def test_skipped_inputs_are_told_in_their_order_whatever_was_drawn_ahead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storing, "PORTION_ARTICLES", 1)
    told = []
    for name, engine in (("orderly", InProcess()), ("hasty", Hasty())):
        with Store.open(tmp_path / f"{name}.db", create=True) as store:
            add(store, [article("a", "Snow.", url="https://a.example"), article("b", "Rain.")])
            report = add(
                store,
                [
                    article("b", "Hail.", url="https://a.example"),  # contradicts what is archived
                    SkippedInput("feed line 2", "broken"),
                    article("c", "Wind."),
                    SkippedInput("feed line 4", "broken"),
                ],
                engine=engine,
            )
            told.append([skipped.where for skipped in report.skipped])
    assert told == [["b", "feed line 2", "feed line 4"]] * 2


def test_rows_are_read_alike_whatever_the_number_of_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_lines_reader, "PORTION_LINES", 3)
    rows = [json.dumps({"text": f"HARBOUR NEWS\n\nBy Ida Strand\n\n{invented(n).text}"}) for n in range(40)]
    rows[7], rows[31] = '{"text": 5}', "no row"
    (tmp_path / "feed.jsonl.gz").write_bytes(gzip.compress("\n".join(rows).encode())[:-9])
    made = []
    for jobs in (1, 2):
        with Archive(tmp_path / f"{jobs}.db") as archive:
            report = archive.add([tmp_path / "feed.jsonl.gz"], jobs=jobs)
            made.append((report.added, report.skipped, [archive.article(name) for name in report.added]))
    assert made[0] == made[1]
    assert [skipped.where.rpartition("/")[2] for skipped in made[0][1]] == [
        "feed.jsonl.gz line 8",
        "feed.jsonl.gz line 32",
        "feed.jsonl.gz after line 39",
    ]


def test_progress_counts_what_is_stored(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storing, "PORTION_ARTICLES", 4)
    told: list[int] = []

    def tell(what: str, done: int, total: int | None) -> None:
        assert store.articles.count() == done
        told.append(done)

    add(store, map(invented, range(10)), on_progress=tell)
    assert told == [4, 8, 10]


def test_articles_without_words_are_kept_and_found_by_nobody(store: Store) -> None:
    add(store, [article("dots", "... !!! ..."), article("nul", "\x00\x00"), article("half", "\ud800 lone")])
    assert store.articles.count() == 3
    assert candidates(store, article("q", "?!"), FingerprintSettings()).candidates == ()


def test_other_settings_than_the_archives_are_refused(store: Store) -> None:
    add(store, [invented(1)])
    with pytest.raises(SchemeMismatch, match="reindex"):
        add(store, [invented(2)], FingerprintSettings(tile=4))
