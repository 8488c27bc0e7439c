"""OpenDocument texts, and e-books with one article per chapter."""

from __future__ import annotations

from collections.abc import Callable

from provenance.model import Article, SkippedInput
from tests.sources.documents.samples import chapter, epub, odt, zipped
from tests.sources.exports.samples import TEXT

ReadBytes = Callable[..., list[Article | SkippedInput]]
ReadArticle = Callable[..., Article]
LONG = [*TEXT, "The storm was the worst for forty years, and the ferry did not sail for nine days."]


def test_a_text(read_article: ReadArticle) -> None:
    for name in ("story.odt", "story.txt", "story"):
        one = read_article(name, odt())
        assert (one.title, one.author, one.text) == ("Harbour shut", "Ana Rao", "\n\n".join(TEXT))


def test_spaces_breaks_notes_and_boxes(read_article: ReadArticle) -> None:
    inner = (
        f"<text:p>{TEXT[0]}</text:p><text:p>a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d<text:note><text:p>no</text:p>"  # noqa: E501
        "</text:note> e</text:p><office:annotation><text:p>no</text:p></office:annotation><text:list><text:list-item>"
        "<text:p>f</text:p></text:list-item></text:list><text:tracked-changes><text:p>no</text:p></text:tracked-changes>"
    )
    assert read_article("a.odt", odt(inner)).text == f"{TEXT[0]}\n\na   b\tc\nd e\n\nf"


def test_an_encrypted_text(read_bytes: ReadBytes) -> None:
    data = zipped({"content.xml": "\x01\x02", "META-INF/manifest.xml": "<x><encryption-data/></x>"})
    (one,) = read_bytes("a.odt", data)
    assert "encrypted" in one.reason


def test_a_book_gives_its_chapters(read_bytes: ReadBytes) -> None:
    data = epub([chapter("One", LONG), chapter("Two", LONG), chapter("Cover", ["The Quay"])])
    for name in ("book.epub", "book.zip", "book"):
        *chapters, told = read_bytes(name, data)
        assert [(one.id, one.title) for one in chapters] == [("book:1", "One"), ("book:2", "Two")]
        for one in chapters:
            assert (one.author, one.publisher, one.metadata["book"]) == ("Ana Rao", "Skerrow Press", "The Quay")
            assert one.published.written == "2013-03-14"
            assert all(line in one.text for line in LONG)
        assert "1 of its pages" in told.reason


def test_damaged_chapters_cost_themselves(read_bytes: ReadBytes) -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "b">]>' + chapter("Bomb", LONG)
    data = epub([chapter("One", LONG), bomb, chapter("Open", LONG).replace("</p>", "")])
    first, second, third = read_bytes("book.epub", data)
    assert first.title == "One"
    assert "entities" in second.reason
    assert isinstance(third, Article)
