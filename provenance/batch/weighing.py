"""What the reports of each event of a batch say of its pairs, as an audit weighs them between aligning and judging.

What is believed of a pair depends on the reports of both, on those of the reports that may explain either, on those
that may explain these, and on no other; they are carried to the block that asks.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow as pa

from provenance.audit.event_reporting import ReportTask, reporter
from provenance.batch.aligning import PART_COLUMNS, PARTS, carried_parts, parcel_of
from provenance.batch.blocks import Numbers, batch_of, blocks, column, group_of, kinds, list_array, lists, ranges
from provenance.batch.carrying import Needs, carried, gathered, own_block
from provenance.batch.event_bytes import report_from, to_bytes
from provenance.batch.proposing import numbered_block, pair_block
from provenance.batch.screening import both_ends
from provenance.comparison.event_reports import SIBLINGS
from provenance.engines.tables import Given, Step
from provenance.events.network import Network
from provenance.events.weights import shipped

ASKED = pa.schema([("number", pa.int64()), ("others", pa.list_(pa.int64())), ("siblings", pa.list_(pa.int8()))])
REPORTS = pa.schema(
    [("number", pa.int64()), ("id", pa.string()), ("sources", pa.list_(pa.int64())), ("report", pa.binary())]
)
WEIGHED = pa.schema([("low", pa.int64()), ("high", pa.int64()), ("linked", pa.int8())])
CHANCES = pa.schema([("low", pa.int64()), ("high", pa.int64()), ("chances", pa.binary()), ("third", pa.int64())])
_NEIGHBOUR = pa.schema([("at", pa.int64()), ("other", pa.int64()), ("evidence", pa.int64())])
_NEAR = pa.schema([("block", pa.int64()), ("number", pa.int64()), REPORTS.field("sources")])
_CARRIED = pa.schema([("block", pa.int64()), ("number", pa.int64()), REPORTS.field("id"), REPORTS.field("report")])
LINKED = -1  # the evidence of rows that come from shared passages


def weighed() -> tuple[Step, ...]:
    """The steps that make `_steps/chances`: what is believed of pairs that report one event, of those that share
    passages and of others that were probably made one from the other."""
    neighbours = Given("_steps/candidates", ("low", "high", "evidence"), _neighbours)
    linked = Given("_steps/shared", ("low", "high"), _linked)
    near = Needs("_steps/asked", ("number", "others"), _asked_needs)
    pairs = Given("_steps/shared", ("low", "high"), _shared_pairs)
    explained = Given("_steps/reports", ("number", "sources"), _explained_pairs)
    columns = pa.schema([("at", pa.int64()), ("high", pa.int64()), ("linked", pa.int8())])
    ends = Needs("_steps/weighed", ("low", "high"), both_ends)
    sources = Needs("_steps/near_reports", ("block", "number", "sources"), _sources)
    further = Needs("_steps/further_reports", ("block", "number", "sources"), _sources)
    return (
        Step("_steps/asked", (neighbours, linked), _NEIGHBOUR, ("evidence", "other"), _ask, ASKED),
        carried_parts("_steps/report_parts", near),
        gathered(
            "_steps/reports",
            (
                ("_steps/asked", ASKED, ("number", "others", "siblings"), numbered_block),
                ("_steps/report_parts", PARTS, ("block", "number", *PART_COLUMNS), own_block),
            ),
            _report,
            REPORTS,
        ),
        Step("_steps/weighed", (pairs, explained), columns, ("high", "linked"), _once, WEIGHED),
        carried("_steps/near_reports", (ends,), (("_steps/reports", REPORTS, ("sources",)),)),
        carried("_steps/further_reports", (sources,), (("_steps/reports", REPORTS, ("sources",)),)),
        carried("_steps/event_reports", (further,), (("_steps/reports", REPORTS, ("id", "report")),)),
        gathered(
            "_steps/chances",
            (
                ("_steps/weighed", WEIGHED, ("low", "high", "linked"), pair_block),
                ("_steps/event_reports", _CARRIED, ("block", "number", "id", "report"), own_block),
            ),
            _believe,
            CHANCES,
            order=("low", "high", "number"),
        ),
    )


def _neighbours(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Both articles of each candidate pair that is not faint, with the other and the evidence."""
    low, high, evidence = (column(batch, name) for name in ("low", "high", "evidence"))
    kept = evidence >= 0
    return _both_ways(low[kept], high[kept], evidence[kept])


def _linked(batch: pa.RecordBatch) -> pa.RecordBatch:
    low, high = column(batch, "low"), column(batch, "high")
    return _both_ways(low, high, np.full(len(low), LINKED, np.int64))


def _both_ways(low: Numbers, high: Numbers, evidence: Numbers) -> pa.RecordBatch:
    columns = {"at": np.concatenate([low, high]), "other": np.concatenate([high, low])}
    return batch_of(_NEIGHBOUR, {**columns, "evidence": np.tile(evidence, 2)})


def _ask(table: pa.Table) -> Iterator[pa.RecordBatch]:
    """For each article those that may explain it, ascending: the nearest, which are its siblings, and those that
    share passages with it."""
    at, other, evidence = (column(table, name) for name in ("at", "other", "evidence"))
    order = np.lexsort((other, -evidence, at))
    at, other, evidence = at[order], other[order], evidence[order]
    starts, sizes = group_of(at)
    rank = ranges(np.zeros(len(starts), np.int64), sizes)
    near = (rank < SIBLINGS) & (evidence != LINKED)
    kept = near | (evidence == LINKED)
    order = np.lexsort((~near[kept], other[kept], at[kept]))
    at, other, near = at[kept][order], other[kept][order], near[kept][order]
    first = np.ones(len(at), np.bool_)
    first[1:] = (at[1:] != at[:-1]) | (other[1:] != other[:-1])
    at, other, near = at[first], other[first], near[first]
    starts, sizes = group_of(at)
    flags = list_array(near.astype(np.int8), sizes)
    yield batch_of(ASKED, {"number": at[starts], "others": list_array(other, sizes), "siblings": flags})


def _asked_needs(batch: pa.RecordBatch) -> tuple[Numbers, Numbers]:
    numbers = column(batch, "number")
    others, lengths = lists(batch, "others")
    own = blocks(numbers)
    return np.concatenate([own, np.repeat(own, lengths)]), np.concatenate([numbers, others])


def _report(table: pa.Table) -> Iterator[pa.RecordBatch]:
    asked, parts = kinds(table, 2)
    if not len(asked):
        return
    parcel = parcel_of(parts)
    numbers = column(parts, "number").tolist()
    names = dict(zip(numbers, parcel.names, strict=True))
    number_of = {name: number for number, name in names.items()}
    rows = asked.select(["number", "others", "siblings"]).to_pylist()
    task = ReportTask(
        [
            (names[row["number"]], tuple(names[each] for each in row["others"]), tuple(map(bool, row["siblings"])))
            for row in rows
        ],
        parcel,
    )
    with reporter() as each:
        found = each.reports(task)
    yield batch_of(
        REPORTS,
        {
            "number": column(asked, "number"),
            "id": [name for name, _ in found],
            "sources": pa.array(
                [[number_of[name] for name in made.sources] for _, made in found], pa.list_(pa.int64())
            ),
            "report": [to_bytes(made) for _, made in found],
        },
    )


def _shared_pairs(batch: pa.RecordBatch) -> pa.RecordBatch:
    low, high = column(batch, "low"), column(batch, "high")
    return pa.RecordBatch.from_arrays(
        [pa.array(low), pa.array(high), pa.array(np.ones(len(low), np.int8))], ["at", "high", "linked"]
    )


def _explained_pairs(batch: pa.RecordBatch) -> pa.RecordBatch:
    sources, lengths = lists(batch, "sources")
    derived = np.repeat(column(batch, "number"), lengths)
    columns = [np.minimum(sources, derived), np.maximum(sources, derived), np.zeros(len(derived), np.int8)]
    return pa.RecordBatch.from_arrays([pa.array(each) for each in columns], ["at", "high", "linked"])


def _once(table: pa.Table) -> Iterator[pa.RecordBatch]:
    """Each pair once, linked where any row says so."""
    low, high, linked = (column(table, name) for name in ("at", "high", "linked"))
    last = np.ones(len(low), np.bool_)
    last[:-1] = (low[1:] != low[:-1]) | (high[1:] != high[:-1])
    yield batch_of(WEIGHED, {"low": low[last], "high": high[last], "linked": linked[last]})


def _sources(batch: pa.RecordBatch) -> tuple[Numbers, Numbers]:
    own, numbers = column(batch, "block"), column(batch, "number")
    sources, lengths = lists(batch, "sources")
    return np.concatenate([own, np.repeat(own, lengths)]), np.concatenate([numbers, sources])


def _believe(table: pa.Table) -> Iterator[pa.RecordBatch]:
    wanted, read = kinds(table, 2)
    if not len(wanted):
        return
    known = read.filter(read.column("report").is_valid())
    number_of = dict(zip(known.column("id").to_pylist(), column(known, "number").tolist(), strict=True))
    names = {number: name for name, number in number_of.items()}
    reports = dict(zip(names.values(), map(report_from, known.column("report").to_pylist()), strict=True))
    network = Network({name: reports[name] for name in sorted(reports)}, shipped())
    low, high, linked = (column(wanted, name).tolist() for name in ("low", "high", "linked"))
    rows = {
        (names[a], names[b]): bool(is_linked)
        for a, b, is_linked in zip(low, high, linked, strict=True)
        if a in names and b in names
    }
    found = network.chances(sorted(pair for pair, is_linked in rows.items() if is_linked))
    found |= network.probable([], among=[pair for pair, is_linked in rows.items() if not is_linked])
    pairs = sorted(found)
    yield batch_of(
        CHANCES,
        {
            "low": [number_of[a] for a, _ in pairs],
            "high": [number_of[b] for _, b in pairs],
            "chances": [to_bytes(found[pair]) for pair in pairs],
            "third": pa.array(
                [number_of[found[pair].third] if found[pair].third else None for pair in pairs], pa.int64()
            ),
        },
    )
