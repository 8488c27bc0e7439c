"""What the benchmarks run on: press releases where they are, else a generated corpus with known duplicates.

Generated articles are of words drawn from a vocabulary by Zipf's law; one in ten is an edited copy of an earlier
one. No sentence in them was written by anybody.
"""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
VOCABULARY = 50_000
WORDS = 480  # of a generated article; a press release has 550


def data_folder() -> Path | None:
    """The labelled data: $PROVENANCE_DATA, or ../shared/data beside the checkout."""
    named = os.environ.get("PROVENANCE_DATA")
    folder = Path(named) if named else HERE.parents[1].parent / "shared" / "data"
    return folder if (folder / "senate" / "releases.jsonl.gz").is_file() else None


def write(path: Path, count: int) -> str:
    """Write `count` articles as JSON Lines; returns what they are."""
    data = data_folder()
    texts = generated(count) if data is None else spread(data / "senate" / "releases.jsonl.gz", count)
    with path.open("w", encoding="utf-8") as stream:
        for number, text in enumerate(texts):
            stream.write(json.dumps({"id": f"a{number:07}", "text": text}) + "\n")
    return "generated articles" if data is None else "press releases"


def spread(path: Path, count: int) -> Iterator[str]:
    """Texts spread evenly over a gzipped file of JSON Lines."""
    with gzip.open(path) as stream:
        lines = stream.readlines()
    for place in np.linspace(0, len(lines) - 1, min(count, len(lines))).astype(int):
        yield json.loads(lines[place])["text"]


def generated(count: int, seed: int = 1) -> Iterator[str]:
    """Articles of invented words; every tenth is a copy of the one before with some words replaced."""
    generator = np.random.default_rng(seed)
    vocabulary = np.array([invented(number) for number in range(VOCABULARY)])
    before = np.empty(0, np.int64)
    for number in range(count):
        drawn = np.minimum(generator.zipf(1.3, WORDS) - 1, VOCABULARY - 1) if number % 3 else ranks(generator)
        if number % 10 == 9:
            changed = generator.random(WORDS) < generator.choice([0.01, 0.03, 0.06, 0.1])
            drawn = np.where(changed, drawn, before)
        before = drawn
        words = vocabulary[drawn]
        sentences = [" ".join(words[start : start + 20]).capitalize() + "." for start in range(0, WORDS, 20)]
        yield "\n\n".join(" ".join(sentences[start : start + 3]) for start in range(0, len(sentences), 3))


def ranks(generator: np.random.Generator) -> np.ndarray:
    """Word ranks whose logarithm is uniform: every order of magnitude as often as the next."""
    return np.floor(np.exp(generator.uniform(0, np.log(VOCABULARY), WORDS))).astype(np.int64) - 1


def invented(number: int) -> str:
    """A pronounceable word for each number; small numbers have short words."""
    consonants, vowels = "bdfgklmnprstvz", "aeiou"
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number, len(consonants) * len(vowels))
        letters += consonants[rest // len(vowels)] + vowels[rest % len(vowels)]
    return letters
