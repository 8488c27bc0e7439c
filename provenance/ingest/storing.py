"""Inputs cut into portions of bounded size, each written in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from provenance.config.fingerprint import FingerprintSettings
from provenance.fingerprint.minhash import Portion
from provenance.ingest.admission import Tally, where
from provenance.ingest.earlier_texts import removed
from provenance.ingest.earlier_times import with_earlier_times
from provenance.model import Article, SkippedInput

if TYPE_CHECKING:
    from provenance.store import Store

# One transaction: 1,000 articles of 500 words are some 150 ms of work, so a crash loses little; 500 at a time take
# 3 % more in all, 1,500 no less.
PORTION_ARTICLES = 1000
PORTION_CHARACTERS = 4_000_000


def portions(inputs: Iterable[Article | SkippedInput], whole: bool = True) -> Iterator[tuple[list[Article], Tally]]:
    """The articles of the input in portions of bounded size, each with a tally of what was skipped among them; it
    lists them where `whole`, else only counts."""
    portion, tally = list[Article](), Tally.new(whole)
    characters = 0
    for one in inputs:
        if isinstance(one, SkippedInput):
            tally.left_out.add(one)
            continue
        portion.append(one)
        characters += len(one.text)
        if len(portion) >= PORTION_ARTICLES or characters >= PORTION_CHARACTERS:
            yield portion, tally
            portion, tally, characters = [], Tally.new(whole), 0
    if portion or tally.left_out.count():
        yield portion, tally


def store_portion(
    store: Store, articles: Sequence[Article], made: Portion, settings: FingerprintSettings, tally: Tally
) -> None:
    """Write one portion in one transaction, then count its outcomes."""
    from provenance.store import Entry

    articles = with_earlier_times(articles, store.articles.get_known)
    entries = [
        Entry(article, one.fingerprint, one.bands, one.segments, one.words)
        for article, one in zip(articles, made.unpacked(settings), strict=True)
    ]
    if not entries:
        return
    outcomes = store.add(entries, partial(removed, settings=settings))
    for article, outcome in zip(articles, outcomes, strict=True):
        if outcome.result == "added":
            tally.added.append(outcome.id)
        elif outcome.result == "new version":
            tally.renewed.append(outcome.id)
        elif outcome.result == "unchanged":
            tally.unchanged += 1
            tally.again.append(outcome.id)
        else:
            tally.left_out.add(SkippedInput(where(article), outcome.detail, "archive"))
