"""The links of a batch: pairs that share passages, or whose event says that one was made from the other, judged.

Each link is judged in its world (`audit.worlds`), with the check of a sample of links that an archive of the same
articles would have (`audit.checking`). A portion of worlds is one task, with all that it looks at carried to it.
Which worlds there are is found from numbers and ids alone, some 300 bytes per link, in the process that started the
batch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import numpy as np
import pyarrow as pa

from provenance.audit.checking import SampledWorld, sampled_worlds
from provenance.audit.judge_task import JudgeTask, judged_links, wording_samples
from provenance.audit.link_graph import Found
from provenance.audit.portion_judging import LINKS_A_PORTION
from provenance.audit.worlds import World, bundles, worlds
from provenance.batch.aligning import PART_COLUMNS, PARTS, SHARED, carried_parts, parcel_of
from provenance.batch.blocks import Numbers, batch_of, column, kinds
from provenance.batch.carrying import Needs, gathered, own_block
from provenance.batch.event_bytes import chances_from
from provenance.batch.weighing import CHANCES
from provenance.batch.wording_rows import WORDING, check_of, sample_rows
from provenance.config.settings import Settings
from provenance.engines.tables import Given, Step, Tables
from provenance.events.reports import Chances
from provenance.lineage.wording_check import Check

LINKS = pa.schema([*SHARED, CHANCES.field("chances"), CHANCES.field("third")])
PORTIONS = pa.schema([("number", pa.int64()), ("portion", pa.int64())])
WORLDS = pa.schema([("portion", pa.int64()), ("world", pa.int64()), ("number", pa.int64()), ("part", pa.int8())])
OWN, AROUND, FAR = range(3)  # parts of a world
SAMPLED_PAIRS = pa.schema([("portion", pa.int64()), ("low", pa.int64()), ("high", pa.int64())])
_PORTIONED = pa.schema([("portion", pa.int64()), *LINKS])
JUDGED = pa.schema([("low", pa.int64()), ("high", pa.int64()), ("content", pa.binary()), ("refers", pa.bool_())])


def judge(tables: Tables, settings: Settings) -> None:
    """Make `_steps/judged`: for each link its judgement as an archive keeps it, which may `refer` to the passages
    that alignment found."""
    for step in _links():
        tables.run(step)
    partners = _partners(tables.collect("_steps/links", ("low", "high")))
    names = tables.collect("_steps/linked", ("number", "id"))
    name_of = dict(zip(column(names, "number").tolist(), names.column("id").to_pylist(), strict=True)).__getitem__
    found = worlds(partners, name_of)
    sampled = sampled_worlds(found, partners, name_of)
    tables.put("_steps/sampled_pairs", _pairs_of_sample(sampled))
    _put_worlds(tables, "sampled", [each.world for each in sampled])
    for step in _over_worlds(
        "sampled", "_steps/wording", partial(_sample, settings=settings), WORDING, SAMPLED_PAIRS
    ):
        tables.run(step)
    check = check_of(tables.collect("_steps/wording", WORDING.names), settings)
    _put_worlds(tables, "judging", found)
    take = partial(_judge, settings=settings, check=check)
    for step in _over_worlds("judging", "_steps/judged", take, JUDGED):
        tables.run(step)


def _partners(links: pa.Table) -> dict[int, set[int]]:
    partners: dict[int, set[int]] = {}
    for low, high in zip(column(links, "low").tolist(), column(links, "high").tolist(), strict=True):
        partners.setdefault(low, set()).add(high)
        partners.setdefault(high, set()).add(low)
    return partners


def _put_worlds(tables: Tables, prefix: str, found: Sequence[World[int]]) -> None:
    """The portion of each own article, and all articles around those of each world of it, by numbers that ascend as
    ids do."""
    portions: dict[int, int] = {}
    rows: list[tuple[int, int, int, int]] = []
    for portion, bundle in enumerate(bundles(found, LINKS_A_PORTION)):
        for at, world in enumerate(bundle):
            own = frozenset(world.own)
            portions |= dict.fromkeys(world.own, portion)
            rows += [(portion, at, number, OWN if number in own else AROUND) for number in world.around]
            rows += [(portion, at, number, FAR) for number in world.far]
    tables.put(
        f"_steps/{prefix}_portions",
        pa.table([pa.array(list(portions), pa.int64()), pa.array(list(portions.values()), pa.int64())], PORTIONS),
    )
    columns = list(zip(*rows, strict=True)) or [(), (), (), ()]
    arrays = [pa.array(values, field.type) for values, field in zip(columns, WORLDS, strict=True)]
    tables.put(f"_steps/{prefix}_worlds", pa.table(arrays, WORLDS))


def _pairs_of_sample(sampled: Sequence[SampledWorld[int]]) -> pa.Table:
    """The sampled links of each portion, as `_put_worlds` numbers them."""
    pairs = {each.world: each.pairs for each in sampled}
    rows = [
        (portion, low, high)
        for portion, bundle in enumerate(bundles(pairs, LINKS_A_PORTION))
        for world in bundle
        for low, high in pairs[world]
    ]
    columns = list(zip(*rows, strict=True)) or [(), (), ()]
    return pa.table([pa.array(values, pa.int64()) for values in columns], SAMPLED_PAIRS)


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


def _over_worlds(
    prefix: str,
    name: str,
    take: Callable[[pa.Table], Iterator[pa.RecordBatch]],
    schema: pa.Schema,
    pairs: pa.Schema | None = None,
) -> tuple[Step, ...]:
    """The steps that bring the worlds of each portion together with all that they look at, and run `take` on them."""
    columns = pa.schema([("at", pa.int64()), ("kind", pa.int8()), PORTIONS.field("portion"), *LINKS])
    cut = Given(f"_steps/{prefix}_portions", ("number", "portion"), _by_number)
    lows = Given("_steps/links", LINKS.names, partial(_by_end, end="low"))
    highs = Given("_steps/links", LINKS.names, partial(_by_end, end="high"))
    links, parts = f"_steps/{prefix}_links", f"_steps/{prefix}_parts"
    needs = (
        Needs(links, ("portion", "low", "high", "third"), _needed),
        Needs(f"_steps/{prefix}_worlds", ("portion", "number"), _looked_at),
    )
    sources = [
        (f"_steps/{prefix}_worlds", WORLDS, WORLDS.names, _portion),
        (links, _PORTIONED, _PORTIONED.names, _portion),
        (parts, PARTS, ("block", "number", *PART_COLUMNS), own_block),
    ]
    if pairs is not None:
        sources.append((f"_steps/{prefix}_pairs", pairs, pairs.names, _portion))
    return (
        Step(links, (cut, lows, highs), columns, ("kind", "low", "high"), _portioned, _PORTIONED),
        carried_parts(parts, *needs),
        gathered(name, sources, take, schema, order=("world", "number", "low", "high")),
    )


def _by_number(batch: pa.RecordBatch) -> pa.RecordBatch:
    kind = pa.array(np.zeros(batch.num_rows, np.int8))
    columns = [batch.column("number"), kind, batch.column("portion")]
    return pa.RecordBatch.from_arrays(columns, ["at", "kind", "portion"])


def _by_end(batch: pa.RecordBatch, end: str) -> pa.RecordBatch:
    kind = pa.array(np.ones(batch.num_rows, np.int8))
    return pa.RecordBatch.from_arrays([batch.column(end), kind, *batch.columns], ["at", "kind", *batch.schema.names])


def _portioned(table: pa.Table) -> Iterator[pa.RecordBatch]:
    """Each link with the portion of either of its articles, where the article has one."""
    cut, links = kinds_of(table)
    numbers, ends = column(cut, "at"), column(links, "at")
    places = np.searchsorted(numbers, ends)
    own = np.flatnonzero(places < len(numbers))
    own = own[numbers[places[own]] == ends[own]]
    portion = cut.column("portion").take(pa.array(places[own]))
    links = links.take(pa.array(own))
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


def _looked_at(batch: pa.RecordBatch) -> tuple[Numbers, Numbers]:
    return column(batch, "portion"), column(batch, "number")


def _task(table: pa.Table, sources: int) -> tuple[JudgeTask, dict[tuple[str, str], tuple[int, int]], list[pa.Table]]:
    """The task of one portion, the numbers of each of its pairs, and the rows of further sources."""
    around, rows, parts, *others = kinds(table, sources)
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
    members: dict[int, tuple[list[str], list[str], list[str]]] = {}
    for row in around.select(["world", "number", "part"]).to_pylist():
        members.setdefault(row["world"], ([], [], []))[row["part"]].append(names[row["number"]])
    carried = [
        World(tuple(own), tuple(sorted((*own, *beside))), tuple(far), 0, 0)
        for _, (own, beside, far) in sorted(members.items())
    ]
    return JudgeTask(carried, found, contents, parcel, events, {}), pairs, [parts, *others]


def _judge(table: pa.Table, settings: Settings, check: Check | None) -> Iterator[pa.RecordBatch]:
    task, pairs, _ = _task(table, 3)
    written = judged_links(task, settings, check)
    yield batch_of(
        JUDGED,
        {
            "low": [pairs[each.a, each.b][0] for each in written],
            "high": [pairs[each.a, each.b][1] for each in written],
            "content": [each.content for each in written],
            "refers": [each.passages is not None for each in written],
        },
    )


def _sample(table: pa.Table, settings: Settings) -> Iterator[pa.RecordBatch]:
    """What the check of the batch asks of the sampled links of one portion: rows as `sample_rows` writes them."""
    task, pairs, (_, sampled) = _task(table, 4)
    portion = int(column(table, "at")[0])
    wanted = set(zip(column(sampled, "low").tolist(), column(sampled, "high").tolist(), strict=True))
    names = {pair for pair, numbers in pairs.items() if numbers in wanted}
    of_worlds = [
        {pair for pair in names if pair[0] in world.own and pair[1] in world.around} for world in task.worlds
    ]
    yield from sample_rows(wording_samples((task, of_worlds), settings), portion).to_batches()
