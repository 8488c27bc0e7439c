"""Files of rows without near duplicates: which row is kept, what is written of it, and what is told."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest
from curation_rows import NEAR, OTHER, STORY, rows_of

from provenance.errors import UnreadableInput, UsageError
from provenance.usecases.deduplicating_rows import RowOptions, deduplicate_rows


def kept(path: Path) -> list[object]:
    return [row["id"] for row in rows_of(path)]


def test_lines_that_are_kept_are_the_bytes_that_they_were(lines: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    found = deduplicate_rows([lines], output)
    before = lines.read_bytes().splitlines(keepends=True)
    assert output.read_bytes() == before[0] + before[3] + before[5]
    assert (found.rows, found.kept, found.left_out, found.broken, found.without_text) == (6, 3, 2, 1, 1)
    assert found.ratio == pytest.approx(2 / 6)


def test_a_broken_row_is_told_and_kept_where_that_is_asked_for(lines: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    found = deduplicate_rows([lines], output, RowOptions(broken="keep"))
    assert b"not json\n" in output.read_bytes()
    assert (found.broken, found.broken_kept, found.kept) == (1, 1, 4)
    (told,) = found.unread
    assert (told.place.row, "JSON" in told.reason) == (3, True)
    assert deduplicate_rows([lines], tmp_path / "out.csv", RowOptions(broken="keep")).broken_kept == 0


@pytest.mark.parametrize(
    ("keep", "which"),
    [("first", "a"), ("longest", "a"), ("earliest", "d"), ("best:score", "d"), ("best:n", "a")],
)
def test_keep_says_which_row_of_a_group_stays(lines: Path, tmp_path: Path, keep: str, which: str) -> None:
    output = tmp_path / "out.jsonl"
    deduplicate_rows([lines], output, RowOptions(keep=keep))
    assert kept(output) == sorted([which, "c", "e"])


@pytest.mark.parametrize("keep", ["newest", "best:", "best:nowhere"])
def test_a_keep_that_cannot_be_is_refused(lines: Path, tmp_path: Path, keep: str) -> None:
    with pytest.raises(UsageError, match="keep"):
        deduplicate_rows([lines], tmp_path / "out.jsonl", RowOptions(keep=keep))
    assert not (tmp_path / "out.jsonl").exists()


def test_rows_of_a_reference_are_not_written_and_what_repeats_them_is_left_out(lines: Path, tmp_path: Path) -> None:
    reference = tmp_path / "train.jsonl"
    reference.write_text(json.dumps({"text": NEAR}) + "\n" + json.dumps({"text": NEAR}) + "\n")
    output, groups = tmp_path / "out.jsonl", tmp_path / "groups.jsonl"
    found = deduplicate_rows([lines], output, RowOptions(against=[reference]), groups=groups)
    assert kept(output) == ["c", "e"]
    assert (found.in_reference, found.left_out, found.reference) == (3, 0, 2)
    matched = [row for row in rows_of(groups) if not row["kept"]]
    assert {row["id"] for row in matched} == {"a", "b", "d"}
    assert {row["matched_file"] for row in matched} == {str(reference)}
    assert {row["id"]: row["similarity"] for row in matched}["d"] == 1.0
    assert all(0.7 <= row["similarity"] < 1 for row in matched if row["id"] != "d")  # type: ignore[operator]


def test_groups_and_pairs_say_who_matched_whom(lines: Path, tmp_path: Path) -> None:
    groups, pairs = tmp_path / "groups.jsonl", tmp_path / "pairs.csv"
    found = deduplicate_rows([lines], None, groups=groups, pairs=pairs)
    first, *others = rows_of(groups)
    assert (first["id"], first["kept"]) == ("a", True)
    assert [(row["id"], row["matched_id"]) for row in others] == [("b", "a"), ("d", "a")]
    assert others[0]["similarity"] == 1.0 > others[1]["similarity"] > 0.7  # type: ignore[operator]
    assert len(pairs.read_text().splitlines()) == 4
    (pair,) = found.least_similar
    assert (pair.a.id, pair.b.id, pair.a_begins[:11]) == ("a", "d", "The council")


def test_a_chain_of_weak_similarities_joins_nothing(tmp_path: Path) -> None:
    words = STORY.split()
    changed = [" ".join(words), " ".join([*words[6:], *["one", "two", "three"]])]
    changed.append(" ".join([*words[12:], *["one", "two", "three", "four", "five", "six", "seven"]]))
    path, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    path.write_text("".join(json.dumps({"id": str(n), "text": text}) + "\n" for n, text in enumerate(changed)))
    found = deduplicate_rows([path], output, RowOptions(threshold=0.6))
    assert found.pairs == 2
    assert kept(output) == ["0", "2"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_same_bytes_whatever_the_number_of_jobs(tmp_path: Path, jobs: int) -> None:
    path, output, pairs = tmp_path / "in.jsonl", tmp_path / "out.jsonl", tmp_path / "pairs.jsonl"
    with path.open("w") as file:
        for n in range(6000):
            text = f"{OTHER} {n % 50} {STORY if n % 3 else NEAR} " + " ".join(f"w{n % 50}x{k}" for k in range(60))
            file.write(json.dumps({"id": str(n), "text": text}) + "\n")
    deduplicate_rows([path], output, RowOptions(paragraphs=True), pairs=pairs, jobs=jobs)
    assert len(kept(output)) == 50
    assert (output.read_bytes(), pairs.read_bytes()) == _alone(path, tmp_path)


def _alone(path: Path, folder: Path) -> tuple[bytes, bytes]:
    output, pairs = folder / "alone.jsonl", folder / "alone-pairs.jsonl"
    deduplicate_rows([path], output, RowOptions(paragraphs=True), pairs=pairs)
    return output.read_bytes(), pairs.read_bytes()


def test_inputs_together_and_an_input_that_is_never_written_over(lines: Path, tmp_path: Path) -> None:
    second = tmp_path / "second.jsonl.gz"
    second.write_bytes(gzip.compress((json.dumps({"id": "x", "text": NEAR + " Indeed."}) + "\n").encode()))
    before, output = lines.read_bytes(), tmp_path / "out.jsonl"
    for options in (RowOptions(), RowOptions(against=[second])):
        with pytest.raises(UsageError, match="one of the inputs"):
            deduplicate_rows([lines], second if options.against else lines, options)
    assert lines.read_bytes() == before
    found = deduplicate_rows([second, lines], output)
    assert kept(output) == ["x", "c", "e"]
    assert (found.rows, found.kept) == (7, 3)


def test_a_packed_file_that_is_cut_off_is_an_error_and_nothing_appears(lines: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut.jsonl.gz"
    cut.write_bytes(gzip.compress(lines.read_bytes())[:-20])
    with pytest.raises(UnreadableInput, match=r"cut\.jsonl\.gz"):
        deduplicate_rows([cut], tmp_path / "out.jsonl")
    assert not list(tmp_path.glob("out*"))


def test_a_file_without_texts_names_its_columns(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"words_of_it": "some words", "n": 3}\n')
    with pytest.raises(UsageError, match=r"n, words_of_it; say --map text=COLUMN"):
        deduplicate_rows([path], tmp_path / "out.jsonl")
    assert deduplicate_rows([path], None, RowOptions(mapping={"text": "words_of_it"})).kept == 1


def test_many_rows_of_the_same_words_are_one_text(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(
        "".join(json.dumps({"text": "Access denied"}) + "\n" for _ in range(5000)) + '{"text": "..."}\n' * 2
    )
    found = deduplicate_rows([path], None)
    assert (found.kept, found.left_out, found.pairs, found.groups) == (3, 4999, 0, 1)


def test_memory_does_not_grow_with_the_texts(tmp_path: Path) -> None:
    """3,000 rows of 20 KB are 60 MB; two thirds of that would be visible."""
    path = tmp_path / "in.jsonl"
    with path.open("w") as file:
        for n in range(3000):
            file.write(json.dumps({"id": n, "text": " ".join(f"w{n}x{k}" for k in range(2000))}) + "\n")
    program = (
        "import resource, sys; from provenance.usecases.deduplicating_rows import deduplicate_rows as d;"
        " d([sys.argv[1]], sys.argv[1] + '.jsonl'); print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    )
    peaks = []
    for size in (300, 3000):
        part = tmp_path / f"{size}.jsonl"
        with path.open() as file, part.open("w") as out:
            out.writelines(line for _, line in zip(range(size), file, strict=False))
        made = subprocess.run([sys.executable, "-c", program, str(part)], capture_output=True, text=True, check=True)
        peaks.append(int(made.stdout))
    assert peaks[1] - peaks[0] < 40
