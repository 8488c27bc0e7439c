"""`backup`, `restore`, `repair` and `remove --purge` at the command line: words at 80 columns, JSON, exit codes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import full_archive
import pytest
from typer.testing import CliRunner, Result

from provenance.cli.app import app

ONE = full_archive.articles()[8].id


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("full") / "full.db"
    full_archive.fill(path)
    return path


@pytest.fixture
def archive(full: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copy(full, "archive.db"))


def run(*arguments: str, db: str = "archive.db") -> Result:
    return CliRunner().invoke(app, ["--db", db, *arguments])


def lines(done: Result) -> list[str]:
    found = done.stdout.splitlines()
    assert all(len(line) <= 80 for line in found), found
    return found


def test_backup_says_where_how_large_and_how_many(archive: Path) -> None:
    done = run("backup", "copy.db")
    assert done.exit_code == 0
    size = Path("copy.db").stat().st_size
    assert lines(done)[0] == f"Backed up to copy.db ({size:,} bytes), and checked."
    assert lines(done)[1].startswith("17 articles, 19 versions, ")
    assert lines(done)[1].endswith(" links, 6 reviews and 3 corrections.")
    again = run("backup", "copy.db")
    assert (again.exit_code, again.stdout) == (2, "")
    assert "--force" in again.stderr
    assert len(again.stderr.splitlines()) == 1
    written = json.loads(run("backup", "copy.db", "--force", "--format", "json").stdout)
    assert written["file"] == "copy.db"
    assert (written["articles"], written["versions"], written["reviews"]) == (17, 19, 6)
    assert written["bytes"] == size


def test_restore_says_what_is_there_now_and_what_is_kept(archive: Path) -> None:
    run("backup", "copy.db")
    assert run("remove", ONE).exit_code == 0
    done = run("restore", "copy.db")
    assert done.exit_code == 0, done.stderr
    assert lines(done)[0] == "archive.db is now what copy.db holds."
    (kept,) = Path().glob("*.replaced")
    assert kept.name in done.stdout
    assert run("show", ONE).exit_code == 0
    assert run("show", ONE, db=str(kept)).exit_code == 2
    written = json.loads(run("--format", "json", "restore", "copy.db", "--discard").stdout)
    assert (written["file"], written["replaced"], written["upgraded_from"]) == ("archive.db", None, None)
    missing = run("restore", "none.db")
    assert (missing.exit_code, missing.stdout) == (2, "")


def test_repair_says_every_loss_and_exits_with_1(archive: Path) -> None:
    done = run("repair", "-o", "saved.db")
    assert done.exit_code == 0
    assert "No article, version or review was lost." in lines(done)
    content = archive.read_bytes()
    text = full_archive.articles()[8].text.encode()
    place = content.find(text[200:240])
    content = content[:place] + bytes(40) + content[place + 40 :] if place > 0 else content[: len(content) * 3 // 4]
    archive.write_bytes(content)
    done = run("repair", "-o", "saved.db", "--force")
    assert done.exit_code == 1
    assert any("Not saved" in line for line in lines(done))
    assert archive.read_bytes() == content
    done = run("repair", "-o", "saved.db", "--force", "-f", "json")
    assert done.exit_code == 1
    written = json.loads(done.stdout)
    assert written["damaged"] == "archive.db"
    assert written["not_saved"]
    archive.write_text("nothing of an archive " * 300)
    done = run("repair")
    assert (done.exit_code, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1


def test_purge_says_what_is_gone_and_which_copies_are_left(archive: Path) -> None:
    run("backup", "archive.db.mine.backup")
    done = run("remove", "--purge", ONE)
    assert done.exit_code == 0
    assert lines(done) == [f"purged {ONE}"]
    assert "archive.db.mine.backup" in done.stderr
    assert run("show", ONE).exit_code == 2
    assert run("remove", "--purge").exit_code == 0
    assert run("remove").exit_code == 2
    assert run("verify", "--sample", "0").exit_code == 0
