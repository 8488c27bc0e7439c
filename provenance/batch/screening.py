"""Boilerplate of all articles of a batch, and which of its candidate pairs are worth aligning, as in an audit."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np
import pyarrow as pa

from provenance.audit.proposing import FAINT, FEW_PAIRS, THIN
from provenance.batch.article_columns import ARTICLE, NUMBERED
from provenance.batch.blocks import Numbers, batch_of, column, group_of, kinds, list_array, lists
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
from provenance.batch.fingerprinting import HOLDERS, SIGNATURES
from provenance.batch.proposing import ARTICLES, CANDIDATES, held_numbers, numbered_block, pair_block, read_articles
from provenance.config.fingerprint import FingerprintSettings
from provenance.engines.tables import Given, Step
from provenance.retrieval.boilerplate_lookup import Recogniser
from provenance.retrieval.screening import COMMON, Outline, outline, sharing
from provenance.text.tokens import tokenise

OUTLINES = pa.schema(
    [
        ("number", pa.int64()),
        ("boilerplate", pa.list_(pa.int32())),
        ("runs", pa.list_(pa.int64())),
        ("time", pa.float64()),
    ]
)
_FACTS = pa.schema(
    [
        ("block", pa.int64()),
        ("number", pa.int64()),
        *(ARTICLE.field(name) for name in FACTS),
        ("signature", pa.binary()),
    ]
)
_RUN = pa.schema([("run", pa.int64()), ("number", pa.int64())])
_COMMON = pa.schema([("number", pa.int64()), ("common", pa.list_(pa.int64()))])
_CARRIED = pa.schema(
    [
        ("block", pa.int64()),
        ("number", pa.int64()),
        *(OUTLINES.field(name) for name in ("runs", "time")),
        _COMMON.field(1),
    ]
)
PAIRS = pa.schema([("low", pa.int64()), ("high", pa.int64())])


def outlines(settings: FingerprintSettings) -> tuple[Step, ...]:
    """The steps that make `_steps/outlines`: the boilerplate of each article, and its runs of words."""
    needs = Needs("_steps/line_holders", ("block", "holders"), held_numbers)
    sources = (("articles", ARTICLES, FACTS), ("signatures", SIGNATURES, ("signature",)))
    outlined = gathered(
        "_steps/outlines",
        (
            ("articles", ARTICLES, NUMBERED, numbered_block),
            ("_steps/line_holders", HOLDERS, ("block", "key", "frequency", "holders", "positions"), own_block),
            ("_steps/line_facts", _FACTS, _FACTS.names, own_block),
        ),
        partial(_outline, settings=settings),
        OUTLINES,
    )
    return carried("_steps/line_facts", (needs,), sources), outlined


def screened(certain: int) -> tuple[Step, ...]:
    """The steps that make `_steps/pairs`: the pairs worth aligning. `certain` counts the candidates that are not
    faint: if there are many, those of which little shows must share a run of words."""
    run = pa.schema([("at", pa.int64()), ("number", pa.int64())])
    of_number = pa.schema([("at", pa.int64()), ("run", pa.int64())])
    compared = pa.schema([("at", pa.int64()), ("kind", pa.int8()), ("runs", pa.list_(pa.int64()))])
    ends = Given("_steps/candidates", ("low", "high"), _ends)
    outlined = Given("_steps/outlines", ("number", "runs"), _outlined)
    wanted = Needs("_steps/candidates", ("low", "high"), both_ends)
    sources = (
        ("_steps/outlines", OUTLINES, ("runs", "time")),
        ("_steps/common_of", _COMMON, ("common",)),
    )
    return (
        Step("_steps/compared_runs", (ends, outlined), compared, ("kind",), _compared, _RUN),
        Step(
            "_steps/common_runs",
            (Given("_steps/compared_runs", ("run", "number"), _by_run),),
            run,
            ("number",),
            _common,
            _RUN,
        ),
        Step(
            "_steps/common_of",
            (Given("_steps/common_runs", ("number", "run"), _by_number),),
            of_number,
            ("run",),
            _listed,
            _COMMON,
        ),
        carried("_steps/carried_outlines", (wanted,), sources),
        gathered(
            "_steps/pairs",
            (
                ("_steps/candidates", CANDIDATES, ("low", "high", "thin"), pair_block),
                ("_steps/carried_outlines", _CARRIED, _CARRIED.names, own_block),
            ),
            partial(_screen, least=THIN if certain > FEW_PAIRS else FAINT),
            PAIRS,
        ),
    )


def both_ends(batch: pa.RecordBatch) -> tuple[Numbers, Numbers]:
    """The block of each pair, with either of its articles."""
    low, high = column(batch, "low"), column(batch, "high")
    return np.tile(pair_block(batch), 2), np.concatenate([low, high])


def _outline(table: pa.Table, settings: FingerprintSettings) -> Iterator[pa.RecordBatch]:
    own, lines, facts = kinds(table, 3)
    numbers, articles = read_articles(own)
    described = described_rows(facts)
    index = CarriedIndex({"paragraph": CarriedPostings.of(lines)}, *signature_rows(facts))
    known = {each.id: number for each, number in zip(articles, numbers.tolist(), strict=True)}
    recognise = Recogniser(CarriedArchive(index, CarriedNames(0, known, described)), settings)
    words = [tokenise(each.text, each.body) for each in articles]
    made = [outline(*each) for each in zip(articles, words, recognise(articles, words), strict=True)]
    runs = [each.runs.astype(np.int64) for each in made]
    yield batch_of(
        OUTLINES,
        {
            "number": numbers,
            "boilerplate": [[end for span in each.ignored for end in span] for each in made],
            "runs": list_array(
                np.concatenate([np.empty(0, np.int64), *runs]), np.array([len(each) for each in runs], np.int64)
            ),
            "time": [each.time for each in made],
        },
    )


def _ends(batch: pa.RecordBatch) -> pa.RecordBatch:
    numbers = np.unique(np.concatenate([column(batch, "low"), column(batch, "high")]))
    return pa.RecordBatch.from_arrays([pa.array(numbers), pa.array(np.zeros(len(numbers), np.int8))], ["at", "kind"])


def _outlined(batch: pa.RecordBatch) -> pa.RecordBatch:
    kind = pa.array(np.ones(batch.num_rows, np.int8))
    return pa.RecordBatch.from_arrays([batch.column("number"), kind, batch.column("runs")], ["at", "kind", "runs"])


def _compared(table: pa.Table) -> Iterator[pa.RecordBatch]:
    """The runs of the articles that are in any candidate pair: how common a run is, is counted among these."""
    at, kind = column(table, "at"), column(table, "kind")
    found = table.take(pa.array(np.flatnonzero((kind == 1) & np.isin(at, at[kind == 0]))))
    runs, lengths = lists(found, "runs")
    yield batch_of(_RUN, {"run": runs, "number": np.repeat(column(found, "at"), lengths)})


def _by_run(batch: pa.RecordBatch) -> pa.RecordBatch:
    return batch.rename_columns(["at", "number"])


def _by_number(batch: pa.RecordBatch) -> pa.RecordBatch:
    return batch.rename_columns(["at", "run"])


def _common(table: pa.Table) -> Iterator[pa.RecordBatch]:
    """The runs that more than `screening.COMMON` articles have, with these articles."""
    _, sizes = group_of(column(table, "at"))
    kept = table.filter(pa.array(np.repeat(sizes > COMMON, sizes)))
    yield from kept.rename_columns(["run", "number"]).to_batches()


def _listed(table: pa.Table) -> Iterator[pa.RecordBatch]:
    numbers = column(table, "at")
    starts, sizes = group_of(numbers)
    yield batch_of(_COMMON, {"number": numbers[starts], "common": list_array(column(table, "run"), sizes)})


def _screen(table: pa.Table, least: int) -> Iterator[pa.RecordBatch]:
    pairs, read = kinds(table, 2)
    if not len(pairs):
        return
    numbers = column(read, "number")
    runs = read.column("runs").to_pylist()
    outlines = [
        Outline((), np.array(each, np.uint32), time)
        for each, time in zip(runs, read.column("time").to_pylist(), strict=True)
    ]
    common, _ = lists(read, "common")
    low, high, thin = (column(pairs, name) for name in ("low", "high", "thin"))
    first, second = np.searchsorted(numbers, low), np.searchsorted(numbers, high)
    kept = (thin < least) | sharing(outlines, first, second, np.unique(common).astype(np.uint32))
    yield batch_of(PAIRS, {"low": low[kept], "high": high[kept]})
