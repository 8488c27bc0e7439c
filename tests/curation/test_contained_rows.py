"""`--against` finds a row inside a longer one of the reference, and a row of the reference inside a longer one."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from curation_rows import NEAR, OTHER, STORY, rows_of

from provenance.errors import UsageError
from provenance.usecases.deduplicating_rows import RowOptions, deduplicate_rows

WORDS = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in "lmnrst"]


def prose(seed: int, words: int) -> str:
    chance = random.Random(seed)
    return " ".join(chance.choice(WORDS) for _ in range(words))


def written(path: Path, *texts: str) -> Path:
    path.write_text(
        "".join(json.dumps({"id": f"{path.stem}{n}", "text": text}) + "\n" for n, text in enumerate(texts))
    )
    return path


LONG = f"{prose(1, 900)} {STORY} {prose(2, 700)}"


def found(
    tmp_path: Path, tests: list[str], train: list[str], **more: object
) -> tuple[list[str], list[dict[str, object]]]:
    output, groups = tmp_path / "out.jsonl", tmp_path / "groups.jsonl"
    options = RowOptions(against=[written(tmp_path / "train.jsonl", *train)], **more)  # type: ignore[arg-type]
    deduplicate_rows([written(tmp_path / "test.jsonl", *tests)], output, options, groups=groups)
    left_out = [row for row in rows_of(groups) if not row["kept"]]
    return [str(row["id"]) for row in rows_of(output)], left_out


@pytest.mark.parametrize("test", [STORY, NEAR, STORY.upper(), " ".join(STORY.split()[4:30])])
def test_a_row_inside_a_long_row_of_the_reference_is_left_out(tmp_path: Path, test: str) -> None:
    kept, left_out = found(tmp_path, [test, OTHER], [prose(3, 300), LONG])
    assert kept == ["test1"]
    (row,) = left_out
    assert (row["id"], row["matched_id"], row["contained"]) == ("test0", "train1", "row")
    assert 0.8 <= row["containment"] <= 1.0  # type: ignore[operator]
    assert row["similarity"] < 0.1  # type: ignore[operator]


def test_a_row_of_the_reference_inside_a_longer_row(tmp_path: Path) -> None:
    kept, left_out = found(tmp_path, [LONG, OTHER], [prose(3, 300), STORY])
    assert kept == ["test1"]
    assert [(row["matched_id"], row["contained"], row["containment"]) for row in left_out] == [
        ("train1", "match", 1.0)
    ]


def test_whole_rows_are_found_as_before_and_say_so(tmp_path: Path) -> None:
    kept, left_out = found(tmp_path, [NEAR, OTHER], [STORY])
    assert kept == ["test1"]
    assert "contained" not in left_out[0]


def test_what_shares_less_stays(tmp_path: Path) -> None:
    half = " ".join(STORY.split()[:14]) + " " + prose(5, 30)
    few = "on Monday after a long debate"  # fewer than eight words
    assert found(tmp_path, [half, few, OTHER], [LONG])[0] == ["test0", "test1", "test2"]
    phrase = "the owners of the fishing boats and some forty citizens"  # ten words of a reference are a phrase
    assert found(tmp_path, [LONG], [phrase])[0] == ["test0"]


def test_how_much_is_enough_can_be_said(tmp_path: Path) -> None:
    half = " ".join(STORY.split()[:24]) + " " + prose(5, 12)
    assert found(tmp_path, [half], [LONG])[0] == ["test0"]
    assert found(tmp_path, [half], [LONG], contained=0.5)[0] == []
    assert found(tmp_path, [STORY], [LONG], contained=None)[0] == ["test0"]
    for wrong in (0, 1.5):
        with pytest.raises(UsageError, match="contained"):
            found(tmp_path, [half], [LONG], contained=wrong)


def test_the_best_match_is_named_and_everything_is_counted(tmp_path: Path) -> None:
    train = written(tmp_path / "train.jsonl", f"{prose(1, 90)} {NEAR} {prose(2, 70)}", LONG, LONG + " more")
    test = written(tmp_path / "test.jsonl", STORY, STORY, OTHER, NEAR)
    pairs, groups = tmp_path / "pairs.jsonl", tmp_path / "groups.csv"
    asked = RowOptions(against=[train])
    made = deduplicate_rows([test], None, asked, pairs=pairs, groups=groups)
    assert (made.in_reference, made.contained, made.kept, made.left_out) == (3, 3, 1, 0)
    named = {(row["a_id"], row["b_id"]) for row in rows_of(pairs) if "containment" in row}
    assert {("test0", "train1"), ("test1", "train1"), ("test3", "train0")} <= named
    matched = [line.split(",") for line in groups.read_text().splitlines()]
    assert ",".join(matched[0]).endswith("matched_id,containment,contained")


@pytest.mark.parametrize("jobs", [2])
def test_the_same_with_any_number_of_jobs(tmp_path: Path, jobs: int) -> None:
    texts = [prose(n, 40) for n in range(60)]
    train = written(
        tmp_path / "train.jsonl", *(f"{prose(n + 500, 300)} {texts[n]} {prose(n + 700, 9)}" for n in range(0, 60, 2))
    )
    test = written(tmp_path / "test.jsonl", *texts)
    answers = []
    for number in (1, jobs):
        groups = tmp_path / f"groups{number}.jsonl"
        made = deduplicate_rows([test], None, RowOptions(against=[train]), groups=groups, jobs=number)
        answers.append(groups.read_bytes())
        assert (made.in_reference, made.contained) == (30, 30)
    assert answers[0] == answers[1]


def test_a_phrase_that_every_row_has_finds_nothing(tmp_path: Path) -> None:
    note = "This article was produced with the help of a machine and was checked by one of our editors."
    tests = [f"{prose(n, 60)} {note}" for n in range(300)]
    train = [f"{prose(n + 900, 400)} {note}" for n in range(300)]
    assert len(found(tmp_path, tests, train)[0]) == 300
