"""What the extra `meaning` is held to: paraphrases that share no words, sources of rewritten and translated news, and
the verdict on them (`verdict_by_meaning`).

Limits of passages were set on the paraphrases with even numbers, the order of candidates on `newsroom` as it is here.
Without the extra there is nothing to measure.
"""

from __future__ import annotations

import gzip
import itertools
import json
import os
import random
import tempfile
from collections.abc import Sequence
from pathlib import Path

import verdict_by_meaning
from gate import Figure

from provenance import Archive
from provenance.config.fingerprint import FingerprintSettings
from provenance.config.settings import Settings
from provenance.meaning.encoder import is_installed
from provenance.model import Article, Span
from provenance.retrieval.article_codes import ArticleCodes
from provenance.retrieval.candidates import candidates
from provenance.usecases.comparing import compare

MISMATCHED = 2_000
# Encoding 10,000 takes six minutes; by hand the figures with 10,000 were those with none: 1.00 and 1.00.
RELEASES = 1_000
SOURCES = {"D5": "A3", "X1": "A1", "X2": "X1", "D1": "A1", "D3": "A2", "WU2": "W"}
FIRST = 5
PROMISED = {"D5": 0.98, "X1": 0.98}


def figures(data: Path) -> list[Figure]:
    """All figures; none without the extra."""
    if not is_installed():
        return []
    return [*paraphrases(data / "cpc" / "pairs.jsonl"), *sources(data), *verdict_by_meaning.figures(data)]


def paraphrases(path: Path) -> list[Figure]:
    """Accepted paraphrases that `compare --profile essay` finds, and mismatched pairs in which it finds any."""
    with path.open(encoding="utf-8") as lines:
        pairs = [pair for pair in map(json.loads, lines) if pair["accepted"]]
    found = [_shares(pair["original"], pair["rewritten"]) for pair in pairs]
    draws = random.Random(1)
    false = sum(
        _shares(one["original"], other["rewritten"])
        for one, other in (draws.sample(pairs, 2) for _ in range(MISMATCHED))
    )
    return [
        Figure("cpc, accepted paraphrases found", sum(found) / len(found), 0.85),
        Figure("cpc, accepted paraphrases found, odd half", sum(found[1::2]) / len(found[1::2]), 0.85),
        Figure(f"cpc, of {MISMATCHED:,} mismatched pairs with a passage", false, at_most=1),
    ]


def _shares(one: str, other: str) -> bool:
    texts = [Article(name, text, Span(0, len(text)), language="en") for name, text in (("a", one), ("b", other))]
    return bool(compare(texts[0], texts[1], Settings.of("essay")).links[0].passages)


def sources(data: Path) -> list[Figure]:
    """How often the source of a derived article is among the first candidates: alone, and beside many others."""
    articles = data / "newsroom" / "articles.jsonl"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "newsroom.db"
        with Archive(path) as archive:
            archive.add([articles], jobs=os.cpu_count() or 1)
            archive.embed(jobs=1)
            found = _among_the_first(archive, articles, "")
            releases = Path(folder) / "releases.jsonl"
            with gzip.open(data / "senate" / "releases.jsonl.gz", "rt", encoding="utf-8") as lines:
                releases.write_text("".join(itertools.islice(lines, RELEASES)), "utf-8")
            archive.add([releases], jobs=1)
            archive.embed(jobs=1)
            return found + _among_the_first(archive, articles, f", {RELEASES:,} releases archived as well")


def _among_the_first(archive: Archive, path: Path, where: str) -> Sequence[Figure]:
    with path.open(encoding="utf-8") as lines:
        names = [json.loads(line)["id"] for line in lines]
    codes = ArticleCodes(archive.store)
    found: dict[str, list[bool]] = {}
    for name in names:
        event, role = name.split("-")
        if role in SOURCES:
            article = archive.article(name)
            asked = candidates(archive.store, article, FingerprintSettings(), (name,), coded=codes.of(article))
            first = [each.article for each in asked.candidates[:FIRST]]
            found.setdefault(role, []).append(f"{event}-{SOURCES[role]}" in first)
    return [
        Figure(
            f"newsroom {role}: {SOURCES[role]} among the first {FIRST}{where}",
            sum(each) / len(each),
            PROMISED.get(role, 0.95) - (0.03 if where else 0),
        )
        for role, each in found.items()
    ]
