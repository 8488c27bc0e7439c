"""A JSON document: one article, a list of them, or an export of another program."""

from tests.fuzz.reading import read_as
from tests.sources.damage.seeds import SEEDS as WHOLE

SEEDS = [
    WHOLE["ninjs.json"],
    b'{"text": "Nothing sailed.", "published": {"\\$date": 1363255200000}}',
    b'[{"title": "a", "content": {"rendered": "<p>b c d</p>"}}, null, 1e999]',
]
RUNS = 700


def attempt(data: bytes) -> None:
    """Read it under a name of this format."""
    read_as("story.json", data)
