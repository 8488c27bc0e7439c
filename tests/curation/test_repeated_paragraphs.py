"""Paragraphs and lines that an earlier row has: taken out, told, and only those."""

from __future__ import annotations

import json
from pathlib import Path

from curation_rows import OTHER, STORY, rows_of
from hypothesis import given
from hypothesis import strategies as st

from provenance.curation.repeated_paragraphs import pieces, without
from provenance.usecases.deduplicating_rows import RowOptions, deduplicate_rows

FOOTER = "Sign up for our newsletter here.\nCopyright by nobody at all"


def written(path: Path, texts: list[str]) -> Path:
    path.write_text(
        "".join(json.dumps({"id": str(n), "text": text, "x": 0.10}) + "\n" for n, text in enumerate(texts))
    )
    return path


def test_a_repeated_footer_stays_in_the_first_row_only(tmp_path: Path) -> None:
    path = written(
        tmp_path / "in.jsonl", [f"{OTHER}\n\n{FOOTER}", f"{STORY}\n\n{FOOTER}", FOOTER.replace("\n", "\n\n")]
    )
    output, spans = tmp_path / "out.jsonl", tmp_path / "spans.jsonl"
    found = deduplicate_rows([path], output, RowOptions(paragraphs=True), spans=spans)
    assert [row["text"] for row in rows_of(output)] == [f"{OTHER}\n\n{FOOTER}", STORY]
    assert (found.kept, found.shortened, found.emptied, found.spans) == (2, 1, 1, 3)
    first, *_ = rows_of(spans)
    start = len(STORY) + 2
    assert (first["row"], first["start"], first["end"]) == (2, start, start + len(FOOTER))
    assert (first["text"], first["first_row"], first["id"]) == (FOOTER, 1, "1")


def test_rows_that_lose_nothing_are_the_bytes_that_they_were(tmp_path: Path) -> None:
    path = written(tmp_path / "in.jsonl", [f"{OTHER}\n{FOOTER}", STORY, f"Something wholly new.\n{FOOTER}"])
    output = tmp_path / "out.jsonl"
    deduplicate_rows([path], output, RowOptions(paragraphs=True))
    before, after = path.read_bytes().splitlines(), output.read_bytes().splitlines()
    assert after[:2] == before[:2]
    assert b'"x": 0.1}' in after[2]
    assert json.loads(after[2])["text"] == "Something wholly new."


def test_a_paragraph_twice_in_one_row_stays_once_with_one_blank_line_around_it(tmp_path: Path) -> None:
    path = written(tmp_path / "in.jsonl", [f"{OTHER}\n\n{STORY}\n\n{OTHER}\n\nAn end that is new."])
    output = tmp_path / "out.jsonl"
    deduplicate_rows([path], output, RowOptions(paragraphs=True))
    assert rows_of(output)[0]["text"] == f"{OTHER}\n\n{STORY}\n\nAn end that is new."


def test_dates_and_names_are_no_paragraphs(tmp_path: Path) -> None:
    path = written(tmp_path / "in.jsonl", [f"May 5\n{OTHER}", f"May 5\n{STORY}"])
    assert deduplicate_rows([path], None, RowOptions(paragraphs=True)).spans == 0


@given(st.lists(st.sampled_from([STORY, OTHER, FOOTER, "", " ", "May 5"]), max_size=8))
def test_pieces_are_where_they_say(parts: list[str]) -> None:
    text = "\n".join(parts)
    for piece in pieces(text):
        assert text[piece.start : piece.end].strip()
        assert "\n\n" not in text[piece.start : piece.end]
    assert without(text, []) == text
