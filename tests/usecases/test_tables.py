"""Links and tables as data frames, articles out of data frames, texts compared as they are."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

import provenance
import provenance.errors
from provenance import Archive, Article, Filters, SkippedInput
from tests.conftest import CORPUS

TEXT = (
    "The council of Port Ansel approved the new plan for the harbour on Monday after a long debate in the town hall."
)


@pytest.fixture(scope="module")
def db(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("tables") / "a.db"
    with Archive(path) as archive:
        archive.add([CORPUS / "articles"])
        archive.audit()
    return path


@pytest.mark.parametrize("method", ["to_pandas", "to_polars", "to_arrow"])
@pytest.mark.parametrize(
    "filters",
    [
        None,
        Filters.of(same_event=True),
        Filters.of(min_words=20),
        Filters.of(["The Calder Courier", "Skerrow Argus"]),
    ],
)
def test_links_as_a_data_frame_are_the_links_of_the_list(db, method, filters):
    pytest.importorskip({"to_pandas": "pandas", "to_polars": "polars", "to_arrow": "pyarrow"}[method])
    with Archive(db, readonly=True) as archive:
        links = archive.links(filters)
        frame = getattr(links, method)()
        rows = (
            frame.to_dict("records")
            if method == "to_pandas"
            else frame.to_dicts()
            if method == "to_polars"
            else frame.to_pylist()
        )
        assert [(row["a"], row["b"], row["relation"]) for row in rows] == [(e.a, e.b, e.relation) for e in links]
        assert not rows or rows[0]["title_a"] == archive.article(links[0].a).title
        assert rows or filters


def test_links_are_a_list_as_before(db, tmp_path):
    path = tmp_path / "a.db"
    shutil.copy(db, path)
    with Archive(path) as archive:
        links = archive.links()
        first = links[0]
        assert len(links) == len(list(links)) == len(links[:])
        assert links == archive.links() == [*links]
        assert [first] + links == [first, *links]  # noqa: RUF005
        assert links + [first] == [*links, first]  # noqa: RUF005
        assert first in links
        held = archive.links()
        archive.remove([first.a])
        assert first in held
        assert first not in archive.links()
        after = archive.links()
    assert len(after) < len(held)


def test_articles_out_of_data_frames_rows_and_articles(tmp_path):
    pandas = pytest.importorskip("pandas")
    polars = pytest.importorskip("polars")
    rows = [
        {"id": "a", "text": TEXT, "published": "2025-03-04", "score": 0.5},
        {"id": "b", "text": TEXT + " Yes.", "score": None},
    ]
    given = [
        rows,
        pandas.DataFrame(rows),
        polars.DataFrame(rows),
        polars.DataFrame(rows).to_arrow(),
        [Article.from_text(TEXT, "a", published="2025-03-04"), Article.from_text(TEXT + " Yes.", "b")],
    ]
    for number, each in enumerate(given):
        with Archive(tmp_path / f"{number}.db") as archive:
            assert len(archive.add(each).added) == 2
            assert archive.article("a").published.written == "2025-03-04"
            assert archive.article("b").text == TEXT + " Yes."
            assert archive.article("b").metadata.get("score") in (None, "")
            archive.add({"id": "c", "body": TEXT}, rename={"text": "body"})
            archive.add(CORPUS / "incoming" / "puppet-theatre-herald.txt")
            assert len(archive.listed()) == 4


def test_articles_and_rows_are_checked_and_skipped_ones_break_no_loop(db):
    with Archive(db, readonly=True) as archive:
        known = archive.article(archive.links()[0].a)
        rows = [{"text": known.text}, {"title": "no text"}]
        said = [(found.article.id, f"{found.share:.0%}", len(found.links)) for found in archive.check_articles(rows)]
        assert said[0][1] == "100%"
        assert said[0][2] > 0
        assert said[1] == ("row 2", "0%", 0)
        _, skipped = archive.check_articles(rows)
        assert isinstance(skipped, SkippedInput)
        assert [*archive.check_articles([])] == []
        (found,) = archive.check_articles(Article.from_text(known.text, "new"))
        assert found.article.id == "new"
        with pytest.raises(provenance.errors.UsageError, match="check_articles"):
            next(archive.check_articles(["story.txt"]))


def test_texts_paths_and_articles_are_compared(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(TEXT)
    for one, other in (
        (TEXT, TEXT + " Yes."),
        (path, TEXT),
        (str(path), Article.from_text(TEXT, "x")),
        (TEXT, str(path)),
    ):
        (link,) = provenance.compare(one, other).links
        assert link.passages
    assert provenance.compare("one text", "another").links[0].passages == ()


def test_an_article_from_a_text():
    article = Article.from_text(TEXT, "a", title="T", published=datetime.date(2025, 3, 4), language="en")
    assert (article.body.of(article.text), article.title, article.language) == (TEXT, "T", "en")
    assert article.published.precision == "day"
    assert article.published.latest - article.published.earliest == 86399
    moment = Article.from_text(TEXT, published="2025-03-04T10:00:00+01:00").published
    assert (moment.precision, moment.earliest) == ("second", moment.latest)
    with pytest.raises(ValueError, match="soon"):
        Article.from_text(TEXT, published="soon")


def test_all_public_names_are_listed_and_there():
    assert set(provenance.__all__) <= set(dir(provenance))
    for name in provenance.__all__:
        assert getattr(provenance, name) is not None


def test_tables_of_an_archive(db):
    with Archive(db, readonly=True) as archive:
        table = archive.sql("SELECT id, characters FROM v_articles WHERE characters > ? ORDER BY id", (2000,))
        assert table.columns == ["id", "characters"]
        assert table[0] == next(iter(table))
        assert len(table[:3]) == 3
        assert "id, characters" in repr(table)
        with pytest.raises(provenance.errors.UsageError, match="links, passages"):
            archive.table("judgements")
