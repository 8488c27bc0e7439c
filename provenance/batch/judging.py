"""The links of a batch: pairs that share passages, or whose event says that one was made from the other, judged.

The graph of links is cut into the portions of an audit (`audit.portions`); each is one task, with all that it looks
at carried to it. The cut looks at numbers alone, some 150 bytes per link, in the process that started the batch.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import numpy as np
import pyarrow as pa

from provenance.audit.portion_judging import LINKS_A_PORTION, Found, JudgeTask, judged_links
from provenance.audit.portions import portions
from provenance.batch.aligning import PART_COLUMNS, PARTS, SHARED, carried_parts, parcel_of
from provenance.batch.blocks import Numbers, batch_of, column, kinds
from provenance.batch.carrying import Needs, gathered, own_block
from provenance.batch.event_bytes import chances_from
from provenance.batch.weighing import CHANCES
from provenance.config.settings import Settings
from provenance.engines.tables import Given, Step, Tables
from provenance.events.reports import Chances

LINKS = pa.schema([*SHARED, CHANCES.field("chances"), CHANCES.field("third")])
PORTIONS = pa.schema([("number", pa.int64()), ("portion", pa.int64())])
_PORTIONED = pa.schema([("portion", pa.int64()), *LINKS])
JUDGED = pa.schema([("low", pa.int64()), ("high", pa.int64()), ("content", pa.binary()), ("refers", pa.bool_())])


def judge(tables: Tables, settings: Settings) -> None:
    """Make `_steps/judged`: for each link its judgement as an archive keeps it, which may `refer` to the passages
    that alignment found."""
    for step in _links():
        tables.run(step)
    links = tables.collect("_steps/links", ("low", "high"))
    names = tables.collect("_steps/linked", ("number", "id"))
    tables.put("_steps/portions", portions_of(links, names))
    for step in _judged(settings):
        tables.run(step)


def portions_of(links: pa.Table, names: pa.Table) -> pa.Table:
    """The portion of each linked article, by numbers that ascend as ids do; `names` has the ids of all of them."""
    partners: dict[int, set[int]] = {}
    for low, high in zip(column(links, "low").tolist(), column(links, "high").tolist(), strict=True):
        partners.setdefault(low, set()).add(high)
        partners.setdefault(high, set()).add(low)
    ids = dict(zip(column(names, "number").tolist(), names.column("id").to_pylist(), strict=True))
    cut = list(portions(partners, LINKS_A_PORTION, ids.__getitem__))
    return pa.table(
        [
            pa.array([number for part in cut for number in part], pa.int64()),
            pa.array([at for at, part in enumerate(cut) for _ in part], pa.int64()),
        ],
        schema=PORTIONS,
    )


def _links() -> tuple[Step, ...]:
    shared = Given("_steps/shared", ("low", "high", "content"), _by_low)
    believed = Given("_steps/chances", ("low", "high", "chances", "third"), _by_low)
    columns = pa.schema([("at", pa.int64()), *LINKS])
    linked = pa.schema([("at", pa.int64()), ("kind", pa.int8()), ("id", pa.string())])
    numbered = pa.schema([("number", pa.int64()), ("id", pa.string())])
    ends = Given("_steps/links", ("low", "high"), _numbers)
    named = Given("articles", ("number", "id"), _names)
    return (
        Step("_steps/links", (shared, believed), columns, ("high",), _joined, LINKS),
        Step("_steps/linked", (ends, named), linked, ("kind",), _named, numbered),
    )


def _by_low(batch: pa.RecordBatch) -> pa.RecordBatch:
    return pa.RecordBatch.from_arrays([batch.column("low"), *batch.columns], ["at", *batch.schema.names])


def _joined(table: pa.Table) -> Iterator[pa.RecordBatch]:
    """A row for each pair, with what it shares and what its event says, either of which may be missing."""
    low, high = column(table, "low"), column(table, "high")
    first = np.ones(len(low), np.bool_)
    first[1:] = (low[1:] != low[:-1]) | (high[1:] != high[:-1])
    pair = np.cumsum(first) - 1
    columns: dict[str, Any] = {"low": low[first], "high": high[first]}
    for name in ("content", "chances", "third"):
        there = np.flatnonzero(table.column(name).is_valid().to_numpy())
        rows = np.zeros(int(first.sum()), np.int64)
        missing = np.ones(len(rows), np.bool_)
        rows[pair[there]], missing[pair[there]] = there, False
        columns[name] = table.column(name).take(pa.array(rows, mask=missing)).combine_chunks()
    yield from pa.table(columns, schema=LINKS).to_batches()


def _numbers(batch: pa.RecordBatch) -> pa.RecordBatch:
    numbers = np.unique(np.concatenate([column(batch, "low"), column(batch, "high")]))
    return pa.RecordBatch.from_arrays([pa.array(numbers), pa.array(np.zeros(len(numbers), np.int8))], ["at", "kind"])


def _names(batch: pa.RecordBatch) -> pa.RecordBatch:
    kind = pa.array(np.ones(batch.num_rows, np.int8))
    return pa.RecordBatch.from_arrays([batch.column("number"), kind, batch.column("id")], ["at", "kind", "id"])


def _named(table: pa.Table) -> Iterator[pa.RecordBatch]:
    at, kind = column(table, "at"), column(table, "kind")
    found = table.take(pa.array(np.flatnonzero((kind == 1) & np.isin(at, at[kind == 0]))))
    yield from found.select(["at", "id"]).rename_columns(["number", "id"]).to_batches()


def _judged(settings: Settings) -> tuple[Step, ...]:
    columns = pa.schema([("at", pa.int64()), ("kind", pa.int8()), PORTIONS.field("portion"), *LINKS])
    cut = Given("_steps/portions", ("number", "portion"), _by_number)
    lows = Given("_steps/links", LINKS.names, partial(_by_end, end="low"))
    highs = Given("_steps/links", LINKS.names, partial(_by_end, end="high"))
    needs = Needs("_steps/portion_links", ("portion", "low", "high", "third"), _needed)
    return (
        Step("_steps/portion_links", (cut, lows, highs), columns, ("kind", "low", "high"), _portioned, _PORTIONED),
        carried_parts("_steps/judging_parts", needs),
        gathered(
            "_steps/judged",
            (
                ("_steps/portions", PORTIONS, ("number", "portion"), _portion),
                ("_steps/portion_links", _PORTIONED, _PORTIONED.names, _portion),
                ("_steps/judging_parts", PARTS, ("block", "number", *PART_COLUMNS), own_block),
            ),
            partial(_judge, settings=settings),
            JUDGED,
            order=("number", "low", "high"),
        ),
    )


def _by_number(batch: pa.RecordBatch) -> pa.RecordBatch:
    kind = pa.array(np.zeros(batch.num_rows, np.int8))
    columns = [batch.column("number"), kind, batch.column("portion")]
    return pa.RecordBatch.from_arrays(columns, ["at", "kind", "portion"])


def _by_end(batch: pa.RecordBatch, end: str) -> pa.RecordBatch:
    kind = pa.array(np.ones(batch.num_rows, np.int8))
    return pa.RecordBatch.from_arrays([batch.column(end), kind, *batch.columns], ["at", "kind", *batch.schema.names])


def _portioned(table: pa.Table) -> Iterator[pa.RecordBatch]:
    """Each link with the portion of either of its articles."""
    cut, links = kinds_of(table)
    places = np.searchsorted(column(cut, "at"), column(links, "at"))
    portion = cut.column("portion").take(pa.array(places))
    yield from pa.table([portion, *(links.column(name) for name in LINKS.names)], schema=_PORTIONED).to_batches()


def kinds_of(table: pa.Table) -> tuple[pa.Table, pa.Table]:
    """The rows of kind 0 and those of kind 1, of several numbers."""
    kind = column(table, "kind")
    return table.filter(pa.array(kind == 0)), table.filter(pa.array(kind == 1))


def _portion(batch: pa.RecordBatch) -> Numbers:
    return column(batch, "portion")


def _needed(batch: pa.RecordBatch) -> tuple[Numbers, Numbers]:
    thirds = batch.column("third").is_valid().to_numpy(zero_copy_only=False)
    portion = column(batch, "portion")
    third = column(batch.filter(pa.array(thirds)), "third")
    numbers = np.concatenate([column(batch, "low"), column(batch, "high"), third])
    return np.concatenate([portion, portion, portion[thirds]]), numbers


def _judge(table: pa.Table, settings: Settings) -> Iterator[pa.RecordBatch]:
    own, rows, parts = kinds(table, 3)
    parcel = parcel_of(parts)
    numbers = column(parts, "number").tolist()
    names = dict(zip(numbers, parcel.names, strict=True))
    found: dict[tuple[str, str], list[Found]] = {}
    contents: dict[int, bytes] = {}
    events: dict[tuple[str, str], Chances] = {}
    pairs: dict[tuple[str, str], tuple[int, int]] = {}
    for row in rows.select(["low", "high", "content", "chances"]).to_pylist():
        pair = names[row["low"]], names[row["high"]]
        if pair in found:
            continue
        pairs[pair] = row["low"], row["high"]
        found[pair] = []
        if row["content"] is not None:
            found[pair].append(Found(len(contents)))
            contents[len(contents)] = row["content"]
        if row["chances"] is not None:
            events[pair] = chances_from(row["chances"])
    mine = frozenset(names[number] for number in column(own, "number").tolist())
    written = judged_links(JudgeTask(mine, found, contents, parcel, events, {}), settings)
    yield batch_of(
        JUDGED,
        {
            "low": [pairs[each.a, each.b][0] for each in written],
            "high": [pairs[each.a, each.b][1] for each in written],
            "content": [each.content for each in written],
            "refers": [each.passages is not None for each in written],
        },
    )
