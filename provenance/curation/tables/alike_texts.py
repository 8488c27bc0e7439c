"""Pairs of texts that are alike: proposed by bands of signatures, verified by their words; see `row_pairs`.

Texts of a reference are paired with those of the inputs, never with each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np
import pyarrow as pa

from provenance.batch.blocks import batch_of, column, distinct_rows, group_of, kinds
from provenance.batch.carried_archive import signature_rows
from provenance.batch.carrying import Needs, carried, gathered, own_block
from provenance.batch.grouping import estimated
from provenance.batch.proposing import PARTNERS, pair_block
from provenance.batch.screening import PAIRS, both_ends
from provenance.config.clustering import ClusteringSettings
from provenance.config.fingerprint import FingerprintSettings
from provenance.curation.row_pairs import PORTION, band_keys, within
from provenance.curation.tables.row_table import ROWS
from provenance.curation.tables.same_texts import STANDING
from provenance.engines.tables import Given, Mapping, Step
from provenance.fingerprint.minhash import jaccard_and_containment, shingle_hashes
from provenance.text.tokens import tokenise

_SPREAD = 0x9E3779B97F4A7C15  # so that the keys of two bands are told apart
_POSTED = pa.schema([("at", pa.int64()), ("band", pa.int16()), ("number", pa.int64())])
_NEAR = pa.schema([("block", pa.int64()), ("number", pa.int64()), ROWS.field("text")])
COMPARED = pa.schema([*PAIRS, ("jaccard", pa.float64())])
ALIKE = COMPARED


def alike(settings: ClusteringSettings, recipe: FingerprintSettings, reference: int) -> tuple[Step | Mapping, ...]:
    """The steps that make `_steps/compared`, every pair that was compared, and `_steps/alike`, those that are."""
    suggested = Needs("_steps/band_pairs", ("low", "high"), both_ends)
    likely = Needs("_steps/likely", ("low", "high"), both_ends)
    return (
        Step(
            "_steps/band_pairs",
            (Given("_steps/standing", ("number", "signature"), partial(_bands, recipe=recipe)),),
            _POSTED,
            ("band", "number"),
            partial(_suggest, partners=settings.partners, reference=reference),
            PAIRS,
        ),
        carried("_steps/near_signatures", (suggested,), (("_steps/standing", STANDING, ("signature",)),)),
        gathered(
            "_steps/likely",
            (
                ("_steps/band_pairs", PAIRS, ("low", "high"), pair_block),
                ("_steps/near_signatures", PARTNERS, PARTNERS.names, own_block),
            ),
            partial(estimated, least=settings.threshold - settings.margin),
            PAIRS,
            order=("low", "high", "number"),
        ),
        carried("_steps/near_texts", (likely,), (("_steps/rows", ROWS, ("text",)),)),
        gathered(
            "_steps/compared",
            (
                ("_steps/likely", PAIRS, ("low", "high"), pair_block),
                ("_steps/near_texts", _NEAR, ("block", "number", "text"), own_block),
            ),
            partial(_compare, recipe=recipe),
            COMPARED,
            order=("low", "high", "number"),
        ),
        Mapping(
            "_steps/alike", "_steps/compared", tuple(COMPARED.names), partial(_kept, least=settings.threshold), ALIKE
        ),
    )


def _bands(batch: pa.RecordBatch, recipe: FingerprintSettings) -> pa.RecordBatch:
    """A row for each band of each text."""
    batch = batch.filter(batch.column("signature").is_valid())
    numbers, values = signature_rows(pa.Table.from_batches([batch]))
    made = [pa.RecordBatch.from_pylist([], _POSTED)]
    for band in range(recipe.bands if len(numbers) else 0):
        keys = band_keys(values, recipe, band) ^ np.uint64(band * _SPREAD & 0xFFFFFFFFFFFFFFFF)
        columns = {"at": keys.view(np.int64), "band": np.full(len(keys), band, np.int16), "number": numbers}
        made.append(batch_of(_POSTED, columns))
    return pa.Table.from_batches(made).combine_chunks().to_batches()[0] if len(made) > 1 else made[0]


def _suggest(table: pa.Table, partners: int, reference: int) -> Iterator[pa.RecordBatch]:
    at, band, numbers = column(table, "at"), column(table, "band"), column(table, "number")
    fresh = np.ones(len(at), np.bool_)
    fresh[1:] = (at[1:] != at[:-1]) | (band[1:] != band[:-1])
    places = np.arange(len(at))
    code = np.unique(within(np.cumsum(fresh).astype(np.uint64), places, partners, len(at)))
    first = numbers[(code >> np.uint64(32)).astype(np.int64)]
    second = numbers[(code & np.uint64(0xFFFFFFFF)).astype(np.int64)]
    used = first < reference
    low, high = distinct_rows(first[used], second[used])
    yield batch_of(PAIRS, {"low": low, "high": high})


def _compare(table: pa.Table, recipe: FingerprintSettings) -> Iterator[pa.RecordBatch]:
    """The exact similarity of each pair. Pairs of one lower number follow each other; its shingles are kept."""
    pairs, read = kinds(table, 2)
    if not len(pairs):
        return
    texts = dict(zip(column(read, "number").tolist(), read.column("text").to_pylist(), strict=True))
    known: dict[int, np.ndarray] = {}

    def shingles(number: int) -> np.ndarray:
        if number not in known:
            known[number] = shingle_hashes(tokenise(texts[number]), recipe)
        return known[number]

    low, high = column(pairs, "low"), column(pairs, "high")
    starts, sizes = group_of(low)
    jaccard = np.empty(len(low))
    for start, size in zip(starts.tolist(), sizes.tolist(), strict=True):
        own = shingles(int(low[start]))
        for at in range(start, start + size):
            jaccard[at] = jaccard_and_containment(own, shingles(int(high[at])))[0]
        if len(known) > PORTION:
            known.clear()
    yield batch_of(COMPARED, {"low": low, "high": high, "jaccard": jaccard})


def _kept(batch: pa.RecordBatch, least: float) -> Iterator[pa.RecordBatch]:
    yield batch.filter(pa.array(batch.column("jaccard").to_numpy() >= least))
