"""What a batch found, brought into an archive: its articles, what they quote, the passages they share and the links.

All of it, or the articles of some publishers, of a time or of one group of linked articles; links with one article
outside stay outside. An archive that then holds nothing else is as an audit leaves it; in any other the next audit
judges anew and aligns only what no batch or audit has aligned.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from provenance.audit.aligning import circumstances_of
from provenance.audit.recording import record_digest, state, weights_digest
from provenance.comparison.known_quotations import SCHEME
from provenance.config.settings import Settings
from provenance.files.temporary import temporary_folder
from provenance.model import Addition
from provenance.model.progress import Progress
from provenance.quotes import RULES
from provenance.quotes.linking.speakers import speaker_keys
from provenance.store import Store, link_from_bytes, quotations_from_bytes, written
from provenance.usecases.adding import add
from provenance.usecases.filters import Filters
from provenance.usecases.finished_batches import Gathered, Source

if TYPE_CHECKING:
    pass

PAIRS_AT_ONCE = 5_000  # per transaction


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """What an import did: what became of the articles, how many links it recorded, and whether the archive is now as
    an audit of it would leave it."""

    addition: Addition
    links: int
    is_audited: bool


def import_batch(
    store: Store,
    folder: str | Path | Source,
    settings: Settings | None = None,
    filters: Filters | None = None,
    component: str | None = None,
    on_progress: Progress | None = None,
) -> ImportSummary:
    """Bring what a finished batch left in `folder` into the archive.

    `filters` narrows it to `publishers` and a time; `component` names an article, with which come all that are linked
    with it, directly or through others. An article that the archive has with another text becomes a new version of
    it, as with `add`. Raises UnreadableInput for a folder that is no finished batch, or of another version.
    """
    report = on_progress or (lambda _stage, _done, _total: None)
    source = folder if isinstance(folder, Source) else Source(Path(folder))
    numbers = source.chosen(filters or Filters(), component)
    whole = len(numbers) == source.rows["articles"]
    settings = (settings or Settings.of()).recorded
    with temporary_folder("import") as beside:
        rows = source.gathered(beside, numbers, report)
        addition = add(store, rows.articles(), settings.fingerprint, list_left_out=False, on_progress=on_progress)
        links = _recorded(store, source, rows, numbers, report)
    is_audited = whole and _settle(store, source, settings, len(numbers))
    return ImportSummary(addition, links, is_audited)


def _recorded(store: Store, source: Source, rows: Gathered, numbers: np.ndarray, report: Progress) -> int:
    """Write quotations, passages and links of the articles that the archive has with the same text."""
    archived: dict[int, int] = {}
    known_of: dict[int, tuple[Any, str | None]] = {}
    waiting: list[dict[str, Any]] = []
    for done, row in enumerate(rows.rows(), 1):
        waiting.append(row)
        if len(waiting) == 500 or done == len(numbers):
            _keep_readings(store, waiting, archived, known_of)
            report("importing quotations", done, len(numbers))
            waiting = []
    digest, settings = source.manifest["settings_digest"], source.manifest["settings"]
    as_json = json.dumps(settings, sort_keys=True)
    record = store.records.opened(source.manifest["profile"], digest, as_json)
    run = store.runs.start("import", digest, as_json)
    store.records.unsettle(record)
    _keep_passages(store, source, record, archived, known_of, report)
    new = _keep_links(store, source, record, run, archived, report)
    store.runs.finish(run)
    return new


def _keep_readings(
    store: Store,
    rows: Sequence[dict[str, Any]],
    archived: dict[int, int],
    known_of: dict[int, tuple[Any, str | None]],
) -> None:
    from provenance.batch.aligning import boilerplate_of
    from provenance.batch.article_columns import article_of

    numbers = store.articles.known_numbers([row["id"] for row in rows])
    digests = store.articles.digests(list(numbers.values()))
    with store.transaction():
        for row in rows:
            number = numbers.get(row["id"])
            article = article_of(row)
            if number is None or digests.get(number) != article.text_digest:
                continue
            archived[row["number"]] = number
            known_of[number] = boilerplate_of(row["boilerplate"]), article.language
            if quotations_from_bytes(row["quotations"])[1] == RULES:
                store.quotations.save_written(article.id, row["quotations"])
                store.utterances.save(article.id, row["entry"], SCHEME, tuple(row["speakers"]), speaker_keys)


def _keep_passages(
    store: Store,
    source: Source,
    record: int,
    archived: dict[int, int],
    known_of: dict[int, tuple[Any, str | None]],
    report: Progress,
) -> None:
    """Write what pairs share; of a pair that was compared and shares nothing that as well. What the archive knows of
    a pair under the same circumstances stays as it is."""
    known = store.passages.known(record)
    shared = {
        (low, high): content
        for table in source.read("links", ("low", "high", "alignment"))
        for low, high, content in zip(*(table.column(name).to_pylist() for name in table.column_names), strict=True)
        if content is not None and low in archived and high in archived
    }
    done = 0
    for table in source.read("pairs", ("low", "high", "compared")):
        ends = [
            (low, high)
            for low, high, compared in zip(
                *(table.column(name).to_pylist() for name in table.column_names), strict=True
            )
            if compared and low in archived and high in archived
        ]
        for start in range(0, len(ends), PAIRS_AT_ONCE):
            some = ends[start : start + PAIRS_AT_ONCE]
            pairs = np.array([(archived[low], archived[high]) for low, high in some], np.int64)
            numbers = np.unique(pairs)
            circumstances = circumstances_of(pairs, numbers, [known_of[number] for number in numbers.tolist()])
            held, places = known.of(pairs)
            if len(known.rows):
                held &= known.circumstances[places] == circumstances
            rows = [
                (a, b, circumstance, shared.get(pair))
                for (a, b), circumstance, pair, is_held in zip(
                    pairs.tolist(), circumstances.tolist(), some, held.tolist(), strict=True
                )
                if not is_held
            ]
            with store.transaction():
                store.passages.save(record, rows)
            done += len(some)
            report("importing passages", done, None)


def _keep_links(
    store: Store, source: Source, record: int, run: int, archived: dict[int, int], report: Progress
) -> int:
    known, new, done = store.passages.known(record), 0, 0
    for table in source.read("links", ("low", "high", "judgement", "refers", "alignment")):
        rows = [row for row in table.to_pylist() if row["low"] in archived and row["high"] in archived]
        for start in range(0, len(rows), PAIRS_AT_ONCE):
            some = rows[start : start + PAIRS_AT_ONCE]
            pairs = np.array([(archived[row["low"]], archived[row["high"]]) for row in some], np.int64)
            _, places = known.of(pairs)
            links = []
            for row, place in zip(some, places.tolist(), strict=True):
                link = link_from_bytes(row["judgement"], row["alignment"] if row["refers"] else None)
                links.append(written(link, int(known.rows[place]) if row["refers"] else None))
            with store.transaction():
                new += store.links_of(source.manifest["profile"]).save_written(run, links)
            done += len(some)
            report("importing links", done, source.rows["links"])
    return new


def _settle(store: Store, source: Source, settings: Settings, articles: int) -> bool:
    """Say that the archive is audited, where it holds what the batch had and nothing else, judged by the rules and
    settings that an audit would use."""
    digest = source.manifest["settings_digest"]
    numbers = store.articles.all_numbers()
    if digest != record_digest(settings, weights_digest(store)) or len(numbers) != articles or store.encoded:
        return False
    if len(store.earlier.numbers()):
        return False
    record = store.records.opened(settings.profile, digest, settings.as_json)
    cut_off = source.manifest["cut_off"]
    with store.transaction():
        store.runs.mark_audited(digest, numbers)
        store.records.finish(
            record, state(store, numbers), (cut_off["texts"], cut_off["candidates"], cut_off.get("copies", 0))
        )
        store.records.show(record)
    return True
