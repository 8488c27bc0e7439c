"""After `remove --purge` no byte of a text is in the archive's files: plain, packed, as words of an index, coded."""

from __future__ import annotations

import pickle
import shutil
import sqlite3
import subprocess
import sys
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import full_archive
import pytest

from provenance import Archive
from provenance.errors import ArchiveBusy, NoSuchArticle
from provenance.model import Article
from provenance.text.folded_text import folded_all
from provenance.usecases.adding import add
from provenance.usecases.copying import backup

PACKED = "SELECT content FROM texts JOIN versions USING (number) JOIN articles USING (article) WHERE id = ?"
PACKED = "SELECT content FROM texts JOIN versions USING (number) JOIN articles USING (article) WHERE id = ?"
CODES = (
    "SELECT large FROM meanings JOIN versions USING (number) JOIN articles USING (article) "
    "WHERE id = ? AND length(large) > 16"
)
WINDOW = 20  # characters of a text that no other text has


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("full") / "full.db"
    full_archive.fill(path)
    return path


@pytest.fixture
def archive(full: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(full, tmp_path / "archive.db"))


def versions(archive: Archive, name: str) -> list[Article]:
    return [archive.store.articles.get(name, number + 1) for number in range(len(archive.versions(name).versions))]


def needles(archive: Archive, name: str) -> set[bytes]:
    """What only this article has: stretches of its texts, words, packed texts, who speaks in it."""
    store = archive.store
    mine = " ".join(each.text for each in versions(archive, name))
    others = [text.text for one in archive.listed() if one.id != name for text in versions(archive, one.id)]
    rest = "\n".join(others)
    found = {
        mine[place : place + WINDOW].encode()
        for place in range(0, len(mine) - WINDOW, 3)
        if mine[place : place + WINDOW] not in rest
    }
    folded = b" ".join(
        [*folded_all(others), *(repr(one).lower().encode() for one in archive.listed() if one.id != name)]
    )
    found |= {word for word in b" ".join(folded_all([mine])).split() if len(word) > 6 and word not in folded}
    found |= {content for (content,) in store.connection.rows(PACKED, (name,))}
    speakers = store.connection.rows(
        "SELECT name, max(id <> ?) FROM speakers JOIN spoken USING (speaker) JOIN versions v USING (number) "
        "JOIN articles a USING (article) GROUP BY name",
        (name,),
    )
    return found | {one.encode() for one, elsewhere in speakers if not elsewhere and one not in rest and len(one) > 6}


def bytes_of(path: Path) -> Iterator[bytes]:
    """The file's bytes, and whatever can be unpacked of its values."""
    for end in ("", "-wal", "-journal"):
        file = Path(f"{path}{end}")
        if file.exists():
            yield file.read_bytes()
    with closing(sqlite3.connect(path)) as raw:
        raw.text_factory = bytes
        tables = [name.decode() for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            if table == "text_search":
                continue
            for row in raw.execute(f'SELECT * FROM "{table}"'):
                for value in row:
                    if isinstance(value, bytes):
                        yield value
                        yield from unpacked(value)


def unpacked(value: bytes) -> Iterator[bytes]:
    for width in (15, -15):
        try:
            yield zlib.decompress(value, width)
        except zlib.error:
            continue


def left(path: Path, wanted: set[bytes]) -> list[bytes]:
    content = b"\n".join(bytes_of(path))
    return sorted(needle for needle in wanted if needle in content)


def anyway(folder: Path, name: str, wanted: set[bytes]) -> set[bytes]:
    """What of it an archive has that never had the article: words of tables, of settings and of what people said."""
    path = folder / "without.db"
    with Archive(path) as archive:
        add(archive.store, [each for each in full_archive.articles() if each.id != name])
        archive.audit()
        archive.review_phrase(full_archive.PHRASE, "reject", "", "dana")
    return set(left(path, wanted))


@pytest.mark.parametrize("place", [0, 4, 8, -1])
def test_no_byte_of_a_purged_text_is_left(archive: Path, tmp_path: Path, place: int) -> None:
    name = full_archive.articles()[place].id
    with Archive(archive) as opened:
        wanted = needles(opened, name)
        wanted -= anyway(tmp_path, name, wanted)
        assert len(wanted) > 50
        codes = {code for (code,) in opened.store.connection.rows(CODES, (name,))}
    assert left(archive, wanted)  # the search finds what is there
    with Archive(archive) as opened:
        purged = opened.purge([name])
        assert purged.ids == (name,)
        assert purged.held_in == ()
        assert left_beside(archive, wanted | codes) == []  # while it is open, too
    assert left(archive, wanted | codes) == []
    with Archive(archive, readonly=True) as opened:
        assert opened.verify(sample=0).problems == ()
        with pytest.raises(NoSuchArticle):
            opened.article(name)


def left_beside(path: Path, wanted: set[bytes]) -> list[bytes]:
    """`left` in another process: this one has the archive open."""
    program = (
        "import sys, pickle; from pathlib import Path; path, wanted = pickle.load(sys.stdin.buffer); "
        "content = b''.join(Path(f'{path}{end}').read_bytes() for end in ('', '-wal')); "
        "sys.stdout.buffer.write(pickle.dumps(sorted(one for one in wanted if one in content)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], input=pickle.dumps((str(path), wanted)), capture_output=True, check=True
    )
    return list(pickle.loads(done.stdout))


def test_what_was_removed_before_is_purged_without_a_name(archive: Path, tmp_path: Path) -> None:
    name = full_archive.articles()[8].id
    with Archive(archive) as opened:
        wanted = needles(opened, name)
        wanted -= anyway(tmp_path, name, wanted)
        opened.remove([name])
        assert opened.purge([]).ids == ()
    assert left(archive, wanted) == []


def test_a_wrong_name_removes_nothing(archive: Path) -> None:
    name = full_archive.articles()[8].id
    with Archive(archive) as opened, pytest.raises(NoSuchArticle):
        opened.purge([name, "nothing-of-that-name"])
    with Archive(archive, readonly=True) as opened:
        assert opened.article(name)


def test_copies_that_the_program_made_are_named_and_left_alone(archive: Path, tmp_path: Path) -> None:
    name = full_archive.articles()[8].id
    kept = backup(archive)
    (tmp_path / "archive.db.schema2.backup").write_text("cannot be read")
    (tmp_path / "archive.db.txt").write_text("somebody's notes")
    with Archive(archive) as opened:
        held = opened.purge([name]).held_in
    assert held == (kept.path, tmp_path / "archive.db.schema2.backup")
    with Archive(kept.path, readonly=True) as copy:
        assert copy.article(name)


READING = """
import sqlite3, sys
raw = sqlite3.connect(sys.argv[1])
raw.execute("BEGIN")
raw.execute("SELECT count(*) FROM articles").fetchall()
print("reading", flush=True)
sys.stdin.readline()
"""


def test_while_another_process_reads_nothing_is_removed(archive: Path) -> None:
    name = full_archive.articles()[8].id
    with Archive(archive) as opened:  # so that there is a log that the reader needs
        opened.edit(name, {"author": "Nadia Example"}, "dana")
        reader = subprocess.Popen(
            [sys.executable, "-c", READING, str(archive)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert reader.stdin is not None
        assert reader.stdout is not None
        try:
            reader.stdout.readline()
            with pytest.raises(ArchiveBusy, match="another process"):
                opened.purge([name])
            assert opened.article(name)
        finally:
            reader.communicate("\n")
        assert opened.purge([name]).ids == (name,)
