"""Every output that there is, on articles of which each name is an attack: no command is left out, no file either.

`test_hostile_names` walks what commands print, `tests/web/safety` the pages of the server; here is what is written:
exports of every table, a static site, files of rows, what a command of `watch` is handed, the answers of the API.
"""

from __future__ import annotations

import csv
import json
import re
import sys
import warnings
from pathlib import Path

import pytest

from provenance.cli.app import HOMES
from provenance.reports.formats import FORMATS
from tests.cli.test_hostile_names import ATTACKS, COMMANDS, UNSAFE, Page, attacked  # noqa: F401 (a fixture)

FORMULA = ("=", "+", "-", "@", "\t", "\r")
TABLES = (
    *("articles", "links", "passages", "evidence", "quotations", "utterances", "versions", "reviews", "publishers"),
)
# Where each command is walked that prints or writes what articles say; the others print counts, or serve pages.
ELSEWHERE = {
    "report": "test_hostile_names", "edit": "test_hostile_names",
    "remove": "test_hostile_names", "add": "test_hostile_names",
    "serve": "tests/web/safety", "export": "here", "matrix": "here", "site": "here", "dedup": "here", "watch": "here",
    "schema": "here", "datasette": "here", "reindex": "counts", "calibrate": "counts", "embed": "counts",
    "evaluate": "here", "batch": "writes rows", "sql": "here", "import": "counts", "backup": "counts",
    "restore": "counts", "repair": "counts",
}  # fmt: skip


def test_every_command_is_walked_somewhere() -> None:
    walked = {command[0] for command, _ in COMMANDS}
    assert HOMES.keys() - walked <= ELSEWHERE.keys(), "walk the outputs of a new command, here or there"


def test_every_format_of_every_answer_is_walked() -> None:
    answered = {form for _, form in COMMANDS}
    assert FORMATS.keys() - answered <= {"html"}  # of reports, which are files


def cells(path: Path, delimiter: str = ",") -> list[str]:
    with path.open(newline="", encoding="utf-8") as file:
        return [cell for row in csv.reader(file, delimiter=delimiter) for cell in row]


def numeric(cell: str) -> bool:
    return re.fullmatch(r"-?[0-9.]+(e-?[0-9]+)?", cell) is not None


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("form", ["csv", "tsv", "jsonl"])
def test_exports_hold_no_formula_and_print_nothing_that_moves_a_cursor(run, attacked, tmp_path, table, form) -> None:  # noqa: F811
    _folder, db, _ids = attacked
    own = tmp_path / "own.db"
    own.write_bytes(db.read_bytes())
    output = tmp_path / f"rows.{form}"
    done = run("export", table, "-o", output, db=own, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert not UNSAFE.search(done.stdout + done.stderr)
    if form == "jsonl":
        assert all(isinstance(json.loads(line), dict) for line in output.read_text("utf-8").splitlines())
        shown = run("export", table, "-o", "-", db=own, cwd=tmp_path)
        assert not UNSAFE.search(shown.stdout + shown.stderr)
    else:
        found = cells(output, "\t" if form == "tsv" else ",")
        assert not [cell for cell in found if cell.startswith(FORMULA) and not numeric(cell)]
    assert {path.name for path in tmp_path.iterdir()} == {"own.db", output.name}


@pytest.mark.parametrize("form", ["text", "csv", "json"])
def test_a_matrix_of_hostile_publishers(run, attacked, form) -> None:  # noqa: F811
    folder, db, _ids = attacked
    done = run("matrix", "--format", form, db=db, cwd=folder)
    assert done.returncode == 0, done.stderr
    assert not UNSAFE.search(done.stdout + done.stderr)
    if form == "csv":
        found = [cell for row in csv.reader(done.stdout.splitlines()) for cell in row]
        assert not [cell for cell in found if cell.startswith(FORMULA) and not numeric(cell)]


def test_a_site_keeps_to_its_folder_and_runs_nothing(run, attacked, tmp_path) -> None:  # noqa: F811
    _folder, db, _ids = attacked
    done = run("site", "-o", tmp_path / "in" / "site", db=db, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert not UNSAFE.search(done.stdout + done.stderr)
    assert [path.name for path in tmp_path.iterdir()] == ["in"]
    assert [path.name for path in (tmp_path / "in").iterdir()] == ["site"]
    pages = sorted((tmp_path / "in" / "site").rglob("*"))
    assert len([page for page in pages if page.suffix == ".html"]) > len(ATTACKS)
    for path in pages:
        assert re.fullmatch(r"[A-Za-z0-9._-]+", path.name), path
        if path.suffix != ".html":
            continue
        written = path.read_text("utf-8")
        assert not UNSAFE.search(written), path
        page = Page()
        page.feed(written)
        assert not page.handlers, path
        assert not page.tags & {"img", "iframe", "object", "embed", "base"}, path
        for each in page.followed:
            assert not each.lower().lstrip().startswith(("javascript:", "data:", "file:", "//", "/")), (path, each)
        assert "alert(1)</script>" not in written


def test_rows_without_near_duplicates(run, attacked, tmp_path) -> None:  # noqa: F811
    folder, _db, _ids = attacked
    source = folder / "rows.jsonl"
    for name in ("rows.csv", "rows.jsonl"):
        files = [tmp_path / f"{what}-{name}" for what in ("kept", "groups", "pairs", "spans")]
        named = ["-o", files[0], "--groups", files[1], "--pairs", files[2], "--spans", files[3]]
        done = run("dedup", source, *named, "--paragraphs", "--against", source, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        assert not UNSAFE.search(done.stdout + done.stderr)
        if name.endswith(".csv"):
            for path in files:
                assert not [cell for cell in cells(path) if cell.startswith(FORMULA) and not numeric(cell)], path
    done = run("dedup", source, "--dry-run", "--threshold", "0.05", cwd=tmp_path)
    assert not UNSAFE.search(done.stdout + done.stderr)
    done = run("dedup", source, "--dry-run", "--threshold", "0.05", "--format", "json", cwd=tmp_path)
    assert not UNSAFE.search(done.stdout)


@pytest.mark.parametrize("form", ["text", "csv", "json", "jsonl"])
def test_answers_in_sql_to_a_batch_of_hostile_rows(run, attacked, tmp_path, form) -> None:  # noqa: F811
    pytest.importorskip("duckdb")
    folder, _db, _ids = attacked
    done = run("batch", folder / "rows.jsonl", "-o", tmp_path / "found", "--jobs", "1", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert not UNSAFE.search(done.stdout + done.stderr)
    for words in (
        "SELECT id, title, publisher FROM articles ORDER BY id",
        "SELECT * FROM passage_words",
        "SELECT 1 / 'a'",
    ):
        done = run("sql", tmp_path / "found", words, "--format", form, cwd=tmp_path)
        assert "Traceback" not in done.stderr
        assert not UNSAFE.search(done.stdout + done.stderr), words
        if form == "csv":
            found = [cell for row in csv.reader(done.stdout.splitlines()) for cell in row]
            assert not [cell for cell in found if cell.startswith(FORMULA) and not numeric(cell)]


def test_schema_datasette_and_gold_name_nothing_hostile(run, attacked, tmp_path) -> None:  # noqa: F811
    _folder, db, ids = attacked
    gold = tmp_path / "gold.jsonl"
    rows = [
        {"a": ids[0], "b": ids[3], "relation": "derived", "source": ids[0], "derived": ids[3]},
        {"a": "\x1b[31m", "b": 1},
    ]
    gold.write_text("\n".join(map(json.dumps, rows)))
    asked = "SELECT id, title, publisher, metadata FROM v_articles"
    for command in (
        ["sql", asked],
        ["sql", asked, "-f", "csv"],
        ["sql", asked, "-f", "json"],
        ["schema"],
        ["datasette", "-o", tmp_path / "site"],
        ["evaluate", "links", gold],
    ):
        done = run(*command, db=db, cwd=tmp_path)
        assert "Traceback" not in done.stderr
        assert not UNSAFE.search(done.stdout + done.stderr), command


def test_a_command_of_watch_is_handed_findings_as_its_input_and_nothing_else(run, attacked, tmp_path) -> None:  # noqa: F811
    folder, db, _ids = attacked
    own = tmp_path / "own.db"
    own.write_bytes(db.read_bytes())
    story = json.loads(
        (folder / "rows.jsonl").read_text().splitlines()[9]
    )  # $(touch owned) `touch owned` ; touch owned
    story |= {"id": "; touch owned", "url": "https://news.example/$(touch owned)"}
    (tmp_path / "new.json").write_text(json.dumps(story))
    (tmp_path / "list.txt").write_text(str(tmp_path / "new.json") + "\n")
    kept = tmp_path / "kept.py"
    kept.write_text(
        "import sys, pathlib\npathlib.Path(sys.argv[1]).write_text(repr((sys.argv[2:], sys.stdin.read())))\n"
    )
    command = f"{sys.executable} {kept} {tmp_path / 'handed.txt'}"
    done = run("watch", "list.txt", "--once", "--run", command, db=own, cwd=tmp_path)
    assert "Traceback" not in done.stderr
    assert not UNSAFE.search(done.stdout + done.stderr)
    assert not (tmp_path / "owned").exists()
    if (tmp_path / "handed.txt").exists():
        arguments, handed = eval((tmp_path / "handed.txt").read_text())
        assert arguments == []
        assert isinstance(json.loads(handed), dict)


def test_the_api_answers_json_that_no_browser_runs(attacked) -> None:  # noqa: F811
    pytest.importorskip("fastapi")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from starlette.testclient import TestClient

    from provenance.web.application import create_application

    _folder, db, ids = attacked
    with TestClient(create_application(db), base_url="http://127.0.0.1") as client:
        paths = ["articles", "links", "overview", "reviews", f"versions?article={ids[3]}"]
        paths += ["lineage", "compare", "trace?passage=the steady leak below the old dam"]
        for path in paths:
            parameters = {"lineage": {"article": ids[0]}, "compare": {"a": ids[0], "b": ids[2]}}.get(path)
            answer = client.get(f"/api/v1/{path}", params=parameters)
            assert answer.status_code < 500, path
            assert answer.headers["content-type"].startswith(("application/json", "application/problem+json")), path
            assert answer.headers["x-content-type-options"] == "nosniff", path
            assert not UNSAFE.search(answer.text.replace("\n", " ")), (path, UNSAFE.search(answer.text))
