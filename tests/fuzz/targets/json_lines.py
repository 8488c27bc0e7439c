"""JSON Lines: rows of which some are broken, in other encodings, with other names of columns."""

from tests.fuzz.reading import read_as
from tests.sources.damage.seeds import SEEDS as WHOLE

SEEDS = [WHOLE["rows.jsonl"], b'{"body": "words of a story", "date": "03/04/2025"}\\n{"x": 1}\\n{\\n']
RUNS = 300


def attempt(data: bytes) -> None:
    """Read it under a name of this format."""
    read_as("rows.jsonl", data)
