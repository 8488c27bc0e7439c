"""A file that cannot be read is said and left out; an article goes to the file that has it, or that its id names."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from provenance import Archive, Article
from provenance.errors import ArchiveError, SchemeMismatch, UsageError
from provenance.model import Span
from provenance.store import Entry, Store
from provenance.store.shards.joined_store import ShardedStore
from provenance.store.shards.shard_files import names_several, shard_files

TEXT = (
    "The harbour council of Tollen voted on Tuesday to close the eastern quay for a winter of repairs, and fishermen "
    "who moor there were told to move their boats before the first frost."
)


def an_article(identity: str, text: str = TEXT, **known: object) -> Article:
    return Article(identity, text, Span(0, len(text)), **known)  # type: ignore[arg-type]


NEW = an_article("new", f"On Friday it was said again. {TEXT}", publisher="The Tollen Gazette")


def make(path: Path, *articles: Article) -> Path:
    with Archive(path) as archive:
        archive.add(list(articles))
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make(tmp_path / "a.db", an_article("a"))
    make(tmp_path / "b.db", an_article("b", TEXT.replace("winter", "summer")))
    make(
        tmp_path / "c.db", an_article("c", "Something else happened in another town on that day, and nobody noticed.")
    )
    return tmp_path


def links_of(archive: Archive) -> set[str]:
    (findings,) = archive.check_articles([NEW])
    return {link.b for link in findings.links}


def test_every_file_answers(folder: Path) -> None:
    with Archive(folder / "*.db", readonly=True) as archive:
        assert links_of(archive) == {"a", "b"}
        assert archive.store.articles.count() == 3


@pytest.mark.parametrize("broken", [b"", b"no archive at all, but a text " * 9, b"SQLite format 3\0" + b"x" * 5000])
def test_a_file_that_is_no_archive_is_said_and_the_rest_answers(folder: Path, broken: bytes) -> None:
    (folder / "b.db").write_bytes(broken)
    told: list[str] = []
    with Archive(folder / "*.db", readonly=True) as archive:
        archive.tell_of_lost_files(told.append)
        assert links_of(archive) == {"a"}
        (findings,) = archive.check_articles([NEW])
    assert len(told) == 1
    assert "b.db" in told[0]
    assert findings.searched is not None
    assert findings.searched.not_read == tuple(told)


def test_a_file_that_a_list_names_and_nobody_has_is_said(folder: Path) -> None:
    (folder / "b.db").unlink()
    (folder / "all.shards").write_text("a.db\nb.db\nc.db\n", encoding="utf-8")
    told: list[str] = []
    with Archive(folder / "all.shards", readonly=True) as archive:
        archive.tell_of_lost_files(told.append)
        assert links_of(archive) == {"a"}
    assert "there is no archive at" in told[0]


@pytest.mark.parametrize("table", ["fingerprints", "texts", "articles", "versions", "runs_of_postings"])
def test_a_file_that_breaks_off_in_the_middle_is_left_out_of_the_whole_answer(folder: Path, table: str) -> None:
    with sqlite3.connect(folder / "b.db") as raw:
        known = [name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        chosen = table if table in known else next(name for name in known if "posting" in name)
        (page,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (chosen,)).fetchone()
        (size,) = raw.execute("PRAGMA page_size").fetchone()
    raw.close()
    with (folder / "b.db").open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    told: list[str] = []
    with Archive(folder / "*.db", readonly=True) as archive:
        archive.tell_of_lost_files(told.append)
        assert links_of(archive) == {"a"}
        assert links_of(archive) == {"a"}
        assert {row.id for row in archive.listed()} == {"a", "c"}
    assert len(told) == 1
    assert "b.db" in told[0]


def test_no_file_left_is_an_error(folder: Path) -> None:
    for name in "abc":
        (folder / f"{name}.db").write_bytes(b"x" * 500)
    with pytest.raises(ArchiveError, match=r"none of the 3 files of .*\*\.db can be read: .*a\.db"):
        Archive(folder / "*.db", readonly=True)


def test_a_new_article_goes_to_the_file_that_its_id_is_dealt_to(tmp_path: Path) -> None:
    (tmp_path / "all.shards").write_text("0.db\n1.db\n2.db\n", encoding="utf-8")
    some = [an_article(f"article {n}", f"{TEXT} Number {n}.") for n in range(30)]
    for order in (some, some[::-1]):
        with Archive(tmp_path / "all.shards") as archive:
            archive.add(order)
            counts = [store.articles.count() for store in archive.store.files]
            assert archive.store.articles.count() == 30
        assert sum(counts) == 30
        assert min(counts) > 0


def test_an_article_stays_where_its_id_or_its_address_is(folder: Path) -> None:
    with Archive(folder / "*.db") as archive:
        first, second, _ = archive.store.files
        shorter = TEXT.replace(" before the first frost", "")
        added = archive.add([an_article("b", shorter, url="https://example.org/quay")])
        assert added.renewed == ("b",)
        added = archive.add([an_article("another id", f"{shorter} Again.", url="http://example.org/quay/")])
        assert added.renewed == ("b",)
        assert len(second.articles.versions("b")) == 3
        assert first.articles.count() == 1


def test_nothing_is_added_where_a_file_is_missing(folder: Path) -> None:
    (folder / "b.db").write_bytes(b"x" * 500)
    with pytest.raises(ArchiveError, match=r"b\.db"):
        Archive(folder / "*.db")
    with Archive(folder / "a.db", readonly=True) as archive:
        assert archive.store.articles.count() == 1


def test_what_is_done_in_one_file_says_so(folder: Path) -> None:
    with Archive(folder / "*.db") as archive:
        works = (archive.audit, archive.statistics, archive.quotes, archive.verify, lambda: archive.remove(["a"]))
        for work in works:
            with pytest.raises(UsageError, match=r"names 3 archives, and this is done in one: name it with --db "):
                work()


def test_files_of_two_recipes_are_not_mixed(folder: Path, entry: Callable[..., Entry]) -> None:
    with Store.open(folder / "d.db", create=True) as store:
        store.add([entry("d", "A text of another recipe.", [1], [1], [1])])
    with Archive(folder / "*.db", readonly=True) as archive, pytest.raises(SchemeMismatch, match=r"d\.db holds"):
        links_of(archive)


def test_a_pattern_is_one_only_where_no_file_has_that_name(tmp_path: Path) -> None:
    assert names_several(tmp_path / "*.db")
    assert names_several("shards/[0-9].db")
    assert not names_several("provenance.db")
    make(tmp_path / "what.db", an_article("a")).rename(tmp_path / "what?.db")
    assert not names_several(tmp_path / "what?.db")
    with Archive(tmp_path / "what?.db", readonly=True) as archive:
        assert archive.store.articles.count() == 1


def test_a_pattern_leaves_out_what_lies_beside_archives(folder: Path) -> None:
    (folder / "a.db-wal").touch()
    (folder / "deep.db").mkdir()
    assert [path.name for path in shard_files(folder / "*.db")] == ["a.db", "b.db", "c.db"]
    with pytest.raises(ArchiveError, match="no file is named like"):
        shard_files(folder / "*.archive")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "names no archive"),
        (b"# nothing\n\n", "names no archive"),
        (b"a.db\nb.db\na.db\n", "twice"),
        (b"SQLite format 3\0", "no list of shards"),
        (b"x.db\n" * 300_000, "no list of shards"),
        (b"".join(b"%d.db\n" % n for n in range(1001)), "at most 1,000"),
    ],
)
def test_a_list_that_is_none_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "all.shards").write_bytes(content)
    with pytest.raises(ArchiveError, match=said):
        shard_files(tmp_path / "all.shards")


def test_closing_closes_every_file(folder: Path) -> None:
    from provenance.store import open_files

    store = ShardedStore.open(folder / "*.db", readonly=True)
    assert all(open_files.is_open(folder / f"{name}.db") for name in "abc")
    store.close()
    assert not any(open_files.is_open(folder / f"{name}.db") for name in "abc")
