"""XML: NewsML-G2, NITF, NewsML 1, feeds, dumps of MediaWiki."""

from tests.fuzz.reading import read_as
from tests.sources.damage.seeds import SEEDS as WHOLE

SEEDS = [
    WHOLE["g2.xml"],
    WHOLE["story.nitf"],
    WHOLE["newsml.xml"],
    WHOLE["wiki.xml"],
    WHOLE["feed.rss"],
    WHOLE["feed.atom"],
]
RUNS = 500


def attempt(data: bytes) -> None:
    """Read it under a name of this format."""
    read_as("story.xml", data)
