"""Lists follow what is written: reviews and their undoing, corrections, new versions, removals, further audits."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from provenance import Archive
from provenance.audit.recording import unaudited
from provenance.config.settings import Settings
from provenance.model import PublicationTime
from provenance.model.lists import ArticleQuery, LinkQuery, Standing
from provenance.usecases.browsing.articles import article_page
from provenance.usecases.browsing.laid_links import KeptLinks
from provenance.usecases.browsing.links import link_page
from provenance.usecases.browsing.overview import counts, publisher_matrix
from provenance.usecases.filters import Filters


@pytest.fixture
def writable(corpus_db: Path, tmp_path: Path) -> Iterator[Archive]:
    path = tmp_path / "copy.db"
    shutil.copy(corpus_db, path)
    with Archive(path) as archive:
        yield archive


def agrees(archive: Archive, kept: KeptLinks) -> None:
    found = link_page(archive.store, Settings.of(), LinkQuery(same_event=True), limit=1000, kept=kept)
    assert [line.link for line in found.rows] == archive.listed_links(Filters(same_event=True))
    for line in found.rows:
        listed = {row.id: row for row in archive.listed()}
        assert (line.a, line.b) == (listed[line.link.a], listed[line.link.b])
    for row in archive.listed():
        if row.publisher:
            query = LinkQuery(same_event=True, publisher=row.publisher)
            mine = link_page(archive.store, Settings.of(), query, limit=1000, kept=kept)
            assert {(x.link.a, x.link.b) for x in mine.rows} == {
                (x.link.a, x.link.b) for x in found.rows if row.publisher in (x.a.publisher, x.b.publisher)
            }
    assert [p for p in archive.store.upkeep.check_integrity() if "list" in p.where] == []
    store, settings, anew = archive.store, Settings.of(), KeptLinks()
    assert counts(store, settings, kept) == counts(store, settings, anew)
    assert publisher_matrix(store, settings, kept) == publisher_matrix(store, settings, anew)
    assert link_page(store, settings, LinkQuery(same_event=True), limit=1, kept=kept).total == found.total
    for standing in get_args(Standing):
        query = ArticleQuery(standing=standing)
        known, new = (article_page(store, settings, query, limit=1000, kept=each) for each in (kept, anew))
        assert known == new
        mine = {x.article.id for x in new.rows if x.links.get(standing)}
        assert standing in ("none", "unaudited") or {x.article.id for x in new.rows} == mine


def test_lists_follow_every_change(writable: Archive, tmp_path: Path) -> None:
    archive, kept = writable, KeptLinks()
    agrees(archive, kept)
    first, second, third = archive.listed_links()[:3]
    archive.review(first.a, first.b, "reject", by="dana")
    agrees(archive, kept)
    archive.review(first.a, first.b, "undo", by="dana")
    agrees(archive, kept)
    for link in archive.listed_links()[:20:2]:
        archive.review(link.a, link.b, "reject" if link.relation == "derived" else "note", note="so", by="dana")
    agrees(archive, kept)
    one, other = (archive.store.article_pages.listed([name])[name].publisher for name in (third.a, third.b))
    archive.review_publishers(one, other, "reject", "by agreement", "dana")
    agrees(archive, kept)
    old = PublicationTime("1999-01-02", "day", 915235200.0, 915321599.0, "given")
    archive.edit(second.a, {"publisher": "Another Paper", "published": old}, by="dana")
    agrees(archive, kept)
    dated = link_page(archive.store, Settings.of(), LinkQuery(until=946684800.0, same_event=True), limit=1000)
    assert len(dated.rows) == len(archive.listed_links(Filters(until=946684800.0, same_event=True)))
    archive.undo_edit(second.a, by="dana")
    agrees(archive, kept)
    archive.remove([third.a])
    agrees(archive, kept)
    story = tmp_path / f"{first.a}.txt"
    story.write_text("Nothing of what was here before is left in this new text of it.")
    archive.add([story])
    changed = tmp_path / "changed.jsonl"
    changed.write_text(json.dumps({"id": first.b, "text": "Now the words of this article are wholly other ones."}))
    archive.add([changed])
    agrees(archive, kept)
    archive.audit()
    agrees(archive, kept)


def test_rows_that_are_lost_are_found_out_and_made_anew(writable: Archive) -> None:
    before = link_page(writable.store, Settings.of(), LinkQuery(same_event=True), limit=1000)
    with writable.store.transaction():
        writable.store.connection.run("DELETE FROM link_rows WHERE judgement % 3 = 0")
        writable.store.connection.run("UPDATE link_rows SET confidence = .123 WHERE judgement % 3 = 1")
    problems = [str(each) for each in writable.store.upkeep.check_integrity()]
    assert problems
    assert all("the list of links" in each for each in problems)
    assert any("reindex" in each for each in problems)
    writable.reindex()
    assert writable.store.upkeep.check_integrity() == []
    assert link_page(writable.store, Settings.of(), LinkQuery(same_event=True), limit=1000) == before


def test_words_are_looked_for_in_current_texts(writable: Archive) -> None:
    page = article_page(writable.store, Settings.of(), ArticleQuery(words="zanzibar quokka"))
    assert page.rows == ()
    name = writable.listed()[0].id
    words = writable.text(name).split()
    found = article_page(writable.store, Settings.of(), ArticleQuery(words=f'"{" ".join(words[4:12])}"'), limit=100)
    assert name in [line.article.id for line in found.rows]


def test_an_audit_that_finds_nothing_is_followed_too(writable: Archive, tmp_path: Path) -> None:
    kept = KeptLinks()
    story = tmp_path / "alone.txt"
    story.write_text("Nobody else ever wrote of the heron that nests beside the old weir, and nobody will.")
    writable.add([story])
    assert counts(writable.store, Settings.of(), kept).unaudited == len(unaudited(writable.store, Settings.of())) == 1
    moment = writable.store.moment()
    writable.audit()
    assert writable.store.moment() != moment
    assert counts(writable.store, Settings.of(), kept).unaudited == len(unaudited(writable.store, Settings.of())) == 0


def test_another_file_in_the_place_of_an_archive_is_another_moment(writable: Archive, tmp_path: Path) -> None:
    copied = tmp_path / "other.db"
    with sqlite3.connect(writable.path) as now, sqlite3.connect(copied) as other:
        now.backup(other)
    with Archive(copied, readonly=True) as archive:
        assert archive.store.moment() != writable.store.moment()
    with Archive(writable.path, readonly=True) as archive:
        assert archive.store.moment() == writable.store.moment()
