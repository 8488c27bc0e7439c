"""Parquet, whose library reads bytes that are wrong before anything of this program does."""

from tests.fuzz.reading import read_as
from tests.sources.damage.seeds import SEEDS as WHOLE

SEEDS = [WHOLE["rows.parquet"]]
RUNS = 100


def attempt(data: bytes) -> None:
    """Read it under a name of this format."""
    read_as("rows.parquet", data)
