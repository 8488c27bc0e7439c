"""RTF: letters in code pages and in Unicode; groups that no reader sees are skipped."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from provenance.model import Article, SkippedInput
from tests.sources.exports.samples import TEXT, nexis_uni

ReadBytes = Callable[..., list[Article | SkippedInput]]
ReadArticle = Callable[..., Article]


def rtf(text: str) -> bytes:
    """Paragraphs as a word processor writes them, with \\u for letters beyond ASCII."""
    inner = "".join(sign if sign.isascii() else f"\\u{ord(sign)}?" for sign in text)
    fonts = "{\\fonttbl{\\f0\\fswiss Arial;}{\\f1\\fcharset204 Arial Cyr;}}"
    about = "{\\info{\\title Harbour shut}{\\author Ana Rao}}"
    return f"{{\\rtf1\\ansi\\ansicpg1252\\deff0 {fonts}{about}{inner}}}".encode()


def test_a_document(read_article: ReadArticle) -> None:
    for name in ("story.rtf", "story.txt"):
        one = read_article(name, rtf("\\par ".join(TEXT)))
        assert (one.title, one.author, one.text) == ("Harbour shut", "Ana Rao", "\n\n".join(TEXT))


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (r"caf\'e9 \lquote a\rquote\emdash b", "café ‘a’—b"),
        (r"{\f1\'cf\'f0\'e8} a", "При a"),
        (r"x\u8364\'80y", "x€y"),
        (r"\uc2\u8364\'80\'80y", "€y"),
        (r"\u-10179?\u-8704?", "😀"),
        (r"a{\*\unknown b}c{\pict 00ff}d{\footnote e}f{\v g}h", "acdfh"),
        (r"a{\field{\*\fldinst HYPERLINK x}{\fldrslt b}}c", "abc"),
        (r"a\~b\_c\-d \{e\}", "a\u00a0b‑cd {e}"),
        (r"{\pict\bin4 {}}{x}y", "y"),
        ("a\nb\r\nc", "abc"),
    ],
)
def test_signs(read_article: ReadArticle, written: str, words: str) -> None:
    font = "{\\fonttbl{\\f1\\fcharset204 A;}}"
    assert read_article("a.rtf", f"{{\\rtf1\\ansi{font} {TEXT[0]}\\par {written}}}").text.endswith(f"\n\n{words}")


def test_a_long_document_is_read_in_pieces(read_article: ReadArticle) -> None:
    pieces = [f"{n} {TEXT[n % 3]}" for n in range(3000)]
    assert read_article("a.rtf", rtf("\\par\n".join(pieces))).text == "\n\n".join(pieces)


def test_an_export_of_nexis(read_bytes: ReadBytes) -> None:
    found = read_bytes("export.rtf", rtf("\\par ".join(nexis_uni("de")).replace("\n", "\\line ")))
    assert [(one.title, one.publisher, one.language) for one in found] == [
        ("Harbour shut", "Skerrow Argus", "de"),
        ("Quay torn", "Skerrow Argus", "de"),
    ]


def test_a_cut_document_is_told(read_bytes: ReadBytes) -> None:
    (one,) = read_bytes("a.rtf", rtf("\\par ".join(TEXT))[:-1])
    assert "cut off" in one.reason


def test_groups_without_end(read_bytes: ReadBytes) -> None:
    (one,) = read_bytes("a.rtf", b"{\\rtf1 " + b"{" * 100_000)
    assert "groups" in one.reason
