"""The candidate pairs of a batch, as an audit finds them: what they look up is carried to the block that asks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np
import pyarrow as pa

from provenance.audit.proposing import AUDIT, FAINT, LookupTask, candidate_pairs, strongest, surest
from provenance.batch.article_columns import ARTICLE, COLUMNS, NUMBERED, CarriedArticles, article_of, article_rows
from provenance.batch.blocks import Numbers, batch_of, blocks, column, kinds, lists
from provenance.batch.carried_archive import (
    CarriedArchive,
    CarriedIndex,
    CarriedNames,
    CarriedPostings,
    signature_rows,
)
from provenance.batch.carrying import Needs, carried, gathered, own_block
from provenance.batch.fingerprinting import HOLDERS, SIGNATURES, key_holders
from provenance.config.fingerprint import FingerprintSettings
from provenance.engines.tables import Given, Step
from provenance.fingerprint.keys import Questions, choose, query_keys
from provenance.model import Article
from provenance.text.tokens import tokenise

ARTICLES = pa.schema([("number", pa.int64()), *ARTICLE])
WANTED = pa.schema([("block", pa.int64()), ("key", pa.int64())])
PARTNERS = pa.schema([("block", pa.int64()), ("number", pa.int64()), ("signature", pa.binary())])
PROPOSED = pa.schema(
    [
        ("low", pa.int64()),
        ("high", pa.int64()),
        ("thin", pa.int64()),
        ("evidence", pa.int64()),
        ("cut_off_texts", pa.int64()),
        ("cut_off_candidates", pa.int64()),
    ]
)
CANDIDATES = pa.schema(
    [
        ("low", pa.int64()),
        ("high", pa.int64()),
        ("thin", pa.int64()),
        ("evidence", pa.int64()),
        ("certain", pa.int64()),
    ]
)


def candidates(settings: FingerprintSettings, archived: int) -> tuple[Step, ...]:
    """The steps that make `_steps/candidates`, each candidate pair once, from articles and fingerprints."""
    partners = Needs("_steps/band_holders", ("block", "holders"), held_numbers)
    return (
        _wanted_keys(settings),
        key_holders(),
        carried("_steps/band_partners", (partners,), (("signatures", SIGNATURES, ("signature",)),)),
        _proposed(settings, archived),
        _candidates(),
    )


def numbered_block(batch: pa.RecordBatch) -> Numbers:
    """The block of a row's own article."""
    return blocks(column(batch, "number"))


def pair_block(batch: pa.RecordBatch) -> Numbers:
    """The block of a pair: that of its lower number."""
    return blocks(column(batch, "low"))


def _wanted_keys(settings: FingerprintSettings) -> Step:
    return gathered(
        "_steps/wanted_keys",
        (
            ("articles", ARTICLES, NUMBERED, numbered_block),
            ("_steps/key_frequencies", HOLDERS, ("block", "key", "frequency"), own_block),
        ),
        partial(_choose, settings=settings),
        WANTED,
    )


def held_numbers(batch: pa.RecordBatch) -> tuple[Numbers, Numbers]:
    """The block and the number of each holder."""
    numbers, lengths = lists(batch, "holders")
    return np.repeat(column(batch, "block"), lengths), numbers


def read_articles(table: pa.Table) -> tuple[Numbers, list[Article]]:
    """The numbers and articles of rows that have both."""
    return column(table, "number"), [article_of(row) for row in article_rows(table.select(COLUMNS))]


def _choose(table: pa.Table, settings: FingerprintSettings) -> Iterator[pa.RecordBatch]:
    """The passage keys whose postings the articles of a block want to read."""
    own, counted = kinds(table, 2)
    _, articles = read_articles(own)
    asked = Questions.of([query_keys(tokenise(each.text, each.body), settings, AUDIT.distance) for each in articles])
    keys = column(counted, "key").view(np.uint64)
    frequencies = np.zeros(len(asked.keys), np.int64)
    frequencies[np.searchsorted(asked.keys, keys)] = column(counted, "frequency")
    chosen = choose(asked, frequencies, AUDIT)
    wanted = np.unique(asked.numbers[chosen.occurrences])
    block = np.full(len(wanted), table.column("at")[0].as_py(), np.int64)
    yield batch_of(WANTED, {"block": block, "key": asked.keys[wanted].view(np.int64)})


def _proposed(settings: FingerprintSettings, archived: int) -> Step:
    held = ("block", "key", "frequency", "holders", "positions")
    return gathered(
        "_steps/proposed",
        (
            ("articles", ARTICLES, NUMBERED, numbered_block),
            ("_steps/key_frequencies", HOLDERS, held, own_block),
            ("_steps/key_holders", HOLDERS, held, own_block),
            ("_steps/band_holders", HOLDERS, held, own_block),
            ("_steps/band_partners", PARTNERS, ("block", "number", "signature"), own_block),
        ),
        partial(_propose, settings=settings, archived=archived),
        PROPOSED,
    )


def _propose(table: pa.Table, settings: FingerprintSettings, archived: int) -> Iterator[pa.RecordBatch]:
    """The candidate pairs of a block, and in a row of its own (of no pair) what limits left out."""
    own, counted, held, banded, partners = kinds(table, 5)
    numbers, articles = read_articles(own)
    postings = {"passage": CarriedPostings.of(held), "band": CarriedPostings.of(banded)}
    index = CarriedIndex(postings, *signature_rows(partners), CarriedPostings.of(counted), settings.recipe)
    names = CarriedNames(archived, {each.id: number for each, number in zip(articles, numbers.tolist(), strict=True)})
    task = LookupTask(numbers, CarriedArticles(articles))
    pairs, cut_off = candidate_pairs(CarriedArchive(index, names), task, settings)
    nothing = np.zeros(len(pairs), np.int64)
    low, high, thin, evidence = pairs.T
    columns = {"low": low, "high": high, "thin": thin, "evidence": evidence}
    yield batch_of(PROPOSED, {**columns, "cut_off_texts": nothing, "cut_off_candidates": nothing})
    left = {"cut_off_texts": [cut_off.texts], "cut_off_candidates": [cut_off.candidates]}
    yield batch_of(PROPOSED, {**{name: [0] for name in columns}, **left})


def _candidates() -> Step:
    carried_columns = pa.schema(
        [("at", pa.int64()), *(PROPOSED.field(each) for each in ("low", "high", "thin", "evidence"))]
    )
    given = Given("_steps/proposed", ("low", "high", "thin", "evidence"), _by_low)
    return Step("_steps/candidates", (given,), carried_columns, ("high",), _once, CANDIDATES)


def _by_low(batch: pa.RecordBatch) -> pa.RecordBatch:
    batch = batch.filter(pa.array(column(batch, "low") > 0))
    names = batch.schema.names
    return pa.RecordBatch.from_arrays([batch.column("low"), *batch.columns], ["at", *names])


def _once(table: pa.Table) -> Iterator[pa.RecordBatch]:
    """Each pair once: what is surest of it, and the most evidence of those that are not faint (0 without any)."""
    rows = np.stack([column(table, name) for name in ("low", "high", "thin", "evidence")], axis=1)
    pairs = surest(rows[:, :3])
    near = strongest(rows[rows[:, 2] != FAINT][:, [0, 1, 3]])
    evidence = np.full(len(pairs), -1, np.int64)
    evidence[_places(pairs, near)] = near[:, 2]
    low, high, thin = pairs.T
    certain = (thin != FAINT).astype(np.int64)
    yield batch_of(CANDIDATES, {"low": low, "high": high, "thin": thin, "evidence": evidence, "certain": certain})


def _places(pairs: Numbers, some: Numbers) -> Numbers:
    """Where `some` pairs are among `pairs`, both ascending."""
    widest = int(pairs[:, 1].max(initial=0)) + 1
    return np.searchsorted(pairs[:, 0] * widest + pairs[:, 1], some[:, 0] * widest + some[:, 1])
