"""How long an audit takes where one event is all that an archive holds: 600 articles in 75 outlets report it.

The articles are made from sentences of the project's own corpus: half of them from an earlier article of the event,
which is cut, reordered and edited, with a few sentences on the event or on anything else, and half of them from what
everybody was told. So nearly all are neighbours of each other, which is what an audit has most work with.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from stopwatch import Stopwatch

ARTICLES = Path(__file__).parents[2] / "corpus" / "articles"
EVENT = "ferry-strike-*"  # the articles whose sentences are about the event
OUTLETS = 75
LENGTHS = (8, 26)  # sentences of an article
EDITED = 0.04  # words of a sentence that is taken from another article that are replaced


def report(count: int) -> None:
    """Print what adding and auditing an event of `count` articles takes, in one process."""
    from provenance import Archive

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "event.jsonl"
        write(path, count)
        watch = Stopwatch()
        with Archive(Path(folder) / "event.db") as archive:
            archive.add([path], jobs=1)
            added = watch.read()["cpu"]
            summary = archive.audit(jobs=1)
        spent = watch.read()
    print(
        f"\nAn event of {count:,} articles in {min(count, OUTLETS)} outlets: added in {added:.1f} s of CPU time,"
        f" audited in {spent['cpu'] - added:.1f} s ({summary.pairs:,} pairs compared, {summary.links:,} links),"
        f" {spent['peak']:.0f} MB",
        flush=True,
    )


def write(path: Path, count: int) -> None:
    """Write an event of `count` articles as JSON Lines."""
    with path.open("w", encoding="utf-8") as stream:
        for row in event(count):
            stream.write(json.dumps(row) + "\n")


def event(count: int, seed: int = 1) -> Iterator[dict[str, str]]:
    """Articles on one event, the same for the same seed; each may be made from an earlier one."""
    generator = np.random.default_rng(seed)
    told = sentences(EVENT)
    others = sorted(set(sentences("*.*")) - set(told))
    words = sorted({word for each in others for word in each.split() if word.islower() and word.isalpha()})
    made: list[list[str]] = []
    for number in range(count):
        length = int(generator.integers(*LENGTHS))
        if made and generator.random() < 0.5:
            source = made[int(generator.integers(len(made)))]
            kept = np.sort(generator.permutation(len(source))[: max(3, int(length * generator.uniform(0.3, 0.9)))])
            found = [edited(source[place], words, generator) for place in kept.tolist()]
        else:
            found = [told[place] for place in generator.permutation(len(told))[: length // 2].tolist()]
        while len(found) < length:
            pool = told if generator.random() < 0.3 else others
            found.insert(int(generator.integers(len(found) + 1)), pool[int(generator.integers(len(pool)))])
        made.append(found)
        paragraphs = [" ".join(found[start : start + 3]) for start in range(0, len(found), 3)]
        yield {
            "id": f"e{number:05}",
            "publisher": f"The Outlet {number % OUTLETS + 1} Herald",
            "published": f"2025-03-{3 + number // 300:02}T{number // 13 % 24:02}:{number * 7 % 60:02}:00Z",
            "text": "\n\n".join(paragraphs),
        }


def sentences(pattern: str) -> list[str]:
    """The different sentences of corpus articles whose file names match, in the order of their paths."""
    from provenance.model import Span
    from provenance.text.sentences import sentences as ends

    found: dict[str, None] = {}
    for path in sorted(ARTICLES.rglob(pattern)):
        if path.suffix in {".txt", ".md"}:
            text = path.read_text(encoding="utf-8", errors="ignore")
            for span in ends(text, Span(0, len(text))):
                sentence = " ".join(span.of(text).split())
                if len(sentence.split()) >= 8:
                    found.setdefault(sentence)
    return list(found)


def edited(sentence: str, words: list[str], generator: np.random.Generator) -> str:
    """The sentence with some of its words replaced."""
    changed = [
        words[int(generator.integers(len(words)))] if generator.random() < EDITED else word
        for word in sentence.split()
    ]
    return " ".join(changed)
