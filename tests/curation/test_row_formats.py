"""Rows in and out of JSON Lines, CSV and Parquet: what was read is what is written."""

from __future__ import annotations

import csv
import io
import json
from datetime import datetime
from pathlib import Path

import pytest
from curation_rows import NEAR, OTHER, STORY, rows_of
from hypothesis import given
from hypothesis import strategies as st

from provenance.curation.json_lines_rows import with_value
from provenance.errors import UnreadableInput, UsageError
from provenance.usecases.deduplicating_rows import RowOptions, deduplicate_rows


def table(rows: list[list[str]], delimiter: str = ",") -> str:
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter).writerows(rows)
    return written.getvalue()


def test_records_of_a_table_are_what_they_were(tmp_path: Path) -> None:
    path, output = tmp_path / "in.csv", tmp_path / "out.csv"
    text = table([["id", "score", "text"], ["1", "0.9910", f'{STORY}\n"Yes", she said'], ["2", "1", OTHER]])
    text += f'3,007,"{STORY}\n""Yes"", she said"\r\n'
    path.write_text(text, newline="")
    found = deduplicate_rows([path], output)
    assert (found.rows, found.kept) == (3, 2)
    assert output.read_bytes() == text[: text.index("3,007")].encode()


@pytest.mark.parametrize(("name", "delimiter"), [("in.tsv", "\t"), ("in.csv", ";"), ("in.csv", "|")])
def test_separators_are_kept(tmp_path: Path, name: str, delimiter: str) -> None:
    path, output = tmp_path / name, tmp_path / f"out{Path(name).suffix}"
    path.write_text(table([["id", "text"], ["1", STORY], ["2", NEAR], ["3", OTHER]], delimiter), newline="")
    deduplicate_rows([path], output)
    assert output.read_text() == table([["id", "text"], ["1", STORY], ["3", OTHER]], delimiter).replace("\r\n", "\n")


def test_bytes_that_are_not_utf_8_are_carried_through(tmp_path: Path) -> None:
    path, output = tmp_path / "in.csv", tmp_path / "out.csv"
    path.write_bytes(b"text,id\n" + (OTHER + " Caf\xe9 Z\xfcrich").encode("latin-1") + b",1\n")
    deduplicate_rows([path], output)
    assert output.read_bytes() == path.read_bytes()


def test_a_quotation_mark_that_never_closes_is_one_broken_row(tmp_path: Path) -> None:
    path, output = tmp_path / "in.csv", tmp_path / "out.csv"
    path.write_text(
        f'id,text\n1,"{OTHER}\n2,{STORY}\n3,{NEAR}\n'.replace(f"{STORY}", f'"{STORY}"').replace(NEAR, f'"{NEAR}"')
    )
    found = deduplicate_rows([path], output)
    assert (found.rows, found.broken, found.kept, found.left_out) == (3, 1, 1, 1)
    assert output.read_text().startswith("id,text\n2,")


def parquet(path: Path) -> object:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    schema = arrow.schema(
        [
            ("when", arrow.timestamp("ns")),
            ("small", arrow.int16()),
            ("tags", arrow.list_(arrow.string())),
            ("text", arrow.large_string()),
        ],
        metadata={"made": "by hand"},
    )
    rows = [
        {"when": datetime(2020, 1, 2), "small": 3, "tags": ["x"], "text": STORY},  # noqa: DTZ001
        {"when": None, "small": 4, "tags": None, "text": NEAR},
        {"when": None, "small": None, "tags": [], "text": f"{OTHER}\n{STORY}"},
    ]
    made = arrow.Table.from_pylist(rows, schema=schema)
    made = made.set_column(0, "when", arrow.array([1577923200000000001, None, None], arrow.timestamp("ns")))
    parquet.write_table(made.replace_schema_metadata({"made": "by hand"}), path)
    return parquet.read_table(path)


@pytest.mark.parametrize("paragraphs", [False, True])
def test_parquet_keeps_its_types_and_values(tmp_path: Path, paragraphs: bool) -> None:
    path, output = tmp_path / "in.parquet", tmp_path / "out.parquet"
    before = parquet(path)
    from pyarrow import parquet as tables

    deduplicate_rows([path], output, RowOptions(paragraphs=paragraphs))
    after = tables.read_table(output)
    assert after.schema.equals(before.schema, check_metadata=True)  # type: ignore[attr-defined]
    assert after.drop(["text"]).equals(before.take([0, 2]).drop(["text"]))  # type: ignore[attr-defined]
    assert after.column("text").to_pylist() == [STORY, OTHER if paragraphs else f"{OTHER}\n{STORY}"]


def test_parquet_as_lines_and_lines_as_parquet(tmp_path: Path) -> None:
    path, output, back = tmp_path / "in.parquet", tmp_path / "out.jsonl", tmp_path / "back.parquet"
    parquet(path)
    deduplicate_rows([path], output)
    assert [list(row) for row in rows_of(output)] == [["when", "small", "tags", "text"]] * 2
    assert rows_of(output)[0]["when"] == "2020-01-02T00:00:00"
    deduplicate_rows([output], back)
    from pyarrow import parquet as tables

    assert [str(kind) for kind in tables.read_schema(back).types] == [
        "string",
        "int64",
        "list<element: string>",
        "string",
    ]


def test_lines_as_a_table_keep_columns_order_and_digits(lines: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.csv"
    deduplicate_rows([lines], output, RowOptions(threshold=1))
    first, second, *_ = csv.reader(io.StringIO(output.read_text()))
    assert first == ["id", "score", "text", "n", "published"]
    assert second == ["a", "0.991", STORY, "1e5", ""]


def test_values_of_two_types_are_text_in_parquet(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    from pyarrow import parquet as tables

    path, output = tmp_path / "in.jsonl", tmp_path / "out.parquet"
    path.write_text(f'{{"text": "{STORY}", "x": 1, "y": 1}}\n{{"text": "{OTHER}", "x": "a", "y": 0.5}}\n')
    deduplicate_rows([path], output)
    assert tables.read_table(output).to_pydict() == {"text": [STORY, OTHER], "x": ["1", "a"], "y": [1.0, 0.5]}


@pytest.mark.parametrize("ending", [".jsonl.gz", ".jsonl.zst", ".csv.gz", ".ndjson"])
def test_packed_files_are_written_and_read(lines: Path, tmp_path: Path, ending: str) -> None:
    output, again = tmp_path / f"out{ending}", tmp_path / "again.jsonl"
    deduplicate_rows([lines], output)
    assert deduplicate_rows([output], again).kept == 3
    made = output.read_bytes()
    deduplicate_rows([lines], output)
    assert output.read_bytes() == made


def test_a_suffix_that_cannot_be_written_is_refused_before_reading(lines: Path, tmp_path: Path) -> None:
    for name in ("out.txt", "out", "out.parquet.gz"):
        with pytest.raises(UsageError, match=r"\.jsonl"):
            deduplicate_rows([lines], tmp_path / name)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.jsonl", b"[1, 2]", "JSON Lines"),
        ("a.parquet", b"PAR1 and nothing else", "Parquet"),
        ("a.parquet", b"{}", "Parquet"),
        ("a.docx", b"PK\x03\x04", "Parquet"),
        ("a.csv", b"", "empty"),
        ("a.jsonl", b"\x00\x01\x02\x00" * 400, "binary"),
        ("a.jsonl.zst", b"\x28\xb5\x2f\xfdwrong", "damaged"),
    ],
)
def test_what_cannot_be_read_says_so(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnreadableInput, match=words):
        deduplicate_rows([path], None)


keys = st.text(max_size=5)
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(keys, values, max_size=4), st.text(max_size=20), st.booleans(), st.booleans())
def test_one_value_of_a_line_is_replaced_and_nothing_else(row: dict, text: str, ascii_only: bool, wide: bool) -> None:
    row = {**row, "text": "old"}
    line = json.dumps(row, ensure_ascii=ascii_only, separators=(" , ", " : ") if wide else None)
    made = with_value(line.encode(), "text", text)
    assert json.loads(made) == {**row, "text": text}
    assert list(json.loads(made)) == list(row)
    at = line.rindex('"old"')
    assert made.decode().startswith(line[:at])
    assert made.decode().endswith(line[at + 5 :])


def test_of_a_repeated_key_the_last_value_is_replaced() -> None:
    assert with_value(b'{"text": "a", "text" :"b"}', "text", "c") == b'{"text": "a", "text" :"c"}'


def test_no_cell_is_a_formula_unless_the_table_had_it(tmp_path: Path) -> None:
    path, made, back = tmp_path / "in.jsonl", tmp_path / "out.csv", tmp_path / "back.jsonl"
    path.write_text(json.dumps({"text": OTHER, "note": '=HYPERLINK("x")', "n": -3, "t": "'-1"}) + "\n")
    deduplicate_rows([path], made)
    assert list(csv.reader(io.StringIO(made.read_text())))[1] == [OTHER, '\'=HYPERLINK("x")', "-3", "''-1"]
    deduplicate_rows([made], back)
    assert rows_of(back) == [{"text": OTHER, "note": '=HYPERLINK("x")', "n": "-3", "t": "'-1"}]
    path = tmp_path / "in.csv"
    path.write_text(f"text,note\n{OTHER.replace(',', '')},=1+1\n")
    deduplicate_rows([path], made)
    assert made.read_text() == path.read_text()
