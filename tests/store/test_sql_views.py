"""The views that SQL relies on say what the commands say, and keep their columns."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

import provenance
import provenance.errors
from provenance import Archive, Filters
from provenance.model.schema import SHORT, VIEWS
from tests.conftest import CORPUS

EVERY = Filters.of(same_event=True)
COLUMNS = {  # a change of these is a note in the changelog
    "v_links": "a b relation likeliest source derived confidence share_a share_b credited passages verdict"
    " note reviewed_by reviewed_at title_a publisher_a author_a published_a url_a language_a title_b publisher_b"
    " author_b published_b url_b language_b profile judgement",
    "v_passages": "a b passage kind by score start_a end_a start_b end_b text_a text_b speaker in_quotes_a"
    " in_quotes_b altered version_a version_b relation source derived confidence verdict title_a publisher_a"
    " published_a title_b publisher_b published_b profile judgement",
    "v_evidence": "a b reason kind favours weight arguments common_source credited_source relation confidence verdict"
    " profile judgement",
    "v_quotations": "article quotation start end text type speaker affiliation cue confidence title publisher"
    " published url language",
    "v_utterances": "speaker text quotations articles first_published publisher article_ids",
    "v_articles": "id title author publisher agency url language published published_precision published_how modified"
    " version added characters body_start body_end origin metadata",
    "v_versions": "article version current added title author publisher url language published modified characters"
    " sha256 text",
    "v_reviews": "step subject said in_force a b start_a end_a start_b end_b first second note person made undoes",
    "v_publishers": "source taker links articles share credited confirmed profile",
}


@pytest.fixture(scope="module")
def demo(tmp_path_factory) -> Path:
    """The archive of `make demo`."""
    path = tmp_path_factory.mktemp("views") / "demo.db"
    with Archive(path) as archive:
        archive.add([CORPUS / "articles"])
        for _ in archive.check([CORPUS / "incoming"], add=True):
            pass
        archive.audit()
    return path


@pytest.fixture
def archive(demo, tmp_path):
    path = tmp_path / "demo.db"
    shutil.copy(demo, path)
    with Archive(path) as opened:
        yield opened


def of_view(archive):
    names = "relation, likeliest, source, derived, confidence, share_a, share_b, credited, verdict"
    return {
        (row["a"], row["b"]): tuple(row.values())[2:] for row in archive.sql(f"SELECT a, b, {names} FROM v_links")
    }


def of_command(archive):
    return {
        (link.a, link.b): (
            *(link.relation, link.likeliest, link.source, link.derived, link.confidence, link.share_a, link.share_b),
            *(int(link.credited), link.review.verdict if link.review else None),
        )
        for link in archive.listed_links(EVERY)
    }


def test_links_are_those_of_the_commands(archive):
    assert of_view(archive) == of_command(archive) != {}


def test_what_people_said_is_laid_over_them(archive):
    derived = [link for link in archive.listed_links() if link.relation == "derived"]
    unsure = [link for link in archive.listed_links(EVERY) if link.relation in ("undetermined", "same_event")]
    archive.review(derived[0].a, derived[0].b, "reject", "both had the minutes", by="dana")
    archive.review(derived[1].a, derived[1].b, "confirm", by="dana")
    archive.review(derived[2].a, derived[2].b, "note", "look again", by="dana")
    archive.review(unsure[0].a, unsure[0].b, "confirm", by="dana")
    pairs = [tuple(archive.article(name).publisher for name in (each.a, each.b)) for each in derived[3:]]
    one, other = next(pair for pair in pairs if all(pair))
    archive.review_publishers(one, other, "reject", by="dana")
    found = of_view(archive)
    assert found == of_command(archive)
    assert {row[-1] for row in found.values()} == {None, "confirmed", "rejected"}
    (row,) = archive.sql("SELECT note, reviewed_by FROM v_links WHERE a = ? AND b = ?", (derived[0].a, derived[0].b))
    assert row == {"note": "both had the minutes", "reviewed_by": "dana"}
    archive.review(derived[0].a, derived[0].b, "undo", by="dana")
    assert of_view(archive) == of_command(archive)


def test_what_changes_articles_reaches_the_views_when_the_archive_is_closed(archive, tmp_path):
    link = next(link for link in archive.listed_links() if link.relation == "derived")
    archive.review(link.a, link.b, "confirm", by="dana")
    archive.remove([link.b])
    assert not archive.sql("SELECT * FROM reviewed_links")  # nothing of it is left, not even a note
    archive.close()
    with Archive(archive.path) as again:
        assert of_view(again) == of_command(again)
        assert (link.a, link.b) not in of_view(again)


def test_passages_and_evidence_are_those_of_the_links(archive):
    links = archive.links(EVERY)
    texts = {name: archive.text(name) for link in links for name in (link.a, link.b)}
    passages = [
        (
            link.a,
            link.b,
            p.match.kind,
            p.match.score,
            p.match.a.of(texts[link.a]),
            p.match.b.of(texts[link.b]),
            p.speaker,
        )
        for link in links
        for p in link.passages
        if not p.is_earlier
    ]
    names = "a, b, kind, score, text_a, text_b, speaker"
    rows = archive.sql(f"SELECT {names} FROM v_passages WHERE version_a IS NULL AND version_b IS NULL")
    key = repr
    assert sorted(map(tuple, (row.values() for row in rows)), key=key) == sorted(passages, key=key)
    evidence = [(link.a, link.b, e.kind.name, e.favours, e.weight) for link in links for e in link.evidence]
    rows = archive.sql("SELECT a, b, kind, favours, weight FROM v_evidence")
    assert sorted(map(tuple, (row.values() for row in rows)), key=key) == sorted(evidence, key=key)


def test_quotations_are_those_that_were_read(archive):
    listed = archive.quotes()
    rows = archive.table("quotations")
    read = {(row["article"], row["start"], row["end"]) for row in rows}
    every = {(each.article.id, *each.quotation.span): each.quotation for each in listed}
    assert read < every.keys()  # the command also finds what only another article shows to be speech
    assert len(rows) > 0.95 * len(listed)
    for row in rows:
        assert archive.text(row["article"])[row["start"] : row["end"]] == row["text"]
        assert every[row["article"], row["start"], row["end"]].speaker == row["speaker"]
    assert sum(row["quotations"] for row in archive.table("utterances")) == sum(
        row["speaker"] is not None for row in rows
    )


def test_articles_versions_and_counts(archive):
    statistics = archive.statistics()
    assert len(archive.table("articles")) == statistics["articles"] == len(archive.listed())
    versions = archive.table("versions")
    assert sum(row["current"] for row in versions) == statistics["articles"] < len(versions)
    assert all(len(row["text"]) == row["characters"] for row in versions)


def test_publishers_count_directed_links(archive):
    taken = {}
    for link in archive.listed_links():
        if link.source is not None:
            pair = tuple(archive.article(name).publisher for name in (link.source, link.derived))
            taken[pair] = taken.get(pair, 0) + 1
    assert {(row["source"], row["taker"]): row["links"] for row in archive.table("publishers")} == taken != {}


def test_views_keep_their_columns(archive):
    assert {view.name: " ".join(view.columns) for view in archive.views()} == COLUMNS
    assert COLUMNS.keys() == VIEWS.keys()
    for name in SHORT:
        assert archive.sql(f"SELECT * FROM {name}").columns == archive.sql(f"SELECT * FROM v_{name}").columns


def test_any_connection_reads_every_view_once_it_has_the_functions(demo):
    connection = sqlite3.connect(f"file:{demo}?mode=ro", uri=True)
    assert connection.execute("SELECT count(*) FROM v_links").fetchone()[0]
    with pytest.raises(sqlite3.OperationalError, match="provenance_"):
        connection.execute("SELECT count(*) FROM v_passages")
    provenance.register_functions(connection)
    assert connection.execute("SELECT count(*) FROM v_passages").fetchone()[0]
    assert connection.execute(
        "SELECT provenance_json('x'), provenance_json(x'7800'), provenance_text(NULL)"
    ).fetchone() == (
        None,
        None,
        None,
    )
    connection.close()


@pytest.mark.parametrize(
    "statement", ["SELEC 1", "DELETE FROM articles", "SELECT * FROM nowhere", "SELECT 1; SELECT 2"]
)
def test_sql_only_reads(archive, statement):
    with pytest.raises(provenance.errors.UsageError, match="SQL"):
        archive.sql(statement)
    assert len(archive.table("articles")) > 70
    archive.add([{"id": "new", "text": "The archive can still be written."}])
