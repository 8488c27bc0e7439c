"""The first tables of a batch: what is indexed of each article, and who holds each key, as many as are read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np
import pyarrow as pa

from provenance.audit.proposing import AUDIT
from provenance.batch.article_columns import NUMBERED, article_of, article_rows
from provenance.batch.blocks import (
    BLOCK,
    batch_of,
    blocks,
    column,
    distinct_rows,
    group_of,
    list_array,
    lists,
    ranges,
)
from provenance.config.fingerprint import FingerprintSettings
from provenance.engines.tables import Given, Mapping, Step
from provenance.fingerprint.keys import query_keys
from provenance.fingerprint.minhash import make_all
from provenance.retrieval.boilerplate_lookup import BOILERPLATE
from provenance.text.tokens import tokenise

SIGNATURES = pa.schema(
    [
        ("number", pa.int64()),
        ("id", pa.string()),
        ("signature", pa.binary()),
        ("bands", pa.list_(pa.int64())),
        ("keys", pa.list_(pa.int64())),
        ("positions", pa.list_(pa.int32())),
        ("lines", pa.list_(pa.int64())),
    ]
)
HOLDERS = pa.schema(
    [
        ("block", pa.int64()),
        ("key", pa.int64()),
        ("frequency", pa.int64()),
        ("holders", pa.list_(pa.int64())),
        ("positions", pa.list_(pa.int32())),
    ]
)
_POSTING = pa.schema([("at", pa.int64()), ("kind", pa.int8()), ("number", pa.int64()), ("position", pa.int32())])
POSTED, ASKED = 0, 1  # kinds of rows: an article holds a key, a block asks for it


def signatures(settings: FingerprintSettings) -> Mapping:
    """The fingerprints of all articles. Keys are the bits of unsigned numbers as signed ones: Spark has no others."""
    return Mapping("signatures", "articles", NUMBERED, partial(_sign, settings=settings), SIGNATURES)


def band_holders() -> Step:
    """For each band key the articles that have it, for every block with one of them."""
    given = Given("signatures", ("number", "bands"), partial(_postings, name="bands"))
    take = partial(_holders, cap=AUDIT.postings_a_band, least=1)
    return Step("_steps/band_holders", (given,), _POSTING, ("kind", "number"), take, HOLDERS)


def line_holders() -> Step:
    """The same for lines and sentences that enough articles have to matter."""
    given = Given("signatures", ("number", "lines"), partial(_postings, name="lines", ordinals=True))
    least = min(BOILERPLATE.house, BOILERPLATE.unsigned, BOILERPLATE.everybody) - 1
    take = partial(_holders, cap=BOILERPLATE.holders, least=least)
    return Step("_steps/line_holders", (given,), _POSTING, ("kind", "number", "position"), take, HOLDERS)


def key_frequencies(settings: FingerprintSettings) -> Step:
    """How many articles have each passage key that a block asks for."""
    posted = Given("signatures", ("number", "keys", "positions"), partial(_postings, name="keys"))
    asked = Given("articles", NUMBERED, partial(_asked_keys, settings=settings))
    take = partial(_holders, cap=0, least=1, asked=True)
    return Step("_steps/key_frequencies", (posted, asked), _POSTING, ("kind", "number"), take, HOLDERS)


def key_holders() -> Step:
    """The articles that have each passage key that a block wants to read (`_steps/wanted_keys`)."""
    posted = Given("signatures", ("number", "keys", "positions"), partial(_postings, name="keys"))
    asked = Given("_steps/wanted_keys", ("block", "key"), _wanted)
    take = partial(_holders, cap=AUDIT.postings_a_key, least=1, asked=True)
    return Step("_steps/key_holders", (posted, asked), _POSTING, ("kind", "number"), take, HOLDERS)


def _sign(batch: pa.RecordBatch, settings: FingerprintSettings) -> Iterator[pa.RecordBatch]:
    articles = [article_of(row) for row in article_rows(batch)]
    made = make_all([(each.text, each.body) for each in articles], settings)
    unpacked = list(made.unpacked(settings))
    bands = np.concatenate([np.empty(0, np.uint64), *(each.bands for each in unpacked)])
    yield batch_of(
        SIGNATURES,
        {
            "number": column(batch, "number"),
            "id": [each.id for each in articles],
            "signature": [row.astype("<u4").tobytes() for row in made.signatures],
            "bands": list_array(bands.view(np.int64), np.array([len(each.bands) for each in unpacked], np.int64)),
            "keys": list_array(made.keys.view(np.int64), np.diff(made.key_bounds)),
            "positions": list_array(made.positions, np.diff(made.key_bounds)),
            "lines": list_array(made.segments.view(np.int64), np.diff(made.segment_bounds)),
        },
    )


def _postings(batch: pa.RecordBatch, name: str, *, ordinals: bool = False) -> pa.RecordBatch:
    """A row for each key of each article; `ordinals` numbers the keys of an article instead of their positions."""
    keys, lengths = lists(batch, name)
    numbers = np.repeat(column(batch, "number"), lengths)
    positions = np.zeros(len(keys), np.int32)
    if ordinals:
        positions = ranges(np.zeros(len(lengths), np.int64), lengths).astype(np.int32)
    elif "positions" in batch.schema.names:
        positions, _ = lists(batch, "positions")
    kind = np.full(len(keys), POSTED, np.int8)
    return batch_of(_POSTING, {"at": keys, "kind": kind, "number": numbers, "position": positions})


def _asked_keys(batch: pa.RecordBatch, settings: FingerprintSettings) -> pa.RecordBatch:
    """A row for each passage key that a block asks for; its number is that of the block."""
    found = []
    for row in article_rows(batch):
        article = article_of(row)
        keys, _, _ = query_keys(tokenise(article.text, article.body), settings, AUDIT.distance)
        mine = np.unique(keys)
        found.append((mine.view(np.int64), np.full(len(mine), row["number"] // BLOCK, np.int64)))
    nothing = np.empty(0, np.int64)
    asked, owners = distinct_rows(
        np.concatenate([nothing, *(each for each, _ in found)]),
        np.concatenate([nothing, *(each for _, each in found)]),
    )
    return batch_of(_POSTING, {"at": asked, "kind": np.full(len(asked), ASKED, np.int8), "number": owners})


def _wanted(batch: pa.RecordBatch) -> pa.RecordBatch:
    keys = column(batch, "key")
    kind = np.full(len(keys), ASKED, np.int8)
    return batch_of(_POSTING, {"at": keys, "kind": kind, "number": column(batch, "block")})


def _holders(table: pa.Table, cap: int, least: int, *, asked: bool = False) -> Iterator[pa.RecordBatch]:
    """For each key that `least` articles hold or more and each block that asks for it the first `cap` holders.

    Blocks with a holder ask for it; with `asked` those that the rows of that kind name, each once.
    """
    keys, kind, numbers = column(table, "at"), column(table, "kind"), column(table, "number")
    posted = kind == POSTED
    own, held = keys[posted], numbers[posted]
    positions = column(table.filter(pa.array(posted)), "position")
    starts, frequencies = group_of(own)
    different = own[starts]
    if asked:
        askers, who = distinct_rows(keys[~posted], numbers[~posted])
    else:
        askers, who = distinct_rows(own, blocks(held))
    if not len(different):
        return
    places = np.minimum(np.searchsorted(different, askers), len(different) - 1)
    use = (different[places] == askers) & (frequencies[places] >= least)
    places, askers, who = places[use], askers[use], who[use]
    lengths = np.minimum(frequencies[places], cap)
    rows = ranges(starts[places], lengths)
    yield batch_of(
        HOLDERS,
        {
            "block": who,
            "key": askers,
            "frequency": frequencies[places],
            "holders": list_array(held[rows], lengths),
            "positions": list_array(positions[rows].astype(np.int32), lengths),
        },
    )
