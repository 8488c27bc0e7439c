"""Texts of the inputs inside longer ones of a reference, or around shorter ones, by joins; see `contained_rows`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np
import pyarrow as pa

from provenance.batch.blocks import Numbers, batch_of, column, kinds
from provenance.batch.carrying import Needs, carried, gathered, own_block
from provenance.batch.proposing import pair_block
from provenance.batch.screening import PAIRS, both_ends
from provenance.config.containment import ContainmentSettings
from provenance.config.fingerprint import FingerprintSettings
from provenance.curation.contained_rows import best_candidates
from provenance.curation.tables.leaders import LED
from provenance.curation.tables.row_table import ROWS
from provenance.engines.tables import Given, Step
from provenance.fingerprint.minhash import jaccard_and_containment, shingle_hashes
from provenance.text.tokens import tokenise

_NUMBER = pa.schema([("number", pa.int64())])
_SHINGLES = pa.schema([("hash", pa.int64()), ("number", pa.int64()), ("sampled", pa.int8())])
# A text of which a sample is in a row of the other side; `row` is -1 once per sample that says something.
_HITS = pa.schema([("text", pa.int64()), ("row", pa.int64())])
_CANDIDATES = pa.schema([*PAIRS, ("parts", pa.int64())])
_TEXT = pa.schema([("block", pa.int64()), ("number", pa.int64()), ROWS.field("text")])
_INSIDE = pa.schema([("number", pa.int64()), ("match", pa.int64()), *(LED.field(name) for name in LED.names[2:])])
SIZE = -1


def contained(settings: ContainmentSettings, recipe: FingerprintSettings, reference: int) -> tuple[Step, ...]:
    """The steps that make `_steps/contained`: for texts without an alike one in the reference, the row of it that
    is kept for them."""
    at = pa.field("at", pa.int64())
    kind = pa.field("kind", pa.int8())
    texts = Needs("_steps/inside_pairs", ("low", "high"), both_ends)
    return (
        Step(
            "_steps/settled",
            (
                Given("_steps/texts", ("number", "best"), _bests),
                Given("_steps/alike", ("low", "high"), _both_ways),
            ),
            pa.schema([at, kind, ("other", pa.int64())]),
            ("kind",),
            partial(_settle, reference=reference),
            _NUMBER,
        ),
        Step(
            "_steps/unsettled",
            (
                Given("_steps/settled", ("number",), partial(_numbers, kind=0)),
                Given("_steps/texts", ("number",), partial(_numbers, kind=1)),
            ),
            pa.schema([at, kind]),
            ("kind",),
            partial(_rest, reference=reference),
            _NUMBER,
        ),
        Step(
            "_steps/shingles",
            (
                Given("_steps/unsettled", ("number",), partial(_numbers, kind=0)),
                Given("_steps/rows", ("number", "text"), _texts),
            ),
            pa.schema([at, kind, ROWS.field("text")]),
            ("kind",),
            partial(_shingle, settings=settings, recipe=recipe, reference=reference),
            _SHINGLES,
        ),
        Step(
            "_steps/hits",
            (Given("_steps/shingles", tuple(_SHINGLES.names), _by_hash),),
            pa.schema([at, *[*_SHINGLES][1:]]),
            ("number",),
            partial(_hit, holders=settings.holders, reference=reference),
            _HITS,
            single=True,
        ),
        Step(
            "_steps/inside_candidates",
            (Given("_steps/hits", tuple(_HITS.names), _by_text),),
            pa.schema([at, ("row", pa.int64())]),
            ("row",),
            partial(_counted, least=1000 * (settings.share - settings.margin), reference=reference),
            _CANDIDATES,
        ),
        Step(
            "_steps/inside_pairs",
            (Given("_steps/inside_candidates", tuple(_CANDIDATES.names), _by_low),),
            pa.schema([at, ("high", pa.int64()), ("parts", pa.int64())]),
            ("high",),
            partial(_best, most=settings.matches),
            PAIRS,
        ),
        carried("_steps/inside_texts", (texts,), (("_steps/rows", ROWS, ("text",)),)),
        gathered(
            "_steps/inside",
            (
                ("_steps/inside_pairs", PAIRS, ("low", "high"), pair_block),
                ("_steps/inside_texts", _TEXT, ("block", "number", "text"), own_block),
            ),
            partial(_verify, share=settings.share, recipe=recipe),
            _INSIDE,
            order=("low", "high", "number"),
        ),
        Step(
            "_steps/contained",
            (
                Given("_steps/texts", ("number", "best"), _bests_of),
                Given("_steps/inside", tuple(_INSIDE.names), _by_match),
            ),
            pa.schema([at, kind, ("best", pa.int64()), *_INSIDE]),
            ("kind",),
            _named,
            LED,
        ),
    )


def _numbers(batch: pa.RecordBatch, kind: int) -> pa.RecordBatch:
    return pa.RecordBatch.from_arrays(
        [batch.column("number"), pa.array(np.full(batch.num_rows, kind, np.int8))], ["at", "kind"]
    )


def _bests(batch: pa.RecordBatch) -> pa.RecordBatch:
    kind = pa.array(np.zeros(batch.num_rows, np.int8))
    return pa.RecordBatch.from_arrays([batch.column("number"), kind, batch.column("best")], ["at", "kind", "other"])


def _both_ways(batch: pa.RecordBatch) -> pa.RecordBatch:
    low, high = column(batch, "low"), column(batch, "high")
    ends = [np.concatenate([low, high]), np.ones(2 * len(low), np.int8), np.concatenate([high, low])]
    return pa.RecordBatch.from_arrays([pa.array(each) for each in ends], ["at", "kind", "other"])


def _settle(table: pa.Table, reference: int) -> Iterator[pa.RecordBatch]:
    """The texts that the reference has, and those that are like one of these."""
    at, kind, other = (column(table, name) for name in ("at", "kind", "other"))
    known = at[(kind == 0) & (other >= reference)]
    near = other[(kind == 1) & np.isin(at, known)]
    yield batch_of(_NUMBER, {"number": np.unique(np.concatenate([known, near]))})


def _rest(table: pa.Table, reference: int) -> Iterator[pa.RecordBatch]:
    at, kind = column(table, "at"), column(table, "kind")
    texts = at[kind == 1]
    yield batch_of(_NUMBER, {"number": texts[(texts >= reference) | ~np.isin(texts, at[kind == 0])]})


def _texts(batch: pa.RecordBatch) -> pa.RecordBatch:
    kind = pa.array(np.ones(batch.num_rows, np.int8))
    return pa.RecordBatch.from_arrays([batch.column("number"), kind, batch.column("text")], ["at", "kind", "text"])


def _shingle(
    table: pa.Table, settings: ContainmentSettings, recipe: FingerprintSettings, reference: int
) -> Iterator[pa.RecordBatch]:
    """All shingles of the texts that are looked at, the lowest of those that are long enough as samples."""
    at, kind = column(table, "at"), column(table, "kind")
    rows = np.flatnonzero((kind == 1) & np.isin(at, at[kind == 0]))
    texts = table.column("text").take(pa.array(rows))
    for number, text in zip(at[rows].tolist(), texts, strict=True):
        tokens = tokenise(text.as_py())
        hashes = shingle_hashes(tokens, recipe)
        fewest = settings.fewest_reference_words if number >= reference else settings.fewest_words
        sampled = np.zeros(len(hashes), np.int8)
        sampled[: settings.sampled if len(tokens) >= fewest else 0] = 1
        numbers = np.full(len(hashes), number, np.int64)
        yield batch_of(_SHINGLES, {"hash": hashes.view(np.int64), "number": numbers, "sampled": sampled})


def _by_hash(batch: pa.RecordBatch) -> pa.RecordBatch:
    return batch.rename_columns(["at", "number", "sampled"])


def _hit(table: pa.Table, holders: int, reference: int) -> Iterator[pa.RecordBatch]:
    """Which texts of one side have a sample that rows of the other have; a sample of very many says nothing."""
    numbers, sampled = column(table, "number"), column(table, "sampled")
    for own in (numbers < reference, numbers >= reference):
        texts = numbers[own & (sampled == 1)]
        if not 0 < len(texts) <= holders:
            continue
        others = numbers[~own]
        yield batch_of(_HITS, {"text": texts, "row": np.full(len(texts), SIZE, np.int64)})
        for text in texts.tolist():
            yield batch_of(_HITS, {"text": np.full(len(others), text, np.int64), "row": others})


def _by_text(batch: pa.RecordBatch) -> pa.RecordBatch:
    return batch.rename_columns(["at", "row"])


def _counted(table: pa.Table, least: float, reference: int) -> Iterator[pa.RecordBatch]:
    """Pairs of a row of the inputs and one of the reference, and the part of the samples that both have."""
    at, row = column(table, "at"), column(table, "row")
    fresh = np.ones(len(at), np.bool_)
    fresh[1:] = (at[1:] != at[:-1]) | (row[1:] != row[:-1])
    starts = np.flatnonzero(fresh)
    counts = np.diff(np.append(starts, len(at)))
    at, row = at[starts], row[starts]
    sizes = row == SIZE  # the first row of each text: `row` ascends
    size = counts[sizes][np.cumsum(sizes) - 1]
    parts = 1000 * counts // np.maximum(1, size)
    used = ~sizes & (parts >= least)
    text, other = at[used], row[used]
    yield batch_of(
        _CANDIDATES,
        {
            "low": np.where(text < reference, text, other),
            "high": np.where(text < reference, other, text),
            "parts": parts[used],
        },
    )


def _by_low(batch: pa.RecordBatch) -> pa.RecordBatch:
    return batch.rename_columns(["at", "high", "parts"])


def _best(table: pa.Table, most: int) -> Iterator[pa.RecordBatch]:
    rows = np.stack([column(table, name) for name in ("at", "high", "parts")], axis=1)
    pairs: Numbers = np.unique(best_candidates([rows], most)[:, :2], axis=0)
    yield batch_of(PAIRS, {"low": pairs[:, 0], "high": pairs[:, 1]})


def _verify(table: pa.Table, share: float, recipe: FingerprintSettings) -> Iterator[pa.RecordBatch]:
    """The best match of each row: that with the most of the shorter one's shingles, then the most similar."""
    pairs, read = kinds(table, 2)
    if not len(pairs):
        return
    texts = dict(zip(column(read, "number").tolist(), read.column("text").to_pylist(), strict=True))
    known: dict[int, np.ndarray] = {}

    def shingles(number: int) -> np.ndarray:
        if number not in known:
            known[number] = shingle_hashes(tokenise(texts[number]), recipe)
        return known[number]

    low, high = column(pairs, "low").tolist(), column(pairs, "high").tolist()
    found: dict[int, tuple[float, float, int, bool]] = {}
    for row, match in zip(low, high, strict=True):
        a, b = shingles(row), shingles(match)
        similarity, (of_row, of_match) = jaccard_and_containment(a, b)
        inside = len(a) <= len(b)
        part = of_row if inside else of_match
        if part >= share:
            this = (-part, -similarity, match, inside)
            found[row] = min(found.get(row, this), this)
    part_of, similarity_of, match_of, inside_of = zip(*found.values(), strict=True) if found else ((), (), (), ())
    yield batch_of(
        _INSIDE,
        {
            "number": list(found),
            "match": list(match_of),
            "similarity": [-each for each in similarity_of],
            "containment": [-each for each in part_of],
            "inside": pa.array(list(inside_of), pa.bool_()),
        },
    )


def _bests_of(batch: pa.RecordBatch) -> pa.RecordBatch:
    kind = pa.array(np.zeros(batch.num_rows, np.int8))
    return pa.RecordBatch.from_arrays([batch.column("number"), kind, batch.column("best")], ["at", "kind", "best"])


def _by_match(batch: pa.RecordBatch) -> pa.RecordBatch:
    kind = pa.array(np.ones(batch.num_rows, np.int8))
    return pa.RecordBatch.from_arrays(
        [batch.column("match"), kind, *batch.columns], ["at", "kind", *batch.schema.names]
    )


def _named(table: pa.Table) -> Iterator[pa.RecordBatch]:
    """With the row of each match that is kept of its text."""
    at, kind = column(table, "at"), column(table, "kind")
    texts, rows = np.flatnonzero(kind == 0), np.flatnonzero(kind == 1)
    best = table.column("best").take(pa.array(texts[np.searchsorted(at[texts], at[rows])]))
    found = table.take(pa.array(rows))
    columns = [found.column("number"), best, *(found.column(name) for name in LED.names[2:])]
    yield from pa.table(columns, schema=LED).to_batches()
