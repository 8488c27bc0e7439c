"""Every pack reads every text: other languages, mixed ones, marks without end, in time that grows with the text."""

import random
import time

import pytest

from provenance.quotes import extract
from provenance.quotes.languages import CATALOGUE, language

# What opens, closes, cues and names in some language, and what none has.
PARTS = [
    "«",
    "»",
    "“",
    "”",
    "„",
    "‘",
    "’",
    '"',
    "'",
    "—",
    "–",
    "-",
    ",",
    ".",
    "?",
    "…",
    "(",
    ")",
    ":",
    ";",
    "[",
    "dijo",
    "said",
    "selon",
    "Según",
    "que",
    "że",
    "powiedział",
    "сказал",
    "что,",
    "说",
    "，",
    "：",
    "。",
    "「",
    "」",
    "と述べた",
    "は",
    "Pérez",
    "Петров",
    "De·Vries",
    "volgens",
    "aldus",
    "ha",
    "detto",
    "d’",
    "l’",
    "a-t-elle",
    "王明",
    "スミス氏",
    "根据",
    "的说法",
    "によると",
    "é́",
    "�",
    "�",
    "1.500",
    "A.",
    "…”",
    "’s",
]
UNITS = (
    "“a” ",
    "— A b — dijo Juan —. ",
    "说",
    "王·",
    "と言",
    "， 称",
    "selon ",
    "« a, dit Paul ",
    "「",
    "que ",
    "Según X, ",
)
LENGTH = 20_000  # code points
SECONDS = 5.0  # a hundred times what any takes on a quiet machine, and far less than what work that squares takes


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_no_text_breaks_a_pack(code: str) -> None:
    chance, spoken = random.Random(code), language(code)
    for _ in range(150):
        text = "".join(chance.choice(PARTS) + chance.choice(("", " ", "\n")) for _ in range(chance.randint(1, 50)))
        for one in extract(text, spoken=spoken):
            assert 0 <= one.span.start < one.span.end <= len(text)
            assert all(one.span.start <= mark.start <= mark.end <= one.span.end for mark in one.marks)


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_time_grows_with_the_text(code: str) -> None:
    spoken = language(code)
    for unit in UNITS:
        began = time.process_time()
        extract(unit * (LENGTH // len(unit)), spoken=spoken)
        assert time.process_time() - began < SECONDS, unit
