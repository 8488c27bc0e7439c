"""Rows of files with one kept of each group of near duplicates, as tables: for more than one process should compare.

Every step leaves a table, on this machine or in a file system of a cluster, and a run that was stopped goes on where
it was. The process that starts it holds counts per file and the numbers of alike pairs, a million at most. What is
kept is what `deduplicate_rows` keeps.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from provenance.config.clustering import ClusteringSettings
from provenance.config.containment import ContainmentSettings
from provenance.config.fingerprint import FingerprintSettings
from provenance.curation.sketching import BROKEN, NO_TEXT, TEXT, Reading
from provenance.engines.kept_tables import NOTES, KeptTables
from provenance.errors import MissingExtra, UsageError
from provenance.model.deduplication import AlikePair, Deduplication, RowPlace, UnreadRow
from provenance.model.progress import Progress
from provenance.usecases.batching import MANIFEST, BatchOptions, opened_folder, opened_tables
from provenance.usecases.deduplicating_rows import RowOptions

if TYPE_CHECKING:
    from provenance.engines.tables import InputFile, Tables

TABLES = ("rows", "groups", "pairs", "unread")
FORMAT = 1
UNREAD = 20  # rows that could not be read are described in the answer; all are in their table


def deduplicate_tables(
    inputs: Sequence[str],
    output: str,
    options: RowOptions | None = None,
    where: BatchOptions | None = None,
    on_progress: Progress | None = None,
) -> Deduplication:
    """Write `rows`, `groups`, `pairs` and `unread` into the folder `output`, tables of Parquet.

    `where` says which engine runs the steps. Raises as `deduplicate_rows` and `batch` do, and UsageError for what
    this way does not have: paragraphs, and broken rows as they were.
    """
    options, where = options or RowOptions(), where or BatchOptions()
    if not inputs:
        raise UsageError("name at least one file of rows")
    if options.paragraphs:
        raise UsageError("repeated paragraphs are taken out by this machine alone: name a file as the output")
    if options.broken != "skip":
        raise UsageError("a table has no place for a row that cannot be read as it was: they are in `unread`")
    reading = Reading(options.mapping, options.keep)
    reading.validate()
    settings = ClusteringSettings(threshold=options.threshold)
    settings.validate()
    inside = None if options.contained is None else ContainmentSettings(share=options.contained)
    if inside is not None:
        inside.validate()
    try:
        import pyarrow  # noqa: F401 (whether it is there)
    except ImportError:
        raise MissingExtra("tables of rows", "parquet") from None
    with ExitStack() as stack:
        folder = opened_folder(output, where, stack)
        run = _Run(folder, options, reading, settings, inside, where, stack, on_progress)
        return run.whole(inputs)


class _Run:
    def __init__(
        self,
        folder: Any,
        options: RowOptions,
        reading: Reading,
        settings: ClusteringSettings,
        inside: ContainmentSettings | None,
        where: BatchOptions,
        stack: ExitStack,
        on_progress: Progress | None,
    ) -> None:
        self._folder, self._options, self._reading = folder, options, reading
        self._settings, self._inside = settings, inside
        self._where, self._stack, self._progress = where, stack, on_progress

    def whole(self, inputs: Sequence[str]) -> Deduplication:
        """All steps that are left to do, and the answer."""
        from provenance.curation.tables.row_table import FILE, files_of

        listing = self._tables(KeptTables(self._folder, ""))
        own = files_of(inputs, listing)
        against = files_of([*map(str, self._options.against)], listing)
        kept = KeptTables(self._folder, self._name(own, against))
        kept.begin()
        done = self._finished(kept)
        if done is None:
            tables = self._tables(kept)
            self._make(tables, own, against, len(own) * FILE)
            done = self._answer(tables, own, against)
            self._write_manifest(kept, [*own, *against], done)
        self._folder.remove("_steps")
        self._folder.remove(f"{NOTES}/_steps")
        return done

    def _make(self, tables: Tables, own: Sequence[InputFile], against: Sequence[InputFile], reference: int) -> None:
        from provenance.curation.tables import alike_texts, contained_texts, kept_rows, leaders, row_table, same_texts
        from provenance.curation.tables.told import told

        recipe = FingerprintSettings()
        files = dict(enumerate(each.path for each in (*own, *against)))
        tables.read(row_table.reading(self._reading, recipe), [*own, *against])
        tables.run(row_table.counts())
        self._require_texts(tables, files)
        for step in (*same_texts.texts(reference), *alike_texts.alike(self._settings, recipe, reference)):
            tables.run(step)
        contained = None
        if against and self._inside is not None:
            contained = "_steps/contained"
            for each in contained_texts.contained(self._inside, recipe, reference):
                tables.run(each)
        leaders.lead(tables, reference, contained)
        for one in told(files, self._settings.threshold, reference):
            tables.run(one)
        kept_rows.keep(tables, own)

    def _tables(self, kept: KeptTables) -> Tables:
        return opened_tables(self._folder, kept, self._where, self._stack, self._progress)

    def _name(self, own: Sequence[InputFile], against: Sequence[InputFile]) -> str:
        read = [[(each.path, each.size, each.changed) for each in files] for files in (own, against)]
        options = self._options
        how = sorted(options.mapping.items()), options.keep, options.threshold, options.contained
        said = FORMAT, version("text-provenance"), read, how
        return hashlib.sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def _require_texts(self, tables: Tables, files: Mapping[int, str]) -> None:
        rows = tables.collect("_steps/counts", ("file", "state", "rows", "ranked")).to_pylist()
        states: dict[int, set[int]] = {}
        for row in rows:
            states.setdefault(row["file"], set()).add(row["state"])
        without = next((file for file in sorted(states) if states[file] == {NO_TEXT}), None)
        if without is not None:
            raise UsageError(f"{files[without]}: no row has a text; say --map text=COLUMN")
        ranked = sum(row["ranked"] for row in rows)
        if self._reading.keep.startswith("best:") and not ranked and any(row["state"] == TEXT for row in rows):
            raise UsageError(
                f'no row has a number at "{self._reading.keep.removeprefix("best:")}", which --keep names'
            )

    def _answer(self, tables: Tables, own: Sequence[InputFile], against: Sequence[InputFile]) -> Deduplication:
        from provenance.curation.tables.row_table import FILE

        reference = len(own) * FILE
        counted = tables.collect("_steps/counts", ("file", "state", "rows")).to_pylist()
        states = dict.fromkeys((TEXT, NO_TEXT, BROKEN), 0)
        for row in counted:
            if row["file"] < len(own):
                states[row["state"]] += row["rows"]
        sums = {row["name"]: row["rows"] for row in tables.collect("_steps/sums", ("name", "rows")).to_pylist()}
        places = _Places([*own, *against], tables)
        examples = sorted(
            tables.collect("_steps/examples", ("low", "high", "jaccard", "apart")).to_pylist(),
            key=lambda row: (row["low"], row["high"]),
        )
        near = sorted((row for row in examples if not row["apart"]), key=lambda row: float(row["jaccard"]))
        apart = sorted((row for row in examples if row["apart"]), key=lambda row: -float(row["jaccard"]))
        unread = tables.collect("_steps/first_unread", ("number", "file", "row", "reason")).to_pylist()
        return Deduplication(
            rows=sum(states.values()),
            kept=tables.total("rows"),
            left_out=sums.get("left out", 0) - sums.get("reference", 0),
            in_reference=sums.get("reference", 0),
            contained=sums.get("contained", 0),
            same_words=sums.get("same words", 0),
            groups=sums.get("groups", 0),
            pairs=tables.total("pairs"),
            without_text=states[NO_TEXT],
            broken=states[BROKEN],
            broken_kept=0,
            emptied=0,
            shortened=0,
            spans=0,
            threshold=self._options.threshold,
            reference=sum(row["rows"] for row in counted if row["file"] >= reference // FILE),
            unread=tuple(
                UnreadRow(RowPlace(row["file"], row["row"]), row["reason"])
                for row in sorted(unread, key=lambda row: int(row["number"]))
            ),
            least_similar=tuple(map(places.pair, near)),
            kept_apart=tuple(map(places.pair, apart)),
        )

    def _finished(self, kept: KeptTables) -> Deduplication | None:
        text = self._folder.text(MANIFEST)
        manifest = json.loads(text) if text else {}
        rows = {name: kept.rows(name) for name in TABLES}
        if manifest.get("run") != kept.name or manifest.get("rows") != rows:
            return None
        return _from_plain(manifest["answer"])

    def _write_manifest(self, kept: KeptTables, files: Iterable[InputFile], answer: Deduplication) -> None:
        manifest = {
            "format": FORMAT,
            "run": kept.name,
            "program": version("text-provenance"),
            "inputs": [{"path": each.path, "bytes": each.size} for each in files],
            "rows": {name: kept.rows(name) for name in TABLES},
            "answer": asdict(answer),
        }
        self._folder.write(MANIFEST, json.dumps(manifest, indent=1, ensure_ascii=False) + "\n")


class _Places:
    """What the rows of examples are called."""

    def __init__(self, files: Sequence[InputFile], tables: Tables) -> None:
        rows = tables.collect("_steps/shown", ("number", "named", "begins")).to_pylist()
        self._rows = {row["number"]: (row["named"], row["begins"]) for row in rows}
        self._files = [each.path for each in files]

    def pair(self, row: Mapping[str, Any]) -> AlikePair:
        """The pair of a row of examples."""
        (a, a_begins), (b, b_begins) = (self._one(row[name]) for name in ("low", "high"))
        return AlikePair(a, b, row["jaccard"], a_begins, b_begins)

    def _one(self, number: int) -> tuple[RowPlace, str]:
        from provenance.curation.tables.row_table import FILE

        named, begins = self._rows[number]
        return RowPlace(self._files[number // FILE], number % FILE + 1, named), begins or ""


def _from_plain(found: Mapping[str, Any]) -> Deduplication:
    pairs = {
        name: tuple(
            AlikePair(**{**each, "a": RowPlace(**each["a"]), "b": RowPlace(**each["b"])}) for each in found[name]
        )
        for name in ("least_similar", "kept_apart")
    }
    unread = tuple(UnreadRow(RowPlace(**each["place"]), each["reason"]) for each in found["unread"])
    return Deduplication(**{**found, **pairs, "unread": unread})
