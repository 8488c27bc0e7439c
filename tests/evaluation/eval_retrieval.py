"""Are the articles that a text derives from among its candidates, in an archive of real size?

The settings of fingerprints and retrieval were chosen on the labelled texts with an even number; the figures are of
the others. "Among the first n" leaves the other gold sources of the same text out of the count.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from exact_join import exact_pairs
from gate import Figure

from provenance.config.clustering import ClusteringSettings
from provenance.config.fingerprint import FingerprintSettings, RetrievalSettings
from provenance.fingerprint.minhash import shingle_hashes
from provenance.model import Article, Span
from provenance.retrieval.candidates import candidates_all
from provenance.retrieval.near_duplicates import near_duplicate_pairs
from provenance.store import Store
from provenance.text.tokens import tokenise
from provenance.usecases.adding import add

SETTINGS = FingerprintSettings()
PASSAGES = {"02-no-obfuscation": "none", "03-random-obfuscation": "random"}
PASSAGES |= {"04-translation-obfuscation": "translation", "05-summary-obfuscation": "summary"}
PROMISED = {"none": 0.995, "random": 0.975, "translation": 0.975, "summary": 0.995}
MOST_SOURCES = 24  # of one suspicious text of PAN

Gold = dict[str, dict[str, str]]  # asked article -> source -> kind


def figures(data: Path) -> list[Figure]:
    """The retrieval figures; PAN and newsgroups alone, then both in one archive with the press releases."""
    sources, suspicious, pan_gold = pan(data)
    posts, post_gold = newsgroups(data)
    press = list(releases(data))
    with tempfile.TemporaryDirectory() as folder:
        alone = Path(folder) / "pan.db", Path(folder) / "newsgroups.db"
        found = pan_figures(archive(alone[0], sources), suspicious, pan_gold, "", 0.0)
        found += newsgroup_figures(archive(alone[1], posts), posts, post_gold, "", 0.0)
        mixed = archive(Path(folder) / "mixed.db", [*sources, *posts, *press])
        before = {figure.name: figure.value for figure in found}
        again = pan_figures(mixed, suspicious, pan_gold, " among 43,000", 0.02)
        again += newsgroup_figures(mixed, posts, post_gold, " among 43,000", 0.02)
        found += [
            replace(one, at_least=before[one.name.removesuffix(" among 43,000")] - 0.02, note="within .02 of alone")
            for one in again
            if one.name.removesuffix(" among 43,000") in before
        ]
        found += press_figures(Path(folder) / "press.db", data, press)
    return found


def archive(path: Path, articles: Iterable[Article]) -> Store:
    """A fresh archive of these articles."""
    store = Store.open(path, create=True)
    add(store, articles, SETTINGS)
    return store


def pan_figures(store: Store, asked: Sequence[Article], gold: Gold, where: str, slack: float) -> list[Figure]:
    ranks = gold_ranks(store, asked, gold)
    made = []
    for kind, promise in PROMISED.items():
        mine = [rank for of_kind, rank in ranks if of_kind == kind]
        share = sum(rank <= 50 for rank in mine) / len(mine)
        note = f"{len(mine)} pairs"
        made.append(Figure(f"PAN {kind}: gold source among the first 50{where}", share, promise - slack, note=note))
    return made


def newsgroup_figures(store: Store, posts: Sequence[Article], gold: Gold, where: str, slack: float) -> list[Figure]:
    ranks = gold_ranks(store, [post for post in posts if post.id in gold], gold)
    share = sum(rank <= 20 for _, rank in ranks) / len(ranks)
    made = [Figure(f"newsgroups: gold among the first 20{where}", share, 0.997 - slack, note=f"{len(ranks)} pairs")]
    if not where:
        made.append(passage_bytes(store))
    return made


def passage_bytes(store: Store) -> Figure:
    """Bytes of the passage index for 500 words, from the archive's own count of index bytes."""
    words = sum(len(tokenise(article.text, article.body)) for article in store.articles.iterate())
    held = store.upkeep.statistics().index_bytes["passage"]
    return Figure("bytes of passage index per 500 words", held / words * 500, at_most=1228, note="1.2 KB")


def gold_ranks(store: Store, asked: Sequence[Article], gold: Gold) -> list[tuple[str, float]]:
    """For each gold pair its kind and the rank of the source among the candidates that are no gold."""
    chosen = RetrievalSettings(candidates=50 + MOST_SOURCES)
    wanted = [article for article in asked if article.id in gold]
    ranks = []
    for start in range(0, len(wanted), 100):
        portion = wanted[start : start + 100]
        answers = candidates_all(store, portion, SETTINGS, [(article.id,) for article in portion], chosen)
        for article, answer in zip(portion, answers, strict=True):
            others, places = 0, {}
            for candidate in answer.candidates:
                if candidate.article in gold[article.id]:
                    places[candidate.article] = others + 1
                else:
                    others += 1
            ranks += [(kind, places.get(source, float("inf"))) for source, kind in gold[article.id].items()]
    return ranks


def press_figures(path: Path, data: Path, press: Sequence[Article]) -> list[Figure]:
    """The seeds among press releases and news, and near duplicates of the releases against an exact join."""
    seeds = sorted((data.parent / "seeds").glob("*.txt"))
    store = archive(path, press)
    made = near_duplicate_figures(store, press)
    if len(seeds) == 2:
        first, second = (plain(file.stem, file.read_text("utf-8")) for file in seeds)
        add(store, [*events(data), first], SETTINGS)
        (answer,) = candidates_all(store, [second], SETTINGS, [()])
        places = [candidate.article for candidate in answer.candidates]
        place = places.index(first.id) + 1 if first.id in places else float("inf")
        made.append(Figure("rank of the first seed when the second is checked", place, at_most=1))
    return made


def near_duplicate_figures(store: Store, press: Sequence[Article]) -> list[Figure]:
    sets = [shingle_hashes(tokenise(article.text, article.body), SETTINGS) for article in press]
    exact = exact_pairs(sets, 0.7)
    with store.snapshot():
        pairs = near_duplicate_pairs(store, ClusteringSettings(threshold=0.7), SETTINGS)
    place = {number: n for n, number in enumerate(store.articles.numbers([article.id for article in press]).tolist())}
    found = {
        (min(place[a], place[b]), max(place[a], place[b]))
        for a, b in zip(pairs.first.tolist(), pairs.second.tolist(), strict=True)
    }
    both = len(found & exact.keys())
    note = f"{len(exact)} pairs of {len(press)} releases"
    return [
        Figure("near duplicates (J >= .7): recall", both / len(exact), at_least=0.995, note=note),
        Figure("near duplicates (J >= .7): precision", both / len(found), at_least=1.0, note=note),
    ]


def plain(name: str, text: str, publisher: str | None = None) -> Article:
    return Article(name, text, Span(0, len(text)), publisher=publisher)


def pan(data: Path) -> tuple[list[Article], list[Article], Gold]:
    """Sources, suspicious texts, and the gold of suspicious texts with an odd place in the list."""
    folder = data / "pan13-train"
    sources = [plain(file.name, file.read_text("utf-8")) for file in sorted((folder / "src").iterdir())]
    suspicious = [plain(file.name, file.read_text("utf-8")) for file in sorted((folder / "susp").iterdir())]
    reported = {article.id for article in suspicious[1::2]}
    gold: Gold = {}
    for subset, kind in PASSAGES.items():
        for file in sorted((folder / subset).glob("suspicious*.xml")):
            names = re.fullmatch(r"(suspicious-document\d+)-(source-document\d+)\.xml", file.name)
            if names and "source_offset" in file.read_text("utf-8") and f"{names[1]}.txt" in reported:
                gold.setdefault(f"{names[1]}.txt", {})[f"{names[2]}.txt"] = kind
    return sources, suspicious, gold


def newsgroups(data: Path) -> tuple[list[Article], Gold]:
    """All posts, and the gold of derived posts with an odd place in the list."""
    rows = list(json_rows(data / "newsgroups" / "articles.jsonl"))
    posts = [plain(row["id"], row["text"]) for row in rows]
    reported = {post.id for post in posts[1::2]}
    gold: Gold = {}
    for row in json_rows(data / "newsgroups" / "gold.jsonl"):
        if row["relation"] == "derived" and row["derived"] in reported:
            gold.setdefault(row["derived"], {})[row["source"]] = "derived"
    return posts, gold


def releases(data: Path) -> Iterator[Article]:
    for row in json_rows(data / "senate" / "releases.jsonl.gz"):
        yield plain(row["id"], row["text"], row.get("publisher"))


def events(data: Path) -> Iterator[Article]:
    csv.field_size_limit(1 << 30)
    for name in ("census", "spotify"):
        with (data / "events" / f"{name}_articles.csv").open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                yield plain(f"{name}/{row['id']}", row["text"], row["publisher"])


def json_rows(path: Path) -> Iterator[Mapping[str, str]]:
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as stream:
        for line in stream:
            yield json.loads(line)
