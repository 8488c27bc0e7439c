"""The edges to SQL: words, names, phrases, cursors and filters of a question, as values that are bound."""

import json

from starlette.datastructures import QueryParams

from provenance.config.settings import Settings
from provenance.errors import ProvenanceError
from provenance.usecases.browsing.articles import article_page
from provenance.usecases.browsing.links import link_page
from provenance.web.asked import article_query, link_query, page_of
from provenance.web.cursors import cursor_of, key_of
from tests.fuzz.reading import text_of
from tests.fuzz.small_archive import small_archive

KEY = cursor_of("strongest", (1, 0.5, "a", 2, 3, "b"))
SEEDS = [
    'words=steady "old dam" leak*&sort=newest&publisher=Argus&since=2025&verdict=source',
    "relation=derived&relation=same_event&min_confidence=.5&kind=verbatim&sort=surest&limit=2&language=German",
    f"after={KEY}&review=open&source=Argus&taker=Valley Post&until=2026-01&article=dam-1&same_event=1",
    "words=%22'; DROP TABLE articles; --&words=NEAR(a b) OR NOT ^c:d&sort=title&after=WyJ0aXRsZSIsIGEiXQ",
]
RUNS = 100
LONGEST = 800


def attempt(data: bytes) -> None:
    """Ask for links, articles, a name and a passage."""
    text = text_of(data)
    archive, asked = small_archive(), QueryParams(text)
    for made in (link_query, article_query):
        try:
            query = made(asked)
            after, limit = page_of(asked, query)
            page = link_page if made is link_query else article_page
            found = page(archive.store, Settings.of(), query, after=after, limit=limit)
        except ProvenanceError:
            continue
        assert found.total >= 0
        if found.after:
            written = cursor_of(query.sort, found.after)
            assert list(key_of(written, query.sort, len(found.after))) == json.loads(json.dumps(list(found.after)))
    for question in (archive.resolve, archive.trace, archive.lineage):
        try:
            question(text[:300])
        except ProvenanceError as error:
            assert "\n" not in str(error)
