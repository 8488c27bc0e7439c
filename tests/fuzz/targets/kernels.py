"""Compiled kernels beside the plain Python that they were made from, on words and numbers of any kind.

In a build that checks every bound (`PROVENANCE_CHECKED=1`, which `make fuzz` makes) an index outside of an array raises;
in every build both worlds have to agree to the last bit.
"""

import sys
from pathlib import Path

import numpy as np

sys.path.append(str(Path(__file__).parents[2] / "kernels"))
from plain_twins import Record, agree

from provenance.config.align import PassageSettings
from provenance.fingerprint.minhash import permutations
from provenance.text import normalisation
from provenance.text.tokens import codes_of, most_words, tokenise
from tests.fuzz.reading import text_of

SEEDS = [
    "a b c d e f g h a b c d e f g h\x00x a b c d e f g h y", "x" * 70 + "é" * 70 + "\x00gov-\r\n  ernment", "东 京\x00東京 ไม่มี",
    "one two three, four. five: six\n\nseven\x00seven six five four three two one", "a\x00",
]  # fmt: skip
RUNS = 150
LONGEST = 400
ELEMENTS = (np.int32, np.int32, np.uint64, np.uint64, np.uint8, np.uint8)
DRAWN = Record("provenance.fingerprint.kernels.minhash", "Permutations", *permutations(16, 1))
SETTINGS = PassageSettings()


def attempt(data: bytes) -> None:
    """Run the loops over words, runs, seeds, signatures and folded text in both worlds."""
    texts = text_of(data).partition("\0")[::2]
    words = "provenance.text.kernels.words"
    sides = []
    for text in texts:
        room = most_words(text)
        found = Record(words, "Words", *(np.zeros(room, element) for element in ELEMENTS))
        agree(words, "scan", codes_of(text), Record(words, "Characters", *normalisation.table()), found)
        tokens = tokenise(text)
        sides.append(tokens.words)
        minhash = "provenance.fingerprint.kernels.minhash"
        for size in (1, 5):
            agree(minhash, "shingles", tokens.words, size, np.zeros(len(tokens), np.uint64))
            agree(
                minhash, "sign", tokens.words, size, DRAWN, np.zeros(len(tokens), np.uint32), np.zeros(16, np.uint32)
            )
        rooms = len(tokens) // 3 + 1
        segments = np.zeros(rooms, np.int32), np.zeros(rooms, np.int32), np.zeros(rooms, np.uint64)
        agree(minhash, "cut", tokens.words, tokens.borders, tokens.traits, *segments)
    exact = "provenance.align.kernels.exact"
    a, b = sides
    agree(exact, "long_runs", a, b)
    agree(exact, "shared_runs", a, b)
    numbers = np.frombuffer(data[: len(data) // 8 * 8], np.uint64)
    agree(exact, "long_runs", numbers, numbers[::-1].copy())
    agree(exact, "shared_runs", numbers % 5, (numbers >> np.uint64(3)) % 5)
    agree("provenance.fingerprint.kernels.keys", "keep_first", numbers % 7, np.arange(len(numbers), dtype=np.int32))
    agree("provenance.fingerprint.kernels.minhash", "count_shared", np.unique(numbers % 9), np.unique(numbers % 11))
