"""Which text is kept of those that are connected, and which rows are left out for it; see `row_groups`.

Texts are connected first, by the numbers of verified pairs alone; then those of one component are looked at together.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np
import pyarrow as pa

from provenance.batch.blocks import Numbers, batch_of, column, kinds
from provenance.batch.carrying import gathered
from provenance.batch.components import GROUPS, labelled
from provenance.curation.contained_rows import ContainedRows, nothing_contained
from provenance.curation.row_groups import led
from provenance.curation.row_pairs import RowPairs
from provenance.curation.tables.alike_texts import COMPARED
from provenance.curation.tables.same_texts import TEXTS
from provenance.engines.tables import Given, Step, Tables

_MEMBERS = pa.schema([("group", pa.int64()), *(TEXTS.field(name) for name in ("number", "best", "rank"))])
_EDGES = pa.schema([("group", pa.int64()), *COMPARED])
# Of texts, the row that is kept instead of theirs, and how similar that is; `contained` and `inside` as in ROWS of
# `contained_texts`.
LED = pa.schema(
    [
        ("number", pa.int64()),
        ("kept_by", pa.int64()),
        ("similarity", pa.float64()),
        ("containment", pa.float64()),
        ("inside", pa.bool_()),
    ]
)
LEFT_OUT = LED  # of rows of the inputs that are left out


def lead(tables: Tables, reference: int, contained: str | None) -> None:
    """Make `_steps/left_out`. `contained` is the table of texts inside others, which has no text with an alike one
    in the reference."""
    labelled(tables, "_steps/alike", "_steps/groups")
    for step in _steps(reference, contained):
        tables.run(step)


def _steps(reference: int, contained: str | None) -> tuple[Step, ...]:
    labels = Given("_steps/groups", tuple(GROUPS.names), _labels)
    text = pa.schema([("at", pa.int64()), ("kind", pa.int8()), *_MEMBERS])
    edge = pa.schema([("at", pa.int64()), ("kind", pa.int8()), *_EDGES])
    fate = pa.schema(
        [
            ("at", pa.int64()),
            ("kind", pa.int8()),
            *LED,
            *(TEXTS.field(name) for name in ("best",)),
        ]
    )
    inside = [(contained, LED, LED.names, _own)] if contained else []
    return (
        Step(
            "_steps/members",
            (labels, Given("_steps/texts", ("number", "best", "rank"), _texts)),
            text,
            ("kind",),
            partial(_grouped, schema=_MEMBERS),
            _MEMBERS,
        ),
        Step(
            "_steps/edges",
            (labels, Given("_steps/alike", tuple(COMPARED.names), _by_low)),
            edge,
            ("kind", "high"),
            partial(_grouped, schema=_EDGES),
            _EDGES,
        ),
        *(_with_contained(contained) if contained else ()),
        gathered(
            "_steps/led",
            (
                ("_steps/members", _MEMBERS, _MEMBERS.names, _group),
                ("_steps/edges", _EDGES, _EDGES.names, _group),
                *(("_steps/members_inside", _INSIDE, _INSIDE.names, _group) for _ in inside),
            ),
            partial(_lead, reference=reference, sources=2 + len(inside)),
            LED,
            order=("low", "high", "number"),
        ),
        Step(
            "_steps/left_out",
            (
                Given("_steps/led", tuple(LED.names), _led),
                *(Given(each, tuple(LED.names), _held) for each, *_ in inside),
                Given("_steps/texts", ("number", "best"), _bests),
                Given("_steps/standing", ("number", "stands"), _rows),
            ),
            fate,
            ("kind", "number"),
            partial(_fates, reference=reference),
            LEFT_OUT,
        ),
    )


_INSIDE = pa.schema([("group", pa.int64()), *LED])


def _with_contained(contained: str) -> tuple[Step, ...]:
    columns = pa.schema([("at", pa.int64()), ("kind", pa.int8()), *_INSIDE])
    labels = Given("_steps/groups", tuple(GROUPS.names), _labels)
    given = Given(contained, tuple(LED.names), _by_number)
    take = partial(_grouped, schema=_INSIDE)
    return (Step("_steps/members_inside", (labels, given), columns, ("kind",), take, _INSIDE),)


def _keyed(batch: pa.RecordBatch, key: str, kind: int) -> pa.RecordBatch:
    columns = [batch.column(key), pa.array(np.full(batch.num_rows, kind, np.int8)), *batch.columns]
    return pa.RecordBatch.from_arrays(columns, ["at", "kind", *batch.schema.names])


def _labels(batch: pa.RecordBatch) -> pa.RecordBatch:
    kind = pa.array(np.zeros(batch.num_rows, np.int8))
    return pa.RecordBatch.from_arrays([batch.column("number"), kind, batch.column("group")], ["at", "kind", "group"])


def _texts(batch: pa.RecordBatch) -> pa.RecordBatch:
    return _keyed(batch, "number", 1)


def _by_number(batch: pa.RecordBatch) -> pa.RecordBatch:
    return _keyed(batch, "number", 1)


def _by_low(batch: pa.RecordBatch) -> pa.RecordBatch:
    return _keyed(batch, "low", 1)


def _group(batch: pa.RecordBatch) -> Numbers:
    return column(batch, "group")


def _own(batch: pa.RecordBatch) -> Numbers:
    return column(batch, "number")


def _grouped(table: pa.Table, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    """Rows with the group of their text, where it has one."""
    kind, at = column(table, "kind"), column(table, "at")
    labels, rows = np.flatnonzero(kind == 0), np.flatnonzero(kind == 1)
    if not len(labels):
        return
    places = np.minimum(np.searchsorted(at[labels], at[rows]), len(labels) - 1)
    there = at[labels][places] == at[rows]
    group = table.column("group").take(pa.array(labels[places[there]]))
    found = table.select(schema.names[1:]).take(pa.array(rows[there]))
    yield from pa.table([group, *found.columns], schema=schema).to_batches()


def _lead(table: pa.Table, reference: int, sources: int) -> Iterator[pa.RecordBatch]:
    """The leaders of one component, whose texts are numbered anew, in their order."""
    members, edges, *others = kinds(table, sources)
    numbers, best = column(members, "number"), column(members, "best")
    order = np.argsort(numbers)
    numbers, best, rank = numbers[order], best[order], members.column("rank").to_numpy()[order]
    low, high = (np.searchsorted(numbers, column(edges, name)) for name in ("low", "high"))
    jaccard = edges.column("jaccard").to_numpy()
    nothing = np.empty(0, np.int64)
    pairs = RowPairs(low, high, jaccard, nothing, (nothing, nothing, np.empty(0)))
    held, matches = nothing_contained(), nothing
    if others:
        (inside,) = others
        matches = column(inside, "kept_by")
        held = ContainedRows(
            np.searchsorted(numbers, column(inside, "number")),
            len(numbers) + np.arange(len(matches)),  # none of the component
            inside.column("similarity").to_numpy(),
            inside.column("containment").to_numpy(),
            inside.column("inside").to_numpy(zero_copy_only=False),
        )
    leader, likeness, share, shorter = led(np.arange(len(numbers)), best, rank, best >= reference, pairs, held)
    kept_by = np.concatenate([best, matches])[leader]
    columns = {"number": numbers, "kept_by": kept_by, "similarity": likeness, "containment": share, "inside": shorter}
    yield batch_of(LED, columns)


def _led(batch: pa.RecordBatch) -> pa.RecordBatch:
    return _keyed(batch, "number", 0)


def _held(batch: pa.RecordBatch) -> pa.RecordBatch:
    return _keyed(batch, "number", 1)


def _bests(batch: pa.RecordBatch) -> pa.RecordBatch:
    return _keyed(batch, "number", 2)


def _rows(batch: pa.RecordBatch) -> pa.RecordBatch:
    kind = pa.array(np.full(batch.num_rows, 3, np.int8))
    columns = [batch.column("stands"), kind, batch.column("number")]
    return pa.RecordBatch.from_arrays(columns, ["at", "kind", "number"])


def _fates(table: pa.Table, reference: int) -> Iterator[pa.RecordBatch]:
    """The rows of each text that are left out: for the row that leads its group, for one of the reference that has
    it, or for the best one with the same words; what comes first decides."""
    kind, at = column(table, "kind"), column(table, "at")
    rows = np.flatnonzero(kind == 3)
    texts = at[rows]
    by = np.full(len(rows), -1, np.int64)
    for which in range(3):
        known = np.flatnonzero(kind == which)
        if not len(known):
            continue
        places = np.minimum(np.searchsorted(at[known], texts), len(known) - 1)
        use = (by < 0) & (at[known][places] == texts)
        by[use] = known[places[use]]
    source = table.take(pa.array(by))
    best, leads = source.column("best"), source.column("kept_by")
    alone = column(source, "kind") == 2
    kept_by = np.where(alone, best.fill_null(-1).to_numpy(), leads.fill_null(-1).to_numpy())
    numbers = column(table.select(["number"]).take(pa.array(rows)), "number")
    out = (kept_by != numbers) & (numbers < reference)
    yield batch_of(
        LEFT_OUT,
        {
            "number": numbers[out],
            "kept_by": kept_by[out],
            "similarity": source.column("similarity").fill_null(1.0).to_numpy()[out],
            "containment": source.column("containment").fill_null(0.0).to_numpy()[out],
            "inside": source.column("inside").fill_null(False).to_numpy()[out],
        },
    )
