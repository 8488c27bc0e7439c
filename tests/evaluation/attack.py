"""Copies that are disguised in 25 ways, each of 60 articles of `corpus/` among 500: which are found, and how much.

    make attack                       the table
    python tests/evaluation/attack.py --articles 10

Per attack: the part of copies whose article is among the links, the part of the copy's letters that passages with it
cover, the part in which the relation is that of the undisguised copy, and the part said to be disguised. Exits with 1
where a figure is short of its promise. Everything is made from the corpus of the project, always the same.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from attacks import ATTACKS, HEAVY, MORE_THAN_HALF

from provenance import Archive
from provenance.model import Article, Findings, Span
from provenance.model.text_parts import union
from provenance.sources import read

CORPUS = Path(__file__).parents[2] / "corpus" / "articles"
ARCHIVED = 500
LEAST = 900  # characters of an article that is attacked


@dataclass(frozen=True)
class Row:
    """The figures of one attack."""

    found: float
    covered: float
    kept: float
    said: float
    found_or_said: float


def articles() -> list[Article]:
    """Articles of the corpus, and others of their words in another order, ARCHIVED together."""
    real = [each for each in read([CORPUS]) if isinstance(each, Article)]
    made = []
    for number in range(ARCHIVED - len(real)):
        chance = random.Random(number)
        words = real[number % len(real)].body.of(real[number % len(real)].text).split()
        chance.shuffle(words)
        parts = [" ".join(words[at : at + 14]).strip(".,").capitalize() + "." for at in range(0, len(words), 14)]
        text = " ".join(parts)
        made.append(Article(f"made-{number}", text, Span(0, len(text)), publisher=f"Maker {number % 9}"))
    return real + made


def copy_of(article: Article, attack: str, seed: int) -> dict[str, str]:
    """A row with the attacked body of an article, published later by somebody else."""
    text = article.body.of(article.text) if attack == "none" else ATTACKS[attack](
        article.body.of(article.text), random.Random(seed)
    )  # fmt: skip
    return {"id": "copy", "text": text, "publisher": "The Copycat", "published": "2026-01-05"}


def checked(archive: Archive, folder: Path, row: dict[str, str]) -> Findings | None:
    path = folder / "copy.jsonl"
    path.write_text(json.dumps(row))
    return next((each for each in archive.check([path]) if isinstance(each, Findings)), None)


def covered(findings: Findings, name: str) -> float:
    """The part of the letters of the article that passages with the named one cover."""
    text = findings.article.text
    spans = [
        span for link in findings.links if name in (link.a, link.b) for span in link.spans_in(findings.article.id)
    ]
    held = sum(sum(map(str.isalnum, span.of(text))) for span in union(spans, findings.article.body))
    return held / max(1, sum(map(str.isalnum, findings.article.body.of(text))))


def relation(findings: Findings, name: str) -> str | None:
    """What is said of the copy and its article."""
    return next((link.relation for link in findings.links if name in (link.a, link.b)), None)


def row_of(archive: Archive, folder: Path, chosen: list[Article], attack: str, plain: dict[str, str | None]) -> Row:
    found, parts, kept, said, either = 0, 0.0, 0, 0, 0
    for seed, article in enumerate(chosen):
        findings = checked(archive, folder, copy_of(article, attack, seed))
        if findings is None:
            continue
        here = relation(findings, article.id) is not None
        hidden = "copy" in findings.disguises
        found, said, either = found + here, said + hidden, either + (here or hidden)
        parts += min(1.0, covered(findings, article.id) * (10 if attack == "inside nine times as much" else 1))
        kept += relation(findings, article.id) == plain[article.id]
    count = len(chosen)
    return Row(found / count, parts / count, kept / count, said / count, either / count)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=60)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, Archive(Path(name) / "attack.db") as archive:
        from provenance.usecases.adding import add

        everything = articles()
        add(archive.store, everything, archive.settings.fingerprint)
        long = [each for each in everything if each.body.length >= LEAST and not each.id.startswith("made-")]
        chosen = long[: asked.articles]
        plain = {}
        for article in chosen:
            findings = checked(archive, Path(name), copy_of(article, "none", 0))
            plain[article.id] = relation(findings, article.id) if findings else None
        print(f"{len(chosen)} articles among {len(everything)}")
        print(f"{'attack':32}{'found':>7}{'covered':>9}{'relation':>10}{'said':>7}{'found or said':>15}")
        rows = {attack: row_of(archive, Path(name), chosen, attack, plain) for attack in ATTACKS}
        for attack, row in rows.items():
            figures = f"{row.found:7.2f}{row.covered:9.2f}{row.kept:10.2f}{row.said:7.2f}{row.found_or_said:15.2f}"
            print(f"{attack:32}{figures}")
    light = [row for attack, row in rows.items() if attack not in MORE_THAN_HALF]
    promises = {
        "source found, mean of the light attacks": (sum(row.found for row in light) / len(light), 1.0),
        "letters covered, mean of the light attacks": (sum(row.covered for row in light) / len(light), 0.88),
        "heavy attacks found or said, least": (min(rows[attack].found_or_said for attack in HEAVY), 0.95),
    }
    for words, (value, least) in promises.items():
        print(f"{words:48}{value:7.3f}  (promised {least})")
    return int(any(value < least - 0.0005 for value, least in promises.values()))


if __name__ == "__main__":
    sys.exit(main())
