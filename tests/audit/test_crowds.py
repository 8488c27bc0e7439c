"""Of very many near duplicates the nearest and the earliest are compared, and the rest is counted."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from provenance import Archive
from provenance.audit.crowds import EARLIEST, NEAREST, without_crowds
from provenance.retrieval.candidates import index_hits
from provenance.store import link_from_bytes
from provenance.usecases.batching import BatchOptions, batch

FORMS = NEAREST + 25


def form(number: int) -> str:
    """One form with other names and numbers."""
    chance = random.Random(number)
    place = chance.choice(["Aldport", "Brenholm", "Castra", "Dunmere", "Eskwater", "Fallow", "Garrick", "Hollin"])
    figure = chance.randrange(10_000)
    return (
        f"The weather office expects a day of sunshine and light winds in {place} with {figure % 30} degrees. "
        "Readings are taken at the mast beside the old lighthouse every ten minutes by an instrument that was "
        "installed last spring and are sent to all partners without delay. "
        f"Rain fell on {figure % 17} days of the month and the level of the reservoir reads {figure} units. "
        "Visitors of the shore are asked to mind the tide and to keep dogs away from the nests of terns until "
        f"the end of the season. The next forecast for {place} appears at {figure % 24} o'clock."
    )


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forms of which the last added are the earliest."""
    path = tmp_path_factory.mktemp("forms") / "rows.jsonl"
    made = [
        {
            "id": f"form{n:03}",
            "text": form(n),
            "publisher": f"Paper {n}",
            "published": f"2025-{3 - n // 20:02}-{28 - n % 20:02}",
        }
        for n in range(FORMS)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in made), "utf-8")
    return path


def test_the_nearest_and_the_earliest_stay_and_the_rest_is_counted(rows: Path, tmp_path: Path) -> None:
    with Archive(tmp_path / "a.db") as archive:
        archive.add([rows], jobs=1)
        store = archive.store
        numbers = store.articles.all_numbers()
        articles = store.articles.packed(numbers.tolist()).unpacked()
        found = index_hits(store, articles, archive.settings.fingerprint, [1] * FORMS)
        kept = without_crowds(store, numbers, found)
        crowded = 0
        for number, before, after in zip(numbers.tolist(), found, kept, strict=True):
            others = [other for other in before.near.tolist() if other != number]
            if len(others) <= NEAREST:
                assert after is before
                continue
            crowded += 1
            still = [other for other in after.near.tolist() if other != number]
            assert still[:NEAREST] == others[:NEAREST]
            assert set(still) == {*others[:NEAREST], *sorted(others)[-EARLIEST:]}
            gone = set(others) - set(still)
            assert after.truncated == before.truncated + len(gone)
            assert not gone & {*after.ranked.tolist(), *after.faint.tolist()}
            assert set(before.ranked.tolist()) - set(after.ranked.tolist()) <= gone
            assert len(after.ranked) == len(after.scores) == len(after.evidence) == len(after.shared)
            assert len(after.faint) == len(after.faint_scores)
        assert crowded > FORMS / 2
        summary = archive.audit(jobs=1)
        assert summary.cut_off.texts >= crowded
        assert summary.pairs < FORMS * (FORMS - 1) / 2
        linked = {name for link in store.links.iterate() for name in (link.a, link.b)}
        assert len(linked) == FORMS


def test_a_batch_compares_the_same(rows: Path, tmp_path: Path) -> None:
    with Archive(tmp_path / "a.db") as archive:
        archive.add([rows], jobs=1)
        cut_off = archive.audit(jobs=1).cut_off
        links = sorted(archive.store.links.iterate(), key=lambda link: (link.a, link.b))
    summary = batch([str(rows)], str(tmp_path / "out"), options=BatchOptions("local", partitions=3))
    found = [
        link_from_bytes(row["judgement"], row["alignment"] if row["refers"] else None)
        for part in sorted((tmp_path / "out" / "links").glob("part-*"))
        for row in pq.read_table(part).to_pylist()
    ]
    assert sorted(found, key=lambda link: (link.a, link.b)) == links
    assert (summary.cut_off_texts, summary.cut_off_candidates) == (cut_off.texts, cut_off.candidates)
