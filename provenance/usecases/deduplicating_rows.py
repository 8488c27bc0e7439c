"""Files of rows with one row kept of each group of near duplicates; no archive is needed or made.

The inputs are read three times (what they say, what looks alike, what is kept; three more to look inside of rows
of a reference) and never held: memory grows with the
number of rows, by some hundred bytes each, not with their texts. What is written does not depend on `jobs`, nor on
the engine that reads rows and makes their signatures.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from provenance.config.clustering import THRESHOLD, ClusteringSettings
from provenance.config.containment import SHARE, ContainmentSettings
from provenance.config.fingerprint import FingerprintSettings
from provenance.curation.contained_rows import contained, nothing_contained
from provenance.curation.row_files import row_file
from provenance.curation.row_groups import grouped
from provenance.curation.row_pairs import RowPairs, verified
from provenance.curation.row_portions import RowFile
from provenance.curation.row_streams import other_files, require_apart, streams
from provenance.curation.row_writing import format_of
from provenance.curation.sketching import BROKEN, NO_TEXT, Reading, Sketched, sketched
from provenance.curation.spooled import Spooled
from provenance.engines import Engine, given_or_local
from provenance.errors import UsageError
from provenance.files.temporary import temporary_folder
from provenance.model.deduplication import AlikePair, Deduplication, UnreadRow
from provenance.model.progress import Progress
from provenance.usecases.deduplicated_rows import Told, write_kept

EXAMPLES = 5  # least similar pairs, and most similar ones that were kept apart


@dataclass(frozen=True, slots=True)
class RowOptions:
    """What is asked for. `mapping` names columns as `--map` does; rows of the files `against` are known already.

    `contained` is the least part of the shorter of two texts that makes a row inside a longer one of `against`, or
    around a shorter one, repeat it; None compares whole rows alone.
    """

    mapping: Mapping[str, str] = field(default_factory=dict)
    keep: str = "first"
    threshold: float = THRESHOLD
    against: Sequence[str | Path] = ()
    contained: float | None = SHARE
    paragraphs: bool = False
    broken: Literal["skip", "keep"] = "skip"


def deduplicate_rows(
    inputs: Sequence[str | Path],
    output: str | Path | None = None,
    options: RowOptions | None = None,
    *,
    groups: str | Path | None = None,
    pairs: str | Path | None = None,
    spans: str | Path | None = None,
    jobs: int = 1,
    engine: Engine | None = None,
    on_progress: Progress | None = None,
) -> Deduplication:
    """Write the rows of `inputs` without near duplicates to `output` (`-` is standard output; None writes nothing).

    Rows keep their columns, types and order. `groups`, `pairs` and `spans` are files for who matched whom, for every
    verified pair, and for the paragraphs taken out. An `engine` is taken instead of `jobs` processes of this
    machine, and left open. Inputs are never written over. Raises UsageError, UnreadableInput, MissingExtra, and
    ProvenanceError where workers of an engine fail; then no file has appeared.
    """
    options = options or RowOptions()
    reading = Reading(options.mapping, options.keep)
    reading.validate()
    settings = ClusteringSettings(threshold=options.threshold)
    settings.validate()
    inside = None if options.contained is None else ContainmentSettings(share=options.contained)
    if inside is not None:
        inside.validate()
    recipe = FingerprintSettings()
    progress = on_progress or (lambda _stage, _done, _total: None)
    if not inputs:
        raise UsageError("name at least one file of rows")
    with ExitStack() as stack:
        folder = stack.enter_context(temporary_folder("dedup"))
        engine = stack.enter_context(given_or_local(engine, jobs))
        opened, compared = streams(inputs, folder), streams(options.against, folder)
        require_apart((output, groups, pairs, spans), [*opened, *compared])
        files = [row_file(stream) for stream in opened]
        if output is not None:
            format_of(str(output), files)
        known = [row_file(stream) for stream in compared]
        rows = sketched([*files, *known], reading, recipe, engine, folder, progress)
        reference = rows.bounds[len(files)]
        _require_texts([*files, *known], rows, options)
        labels = stack.enter_context(Spooled(folder / "labels", len(rows.digests)))
        found = verified(
            [*files, *known], rows, reference, reading, settings, recipe, engine, folder, labels,
            any((groups, pairs, spans)), progress,
        )  # fmt: skip
        held = nothing_contained()
        if known and inside is not None:
            settled = _settled(found, reference)
            held = contained(
                [*files, *known],
                found.stands,
                settled,
                reference,
                reading,
                inside,
                recipe,
                engine,
                folder,
                labels,
                progress,
            )
        made = grouped(rows, found, reference, held)
        told = Told([*files, *known], rows, labels, found, made, reference, held)
        lost = write_kept(
            told, files, reading, options.paragraphs, options.broken == "keep", engine,
            None if output is None else str(output), spans, progress,
        )  # fmt: skip
        told.write_groups(groups)
        told.write_pairs(pairs)
        return replace(_answer(told, lost, options), other_files=other_files([*inputs, *options.against]))


def _settled(found: RowPairs, reference: int) -> NDArray[np.bool_]:
    """The rows that repeat one of the reference as they are, so that nobody has to look inside of any."""
    settled = np.zeros(len(found.stands), bool)
    known = np.zeros(len(found.stands), bool)
    last = found.stands[reference:]
    known[last[last >= 0]] = True
    settled |= known
    for one, other in ((found.first, found.second), (found.second, found.first)):
        settled[one[known[other]]] = True
    return settled


def _require_texts(files: Sequence[RowFile], rows: Sketched, options: RowOptions) -> None:
    for at, file in enumerate(files):
        states = rows.states[rows.bounds[at] : rows.bounds[at + 1]]
        if len(states) and (states == NO_TEXT).all():
            shown = ", ".join(sorted(file.columns or rows.columns)[:12])
            raise UsageError(f"{file.name}: no row has a text; its columns are {shown}; say --map text=COLUMN")
    ranked = rows.ranks[: rows.bounds[-1]][rows.states == 0]
    if options.keep.startswith("best:") and len(ranked) and not np.isfinite(ranked).any():
        raise UsageError(f'no row has a number at "{options.keep.removeprefix("best:")}", which --keep names')


def _answer(told: Told, lost: Mapping[str, int], options: RowOptions) -> Deduplication:
    rows, found, made, reference = told.rows, told.pairs, told.groups, told.reference
    left_out = made.left_out[:reference]
    states = rows.states[:reference]
    in_reference = int((made.kept_by[:reference] >= reference).sum())
    leaders = np.unique(made.kept_by[:reference][left_out])
    return Deduplication(
        rows=reference,
        kept=reference - int(left_out.sum()) - lost["broken"] - lost["emptied"],
        left_out=int(left_out.sum()) - in_reference,
        in_reference=in_reference,
        contained=int((made.containment[:reference] > 0).sum()),
        same_words=int((left_out & (made.similarity[:reference] >= 1)).sum()),
        groups=int((leaders < reference).sum()),
        pairs=len(found.first),
        without_text=int((states == NO_TEXT).sum()),
        broken=int((states == BROKEN).sum()),
        broken_kept=int((states == BROKEN).sum()) - lost["broken"],
        emptied=lost["emptied"],
        shortened=lost["shortened"],
        spans=lost["spans"],
        threshold=options.threshold,
        reference=len(rows.states) - reference,
        unread=tuple(UnreadRow(told.place(number), reason) for number, reason in rows.broken),
        least_similar=tuple(_examples(told, found.first, found.second, found.jaccard, least=True)),
        kept_apart=tuple(_examples(told, *found.missed, least=False)),
    )


def _examples(
    told: Told, first: NDArray[np.int64], second: NDArray[np.int64], jaccard: NDArray[np.float64], *, least: bool
) -> Iterator[AlikePair]:
    order = np.lexsort((second, first, jaccard if least else -jaccard))[:EXAMPLES]
    for at in order.tolist():
        a, b = int(first[at]), int(second[at])
        yield AlikePair(told.place(a), told.place(b), float(jaccard[at]), told.excerpt(a), told.excerpt(b))
