"""Tables as Excel, LibreOffice, Numbers, Google Sheets, R, SPSS, SAS, Stata and pandas write them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from provenance.model import Article, SkippedInput

ReadBytes = Callable[..., list[Article | SkippedInput]]
ONE = "The lock at Millbrook stayed shut on Monday, because its gates had frozen."
TWO = "The keeper said that the ice would hold the barges, and the boats."
ROWS = f'a,"{ONE}",2025-03-04\nb,"{TWO}",2025-03-05\n'
HEAD = "id,text,published\n"
TABLES = {
    "a title": f"Export of 4 March 2025,,\n,,\n{HEAD}{ROWS}",
    "blank lines": f"\n\n{HEAD}{ROWS}",
    "a comment": f"# written by a program\n{HEAD}{ROWS}",
    "a separator after a mark": f"\ufeffsep=,\n{HEAD}{ROWS}",
    "R": f'"id","text","published"\n"1","a","{ONE}","2025-03-04"\n"2","b","{TWO}","2025-03-05"\n',
    "R, with a column": f'"","id","text","published"\n"1","a","{ONE}",2025-03-04\n"2","b","{TWO}",2025-03-05\n',
    "blanks after commas": f'id, text, published\na, "{ONE}", 2025-03-04\nb, "{TWO}", 2025-03-05\n',
    "text by an apostrophe": f'{HEAD}a,"{ONE}",\'2025-03-04\nb,"{TWO}",\'2025-03-05\n',
    "text by a formula": f'{HEAD}a,"{ONE}","=""2025-03-04"""\nb,"{TWO}","=""2025-03-05"""\n',
    "Google": f'{HEAD}a,"{ONE}",2025-03-04 8:15:00\nb,"{TWO}",2025-03-05 8:15:00\n',
    "SAS": f'{HEAD}a,"{ONE}",04MAR2025:08:15:00\nb,"{TWO}",05MAR25\n',
    "Stata": f'{HEAD}a,"{ONE}",04mar2025\nb,"{TWO}",05mar2025 08:15:00\n',
    "Oracle": f'{HEAD}a,"{ONE}",04-MAR-25\nb,"{TWO}",05-MAR-25 08.15.00.000000 AM\n',
    "Russian": f"id;Текст;Дата\na;{ONE};04.03.2025\nb;{TWO};05.03.2025\n",
    "Japanese": f'id,本文,日付\na,"{ONE}",2025/3/4\nb,"{TWO}",2025/3/5\n',
}


@pytest.mark.parametrize("name", TABLES)
def test_tables_of_programs_are_read(read_bytes: ReadBytes, name: str) -> None:
    found = [one for one in read_bytes("table.csv", TABLES[name]) if isinstance(one, Article)]
    assert [one.text for one in found] == [ONE, TWO]
    assert [one.id for one in found] == ["a", "b"]
    assert [one.published.written[:10] for one in found if one.published] == ["2025-03-04", "2025-03-05"]


def test_lines_before_the_table_are_told(read_bytes: ReadBytes) -> None:
    first, second = read_bytes("table.csv", TABLES["a title"])
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert [note.kind for note in first.notes] == ["lines-before-table"]
    assert not second.notes


def test_a_table_without_texts_names_its_columns(read_bytes: ReadBytes) -> None:
    (found,) = read_bytes("table.csv", "nr;Kopf;Absatz\n1;a;b\n")
    assert isinstance(found, SkippedInput)
    assert "'nr', 'Kopf', 'Absatz'" in found.reason


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_table_under_the_name_of_a_text_is_a_table(read_bytes: ReadBytes, separator: str, encoding: str) -> None:
    table = f'id,text,published\na,"{ONE}",2025-03-04\nb,"{TWO}",2025-03-05\n'
    if separator != ",":
        table = table.replace(f'"{ONE}"', ONE.replace(",", "")).replace(f'"{TWO}"', TWO.replace(",", ""))
    found = read_bytes("table.txt", table.replace(",", separator).encode(encoding))
    assert [one.id for one in found if isinstance(one, Article)] == ["a", "b"]
    assert all("format" in one.guesses for one in found if isinstance(one, Article))


@pytest.mark.parametrize("first", ["Text, date and author of a letter", "title, text", "The id, text and date"])
def test_prose_with_commas_is_no_table(read_bytes: ReadBytes, first: str) -> None:
    (found,) = read_bytes("story.txt", f"{first}\n\n{ONE}\n")
    assert isinstance(found, Article)
    assert "format" not in found.guesses
