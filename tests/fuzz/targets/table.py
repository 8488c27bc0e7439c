"""CSV and TSV: delimiters, quotes, column names, encodings."""

from tests.fuzz.reading import read_as
from tests.sources.damage.seeds import SEEDS as WHOLE

SEEDS = [WHOLE["rows.csv"], b'text;date\n"words of; a ""story""";14.03.2013\n', b"id\ttext\n1\t'=words of a story\n"]
RUNS = 250


def attempt(data: bytes) -> None:
    """Read it under both names."""
    read_as("rows.csv", data)
    read_as("rows.tsv", data)
