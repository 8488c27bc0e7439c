"""Tables: columns by name, long fields, and quotation marks that do not pair up."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.config.files import SourceSettings
from provenance.model import Article, SkippedInput
from provenance.sources import read
from provenance.sources.characters.damaged_text import mended
from provenance.sources.table_reader import RECOVERIES

ReadBytes = Callable[..., list[Article | SkippedInput]]


def summary(found: list[Article | SkippedInput]) -> list[tuple[str, str]]:
    """(id, text) of articles, (where after the file's name, "") of skipped rows."""
    return [(one.id, one.text) if isinstance(one, Article) else (one.where.partition("feed")[2], "") for one in found]


def test_columns_are_fields_and_further_columns_metadata(read_bytes: ReadBytes) -> None:
    (article,) = read_bytes(
        "feed.csv", 'id,published,text,section\n7,2025-07-16,"He said ""no"", twice.\r\nThen left.",Sea\n'
    )
    assert isinstance(article, Article)
    assert (article.id, article.text) == ("7", 'He said "no", twice.\r\nThen left.')
    assert article.published is not None
    assert article.metadata == {"section": "Sea"}


@pytest.mark.parametrize(
    ("name", "sign"), [("feed.csv", ","), ("feed.csv", ";"), ("feed.csv", "\t"), ("feed.tsv", "\t")]
)
def test_the_sign_between_fields_is_seen_in_the_header(read_bytes: ReadBytes, name: str, sign: str) -> None:
    data = f"id{sign} text\nx{sign}The bridge is closed.\n"
    assert summary(read_bytes(name, data)) == [("x", "The bridge is closed.")]


def test_ids_count_rows_not_lines(read_bytes: ReadBytes) -> None:
    assert summary(read_bytes("feed.csv", 'text\n"a\nb"\n\nc\n')) == [("feed:1", "a\nb"), ("feed:2", "c")]


def test_fields_longer_than_the_library_expects(read_bytes: ReadBytes) -> None:
    text = "x" * 200_000
    assert summary(read_bytes("feed.csv", f"text\n{text}\n")) == [("feed:1", text)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_tables_are_read_in_every_encoding(read_bytes: ReadBytes, encoding: str) -> None:
    data = 'text\n"“The café is closed,” she said."\n'.encode(encoding)
    assert summary(read_bytes("feed.csv", data)) == [("feed:1", "“The café is closed,” she said.")]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ('1,"open\n2,fine\n3,fine\n', [(".csv line 2", ""), ("2", "fine"), ("3", "fine")]),
        ('1,"a"b\n2,fine\n', [(".csv line 2", ""), ("2", "fine")]),
        ("1,a,b\n2,fine\n3\n", [(".csv line 2", ""), ("2", "fine"), (".csv line 4", "")]),
        ('1,"a\nb"c\n2,fine\n', [(".csv line 2", ""), (".csv line 3", ""), ("2", "fine")]),
        ('1,\n2,"  "\n3,fine', [(".csv line 2", ""), (".csv line 3", ""), ("3", "fine")]),
        ("1,a\x00b\n2,fine\n", [(".csv line 2", ""), ("2", "fine")]),
    ],
)
def test_a_broken_row_is_named_and_the_others_are_read(
    read_bytes: ReadBytes, rows: str, expected: list[tuple[str, str]]
) -> None:
    assert summary(read_bytes("feed.csv", "id,text\n" + rows)) == expected


def test_a_file_full_of_open_quotation_marks_is_given_up(read_bytes: ReadBytes) -> None:
    found = read_bytes("feed.csv", "id,text\n" + '1,"open"x\n' * 3 * RECOVERIES)
    assert len(found) == RECOVERIES + 1
    assert isinstance(found[-1], SkippedInput)
    assert "nothing after it" in found[-1].reason


def test_a_row_beyond_the_limit_does_not_swallow_the_file(read_bytes: ReadBytes) -> None:
    rows = 'id,text\n1,"open\n' + "2,fine\n" * 100
    found = read_bytes("feed.csv", rows, settings=SourceSettings(largest_text=200))
    assert summary(found)[:3] == [(".csv line 2", ""), ("2", "fine"), ("2", "fine")]
    assert len(found) == 101


@pytest.mark.parametrize(
    ("data", "word"),
    [
        ("", "empty"),
        ("\n", "empty"),
        ("id,words\n1,a\n", "'words'"),
        ("\0\1\2\0", "binary"),
        ('"text\n', "no rows"),
    ],
)
def test_a_table_without_a_text_is_said_once(read_bytes: ReadBytes, data: str, word: str) -> None:
    (skipped,) = read_bytes("feed.csv", data)
    assert isinstance(skipped, SkippedInput)
    assert word in skipped.reason


def test_a_mapping_names_the_column(read_bytes: ReadBytes) -> None:
    assert summary(read_bytes("feed.csv", "id;body\nx;a\n", {"text": "body"})) == [("x", "a")]


printable = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1).filter(
    lambda text: text.strip()
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(printable, min_size=1, max_size=5))
def test_what_the_library_writes_is_read_back(read_bytes: ReadBytes, texts: list[str]) -> None:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, quoting=csv.QUOTE_ALL)
    writer.writerow(["text"])
    writer.writerows([text] for text in texts)
    kept = [mended(text).text for text in texts]
    assert [text for _, text in summary(read_bytes("feed.csv", buffer.getvalue()))] == kept


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet='a",;\t\n\r x', max_size=60))
def test_no_table_raises(read_bytes: ReadBytes, rows: str) -> None:
    read_bytes("feed.csv", "id,text\n" + rows)


ROWS = [
    ("The lock stayed shut on Monday.", "Lock", "2025-03-04"),
    ("The mill reopened; at last.", "Mill", "2025-03-05"),
]


def table(sign: str, end: str = "\n", names: tuple[str, ...] = ("text", "title", "published")) -> str:
    return end.join([sign.join(names), *(sign.join(f'"{field}"' for field in row) for row in ROWS), ""])


SPREADSHEETS = {
    "a line for Excel": "sep=;\r\n" + table(";", "\r\n"),
    "a line for Excel in quotation marks": '"sep=\t"\r\n' + table("\t", "\r\n"),
    "carriage returns alone": table(",", "\r"),
    "strokes": table("|"),
    "capitals": table(";", names=("TEXT", "Title ", "Published")),
    "a mark of byte order": "\ufeff" + table(";"),
    "empty columns and rows": "text,title,published,,\n"
    + ",,,,\n".join(f'"{text}",{title},{day},,\n' for text, title, day in ROWS)
    + ",,,,\n",
    "commas after the last column": "text,title,published\n"
    + "".join(f'"{text}",{title},{day},,\n' for text, title, day in ROWS),
}


@pytest.mark.parametrize("kind", SPREADSHEETS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_tables_of_spreadsheets(kind: str, encoding: str, tmp_path: Path) -> None:
    (tmp_path / "feed.csv").write_bytes(SPREADSHEETS[kind].encode(encoding))
    found = list(read([tmp_path / "feed.csv"]))
    articles = [one for one in found if isinstance(one, Article)]
    assert [(one.text, one.title, one.published and one.published.written) for one in articles] == ROWS
    assert len(found) == 2


def test_a_carriage_return_inside_a_field_parts_no_row(read_bytes: ReadBytes) -> None:
    found = read_bytes("feed.csv", 'text,title\n"One\rtwo.",Lock\n"Three.",Mill\n')
    assert [one.text for one in found if isinstance(one, Article)] == ["One\rtwo.", "Three."]
    bare = read_bytes("feed.csv", 'text,title\r"One\r\rtwo.",Lock\r"Three.",Mill')
    assert [one.title for one in bare if isinstance(one, Article)] == ["Lock", "Mill"]


def test_two_columns_of_a_name_are_told_once_and_the_first_is_read(read_bytes: ReadBytes) -> None:
    first, second = read_bytes("feed.csv", "text,title,text\nOne.,Lock,Other.\nTwo.,Mill,Other.\n")
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.text, first.metadata) == ("One.", {"text (2)": "Other."})
    assert ([note.kind for note in first.notes], second.notes) == (["column-twice"], ())


def test_days_that_a_spreadsheet_numbered(read_bytes: ReadBytes) -> None:
    rows = "text,published\nOne.,45720\nTwo.,45720.3958\nThree.,2025\nFour.,0\nFive.,1900-01-00\n"
    found = [one for one in read_bytes("feed.csv", rows) if isinstance(one, Article)]
    written = [one.published and one.published.written for one in found]
    assert written == ["2025-03-04", "2025-03-04T09:30", "2025", None, None]
    assert "spreadsheet" in found[0].guesses["published"]
    assert [note.kind for one in found for note in one.notes] == ["date-placeholder"] * 2
