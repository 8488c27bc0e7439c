"""Two records in one archive: every reading command shows the one that is asked for, and says where another one is.

A person's word is about the articles, whichever record showed the link: it holds in both.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from provenance import Archive
from provenance.cli.app import app

ONE, OTHER = "courier-quay", "mirror-quay"
LEAK = (
    "The harbour board of Skerrow sold the north quay for nine hundred crowns to a company that its own chairman "
    "owns, according to minutes that the Coast Courier has read. The board met on a Sunday and kept no list of who "
    "was there."
)
SOURCE = (
    f"{LEAK}\n\nThe quay had been valued at forty thousand crowns in the spring, and two other offers lay unopened "
    "in a drawer of the clerk. The chairman did not answer letters.\n\nThe county will look at the sale in May."
)
COPY = (
    f"Skerrow is in uproar over its quay. {LEAK}\n\nFishermen who moor there learned of it from a notice on a lamp "
    "post. They want their own lawyer. The mayor, who was abroad, said she would read the minutes on her return."
)
ARTICLES = (
    {"id": ONE, "publisher": "Coast Courier", "published": "2025-03-04T08:00:00Z", "text": SOURCE},
    {"id": OTHER, "publisher": "Inland Mirror", "published": "2025-03-05T10:00:00Z", "text": COPY},
)
READING = {
    "lineage": ("lineage", ONE),
    "trace": ("trace", "sold the north quay for nine hundred crowns to a company"),
    "quotes": ("quotes", ONE),
    "show": ("show", ONE),
    "stats": ("stats",),
    "report": ("report", ONE, "-o", "report.html"),
}


def run(db: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["--db", str(db), *arguments])


@pytest.fixture(scope="module")
def essays(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with a record of the profile essay alone."""
    folder = tmp_path_factory.mktemp("essays")
    rows = folder / "articles.jsonl"
    rows.write_text("\n".join(map(json.dumps, ARTICLES)), "utf-8")
    assert run(folder / "archive.db", "add", str(rows)).exit_code == 0
    assert run(folder / "archive.db", "audit", "-j", "1", "--profile", "essay").exit_code == 0
    return folder / "archive.db"


@pytest.fixture
def archive(essays: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copy(essays, tmp_path / "archive.db")
    return tmp_path / "archive.db"


@pytest.mark.parametrize("command", READING)
def test_a_reader_is_told_where_the_record_is(archive: Path, command: str) -> None:
    plain = run(archive, *READING[command])
    assert plain.exit_code == 0, plain.output
    assert "--profile essay" in plain.stderr
    asked = run(archive, *READING[command], "--profile", "essay")
    assert asked.exit_code == 0, asked.output
    assert asked.stderr == ""
    assert run(archive, "-q", *READING[command]).stderr == ""


@pytest.mark.parametrize("command", READING)
def test_an_audit_that_has_not_ended_is_told(archive: Path, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:

        def stop(*_: object, **__: object) -> None:
            raise KeyboardInterrupt

        patched.setattr("provenance.usecases.auditing.judge_links", stop)
        assert run(archive, "audit", "-j", "1").exit_code == 130
    assert "has not ended" in run(archive, *READING[command]).stderr
    assert "has not ended" not in run(archive, *READING[command], "--profile", "essay").stderr
    assert run(archive, "audit", "-j", "1").exit_code == 0
    assert run(archive, *READING[command]).stderr == ""


def test_commands_read_the_record_that_is_asked_for(archive: Path) -> None:
    figures = json.loads(run(archive, "stats", "--format", "json").stdout)
    assert not [name for name in figures if name.startswith("links: ")]
    figures = json.loads(run(archive, "stats", "--format", "json", "--profile", "essay").stdout)
    assert [name for name in figures if name.startswith("links: ")]
    shown = [run(archive, "show", ONE, "-f", "json", *more).stdout for more in ((), ("--profile", "essay"))]
    news, essay = (json.loads(each)["counts"]["links"] for each in shown)
    assert (news, essay) == (0, 1)


def test_a_review_is_told_which_record_has_the_link(archive: Path) -> None:
    refused = run(archive, "review", ONE, OTHER, "confirm")
    assert refused.exit_code == 2
    assert "--profile essay" in refused.stderr
    assert run(archive, "review", ONE, OTHER, "confirm", "--profile", "essay").exit_code == 0


@pytest.mark.parametrize("said", ["confirm", "reject"])
def test_a_word_that_was_said_in_one_record_holds_in_the_other(archive: Path, said: str) -> None:
    assert run(archive, "review", ONE, OTHER, said, "--profile", "essay", "--note", "by phone").exit_code == 0
    assert run(archive, "audit", "-j", "1").exit_code == 0
    for profile in ("news", "essay"):
        lines = run(archive, "audit", "-j", "1", "--format", "jsonl", "--profile", profile).stdout.splitlines()
        (link,) = [one for one in map(json.loads, lines) if {one["a"], one["b"]} == {ONE, OTHER}]
        assert (link["review"]["verdict"], link["review"]["note"]) == (f"{said}ed", "by phone")
        listed = json.loads(run(archive, "review", "--list", "-f", "json", "--profile", profile).stdout)
        assert [row["found"] for row in listed] == [True]


def test_a_passage_that_was_rejected_in_one_record_is_rejected_in_the_other(archive: Path) -> None:
    assert run(archive, "audit", "-j", "1").exit_code == 0
    place = ("--passage", "0", "200")
    assert run(archive, "review", ONE, OTHER, "reject", *place, "--profile", "essay").exit_code == 0
    for profile in ("news", "essay"):
        lines = run(archive, "audit", "-j", "1", "--format", "jsonl", "--profile", profile).stdout.splitlines()
        (link,) = [one for one in map(json.loads, lines) if {one["a"], one["b"]} == {ONE, OTHER}]
        reviews = [passage.get("review") for passage in link["passages"]]
        assert any(review and review["verdict"] == "rejected" for review in reviews), profile


def test_an_archive_without_links_is_not_sent_to_an_audit_again(tmp_path: Path) -> None:
    rows = tmp_path / "one.jsonl"
    rows.write_text(json.dumps(ARTICLES[0]), "utf-8")
    db, page = tmp_path / "archive.db", str(tmp_path / "report.html")
    Archive(db).close()
    assert "the archive holds no articles" in run(db, "audit", "-j", "1").stderr
    assert run(db, "add", str(rows)).exit_code == 0
    assert "checked 1 new article" in run(db, "audit", "-j", "1").stderr
    refused = run(db, "report", "-o", page)
    assert refused.exit_code == 1
    assert "the last audit found no articles that share text" in refused.stderr
    assert "that the filters admit" in run(db, "report", "-o", page, "--no-quotations").stderr
    assert run(db, "report", ONE, "-o", page).exit_code == 0


def test_a_report_before_any_audit_asks_for_one(tmp_path: Path) -> None:
    Archive(tmp_path / "archive.db").close()
    refused = run(tmp_path / "archive.db", "report", "-o", str(tmp_path / "report.html"))
    assert "run `provenance audit` first" in refused.stderr
