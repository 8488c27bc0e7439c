"""Steps over tables in a folder of this machine, spread over an engine.

Rows that are brought together go through files: a task writes what a part of a table gives, cut by number, into one
file of Arrow batches, one batch per part of the table to be made; a second task reads its batch of each. Both know
nothing but paths, so that they run in any process.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Mapping as Names
from dataclasses import dataclass
from functools import partial
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from provenance.engines.engine import Engine
from provenance.engines.garbage import uncollected
from provenance.engines.kept_tables import KeptTables
from provenance.engines.tables import Given, InputFile, Mapping, Step, filled, taken
from provenance.errors import ProvenanceError, UnreadableInput
from provenance.model.progress import Progress

BATCH = 2_000  # rows of a table that are read at a time: 8 MB of articles
# A part of a table is sorted in memory: so many bytes as they are stored, some five times that when they are sorted.
PART_BYTES = 32_000_000
# A flipped byte is found when its page is read.
WRITTEN: dict[str, Any] = {"compression": "zstd", "write_page_checksum": True}
SPREAD = np.uint64(0x9E3779B97F4A7C15)  # Knuth's multiplicative hash: neighbouring numbers go to different parts


@dataclass(frozen=True, slots=True)
class LocalFolder:
    """A folder of this machine; see `Folder`."""

    path: Path

    def text(self, path: str) -> str | None:
        """See `Folder.text`."""
        file = self.path / path
        return file.read_text("utf-8") if file.is_file() else None

    def write(self, path: str, text: str) -> None:
        """See `Folder.write`."""
        file = self.path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        beside = file.with_name(file.name + ".new")
        beside.write_text(text, "utf-8")
        beside.replace(file)

    def sizes(self, path: str) -> dict[str, int]:
        """See `Folder.sizes`."""
        return {each.name: each.stat().st_size for each in sorted((self.path / path).glob("part-*"))}

    def remove(self, path: str) -> None:
        """See `Folder.remove`."""
        if (self.path / path).is_dir():
            shutil.rmtree(self.path / path)
        else:
            (self.path / path).unlink(missing_ok=True)


class LocalTables:
    """Tables below a folder; see `Tables`. `parts` fixes how many parts a step makes; 0 goes by their size.
    `elsewhere` has the folders of tables that are read and not made."""

    def __init__(
        self,
        folder: Path,
        kept: KeptTables,
        engine: Engine,
        report: Progress | None = None,
        parts: int = 0,
        elsewhere: Names[str, Path] | None = None,
    ) -> None:
        self._folder, self._kept, self._engine, self._parts = folder, kept, engine, parts
        self._elsewhere = elsewhere or {}
        self._report = report or (lambda _stage, _done, _total: None)

    def listed(self, address: str) -> list[InputFile]:
        """See `Tables.listed`: this machine knows no other file systems."""
        raise UnreadableInput(f"{address}: only --engine spark reads from file systems of a cluster")

    def read(self, step: Mapping, files: Sequence[InputFile]) -> None:
        """See `Tables.read`."""
        if self._kept.rows(step.name) is not None:
            return
        given = [
            pa.RecordBatch.from_pydict(
                {"file": [place], "path": [each.path], "content": pa.array([None], pa.binary())}
            )
            for place, each in enumerate(files)
        ]
        target = self._fresh(step.name)
        tasks = [([batch], str(target / f"part-{at:05}.parquet")) for at, batch in enumerate(given)]
        self._note(step.name, self._engine.map(partial(_mapped, step), tasks), len(tasks))

    def run(self, step: Step | Mapping) -> None:
        """See `Tables.run`."""
        if self._kept.rows(step.name) is not None:
            return
        target = self._fresh(step.name)
        if isinstance(step, Mapping):
            tasks = [(path, str(target / Path(path).name)) for path in self._paths(step.table)]
            self._note(step.name, self._engine.map(partial(_mapped, step), tasks), len(tasks))
            return
        between = self._folder / f"{step.name}.between"
        shutil.rmtree(between, ignore_errors=True)
        between.mkdir()
        giving = [(given, path) for given in step.given for path in self._paths(given.table)]
        parts = self._parts or max(
            1, sum(Path(path).stat().st_size for _, path in giving) // PART_BYTES, self._engine.jobs
        )
        gives = [(given, path, str(between / f"{at:06}.arrow")) for at, (given, path) in enumerate(giving)]
        for done, _ in enumerate(self._engine.map(partial(_give, step, parts), gives), 1):
            self._report(f"{_shown(step.name)}: gathering", done, len(gives))
        sources = [path for _, _, path in gives]
        takes = [(at, sources, str(target / f"part-{at:05}.parquet")) for at in range(parts)]
        self._note(step.name, self._engine.map(partial(_take, step), takes), parts)
        shutil.rmtree(between)

    def rank(self, name: str, table: str, by: str) -> None:
        """See `Tables.rank`."""
        if self._kept.rows(name) is not None:
            return
        paths = self._paths(table)
        named = [pq.read_table(path, columns=[by]).column(by) for path in paths]
        values = pa.chunked_array(chain.from_iterable(each.chunks for each in named), pa.string())
        order = np.asarray(pc.sort_indices(values))  # Arrow compares UTF-8, which ascends as code points do
        numbers = np.empty(len(order), np.int64)
        numbers[order] = np.arange(1, len(order) + 1)
        ends = np.cumsum([len(each) for each in named]).tolist()
        target = self._fresh(name)
        for at, (path, end, column) in enumerate(zip(paths, ends, named, strict=True)):
            whole = pq.read_table(path)
            mine = pa.array(numbers[end - len(column) : end])
            pq.write_table(whole.add_column(0, "number", mine), target / f"part-{at:05}.parquet", **WRITTEN)
        self._kept.note(name, len(order))

    def put(self, name: str, table: pa.Table) -> None:
        """See `Tables.put`."""
        if self._kept.rows(name) is None:
            pq.write_table(table, self._fresh(name) / "part-00000.parquet", **WRITTEN)
            self._kept.note(name, table.num_rows)

    def collect(self, table: str, columns: Sequence[str]) -> pa.Table:
        """See `Tables.collect`."""
        return pa.concat_tables(pq.read_table(path, columns=list(columns)) for path in self._paths(table))

    def total(self, table: str, column: str | None = None) -> int:
        """See `Tables.total`."""
        if column is None:
            return self._kept.rows(table) or 0
        found = (pq.read_table(path, columns=[column]).column(column) for path in self._paths(table))
        return sum(pc.sum(each).as_py() or 0 for each in found)

    def forget(self, names: Iterable[str]) -> None:
        """See `Tables.forget`."""
        for name in names:
            self._kept.drop(name)

    def _paths(self, table: str) -> list[str]:
        folder = self._elsewhere.get(table, self._folder / table)
        return [str(each) for each in sorted(folder.glob("part-*"))]

    def _fresh(self, name: str) -> Path:
        self._kept.drop(name)
        (self._folder / name).mkdir(parents=True)
        return self._folder / name

    def _note(self, name: str, made: Iterable[int], tasks: int) -> None:
        rows = 0
        for done, count in enumerate(made, 1):
            rows += count
            self._report(_shown(name), done, tasks)
        self._kept.note(name, rows)


def _shown(name: str) -> str:
    return name.rpartition("/")[2].replace("_", " ")


@uncollected()
def _mapped(step: Mapping, task: tuple[Any, str]) -> int:
    source, target = task
    batches = source if isinstance(source, list) else _batches(source, step.columns)
    return _written(target, step.schema, (made for batch in batches for made in step.make(batch)))


@uncollected()
def _give(step: Step, parts: int, task: tuple[Given, str, str]) -> None:
    """Write what a part of a table gives, one batch per part that will take it."""
    given, source, target = task
    made = [filled(given.give(batch), step.carried) for batch in _batches(source, given.columns)]
    table = pa.Table.from_batches(made, step.carried).combine_chunks()
    numbers = table.column(0).to_numpy() if len(table) else np.empty(0, np.int64)
    part = (((numbers.view(np.uint64) * SPREAD) >> np.uint64(33)) % np.uint64(parts)).astype(np.int64)
    order = np.argsort(part, kind="stable")
    table, part = table.take(pa.array(order)), part[order]
    borders = np.searchsorted(part, np.arange(parts + 1)).tolist()
    with pa.OSFile(target, "wb") as sink, pa.ipc.new_file(sink, step.carried) as writer:
        for start, end in pairwise(borders):
            batch = table.slice(start, end - start).combine_chunks()
            rows = batch.to_batches()
            writer.write_batch(
                rows[0] if rows else filled(pa.RecordBatch.from_pylist([], step.carried), step.carried)
            )


@uncollected()
def _take(step: Step, task: tuple[int, Sequence[str], str]) -> int:
    """Make a part of a table of the batches that are for it."""
    at, sources, target = task
    batches = []
    for source in sources:
        with pa.memory_map(source) as mapped:
            batch = pa.ipc.open_file(mapped).get_batch(at)
            if batch.num_rows:
                batches.append(batch)
    return _written(target, step.schema, taken(step, batches))


def _batches(path: str, columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
    try:
        with pq.ParquetFile(path, page_checksum_verification=True) as file:
            yield from file.iter_batches(BATCH, columns=list(columns))
    except (OSError, pa.ArrowException) as error:
        raise ProvenanceError(
            f"{path}: a part of a table is damaged ({' '.join(str(error).split())[:100]}); remove it, and the same"
            " command makes its table again"
        ) from error


def _written(target: str, schema: pa.Schema, batches: Iterable[pa.RecordBatch]) -> int:
    """Write a part of a table; how many rows it has. A part that is there is whole."""
    rows = 0
    with pq.ParquetWriter(f"{target}.new", schema, **WRITTEN) as writer:
        for batch in batches:
            if batch.num_rows:
                writer.write_batch(filled(batch, schema))
                rows += batch.num_rows
    Path(f"{target}.new").replace(target)
    return rows
