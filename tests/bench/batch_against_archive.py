"""Whether the tables of a batch say what an archive says after `add` and `audit` of the same articles, byte for byte.

    python tests/bench/batch_against_archive.py FOLDER ARCHIVE

The archive is made of the rows in the order of their ids, so that articles have the numbers that a batch gives them.
Prints a line per kind of finding: how many each has, and how many differ. Exits 1 where any does.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

import pyarrow as pa
import pyarrow.parquet as pq

from provenance import Archive
from provenance.store import link_from_bytes

Found = Mapping[Any, Any]


def main(folder: str, archive: str) -> int:
    different = 0
    with Archive(archive, readonly=True) as opened:
        for kind, ones, others in both(Path(folder), opened):
            wrong = [key for key in {*ones, *others} if ones.get(key, ...) != others.get(key, ...)]
            different += len(wrong)
            print(
                f"{kind:12} {len(ones):>9,} {len(others):>9,}   differ: {len(wrong):,} {sorted(map(str, wrong))[:2]}"
            )
    return int(different > 0)


def both(folder: Path, archive: Archive) -> Iterator[tuple[str, Found, Found]]:
    """Of each kind what the tables and what the archive have."""
    store = archive.store
    numbers = store.articles.all_numbers().tolist()
    ids = dict(zip(numbers, store.articles.ids(numbers), strict=True))
    articles = rows(folder, "articles", "number", "id")
    yield "articles", {row["number"]: row["id"] for row in articles}, ids
    known = store.passages.known(store.links.record)
    columns = (known.a.tolist(), known.b.tolist(), known.rows.tolist(), known.linked.tolist())
    compared = {(ids[a], ids[b]): (row, bool(linked)) for a, b, row, linked in zip(*columns, strict=True)}
    pairs = rows(folder, "pairs", "a", "b", "compared", "shares")
    yield (
        "compared",
        {(row["a"], row["b"]): row["shares"] for row in pairs if row["compared"]},
        {pair: linked for pair, (_, linked) in compared.items()},
    )
    links = rows(folder, "links", "a", "b", "judgement", "refers", "alignment")
    linked = {pair: row for pair, (row, shares) in compared.items() if shares}
    contents = dict(zip(linked, store.passages.contents([*linked.values()]), strict=True))
    yield "alignments", {(row["a"], row["b"]): row["alignment"] for row in links if row["alignment"]}, contents
    judged = {
        (row["a"], row["b"]): link_from_bytes(row["judgement"], row["alignment"] if row["refers"] else None)
        for row in links
    }
    yield "links", judged, {(link.a, link.b): link for link in store.links.iterate()}
    read = {row["id"]: row["quotations"] for row in rows(folder, "readings", "id", "quotations")}
    yield "quotations", read, store.quotations.packed(sorted(ids.values()))
    names = ("kept", "members", "weakest_a", "weakest_b", "weakest_jaccard")
    clusters = rows(folder, "clusters", *names)
    yield (
        "clusters",
        {row["kept"]: (*row["members"], *(row[name] for name in names[2:])) for row in clusters},
        {one.kept: (*(each.id for each in one.members), *one.weakest) for one in archive.clusters()},
    )


def rows(folder: Path, table: str, *columns: str) -> list[dict[str, Any]]:
    parts = [pq.read_table(part, columns=list(columns)) for part in sorted((folder / table).glob("part-*"))]
    found: list[dict[str, Any]] = pa.concat_tables(parts).to_pylist()
    return found


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:3]))
