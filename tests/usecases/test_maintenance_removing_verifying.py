"""Looking after an archive: list, show, remove, verify, reindex, on articles that were really fingerprinted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from provenance.config.fingerprint import FingerprintSettings
from provenance.errors import DamagedArchive, NoSuchArticle, SchemeMismatch
from provenance.model import Article, PublicationTime, Span
from provenance.store import Store
from provenance.usecases.adding import add
from provenance.usecases.filters import Filters
from provenance.usecases.listing import list_articles, show, statistics
from provenance.usecases.reindexing import reindex
from provenance.usecases.removing import remove
from provenance.usecases.verifying import verify

SUBJECTS = ["harbour", "orchard", "railway", "library", "glacier", "theatre", "market", "observatory"]


def article(number: int, **known: object) -> Article:
    subject = SUBJECTS[number % len(SUBJECTS)]
    text = "\n\n".join(
        f"The {subject} council met for session {number} on item {part}. Officials from district {number * part} "
        f"described the {subject} repairs as urgent, costing {number + part} million crowns over several seasons."
        for part in range(1, 5)
    )
    plain = Article(f"{subject}-{number}", text, Span(0, len(text)), publisher="Harbour Herald")
    return replace(plain, **known)  # type: ignore[arg-type]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "archive.db", create=True) as store:
        add(store, [article(n) for n in range(1, 30)])
        yield store


def day(written: str, seconds: float) -> PublicationTime:
    return PublicationTime(written, "day", seconds, seconds + 86400)


def test_articles_are_listed_by_id_and_filtered(store: Store) -> None:
    add(store, [article(40, publisher="Valley Voice", published=day("2025-03-01", 1740787200.0))])
    rows = list_articles(store)
    assert [row.id for row in rows] == sorted(row.id for row in rows)
    assert len(rows) == 30
    (voice,) = list_articles(store, Filters.of(["valley voice"]))
    assert (voice.id, voice.publisher, voice.versions) == ("harbour-40", "Valley Voice", 1)
    assert voice.published == day("2025-03-01", 1740787200.0)
    assert list_articles(store, Filters(publishers=frozenset(["valley voice"]), since=1.8e9)) == []


def test_show_gives_article_and_versions(store: Store) -> None:
    changed = replace(article(3), text=article(3).text + " More.")
    add(store, [changed])
    view = show(store, "library-3")
    assert view.article.text == changed.text
    assert view.versions == (article(3).text_digest, changed.text_digest)
    assert view.counts["links"] == 0


def test_statistics_name_sizes_and_recipe(store: Store) -> None:
    found = statistics(store)
    assert found["articles"] == 29
    assert found["fingerprints"] == FingerprintSettings().recipe
    assert all(isinstance(value, int | float | str) for value in found.values())


def test_nothing_is_removed_when_one_name_is_wrong(store: Store) -> None:
    with pytest.raises(NoSuchArticle, match="nonsense"):
        remove(store, ["railway-2", "nonsense"])
    assert store.articles.count() == 29
    assert remove(store, ["railway-2", "railway-2", "harbour-8"]) == ["railway-2", "harbour-8"]
    assert store.articles.count() == 27
    assert verify(store, sample=0).problems == ()


def test_removing_much_rewrites_the_index(store: Store) -> None:
    before = store.upkeep.statistics().postings["passage"]
    remove(store, [row.id for row in list_articles(store)][:20])
    assert store.index.retired() == 0
    assert store.upkeep.statistics().postings["passage"] < before / 2
    assert verify(store, sample=0).problems == ()


def test_a_sound_archive_verifies(store: Store) -> None:
    result = verify(store, sample=7)
    assert result.problems == ()
    assert result.checked == {"articles": 29, "fingerprints made anew": 7, "texts in the text search": 29}


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        ("UPDATE texts SET content = CAST('other' AS BLOB) WHERE number = 4", "text of 'glacier-4' is damaged"),
        ("DELETE FROM texts WHERE number = 4", "version without its text"),
        ("UPDATE fingerprints SET signature = zeroblob(512) WHERE number = 4", "fingerprint 4: is damaged"),
        ("DELETE FROM fingerprints WHERE number = 4", "'glacier-4': has no fingerprint"),
        ("UPDATE fingerprints SET total = total + 1 WHERE number = 4", "'glacier-4': the index holds other keys"),
        ("UPDATE pages SET content = zeroblob(4000) WHERE page = 1", "the index is damaged"),
        ("DELETE FROM pages WHERE page = 1", "the index is damaged"),
        ("UPDATE versions SET characters = 3 WHERE number = 4", "does not fit its text"),
        ("UPDATE properties SET value = 7 WHERE name = 'articles'", "recorded number is not 29"),
        ("INSERT INTO retired VALUES (4)", "the index holds 0 of its"),
        ("DELETE FROM articles WHERE number = 4", "names a row of articles that is not there"),
        # SQLite stores a value of any kind in any column.
        ("UPDATE texts SET content = 'words' WHERE number = 4", "a value that no program wrote"),
        ("UPDATE versions SET body_start = x'00' WHERE number = 4", "a value that no program wrote"),
        ("UPDATE fingerprints SET signature = 'words' WHERE number = 4", "fingerprint 4: is damaged"),
        ("UPDATE pages SET content = 'words' WHERE page = 1", "a value that no program wrote"),
    ],
)
def test_damage_is_found_and_named(store: Store, damage: str, expected: str) -> None:
    store.connection.run(damage)
    store.connection.run("UPDATE properties SET value = value + 1 WHERE name = 'index stamp'")
    problems = verify(store).problems
    assert any(expected in problem for problem in problems), problems


def test_a_fingerprint_that_its_text_does_not_give_is_found(store: Store) -> None:
    store.connection.run(
        "UPDATE fingerprints SET signature = (SELECT signature FROM fingerprints WHERE number = 5), "
        "checksum = (SELECT checksum FROM fingerprints WHERE number = 5) WHERE number = 4"
    )
    (problem,) = verify(store).problems
    assert problem.startswith("article 'glacier-4': its signature is not what its text gives")


def test_reindex_repairs_a_damaged_index(store: Store) -> None:
    keys = np.unique(store.index.fingerprint("glacier-4").keys)
    before = store.index.lookup("passage", keys, 100)
    store.connection.run("UPDATE pages SET content = zeroblob(4000)")
    assert verify(store).problems
    assert reindex(store) == 29
    assert verify(store, sample=0).problems == ()
    after = store.index.lookup("passage", keys, 100)
    assert after.articles.tolist() == before.articles.tolist()
    assert after.positions.tolist() == before.positions.tolist()


@pytest.mark.parametrize("damage", ["first_page = first_page + 1", "pages = 1000000", "first_keys = x'00'"])
def test_reindex_repairs_a_damaged_directory(store: Store, damage: str) -> None:
    store.connection.run(f"UPDATE runs_of_postings SET {damage}")
    with pytest.raises(DamagedArchive, match="reindex"):
        store.index.lookup("passage", np.array([1], np.uint64), 10)
    assert reindex(store) == 29
    assert not verify(store).problems
    assert store.connection.value("SELECT count(*) FROM pages") == store.connection.value(
        "SELECT sum(pages) FROM runs_of_postings"
    )


def test_reindex_with_other_settings_changes_the_recipe(store: Store) -> None:
    other = FingerprintSettings(shingle=3)
    with pytest.raises(SchemeMismatch, match="reindex"):
        add(store, [article(50)], other)
    assert "provenance reindex" in " ".join(verify(store, other).problems)
    reindex(store, other)
    assert store.index.recipe == other.recipe
    assert verify(store, other, sample=0).problems == ()
    assert add(store, [article(50)], other).added == ("railway-50",)


def test_an_interrupted_reindex_goes_on_where_it_stopped(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("provenance.usecases.reindexing.PORTION", 10)
    other = FingerprintSettings(shingle=3)
    seen: list[int] = []

    def stop(_what: str, done: int, _total: int | None) -> None:
        seen.append(done)
        if len(seen) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        reindex(store, other, on_progress=stop)
    assert store.index.recipe == FingerprintSettings().recipe  # the old index answers until the new one is whole
    assert verify(store, sample=0).problems == ()
    remove(store, ["railway-2"])
    add(store, [article(60)])
    reindex(store, other, on_progress=lambda _what, done, _total: seen.append(done))
    assert seen == [10, 20, 29, 29]  # and the words of all at once
    assert verify(store, other, sample=0).problems == ()
    assert store.articles.count() == 29
