"""PDF: columns, broken words, running heads; scans and locked files are said to be that."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from provenance.model import Article, SkippedInput
from provenance.sources.documents.layout import Line, joined, paragraphs
from tests.sources.documents.samples import pdf

pytest.importorskip("pypdfium2")
ReadBytes = Callable[..., list[Article | SkippedInput]]
ReadArticle = Callable[..., Article]
WORDS = "The harbour of Skerrow stayed closed on Thursday after the storm had torn the quay apart again"


def column(left: float, top: float, lines: list[str], size: float = 10) -> list[tuple[float, float, float, str]]:
    return [(left, top - 12 * n, size, line) for n, line in enumerate(lines)]


def test_two_columns_are_read_one_after_the_other(read_article: ReadArticle) -> None:
    left = [
        "The harbour of Skerrow stayed closed on",
        "Thursday after the storm had torn the",
        "quay. Nobody sails be-",
        "fore the quay is mended, said Ana Rao,",
        "who runs the port of the town.",
    ]
    right = [
        "Repairs are to cost four million crowns",
        "and to last until the autumn, the town",
        "council said on Friday in a note.",
        "The ferry goes from Port Anse instead",
        "and takes two hours more than before.",
    ]
    lines = [(60, 740, 20, "Harbour shut after the storm"), *column(60, 700, left), *column(320, 700, right)]
    one = read_article("story.pdf", pdf([lines]))
    text = one.text.replace("\n\n", " ")
    assert (
        "quay. Nobody sails before the quay is mended, said Ana Rao, who runs the port of the town. Repairs" in text
    )
    assert one.text.startswith("Harbour shut after the storm\n\n")


def test_running_heads_and_page_numbers_are_left_out_and_told(read_article: ReadArticle) -> None:
    pages = []
    for n in range(1, 5):
        lines = [f"On day {n}.{k} nothing sailed and the harbour of the town stayed" for k in range(4)]
        story = column(60, 740, [*lines, f"closed on day {n}."])
        pages.append([(60, 780, 8, "Skerrow Argus, 14 March 2013"), *story, (300, 30, 8, f"Page {n} of 4")])
    one = read_article("story.pdf", pdf(pages))
    assert "Argus" not in one.text
    assert "Page" not in one.text
    assert one.text.count("closed on day") == 4
    assert any("8 running heads" in note.reason for note in one.notes)


def test_a_running_head_of_two_pages(read_article: ReadArticle) -> None:
    pages = [[(60, 780, 8, f"Skerrow Argus, page {n}"), *column(60, 740, [f"Page {n}: {WORDS}"] * 5)] for n in (1, 2)]
    assert "Argus" not in read_article("story.pdf", pdf(pages)).text


def test_kerned_letters_are_read_once(read_article: ReadArticle) -> None:
    """A browser prints kerned pairs and parts of ligatures as runs of their own, whose rectangles overlap."""
    line = "“W\x1fe told the T\x1fown of\x1ffi\x1fcials,” said Y\x1fv\x1fonne T\x1fate of the A\x1fV\x1fON"
    one = read_article("a.pdf", pdf([column(60, 740, [line, "on W\x1fednesday: of\x1ffi\x1fces."])]))
    whole = "“We told the Town officials,” said Yvonne Tate of the AVON on Wednesday: offices."
    assert one.text == whole


def test_a_sentence_goes_on_over_the_page(read_article: ReadArticle) -> None:
    first, second = column(60, 740, [WORDS, "and the ferry"]), column(60, 740, ["did not sail.", f"{WORDS}."])
    assert "and the ferry did not sail." in read_article("a.pdf", pdf([first, second])).text


def test_paragraphs_by_space(read_article: ReadArticle) -> None:
    lines = column(60, 740, [WORDS, WORDS, "in the night."]) + column(60, 690, [WORDS, "and later."])
    assert len(read_article("a.pdf", pdf([lines])).text.split("\n\n")) == 2


def test_a_scan_is_said_to_be_one(read_bytes: ReadBytes) -> None:
    (one,) = read_bytes("scan.pdf", pdf([[], [(1, 1, 8, "1")]]))
    assert "scan without text" in one.reason
    assert one.kind == "scans"


def test_a_locked_file_is_said_to_be_locked(read_bytes: ReadBytes) -> None:
    whole = pdf([column(60, 740, [WORDS] * 4)])
    key = b"<41" + b"42" * 31 + b">"
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O %s /U %s /P -4 >> /ID [<41> <41>]" % (key, key)
    (one,) = read_bytes("a.pdf", whole.replace(b"/Root 1 0 R", b"/Root 1 0 R " + lock))
    assert one.kind == "encrypted"
    assert "without a password" in one.reason


def test_properties(read_article: ReadArticle) -> None:
    info = "/Title (Harbour shut) /Author (Ana Rao) /CreationDate (D:20130314101500+01'00')"
    story = [(60, 760, 18, "Harbour shut"), *column(60, 730, [WORDS, WORDS, "again."])]
    one = read_article("a.pdf", pdf([story], info))
    assert (one.title, one.author) == ("Harbour shut", "Ana Rao")
    assert one.metadata["document_created"] == "2013-03-14T10:15:00+01:00"
    one = read_article("a.pdf", pdf([column(60, 730, [WORDS, WORDS])], "/Title (Microsoft Word - draft7.doc)"))
    assert one.title is None or "Microsoft" not in one.title


def test_damage_is_one_line(read_bytes: ReadBytes) -> None:
    whole = pdf([column(60, 740, [WORDS] * 20)])
    for data in (b"%PDF-1.7\n%\xe2\xe3\n1 0 obj\n", whole[:60], b"%PDF-1.4" + b"\0" * 999):
        (one,) = read_bytes("a.pdf", data)
        assert isinstance(one, SkippedInput)


@pytest.mark.parametrize(
    ("first", "then", "whole"),
    [
        ("be-", "fore it", "before it"),
        ("Anna-", "Lena", "Anna-Lena"),
        ("a\u00ad", "b", "ab"),
        ("end.", "Next", "end. Next"),
        ("3-", "4", "3- 4"),
    ],
)
def test_broken_words(first: str, then: str, whole: str) -> None:
    assert joined(first, then) == whole


def test_no_lines_no_paragraphs() -> None:
    assert list(paragraphs([])) == []
    assert list(paragraphs([Line(0, 0, 9, 9, "a", (0, 9))])) == ["a"]


def test_a_file_that_was_not_saved_whole_is_read_and_noted(read_article: ReadArticle) -> None:
    whole = pdf([column(60, 740, [f"{WORDS} {n}" for n in range(9)])] * 2)
    assert [note.kind for note in read_article("story.pdf", whole).notes] == []
    assert [note.kind for note in read_article("late.pdf", b"\n" * 40 + whole).notes] == []
    cut = read_article("story.pdf", whole.replace(b"startxref\n", b"startxref\n7"))
    assert "ends-early" in [note.kind for note in cut.notes]
