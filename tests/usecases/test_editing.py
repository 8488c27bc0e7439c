"""What a person says about an article wins over what was read: at `add`, at `check`, and later by `edit`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from provenance import Archive
from provenance.errors import UsageError
from provenance.model import Findings
from provenance.reports.contract_json import article_view_object
from provenance.sources.given_values import given_values
from tests.align.story_texts import STORIES

TEXT = "The mayor opened the new bridge over the Calder on Monday and said that nobody would pay a toll for a year.\n"


@pytest.fixture
def pasted(tmp_path: Path) -> Path:
    path = tmp_path / "pasted.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "a.db")


def test_values_given_to_add_are_kept(archive: Archive, pasted: Path) -> None:
    given = given_values(["publisher=Harbour Herald,published=2025-03-04,url=https://herald.example/b"])
    assert archive.add([pasted], given=given).added == ("pasted",)
    article = archive.article("http://www.herald.example/b/")
    assert (article.publisher, article.published and article.published.written) == ("Harbour Herald", "2025-03-04")
    assert archive.show("pasted").corrections == ()


def test_values_given_for_a_known_article_correct_it(archive: Archive, pasted: Path) -> None:
    archive.add([pasted])
    report = archive.add([pasted], given=given_values(["publisher=Harbour Herald"]))
    assert (report.unchanged, report.corrected) == (1, ("pasted",))
    assert archive.article("pasted").publisher == "Harbour Herald"
    again = archive.add([pasted], given=given_values(["publisher=Harbour Herald"]))
    assert (again.unchanged, again.corrected) == (1, ())
    pasted.write_text(TEXT + "It rained.\n", "utf-8")
    assert archive.add([pasted]).renewed == ("pasted",)
    assert archive.article("pasted").publisher == "Harbour Herald"


def test_values_given_to_check_count_in_the_answer(archive: Archive, pasted: Path, tmp_path: Path) -> None:
    archive.add([pasted], given=given_values(["publisher=Harbour Herald,published=2025-03-04"]))
    copy = tmp_path / "copy.txt"
    copy.write_text(TEXT, "utf-8")
    (same,) = archive.check([copy])
    (other,) = archive.check([copy], given=given_values(["publisher=Coast Wire,published=2025-03-06"]))
    assert isinstance(same, Findings)
    assert isinstance(other, Findings)
    assert same.archived is not None
    assert other.archived is None
    assert dates(other) == ["b"]
    (earlier,) = archive.check([copy], given=given_values(["publisher=Coast Wire,published=2025-03-02"]))
    assert isinstance(earlier, Findings)
    assert dates(earlier) == ["a"]


def dates(findings: Findings) -> list[str]:
    """Which side the dates speak for as the source; the article that was checked is side A."""
    return [each.favours for each in findings.links[0].evidence if each.kind.name == "publication_time"]


def test_an_edit_is_shown_with_what_was_read(archive: Archive, pasted: Path) -> None:
    archive.add([pasted])
    archive.edit("pasted", given_values(["publisher=Herald"]), "dana")
    archive.edit("pasted", given_values(["publisher=Harbour Herald,title=Bridge"]), "jo")
    shown = article_view_object(archive.show("pasted"))
    assert (shown["publisher"], shown["title"]) == ("Harbour Herald", "Bridge")
    told = [(each["field"], each["value"], each["as_read"], each["by"]) for each in shown["corrections"]]
    assert told == [
        ("publisher", "Herald", None, "dana"),
        ("publisher", "Harbour Herald", None, "jo"),
        ("title", "Bridge", None, "jo"),
    ]
    assert list(archive.undo_edit("pasted")) == ["publisher", "title"]
    assert archive.article("pasted").publisher == "Herald"
    assert list(archive.undo_edit("pasted", everything=True)) == ["publisher"]
    assert archive.article("pasted").publisher is None
    with pytest.raises(UsageError, match="nothing to undo"):
        archive.undo_edit("pasted")


def test_an_address_of_another_article_is_refused(archive: Archive, pasted: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Another story about the price of grain in the valley.", "utf-8")
    archive.add([pasted], given=given_values(["url=https://herald.example/b"]))
    archive.add([other])
    with pytest.raises(UsageError, match="pasted"):
        archive.edit("other", given_values(["url=http://m.herald.example/b#x"]))
    with pytest.raises(UsageError):
        archive.edit("other", {})


def test_a_corrected_language_is_judged_like_one_that_was_declared(tmp_path: Path) -> None:
    """Quotations, passages and links are read anew by the rules of the language that is in force."""
    from provenance import Archive

    rows = [
        {"id": f"{code}{at}", "text": text, "published": f"2025-03-0{at + 1}", "publisher": f"Outlet {at}"}
        for code, texts in STORIES.items()
        if code in ("de", "ru")
        for at, text in enumerate((texts[0], f"{texts[1][:200]} {texts[0][:260]} {texts[1][200:]}"))
    ]
    one, other = tmp_path / "one.jsonl", tmp_path / "other.jsonl"
    one.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    other.write_text("".join(json.dumps({**row, "language": "en"}) + "\n" for row in rows), encoding="utf-8")
    with Archive(tmp_path / "one.db") as edited, Archive(tmp_path / "other.db") as declared:
        edited.add([one])
        declared.add([other])
        edited.audit()
        first = list(edited.store.links.iterate())
        for row in rows:
            edited.edit(row["id"], given_values(["language=en"]))
        assert edited.audit().pairs > 0
        declared.audit()
        assert list(edited.store.links.iterate()) == list(declared.store.links.iterate())
        for row in rows:
            edited.undo_edit(row["id"])
        edited.audit()
        assert list(edited.store.links.iterate()) == first
        assert edited.store.upkeep.check_integrity() == []
