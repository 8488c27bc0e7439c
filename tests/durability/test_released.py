"""An archive of every released version is opened, upgraded, verified and audited, and says what it said.

Each was made by the release itself: six articles of `corpus/` about a ferry strike and a dam, a copy of one with
another id, a second version of one, an audit, quotations, a review, and since 0.3.0 a correction.
"""

from __future__ import annotations

import lzma
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from provenance import Archive
from provenance.errors import ArchiveError, NewerArchive, NotAnArchive
from provenance.store import Store, opening
from provenance.usecases.adding import add
from provenance.usecases.copying import backup, restore
from provenance.usecases.repairing import repair

RELEASED = Path(__file__).parent / "released"
VERSIONS = {"0.1.0": 1, "0.2.0": 1, "0.3.0": 2, "0.4.0": 2}  # with the number of their tables
RENEWED = "ferry-strike-coastline"


@pytest.fixture(params=VERSIONS)
def version(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def released(version: str, tmp_path: Path) -> Path:
    path = tmp_path / "provenance.db"
    path.write_bytes(lzma.decompress((RELEASED / f"{version}.db.xz").read_bytes()))
    return path


def test_every_release_has_an_archive_here() -> None:
    assert sorted(path.name for path in RELEASED.iterdir()) == [f"{version}.db.xz" for version in VERSIONS]


def test_it_is_upgraded_verified_and_audited(released: Path, version: str, tmp_path: Path) -> None:
    before = Path(shutil.copy(released, tmp_path / "before.db"))
    with Archive(released) as archive:
        assert archive.verify(sample=0).problems == ()
        assert len(archive.listed()) == 7
        assert len(archive.versions(RENEWED).versions) == 2
        (row,) = archive.reviews()
        assert (row.step.note, row.step.said) == ("their desk said so", "confirmed")
        if VERSIONS[version] > 1:
            assert archive.article("dam-inspection-newsnook").author == "Ada Example"
        archive.audit()
        assert archive.verify(sample=0).problems == ()
        upgraded = [*map(repr, archive.store.links.iterate())]
        names = [article.id for article in archive.listed()]
        texts = [
            archive.store.articles.get(name, number + 1)
            for number in range(2)
            for name in names
            if number < len(archive.versions(name).versions)
        ]
    kept = released.with_name(f"provenance.db.schema{VERSIONS[version]}.backup")
    with closing(sqlite3.connect(kept)) as raw, closing(sqlite3.connect(before)) as first:
        assert [*raw.iterdump()] == [*first.iterdump()]
    with Archive(tmp_path / "fresh.db") as fresh:
        for article in texts:
            add(fresh.store, [article])
        fresh.audit()
        assert upgraded == [*map(repr, fresh.store.links.iterate())]


def test_reading_it_is_enough_to_upgrade_it(released: Path) -> None:
    with Archive(released, readonly=True) as archive:
        assert archive.verify(sample=0).problems == ()


def test_it_is_backed_up_as_it_is_and_restored(released: Path, version: str, tmp_path: Path) -> None:
    kept = backup(released, tmp_path / "kept.db")
    assert (kept.counts["articles"], kept.counts["reviews"]) == (7, 1)
    assert restore(tmp_path / "new.db", kept.path).upgraded_from == VERSIONS[version]


def test_it_is_repaired(released: Path) -> None:
    found = repair(released)
    assert found.lost == ()
    assert (found.saved.counts["articles"], found.saved.counts["versions"]) == (7, 8)
    assert found.saved.counts["reviews"] == 1


def test_a_newer_one_and_one_that_cannot_be_read_say_so_and_stay(tmp_path: Path) -> None:
    path = tmp_path / "provenance.db"
    path.write_bytes(lzma.decompress((RELEASED / "0.4.0.db.xz").read_bytes()))
    newer = Path(shutil.copy(path, tmp_path / "newer.db"))
    with closing(sqlite3.connect(newer)) as raw:
        raw.execute(f"PRAGMA user_version = {opening.SCHEMA + 1}")
    cut = tmp_path / "cut.db"
    cut.write_bytes(path.read_bytes()[:50_000])
    other = tmp_path / "other.db"
    other.write_text("no archive at all " * 20)
    for file, kind, said in (
        (newer, NewerArchive, "later version of this program"),
        (cut, ArchiveError, "cut short"),
        (other, NotAnArchive, "no archive of this program"),
    ):
        before = file.read_bytes()
        with pytest.raises(kind, match=said) as raised:
            Store.open(file)
        assert "\n" not in str(raised.value)
        assert file.name in str(raised.value)
        assert file.read_bytes() == before
