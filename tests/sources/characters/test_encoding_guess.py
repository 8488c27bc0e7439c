"""Encodings that nothing names: how many texts of many languages are read right, and what a doubtful guess says.

The share before the letters of languages were looked at: .60 of DEVELOPED, .47 of HELD.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from provenance.model import Article
from provenance.sources.characters.decoding import UndecodableInput, decode
from tests.sources.encoded_sentences import DEVELOPED, HELD, encoded

ReadArticle = Callable[..., Article]
LINE = "“We have been forgotten,” she said. Nobody’s café – none.\n"
RUSSIAN = "Жители острова написали письмо губернатору.\n"


def right(data: bytes, text: str) -> bool:
    try:
        return decode(data).text == text
    except UndecodableInput:
        return False


@pytest.mark.parametrize(("half", "floor"), [(DEVELOPED, 0.98), (HELD, 0.96)], ids=["developed", "held"])
def test_most_texts_are_read_right(half: dict[str, tuple[tuple[str, ...], tuple[str, ...]]], floor: float) -> None:
    results = [(right(data, text), language, encoding) for language, encoding, text, data in encoded(half)]
    wrong = [f"{language} in {encoding}" for is_right, language, encoding in results if not is_right]
    assert 1 - len(wrong) / len(results) >= floor, wrong


@pytest.mark.parametrize("half", [DEVELOPED, HELD], ids=["developed", "held"])
def test_every_guess_is_said(half: dict[str, tuple[tuple[str, ...], tuple[str, ...]]]) -> None:
    for _, _, text, data in encoded(half):
        if text.encode() != data:
            assert decode(data).guess


@pytest.mark.parametrize(
    ("data", "text", "said"),
    [
        (LINE.encode() * 2 + LINE.encode("cp1252"), LINE * 3, "1 line is windows-1252"),
        ((LINE.encode() + LINE.encode("cp1252")) * 3, LINE * 6, "3 lines"),
        (LINE.encode("cp1252") * 9 + LINE.encode(), LINE * 10, "9 lines"),
        ((LINE.encode() + LINE.encode("cp1252")).replace(b"\n", b"\r"), (LINE * 2).replace("\n", "\r"), "1 line is"),
        (LINE.encode() * 3 + b"caf\xe9 on the quay\n", LINE * 3 + "café on the quay\n", "windows-1252"),
        ("“Hello”, caf".encode() + b"\xe9 and " + "“more”".encode(), "“Hello”, café and “more”", "1 bytes"),
        (RUSSIAN.encode() * 3 + RUSSIAN.encode("cp1251"), RUSSIAN * 4, "cp1251"),
        (b"\x80\x9d" + LINE.encode(), "\ufffd" + LINE, "1 broken"),
        (LINE.encode() + b"\xe2\x80", LINE + "\ufffd", "1 broken"),
        (LINE.encode()[:40] + b"\xe2\x80" + LINE.encode()[40:], None, "1 broken"),
    ],
)
def test_utf8_with_something_else_in_it(data: bytes, text: str | None, said: str) -> None:
    decoded = decode(data)
    assert text is None or decoded.text == text
    assert said in (decoded.guess or "")
    assert (decoded.doubt is not None) == ("\ufffd" in decoded.text)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("12 € pour l'Œuvre du cœur", "iso8859-15"),
        ("It costs £300 a year.", "cp1252"),
        ("The mayor’s car is late.", "cp1252"),
        ("It was 21°C and 5½ miles away.", "cp1252"),
        ("Müller", "cp1252"),
        ("ÜBERFALL AUF DIE FÄHRE IN ÖSTERBY", "cp1252"),
        ("ПАРОМ МЕЖДУ НОРВИКОМ И ОСТЕРБЮ ЗАКРЫТ", "cp1251"),
        ("ПАРОМ МЕЖДУ НОРВИКОМ И ОСТЕРБЮ ЗАКРЫТ", "koi8_r"),
        ("渡し船は運休です", "cp932"),
        ("The ferry is late.", "utf-32-le"),
        ("paŕom — a ferry: Žluťoučký kůň úpěl", "cp1250"),
    ],
)
def test_short_and_odd_texts(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_bytes_that_windows_1252_leaves_open_are_told() -> None:
    decoded = decode("“We have been forgotten,” said Berit Lund in the café. ".encode("cp1252") + b"\x81\x8d rest")
    assert decoded.text.startswith("“We have been forgotten,” said")
    assert "\ufffd" in decoded.text
    assert "2 broken" in (decoded.doubt or "")


def test_a_doubtful_guess_is_told_on_the_article(read_article: ReadArticle) -> None:
    article = read_article("a.txt", "x \xb2 y".encode("latin-1"))
    doubtful = [note for note in article.notes if note.kind == "encoding-doubtful"]
    assert "encoding" in article.guesses
    assert all("instead of" in note.reason for note in doubtful)
    broken = read_article("b.txt", LINE.encode() + b"\xe2\x80")
    assert "encoding-doubtful" in [note.kind for note in broken.notes]


def test_a_guess_takes_a_second_at_most_and_lines_a_millisecond_each() -> None:
    started = time.process_time()
    decode("Die Fähre fährt nicht mehr. ".encode("cp1252") * 40_000)
    for _ in range(300):
        decode("The café is shut.\n".encode("cp1252"))
    assert time.process_time() - started < 2
