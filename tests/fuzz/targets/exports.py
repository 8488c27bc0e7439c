"""Exports of news databases: Nexis, Factiva, Europresse, as pages, texts and documents."""

from tests.fuzz.reading import read_as
from tests.sources.damage.seeds import SEEDS as WHOLE
from tests.sources.exports.samples import docx, nexis_uni

SEEDS = [
    WHOLE["nexis-old.html"],
    WHOLE["nexis-old.txt"],
    WHOLE["factiva.html"], WHOLE["factiva-codes.html"], WHOLE["europresse.html"],
    "\n".join(nexis_uni("en", cover=True)),
]  # fmt: skip
RUNS = 150


def attempt(data: bytes) -> None:
    """Read it as a page, as a text, or as the paragraphs of a document."""
    if data.lstrip().startswith(b"<"):
        read_as("export.html", data)
        return
    read_as("export.txt", data)
    lines = "".join(c for c in data.decode("utf-8", "ignore") if c >= " " or c == "\n").split("\n")
    read_as("export.docx", docx([line.encode("utf-8", "ignore").decode() for line in lines if "\ufffe" not in line]))
