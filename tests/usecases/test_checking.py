"""Does this article copy an archived one, and from where?"""

from dataclasses import replace
from pathlib import Path

import pytest

from provenance import Archive, Filters, read_one
from provenance.comparison.known_quotations import known_quotations
from provenance.model import SkippedInput, Span
from provenance.usecases.checking import check

CORPUS = Path(__file__).parents[2] / "corpus"
INCOMING = CORPUS / "incoming"


def test_a_brief_made_from_an_article_names_it_first(archive):
    (findings,) = archive.check([INCOMING / "honey-brief-post.json"])
    assert findings.links[0].b == "honey-fraud-exchange"
    assert findings.links[0].source == "honey-fraud-exchange"
    assert 0.4 < findings.share <= 1
    assert findings.compared == archive.store.articles.count()
    for passage in findings.links[0].passages:
        assert passage.match.a.of(findings.article.text).strip()


@pytest.mark.parametrize("name", ["puppet-theatre-herald.txt", "glassworks-vigil-courier.html"])
def test_an_unrelated_article_and_an_independent_report_find_nothing(archive, name):
    (findings,) = archive.check([INCOMING / name])
    assert findings.links == ()
    assert findings.share == 0


def test_an_archived_article_is_compared_with_all_others(archive):
    article = archive.article("ferry-strike-herald")
    findings = check(archive.store, article)
    assert findings.article.id == article.id
    assert article.id not in findings.others
    assert "ferry-strike-northline" in findings.others


def test_another_text_under_a_known_id_is_the_article_changed(archive):
    article = archive.article("ferry-strike-herald")
    cut = article.text[: article.body.start + 1200]
    findings = check(archive.store, replace(article, text=cut, body=article.body._replace(end=len(cut))))
    assert findings.article.id == "ferry-strike-herald"
    assert "ferry-strike-herald" not in findings.others
    assert "ferry-strike-northline" in findings.others
    assert (findings.archived.id, findings.archived.changed) == ("ferry-strike-herald", 1)


def test_checking_writes_nothing_and_adding_keeps(tmp_path):
    with Archive(tmp_path / "a.db") as archive:
        archive.add([CORPUS / "articles" / "exchange-daily"], jobs=1)
        before = archive.store.articles.count()
        list(archive.check([INCOMING / "honey-brief-post.json"]))
        assert archive.store.articles.count() == before
        list(archive.check([INCOMING / "honey-brief-post.json"], add=True))
        assert archive.store.articles.count() == before + 1
        (again,) = archive.check([INCOMING / "honey-brief-post.json"])
        assert [link.b for link in again.links] == ["honey-fraud-exchange"]


def test_quotations_that_the_archive_keeps_are_not_read_again_and_change_no_finding(tmp_path, monkeypatch):
    from provenance.comparison import workbench

    read = []

    def extract(text, body, language):
        read.append(text)
        return extracted(text, body, language)

    extracted = workbench.extract
    monkeypatch.setattr(workbench, "extract", extract)
    with Archive(tmp_path / "a.db") as archive:
        archive.add([CORPUS / "articles" / "exchange-daily"], jobs=1)
        new = read_one(INCOMING / "honey-brief-post.json")
        before = check(archive.store, new)
        assert len(read) > 1
        known_quotations(archive.store, [row.id for row in archive.store.articles.listed()])
        read.clear()
        assert check(archive.store, new) == before
        assert read == [new.text]
        same_text_read_otherwise = replace(archive.article("honey-fraud-exchange"), body=Span(0, 400))
        read.clear()
        check(archive.store, same_text_read_otherwise)
        assert read == [same_text_read_otherwise.text]


def test_an_empty_archive_and_an_empty_text_have_no_links(tmp_path):
    with Archive(tmp_path / "a.db") as archive:
        (findings,) = archive.check([INCOMING / "honey-brief-post.json"])
        assert (findings.links, findings.compared) == ((), 0)


def test_a_broken_input_is_told_and_the_others_are_checked(archive, tmp_path):
    (tmp_path / "a.json").write_text("{")
    (tmp_path / "b.json").write_bytes((INCOMING / "honey-brief-post.json").read_bytes())
    first, second = archive.check([tmp_path])
    assert isinstance(first, SkippedInput)
    assert "a.json" in first.where
    assert second.links


def test_filters_narrow_what_is_compared(archive):
    article = read_one(INCOMING / "honey-brief-post.json")
    assert check(archive.store, article, None, Filters.of(["The Exchange Daily"])).links
    assert not check(archive.store, article, None, Filters.of(["Nobody Weekly"])).links
    kinds = {
        passage.match.kind
        for link in check(archive.store, article, None, Filters.of(without_quotations=True)).links
        for passage in link.passages
    }
    assert kinds
    assert "quotation" not in kinds


def test_the_same_question_has_the_same_answer(archive):
    article = read_one(next(INCOMING.glob("teachers-deal-digest.*")))
    assert check(archive.store, article) == check(archive.store, article)
