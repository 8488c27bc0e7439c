"""Nexis Uni in Word: every article with its outlet, date, author, section and length, in six interfaces."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from provenance.model import Article, SkippedInput
from provenance.sources.exports import nexis_documents
from tests.sources.exports.samples import NEXIS_UNI, TEXT, docx, nexis_uni

ReadBytes = Callable[..., list[Article | SkippedInput]]


@pytest.mark.parametrize("cover", [False, True], ids=["plain", "cover"])
@pytest.mark.parametrize("language", NEXIS_UNI)
def test_one_file_gives_many_articles(read_bytes: ReadBytes, language: str, cover: bool) -> None:
    found = read_bytes("export.docx", docx(nexis_uni(language, cover=cover)))
    assert [one.title for one in found] == ["Harbour shut", "Quay torn"]
    for number, one in enumerate(found, 1):
        assert isinstance(one, Article)
        assert one.id == f"export:{number}"
        assert one.publisher == "Skerrow Argus"
        assert one.author == "Ana Rao"
        assert one.published is not None
        assert one.published.written.startswith("2013-03-14")
        assert one.published.how == "given"
        assert one.text == "\n\n".join(TEXT)
        assert one.metadata["database"] == "Nexis"
        assert "4" in one.metadata["section"]
        assert one.metadata["length"].startswith("39")
        assert one.language == language
        assert {note.kind for note in one.notes} <= {"language-doubtful"}  # the text is English in all of them


def test_a_suffix_does_not_decide(read_bytes: ReadBytes) -> None:
    found = read_bytes("export.txt", docx(nexis_uni("en")))
    assert len(found) == 2
    assert all(isinstance(one, Article) and "Word" in one.guesses["format"] for one in found)


def test_a_correction_in_the_place_of_the_date(read_bytes: ReadBytes) -> None:
    lines = [line for line in nexis_uni("en", ["Rat race"]) if line != "Final Edition"]
    lines[lines.index("March 14, 2013 Thursday")] = "Correction Appended"
    (one,) = read_bytes("export.docx", docx(lines))
    assert (one.title, one.publisher) == ("Rat race", "Skerrow Argus")
    assert one.published.written == "2013-03-15"
    assert "load date" in one.published.how
    assert [note.kind for note in one.notes] == ["date-loaded"]


def test_what_does_not_fit_is_noted(read_bytes: ReadBytes) -> None:
    lines = nexis_uni("en", cover=True)
    lines = [line.replace("39 words", "939 words").replace("Documents (2)", "Documents (3)") for line in lines]
    found = read_bytes("export.docx", docx(lines))
    assert [note.kind for one in found[:2] for note in one.notes] == ["length-differs"] * 2
    assert "939 words" in found[0].notes[0].reason
    assert isinstance(found[2], SkippedInput)
    assert "holds 3 articles, and 2 were found" in found[2].reason


def test_a_picture_without_text_is_told(read_bytes: ReadBytes) -> None:
    lines = [line for line in nexis_uni("en") if line not in TEXT]
    found = read_bytes("export.docx", docx(lines))
    assert [one.kind for one in found] == ["no-text"] * 2
    assert "Harbour shut" in found[0].reason


def test_the_abstract_is_no_text_and_the_picture_neither() -> None:
    lines = nexis_uni("en", ["Harbour shut"])
    place = lines.index(TEXT[0])
    lines[place:place] = ["ABSTRACT", "The harbour is shut", "FULL TEXT"]
    end = lines.index("Classification")
    lines[end:end] = ["Graphic", "A torn quay.", "Photo: Ines Holm"]
    (record,) = nexis_documents.Documents().split(line for one in lines for line in one.split("\n"))
    assert record.lines == list(TEXT)
    assert record.fields["abstract"] == "The harbour is shut"
    assert record.fields["graphic"] == "A torn quay.; Photo: Ines Holm"


def test_links_of_the_database_are_no_text() -> None:
    lines = nexis_uni("de", ["Harbour shut"])
    lines[1:1] = ["Link zum PDF-Dokument"]
    lines[lines.index(TEXT[0]) : lines.index(TEXT[0])] = ["PDF-Datei dieses Dokuments"]
    (record,) = nexis_documents.Documents().split(line for one in lines for line in one.split("\n"))
    assert (record.title, record.outlet, record.lines) == ("Harbour shut", "Skerrow Argus", list(TEXT))


def test_a_heading_of_the_article_is_no_heading_of_the_database() -> None:
    lines = nexis_uni("en", ["Harbour shut"])
    place = lines.index(TEXT[1])
    lines[place:place] = ["Notes", "Section: three boats lay in it", "Body", "Text"]
    (record,) = nexis_documents.Documents().split(lines)
    assert record.lines == [TEXT[0], "Notes", "Section: three boats lay in it", "Body", "Text", *TEXT[1:]]


def test_the_last_article_of_a_cut_export_is_kept(read_bytes: ReadBytes) -> None:
    lines = nexis_uni("en")
    found = read_bytes("export.docx", docx(lines[: len(lines) - 8]))
    assert [one.title for one in found] == ["Harbour shut", "Quay torn"]


def test_a_memo_is_no_export(read_bytes: ReadBytes) -> None:
    (one,) = read_bytes("memo.docx", docx(["A memo", "Length: two pages", "Body", *TEXT]))
    assert one.text.endswith(TEXT[2])


def test_articles_without_the_words_that_end_them(read_bytes: ReadBytes) -> None:
    lines = [line for line in nexis_uni("en") if "End of Document" not in line]
    found = read_bytes("export.docx", docx(lines))
    assert [(one.title, one.publisher, one.text) for one in found] == [
        ("Harbour shut", "Skerrow Argus", "\n\n".join(TEXT)),
        ("Quay torn", "Skerrow Argus", "\n\n".join(TEXT)),
    ]


def test_a_text_with_the_word_body_is_one_article(read_bytes: ReadBytes) -> None:
    lines = nexis_uni("en", ["Harbour shut"])
    place = lines.index(TEXT[2])
    (one,) = read_bytes("export.docx", docx([*lines[:place], "Body", *lines[place:]]))
    assert one.text == "\n\n".join((*TEXT[:2], "Body", TEXT[2]))


def test_running_heads_are_no_titles(read_bytes: ReadBytes) -> None:
    lines = ["Page 1 of 2", "Harbour shut", *nexis_uni("en", ["Harbour shut"])]
    found = read_bytes("export.docx", docx([*lines, "Page 2 of 2", *nexis_uni("en", ["Quay torn"])]))
    assert [one.title for one in found] == ["Harbour shut", "Quay torn"]
    german = nexis_uni("de", ["Hafen zu"])
    (one,) = read_bytes("export.docx", docx(["Seite 1 von 1", *german]))
    assert one.title == "Hafen zu"


def test_a_collection_of_blogs_is_no_part_of_a_title(read_bytes: ReadBytes) -> None:
    lines = nexis_uni("en", ["Harbour shut"])
    lines[lines.index("Skerrow Argus.")] = "Newstex Blogs\nThe Skerrow Diary"
    (one,) = read_bytes("export.docx", docx(lines))
    assert (one.title, one.publisher) == ("Harbour shut", "The Skerrow Diary")
    assert one.metadata["collection"] == "Newstex Blogs"
