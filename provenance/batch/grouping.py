"""Groups of near duplicates of a batch: proposed by bands, verified by texts, then grouped among the connected."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np
import pyarrow as pa

from provenance.batch.article_columns import COLUMNS, NUMBERED
from provenance.batch.blocks import Numbers, batch_of, column, distinct_rows, kinds
from provenance.batch.carried_archive import signature_rows
from provenance.batch.carrying import Needs, carried, gathered, own_block
from provenance.batch.components import labelled
from provenance.batch.fingerprinting import SIGNATURES
from provenance.batch.proposing import ARTICLES, PARTNERS, pair_block, read_articles
from provenance.batch.screening import PAIRS, both_ends
from provenance.config.clustering import ClusteringSettings
from provenance.config.fingerprint import FingerprintSettings
from provenance.engines.tables import Given, Step, Tables
from provenance.fingerprint.minhash import jaccard_and_containment, shingle_hashes
from provenance.model import Article
from provenance.retrieval.near_duplicate_groups import earliest, group, stars
from provenance.retrieval.near_duplicates import Pairs, own_words, pairs_of_portion

_CARRIED = pa.schema([("block", pa.int64()), *ARTICLES])
ALIKE = pa.schema([("low", pa.int64()), ("high", pa.int64()), ("jaccard", pa.float64())])
_GROUPED = pa.schema([("group", pa.int64()), *ALIKE])
CLUSTERS = pa.schema(
    [
        ("kept", pa.string()),
        ("members", pa.list_(pa.string())),
        ("weakest_a", pa.string()),
        ("weakest_b", pa.string()),
        ("weakest_jaccard", pa.float64()),
    ]
)


def group_near_duplicates(tables: Tables, made: FingerprintSettings, settings: ClusteringSettings) -> None:
    """Make `clusters`: a row per group, its members the earliest known first, as `usecases.clustering` finds them."""
    for step in _alike(made, settings):
        tables.run(step)
    labelled(tables, "_steps/alike", "_steps/groups")
    for step in _grouped(made, settings):
        tables.run(step)


def _alike(made: FingerprintSettings, settings: ClusteringSettings) -> tuple[Step, ...]:
    posted = pa.schema([("at", pa.int64()), ("number", pa.int64())])
    suggested = Needs("_steps/band_pairs", ("low", "high"), both_ends)
    likely = Needs("_steps/likely", ("low", "high"), both_ends)
    return (
        Step(
            "_steps/band_pairs",
            (Given("signatures", ("number", "bands"), _bands),),
            posted,
            ("number",),
            partial(_suggest, partners=settings.partners),
            PAIRS,
        ),
        carried("_steps/near_signatures", (suggested,), (("signatures", SIGNATURES, ("signature",)),)),
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
        carried("_steps/near_texts", (likely,), (("articles", ARTICLES, COLUMNS),)),
        gathered(
            "_steps/alike",
            (
                ("_steps/likely", PAIRS, ("low", "high"), pair_block),
                ("_steps/near_texts", _CARRIED, ("block", *NUMBERED), own_block),
            ),
            partial(_verify, made=made, threshold=settings.threshold),
            ALIKE,
            order=("low", "high", "number"),
        ),
    )


def _bands(batch: pa.RecordBatch) -> pa.RecordBatch:
    from provenance.batch.blocks import lists

    keys, lengths = lists(batch, "bands")
    numbers = np.repeat(column(batch, "number"), lengths)
    return pa.RecordBatch.from_arrays([pa.array(keys), pa.array(numbers)], ["at", "number"])


def _suggest(table: pa.Table, partners: int) -> Iterator[pa.RecordBatch]:
    keys, numbers = column(table, "at"), column(table, "number")
    places = np.arange(len(keys))
    codes = [np.empty(0, np.uint64), *pairs_of_portion(keys.view(np.uint64), places, partners)]
    code = np.unique(np.concatenate(codes))  # pairs of places, below 2^32 each
    low, high = (
        numbers[(code >> np.uint64(32)).astype(np.int64)],
        numbers[(code & np.uint64(0xFFFFFFFF)).astype(np.int64)],
    )
    low, high = distinct_rows(low, high)
    yield batch_of(PAIRS, {"low": low, "high": high})


def estimated(table: pa.Table, least: float) -> Iterator[pa.RecordBatch]:
    """The pairs (low, high) of a block whose signatures agree in at least this part of their values."""
    pairs, read = kinds(table, 2)
    if not len(pairs):
        return
    low, high = distinct_rows(column(pairs, "low"), column(pairs, "high"))
    numbers, values = signature_rows(read)
    kept = np.zeros(len(low), np.bool_)
    for start in range(0, len(low), 1 << 14):
        part = slice(start, start + (1 << 14))
        first, second = (values[np.searchsorted(numbers, each[part])] for each in (low, high))
        kept[part] = (first == second).mean(axis=1) >= least
    yield batch_of(PAIRS, {"low": low[kept], "high": high[kept]})


class _Shingles:
    """The shingle sets of some articles by number."""

    def __init__(self, numbers: Numbers, articles: list[Article], made: FingerprintSettings) -> None:
        self._articles = dict(zip(numbers.tolist(), articles, strict=True))
        self._made = made
        self._sets: dict[int, np.ndarray] = {}

    def jaccard(self, a: int, b: int) -> float:
        """The exact similarity of two articles."""
        return jaccard_and_containment(self._of(a), self._of(b))[0]

    def _of(self, number: int) -> np.ndarray:
        if number not in self._sets:
            self._sets[number] = shingle_hashes(own_words(self._articles[number]), self._made)
        return self._sets[number]


def _verify(table: pa.Table, made: FingerprintSettings, threshold: float) -> Iterator[pa.RecordBatch]:
    pairs, read = kinds(table, 2)
    if not len(pairs):
        return
    low, high = column(pairs, "low"), column(pairs, "high")
    shingles = _Shingles(*read_articles(read), made)
    jaccard = np.array([shingles.jaccard(a, b) for a, b in zip(low.tolist(), high.tolist(), strict=True)])
    kept = jaccard >= threshold
    yield batch_of(ALIKE, {"low": low[kept], "high": high[kept], "jaccard": jaccard[kept]})


def _grouped(made: FingerprintSettings, settings: ClusteringSettings) -> tuple[Step, ...]:
    columns = pa.schema([("at", pa.int64()), ("kind", pa.int8()), ("group", pa.int64()), *ALIKE])
    labels = Given("_steps/groups", ("number", "group"), _labels)
    alike = Given("_steps/alike", ALIKE.names, _by_low)
    members = Needs("_steps/groups", ("number", "group"), _members)
    return (
        Step("_steps/grouped", (labels, alike), columns, ("kind", "high"), _with_group, _GROUPED),
        carried("_steps/members", (members,), (("articles", ARTICLES, COLUMNS),)),
        gathered(
            "clusters",
            (
                ("_steps/grouped", _GROUPED, _GROUPED.names, _group),
                ("_steps/members", _CARRIED, ("block", *NUMBERED), own_block),
            ),
            partial(_cluster, made=made, compared=settings.compared),
            CLUSTERS,
            order=("low", "high", "number"),
        ),
    )


def _labels(batch: pa.RecordBatch) -> pa.RecordBatch:
    kind = pa.array(np.zeros(batch.num_rows, np.int8))
    return pa.RecordBatch.from_arrays([batch.column("number"), kind, batch.column("group")], ["at", "kind", "group"])


def _by_low(batch: pa.RecordBatch) -> pa.RecordBatch:
    kind = pa.array(np.ones(batch.num_rows, np.int8))
    return pa.RecordBatch.from_arrays([batch.column("low"), kind, *batch.columns], ["at", "kind", *ALIKE.names])


def _members(batch: pa.RecordBatch) -> tuple[Numbers, Numbers]:
    return column(batch, "group"), column(batch, "number")


def _group(batch: pa.RecordBatch) -> Numbers:
    return column(batch, "group")


def _with_group(table: pa.Table) -> Iterator[pa.RecordBatch]:
    """Each pair with the group of its articles."""
    kind, at = column(table, "kind"), column(table, "at")
    labels, pairs = np.flatnonzero(kind == 0), np.flatnonzero(kind == 1)
    group = table.column("group").take(pa.array(labels[np.searchsorted(at[labels], at[pairs])]))
    found = table.select(ALIKE.names).take(pa.array(pairs))
    yield from pa.table([group, *found.columns], schema=_GROUPED).to_batches()


def _cluster(table: pa.Table, made: FingerprintSettings, compared: int) -> Iterator[pa.RecordBatch]:
    edges, read = kinds(table, 2)
    numbers, articles = read_articles(read)
    pairs = Pairs(column(edges, "low"), column(edges, "high"), column(edges, "jaccard").astype(np.float64))
    rows = dict(zip(numbers.tolist(), articles, strict=True))
    times = {number: earliest(article.published, number) for number, article in rows.items()}
    ids = {number: article.id for number, article in rows.items()}
    shingles = _Shingles(numbers, articles, made)
    order = sorted(times, key=times.__getitem__)
    found = [
        group(star, ids, times, known, shingles.jaccard, compared)
        for star, known in stars(order, pairs, frozenset(), _never)
    ]
    a, b, jaccard = zip(*(each.weakest for each in found), strict=True) if found else ((), (), ())
    yield batch_of(
        CLUSTERS,
        {
            "kept": [each.kept for each in found],
            "members": pa.array([list(each.members) for each in found], pa.list_(pa.string())),
            "weakest_a": list(a),
            "weakest_b": list(b),
            "weakest_jaccard": list(jaccard),
        },
    )


def _never(_one: int, _other: int) -> bool:
    """Nobody has spoken about the links of a batch."""
    return False
