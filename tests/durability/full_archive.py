"""A small archive with rows in every table, and everything that can be asked of it, as text to compare.

What damages, saves or upgrades an archive is tried on this one. Its articles are some of `corpus/`; among them are
new versions, a removed article, corrections (one undone), words of people about links, passages, publishers and
phrases (one undone), two profiles, encoded sentences and a measurement.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from unittest.mock import patch

sys.path.append(str(Path(__file__).parents[1] / "meaning"))

from tiny_encoder import TinyEncoder

from provenance import Archive, Settings
from provenance.meaning import encoder as encoders
from provenance.model import Article, SkippedInput, Span
from provenance.model.detection import Detection, Planted, Scrambled
from provenance.reports.contract_json import dump, quotation_object
from provenance.sources import read
from provenance.sources.given_values import given_values
from provenance.usecases import embedding
from provenance.usecases.adding import add

CORPUS = Path(__file__).parents[2] / "corpus" / "articles"
PHRASE = "could not be reached for comment"
STORIES = 5  # stories of the corpus, with all of their articles
TINY = TinyEncoder()
TABLES = ("links", "passages", "evidence", "articles", "versions", "reviews", "publishers")
MEASURED = Detection(
    *("2025-03-04T05:06:07Z", "news", "rules", 20, 5, 7),
    (Planted("alone", 30, 1.0, 5, 5, 0.5),),
    (Scrambled("inside", 5, 0),),
)


@cache
def articles() -> tuple[Article, ...]:
    """The articles of the first stories of the corpus, by id."""
    stories: dict[str, list[Article]] = {}
    for one in read([CORPUS]):
        if not isinstance(one, SkippedInput):
            stories.setdefault(one.id.split("-")[0], []).append(one)
    telling = sorted(stories, key=lambda name: (-len(stories[name]), name))[:STORIES]
    return tuple(sorted((each for name in telling for each in stories[name]), key=lambda each: each.id))


def renewed(article: Article) -> Article:
    """The next version of an article: it lacks its second paragraph and has a last one more."""
    parts = article.text[article.body.start : article.body.end].split("\n\n")
    text = article.text[: article.body.start] + "\n\n".join([parts[0], *parts[2:], "A correction was added at noon."])
    return replace(article, text=text, body=Span(article.body.start, len(text)))


@contextmanager
def tiny_encoder() -> Iterator[None]:
    """Sentences are encoded without the extra that this takes elsewhere."""
    with patch.object(encoders, "encoder_named", lambda *_: TINY):
        yield


def fill(path: Path) -> None:
    """Make the archive."""
    known = articles()
    with tiny_encoder(), Archive(path) as archive:
        add(archive.store, known[: len(known) // 2])
        add(archive.store, known[len(known) // 2 :])
        archive.remove([known[3].id])
        add(archive.store, [renewed(known[0])])
        archive.edit(known[1].id, given_values(["publisher=Harbour Herald", "author=Ada Example"]), "dana")
        archive.edit(known[2].id, given_values(["title=Another title"]), "dana")
        archive.undo_edit(known[2].id, "erik")
        archive.quotes()
        embedding.embed(archive.store)
        archive.audit()
        with Archive(path, settings=Settings.of("essay")) as other:
            other.audit()
        add(archive.store, [renewed(known[-1])])
        archive.audit()
        pairs = archive.store.links.pairs()
        archive.review(*pairs[0], "confirm", "seen in both", by="dana")
        archive.review(*pairs[1], "reject", "", by="dana")
        archive.review(*pairs[1], "undo", "", by="erik")
        archive.review(*pairs[2], "reject", "a set phrase", by="dana", passage=(0, len(archive.text(pairs[2][0]))))
        archive.review_publishers("Harbour Herald", "Wire", "reject", "one house", "dana")
        archive.review_phrase(PHRASE, "reject", "", "dana")
        archive.store.detection.write(MEASURED)
        archive.audit()


def answers(archive: Archive) -> Iterator[str]:
    """Everything that it answers: links of both profiles, tables, lists, checks, traces, quotations, texts."""
    store = archive.store
    for profile in ("news", "essay"):
        yield from map(repr, store.links_of(profile).iterate())
    yield from map(repr, archive.whole_links(archive.listed_links()))
    for name in TABLES:
        yield from (repr(sorted(row.items())) for row in archive.table(name))
    yield from map(repr, archive.reviews(everything=True))
    yield from map(repr, store.articles.iterate())
    yield from map(repr, archive.listed())
    yield from (repr(archive.show(article.id)) for article in archive.listed())
    yield from map(repr, store.records.all())
    yield repr(store.detection.read("news"))
    known = articles()
    with tiny_encoder():
        for given in (known[0], known[4], known[-2]):
            text = given.text[len(given.text) // 4 :] + " It was said again in the evening."
            fresh = replace(given, id="fresh", url=None, text=text, body=Span(0, len(text)))
            yield from map(repr, archive.check_articles([fresh]))
        for given in (known[0], known[5], known[-3]):
            middle = (given.body.start + given.body.end) // 2
            yield repr(archive.trace(" ".join(given.text[middle : middle + 120].split()[1:9])))
            yield repr(archive.trace_in(given.id, middle, middle + 150))
    yield from map(repr, archive.clusters())
    yield from (dump(quotation_object(row)) for row in archive.quotes())
