"""Which names one input has used so far, and with which text, in some 16 bytes per name, so that any input fits.

An id that occurs twice in one input with two texts is a mistake in the input: keeping the second as a new version
would hide the first. In two inputs it is no mistake: there the second is a newer version.
"""

from __future__ import annotations

import hashlib

import numpy as np
from numpy.typing import NDArray

MASK = 2**64 - 1
RECENT = 20_000  # names kept in a dictionary before they are packed into sorted arrays


def fingerprint_of(text: str) -> int:
    """64 bits of a text by Python's own hash: valid in this process only, and nobody outside can forge collisions."""
    return hash(text) & MASK


class Seen:
    """A growing map from names to fingerprints of texts.

    Names are kept as fingerprints too: among ten million two different ones are taken for one with a probability of
    3 in a million.
    """

    def __init__(self, recent: int = RECENT) -> None:
        self._recent: dict[int, int] = {}
        self._limit = recent
        self._packed: list[tuple[NDArray[np.uint64], NDArray[np.uint64]]] = []

    def text_of(self, name: str) -> int | None:
        """The fingerprint of the text that the name was used with, None for a new name."""
        key = fingerprint_of(name)
        found = self._recent.get(key)
        if found is not None:
            return found
        for names, texts in self._packed:
            place = int(np.searchsorted(names, np.uint64(key)))
            if place < len(names) and int(names[place]) == key:
                return int(texts[place])
        return None

    def remember(self, name: str, text: int) -> None:
        """Add a new name; each name may be added once."""
        self._recent[fingerprint_of(name)] = text
        if len(self._recent) >= self._limit:
            self._pack()

    def _pack(self) -> None:
        """Move the recent names into a sorted run, merging runs of like size so that there are few of them."""
        names = np.fromiter(self._recent, np.uint64, len(self._recent))
        texts = np.fromiter(self._recent.values(), np.uint64, len(self._recent))
        self._recent = {}
        while self._packed and len(self._packed[-1][0]) <= 2 * len(names):
            others, their_texts = self._packed.pop()
            names, texts = np.concatenate([others, names]), np.concatenate([their_texts, texts])
        order = np.argsort(names)
        self._packed.append((names[order], texts[order]))


def hashed(text: str) -> int:
    """64 bits of a text, the same everywhere."""
    data = text.encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "little")
