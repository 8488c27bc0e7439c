"""What the views for SQL say of a large archive, beside what the commands say of it: the same numbers.

    python tests/bench/sql_views.py 10000      makes, audits and reviews an archive of so many press releases
    python tests/bench/sql_views.py ARCHIVE    reads a copy of one that is there

A line per thing that is counted: how many the commands have, how many the view, how many of them differ. Ends with 1
where any does. The releases are those of `tests/bench/corpus.py`.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from provenance import Archive, Filters  # noqa: E402
from provenance.model import Link  # noqa: E402
from tests.bench import corpus  # noqa: E402

EVERY = Filters.of(same_event=True)
LINK = "relation, likeliest, source, derived, confidence, share_a, share_b, credited, verdict"


def main() -> int:
    (given,) = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "views.db"
        if given.isdigit():
            made(path, int(given))
        else:
            shutil.copy(given, path)
        wrong = 0
        print(f"{'':<28}{'commands':>12}{'views':>12}{'differ':>9}{'seconds':>9}")
        with Archive(path) as archive:
            start = time.perf_counter()
            for name, commands, views, differ in compared(archive):
                print(
                    f"{name:<28}{commands:>12,}{views:>12,}{differ:>9,}{time.perf_counter() - start:>9.1f}",
                    flush=True,
                )
                wrong += differ
                start = time.perf_counter()
    return int(wrong > 0)


def made(path: Path, count: int) -> None:
    """An archive of so many releases, audited; some links are reviewed."""
    rows = path.with_suffix(".jsonl")
    print(f"{count:,} {corpus.write(rows, count)}", flush=True)
    with Archive(path) as archive:
        archive.add([rows], jobs=0)
        archive.audit(jobs=0)
        links = archive.listed_links(EVERY)
        for link in links[:: max(1, len(links) // 40)]:
            archive.review(link.a, link.b, "confirm" if len(link.a) % 2 else "reject", "looked at", by="bench")


def compared(archive: Archive) -> Iterator[tuple[str, int, int, int]]:
    """(what, how many the commands have, how many the views, how many differ)."""
    links = {(link.a, link.b): said(link) for link in archive.listed_links(EVERY)}
    rows = {(row["a"], row["b"]): tuple(row.values())[2:] for row in archive.sql(f"SELECT a, b, {LINK} FROM v_links")}
    yield "links", len(links), len(rows), differing(links, rows)
    relations = Counter(values[0] for values in links.values())
    counted = archive.sql("SELECT relation, count(*) AS n FROM v_links GROUP BY relation")
    by_view = {row["relation"]: row["n"] for row in counted}
    yield "relations", len(relations), len(by_view), differing(relations, by_view)
    statistics = archive.statistics()
    ids = {each.id for each in archive.listed()}
    listed = {row["id"] for row in archive.sql("SELECT id FROM v_articles")}
    yield "articles", int(statistics["articles"]), len(listed), len(ids ^ listed)
    taken = Counter(published(archive, link) for link in archive.listed_links() if link.source is not None)
    cells = {(row["source"], row["taker"]): row["links"] for row in archive.table("publishers")}
    yield "publishers by publishers", len(taken), len(cells), differing(taken, cells)
    passages: Counter[tuple[Any, ...]] = Counter()
    for link in archive.links(EVERY):
        for one in link.passages:
            if not one.is_earlier:
                passages[link.a, link.b, one.match.kind, one.match.score, *one.match.a, *one.match.b] += 1
    names = "a, b, kind, score, start_a, end_a, start_b, end_b"
    where = "version_a IS NULL AND version_b IS NULL"
    shown = Counter(tuple(row.values()) for row in archive.sql(f"SELECT {names} FROM v_passages WHERE {where}"))
    yield "passages", passages.total(), shown.total(), differing(passages, shown)


def said(link: Link) -> tuple[Any, ...]:
    """What `v_links` has of a link."""
    verdict = link.review.verdict if link.review else None
    return (
        *(link.relation, link.likeliest, link.source, link.derived, link.confidence, link.share_a, link.share_b),
        *(int(link.credited), verdict),
    )


def published(archive: Archive, link: Link) -> tuple[str | None, str | None]:
    """The publishers of source and derived article."""
    named = archive.named([link])
    return named[str(link.source)].publisher, named[str(link.derived)].publisher


def differing(one: Mapping[Any, Any], other: Mapping[Any, Any]) -> int:
    """For how many keys two answers differ."""
    return sum(one.get(key) != other.get(key) for key in one.keys() | other.keys())


if __name__ == "__main__":
    raise SystemExit(main())
