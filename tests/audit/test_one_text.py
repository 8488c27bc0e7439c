"""Where very many articles have one text, the earliest of them stand for all, in an audit and in a batch alike."""

from __future__ import annotations

import json
import random
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from provenance import Archive
from provenance.audit.cut_off import CutOff
from provenance.audit.one_text import EARLIEST, FEW_COPIES, pairs_of_copies, stand_ins, with_stand_ins
from provenance.model import Link
from provenance.reports.wording import cut_off_words
from provenance.store import link_from_bytes
from provenance.usecases.batching import BatchOptions, batch

NOT_A_TIME = np.nan


def text(seed: int, sentences: int) -> str:
    chance = random.Random(seed)
    names = ["Aldport", "Brenholm", "Castra", "Dunmere", "Eskwater", "Fallow", "Garrick", "Hollin"]
    things = ["harbour", "orchard", "railway", "library", "glacier", "theatre", "market", "quarry", "bridge"]
    made = []
    for _ in range(sentences):
        sold, kept, town, other = *chance.sample(things, 2), *chance.sample(names, 2)
        owners, crowns = chance.randrange(999), chance.randrange(99_999)
        made.append(
            f"{town} sold the {sold} of {other} to {owners} owners, and the {kept} was worth {crowns} crowns."
        )
    return " ".join(made)


STORY = text(1, 10)


def rows(copies: int) -> list[dict[str, str]]:
    """Copies of one story, the first of them printed last, and two reports that took a part of it."""
    made = [
        {"id": f"copy{n:03}", "text": STORY, "publisher": f"Paper {n}", "published": f"2025-03-{28 - n // 2:02}"}
        for n in range(copies)
    ]
    for n in range(2):
        took = f"{text(50 + n, 6)} {STORY[: STORY.index('. ', 400) + 1]} {text(70 + n, 4)}"
        made.append({"id": f"took{n}", "text": took, "publisher": f"Post {n}", "published": f"2025-04-0{n + 1}"})
    return made


def written(path: Path, made: list[dict[str, str]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in made), "utf-8")
    return path


def links_of(archive: Archive) -> list[Link]:
    return sorted(archive.store.links.iterate(), key=lambda link: (link.a, link.b))


def test_the_earliest_stand_for_all_copies_and_nothing_else_is_changed() -> None:
    copies = np.arange(10, 10 + FEW_COPIES + 5)
    numbers = np.concatenate([[1, 2, 3], copies])
    times = np.concatenate([[0.0, 0.0, NOT_A_TIME], np.arange(len(copies))[::-1].astype(float)])
    times[-1] = NOT_A_TIME  # would have been the earliest
    found = stand_ins(numbers, np.array([7, 8, 9] + [4] * len(copies)), times)
    first = copies[-2 : -2 - EARLIEST : -1]
    assert found.copies.tolist() == copies.tolist()
    assert found.earliest.tolist() == [first.tolist()]
    assert found.passed_over == len(copies) - EARLIEST
    pairs = np.array([(1, 2, 0, 50), (2, 10, 1, 900), (10, 11, 0, 1000)])
    assert with_stand_ins(pairs, found).tolist() == [
        [1, 2, 0, 50],
        *([2, int(number), 1, 900] for number in first),
    ]
    among = pairs_of_copies(found)
    assert len(among) == (len(copies) - EARLIEST) * EARLIEST + EARLIEST * (EARLIEST - 1) // 2
    assert set(copies.tolist()) == set(among.ravel().tolist())


def test_copies_of_two_texts_meet_through_those_that_stand_for_them() -> None:
    size = FEW_COPIES + 1
    numbers = np.arange(1, 2 * size + 1)
    found = stand_ins(numbers, np.repeat([0, 1], size), np.arange(2.0 * size))
    rows = with_stand_ins(np.array([(5, size + 5, 0, 10)]), found)
    assert sorted(map(tuple, rows[:, :2].tolist())) == sorted(
        [*((5, size + n) for n in (1, 2, 3)), *((n, size + 5) for n in (1, 2, 3))]
    )


def test_few_copies_are_compared_as_any_other() -> None:
    numbers = np.arange(FEW_COPIES)
    found = stand_ins(numbers, np.zeros(FEW_COPIES, np.int64), np.zeros(FEW_COPIES))
    assert not len(found.copies)
    assert not len(pairs_of_copies(found))
    pairs = np.array([(1, 2, 0, 3)])
    assert with_stand_ins(pairs, found) is pairs
    assert not len(stand_ins(numbers[:0], numbers[:0], np.zeros(0)).copies)


def test_an_audit_says_what_it_left_out_and_keeps_all_copies_together(tmp_path: Path) -> None:
    made = rows(FEW_COPIES + 6)
    with Archive(tmp_path / "whole.db") as whole, Archive(tmp_path / "parts.db") as parts:
        whole.add([written(tmp_path / "all.jsonl", made)], jobs=1)
        summary = whole.audit(jobs=1)
        assert summary.cut_off.copies == FEW_COPIES + 6 - EARLIEST
        assert whole.statistics()["record 1: copies of a text of very many, left out"] == summary.cut_off.copies
        assert whole.audit(jobs=1).cut_off == summary.cut_off
        links = links_of(whole)
        assert len(links) < (FEW_COPIES + 8) * (EARLIEST + 2)
        earliest = {f"copy{n:03}" for n in range(FEW_COPIES + 3, FEW_COPIES + 6)}
        linked = {name for link in links for name in (link.a, link.b) if {link.a, link.b} & earliest}
        assert linked == {row["id"] for row in made}
        assert {link.b for link in links if link.a in earliest and link.b.startswith("took")} == {"took0", "took1"}
        assert len(whole.clusters()) == 1
        for at, part in enumerate((made[:9], made[9 : FEW_COPIES - 1], made[FEW_COPIES - 1 :])):
            parts.add([written(tmp_path / f"part{at}.jsonl", part)], jobs=1)
            parts.audit(jobs=1)
        assert links_of(parts) == links


def test_a_batch_leaves_out_the_same(tmp_path: Path) -> None:
    made = rows(FEW_COPIES + 6)
    with Archive(tmp_path / "a.db") as archive:
        archive.add([written(tmp_path / "all.jsonl", made)], jobs=1)
        cut_off = archive.audit(jobs=1).cut_off
        links = links_of(archive)
    summary = batch([str(tmp_path / "all.jsonl")], str(tmp_path / "out"), options=BatchOptions("local", partitions=3))
    assert CutOff(summary.cut_off_texts, summary.cut_off_candidates, summary.cut_off_copies) == cut_off
    found = [
        link_from_bytes(row["judgement"], row["alignment"] if row["refers"] else None)
        for part in sorted((tmp_path / "out" / "links").glob("part-*"))
        for row in pq.read_table(part).to_pylist()
    ]
    assert sorted(found, key=lambda link: (link.a, link.b)) == links
    again = batch([str(tmp_path / "all.jsonl")], str(tmp_path / "out"), options=BatchOptions("local", partitions=3))
    assert again == summary


@pytest.mark.parametrize("copies", [0, 17])
def test_what_was_left_out_is_said_in_words(copies: int) -> None:
    said = cut_off_words(0, 0, copies)
    assert [line.startswith("Not compared with each other: 17 articles") for line in said] == [True] * bool(copies)
    assert str(FEW_COPIES) in "".join(cut_off_words(0, 0, 1))
    assert len(cut_off_words(2, 30, copies)) == 1 + bool(copies)
