"""Records of profiles beside each other, and passages kept once beside all judgements of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from provenance.errors import DamagedArchive
from provenance.model import Link
from provenance.store import Entry, Store
from provenance.store.findings.link_bytes import written
from provenance.text.folded_text import folded_all


@pytest.fixture
def store(path: Path, entry: Callable[..., Entry]) -> Iterator[Store]:
    with Store.open(path, create=True) as store:
        store.add([entry(name, f"Text of {name}.") for name in "dcba"])
        yield store


def test_each_record_has_links_of_its_own(store: Store, link: Callable[..., Link]) -> None:
    """What another profile finds neither hides nor replaces a link: readers see the record of their profile."""
    store.links.save(store.runs.start("audit", "s1", "{}"), [link("a", "b"), link("c", "d")])
    with Store.open(store.path) as other:
        other.profile = "essay"
        assert other.links.pairs() == []
        other.links.save(other.runs.start("audit", "s2", "{}"), [link("a", "b", 0.3)])
        assert other.links.of("a") == [link("a", "b", 0.3)]
        assert [j.link for j in other.links.judgements("a", "b")] == [link("a", "b", 0.3)]
        assert other.upkeep.statistics().links == {"derived": 1}
    assert store.links.pairs() == [("a", "b"), ("c", "d")]
    assert store.links.between("a", "b") == link("a", "b")
    assert [(r.profile, r.settings_digest, r.links, r.shown) for r in store.records.all()] == [
        ("news", "s1", 2, True),
        ("essay", "s2", 1, True),
    ]


def test_readers_see_the_last_record_that_was_finished(store: Store, link: Callable[..., Link]) -> None:
    old = store.records.opened("news", "old rules", "{}")
    store.links.save(store.runs.start("audit", "old rules", "{}"), [link("a", "b")])
    assert store.records.shown("news") == old
    store.records.finish(old, "state")
    new = store.records.opened("news", "new rules", "{}")
    assert store.records.opened("news", "new rules", "{}") == new
    store.links.save(store.runs.start("audit", "new rules", "{}"), [link("c", "d")])
    assert store.records.shown("news") == old  # an audit that has not ended has found a part only
    assert store.links.pairs() == [("a", "b")]
    store.records.finish(new, "state")
    assert store.links.pairs() == [("c", "d")]


def test_passages_are_kept_once_beside_all_judgements_of_them(store: Store, link: Callable[..., Link]) -> None:
    record = store.records.opened("news", "s", "{}")
    run = store.runs.start("audit", "s", "{}")
    numbers = dict(zip("ab", store.articles.numbers("ab").tolist(), strict=True))
    found = replace(link("a", "b"), relation="undetermined", evidence=())
    store.passages.save(record, [(numbers["a"], numbers["b"], 5, written(found).content), (1, 2, 5, None)])
    known = store.passages.known(record)
    assert known.of(np.array([[numbers["a"], numbers["b"]], [2, 1]]))[0].tolist() == [True, False]
    (row,) = known.rows[known.linked == 1].tolist()
    judged, again = link("a", "b"), link("a", "b", confidence=0.6)
    assert store.links.save_written(run, [written(judged, row)]) == 1
    assert store.links.save_written(run, [written(judged, row)]) == 0
    assert store.links.save_written(run, [written(again, row)]) == 1
    assert store.links.of("a") == list(store.links.iterate()) == [again]
    assert [j.link for j in store.links.judgements("a", "b")] == [judged, again]
    assert store.upkeep.check_integrity() == []
    store.passages.save(record, [(numbers["a"], numbers["b"], 6, written(found).content)])
    store.passages.save(record, [(numbers["a"], numbers["b"], 7, written(found).content)])
    store.passages.tidy(record)  # what a judgement names stays, what nothing names but the last of a pair goes
    assert store.passages.contents([row]) == [written(found).content]
    assert store.connection.value("SELECT count(*) FROM shared_passages") == 3
    assert store.passages.known(record).circumstances.tolist() == [5, 7]
    store.connection.run("UPDATE shared_passages SET content = x'00' WHERE passages = ?", (row,))
    with pytest.raises(DamagedArchive):
        store.links.of("a")
    assert [problem.where for problem in store.upkeep.check_integrity()] == ["link of 'b' and 'a'"] * 2
    store.remove("a", folded_all)
    assert store.connection.value("SELECT count(*) FROM shared_passages") == 1
