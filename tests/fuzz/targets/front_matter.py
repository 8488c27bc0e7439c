"""Markdown with front matter in YAML, TOML or JSON."""

from tests.fuzz.reading import read_as

SEEDS = [
    "---\ntitle: Harbour shut\ndate: 2013-03-14\ntags: [a, {b: c}]\nauthor:\n  - Ana\n---\n# Harbour\n\nNothing",
    '+++\ntitle = "Harbour"\ndate = 2013-03-14T10:15:00Z\n[params]\nx = [1, 2.5, 0x1f]\n+++\nNothing *sailed* today.',
    '{"title": "Harbour", "date": "2013"}\n\nNothing [sailed](https://argus.example) at all.',
    "---\na: &a [*a]\nb: |\n  long\n c: >-\n---\ntext of the story",
]
RUNS = 800


def attempt(data: bytes) -> None:
    """Read it under a name of this format."""
    read_as("story.md", data)
