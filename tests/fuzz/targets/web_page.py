"""HTML: metadata, JSON-LD, dates, the story and what lies around it."""

from tests.fuzz.reading import read_as
from tests.sources.damage.seeds import SEEDS as WHOLE

LINKED = (
    '<html lang="en"><head><meta charset="utf-8"><meta property="og:title" content="Quay"><script type='
    '"application/ld+json">{"@type": "NewsArticle", "headline": "Quay", "datePublished": "2013-03-14T10:15:00Z",'
    '"author": [{"name": "Ana Rao"}], "articleBody": "Nothing sailed."}</script></head><body><time datetime='
    '"2013-03-14">today</time><p>Nothing sailed on Thursday, said the port.</p><p>Updated 15 March</p></body></html>'
)
SEEDS = [WHOLE["page.html"], LINKED]
RUNS = 80


def attempt(data: bytes) -> None:
    """Read it under a name of this format."""
    read_as("page.html", data)
