"""`evaluate links`: gold of the corpus, the form that its help explains, and gold that does not fit the archive."""

import json
import shutil
from itertools import combinations
from pathlib import Path

import pytest

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="module")
def audited(run, tmp_path_factory):
    db = tmp_path_factory.mktemp("evaluate") / "a.db"
    assert run("add", CORPUS / "articles", CORPUS / "incoming", db=db).returncode == 0
    assert run("audit", db=db).returncode == 0
    return db


def test_the_corpus_is_scored_relation_by_relation_beside_the_naive_rule(run, audited):
    done = run("evaluate", "links", CORPUS / "gold.jsonl", db=audited)
    assert done.returncode == 0, done.stderr
    assert "1 id of the gold is not archived (bridge-toll-courier-revised); 1 relation left out" in done.stderr
    rows = {line.split("  ")[0]: line for line in done.stdout.splitlines()}
    assert {"derived", "near_duplicate", "common_source", "direct derived: right"} <= set(rows)
    assert "rule of ten lines" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_json_counts_every_answer(run, audited, tmp_path):
    gold = tmp_path / "gold.jsonl"
    gold.write_text(
        (CORPUS / "gold.jsonl").read_text("utf-8")
        + json.dumps({"relation": "same_event", "a": "ferry-strike-herald", "b": "rare-bird-coastline"})
        + "\n"
    )
    found = json.loads(run("evaluate", "links", gold, "--format", "json", db=audited).stdout)
    derived = found["relations"]["derived"]
    assert sum(derived["answers"].values()) == derived["pairs"] == 26
    assert found["relations"]["same_event"]["answers"] == {"not linked": 1}
    assert found["nothing_taken"] == {"pairs": 1, "asserted": 0}
    assert found["naive_rule"]["derived"] == found["direct"]["pairs"]
    assert found["unknown_ids"] == ["bridge-toll-courier-revised"]  # a version of an archived article


def test_ids_that_are_not_archived_are_counted_and_gold_of_another_archive_is_refused(run, audited, tmp_path):
    gold = tmp_path / "gold.jsonl"
    rows = (CORPUS / "gold.jsonl").read_text("utf-8").splitlines()
    gold.write_text(rows[0] + "\n" + json.dumps({"relation": "independent", "a": "nobody", "b": "x"}) + "\n")
    done = run("evaluate", "links", gold, db=audited)
    assert done.returncode == 0
    assert "2 ids of the gold are not archived (nobody, x); 1 relation left out" in done.stderr
    gold.write_text(json.dumps({"relation": "independent", "a": "nobody", "b": "x"}) + "\n")
    done = run("evaluate", "links", gold, db=audited)
    assert done.returncode == 1
    assert "the gold names 2 articles, 2 of which are not archived" in done.stderr
    assert done.stdout == ""


def test_an_archive_that_was_never_audited_says_so(run, tmp_path):
    db = tmp_path / "a.db"
    run("add", CORPUS / "articles", db=db)
    done = run("evaluate", "links", CORPUS / "gold.jsonl", db=db)
    assert done.returncode == 0
    assert "`provenance audit` finds them" in done.stderr


def test_the_help_has_every_relation(run):
    from provenance.evaluation.gold import RELATIONS

    printed = run("evaluate", "links", "--help").stdout
    assert [relation for relation in RELATIONS if relation not in printed] == []
    assert max(map(len, printed.splitlines())) <= 80


# Fitting ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def whole_events(tmp_path):
    """The gold of the corpus without its copies, and all further pairs of its groups as independent."""
    from provenance.evaluation.gold import groups, read_gold_file

    rows = [json.loads(line) for line in (CORPUS / "gold.jsonl").read_text("utf-8").splitlines()]
    rows = [row for row in rows if row["relation"] != "near_duplicate"]
    known = {tuple(sorted((row["a"], row["b"]))) for row in rows}
    members = {}
    for name, group in groups(read_gold_file(CORPUS / "gold.jsonl")).items():
        members.setdefault(group, []).append(name)
    pairs = {pair for names in members.values() for pair in combinations(sorted(names), 2)} - known
    rows += [{"relation": "independent", "a": a, "b": b} for a, b in sorted(pairs)]
    path = tmp_path / "whole.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def test_a_fit_says_what_it_is_worth_on_groups_left_out(run, audited, whole_events, tmp_path):
    db = shutil.copy(audited, tmp_path / "own.db")
    done = run("evaluate", "links", whole_events, "--fit", "gold", db=db)
    assert done.returncode == 0, done.stderr
    assert "(whole.jsonl)" in done.stdout
    assert "on groups left out of the fit" in done.stdout
    found = json.loads(run("evaluate", "links", whole_events, "--fit", "gold", "--format", "json", db=db).stdout)
    assert found["source"] == "whole.jsonl"
    assert found["before"]["derived"] == found["after"]["derived"]
    stored = "The fitted weights predict better and are stored" in done.stdout
    assert stored == found["kept"]
    back = run("evaluate", "links", "--fit", "shipped", db=db).stdout
    assert back == ("Back to the weights that ship.\n" if stored else "The weights that ship are in use.\n")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ([], 2, "name a file of gold relations"),
        (["--fit", "gold"], 2, "--fit gold takes a file of gold relations"),
        (["gold.jsonl", "--fit", "reviews"], 2, "--fit reviews takes no gold"),
        (["--fit", "reviews"], 2, "too few labels to fit weights to: 0 pairs"),
        (["nosuch.jsonl", "--fit", "gold"], 1, "there is no such file"),
    ],
)
def test_what_cannot_be_fitted_to_is_said_in_one_line(run, audited, arguments, code, said):
    done = run("evaluate", "links", *arguments, db=audited)
    assert done.returncode == code
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1
