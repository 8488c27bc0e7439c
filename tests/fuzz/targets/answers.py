"""What is made of words of an article in an answer: a line, a cell, an element, a label, a name of a file."""

import csv
import io
import re

from provenance.model.addresses import canonical_address
from provenance.reports import characters
from provenance.reports.row_files import FORMULAS, as_cell
from tests.fuzz.reading import text_of

SEEDS = [
    "\x1b]0;x\x07\u202e =cmd|x!A0",
    "<b>&amp;\"'",
    "https://Argus.example:443/a/../b?utm_source=x&q=1#f",
    "'=1+1",
    "a\u2028b\x85c",
]
RUNS = 15000
LONGEST = 300
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]")


def attempt(data: bytes) -> None:
    """Make each of it."""
    text = text_of(data)
    line = characters.line(text)
    assert not UNSAFE.search(line), line
    assert "\n" not in line
    assert characters.line(line) == line
    cell = as_cell(text)
    assert not cell.startswith(FORMULAS)
    written = io.StringIO()
    csv.writer(written).writerow([cell, "x"])
    assert len(next(csv.reader(io.StringIO(written.getvalue(), newline="")))) == 2
    shortened = characters.shortened(line, 20)
    assert characters.breadth(shortened) <= 20
    address = canonical_address(text)
    assert canonical_address(address) == address, (text, address)
