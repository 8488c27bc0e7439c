"""Patterns that find very many places in a long text cost memory for the text, not for the places."""

from __future__ import annotations

import re
import tracemalloc
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.sources.characters import damaged_text, disguise, long_texts

SIZE = 2**21
PATTERN = re.compile("a+b?|[xy]")


@given(st.text("abxy \n", max_size=60))
def test_replaces_as_re_does(text: str) -> None:
    with mock.patch.object(long_texts, "SHORT", 20):
        mine = long_texts.replaced(PATTERN, lambda found: found[0].upper(), text)
    assert mine == PATTERN.subn(lambda found: found[0].upper(), text)
    assert long_texts.count(PATTERN, text) == len(PATTERN.findall(text))


@given(st.text("ab \n", max_size=60))
def test_paragraphs_are_the_lines_of_a_text(text: str) -> None:
    lines = [text[start:end] for start, end in long_texts.paragraphs(text)]
    assert lines == (text.removesuffix("\n").split("\n") if text else [])
    assert long_texts.rewritten(text, str.upper) == text.upper()


def test_an_endless_line_is_cut_after_a_blank() -> None:
    text = "word " * 120_000
    pieces = [text[start:end] for start, end in long_texts.paragraphs(text)]
    assert "".join(pieces) == text
    assert {piece[-1] for piece in pieces} == {" "}
    assert max(map(len, pieces)) <= long_texts.LONGEST_PIECE
    assert long_texts.rewritten(text, lambda piece: piece) is text


KINDS = (
    "\n",
    ". ",
    "A ",
    "x\n",
    "\n" * 99 + "x",
    "&amp;",
    "&lt;",
    "\\u201c",
    "<U+201C>",
    " ?a",
    "3x4 ",
    "3x4\n",
    "a.b ",
    "a.b\n",
    "=E2=80=9C",
    "Ã©",
    "â€œ",
    "\u202ea",
    "ᴀ ᴇ ",
    "\x85",
    "\x1ca ",
    "中 ",
    "Òa ",
    "a\u200b",
)


@pytest.mark.parametrize("kind", KINDS, ids=map(ascii, KINDS))
def test_a_text_of_one_thing_again_and_again_takes_memory_for_itself(kind: str) -> None:
    text = "Words come first.\n" + kind * (SIZE // len(kind)) + "\nWords come last."
    damaged_text.mended(disguise.plain("warm up " * 200 + "&amp;").text)
    tracemalloc.start()
    try:
        damaged_text.mended(disguise.plain(text).text)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 20 * len(text)  # four for each letter as it is written, a few times; it was up to 130
