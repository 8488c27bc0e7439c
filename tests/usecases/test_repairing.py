"""What is whole of a damaged archive is saved, what is not is named, and the damaged file stays as it is."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import full_archive
import pytest
from older_archive import with_tables_of_020

from provenance import Archive
from provenance.errors import ArchiveError, DamagedArchive, NewerArchive, UsageError
from provenance.model.copies import Repaired
from provenance.usecases.repairing import repair

PAGE = 4096


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("full") / "full.db"
    full_archive.fill(path)
    return path


@pytest.fixture(scope="module")
def whole(full: Path) -> bytes:
    return full.read_bytes()


def held(path: Path) -> dict[str, list[str]]:
    """Everything that people cannot find again, as text."""
    with Archive(path, readonly=True) as archive:
        rows = archive.store.connection.rows
        assert archive.verify(sample=0).problems == ()
        return {
            "articles": [*map(repr, archive.store.articles.iterate())],
            "versions": [*map(repr, rows("SELECT * FROM versions ORDER BY number"))],
            "reviews": [*map(repr, rows("SELECT * FROM reviews ORDER BY step"))],
            "corrections": [*map(repr, rows("SELECT * FROM corrections ORDER BY correction"))],
            "addresses": [*map(repr, rows("SELECT * FROM addresses ORDER BY 1, 2"))],
            "measured": [repr(archive.store.detection.read("news"))],
        }


def repaired(tmp_path: Path, content: bytes) -> Repaired:
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(content)
    found = repair(damaged, force=True)
    assert damaged.read_bytes() == content
    assert sorted(path.name for path in tmp_path.iterdir()) == ["damaged.db", "damaged.db.repaired"]
    return found


def roots(full: Path) -> dict[str, int]:
    with closing(sqlite3.connect(full)) as raw:
        return dict(raw.execute("SELECT name, rootpage FROM sqlite_master WHERE rootpage > 0"))


def without(content: bytes, *pages: int) -> bytes:
    spoilt = bytearray(content)
    for page in pages:
        spoilt[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)
    return bytes(spoilt)


def test_of_a_whole_archive_everything_is_saved(full: Path, whole: bytes, tmp_path: Path) -> None:
    found = repaired(tmp_path, whole)
    assert found.lost == ()
    assert held(found.saved.path) == held(full)
    with Archive(found.saved.path) as archive, full_archive.tiny_encoder():
        archive.audit()
        again = {(link.a, link.b) for link in archive.links()}
    with Archive(full, readonly=True) as archive:
        assert again >= {(link.a, link.b) for link in archive.links()}


@pytest.mark.parametrize("lost", [100, PAGE], ids=["header", "first page"])
def test_without_the_beginning_of_the_file_all_is_found(full: Path, whole: bytes, tmp_path: Path, lost: int) -> None:
    found = repaired(tmp_path, bytes(lost) + whole[lost:])
    assert found.lost == ()
    expected = held(full)
    if lost == PAGE:  # without the names of tables those with the shape of another are not looked for
        expected["measured"] = [repr(None)]
    assert held(found.saved.path) == expected


@pytest.mark.parametrize("table", ["articles", "versions", "texts", "reviews", "corrections"])
def test_without_the_root_of_a_table_its_rows_are_found(full: Path, whole: bytes, tmp_path: Path, table: str) -> None:
    """Those below it are on other pages, those on it are repeated in indexes."""
    found = repaired(tmp_path, without(whole, roots(full)[table]))
    expected = held(full)
    if table == "reviews":
        assert all(line.startswith("review") for line in found.lost)
        assert found.saved.counts["reviews"] == 6
    else:
        assert found.lost == ()
        assert held(found.saved.path) == expected


def test_a_lost_text_is_named_and_no_other_article_suffers(whole: bytes, tmp_path: Path, full: Path) -> None:
    with closing(sqlite3.connect(full)) as raw:
        name, content = raw.execute(
            "SELECT a.id, t.content FROM texts t JOIN articles a USING (number) ORDER BY length(content) DESC"
        ).fetchone()
    place = whole.index(content) + 40
    found = repaired(tmp_path, whole[:place] + bytes(20) + whole[place + 20 :])
    assert repr(name) in found.lost[0]
    assert all(line.startswith(("review", "correction", "what was read")) for line in found.lost[1:])
    assert found.saved.counts["articles"] == 16
    assert held(found.saved.path)["articles"] == [one for one in held(full)["articles"] if repr(name) not in one]


def test_a_title_that_is_damaged_costs_what_is_known_and_not_the_text(whole: bytes, tmp_path: Path) -> None:
    article = full_archive.articles()[6]
    assert article.title is not None
    row = f"{article.title}{article.author or ''}{article.publisher or ''}".encode()  # as SQLite writes values
    assert row in whole
    found = repaired(tmp_path, whole.replace(row, b"X" + row[1:]))
    assert len(found.lost) == 1
    assert repr(article.id) in found.lost[0]
    with Archive(found.saved.path, readonly=True) as archive:
        saved = archive.article(article.id)
    assert (saved.text, saved.title, saved.publisher) == (article.text, None, None)


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_damaged_nothing_wrong_is_saved(whole: bytes, full: Path, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    if seed % 2:
        spoilt = without(whole, *chance.sample(range(2, len(whole) // PAGE), 10))
    else:
        flipped = bytearray(whole)
        for _ in range(60):
            flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
        spoilt = bytes(flipped)
    found = repaired(tmp_path, spoilt)
    with Archive(full, readonly=True) as archive:
        texts = {
            archive.store.articles.get(each.id, n + 1).text for each in archive.listed() for n in range(each.versions)
        }
        ids = {each.id for each in archive.listed()}
    with Archive(found.saved.path, readonly=True) as archive:
        assert archive.verify(sample=0).problems == ()
        saved = {article.id: article.text for article in archive.store.articles.iterate()}
    assert set(saved.values()) <= texts
    named = " ".join(found.lost)
    for identity in ids - set(saved):
        assert repr(identity) in named or "lost-id" in named


def test_an_archive_of_an_older_release_is_saved(full: Path, tmp_path: Path) -> None:
    older = Path(shutil.copy(full, tmp_path / "older.db"))
    with_tables_of_020(older)
    content = older.read_bytes()
    older.unlink()
    found = repaired(tmp_path, content)
    assert found.lost == ()
    assert found.saved.counts["articles"] == 17


def test_what_is_in_the_log_is_saved_too(full: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(full, tmp_path / "a.db"))
    with Archive(path) as archive:
        archive.edit(archive.listed()[3].id, {"title": "A title in the log"}, "dana")
        for end in ("", "-wal"):  # as after a crash; this process has the file open, so SQLite's locks are at stake
            subprocess_copy(f"{path}{end}", f"{tmp_path / 'damaged.db'}{end}")
    found = repair(tmp_path / "damaged.db")
    assert found.lost == ()
    with Archive(found.saved.path, readonly=True) as archive:
        assert "A title in the log" in {each.title for each in archive.listed()}
    log = bytearray((tmp_path / "damaged.db-wal").read_bytes())
    log[2000] ^= 1
    (tmp_path / "damaged.db-wal").write_bytes(log)
    assert "log" in repair(tmp_path / "damaged.db", force=True).lost[0]


def subprocess_copy(source: str, target: str) -> None:
    from flip_run import shell_copy

    shell_copy(source, target)


def test_what_is_no_archive_and_what_is_in_the_way(whole: bytes, tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="no archive at"):
        repair(tmp_path / "none.db")
    for content in (b"just text " * 900, random.Random(1).randbytes(20000), b"SQLite format 3\0" + bytes(5000)):
        (tmp_path / "damaged.db").write_bytes(content)
        with pytest.raises(DamagedArchive, match="nothing of"):
            repair(tmp_path / "damaged.db")
    (tmp_path / "damaged.db").write_bytes(b"")
    with pytest.raises(ArchiveError, match="empty"):
        repair(tmp_path / "damaged.db")
    (tmp_path / "damaged.db").write_bytes(whole)
    (tmp_path / "damaged.db.repaired").write_text("mine")
    with pytest.raises(UsageError, match="--force"):
        repair(tmp_path / "damaged.db")
    assert (tmp_path / "damaged.db.repaired").read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["damaged.db", "damaged.db.repaired"]


def test_an_archive_of_a_later_release_is_left_to_that(full: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(full, tmp_path / "later.db"))
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA user_version = 77")
        raw.execute("UPDATE _sqlite_migrations SET name = '0999 later' WHERE id = 1")
        raw.commit()
    with pytest.raises(NewerArchive):
        repair(path)
