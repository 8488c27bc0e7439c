"""The labelled newsgroup posts as articles and gold relations, and their dates made worse on purpose."""

from __future__ import annotations

import dataclasses
import json
import math
import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from provenance.evaluation.gold import GoldLink, read_gold, thread_numbers
from provenance.model import Article, PublicationTime, Span

DAY = 86400.0


@dataclass(frozen=True, slots=True)
class Labelled:
    """Gold beside pairs of texts: `truth` (0 forward, 1 backward, 2 common and archived, 3 unseen, -1 no gold) and
    `sources` a pair; `thread` a text (-1: in no gold relation); `developing` are the pairs to develop on."""

    truth: NDArray[np.int64]
    sources: tuple[frozenset[int], ...]
    thread: NDArray[np.int64]
    developing: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Posts:
    """All posts and all gold relations."""

    articles: Mapping[str, Article]
    gold: tuple[GoldLink, ...]

    def labelled(self, ids: tuple[str, ...], pairs: NDArray[np.int64]) -> Labelled:
        """Gold for pairs of positions in `ids`."""
        index = {name: place for place, name in enumerate(ids)}
        known = {(each.a, each.b): each for each in self.gold}
        truth, sources = np.full(len(pairs), -1, np.int64), []
        for row, (a, b) in enumerate(pairs.tolist()):
            gold = known.get((ids[a], ids[b]))
            sources.append(frozenset(index[name] for name in gold.sources) if gold else frozenset())
            if gold:
                truth[row] = 3 if gold.relation == "hidden_common_source" else 2
                if gold.source:
                    truth[row] = 0 if gold.source == gold.a else 1
        numbers = thread_numbers(self.gold)
        thread = np.array([numbers[name] % 10_000_000 if name in numbers else -1 for name in ids], np.int64)
        developing = np.flatnonzero((truth >= 0) & (thread[pairs[:, 0]] % 2 == 0))
        return Labelled(truth, tuple(sources), thread, developing)


def load(data: Path) -> Posts:
    """Read `newsgroups/articles.jsonl` and `gold.jsonl`."""
    folder = data / "newsgroups"
    articles = {}
    with (folder / "articles.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            articles[row["id"]] = Article(
                id=row["id"],
                text=row["text"],
                body=Span(0, len(row["text"])),
                title=row["title"],
                author=row["author"],
                publisher=row["publisher"],
                published=_time(row.get("published")),
            )
    with (folder / "gold.jsonl").open(encoding="utf-8") as lines:
        return Posts(articles, read_gold(json.loads(line) for line in lines))


def _time(written: str | None) -> PublicationTime | None:
    try:
        seconds = datetime.fromisoformat(written or "").timestamp()
    except ValueError:
        return None
    return PublicationTime(written or "", "second", seconds, seconds)


def without_dates(articles: Mapping[str, Article]) -> dict[str, Article]:
    """Every date removed."""
    return {name: dataclasses.replace(article, published=None) for name, article in articles.items()}


def cut_to_days(articles: Mapping[str, Article]) -> dict[str, Article]:
    """Every time cut to its day (UTC)."""
    found = {}
    for name, article in articles.items():
        time = article.published
        if time:
            start = math.floor(time.earliest / DAY) * DAY
            time = PublicationTime(time.written[:10], "day", start, start + DAY - 1)
        found[name] = dataclasses.replace(article, published=time)
    return found


def shifted_and_missing(articles: Mapping[str, Article], seed: int) -> dict[str, Article]:
    """5 % of the dates shifted by up to two days either way, 20 % removed."""
    chance = random.Random(seed)
    found = {}
    for name in sorted(articles):
        time = articles[name].published
        draw, shift = chance.random(), chance.uniform(-2, 2) * DAY
        if draw < 0.2:
            time = None
        elif draw < 0.25 and time:
            time = dataclasses.replace(time, earliest=time.earliest + shift, latest=time.latest + shift)
        found[name] = dataclasses.replace(articles[name], published=time)
    return found
