"""What a batch found, in an archive: as an audit would have left it, or a part of it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from provenance import Archive
from provenance.errors import UnreadableInput
from provenance.usecases.batching import BatchOptions, batch
from provenance.usecases.filters import Filters
from provenance.usecases.importing import import_batch
from tests.usecases.test_batching import corpus_rows, rows_of, write

TABLES = (
    "SELECT id, number FROM articles ORDER BY 1",
    "SELECT a_number, b_number, circumstances, content FROM shared_passages ORDER BY 1, 2",
    "SELECT low, high, low_number, high_number, relation, confidence, content, current FROM judgements ORDER BY 1, 2",
    "SELECT number, content FROM quotations ORDER BY 1",
    "SELECT settings_digest, settings, covered FROM records",
    "SELECT * FROM audited ORDER BY 1, 2",
)


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("given") / "rows.jsonl", corpus_rows())


@pytest.fixture(scope="module")
def made(given: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "found"
    batch([str(given)], str(folder), options=BatchOptions(engine="local", partitions=3))
    return folder


def rows(path: Path) -> list[list[tuple[object, ...]]]:
    with sqlite3.connect(path) as connection:
        found = [connection.execute(query).fetchall() for query in TABLES]
    connection.close()
    return found


def test_an_archive_of_a_batch_is_as_its_audit_leaves_it(made: Path, given: Path, tmp_path: Path) -> None:
    with Archive(tmp_path / "audited.db") as archive:
        archive.add([given], jobs=1)
        archive.audit(jobs=1)
        links = archive.links()
    with Archive(tmp_path / "imported.db") as archive:
        done = import_batch(archive.store, made)
        assert done.is_audited
        assert done.links == len(list(archive.store.links.iterate())) >= len(links)
        assert archive.links() == links
        assert not archive.verify().problems
        assert archive.audit(jobs=1).pairs == 0
    assert rows(tmp_path / "imported.db") == rows(tmp_path / "audited.db")


def test_the_same_batch_again_changes_nothing(made: Path, tmp_path: Path) -> None:
    with Archive(tmp_path / "a.db") as archive:
        import_batch(archive.store, made)
        links = archive.links()
        again = import_batch(archive.store, made)
        assert (len(again.addition.added), again.links, again.is_audited) == (0, 0, True)
        assert archive.links() == links


def test_a_publisher_comes_with_the_links_among_its_articles(made: Path, tmp_path: Path) -> None:
    wanted = {"skerrow argus", "highmoor post"}
    with Archive(tmp_path / "a.db") as archive:
        done = import_batch(archive.store, made, filters=Filters(publishers=frozenset(wanted)))
        assert not done.is_audited
        assert {(row.publisher or "").casefold() for row in archive.listed()} == wanted
        ids = {row.id for row in archive.listed()}
        expected = {(row["a"], row["b"]) for row in rows_of(made, "links") if {row["a"], row["b"]} <= ids}
        assert expected
        assert {(link.a, link.b) for link in archive.store.links.iterate()} == expected
        aligned = archive.audit(jobs=1).pairs
    with Archive(tmp_path / "fresh.db") as fresh:
        fresh.add([given_rows(tmp_path, ids)], jobs=1)
        assert aligned < fresh.audit(jobs=1).pairs


def given_rows(folder: Path, ids: set[str]) -> Path:
    return write(folder / "some.jsonl", [row for row in corpus_rows() if row["id"] in ids])


def test_an_audit_after_an_import_is_that_of_the_articles(made: Path, tmp_path: Path) -> None:
    with Archive(tmp_path / "a.db") as archive, Archive(tmp_path / "fresh.db") as fresh:
        import_batch(archive.store, made, filters=Filters(publishers=frozenset({"skerrow argus", "highmoor post"})))
        ids = {row.id for row in archive.listed()}
        archive.audit(jobs=1)
        fresh.add([given_rows(tmp_path, ids)], jobs=1)
        fresh.audit(jobs=1)
        assert archive.links() == fresh.links()


def test_a_window_of_time_takes_what_may_be_inside(made: Path, tmp_path: Path) -> None:
    dated = sorted((row["published_earliest"], row["id"]) for row in rows_of(made, "articles") if row["published"])
    undated = {row["id"] for row in rows_of(made, "articles") if not row["published"]}
    since = dated[len(dated) // 2][0]
    with Archive(tmp_path / "a.db") as archive:
        import_batch(archive.store, made, filters=Filters(since=since))
        ids = {row.id for row in archive.listed()}
    assert undated <= ids
    assert {name for time, name in dated if time >= since} <= ids
    assert len(ids) < len(dated) + len(undated)


def test_an_article_comes_with_all_that_is_linked_with_it(made: Path, tmp_path: Path) -> None:
    links = [(row["a"], row["b"]) for row in rows_of(made, "links")]
    start = links[0][0]
    group = {start}
    while len(grown := group | {end for pair in links for end in pair if group & set(pair)}) > len(group):
        group = grown
    with Archive(tmp_path / "a.db") as archive:
        import_batch(archive.store, made, component=start)
        assert {row.id for row in archive.listed()} == group
        with pytest.raises(UnreadableInput, match="no article 'nobody'"):
            import_batch(archive.store, made, component="nobody")


def test_beside_other_articles_the_next_audit_decides(made: Path, given: Path, tmp_path: Path) -> None:
    first = corpus_rows()[0]
    changed = write(tmp_path / "changed.jsonl", [{**first, "text": f"Quite another text. {first['text']}"}])
    with Archive(tmp_path / "a.db") as archive, Archive(tmp_path / "b.db") as other:
        archive.add([changed], jobs=1)
        done = import_batch(archive.store, made)
        assert done.addition.renewed == (first["id"],)
        archive.audit(jobs=1)
        other.add([changed], jobs=1)
        other.add([given], jobs=1)
        other.audit(jobs=1)
        assert archive.links() == other.links()


def test_what_is_no_whole_batch_is_refused(made: Path, tmp_path: Path) -> None:
    import shutil

    with Archive(tmp_path / "a.db") as archive:
        with pytest.raises(UnreadableInput, match="no folder here"):
            import_batch(archive.store, tmp_path / "nothing")
        (tmp_path / "empty").mkdir()
        with pytest.raises(UnreadableInput, match="manifest"):
            import_batch(archive.store, tmp_path / "empty")
        shutil.copytree(made, tmp_path / "copy")
        next((tmp_path / "copy" / "links").glob("part-*")).unlink()
        with pytest.raises(UnreadableInput, match="'links' is not as the batch left it"):
            import_batch(archive.store, tmp_path / "copy")
        assert not archive.listed()
