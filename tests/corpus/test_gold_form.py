"""The corpus and its gold labels say the same: ids, offsets, dates, and no relation that the labels forgot.

Everything is read with plain Python, so that the program's own readers are never their own witness.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest

CORPUS = Path(__file__).parents[2] / "corpus"
SHARED_RUN = 8  # words in a row that two unrelated articles may not share
LATIN = str.maketrans("\u0430\u0435\u043e", "aeo")  # the Cyrillic letters that one copy hides behind


class ArticleText(HTMLParser):
    """The paragraphs inside <article>, without asides."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = self.aside = 0
        self.paragraphs: list[str] = []
        self.open = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.inside += tag == "article"
        self.aside += tag == "aside"
        if tag == "p" and self.inside and not self.aside:
            self.open = True
            self.paragraphs.append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside -= tag == "article"
        self.aside -= tag == "aside"
        self.open = self.open and tag != "p"

    def handle_data(self, data: str) -> None:
        if self.open:
            self.paragraphs[-1] += data


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def decoded(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def texts_of(path: Path) -> Iterator[tuple[str, str]]:
    name = path.name
    if name.endswith((".txt", ".md")):
        yield path.stem, decoded(path)
    elif name.endswith(".html"):
        reader = ArticleText()
        reader.feed(decoded(path))
        yield path.stem, "\n\n".join(reader.paragraphs)
    elif name.endswith(".json"):
        row = json.loads(path.read_text("utf-8"))
        assert row["id"] == path.stem
        yield row["id"], row["text"]
    elif name.endswith((".jsonl", ".jsonl.gz")):
        data = path.read_bytes()
        for line in (gzip.decompress(data) if name.endswith(".gz") else data).decode().splitlines():
            row = json.loads(line)
            yield row["id"], row["text"]
    else:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield row["id"], row["text"]


@cache
def articles() -> dict[str, tuple[str, str]]:
    """Id -> (file below corpus/, text)."""
    found: dict[str, tuple[str, str]] = {}
    for folder in ("articles", "incoming"):
        for path in sorted((CORPUS / folder).rglob("*.*")):
            for name, text in texts_of(path):
                assert name not in found, f"{name} is used twice"
                found[name] = (path.relative_to(CORPUS).as_posix(), text)
    return found


@cache
def manifest() -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in rows(CORPUS / "manifest.jsonl")}


@cache
def gold() -> list[dict[str, Any]]:
    return rows(CORPUS / "gold.jsonl")


def words(text: str) -> list[str]:
    return re.findall(r"\w+", re.sub("['’‘]|-\n", "", text.translate(LATIN).casefold()))


def plain(text: str) -> str:
    return " ".join(text.split())


def assert_stands(article: str, place: dict[str, Any]) -> None:
    file, text = articles()[article]
    if file.endswith(".html"):
        assert place["start"] is None
        assert place["end"] is None
        assert plain(text).count(plain(place["text"])) == 1, (article, place["text"])
    else:
        assert text[place["start"] : place["end"]] == place["text"], (article, place)
    assert place["text"] == place["text"].strip()


def test_manifest_lists_every_article() -> None:
    assert {name: file for name, (file, _) in articles().items()} == {
        name: row["file"] for name, row in manifest().items()
    }


def test_size_and_variety() -> None:
    archive = [row for row in manifest().values() if row["file"].startswith("articles/")]
    assert len(archive) >= 48
    assert len({row["publisher"] for row in archive}) >= 9
    assert 6 <= len(manifest()) - len(archive) <= 8
    assert {Path(row["file"]).suffix for row in archive} == {".txt", ".md", ".html", ".json", ".jsonl", ".gz", ".csv"}


def test_articles_are_as_long_as_the_manifest_says() -> None:
    for name, row in manifest().items():
        assert 150 <= row["words"] <= 900, name
        count = len(articles()[name][1].split())
        assert row["words"] - 5 <= count <= row["words"] + 120, name


def test_some_texts_have_a_byte_order_mark_and_some_are_windows_1252() -> None:
    raw = [path.read_bytes() for path in (CORPUS / "articles").rglob("*.txt")]
    assert any(data.startswith(b"\xef\xbb\xbf") for data in raw)
    legacy = [data for data in raw if b"\x92" in data and b"\r\n" in data]
    assert legacy
    for data in legacy:
        with pytest.raises(UnicodeDecodeError):
            data.decode("utf-8")


def test_published_is_in_the_file() -> None:
    for row in manifest().values():
        if row["published"] is None or Path(row["file"]).suffix not in {".html", ".json", ".md"}:
            continue
        assert row["published"] in decoded(CORPUS / row["file"]), row["id"]


def test_relations_have_form() -> None:
    pairs = Counter(frozenset((row["a"], row["b"])) for row in gold())
    assert max(pairs.values()) == 1
    for row in gold():
        assert {row["a"], row["b"]} <= set(articles())
        assert row["relation"] in {"derived", "near_duplicate", "common_source"}
        directed = {row["source"], row["derived"]} - {None}
        assert directed in (set(), {row["a"], row["b"]})
        if row["relation"] == "derived":
            assert (row["a"], row["b"]) == (row["source"], row["derived"])
        if row["relation"] == "common_source":
            assert not directed
            assert row["common_source"] is None or row["common_source"] in articles()
            assert row["common_source"] or row["credited_source"]
        assert row["credited"] == (row["credited_source"] is not None)
        assert row["passages"]


def test_siblings_have_their_source() -> None:
    directed = {(row["source"], row["derived"]) for row in gold() if row["source"]}
    for row in gold():
        if row["common_source"]:
            assert (row["common_source"], row["a"]) in directed
            assert (row["common_source"], row["b"]) in directed


@pytest.mark.parametrize("row", gold(), ids=lambda row: f"{row['a']}+{row['b']}")
def test_passages_stand_where_stated(row: dict[str, Any]) -> None:
    for passage in row["passages"]:
        assert passage["kind"] in {"verbatim", "edited", "paraphrase", "quotation"}
        for side in "ab":
            assert_stands(row[side], passage[side])
    for side in "ab":
        text = plain(articles()[row[side]][1])
        places = sorted((text.index(plain(p[side]["text"])), plain(p[side]["text"])) for p in row["passages"])
        for (start, first), (following, _) in pairwise(places):
            assert start + len(first) <= following, f"overlap in {row[side]}: {first}"
    for passage in row["passages"]:
        if passage["kind"] == "verbatim":
            assert words(passage["a"]["text"]) == words(passage["b"]["text"])


def test_sources_are_not_later() -> None:
    from datetime import datetime, timedelta

    def interval(name: str) -> tuple[datetime, datetime] | None:
        written = manifest()[name]["published"]
        if written is None:
            return None
        if len(written) == 10:
            day = datetime.fromisoformat(written + "T00:00:00+00:00")
            return day, day + timedelta(days=1)
        moment = datetime.fromisoformat(written)
        return moment, moment

    for row in gold():
        if row["source"]:
            source, derived = interval(row["source"]), interval(row["derived"])
            assert source is None or derived is None or source[0] <= derived[1], row["note"]


def test_no_forgotten_relation() -> None:
    """Articles outside a gold relation share no run of eight words, declared boilerplate aside."""
    boilerplate = [words(line) for line in (CORPUS / "boilerplate.txt").read_text("utf-8").splitlines()]
    allowed = {tuple(line[i : i + SHARED_RUN]) for line in boilerplate for i in range(len(line))}
    holders: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for name, (_, text) in articles().items():
        for line in re.sub(r"^---\n.*?\n---\n", "", text, flags=re.DOTALL).splitlines():
            run = words(line)
            for i in range(len(run) - SHARED_RUN + 1):
                holders[tuple(run[i : i + SHARED_RUN])].add(name)
    related = {frozenset((row["a"], row["b"])) for row in gold()}
    for shared, names in holders.items():
        if len(names) > 1 and shared not in allowed:
            for pair in combinations(sorted(names), 2):
                assert frozenset(pair) in related, f"{pair} share {' '.join(shared)!r}"


def test_unrelated_pairs_are_unrelated() -> None:
    related = {frozenset((row["a"], row["b"])) for row in gold()}
    listed = rows(CORPUS / "unrelated.jsonl")
    for row in listed:
        assert {row["a"], row["b"]} <= set(articles())
        assert row["a"] != row["b"]
        assert frozenset((row["a"], row["b"])) not in related
        assert row["why"] in {"same event", "same topic", "boilerplate", "unrelated"}
    assert len({frozenset((row["a"], row["b"])) for row in listed}) == len(listed)


def test_fourteen_articles_have_no_relation() -> None:
    archive = {name for name, row in manifest().items() if row["file"].startswith("articles/")}
    assert len(archive - {row[side] for row in gold() for side in "ab"}) >= 14


def test_quotations_stand_where_stated() -> None:
    utterances = rows(CORPUS / "quotations.jsonl")
    assert len({row["utterance"] for row in utterances}) == len(utterances)
    for row in utterances:
        assert row["first"] == row["appearances"][0]["article"]
        for appearance in row["appearances"]:
            assert_stands(appearance["article"], appearance)
            assert appearance["type"] in {"direct", "indirect", "mixed"}
        assert not row["appearances"][0]["altered"]
