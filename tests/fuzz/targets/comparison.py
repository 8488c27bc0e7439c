"""`compare` of two texts and the answer in every format that says it."""

import io

from rich.console import Console

import provenance
from provenance.errors import ProvenanceError
from provenance.reports.formats import names, writer
from tests.fuzz.small_archive import SHARED

SEEDS = [
    f"{SHARED}\x00“{SHARED}” said Ana Rao.",
    "one two three\x00one two three",
    f"{SHARED[:80]} <b>\x1b[31m\x00{SHARED[:90]}",
]
RUNS = 60
LONGEST = 1000


class Output:
    """Where an answer goes."""

    why = True

    def __init__(self) -> None:
        self.console = Console(file=io.StringIO(), width=80)
        self.written: list[str] = []

    def write(self, text: str) -> None:
        """A piece of it."""
        self.written.append(text)


def attempt(data: bytes) -> None:
    """Compare two halves of it."""
    a, _, b = data.decode("utf-8", "replace").partition("\0")
    try:
        one = provenance.Article.from_text(a, id="a")
        found = provenance.compare(one, provenance.Article.from_text(b, id="b"))
    except (ProvenanceError, ValueError) as error:
        assert "\n" not in str(error), error
        return
    for form in names("comparison"):
        output = Output()
        writer(form)("comparison", found, output)
