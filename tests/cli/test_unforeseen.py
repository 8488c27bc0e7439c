"""No traceback ever reaches a user: a fault of the program is one line, an exit code and where to report it."""

from __future__ import annotations

import pkgutil

import pytest

from provenance import Archive
from provenance.cli import main
from tests.conftest import CORPUS

HONEY = CORPUS / "incoming" / "honey-brief-post.json"
PLACES = [
    ("provenance.usecases.checking.candidates", ["check", HONEY]),
    ("provenance.usecases.listing.list_articles", ["list"]),
    ("provenance.usecases.tracing.trace", ["trace", "a steady leak"]),
    ("provenance.reports.formats.writer", ["stats"]),
    ("provenance.usecases.archive.Archive.audit", ["audit", "-j", "1"]),
    ("provenance.usecases.adding.store_portion", ["add", "-j", "1", HONEY]),
]
ERRORS = [
    ValueError("of\nthe \x1b[31m kind"),
    RecursionError("deep"),
    KeyError("k"),
    AssertionError(),
    OverflowError("x"),
]


@pytest.fixture
def failing(monkeypatch, capsys, corpus_db, tmp_path):
    """Run a command in which a function fails; its exit code and what it printed to stderr."""
    own = tmp_path / "own.db"
    own.write_bytes(corpus_db.read_bytes())

    def run(place, error, *arguments):
        path, _, name = place.rpartition(".")

        def fail(*_given, **_named):
            raise error

        monkeypatch.setattr(pkgutil.resolve_name(path), name, fail)
        monkeypatch.setattr("sys.argv", ["provenance", "--db", str(own), *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        return ended.value.code, capsys.readouterr().err

    return run


@pytest.mark.parametrize("error", ERRORS, ids=[type(each).__name__ for each in ERRORS])
@pytest.mark.parametrize(("place", "arguments"), PLACES, ids=[each[0] for each in PLACES])
def test_an_unforeseen_error_is_one_line(failing, place, arguments, error):
    code, told = failing(place, error, *arguments)
    assert code == 1
    *_, last = told.splitlines()
    assert "Traceback" not in told
    assert f"a fault of the program ({type(error).__name__}" in last
    assert "please report it" in last
    assert "PROVENANCE_DEBUG=1" in last
    assert last.isprintable()


def test_it_says_which_article_was_being_checked(failing):
    _, told = failing("provenance.usecases.checking.candidates", ValueError("odd"), "check", HONEY)
    assert "while checking 'honey-brief-post' of" in told


def test_with_debug_the_trace_is_shown(monkeypatch, corpus_db):
    monkeypatch.setenv("PROVENANCE_DEBUG", "1")
    monkeypatch.setattr("provenance.usecases.listing.list_articles", lambda *_: 1 / 0)
    monkeypatch.setattr("sys.argv", ["provenance", "--db", str(corpus_db), "list"])
    with pytest.raises(ZeroDivisionError):
        main()


def test_a_reader_that_fails_costs_one_file(monkeypatch, tmp_path):
    from provenance.sources import markdown_reader

    def fail(*_):
        raise IndexError("out of range")
        yield

    monkeypatch.setattr(markdown_reader, "read", fail)
    (tmp_path / "a.md").write_text("One.")
    (tmp_path / "b.txt").write_text("The ferry stayed in the harbour all night because of the storm.")
    with Archive(tmp_path / "a.db") as archive:
        done = archive.add([tmp_path])
    assert [one.kind for one in done.skipped if one.where.endswith("a.md")] == ["unforeseen"]
    assert done.added == ("b",)
