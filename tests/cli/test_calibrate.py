"""`calibrate` prints what it measured, and `check` and `report` say what it is worth that nothing was found."""

import json
from pathlib import Path

import pytest

CORPUS = Path(__file__).parents[2] / "corpus"
UNRELATED = CORPUS / "incoming" / "puppet-theatre-herald.txt"


@pytest.fixture(scope="module")
def db(run, tmp_path_factory):
    db = tmp_path_factory.mktemp("calibrate") / "a.db"
    assert run("add", CORPUS / "articles", db=db).returncode == 0
    return db


def said(text):
    return " ".join(text.split())


def test_before_measuring_a_check_says_what_others_measured(run, tmp_path):
    db = tmp_path / "a.db"
    run("add", CORPUS / "articles", db=db)
    done = run("check", UNRELATED, db=db)
    assert "copied word for word with" in said(done.stdout)
    assert "`provenance calibrate` measures this one" in said(done.stdout)
    found = json.loads(run("check", UNRELATED, "--format", "json", db=db).stdout)["searched"]
    assert found["articles"] == 69
    assert found["measured"]["in"] == "shipped"
    assert {"words", "kept", "probability"} == set(found["found_if"][0])


def test_measuring_prints_tables_that_fit_a_pipe_and_check_uses_them(run, db):
    done = run("calibrate", "--sample", "2", db=db)
    assert done.returncode == 0, done.stderr
    assert "140 edited copies planted among 69 articles" in done.stdout
    assert "Of 28 scrambled passages" in said(done.stdout)
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert "(measured in this archive on" in said(run("check", UNRELATED, db=db).stdout)
    found = json.loads(run("check", UNRELATED, "--format", "json", db=db).stdout)["searched"]
    assert (found["measured"]["in"], found["measured"]["articles"]) == ("archive", 69)


def test_json_has_every_count_and_is_the_same_again(run, db):
    one, two = (run("calibrate", "--sample", "2", "--format", "json", db=db).stdout for _ in range(2))
    assert one == two
    measured = json.loads(one)
    assert sum(row["planted"] for row in measured["copies"]) == 140
    assert [row["place"] for row in measured["controls"]] == ["alone", "inside"]


def test_an_article_with_findings_says_it_in_one_line_at_the_end(run, db):
    done = run("check", CORPUS / "incoming" / "honey-brief-post.json", db=db)
    assert said(done.stdout).index("copied word for word") > said(done.stdout).index("passages")


def test_a_page_says_it_too(run, db, tmp_path):
    assert run("report", UNRELATED, "-o", tmp_path / "page.html", db=db).returncode == 0
    assert "copied word for word with" in (tmp_path / "page.html").read_text("utf-8")


def test_profiles_are_measured_apart(run, db):
    assert (
        json.loads(run("calibrate", "--sample", "1", "--profile", "pan", "--format", "json", db=db).stdout)["profile"]
        == "pan"
    )
    found = json.loads(run("check", UNRELATED, "--profile", "essay", "--format", "json", db=db).stdout)
    assert found["searched"]["measured"]["in"] == "shipped"


def test_an_archive_that_cannot_be_measured_says_why(run, tmp_path):
    done = run("calibrate", db=tmp_path / "none.db")
    assert done.returncode == 1
    assert "there is no archive at" in done.stderr
    run("add", CORPUS / "articles" / "exchange-daily", db=tmp_path / "few.db")
    done = run("calibrate", db=tmp_path / "few.db")
    assert done.returncode == 1
    assert "calibrating takes at least 10" in done.stderr
