"""Word documents: what a reader sees is read, once; the rest is told."""

from __future__ import annotations

from collections.abc import Callable

from provenance.model import Article, SkippedInput
from tests.sources.documents.samples import zipped
from tests.sources.exports.samples import TEXT, W, docx

ReadBytes = Callable[..., list[Article | SkippedInput]]
ReadArticle = Callable[..., Article]
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Draft</dc:title>'
    "<dc:creator>Ana Rao</dc:creator><dcterms:created>2013-03-14T10:15:00Z</dcterms:created></cp:coreProperties>"
)


def body(inner: str) -> bytes:
    names = f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    return zipped({"word/document.xml": f"<w:document {names}><w:body>{inner}</w:body></w:document>"})


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_a_document(read_article: ReadArticle) -> None:
    one = read_article("story.docx", docx(["Harbour shut", *TEXT], ["Title"], {"docProps/core.xml": CORE}))
    assert (one.id, one.title, one.author, one.text) == ("story", "Harbour shut", "Ana Rao", "\n\n".join(TEXT))
    assert one.published is None
    assert one.guesses["author"] == "the document's properties"
    assert one.metadata["document_created"] == "2013-03-14T10:15:00Z"


def test_tables_and_text_boxes_are_read_once_and_deleted_words_not(read_article: ReadArticle) -> None:
    box = (
        "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p>"
        "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p>"
        "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Beside the box.</w:t></w:r></w:p>"
    )
    table = f"<w:tbl><w:tr><w:tc>{paragraph('One.')}</w:tc><w:tc>{paragraph('Two.')}</w:tc></w:tr></w:tbl>"
    changed = (
        "<w:p><w:del><w:r><w:delText>Never </w:delText></w:r></w:del><w:ins><w:r><w:t>Always</w:t></w:r></w:ins>"
        "<w:r><w:instrText>PAGE</w:instrText><w:tab/><w:t>said.</w:t></w:r></w:p>"
    )
    one = read_article("a.docx", body(paragraph(TEXT[0]) + box + table + changed))
    assert one.text.split("\n\n") == [TEXT[0], "In a box.", "Beside the box.", "One.", "Two.", "Always\tsaid."]


def test_footnotes_are_told(read_article: ReadArticle) -> None:
    one = read_article("a.docx", docx(TEXT, more={"word/footnotes.xml": "x" * 9000}))
    assert any("footnotes" in note.reason for note in one.notes)


def test_damage_is_one_line(read_bytes: ReadBytes) -> None:
    whole = docx(TEXT * 50)
    for data in (whole[:-200], whole[: len(whole) // 2], b"PK\x03\x04" + b"\0" * 99, b"no zip at all"):
        found = read_bytes("a.docx", data)
        assert len(found) == 1
        assert isinstance(found[0], SkippedInput)
        assert "\n" not in found[0].reason


def test_entities_are_refused(read_bytes: ReadBytes) -> None:
    bomb = f'<!DOCTYPE a [<!ENTITY a "{"x" * 99}">]><w:document xmlns:w="{W}"><w:body>&a;</w:body></w:document>'
    (one,) = read_bytes("a.docx", zipped({"word/document.xml": bomb}))
    assert "entities" in one.reason
