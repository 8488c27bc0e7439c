"""The archive with one article kept of each group of near duplicates, as a file; the archive is not changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from provenance.config.clustering import THRESHOLD
from provenance.config.fingerprint import FingerprintSettings
from provenance.model.progress import Progress
from provenance.retrieval.near_duplicate_groups import Group
from provenance.usecases.clustering import Keep, groups
from provenance.usecases.exporting import KNOWN, RowWriter, article_row, columns

if TYPE_CHECKING:
    from provenance.store import Store


ADDED = ("cluster", "cluster_size", "duplicates")


def deduplicate(
    store: Store,
    write: RowWriter,
    fingerprints: FingerprintSettings | None = None,
    *,
    threshold: float = THRESHOLD,
    keep: Keep = "earliest",
    prefer: Sequence[str] = (),
    on_progress: Progress | None = None,
) -> tuple[int, int]:
    """Pass the articles that are kept, one per group, to `write`; returns how many were kept and how many left out.

    Rows are ordered by id and read as they are written. There are three columns more than in an export: `cluster`
    (the id of the kept article, also for an article without duplicates), `cluster_size`, and `duplicates`, the ids
    that were left out for this one. Groups are those of `provenance.usecases.clustering.groups`, whose arguments and
    errors are the same.
    """
    with store.snapshot():
        found = groups(store, fingerprints, threshold=threshold, keep=keep, prefer=prefer, on_progress=on_progress)
        kept = {group.kept: group for group in found}
        left_out = {member for group in found for member in group.members if member != group.kept}
        written = write(_rows(store, kept, left_out, on_progress), _columns(store))
    return written, len(left_out)


def _columns(store: Store) -> list[str]:
    present = columns(store)
    return [*(column for column in present[:-1] if column not in ADDED), *ADDED, KNOWN[-1]]


def _rows(
    store: Store, kept: dict[str, Group], left_out: set[str], on_progress: Progress | None
) -> Iterator[dict[str, Any]]:
    total = store.articles.count()
    for done, article in enumerate(store.articles.iterate()):
        if on_progress is not None and done % 1000 == 0:
            on_progress("writing", done, total)
        if article.id in left_out:
            continue
        row = article_row(article)
        text = row.pop("text")
        group = kept.get(article.id)
        others = [member for member in group.members if member != article.id] if group else []
        yield {**row, "cluster": article.id, "cluster_size": len(others) + 1, "duplicates": others, "text": text}
