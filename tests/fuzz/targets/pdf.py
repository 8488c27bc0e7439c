"""PDF, which pdfium reads."""

from tests.fuzz.reading import read_as
from tests.sources.damage.seeds import SEEDS as WHOLE

SEEDS = [WHOLE["story.pdf"]]
RUNS = 150


def attempt(data: bytes) -> None:
    """Read it under a name of this format."""
    read_as("story.pdf", data)
