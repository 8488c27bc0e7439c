"""What people get wrong: each answer says what failed, on which input, and what to do, with the right exit code."""

from __future__ import annotations

import json

import pytest

ROWS = "\n".join(
    json.dumps({"id": name, "text": f"The crane on the {name} lifted nothing for nine days. " * 3})
    for name in ("quay-north", "quay-south")
)

# (what is typed, exit code, what the answer names and advises)
MISTAKES = [
    ("list --frobnicate", 2, ["--frobnicate", "provenance list -h"]),
    ("frobnicate", 2, ["'frobnicate'", "provenance -h"]),
    ("show harbour", 2, ["'harbour'", "`provenance list`"]),
    ("show quay", 2, ["2 articles begin with 'quay'", "'quay-north', 'quay-south'", "give more of the id"]),
    ("show quay-north --version 9", 2, ["no version 9", "`show --versions`"]),
    ("check nothing.txt", 1, ["skipped nothing.txt", "there is no such file"]),
    ("compare mine.txt theirs.txt", 1, ["mine.txt: there is no such file", "nor an archived article"]),
    ("compare quay-north theirs.txt", 1, ["theirs.txt: there is no such file", "nor an archived article"]),
    ("compare quay-north theirs", 2, ["no article 'theirs'", "`provenance list`", "no file of that name"]),
    ("report theirs.txt -o page.html", 1, ["theirs.txt: there is no such file"]),
    ("compare one.txt theirs.txt", 1, ["theirs.txt: there is no such file", "two files", "two archived articles"]),
    ("compare mine.txt one.txt --db none.db", 1, ["mine.txt: there is no such file", "no", "archive at none.db"]),
    ("compare mine.txt theirs.txt --db none.db", 1, ["mine.txt: there is no such file", "archive at none.db"]),
    ("compare quay-north quay-north", 2, ["quay-north", "the same article is given twice"]),
    ("compare one.txt ./one.txt", 2, ["one.txt", "the same article is given twice"]),
    ("compare one.txt file:///theirs.txt", 1, ["file:///theirs.txt: addresses that begin with file: are not read"]),
    ("add empty", 1, ["skipped empty", "no file to read", ".txt"]),
    ("add rows.csv --map text=nosuch", 1, ["rows.csv", '"nosuch"', "'body'", "--map text=COLUMN"]),
    ("add rows.csv --map colour=body", 2, ["--map", "no such field: colour", "text=body"]),
    ("add rows.csv --map text", 2, ["--map", "KEY=COLUMN"]),
    ("audit --profile nope", 2, ["--profile", "'nope' is not one of 'news', 'essay', 'pan'"]),
    ("review quay-north quay-south maybe", 2, ["confirm, reject, note or undo"]),
    ("edit quay-north --set colour=red", 2, ["no such field: 'colour'", "title, author, publisher"]),
    ("edit quay-north --set published=yesterday", 2, ["'yesterday' is not a date", "2025-07-16"]),
    ("evaluate links nosuch.jsonl", 1, ["nosuch.jsonl: there is no such file", "corpus/gold.jsonl"]),
    ("report harbour -o page.html", 2, ["'harbour'", "no file or folder of that name"]),
]


@pytest.fixture(scope="module")
def place(run, tmp_path_factory):
    folder = tmp_path_factory.mktemp("mistakes")
    (folder / "empty").mkdir()
    (folder / "rows.csv").write_text('id,body\n1,"The crane on the quay lifted nothing for nine days, he said."\n')
    (folder / "one.txt").write_text("The crane on the quay lifted nothing for nine days, he said.")
    assert run("add", "-", cwd=folder, stdin=ROWS).returncode == 0
    return folder


@pytest.mark.parametrize(("typed", "code", "words"), MISTAKES, ids=[each[0] for each in MISTAKES])
def test_a_mistake_is_told_with_what_to_do(run, place, typed, code, words):
    done = run(*typed.split(), cwd=place)
    assert done.returncode == code, done.stderr
    said = " ".join(done.stderr.split())
    assert [each for each in words if each not in said] == []
    assert "Traceback" not in said
    assert "stopped after 0" not in said


def test_an_archive_that_is_not_there_is_named_with_what_makes_one(run, tmp_path):
    done = run("list", "--db", "none.db", cwd=tmp_path)
    assert done.returncode == 1
    assert "there is no archive at none.db; `provenance add PATH...` makes one" in done.stderr
    assert not (tmp_path / "none.db").exists()
