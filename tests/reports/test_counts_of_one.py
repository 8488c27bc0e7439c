"""Lines with a number read well where it is 1."""

from __future__ import annotations

import io
from dataclasses import replace

from rich.console import Console

from provenance.model import Verification
from provenance.model.deduplication import Deduplication
from provenance.reports.deduplication import as_lines
from provenance.reports.terminal.maintenance import print_verification

CHECKED = ("articles", "fingerprints made anew", "earlier versions compared anew", "texts in the text search")


def verified(number: int) -> str:
    console = Console(file=io.StringIO(), width=200)
    print_verification(console, Verification(dict.fromkeys(CHECKED, number)))
    return console.file.getvalue()  # type: ignore[attr-defined]


def test_what_verify_looked_at() -> None:
    one = "1 article, 1 fingerprint made anew, 1 earlier version compared anew and 1 text in the text search"
    assert one in verified(1)
    assert ", ".join(f"2 {each}" for each in CHECKED[:3]) in verified(2)


def counts(in_reference: int, reference: int, same_words: int = 0) -> Deduplication:
    left = Deduplication(5, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.7, 0, (), (), ())
    return replace(left, in_reference=in_reference, reference=reference, same_words=same_words)


def test_what_dedup_left_out() -> None:
    one = as_lines(counts(in_reference=1, reference=4, same_words=1))
    assert "1 repeats one of the 4 rows of the reference" in one
    assert "1 of those left out has every word of the row that is kept" in one
    two = as_lines(counts(in_reference=2, reference=4, same_words=2))
    assert "2 repeat one of the 4 rows of the reference" in two
    assert "2 of those left out have every word of the row that is kept" in two
    alone = as_lines(counts(in_reference=1, reference=1))
    assert "1 repeats the only row of the reference" in alone
