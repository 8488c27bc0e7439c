"""A disguised text is the one that took, if one of the two did."""

from __future__ import annotations

from pathlib import Path

import pytest

from provenance import Archive
from provenance.lineage.disguise import disguised_letters, weigh_disguise
from provenance.model import Article, Span

ARGUED = {"disguised": 3.0}
TEXT = "The harbour office of Aldport closed the eastern quay after divers found a crack in its wall on Monday. " * 6


def article(text: str, guesses: dict[str, str] | None = None) -> Article:
    return Article("x", text, Span(0, len(text)), guesses=guesses or {})


def test_what_counts_as_disguised() -> None:
    assert disguised_letters(article(TEXT)) is None
    assert disguised_letters(article(TEXT.replace("office", "оffice", 3))) is None  # slips
    assert disguised_letters(article(TEXT.replace("o", "о"))) == TEXT.count("o")
    assert disguised_letters(article(TEXT.replace("on", "o\u200bn"))) == TEXT.count("on")
    assert disguised_letters(article(TEXT, {"text": "disguised: digits stand for letters"})) == 0


@pytest.mark.parametrize(
    ("a", "b", "source"), [(None, 7, "a"), (7, None, "b"), (0, None, "b"), (7, 7, None), (None, None, None)]
)
def test_the_one_that_is_not_disguised_is_the_source(a: int | None, b: int | None, source: str | None) -> None:
    found = weigh_disguise(a, b, ARGUED)
    assert [each.favours for each in found] == ([source] if source else [])
    assert all(each.kind.only_orders for each in found)


def test_a_disguised_copy_without_a_date_is_told_from_its_source(tmp_path: Path) -> None:
    corpus = Path(__file__).parents[2] / "corpus" / "articles"
    (file,) = corpus.rglob("ferry-strike-herald.*")
    with Archive(tmp_path / "a.db") as archive:
        archive.add([file], jobs=1)
        held = archive.article("ferry-strike-herald")
        copy = held.body.of(held.text).replace("e", "е").replace("o", "о")
        archive.add([{"id": "copy", "text": copy, "publisher": "The Copycat"}])
        archive.audit(jobs=1)
        (link,) = archive.store.links.iterate()
    (found,) = [each for each in link.evidence if each.kind.name == "disguised"]
    assert (link.a if found.favours == "a" else link.b) == "ferry-strike-herald"


def test_nothing_is_said_where_nothing_is_disguised(archive: Archive) -> None:
    assert not [e for link in archive.store.links.iterate() for e in link.evidence if e.kind.name == "disguised"]
