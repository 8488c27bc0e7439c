"""A checksum per article over all of its postings, independent of their order.

It is stored with the article's fingerprint. A verifier sums the postings of the whole index again, so that a posting
lost, added or changed anywhere is noticed, for every article, without reading any text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provenance.store.index.postings_pages import Namespace
from provenance.store.records import Entry

# Odd multipliers of the golden ratio and of splitmix64; one additive salt per namespace.
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)
SALTS = {
    "passage": np.uint64(0x1D8E4E27),
    "band": np.uint64(0x2545F491),
    "paragraph": np.uint64(0x3C6EF372),
    "earlier": np.uint64(0x510E527F),
}


def mixed(keys: NDArray[np.uint64], positions: NDArray[np.int64] | int, namespace: str) -> NDArray[np.uint64]:
    """One number per posting; their sum modulo 2^64 is an article's total."""
    places = np.asarray(positions).astype(np.uint64) * _MULTIPLIER
    value = (keys ^ places) + SALTS[namespace]
    value = (value ^ (value >> np.uint64(31))) * _MIX
    result: NDArray[np.uint64] = value ^ (value >> np.uint64(29))
    return result


@dataclass(frozen=True, slots=True)
class PostingsBatch:
    """The postings of several texts in one namespace, text after text; `counts[t]` of them belong to text t."""

    namespace: Namespace
    counts: NDArray[np.int64]
    keys: NDArray[np.uint64]
    positions: NDArray[np.int64]


def batches(entries: Sequence[Entry]) -> tuple[PostingsBatch, ...]:
    """All postings of the entries (at least one), one batch per namespace."""
    passages = [entry.fingerprint.keys for entry in entries]
    bands = [entry.bands for entry in entries]
    paragraphs = [entry.paragraphs for entry in entries]
    places = np.concatenate([entry.fingerprint.positions for entry in entries]).astype(np.int64)
    ordinals = np.concatenate([np.arange(len(part)) for part in paragraphs])
    return (
        _batch("passage", passages, places),
        _batch("band", bands, np.zeros(sum(map(len, bands)), np.int64)),
        _batch("paragraph", paragraphs, ordinals),
    )


def _batch(namespace: Namespace, keys: list[NDArray[np.uint64]], positions: NDArray[np.int64]) -> PostingsBatch:
    return PostingsBatch(
        namespace, np.array([*map(len, keys)], np.int64), np.concatenate(keys).astype(np.uint64), positions
    )


def entry_totals(parts: Sequence[PostingsBatch]) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
    """Per text of the batches: how many postings it has in all of them together, and their total."""
    counts = np.zeros(len(parts[0].counts), np.int64)
    totals = np.zeros(len(counts), np.uint64)
    for part in parts:
        counts += part.counts
        sums = np.cumsum(mixed(part.keys, part.positions, part.namespace), dtype=np.uint64)
        ends = np.cumsum(part.counts)
        sums = np.concatenate([np.zeros(1, np.uint64), sums])
        totals += sums[ends] - sums[ends - part.counts]
    return counts, totals
