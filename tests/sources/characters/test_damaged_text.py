"""Marks that were damaged on the way are put back and said, what is lost is counted, all other texts stay."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Article
from provenance.sources.characters.damaged_text import mended

ReadArticle = Callable[..., Article]
GOOD = "“We have been forgotten,” said Berit Lund. “Nobody’s boat – and no café…”"
PLAIN = "“We have been forgotten,” said Berit Lund. “Nobody’s boat will run – and no bread comes,” she said."
MACINTOSH = str.maketrans("“”’–", "ÒÓÕÐ")
LAST_BYTES = str.maketrans("“”’–", "\x1c\x1d\x19\x13")
UNDEFINED = (0x81, 0x8D, 0x8F, 0x90, 0x9D)


def misread(text: str) -> str:
    """UTF-8 that was read as windows-1252."""
    return "".join(chr(byte) if byte in UNDEFINED else bytes((byte,)).decode("cp1252") for byte in text.encode())


def written(form: str) -> str:
    """Each byte beyond ASCII written out."""
    return "".join(one if one.isascii() else "".join(form % byte for byte in one.encode()) for one in GOOD)


@pytest.mark.parametrize(
    ("damaged", "good", "word"),
    [
        (misread(GOOD), GOOD, "decoded wrongly"),
        (misread(misread(GOOD)), GOOD, "decoded wrongly"),
        (misread(GOOD).replace("\x9d", ""), GOOD, "decoded wrongly"),
        (GOOD.encode().decode("latin-1"), GOOD, "decoded wrongly"),
        (GOOD.encode().decode("mac_roman"), GOOD, "decoded wrongly"),
        (GOOD.encode("cp1252").decode("latin-1"), GOOD, "windows-1252"),
        (written("=%02X"), GOOD, "quoted-printable"),
        (written("\\x%02x"), GOOD, "xNN"),
        (written("<%02x>"), GOOD, "<NN>"),
        (json.dumps(PLAIN)[1:-1].replace("\\", ""), PLAIN, "without its stroke"),
        (PLAIN.translate(MACINTOSH), PLAIN, "Macintosh"),
        (PLAIN.translate(LAST_BYTES), PLAIN, "one byte"),
        (json.dumps(GOOD)[1:-1], GOOD, "escapes"),
        (GOOD.encode("ascii", "xmlcharrefreplace").decode(), GOOD, "entities"),
        ("&ldquo;Hi,&rdquo; said AT&amp;T &amp;ndash; twice", "“Hi,” said AT&T – twice", "entities"),
        (misread("Лодка закрыта, пишет газета"), "Лодка закрыта, пишет газета", "decoded wrongly"),
        ("Лодка закрыта".encode().decode("cp1251"), "Лодка закрыта", "decoded wrongly"),
        (misread("że łodzie nie będą mogły"), "że łodzie nie będą mogły", "decoded wrongly"),
        (misread("Nice 😀 day’s"), "Nice 😀 day’s", "decoded wrongly"),
        ("Nobodyâ€™s café is shut", "Nobody’s café is shut", "1 character"),
        ("\\ud83d\\ude00 and \\u201cso\\u201d", "😀 and “so”", "escapes"),
    ],
)
def test_damage_is_put_back_and_said(damaged: str, good: str, word: str) -> None:
    found = mended(damaged)
    assert found.text == good
    assert word in (found.repaired or "")


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        "«CAFÉ» À» la «FÊTE» 12 €",
        "Der „Spaß“ des „FUSS“, Ö“ und Ä“ dann Ü“",
        "NÃO É “SÃO”, AÇÃO… Ângela",
        "Å“ Ø” Æ’s, ESPAÑA” Ñ”",
        "√2 and √π",
        "write \\u0041 once",
        "R&D; A&B; AT&T; &c.",
        "What? Why? Who? See http://a.example/c?x=1&y=2",
        "Паром между Норвиком и Остербю закрыт, «нас забыли»",
        "naïve façade, 5½ × 3²",
        "Ò é uma letra, Ó também; Õ é outra, ÒK",
        "x=80=90 and \\x41, <b8> once, u2019 once, menu2019",
    ],
)
def test_what_is_meant_stays(text: str) -> None:
    assert mended(text) == (mended(text).__class__)(text)


def test_what_is_lost_is_counted() -> None:
    assert "2 characters were lost" in (mended("\ufffdWe\ufffd said").lost or "")
    assert "1 control character" in (mended("a \x07bell").lost or "")
    asked = "?We have been forgotten,? said Lund. ?Nobody?s boat will run.?"
    assert "5 question marks" in (mended(asked).lost or "")
    assert mended(asked).text == asked


def test_articles_carry_the_repair_as_a_guess_and_offsets_are_of_the_repaired_text(read_article: ReadArticle) -> None:
    article = read_article("a.txt", f"---\ntitle: {misread('Lund’s boat')}\n---\n{misread(GOOD)}")
    assert article.body.of(article.text) == GOOD
    assert article.title == "Lund’s boat"
    assert "repaired" in article.guesses["text"]
    assert "repaired" in article.guesses["title"]
    row = read_article("b.jsonl", json.dumps({"text": misread(GOOD), "title": "Tom &amp; Ann"}))
    assert (row.text, row.title) == (GOOD, "Tom & Ann")
    page = read_article(
        "c.html", f"<html><body><article><p>{misread(GOOD)}</p><p>{misread(GOOD)}</p></article></body></html>"
    )
    assert GOOD in page.text


def test_lost_characters_are_a_note(read_article: ReadArticle) -> None:
    article = read_article("a.txt", "\ufffdWe have been forgotten on this island,\ufffd said Berit Lund.")
    assert [note.kind for note in article.notes] == ["damaged-text"]


@given(st.text())
def test_any_text_is_taken_and_a_second_round_changes_little(text: str) -> None:
    found = mended(text)
    assert (found.repaired is None) == (found.text == text) or found.repaired is not None
    assert "\ufffd" not in found.text or "\ufffd" in text or "&#" in text or "\\u" in text


@pytest.mark.parametrize("left", ["\\\\u201c", "<U+201C>"])
def test_escapes_of_programs_are_put_back(left: str) -> None:
    right = left.replace("201c", "201d").replace("201C", "201D")
    assert mended(f"{left}We have been forgotten,{right} she said.").text == "“We have been forgotten,” she said."
