"""The candidate pairs of a batch, as an audit finds them: what they look up is carried to the block that asks."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import partial

import numpy as np
import pyarrow as pa

from provenance.audit.one_text import EARLIEST, StandIns, stand_ins, with_stand_ins
from provenance.audit.proposing import (
    AUDIT,
    FAINT,
    LookupTask,
    candidate_pairs,
    rows_of_copies,
    strongest,
    surest,
)
from provenance.batch.article_columns import ARTICLE, COLUMNS, NUMBERED, CarriedArticles, article_of, article_rows
from provenance.batch.blocks import Numbers, batch_of, blocks, column, kinds, list_array, lists
from provenance.batch.carried_archive import (
    FACTS,
    CarriedArchive,
    CarriedIndex,
    CarriedNames,
    CarriedPostings,
    described_rows,
    signature_rows,
)
from provenance.batch.carrying import Needs, carried, gathered, own_block
from provenance.batch.fingerprinting import HOLDERS, SIGNATURES, key_holders
from provenance.config.fingerprint import FingerprintSettings
from provenance.engines.tables import Given, Step, Tables
from provenance.fingerprint.keys import Questions, choose, query_keys
from provenance.model import Article
from provenance.text.tokens import tokenise

ARTICLES = pa.schema([("number", pa.int64()), *ARTICLE])
WANTED = pa.schema([("block", pa.int64()), ("key", pa.int64())])
PARTNERS = pa.schema([("block", pa.int64()), ("number", pa.int64()), ("signature", pa.binary())])
_DATED_PARTNERS = pa.schema([*PARTNERS, *(ARTICLE.field(name) for name in FACTS)])
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


COPIES = pa.schema([("number", pa.int64()), ("earliest", pa.list_(pa.int64()))])
_TEXT = pa.schema([("at", pa.int64()), ("number", pa.int64()), ("time", pa.float64())])
_OF_TEXT = ("number", "text", "published", "published_earliest")


def proposed(settings: FingerprintSettings, archived: int) -> tuple[Step, ...]:
    """The steps that make `_steps/proposed`, what the index says of each article, and `_steps/copies`, the articles
    of texts that very many have, from articles and fingerprints."""
    partners = Needs("_steps/band_holders", ("block", "holders"), held_numbers)
    return (
        _wanted_keys(settings),
        key_holders(),
        carried(
            "_steps/band_partners",
            (partners,),
            (("signatures", SIGNATURES, ("signature",)), ("articles", ARTICLES, FACTS)),
        ),
        _proposed(settings, archived),
        Step("_steps/copies", (Given("articles", _OF_TEXT, _by_text),), _TEXT, ("number",), _copies, COPIES),
    )


def candidates(copied: StandIns) -> Step:
    """The step that makes `_steps/candidates`, each candidate pair once, with stand-ins for copies of one text."""
    carried_columns = pa.schema(
        [("at", pa.int64()), *(PROPOSED.field(each) for each in ("low", "high", "thin", "evidence"))]
    )
    given = (
        Given("_steps/proposed", ("low", "high", "thin", "evidence"), partial(_by_low, copied=copied)),
        Given("_steps/copies", ("number", "earliest"), _of_copies),
    )
    return Step("_steps/candidates", given, carried_columns, ("high",), _once, CANDIDATES)


def stand_ins_of(tables: Tables) -> StandIns:
    """What stands for copies of one text that very many articles have: for each of them a few numbers, which every
    task of the next step gets."""
    return _stand_ins(tables.collect("_steps/copies", ("number", "earliest")))


def passed_over(tables: Tables) -> int:
    """How many copies were compared with nothing but what stands for them."""
    return stand_ins_of(tables).passed_over


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
            ("_steps/band_partners", _DATED_PARTNERS, tuple(_DATED_PARTNERS.names), own_block),
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
    known = {each.id: number for each, number in zip(articles, numbers.tolist(), strict=True)}
    names = CarriedNames(archived, known, described_rows(partners))
    task = LookupTask(numbers, CarriedArticles(articles))
    pairs, cut_off = candidate_pairs(CarriedArchive(index, names), task, settings)
    nothing = np.zeros(len(pairs), np.int64)
    low, high, thin, evidence = pairs.T
    columns = {"low": low, "high": high, "thin": thin, "evidence": evidence}
    yield batch_of(PROPOSED, {**columns, "cut_off_texts": nothing, "cut_off_candidates": nothing})
    left = {"cut_off_texts": [cut_off.texts], "cut_off_candidates": [cut_off.candidates]}
    yield batch_of(PROPOSED, {**{name: [0] for name in columns}, **left})


def _by_low(batch: pa.RecordBatch, copied: StandIns) -> pa.RecordBatch:
    batch = batch.filter(pa.array(column(batch, "low") > 0))
    return _at_low(with_stand_ins(_rows(batch), copied))


def _of_copies(batch: pa.RecordBatch) -> pa.RecordBatch:
    return _at_low(rows_of_copies(_stand_ins(batch)))


def _rows(table: pa.Table | pa.RecordBatch) -> Numbers:
    return np.stack([column(table, name) for name in ("low", "high", "thin", "evidence")], axis=1)


def _at_low(rows: Numbers) -> pa.RecordBatch:
    low, high, thin, evidence = rows.T
    columns = [pa.array(np.ascontiguousarray(each)) for each in (low, low, high, thin, evidence)]
    return pa.RecordBatch.from_arrays(columns, ["at", "low", "high", "thin", "evidence"])


def _by_text(batch: pa.RecordBatch) -> pa.RecordBatch:
    """The number and the earliest time of each article, brought together by a hash of its text."""
    digests = (hashlib.blake2b(text.encode(), digest_size=8).digest() for text in batch.column("text").to_pylist())
    hashes = np.frombuffer(b"".join(digests), np.int64)
    dated = batch.column("published").is_valid().to_numpy(zero_copy_only=False)
    times = batch.column("published_earliest").to_numpy(zero_copy_only=False)
    times = np.where(dated, np.where(np.isnan(times), -np.inf, times), np.nan).astype(np.float64)  # as archives do
    return batch_of(_TEXT, {"at": hashes, "number": column(batch, "number"), "time": times})


def _copies(table: pa.Table) -> Iterator[pa.RecordBatch]:
    found = stand_ins(column(table, "number"), column(table, "at"), table.column("time").to_numpy())
    earliest = found.earliest[found.groups].ravel()
    lengths = np.full(len(found.copies), EARLIEST, np.int64)
    yield batch_of(COPIES, {"number": found.copies, "earliest": list_array(earliest, lengths)})


def _stand_ins(table: pa.Table | pa.RecordBatch) -> StandIns:
    """What stands for the copies of a table of `COPIES`."""
    numbers, earliest = column(table, "number"), lists(table, "earliest")[0].reshape(-1, EARLIEST).astype(np.int64)
    order = np.argsort(numbers)
    rows, groups = np.unique(earliest[order], axis=0, return_inverse=True)
    return StandIns(numbers[order], groups.reshape(-1), rows)


def _once(table: pa.Table) -> Iterator[pa.RecordBatch]:
    """Each pair once: what is surest of it, and the most evidence of those that are not faint (0 without any)."""
    rows = _rows(table)
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
