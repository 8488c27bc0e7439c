"""Which rows of a batch are its articles: ids and addresses that occur twice are settled as `add` settles them.

Only rows that share a name are looked at together, in the order of the files and their rows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import partial

import numpy as np
import pyarrow as pa

from provenance.batch.article_columns import ARTICLE, COLUMNS
from provenance.batch.blocks import Numbers, batch_of, column, group_of
from provenance.batch.components import labelled
from provenance.batch.reading import FILE, ROWS
from provenance.engines.tables import Given, Mapping, Step, Tables
from provenance.ingest.placing import Places
from provenance.model.addresses import canonical_address

_OUTCOME = pa.schema([("row", pa.int64()), ("reason", pa.string())])
_PLACED = pa.schema([("row", pa.int64()), *ARTICLE, ("address", pa.string()), ("text_digest", pa.binary())])


def admit(tables: Tables) -> None:
    """Make `articles`, numbered by id, and `_steps/refused`: rows whose name an earlier one has, with the reason."""
    folders = _folders(tables)
    placed = partial(_placed, folders=folders)
    tables.run(Mapping("_steps/placed", "_steps/rows", ROWS.names, placed, _PLACED))
    tables.run(_contested())
    if tables.total("_steps/contested"):
        labelled(tables, "_steps/contested", "_steps/contested_groups")
        for step in _settled():
            tables.run(step)
    else:
        tables.put("_steps/refused", _OUTCOME.empty_table())
    tables.run(_admitted())
    tables.rank("articles", "_steps/admitted", "id")


def _folders(tables: Tables) -> dict[int, str]:
    """What goes before the ids of articles that are named after their file, by file, where two files need it."""
    named = tables.collect("_steps/rows", ("row", "id", "origin", "content"))
    named = named.filter(named.column("content").is_valid())
    places = Places(lambda _: None)
    found = {}
    for row in sorted(named.to_pylist(), key=lambda each: int(each["row"])):
        folder = places.folder(row["id"], row["origin"] or "", row["content"] + 2**63)
        if folder:
            found[row["row"] // FILE] = folder
    return found


def _placed(batch: pa.RecordBatch, folders: dict[int, str]) -> Iterator[pa.RecordBatch]:
    rows = batch.filter(batch.column("id").is_valid()).to_pylist()
    for row in rows:
        folder = folders.get(row["row"] // FILE)
        if folder and row["by_file"]:
            row["id"] = f"{folder}/{row['id']}"
        row["address"] = canonical_address(row["url"]) if row["url"] else None
        row["text_digest"] = hashlib.sha256(row["text"].encode()).digest()
    yield pa.RecordBatch.from_pylist(rows, schema=_PLACED)


def _contested() -> Step:
    """Pairs of rows (low, high) that have an id or an address in common."""
    pairs = pa.schema([("low", pa.int64()), ("high", pa.int64())])
    given = Given("_steps/placed", ("row", "id", "address"), _names)
    columns = pa.schema([("at", pa.int64()), ("row", pa.int64())])
    return Step("_steps/contested", (given,), columns, ("row",), _pairs, pairs)


def _names(batch: pa.RecordBatch) -> pa.RecordBatch:
    found = []
    for row in batch.to_pylist():
        found.append((_hashed(f"id {row['id']}"), row["row"]))
        if row["address"]:
            found.append((_hashed(f"URL {row['address']}"), row["row"]))
    names, rows = np.array(found, np.int64).reshape(-1, 2).T
    return pa.RecordBatch.from_arrays([pa.array(names), pa.array(rows)], ["at", "row"])


def _hashed(name: str) -> int:
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest(), "big", signed=True)


def _pairs(table: pa.Table) -> Iterator[pa.RecordBatch]:
    at, rows = column(table, "at"), column(table, "row")
    starts, sizes = group_of(at)
    first = np.repeat(rows[starts], sizes)
    different = rows != first
    yield pa.RecordBatch.from_arrays([pa.array(first[different]), pa.array(rows[different])], ["low", "high"])


def _settled() -> tuple[Step, ...]:
    held = pa.schema(
        [
            ("group", pa.int64()),
            ("row", pa.int64()),
            ("id", pa.string()),
            ("url", pa.string()),
            ("address", pa.string()),
            ("text_digest", pa.binary()),
        ]
    )
    names = ("row", "id", "url", "address", "text_digest")
    joined = pa.schema([("at", pa.int64()), ("kind", pa.int8()), *held])
    grouped = pa.schema([("at", pa.int64()), *held])
    return (
        Step(
            "_steps/contested_rows",
            (
                Given("_steps/contested_groups", ("number", "group"), _labels),
                Given("_steps/placed", names, _rows),
            ),
            joined,
            ("kind",),
            _with_group,
            held,
        ),
        Step(
            "_steps/refused",
            (Given("_steps/contested_rows", held.names, _by_group),),
            grouped,
            ("row",),
            _settle,
            _OUTCOME,
            single=True,
        ),
    )


def _labels(batch: pa.RecordBatch) -> pa.RecordBatch:
    kind = pa.array(np.zeros(batch.num_rows, np.int8))
    return pa.RecordBatch.from_arrays([batch.column("number"), kind, batch.column("group")], ["at", "kind", "group"])


def _rows(batch: pa.RecordBatch) -> pa.RecordBatch:
    kind = pa.array(np.ones(batch.num_rows, np.int8))
    return pa.RecordBatch.from_arrays(
        [batch.column("row"), kind, *batch.columns], ["at", "kind", *batch.schema.names]
    )


def _with_group(table: pa.Table) -> Iterator[pa.RecordBatch]:
    kind, at = column(table, "kind"), column(table, "at")
    rows, labels = np.flatnonzero(kind == 1), np.flatnonzero(kind == 0)
    rows = rows[np.isin(at[rows], at[labels])]
    group = table.column("group").take(pa.array(labels))  # both ascend by number, each once
    names = ["row", "id", "url", "address", "text_digest"]
    found = table.select(names).take(pa.array(rows))
    yield from found.add_column(0, "group", group.combine_chunks()).to_batches()


def _by_group(batch: pa.RecordBatch) -> pa.RecordBatch:
    return pa.RecordBatch.from_arrays([batch.column("group"), *batch.columns], ["at", *batch.schema.names])


def _settle(table: pa.Table) -> Iterator[pa.RecordBatch]:
    """The rows of a group that are refused, in their order, as `ingest.admission.Gate` refuses them."""
    seen: dict[str, bytes] = {}
    refused: list[tuple[int, str | None]] = []
    for row in table.to_pylist():
        names = {"id": f"id {row['id']}", **({"URL": f"URL {row['address']}"} if row["address"] else {})}
        other = next(
            (what for what, name in names.items() if seen.get(name, row["text_digest"]) != row["text_digest"]), None
        )
        if other is not None:
            written = row["url"] if other == "URL" else row["id"]
            reason = f"its {other} {written!r} occurs twice in this input, with different texts;"
            reason += " the first one is kept: give each article its own, or add newer versions afterwards"
            refused.append((row["row"], reason))
        elif names["id"] in seen:
            refused.append((row["row"], None))
        else:
            if any(name in seen for name in names.values()):  # the same text at the same address: the same article
                refused.append((row["row"], None))
            for name in names.values():
                seen.setdefault(name, row["text_digest"])
    yield batch_of(
        _OUTCOME, {"row": [row for row, _ in refused], "reason": pa.array([why for _, why in refused], pa.string())}
    )


def _admitted() -> Step:
    columns = pa.schema([("at", pa.int64()), ("kind", pa.int8()), *ARTICLE])
    refused = Given("_steps/refused", ("row",), _refused)
    rows = Given("_steps/placed", ("row", *COLUMNS), _by_row)
    return Step("_steps/admitted", (refused, rows), columns, ("kind",), _kept, ARTICLE)


def _refused(batch: pa.RecordBatch) -> pa.RecordBatch:
    kind = pa.array(np.zeros(batch.num_rows, np.int8))
    return pa.RecordBatch.from_arrays([batch.column("row"), kind], ["at", "kind"])


def _by_row(batch: pa.RecordBatch) -> pa.RecordBatch:
    kind = pa.array(np.ones(batch.num_rows, np.int8))
    names = [name for name in batch.schema.names if name != "row"]
    columns = [batch.column("row"), kind, *(batch.column(name) for name in names)]
    return pa.RecordBatch.from_arrays(columns, ["at", "kind", *names])


def _kept(table: pa.Table) -> Iterator[pa.RecordBatch]:
    kind, at = column(table, "kind"), column(table, "at")
    rows: Numbers = np.flatnonzero((kind == 1) & ~np.isin(at, at[kind == 0]))
    yield from table.select(COLUMNS).take(pa.array(rows)).to_batches(max_chunksize=2_000)
