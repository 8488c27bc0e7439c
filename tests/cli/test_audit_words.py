"""What `audit` says to people: who took from whom first, what is not shown, what could not be known."""

import json
from pathlib import Path

from provenance import Archive

CORPUS = Path(__file__).parents[2] / "corpus"


def test_an_audit_says_what_it_did_and_what_it_could_not_know(run, tmp_path):
    db = tmp_path / "a.db"
    with Archive(db) as archive:
        archive.add([CORPUS / "articles"], jobs=1)
        undated = sum(row.published is None for row in archive.listed())
        total = len(archive.listed())
    done = run("audit", "-j", "1", db=db)
    assert done.stderr.startswith(f"checked {total} new articles, compared ")
    assert " links new or changed, 0 links unchanged" in done.stderr
    said = " ".join(done.stdout.split())
    assert undated
    assert f"{undated} of {total} articles ha" in said
    assert "no date: who took from whom rests on wording and credits there" in said
    assert run("audit", "-j", "1", db=db).stderr.startswith("nothing new since the last audit: ")


def test_who_took_from_whom_comes_first(run, corpus_db):
    rows = run("audit", db=corpus_db).stdout.splitlines()
    words = ("made from:", "copy of:", "same text as:", "same source as:", "open, with:")
    found = [next(word for word in words if word in row) for row in rows if any(word in row for word in words)]
    ranks = dict(zip(words, (0, 0, 1, 2, 3), strict=True))
    assert [ranks[word] for word in found] == sorted(ranks[word] for word in found)
    assert len(set(found)) >= 4


def test_links_that_filters_leave_out_are_counted(run, corpus_db):
    with Archive(corpus_db, readonly=True) as archive:
        links = archive.links()
    mine = [link for link in links if "dam-inspection-ledger" in (link.a, link.b)]
    said = " ".join(run("audit", "--only", "dam-inspection-ledger", db=corpus_db).stdout.split())
    assert f"{len(mine)} links: " in said
    assert f"{len(links) - len(mine)} further links were left out by the filters." in said
    assert "left out" not in run("audit", db=corpus_db).stdout


def test_what_limits_left_out_is_said_again_when_nothing_is_new(run, tmp_path):
    """3,000 articles of one text are not all compared with each other."""
    rows = tmp_path / "rows.jsonl"
    text = "The harbour board of Skerrow sold the north quay for nine hundred crowns to its own chairman on Sunday."
    rows.write_text("\n".join(json.dumps({"id": f"r{n}", "text": text, "publisher": f"P{n}"}) for n in range(240)))
    assert run("add", rows, db=tmp_path / "a.db").returncode == 0
    for _ in range(2):
        done = run("audit", "-j", "1", "--only", "r1", db=tmp_path / "a.db")
        said = " ".join(done.stdout.split())
        assert "Not compared: " in said, done.stdout + done.stderr
        assert " candidates of 240 articles that share words with more others than an audit looks at" in said
