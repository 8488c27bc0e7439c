"""A batch finds what `add` and `audit` find, byte for byte, however it is cut, spread, shuffled or interrupted."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from provenance import Archive
from provenance.batch import blocks
from provenance.engines import local_tables
from provenance.errors import MissingExtra, UnreadableInput, UsageError
from provenance.store import link_from_bytes
from provenance.usecases.batching import TABLES, BatchOptions, batch
from tests.conftest import CORPUS

LOCAL = BatchOptions(engine="local", partitions=3)


def rows_of(folder: Path, table: str) -> list[dict[str, Any]]:
    """The rows of a table in an order that no engine changes."""
    parts = [pq.read_table(part) for part in sorted((folder / table).glob("part-*"))]
    return sorted(pa.concat_tables(parts).to_pylist(), key=repr)


def everything(folder: Path) -> dict[str, list[dict[str, Any]]]:
    return {table: rows_of(folder, table) for table in TABLES}


def corpus_rows() -> list[dict[str, Any]]:
    """The articles of the corpus as rows, as they are read."""
    with Archive() as archive:
        archive.add([CORPUS / "articles"], jobs=1)
        found = []
        for row in archive.listed():
            article = archive.article(row.id)
            found.append(
                {
                    "id": article.id,
                    "text": article.text,
                    "publisher": article.publisher,
                    "title": article.title,
                    "author": article.author,
                    "published": article.published.written if article.published else None,
                }
            )
    return sorted(found, key=lambda row: str(row["id"]))


def write(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("given") / "rows.jsonl", corpus_rows())


@pytest.fixture(scope="module")
def audited(given: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive(tmp_path_factory.mktemp("audited") / "a.db") as archive:
        archive.add([given], jobs=1)
        archive.audit(jobs=1)
        yield archive


@pytest.fixture(scope="module")
def made(given: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "found"
    batch([str(given)], str(folder), options=LOCAL)
    return folder


def test_a_batch_finds_what_add_and_audit_find(made: Path, audited: Archive) -> None:
    store = audited.store
    found = everything(made)
    numbers = store.articles.all_numbers().tolist()
    ids = dict(zip(numbers, store.articles.ids(numbers), strict=True))
    assert {row["number"]: row["id"] for row in found["articles"]} == ids
    known = store.passages.known(store.links.record)
    compared = {
        (ids[a], ids[b]): bool(linked)
        for a, b, linked in zip(known.a.tolist(), known.b.tolist(), known.linked.tolist(), strict=True)
    }
    assert {(row["a"], row["b"]): row["shares"] for row in found["pairs"] if row["compared"]} == compared
    links = {(link.a, link.b): link for link in store.links.iterate()}
    assert len(links) > 20
    read = {
        (row["a"], row["b"]): link_from_bytes(row["judgement"], row["alignment"] if row["refers"] else None)
        for row in found["links"]
    }
    assert read == links
    assert len(found["passages"]) == sum(len(link.passages) for link in links.values())
    quotations = store.quotations.packed(list(ids.values()))
    assert {row["id"]: row["quotations"] for row in found["readings"]} == quotations
    groups = {(tuple(each.id for each in one.members), one.kept, one.weakest) for one in audited.clusters()}
    assert groups
    assert {
        (tuple(row["members"]), row["kept"], (row["weakest_a"], row["weakest_b"], row["weakest_jaccard"]))
        for row in found["clusters"]
    } == groups


def test_rows_for_people_say_what_the_links_say(made: Path, audited: Archive) -> None:
    articles = {row["id"]: row for row in rows_of(made, "articles")}
    for row in rows_of(made, "links"):
        link = audited.store.links.between(row["a"], row["b"])
        assert link is not None
        assert [each["kind"] for each in json.loads(row["evidence"])] == [each.kind.name for each in link.evidence]
    for row in rows_of(made, "quotations"):
        assert articles[row["article"]]["text"][row["start"] : row["end"]] == row["text"]


@pytest.mark.parametrize(
    "options",
    [BatchOptions(engine="local", partitions=8), BatchOptions(engine="processes", jobs=2, partitions=5)],
    ids=["eight parts", "two processes"],
)
def test_neither_parts_nor_processes_nor_the_order_of_rows_matter(
    options: BatchOptions, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shuffled = corpus_rows()
    random.Random(7).shuffle(shuffled)
    given = write(tmp_path / "rows.jsonl", shuffled)
    if options.engine == "local":
        monkeypatch.setattr(blocks, "BLOCK", 7)
        for part in ("fingerprinting",):
            monkeypatch.setattr(f"provenance.batch.{part}.BLOCK", 7)
        monkeypatch.setattr(local_tables, "BATCH", 5)
    batch([str(given)], str(tmp_path / "found"), options=options)
    one, other = everything(tmp_path / "found"), everything(made)
    for table in TABLES:
        assert without_origin(one[table]) == without_origin(other[table]), table


def without_origin(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{name: value for name, value in row.items() if name != "origin"} for row in rows]


def test_what_add_leaves_out_a_batch_leaves_out(tmp_path: Path) -> None:
    story = "The harbour office closed its gates on Monday after the storm warning was raised again. "
    rows: list[Any] = [
        {"id": "a", "text": story * 3, "url": "https://x.example/a"},
        {"id": "b", "text": story * 2, "url": "http://x.example/a/"},  # the address of another text
        {"id": "b", "text": story, "url": "https://x.example/b"},  # b was refused, so this is the first
        {"id": "a", "text": story * 3},
        {"id": "a", "text": story},
        {"id": "c", "text": story * 3, "url": "https://x.example/a"},  # the same text under two ids
        {"id": "d"},
        [],
        {"text": story * 4, "published": "no date at all"},
    ]
    one = tmp_path / "one" / "rows.jsonl"
    two = tmp_path / "two" / "rows.jsonl"
    for each in (one, two):
        each.parent.mkdir()
    write(one, rows)
    write(two, [{"text": story * 5}, {"text": story * 6}])
    nothing = tmp_path / "missing.jsonl"
    batch([str(one), str(two), str(nothing)], str(tmp_path / "found"), options=LOCAL)
    with Archive(tmp_path / "a.db") as archive:
        added = archive.add([one, two, nothing], jobs=1)
        ids = sorted(row.id for row in archive.listed())
    found = everything(tmp_path / "found")
    assert sorted(row["id"] for row in found["articles"]) == ids
    said = {(row["where"], row["reason"], row["kind"]) for row in found["skipped"] if not row["note"]}
    assert said == {(each.where, each.reason, each.kind) for each in added.skipped}
    assert {(row["where"], row["reason"]) for row in found["skipped"] if row["note"]} == {
        (each.where, each.reason) for each in added.notes
    }


def test_no_article_at_all_makes_empty_tables(tmp_path: Path) -> None:
    given = write(tmp_path / "rows.jsonl", [{"id": "d"}])
    done = batch([str(given)], str(tmp_path / "found"), options=LOCAL)
    assert done.rows["skipped"] == 1
    assert sum(done.rows.values()) == 1


class Stopped(Exception):
    """What stops a batch in these tests."""


@pytest.mark.parametrize("step", ["articles", "_steps/proposed", "_steps/shared", "_steps/judged", "links"])
def test_a_batch_that_was_stopped_goes_on(
    step: str, given: Path, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = local_tables.KeptTables.note
    kept: list[str] = []

    def stopping(self: Any, table: str, rows: int) -> None:
        if table == step:
            raise Stopped
        kept.append(table)
        note(self, table, rows)

    monkeypatch.setattr(local_tables.KeptTables, "note", stopping)
    with pytest.raises(Stopped):
        batch([str(given)], str(tmp_path / "found"), options=LOCAL)
    before = list(kept)
    step = ""
    batch([str(given)], str(tmp_path / "found"), options=LOCAL)
    assert before
    assert not set(before) & set(kept[len(before) :])
    assert everything(tmp_path / "found") == everything(made)
    assert not (tmp_path / "found" / "_steps").exists()


def test_a_finished_batch_is_not_made_again(made: Path, given: Path) -> None:
    manifest = (made / "manifest.json").read_bytes()
    times = {path: path.stat().st_mtime_ns for path in made.rglob("part-*")}
    again = batch([str(given)], str(made), options=LOCAL)
    assert again.rows == json.loads(manifest)["rows"]
    assert {path: path.stat().st_mtime_ns for path in made.rglob("part-*")} == times
    assert (made / "manifest.json").read_bytes() == manifest


def test_a_folder_of_another_batch_is_left_alone(made: Path, tmp_path: Path) -> None:
    other = write(tmp_path / "rows.jsonl", [{"id": "x", "text": "words"}])
    with pytest.raises(UsageError, match="another batch"):
        batch([str(other)], str(made), options=LOCAL)


def test_wrong_use_is_said_at_once(tmp_path: Path, given: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match="at least one"):
        batch([], str(tmp_path / "found"), options=LOCAL)
    with pytest.raises(UsageError, match="only --engine spark writes"):
        batch([str(given)], "hdfs://somewhere/found", options=LOCAL)
    with pytest.raises(UnreadableInput, match="only --engine spark reads"):
        batch(["hdfs://somewhere/rows.jsonl"], str(tmp_path / "found"), options=LOCAL)
    mapping: Mapping[str, str] = {"words": "text"}
    with pytest.raises(UsageError, match="words"):
        batch([str(given)], str(tmp_path / "found"), options=BatchOptions(engine="local", mapping=mapping))
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(MissingExtra, match="parquet"):
        batch([str(given)], str(tmp_path / "found"), options=LOCAL)
