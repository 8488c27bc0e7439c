"""Tracing: is every article that holds a sentence found, how fast, and is its number of origins right?

200 sentences are drawn from the newsroom and the press releases, which are archived together, and each is looked for
in all texts by comparing words that are folded in another way than the program's (case and accents by Unicode's data,
words by a regular expression): every article found so must be among the appearances that `trace` gives.

Origins: sentences of one newsroom event that several of its articles hold word for word. By the labels, holders that
were made from each other, or from one archived article, are one origin. Settings were chosen on events with odd
numbers; the even ones are reported. A sentence with several origins stands for words said to many, such as at a press
conference; one with one origin for what one outlet alone was told.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import statistics
import tempfile
import time
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from gate import Figure

from provenance.model import TraceView
from provenance.text.sentences import sentences
from provenance.usecases.archive import Archive

ASKED = 100  # sentences of each collection
LEAST_WORDS = 6
PROMISED_MS = 50

Rows = dict[str, str]


def figures(data: Path) -> list[Figure]:
    newsroom = _rows(data / "newsroom" / "articles.jsonl")
    releases = _rows(data / "senate" / "releases.jsonl.gz")
    with tempfile.TemporaryDirectory() as folder:
        return [*_found(Path(folder), data, newsroom, releases), *_origins(Path(folder), data, newsroom)]


def _rows(path: Path) -> Rows:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return {row["id"]: row["text"] for row in rows if row["text"].strip()}


def _found(folder: Path, data: Path, newsroom: Rows, releases: Rows) -> Iterator[Figure]:
    everything = {name: _words(text) for name, text in (releases | newsroom).items()}
    asked = [*_drawn(newsroom), *_drawn(releases)]
    with Archive(folder / "all.db") as archive:
        archive.add([data / "senate" / "releases.jsonl.gz", data / "newsroom" / "articles.jsonl"])
        whole, more, taken = 0, 0, []
        for sentence in asked:
            phrase = _words(sentence)
            expected = {name for name, words in everything.items() if phrase in words}
            began = time.process_time()
            view = archive.trace(sentence)
            taken.append(1000 * (time.process_time() - began))
            got = {each.article.id for each in view.appearances if each.kind == "verbatim"}
            whole += expected <= got
            more += len(got - expected)
        yield Figure("sentences of 200 with every article that holds them", whole, at_least=len(asked))
        yield Figure("articles found word for word that the other fold lacks", more, note="other word borders")
        yield Figure(
            "trace, median: milliseconds of CPU time", statistics.median(taken), at_most=PROMISED_MS, timed=True
        )
        yield Figure("trace, most: milliseconds of CPU time", max(taken), timed=True)
        began = time.process_time()
        common = archive.trace("of the", limit=20)
        taken_ms = 1000 * (time.process_time() - began)
        yield Figure(
            f"trace with {common.found:,} holders: milliseconds of CPU time", taken_ms, at_most=1000, timed=True
        )


def _words(text: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    words = " ".join(re.findall(r"[^\W_]+", plain))
    return f" {words} "


def _drawn(rows: Rows) -> list[str]:
    """Sentences of `LEAST_WORDS` words and more, one of each of ASKED texts."""
    chosen = random.Random(19)
    drawn: list[str] = []
    for name in chosen.sample(sorted(rows), len(rows)):
        found = [sentence for sentence in _sentences(rows[name]) if len(_words(sentence).split()) >= LEAST_WORDS]
        if found and len(drawn) < ASKED:
            drawn.append(chosen.choice(found))
    return drawn


def _sentences(text: str) -> Iterable[str]:
    from provenance.model import Span

    return (span.of(text) for span in sentences(text, Span(0, len(text))))


def _origins(folder: Path, data: Path, newsroom: Rows) -> Iterator[Figure]:
    gold = _dependent(data / "newsroom" / "gold.jsonl")
    right: dict[str, list[bool]] = defaultdict(list)
    likely: list[bool] = []
    with Archive(folder / "newsroom.db") as archive:
        archive.add([data / "newsroom" / "articles.jsonl"])
        archive.audit()
        seen = set()
        for name in sorted(newsroom):
            if int(name[1:3]) % 2:
                continue
            for sentence in _sentences(newsroom[name]):
                words = _words(sentence)
                if words in seen or len(words.split()) < LEAST_WORDS:
                    continue
                seen.add(words)
                view = archive.trace(sentence)
                expected = _expected(view, gold)
                if expected:
                    assert view.origins is not None
                    assert view.origins_at_least is not None
                    right["one" if expected == 1 else "several"].append(view.origins == expected)
                    likely.append(view.origins_at_least <= expected <= view.origins)
    for kind, hits in sorted(right.items()):
        name = f"sentences with {kind} origin{'s' * (kind != 'one')}, even events: right number"
        yield Figure(name, sum(hits) / len(hits), at_least=ORIGINS[kind], note=f"of {len(hits)}")
    yield Figure("the number lies in the range that is told", sum(likely) / len(likely), at_least=RANGE)


ORIGINS = {"one": 0.85, "several": 0.5}
RANGE = 0.9


def _dependent(path: Path) -> set[frozenset[str]]:
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    pairs = set()
    for row in rows:
        if row["relation"] == "derived":
            pairs.add(frozenset((row["source"], row["derived"])))
        elif row["relation"] == "common_source":
            pairs.add(frozenset((row["a"], row["b"])))
    return pairs


def _expected(view: TraceView, gold: set[frozenset[str]]) -> int | None:
    """The number of origins by the labels; None unless several articles, all of one event, have the words."""
    names = [each.article.id for each in view.appearances if each.kind == "verbatim"]
    if len(names) < 2 or len({name[:3] for name in names}) > 1:
        return None
    groups: list[set[str]] = []
    for name in names:
        joined = [group for group in groups if any(frozenset((name, other)) in gold for other in group)]
        groups = [group for group in groups if group not in joined] + [set().union({name}, *joined)]
    return len(groups)
