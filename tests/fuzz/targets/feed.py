"""Feeds, sitemaps and rules of robots, as an address may answer them."""

from provenance.errors import ProvenanceError
from provenance.sources.addresses import robots, sitemaps
from tests.fuzz.reading import read_as
from tests.sources.damage.seeds import SEEDS as WHOLE

SEEDS = [
    WHOLE["feed.rss"],
    WHOLE["feed.atom"],
    b"<urlset><url><loc>https://argus.example/1</loc></url></urlset>",
    b"User-agent: *\nDisallow: /a*b$\nCrawl-delay: 1e9\nAllow: /\n\nUser-agent: provenance\nDisallow:",
    b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": 1, "content_text": "Nothing sailed."}]}',
]
RUNS = 250


def attempt(data: bytes) -> None:
    """Read it as each."""
    read_as("feed.rss", data)
    try:
        urls, _ = sitemaps.listed(data)
    except ProvenanceError:
        urls = []
    assert all(isinstance(url, str) for url in urls)
    rules = robots.rules(200, data)
    assert rules.allow("https://argus.example/aXb?q=1#f") in (True, False)
    assert 0 <= rules.pause() <= 3600
