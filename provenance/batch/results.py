"""The tables that a batch leaves: rows that people ask with SQL, and the bytes that an import writes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pyarrow as pa

from provenance.batch.aligning import READ, SHARED
from provenance.batch.blocks import Numbers, batch_of, column, kinds
from provenance.batch.carrying import Needs, carried, gathered, own_block
from provenance.batch.judging import JUDGED
from provenance.batch.proposing import ARTICLES, CANDIDATES, pair_block
from provenance.batch.screening import OUTLINES, PAIRS, both_ends
from provenance.engines.tables import Given, Mapping, Step
from provenance.model import Link, Quotation
from provenance.reports.contract_json import dump, link_object
from provenance.store import link_from_bytes, quotations_from_bytes

COMPARED = pa.schema(
    [
        ("a", pa.string()),
        ("b", pa.string()),
        ("low", pa.int64()),
        ("high", pa.int64()),
        ("evidence", pa.float64()),
        ("compared", pa.bool_()),
        ("shares", pa.bool_()),
    ]
)
LINKS = pa.schema(
    [
        ("a", pa.string()),
        ("b", pa.string()),
        ("relation", pa.string()),
        ("confidence", pa.float64()),
        ("derived", pa.string()),
        ("source", pa.string()),
        ("common_source", pa.string()),
        ("credited_source", pa.string()),
        ("credited", pa.bool_()),
        ("share_a", pa.float64()),
        ("share_b", pa.float64()),
        ("likeliest", pa.string()),
        ("jaccard", pa.float64()),
        ("passages", pa.int64()),
        ("evidence", pa.string()),
        ("low", pa.int64()),
        ("high", pa.int64()),
        ("judgement", pa.binary()),
        ("refers", pa.bool_()),
        ("alignment", pa.binary()),
    ]
)
PASSAGES = pa.schema(
    [
        ("a", pa.string()),
        ("b", pa.string()),
        ("place", pa.int64()),
        ("kind", pa.string()),
        ("by", pa.string()),
        *((f"{side}_{end}", pa.int64()) for side in "ab" for end in ("start", "end")),
        ("score", pa.float64()),
        ("speaker", pa.string()),
        ("in_quotes_a", pa.bool_()),
        ("in_quotes_b", pa.bool_()),
        ("altered", pa.bool_()),
    ]
)
QUOTATIONS = pa.schema(
    [
        ("article", pa.string()),
        ("start", pa.int64()),
        ("end", pa.int64()),
        ("text", pa.string()),
        ("type", pa.string()),
        ("speaker", pa.string()),
        ("affiliation", pa.string()),
        ("cue_start", pa.int64()),
        ("cue_end", pa.int64()),
        ("confidence", pa.float64()),
        ("marks", pa.list_(pa.int64())),
    ]
)
READINGS = pa.schema(
    [("number", pa.int64()), *(READ.field(name) for name in READ.names[1:]), OUTLINES.field("boilerplate")]
)
_IDS = pa.schema([("block", pa.int64()), ("number", pa.int64()), ("id", pa.string())])


def results() -> tuple[Step | Mapping, ...]:
    """The steps that make `pairs`, `links`, `passages`, `quotations` and `readings`."""
    ends = Needs("_steps/candidates", ("low", "high"), both_ends)
    judged = pa.schema([("at", pa.int64()), ("kind", pa.int8()), *JUDGED])
    read = pa.schema(
        [
            ("at", pa.int64()),
            ("kind", pa.int8()),
            ARTICLES.field("id"),
            ARTICLES.field("text"),
            READ.field("quotations"),
        ]
    )
    reading = pa.schema(
        [("at", pa.int64()), ("kind", pa.int8()), *(field for field in READINGS if field.name != "number")]
    )
    return (
        carried("_steps/ids", (ends,), (("articles", ARTICLES, ("id",)),)),
        gathered(
            "pairs",
            (
                ("_steps/candidates", CANDIDATES, ("low", "high", "evidence"), pair_block),
                ("_steps/pairs", PAIRS, ("low", "high"), pair_block),
                ("_steps/shared", SHARED, ("low", "high"), pair_block),
                ("_steps/ids", _IDS, _IDS.names, own_block),
            ),
            _pairs,
            COMPARED,
            order=("low", "high", "number"),
        ),
        Step(
            "links",
            (Given("_steps/judged", JUDGED.names, _judged), Given("_steps/shared", SHARED.names, _shared)),
            judged,
            ("high", "kind"),
            _links,
            LINKS,
        ),
        Mapping("passages", "links", ("judgement", "refers", "alignment"), _passages, PASSAGES),
        Step(
            "quotations",
            (
                Given("articles", ("number", "id", "text"), _texts),
                Given("_steps/read", ("number", "quotations"), _said),
            ),
            read,
            ("kind",),
            _quotations,
            QUOTATIONS,
        ),
        Step(
            "readings",
            (
                Given("_steps/read", READ.names, _texts),
                Given("_steps/outlines", ("number", "boilerplate"), _said),
            ),
            reading,
            ("kind",),
            _readings,
            READINGS,
        ),
    )


def _keyed(batch: pa.RecordBatch, key: str, kind: int, *, keep: bool) -> pa.RecordBatch:
    names = [name for name in batch.schema.names if keep or name != key]
    columns = [batch.column(key), pa.array(np.full(batch.num_rows, kind, np.int8))]
    return pa.RecordBatch.from_arrays([*columns, *(batch.column(name) for name in names)], ["at", "kind", *names])


def _judged(batch: pa.RecordBatch) -> pa.RecordBatch:
    return _keyed(batch, "low", 0, keep=True)


def _shared(batch: pa.RecordBatch) -> pa.RecordBatch:
    return _keyed(batch, "low", 1, keep=True)


def _texts(batch: pa.RecordBatch) -> pa.RecordBatch:
    return _keyed(batch, "number", 0, keep=False)


def _said(batch: pa.RecordBatch) -> pa.RecordBatch:
    return _keyed(batch, "number", 1, keep=False)


def _codes(table: pa.Table) -> set[tuple[int, int]]:
    return set(zip(column(table, "low").tolist(), column(table, "high").tolist(), strict=True))


def _pairs(table: pa.Table) -> Iterator[pa.RecordBatch]:
    found, compared, shared, named = kinds(table, 4)
    if not len(found):
        return
    numbers: Numbers = column(named, "number")
    low, high = column(found, "low"), column(found, "high")
    ids = named.column("id")
    compared_pairs, shared_pairs = _codes(compared), _codes(shared)
    pairs = list(zip(low.tolist(), high.tolist(), strict=True))
    yield batch_of(
        COMPARED,
        {
            "a": ids.take(pa.array(np.searchsorted(numbers, low))).combine_chunks(),
            "b": ids.take(pa.array(np.searchsorted(numbers, high))).combine_chunks(),
            "low": low,
            "high": high,
            "evidence": np.maximum(column(found, "evidence"), 0) / 1000,
            "compared": [pair in compared_pairs for pair in pairs],
            "shares": [pair in shared_pairs for pair in pairs],
        },
    )


def _links(table: pa.Table) -> Iterator[pa.RecordBatch]:
    shared: dict[tuple[int, int], bytes] = {}
    judged = []
    for row in table.to_pylist():
        if row["kind"]:
            shared[row["low"], row["high"]] = row["content"]
        else:
            judged.append(row)
    rows = [_link_row(row, shared.get((row["low"], row["high"]))) for row in judged]
    yield pa.RecordBatch.from_pylist(rows, schema=LINKS)


def _link_row(row: dict[str, Any], alignment: bytes | None) -> dict[str, Any]:
    link = link_from_bytes(row["content"], alignment if row["refers"] else None)
    whole = link_object(link, {})
    names = ("a", "b", "relation", "confidence", "derived", "source", "common_source", "credited_source")
    return {
        **{name: getattr(link, name) for name in names},
        **{name: getattr(link, name) for name in ("credited", "share_a", "share_b", "likeliest", "jaccard")},
        "passages": len(link.passages),
        "evidence": dump(whole["evidence"]),
        "low": row["low"],
        "high": row["high"],
        "judgement": row["content"],
        "refers": row["refers"],
        "alignment": alignment,
    }


def _passages(batch: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
    rows = [
        row
        for each in batch.to_pylist()
        for row in passage_rows(link_from_bytes(each["judgement"], each["alignment"] if each["refers"] else None))
    ]
    yield pa.RecordBatch.from_pylist(rows, schema=PASSAGES)


def passage_rows(link: Link) -> list[dict[str, Any]]:
    """The rows of `passages` of a link."""
    return [
        {
            "a": link.a,
            "b": link.b,
            "place": place,
            "kind": each.match.kind,
            "by": each.match.by,
            "a_start": each.match.a.start,
            "a_end": each.match.a.end,
            "b_start": each.match.b.start,
            "b_end": each.match.b.end,
            "score": each.match.score,
            "speaker": each.speaker,
            "in_quotes_a": each.in_quotes[0],
            "in_quotes_b": each.in_quotes[1],
            "altered": each.altered,
        }
        for place, each in enumerate(link.passages)
    ]


def _quotations(table: pa.Table) -> Iterator[pa.RecordBatch]:
    texts: dict[int, tuple[str, str]] = {}
    rows = []
    for row in table.to_pylist():
        if not row["kind"]:
            texts[row["at"]] = row["id"], row["text"]
            continue
        name, text = texts[row["at"]]
        rows += [_quotation_row(name, text, each) for each in quotations_from_bytes(row["quotations"])[0]]
    yield pa.RecordBatch.from_pylist(rows, schema=QUOTATIONS)


def _quotation_row(name: str, text: str, said: Quotation) -> dict[str, Any]:
    return {
        "article": name,
        "start": said.span.start,
        "end": said.span.end,
        "text": said.span.of(text),
        "type": said.type,
        "speaker": said.speaker,
        "affiliation": said.affiliation,
        "cue_start": said.cue and said.cue.start,
        "cue_end": said.cue and said.cue.end,
        "confidence": said.confidence,
        "marks": [end for span in said.marks for end in span],
    }


def _readings(table: pa.Table) -> Iterator[pa.RecordBatch]:
    kind = column(table, "kind")  # each number has one row of either kind, the reading first
    read, outlined = table.filter(pa.array(kind == 0)), table.filter(pa.array(kind == 1))
    columns = [read.column("at"), *(read.column(name) for name in READ.names[1:]), outlined.column("boilerplate")]
    yield from pa.table(columns, schema=READINGS).to_batches()
