"""Codes of sentences in the archive: written once, found by page and by text, gone with their texts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from provenance.errors import ArchiveError, DamagedArchive
from provenance.model import Span
from provenance.model.coded_text import CodedText
from provenance.store import Entry, Store
from provenance.store.meanings.meaning_bytes import spans_from_bytes, spans_to_bytes


def coded(sentences: int, seed: int) -> CodedText:
    spans = tuple(Span(place * 10, place * 10 + 9) for place in range(sentences))
    return CodedText(spans, np.random.default_rng(seed).integers(0, 2**63, (sentences, 4), dtype=np.uint64))


@pytest.fixture
def store(path: Path, entry: Callable[..., Entry]):
    with Store.open(path, create=True) as opened:
        opened.add([entry(name, f"Text of {name}. " * 1200, [number]) for number, name in enumerate("abcd")])
        yield opened


def same(one: CodedText, other: CodedText) -> bool:
    return one.spans == other.spans and np.array_equal(one.codes, other.codes)


def test_codes_come_back_as_they_were(store: Store) -> None:
    texts = {1: coded(3, 1), 2: coded(0, 2), 3: coded(5, 3)}
    assert store.meanings.lacking().tolist() == [1, 2, 3, 4]
    assert not store.encoded
    store.meanings.write("tiny 1", [1, 2], [texts[1], texts[2]])
    store.meanings.write("tiny 1", [3], [texts[3]])
    found = store.meanings.of([3, 2, 1, 4])
    assert found.keys() == {1, 2, 3}
    assert same(found[1], texts[1])
    assert same(found[3], texts[3])
    assert found[2].spans == ()
    assert store.meanings.lacking().tolist() == [4]
    assert (store.meanings.encoder, store.meanings.count(), store.encoded) == ("tiny 1", 3, True)
    assert store.upkeep.check_integrity() == []


def test_small_additions_share_pages_and_full_pages_stay(store: Store) -> None:
    for number, sentences in ((1, 3), (2, 1020), (3, 30), (4, 2)):
        store.meanings.write("tiny 1", [number], [coded(sentences, number)])
    pages = list(store.meanings.pages())
    assert [page.numbers.tolist() for page in pages] == [[1, 2], [3, 4]]
    assert np.array_equal(pages[0].signs[:3], coded(3, 1).codes[:, :2])
    assert all(
        same(found, coded(len(found.spans), number)) for number, found in store.meanings.of([1, 2, 3, 4]).items()
    )
    assert store.upkeep.check_integrity() == []


def test_codes_of_another_encoder_are_refused_until_all_are_dropped(store: Store) -> None:
    store.meanings.write("tiny 1", [1], [coded(2, 1)])
    with pytest.raises(ArchiveError, match="embed --again"):
        store.meanings.write("tiny 2", [2], [coded(2, 2)])
    store.meanings.clear()
    store.meanings.write("tiny 2", [2], [coded(2, 2)])
    assert (store.meanings.encoder, store.meanings.held().tolist()) == ("tiny 2", [2])


def test_a_removed_article_leaves_nothing(store: Store) -> None:
    store.meanings.write("tiny 1", [1, 2, 3], [coded(2, number) for number in (1, 2, 3)])
    gone = store.meanings.of([2])[2].codes
    store.remove("b", lambda texts: [text.lower().replace(".", "").encode() for text in texts])
    assert store.meanings.of([1, 2, 3]).keys() == {1, 3}
    assert [page.numbers.tolist() for page in store.meanings.pages()] == [[1, 3]]
    assert store.upkeep.check_integrity() == []
    store.connection.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    assert gone[0, :2].astype("<u8").tobytes() not in store.path.read_bytes()


def test_codes_of_replaced_texts_are_dropped(store: Store, entry: Callable[..., Entry]) -> None:
    store.meanings.write("tiny 1", [1, 2], [coded(2, 1), coded(2, 2)])
    store.add([entry("a", "Quite another text.", [9])])
    assert store.meanings.count() == 1
    assert store.meanings.lacking().tolist() == [3, 4, 5]
    store.meanings.drop_replaced()
    assert [page.numbers.tolist() for page in store.meanings.pages()] == [[2]]


def test_a_text_that_was_removed_meanwhile_is_left_out(store: Store) -> None:
    store.meanings.write("tiny 1", [1, 77], [coded(2, 1), coded(2, 2)])
    assert store.meanings.held().tolist() == [1]


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE meanings SET large = zeroblob(length(large)) WHERE number = 1",
        "UPDATE meaning_pages SET signs = zeroblob(length(signs))",
        "DELETE FROM meaning_pages",
        "UPDATE meanings SET page = 7 WHERE number = 1",
    ],
)
def test_verify_names_what_is_damaged(store: Store, damage: str) -> None:
    store.meanings.write("tiny 1", [1, 2], [coded(2, 1), coded(2, 2)])
    store.connection.run(damage)
    assert any("encoded sentences" in problem.where for problem in store.upkeep.check_integrity())


def test_places_may_be_far_apart() -> None:
    for spans in ((), (Span(3, 9),), (Span(0, 70_000), Span(200_000, 200_001))):
        assert spans_from_bytes(spans_to_bytes(spans)) == spans


@pytest.mark.parametrize("content", [b"\0\x01", b"\0\0\0\0\x01\0", b"\0" * 5, b"\1" * 13, b"\1" * 10])
def test_places_that_were_cut_off_are_damage(content: bytes) -> None:
    with pytest.raises(DamagedArchive, match="embed --again"):
        spans_from_bytes(content)
