"""What a curator reads of a run: who was left out for whom, verified pairs, rows that could not be read, examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

import numpy as np
import pyarrow as pa

from provenance.batch.blocks import Numbers, batch_of, blocks, column, kinds
from provenance.batch.carrying import Needs, carried, gathered, own_block
from provenance.batch.proposing import pair_block
from provenance.batch.screening import both_ends
from provenance.curation.sketching import BROKEN
from provenance.curation.tables.alike_texts import COMPARED
from provenance.curation.tables.leaders import LEFT_OUT
from provenance.curation.tables.row_table import FILE, ROWS
from provenance.engines.tables import Given, Step
from provenance.engines.tables import Mapping as TableMapping

EXAMPLES = 5  # pairs of either kind
FIRST = 20  # rows that could not be read
_WHOSE = ("file", "row", "id")
# A group is named by the number of its kept row, which comes first where a part is read in order.
GROUPS = pa.schema(
    [
        ("group", pa.int64()),
        *(pa.field(name, pa.int64() if name == "row" else pa.string()) for name in _WHOSE),
        ("kept", pa.bool_()),
        ("similarity", pa.float64()),
        *(pa.field(f"matched_{name}", pa.int64() if name == "row" else pa.string()) for name in _WHOSE),
        ("containment", pa.float64()),
        ("contained", pa.string()),
    ]
)
PAIRS = pa.schema(
    [
        *(
            pa.field(f"{side}_{name}", pa.int64() if name == "row" else pa.string())
            for side in "ab"
            for name in _WHOSE
        ),
        ("similarity", pa.float64()),
    ]
)
UNREAD = pa.schema([("number", pa.int64()), ("file", pa.string()), ("row", pa.int64()), ("reason", pa.string())])
BEST = pa.schema([*COMPARED, ("apart", pa.bool_())])
SUMS = pa.schema([("name", pa.string()), ("rows", pa.int64())])
SHOWN = pa.schema([("number", pa.int64()), ROWS.field("named"), ROWS.field("begins")])
_NAMES = pa.schema([("block", pa.int64()), ("number", pa.int64()), ROWS.field("named")])


def told(files: Mapping[int, str], threshold: float, reference: int) -> tuple[Step | TableMapping, ...]:
    """The steps that make `groups`, `pairs`, `unread`, and `_steps/examples` with what they are called."""
    ends = Needs("_steps/alike", ("low", "high"), both_ends)
    out = Needs("_steps/left_out", ("number", "kept_by"), _group_ends)
    named = (("_steps/rows", ROWS, ("named",)),)
    best = pa.schema([("at", pa.int64()), *BEST])
    return (
        carried("_steps/pair_names", (ends,), named),
        gathered(
            "pairs",
            (
                ("_steps/alike", COMPARED, COMPARED.names, pair_block),
                ("_steps/pair_names", _NAMES, _NAMES.names, own_block),
            ),
            partial(_pairs, files=files),
            PAIRS,
            order=("low", "high", "number"),
        ),
        carried("_steps/group_names", (out,), named),
        gathered(
            "groups",
            (
                ("_steps/left_out", LEFT_OUT, LEFT_OUT.names, _group_block),
                ("_steps/group_names", _NAMES, _NAMES.names, own_block),
            ),
            partial(_groups, files=files),
            GROUPS,
            order=("kept_by", "number"),
        ),
        TableMapping("unread", "_steps/rows", ("number", "state", "reason"), partial(_unread, files=files), UNREAD),
        Step(
            "_steps/examples",
            (Given("_steps/compared", tuple(COMPARED.names), partial(_extreme, threshold=threshold)),),
            best,
            ("low", "high"),
            _fewest,
            BEST,
        ),
        Step(
            "_steps/shown",
            (
                Given("_steps/examples", ("low", "high"), _wanted),
                Given("_steps/rows", ("number", "named", "begins"), _labels),
            ),
            pa.schema([("at", pa.int64()), ("kind", pa.int8()), *SHOWN]),
            ("kind",),
            _show,
            SHOWN,
        ),
        Step(
            "_steps/sums",
            (
                Given("_steps/left_out", tuple(LEFT_OUT.names), partial(_left_out, reference=reference)),
                Given("groups", ("group", "kept"), partial(_led, reference=reference)),
            ),
            pa.schema([("at", pa.int64()), *SUMS]),
            ("name",),
            _summed,
            SUMS,
        ),
        Step(
            "_steps/first_unread",
            (Given("unread", tuple(UNREAD.names), _earliest),),
            pa.schema([("at", pa.int64()), *UNREAD]),
            ("number",),
            _first,
            UNREAD,
        ),
    )


def _group_block(batch: pa.RecordBatch) -> Numbers:
    return blocks(column(batch, "kept_by"))


def _group_ends(batch: pa.RecordBatch) -> tuple[Numbers, Numbers]:
    number, kept_by = column(batch, "number"), column(batch, "kept_by")
    return np.tile(blocks(kept_by), 2), np.concatenate([number, kept_by])


class _Places:
    """What rows are called: file, place from 1 on, id."""

    def __init__(self, files: Mapping[int, str], names: pa.Table) -> None:
        self._files = files
        self._ids = dict(zip(column(names, "number").tolist(), names.column("named").to_pylist(), strict=True))

    def of(self, number: int, prefix: str) -> dict[str, object]:
        """The columns that say which row it is."""
        values = self._files[number // FILE], number % FILE + 1, self._ids[number]
        return {f"{prefix}{name}": value for name, value in zip(_WHOSE, values, strict=True)}


def _pairs(table: pa.Table, files: Mapping[int, str]) -> Iterator[pa.RecordBatch]:
    found, names = kinds(table, 2)
    places = _Places(files, names)
    rows = [
        {**places.of(row["low"], "a_"), **places.of(row["high"], "b_"), "similarity": row["jaccard"]}
        for row in found.select(COMPARED.names).to_pylist()
    ]
    yield pa.RecordBatch.from_pylist(rows, schema=PAIRS)


def _groups(table: pa.Table, files: Mapping[int, str]) -> Iterator[pa.RecordBatch]:
    found, names = kinds(table, 2)
    places = _Places(files, names)
    rows: list[dict[str, object]] = []
    before = -1
    for row in found.select(LEFT_OUT.names).to_pylist():
        leader = row["kept_by"]
        if leader != before:
            rows.append({"group": leader, **places.of(leader, ""), "kept": True})
            before = leader
        told: dict[str, object] = {"group": leader, **places.of(row["number"], ""), "kept": False}
        told |= {"similarity": row["similarity"], **places.of(leader, "matched_")}
        if row["containment"]:
            told |= {"containment": row["containment"], "contained": "row" if row["inside"] else "match"}
        rows.append(told)
    yield pa.RecordBatch.from_pylist(rows, schema=GROUPS)


def _unread(batch: pa.RecordBatch, files: Mapping[int, str]) -> Iterator[pa.RecordBatch]:
    broken = batch.filter(pa.array(column(batch, "state") == BROKEN))
    numbers = column(broken, "number")
    names = pa.array([files[number // FILE] for number in numbers.tolist()], pa.string())
    yield pa.RecordBatch.from_arrays(
        [pa.array(numbers), names, pa.array(numbers % FILE + 1), broken.column("reason")], schema=UNREAD
    )


def _extreme(batch: pa.RecordBatch, threshold: float) -> pa.RecordBatch:
    """The least similar pairs of a batch, and the most similar ones that were kept apart."""
    apart = batch.column("jaccard").to_numpy() < threshold
    columns = {name: column(batch, name) for name in ("low", "high", "jaccard")}
    found = _fewest_of({**columns, "apart": apart})
    return found.add_column(0, "at", pa.array(np.zeros(len(found), np.int64)))


def _fewest(table: pa.Table) -> Iterator[pa.RecordBatch]:
    names = ("low", "high", "jaccard", "apart")
    yield _fewest_of({name: table.column(name).to_numpy(zero_copy_only=False) for name in names})


def _fewest_of(columns: Mapping[str, np.ndarray]) -> pa.RecordBatch:
    low, high, jaccard, apart = (columns[name] for name in ("low", "high", "jaccard", "apart"))
    order = np.lexsort((high, low, np.where(apart, -jaccard, jaccard)))
    chosen = np.concatenate([order[apart[order] == which][:EXAMPLES] for which in (False, True)])
    found = {"low": low, "high": high, "jaccard": jaccard, "apart": apart}
    return batch_of(BEST, {name: values[chosen] for name, values in found.items()})


def _wanted(batch: pa.RecordBatch) -> pa.RecordBatch:
    numbers = np.unique(np.concatenate([column(batch, "low"), column(batch, "high")]))
    return pa.RecordBatch.from_arrays([pa.array(numbers), pa.array(np.zeros(len(numbers), np.int8))], ["at", "kind"])


def _labels(batch: pa.RecordBatch) -> pa.RecordBatch:
    kind = pa.array(np.ones(batch.num_rows, np.int8))
    return pa.RecordBatch.from_arrays(
        [batch.column("number"), kind, *batch.columns], ["at", "kind", *batch.schema.names]
    )


def _show(table: pa.Table) -> Iterator[pa.RecordBatch]:
    at, kind = column(table, "at"), column(table, "kind")
    rows = np.flatnonzero((kind == 1) & np.isin(at, at[kind == 0]))
    yield from table.select(SHOWN.names).take(pa.array(rows)).to_batches()


def _left_out(batch: pa.RecordBatch, reference: int) -> pa.RecordBatch:
    found = {
        "left out": batch.num_rows,
        "reference": (column(batch, "kept_by") >= reference).sum(),
        "contained": (batch.column("containment").to_numpy() > 0).sum(),
        "same words": (batch.column("similarity").to_numpy() >= 1).sum(),
    }
    return _sums(found)


def _led(batch: pa.RecordBatch, reference: int) -> pa.RecordBatch:
    kept = batch.column("kept").to_numpy(zero_copy_only=False)
    return _sums({"groups": (kept & (column(batch, "group") < reference)).sum()})


def _sums(found: Mapping[str, int]) -> pa.RecordBatch:
    rows = [{"at": 0, "name": name, "rows": int(count)} for name, count in found.items()]
    return pa.RecordBatch.from_pylist(rows, pa.schema([("at", pa.int64()), *SUMS]))


def _summed(table: pa.Table) -> Iterator[pa.RecordBatch]:
    found = table.group_by("name").aggregate([("rows", "sum")])
    yield from pa.table([found.column("name"), found.column("rows_sum")], schema=SUMS).to_batches()


def _earliest(batch: pa.RecordBatch) -> pa.RecordBatch:
    first = batch.take(pa.array(np.argsort(column(batch, "number"))[:FIRST]))
    return first.add_column(0, "at", pa.array(np.zeros(len(first), np.int64)))


def _first(table: pa.Table) -> Iterator[pa.RecordBatch]:
    yield from table.select(UNREAD.names).slice(0, FIRST).to_batches()
