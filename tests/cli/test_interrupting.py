"""Ctrl-C: a command says what it leaves behind and how to go on, and only what is true."""

from __future__ import annotations

import json
import pkgutil
import sys

import pytest

from provenance import Archive
from provenance.cli import main
from provenance.cli.app import HOMES
from provenance.cli.failure import INTERRUPTED, INTERRUPTIONS, NOTHING_WRITTEN
from tests.conftest import CORPUS

HONEY = CORPUS / "incoming" / "honey-brief-post.json"


@pytest.fixture
def ctrl_c(monkeypatch, capsys):
    """Run a command that is interrupted when it calls a function for the nth time; what it printed to stderr."""

    def interrupted(place, *arguments, call=1):
        path, _, name = place.rpartition(".")
        holder = pkgutil.resolve_name(path)
        meant, calls = getattr(holder, name), []

        def interrupt(*given, **named):
            calls.append(name)
            if len(calls) == call:
                raise KeyboardInterrupt
            return meant(*given, **named)

        monkeypatch.setattr(holder, name, interrupt)
        monkeypatch.setattr("sys.argv", ["provenance", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        monkeypatch.setattr(holder, name, meant)
        assert ended.value.code == INTERRUPTED
        assert len(calls) == call
        return capsys.readouterr().err

    return interrupted


@pytest.fixture
def db(tmp_path):
    path = tmp_path / "a.db"
    with Archive(path) as archive:
        archive.add([CORPUS / "articles"], jobs=1)
    return path


def test_every_word_is_of_a_command():
    assert INTERRUPTIONS.keys() - {"edit"} <= HOMES.keys()


def test_an_interrupted_add_keeps_whole_articles_and_goes_on(ctrl_c, tmp_path):
    rows = tmp_path / "rows.jsonl"
    text = "The crane number {} on the quay lifts crates of cod and of herring all day. "
    rows.write_text("\n".join(json.dumps({"id": str(n), "text": text.format(n) * 9}) for n in range(1_500)))
    db = tmp_path / "new.db"
    err = ctrl_c("provenance.usecases.adding.store_portion", "--db", db, "add", "-j", 1, rows, call=2)
    assert "every article that was stored so far stays, whole; the same command adds the rest" in err
    with Archive(db) as archive:
        kept = len(archive.listed())
        assert 0 < kept < 1_500
        assert len(archive.add([rows], jobs=1).added) == 1_500 - kept
        assert not archive.verify(sample=20).problems


@pytest.mark.parametrize("step", ["align_pairs", "judge_links"])
def test_an_interrupted_audit_goes_on_to_the_links_of_an_undisturbed_one(ctrl_c, db, corpus_db, step):
    err = ctrl_c(f"provenance.usecases.auditing.{step}", "--db", db, "audit", "-j", 1)
    assert "until an audit has finished, links are missing or not judged" in err
    with Archive(db) as archive, Archive(corpus_db, readonly=True) as undisturbed:
        archive.audit(jobs=1)
        assert archive.links() == undisturbed.links()


def test_an_interrupted_check_stores_what_it_printed(ctrl_c, db):
    err = ctrl_c("provenance.usecases.checking._check", "--db", db, "check", CORPUS / "incoming", "--add", call=3)
    assert "with --add those articles are stored, the others are not" in err
    with Archive(db) as archive:
        assert sum(row.versions for row in archive.listed()) == 69 + 2


@pytest.mark.parametrize(
    ("place", "arguments"),
    [
        ("provenance.reports.html.report_page", ["report", HONEY, "-o"]),
        ("provenance.usecases.exporting.article_row", ["export", "-o"]),
        ("provenance.usecases.deduplicating.article_row", ["dedup", "-o"]),
    ],
)
def test_a_file_that_was_not_written_is_as_it_was(ctrl_c, db, tmp_path, place, arguments):
    path = tmp_path / ("out.html" if arguments[0] == "report" else "out.jsonl")
    path.write_text("as it was")
    err = ctrl_c(place, "--db", db, *arguments, path)
    assert "a file of that name is as it was" in err
    assert path.read_text() == "as it was"
    assert not list(tmp_path.glob("*.partial"))


def test_a_command_that_only_reads_says_no_more_than_that(ctrl_c, db):
    err = ctrl_c("provenance.usecases.ancestry.build_graph", "--db", db, "lineage", "ferry-strike-herald")
    assert err == f"provenance: interrupted: {NOTHING_WRITTEN}\n"


def test_an_interrupted_removal_removes_nothing_or_all(ctrl_c, db):
    err = ctrl_c(
        "provenance.store.archive_store.Store.remove",
        *("--db", db, "remove", "ferry-strike-herald", "ferry-subsidy-herald"),
        call=2,
    )
    assert "all of the named articles are gone or none is" in err
    with Archive(db) as archive:
        assert len(archive.listed()) == 69


def test_an_interruption_while_the_program_is_loaded_shows_no_traceback(monkeypatch, capsys):
    class Interrupting:
        @staticmethod
        def find_spec(name, *_):
            if name == "provenance.cli.app":
                raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "provenance.cli.app")
    monkeypatch.setattr(sys, "meta_path", [Interrupting, *sys.meta_path])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == INTERRUPTED
    assert capsys.readouterr().err == "provenance: interrupted: nothing was written\n"
