"""One order of day and month for a file: shown by another of its dates, said by a person, or told not to be shown."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from provenance.engines.local_processes import LocalProcesses
from provenance.model import Article, SkippedInput
from provenance.sources import read

DAYS = ["03/04/2025", "04/04/2025", "13/01/2025", "05/06/2025"]


def csv_of(days: list[str]) -> str:
    return "text,published\n" + "".join(f"The ferry of {n} was late.,{day}\n" for n, day in enumerate(days))


def jsonl_of(days: list[str]) -> str:
    return "\n".join(json.dumps({"text": f"The ferry of {n} was late.", "date": day}) for n, day in enumerate(days))


def json_of(days: list[str]) -> str:
    return "[" + jsonl_of(days).replace("\n", ",") + "]"


FILES: dict[str, Callable[[list[str]], str]] = {"a.csv": csv_of, "a.jsonl": jsonl_of, "a.json": json_of}


def dates(found: list[Article | SkippedInput]) -> list[str | None]:
    return [one.published and one.published.written for one in found if isinstance(one, Article)]


@pytest.mark.parametrize("name", FILES)
def test_another_row_shows_the_order_even_the_last(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(FILES[name](DAYS), "utf-8")
    found = list(read([tmp_path / name]))
    assert dates(found) == ["2025-04-03", "2025-04-04", "2025-01-13", "2025-06-05"]
    assert all(isinstance(one, Article) and not one.notes for one in found)
    assert isinstance(found[0], Article)
    assert "day first" in found[0].guesses["published"]
    (tmp_path / name).write_text(FILES[name](["03/04/2025", "01/13/2025"]), "utf-8")
    assert dates(list(read([tmp_path / name]))) == ["2025-03-04", "2025-01-13"]


def test_parquet_too(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    table = arrow.table({"text": [f"The ferry of {n}." for n in range(4)], "published": DAYS})
    parquet.write_table(table, tmp_path / "a.parquet")
    assert dates(list(read([tmp_path / "a.parquet"])))[0] == "2025-04-03"


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("days", [["03/04/2025", "05/06/2025"], ["03/04/2025", "13/01/2025", "01/13/2025"]])
def test_a_file_that_shows_no_order_or_both_has_no_date_there(name: str, days: list[str], tmp_path: Path) -> None:
    (tmp_path / name).write_text(FILES[name](days), "utf-8")
    first = next(iter(read([tmp_path / name])))
    assert isinstance(first, Article)
    assert first.published is None
    assert [note.kind for note in first.notes] == ["date-ambiguous"]
    assert "--dates day-first" in first.notes[0].reason
    assert first.metadata["unreadable_published"] == "03/04/2025"


@pytest.mark.parametrize("name", FILES)
def test_a_person_says_the_order(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(FILES[name](["03/04/2025", "2025-05-06"]), "utf-8")
    assert dates(list(read([tmp_path / name], dates="day-first"))) == ["2025-04-03", "2025-05-06"]
    assert dates(list(read([tmp_path / name], dates="month-first"))) == ["2025-03-04", "2025-05-06"]
    assert dates(list(read([tmp_path / name], dates="iso"))) == [None, "2025-05-06"]


def test_each_file_of_a_folder_has_its_own_order(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(csv_of(["03/04/2025", "13/01/2025"]), "utf-8")
    (tmp_path / "b.csv").write_text(csv_of(["03/04/2025", "01/13/2025"]), "utf-8")
    assert dates(list(read([tmp_path]))) == ["2025-04-03", "2025-01-13", "2025-03-04", "2025-01-13"]


def test_standard_input_is_held_back(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(jsonl_of(DAYS).encode())

    monkeypatch.setattr(sys, "stdin", Stdin)
    assert dates(list(read(["-"]))) == ["2025-04-03", "2025-04-04", "2025-01-13", "2025-06-05"]


def test_several_processes_give_the_same(tmp_path: Path) -> None:
    days = ["03/04/2025"] * 2500 + ["13/01/2025"]
    (tmp_path / "a.jsonl").write_text(jsonl_of(days), "utf-8")
    with LocalProcesses(2) as engine:
        assert dates(list(read([tmp_path / "a.jsonl"], spread=engine.map))) == dates(
            list(read([tmp_path / "a.jsonl"]))
        )
