"""`provenance review`: what it takes, what it refuses, and the list of what people said."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from provenance.cli.app import app

PAIR = ("ferry-strike-herald", "ferry-strike-northline")


@pytest.fixture
def db(corpus_db: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(corpus_db, tmp_path / "a.db"))


def review(db: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["--db", str(db), "review", *arguments])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "confirm, reject, note or undo"),
        ((*PAIR, "maybe"), "confirm, reject, note or undo"),
        (("confirm",), "two articles"),
        ((*PAIR, "third", "confirm"), "two articles"),
        (("--phrase", "said on Monday", PAIR[0], "reject"), "no article"),
        (("--phrase", "said on Monday", "--publishers", "A", "B", "reject"), "one of"),
        (("--phrase", "said on Monday", "--passage", "1", "2", "reject"), "one of"),
        (("--list", *PAIR), "one article or none"),
        (("--list", "--note", "x"), "one article or none"),
        ((*PAIR, "confirm", "--all"), "--list"),
        ((*PAIR, "confirm", "--passage", "1"), "2 arguments"),
        ((*PAIR, "note"), "--note"),
        ((*PAIR, "undo"), "nothing to undo"),
        ((*PAIR, "confirm", "--passage", "0", "1"), "are at:"),
        ((PAIR[0], "nobody", "confirm"), "nobody"),
    ],
)
def test_what_is_no_review_is_wrong_usage(db: Path, arguments: tuple[str, ...], said: str) -> None:
    done = review(db, *arguments)
    assert done.exit_code == 2
    assert said in " ".join(done.stderr.replace("│", " ").split())
    assert review(db, "--list", "--all", "--format", "jsonl").stdout == ""


def test_a_review_of_a_passage_says_that_it_is_of_one(db: Path) -> None:
    places = " ".join(review(db, *PAIR, "confirm", "--passage", "0", "1").stderr.replace("│", " ").split())
    start, end = (each.rstrip(",") for each in places.split("are at: ")[1].split()[:2])
    done = review(db, *PAIR, "reject", "--passage", start, end)
    assert done.exit_code == 0, done.stderr
    said = " ".join(done.stderr.split())
    assert f"the passage at {start} to {end} of {PAIR[0]}, shared with {PAIR[1]}: rejected" in said
    assert "passage" not in review(db, *PAIR, "confirm").stderr


def test_the_list_says_who_said_what_and_what_was_undone(db: Path) -> None:
    review(db, *PAIR, "confirm", "--note", "by phone", "--by", "dana")
    review(db, *PAIR, "undo", "--by", "lee", "--note", "a mistake")
    review(db, *PAIR, "reject", "--by", "dana")
    review(db, "--phrase", "all rights reserved", "reject", "--by", "dana")
    done = review(db, "--publishers", "Harbour Herald", "No Such Paper", "reject", "--by", "dana")
    assert "no archived article is of No Such Paper" in done.stderr
    rows = json.loads(review(db, "--list", "--format", "json").stdout)
    assert [(row["about"], row["verdict"], row["by"], row["in_force"]) for row in rows] == [
        ("link", "rejected", "dana", True),
        ("phrase", "rejected", "dana", True),
        ("publishers", "rejected", "dana", True),
    ]
    assert rows[2]["publishers"] == ["Harbour Herald", "No Such Paper"]
    assert (rows[0]["a"], rows[0]["b"]) == PAIR
    everything = [json.loads(row) for row in review(db, "--list", "--all", "--format", "jsonl").stdout.splitlines()]
    assert len(everything) == 4
    assert everything[0]["note"] == "by phone"
    assert {key: everything[0]["undone"][key] for key in ("by", "note")} == {"by": "lee", "note": "a mistake"}
    of_one = json.loads(review(db, "--list", PAIR[0], "--format", "json").stdout)
    assert [row["about"] for row in of_one] == ["link"]
    text = " ".join(review(db, "--list", "--all").stdout.split())
    for words in (
        "Confirmed by dana",
        "Undone by lee on",
        "a mistake",
        "All links between Harbour Herald and No Such",
    ):
        assert words in text


def test_check_and_lineage_show_what_to_type(db: Path) -> None:
    run = CliRunner()
    lineage = run.invoke(app, ["--db", str(db), "lineage", PAIR[0]]).stdout
    typed = " ".join(lineage.split()).partition("To review a link: ")[2].split(" (")[0].split()
    assert typed[:3] == ["provenance", "review", PAIR[0]]
    assert run.invoke(app, ["--db", str(db), *typed[1:]]).exit_code == 0
    article = next((Path(__file__).parents[2] / "corpus").rglob(f"{PAIR[0]}.*"))
    checked = " ".join(run.invoke(app, ["--db", str(db), "check", str(article)]).stdout.split())
    assert f"To review it: provenance review {PAIR[0]} " in checked
    assert "--passage START END" in checked
