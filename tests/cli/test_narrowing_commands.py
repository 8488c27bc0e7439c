"""Options that narrow what is printed: the same in every command, and without a trace in the record."""

import json
import sqlite3
from pathlib import Path

import pytest

from provenance import Archive
from provenance.text.tokens import tokenise

CORPUS = Path(__file__).parents[2] / "corpus"
BRIEF = CORPUS / "incoming" / "teachers-deal-digest.md"
FERRY = [str(next(CORPUS.rglob(f"{name}.*"))) for name in ("ferry-strike-northline", "ferry-strike-herald")]

# A command, and how the links are read from its answer.
COMMANDS = {
    "check": (["check", BRIEF, "--format", "json"], lambda answer: answer["links"]),
    "compare": (["compare", *FERRY, "--format", "json"], lambda answer: [answer]),
    "lineage": (["lineage", "ferry-strike-herald", "--format", "json"], lambda answer: answer["links"]),
    "audit": (["audit", "-j", "1", "--format", "jsonl"], None),
}
OPTIONS = {
    "--no-quotations": lambda passage: passage["kind"] != "quotation",
    "--min-words=20": lambda passage: min(len(tokenise(passage[side]["text"])) for side in "ab") >= 20,
    "--min-score=0.9": lambda passage: passage["score"] >= 0.9,
}


def links(run, db, command, *options):
    words, read = COMMANDS[command]
    done = run(*words, *options, db=db)
    assert done.returncode == 0, done.stderr
    return read(json.loads(done.stdout)) if read else [json.loads(row) for row in done.stdout.splitlines()]


@pytest.mark.parametrize("option", OPTIONS)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_leaves_out_what_an_option_names_and_nothing_else(run, corpus_db, command, option):
    whole = {(link["a"], link["b"]): link for link in links(run, corpus_db, command)}
    narrow = links(run, corpus_db, command, option)
    kept = {
        pair: [passage for passage in link["passages"] if OPTIONS[option](passage)] for pair, link in whole.items()
    }
    assert {(link["a"], link["b"]): link["passages"] for link in narrow} == {
        pair: passages for pair, passages in kept.items() if passages or command == "compare"
    }
    for link in narrow:
        judged = whole[link["a"], link["b"]]
        assert [link[key] for key in ("relation", "confidence", "evidence", "derived", "likeliest")] == [
            judged[key] for key in ("relation", "confidence", "evidence", "derived", "likeliest")
        ]
        assert link["left_out"] == len(judged["passages"]) - len(link["passages"])


@pytest.mark.parametrize("option", ["--publisher=Nobody Weekly", "--since=2090-01-01", "--until=1990-01-01"])
@pytest.mark.parametrize("command", ["check", "lineage", "audit"])
def test_publisher_and_time_leave_out_links(run, corpus_db, command, option):
    assert links(run, corpus_db, command)
    assert links(run, corpus_db, command, option) == []
    if command != "audit":
        said = run(*COMMANDS[command][0][:-2], option, db=corpus_db).stdout
        assert "left out by the filters" in " ".join(said.split())


def test_a_page_takes_every_narrowing(run, corpus_db, tmp_path):
    page = tmp_path / "page.html"

    def passages(*options):
        done = run("report", BRIEF, "ferry-strike-herald", "-o", page, *options, db=corpus_db)
        assert done.returncode == 0, done.stderr
        return page.read_text("utf-8").count('class="pair ')

    whole = passages()
    for option in (*OPTIONS, "--publisher=Nobody Weekly", "--since=2090-01-01", "--until=1990-01-01"):
        assert passages(option) < whole, option


def test_the_record_is_the_same_whatever_was_asked_to_be_printed(run, tmp_path):
    """`audit`, `audit --min-score .9`, `audit`: a person's confirmation and every judgement stay as they are."""
    db = tmp_path / "a.db"
    with Archive(db) as archive:
        archive.add([CORPUS / "articles"], jobs=1)
    first = run("audit", "--format", "jsonl", "-j", "1", db=db).stdout
    with sqlite3.connect(db) as connection:
        before = connection.execute("SELECT count(*), max(judgement) FROM judgements").fetchall()
    top = json.loads(first.splitlines()[0])
    run("review", top["a"], top["b"], "confirm", db=db)
    confirmed = run("audit", "--format", "jsonl", "-j", "1", db=db).stdout
    for options in (
        ["--min-score", "0.9"], ["--min-words", "40"], ["--no-quotations"], ["--no-self-reuse"],
        ["--min-confidence", "0"], ["--publisher", "Skerrow Argus"], ["--since", "2025-03-01"],
    ):  # fmt: skip
        narrowed = run("audit", *options, "--format", "jsonl", "-j", "1", db=db)
        assert narrowed.returncode == 0, narrowed.stderr
        assert narrowed.stdout != confirmed
        assert "nothing new since the last audit" in narrowed.stderr
    assert run("audit", "--format", "jsonl", "-j", "1", db=db).stdout == confirmed
    with sqlite3.connect(db) as connection:
        assert connection.execute("SELECT count(*), max(judgement) FROM judgements").fetchall() == before


def test_a_report_of_all_that_stops_says_so(run, corpus_db, tmp_path):
    done = run("report", "--limit", "2", "-o", tmp_path / "two.html", db=corpus_db)
    assert done.returncode == 0
    for said in (done.stderr, (tmp_path / "two.html").read_text("utf-8")):
        assert "the 2 articles that share most, of " in said
        assert "--all" in said
    with Archive(corpus_db, readonly=True) as archive:
        total = len(archive.sharing())
    done = run("report", "--all", "-o", tmp_path / "all.html", db=corpus_db)
    assert "share most" not in done.stderr
    assert f"Provenance of {total} articles" in (tmp_path / "all.html").read_text("utf-8")
