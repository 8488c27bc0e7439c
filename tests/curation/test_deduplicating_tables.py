"""Steps over tables leave out the rows that one process leaves out, for the same rows, however they are cut."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from curation_rows import NEAR, OTHER, STORY

from provenance.batch import blocks, components
from provenance.curation.tables import kept_rows, row_table
from provenance.errors import UnreadableInput, UsageError
from provenance.model.deduplication import Deduplication
from provenance.usecases.batching import BatchOptions
from provenance.usecases.deduplicating_rows import RowOptions, deduplicate_rows
from provenance.usecases.deduplicating_tables import deduplicate_tables

WORDS = STORY.split()


def written(path: Path, count: int, seed: int) -> Path:
    """Rows of which many are like others, some through a third one; some without a text, one broken."""
    chosen = random.Random(seed)
    lines = []
    for at in range(count):
        words = (STORY, NEAR, OTHER)[chosen.randrange(3)].split()
        for _ in range(chosen.randrange(9)):
            words[chosen.randrange(len(words))] = chosen.choice(WORDS)
        text = " ".join(words) if at % 11 else ("  " if at % 2 else f"{STORY} {OTHER} {' '.join(words)}")
        row: dict[str, Any] = {"id": f"{path.stem}-{at}", "text": text, "score": at % 7}
        if at % 5 == 0:
            row["more"] = [at, None] if at % 2 else {"deep": str(at)}
        lines.append(json.dumps(row))
    lines[3:3] = ["no row", ""]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def here(folder: Path, given: list[Path], options: RowOptions) -> tuple[Deduplication, dict[str, list[Any]]]:
    folder.mkdir()
    answer = deduplicate_rows(
        given, folder / "rows.parquet", options, groups=folder / "groups.jsonl", pairs=folder / "pairs.jsonl"
    )
    groups = [json.loads(line) for line in (folder / "groups.jsonl").read_text("utf-8").splitlines()]
    return answer, {"rows": pq.read_table(folder / "rows.parquet").to_pylist(), "groups": groups}


def there(
    folder: Path, given: list[Path], options: RowOptions, parts: int = 3
) -> tuple[Deduplication, dict[str, list[Any]]]:
    where = BatchOptions(engine="local", partitions=parts)
    answer = deduplicate_tables([*map(str, given)], str(folder), options, where)
    return answer, {name: rows_of(folder / name) for name in ("rows", "groups", "pairs", "unread")}


def rows_of(folder: Path) -> list[dict[str, Any]]:
    parts = [pq.read_table(part) for part in sorted(folder.glob("part-*"))]
    return pa.concat_tables(parts).to_pylist()


def who(groups: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """Who was left out for whom, and why."""
    return sorted(
        (
            (row["file"], row["row"], row["id"]),
            (row["matched_file"], row["matched_row"], row["matched_id"]),
            round(row["similarity"], 4),
            round(row.get("containment") or 0, 4),
            row.get("contained") or "",
        )
        for row in groups
        if not row["kept"]
    )


def by_id(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: str(row["id"]))


ASKED: Mapping[str, RowOptions] = {
    "plain": RowOptions(),
    "strict": RowOptions(threshold=0.9),
    "loose": RowOptions(threshold=0.3, keep="longest"),
    "best": RowOptions(keep="best:score"),
}


@pytest.mark.parametrize("name", ASKED)
@pytest.mark.parametrize("reference", ["without", "whole", "inside"])
def test_the_rows_that_one_process_leaves_out_are_left_out(
    name: str, reference: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "BLOCK", 7)  # many blocks and parts
    monkeypatch.setattr(kept_rows, "BLOCK", 7)
    given = [written(tmp_path / "one.jsonl", 90, 1), written(tmp_path / "two.jsonl", 60, 2)]
    options = ASKED[name]
    if reference != "without":
        known = written(tmp_path / "known.jsonl", 25, 3)
        options = RowOptions(
            keep=options.keep,
            threshold=options.threshold,
            against=(known,),
            contained=0.6 if reference == "inside" else None,
        )
    answer, found = here(tmp_path / "here", given, options)
    again, made = there(tmp_path / "there", given, options)
    assert again == answer
    assert answer.left_out + answer.in_reference > 5
    assert who(made["groups"]) == who(found["groups"])
    assert by_id(made["rows"]) == by_id(found["rows"])
    assert [row["row"] for row in made["unread"]][:2] == [4, 4]
    leaders = [row["group"] for row in made["groups"] if row["kept"]]
    assert len(leaders) == len(set(leaders))


def test_something_is_contained_in_these_rows(tmp_path: Path) -> None:
    given, known = written(tmp_path / "one.jsonl", 90, 1), written(tmp_path / "known.jsonl", 25, 3)
    options = RowOptions(threshold=0.9, against=(known,), contained=0.6)
    answer, _ = there(tmp_path / "there", [given], options)
    assert answer.contained > 0


def test_components_that_no_process_holds_give_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = [written(tmp_path / "one.jsonl", 60, 4)]
    first, made = there(tmp_path / "first", given, RowOptions())
    monkeypatch.setattr(components, "AT_ONCE", 5)
    second, again = there(tmp_path / "second", given, RowOptions(), parts=1)
    assert second == first
    assert who(again["groups"]) == who(made["groups"])


def test_a_run_that_is_finished_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = [written(tmp_path / "one.jsonl", 30, 5)]
    first, _ = there(tmp_path / "found", given, RowOptions())
    monkeypatch.setattr(row_table, "reading", None)
    assert there(tmp_path / "found", given, RowOptions())[0] == first
    assert not (tmp_path / "found" / "_steps").exists()
    with pytest.raises(UsageError, match="another"):
        there(tmp_path / "found", given, RowOptions(threshold=0.5))


def test_columns_of_parquet_keep_their_types(tmp_path: Path) -> None:
    table = pa.table(
        {
            "id": pa.array(["a", "b", "c"]),
            "text": pa.array([STORY, STORY, OTHER], pa.large_string()),
            "day": pa.array([1, 2, 3], pa.date32()),
            "size": pa.array([1, 2, 2**64 - 1], pa.uint64()),
            "at": pa.array([1, 2, 3], pa.timestamp("ns", "Europe/Berlin")),
            "tags": pa.array([["x"], [], None], pa.large_list(pa.large_string())),
        }
    )
    pq.write_table(table, tmp_path / "rows.parquet")
    _, made = there(tmp_path / "found", [tmp_path / "rows.parquet"], RowOptions())
    kept = pq.read_table(next((tmp_path / "found" / "rows").glob("part-*"))).schema
    assert kept.field("day").type == pa.date32()
    assert kept.field("tags").type.value_type == pa.string()
    assert by_id(made["rows"])[1] == {
        "id": "c", "text": OTHER, "day": table["day"][2].as_py(), "size": 2**64 - 1,
        "at": made["rows"][0]["at"], "tags": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "plain"),
    [
        (pa.uint8(), pa.int16()),
        (pa.float16(), pa.float32()),
        (pa.null(), pa.string()),
        (pa.time64("us"), pa.string()),
        (pa.timestamp("ns"), pa.timestamp("us")),
        (pa.dictionary(pa.int32(), pa.large_string()), pa.string()),
        (pa.binary(4), pa.binary()),
        (pa.struct([("a", pa.uint32())]), pa.struct([("a", pa.int64())])),
        (pa.int64(), pa.int64()),
    ],
)
def test_types_are_those_that_every_engine_has(kind: pa.DataType, plain: pa.DataType) -> None:
    assert kept_rows.plain_type(kind) == plain


def test_what_cannot_be_is_refused(tmp_path: Path) -> None:
    given = written(tmp_path / "one.jsonl", 5, 6)
    (tmp_path / "no.jsonl").write_text('{"other": 1}\n', "utf-8")
    for options in (RowOptions(paragraphs=True), RowOptions(broken="keep"), RowOptions(keep="best:nothing")):
        with pytest.raises(UsageError):
            there(tmp_path / "a", [given], options)
    with pytest.raises(UsageError, match="--map text"):
        there(tmp_path / "b", [tmp_path / "no.jsonl"], RowOptions())
    with pytest.raises(UsageError, match="standard input"):
        deduplicate_tables(["-"], str(tmp_path / "c"), where=BatchOptions(engine="local"))
    with pytest.raises(UnreadableInput, match="no such file"):
        deduplicate_tables([str(tmp_path / "x.jsonl")], str(tmp_path / "d"), where=BatchOptions(engine="local"))
