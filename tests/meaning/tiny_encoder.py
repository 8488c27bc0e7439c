"""An encoder for tests, so that they run without the extra: a dictionary of a few words in two languages.

Words with one meaning have one concept, and a sentence is the sum of one random vector per concept. So a paraphrase
with other words of the dictionary is near, and every other sentence is not.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

import numpy as np

from provenance.meaning.encoder import Vectors

CONCEPTS = """
mayor burgomaster bürgermeisterin
closed shut schloss
bridge overpass brücke
inspectors examiners prüfer
cracks fissures risse
found discovered fanden
steel metal stahl
lorries trucks lastwagen
detour diversion umleitung
drivers motorists fahrer
angry furious wütend
repairs mending reparatur
cost price kosten
million mio millionen
winter cold-season wintermonate
council assembly rat
voted decided stimmte
schools colleges schulen
river stream fluss
ferry boat fähre
extra additional zusätzliche
runs operates fährt
""".strip()
CONCEPT = {word: line for line in CONCEPTS.splitlines() for word in line.split()}
SILENT = {"the", "a", "die", "der", "das", "eine", "in", "on", "over", "for", "at", "by", "im", "am", "of", "to"}
DIMENSIONS = 128


class TinyEncoder:
    """See the module; `version` makes one that is not comparable."""

    def __init__(self, version: str = "1") -> None:
        self.version = version
        self.asked: list[str] = []

    @property
    def name(self) -> str:
        return f"tiny {self.version}"

    def encode(self, sentences: Sequence[str]) -> Vectors:
        self.asked += sentences
        rows = np.zeros((len(sentences), DIMENSIONS), np.float32)
        for row, sentence in zip(rows, sentences, strict=True):
            words = [word for word in re.findall(r"[\w-]+", sentence.lower()) if word not in SILENT]
            for concept in {CONCEPT.get(word, word) for word in words}:
                row += _vector(concept)
            length = float(np.linalg.norm(row))
            if length:
                row /= length
        return rows


def _vector(concept: str) -> Vectors:
    seed = int.from_bytes(hashlib.sha256(concept.encode()).digest()[:8], "big")
    return np.random.default_rng(seed).standard_normal(DIMENSIONS).astype(np.float32)
