"""One number an article that stands for all of its postings, whatever order they are kept in.

It is stored with the article when its postings are written; a verifier sums the postings of the whole index up
again, so that a posting lost, added or changed anywhere shows, for every article, without reading any text.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from provenance.store.records import Entry

# Odd multipliers of the golden ratio and of splitmix64; one additive salt a namespace.
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)
SALTS = {"passage": np.uint64(0x1D8E4E27), "band": np.uint64(0x2545F491), "paragraph": np.uint64(0x3C6EF372)}


def mixed(keys: NDArray[np.uint64], positions: NDArray[np.int64] | int, namespace: str) -> NDArray[np.uint64]:
    """One number a posting; their sum modulo 2^64 is the total."""
    places = np.asarray(positions).astype(np.uint64) * _MULTIPLIER
    value = (keys ^ places) + SALTS[namespace]
    value = (value ^ (value >> np.uint64(31))) * _MIX
    result: NDArray[np.uint64] = value ^ (value >> np.uint64(29))
    return result


def entry_totals(entries: Sequence[Entry]) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
    """For each entry: how many postings it has in all namespaces, and their total."""
    counts = np.zeros(len(entries), np.int64)
    totals = np.zeros(len(entries), np.uint64)
    for namespace in SALTS:
        keys, positions = [], []
        for entry in entries:
            if namespace == "passage":
                keys.append(entry.fingerprint.keys)
                positions.append(entry.fingerprint.positions)
            else:
                part = entry.bands if namespace == "band" else entry.paragraphs
                keys.append(part)
                ordinals = np.zeros(len(part), np.int64) if namespace == "band" else np.arange(len(part))
                positions.append(ordinals.astype(np.int32))
        lengths = np.array([len(part) for part in keys], np.int64)
        counts += lengths
        values = mixed(np.concatenate(keys), np.concatenate(positions).astype(np.int64), namespace)
        sums = np.concatenate([np.zeros(1, np.uint64), np.cumsum(values, dtype=np.uint64)])
        ends = np.cumsum(lengths)
        totals += sums[ends] - sums[ends - lengths]
    return counts, totals
