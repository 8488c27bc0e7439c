"""Bytes to text: nothing is lost in silence."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from provenance.sources.characters.decoding import UndecodableInput, decode, looks_binary

WESTERN = "“It’s a café,” the mayor said – naïve as ever. Über £5 for a glass of crème."
# encoding -> a sentence in it
LEGACY = {
    "windows-1252": WESTERN,
    "latin-1": "Le maire a déclaré hier à Genève que l’été serait long.".replace("’", "'"),
    "windows-1251": "Мэр сообщил в понедельник, что мост через реку закрыт до конца недели.",
    "windows-1253": "Ο δήμαρχος δήλωσε χθες ότι η γέφυρα θα παραμείνει κλειστή για μία εβδομάδα.",
    "shift_jis": "市長は月曜日に記者会見を開き、橋を一週間閉鎖すると発表した。",
    "gb18030": "市长星期一在新闻发布会上宣布大桥将关闭一个星期。",
}


@pytest.mark.parametrize("encoding", LEGACY)
def test_legacy_encodings_are_recognised_and_declared(encoding: str) -> None:
    decoded = decode(LEGACY[encoding].encode(encoding))
    assert decoded.text == LEGACY[encoding]
    assert decoded.guess is not None


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-8"),
    ],
)
def test_marks_are_obeyed_and_are_no_text(mark: bytes, encoding: str) -> None:
    decoded = decode(mark + WESTERN.encode(encoding))
    assert (decoded.text, decoded.guess) == (WESTERN, None)


def test_line_ends_are_left_alone() -> None:
    assert decode(b"a\r\nb\rc\nd\x85".replace(b"\x85", "\u2028".encode())).text == "a\r\nb\rc\nd\u2028"


def test_utf16_without_a_mark_is_declared() -> None:
    decoded = decode("The bridge is closed.".encode("utf-16-le"))
    assert decoded.text == "The bridge is closed."
    assert decoded.guess is not None


def test_a_cut_utf8_text_is_repaired_aloud() -> None:
    decoded = decode(WESTERN.encode() + b"\xe2\x80")
    assert decoded.text == WESTERN + "\ufffd"
    assert "1 broken" in (decoded.guess or "")


def test_a_declared_encoding_is_used_where_the_bytes_are_not_utf8() -> None:
    assert decode("Žluťoučký kůň".encode("iso-8859-2"), "iso-8859-2").text == "Žluťoučký kůň"
    assert decode(WESTERN.encode(), "iso-8859-1").text == WESTERN
    assert decode(WESTERN.encode("windows-1252"), "no such encoding").text == WESTERN


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\x7fELF\2\1\1\0\0\0\0", b"PK\x03\x04\0\0\0", b"a\0b"]
)
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(UndecodableInput, match="binary"):
        decode(data)
    assert looks_binary(data)


def test_a_stray_nul_in_a_long_text_is_not_binary_by_its_beginning() -> None:
    assert not looks_binary(WESTERN.encode() + b"\0" + WESTERN.encode())
    assert not looks_binary(WESTERN.encode("utf-16-le"))


@example("1\x0e\x80")
@given(st.text())
def test_utf8_comes_back_as_it_was(text: str) -> None:
    if "\0" not in text and not text.startswith("\ufeff"):
        assert decode(text.encode()).text == text


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data)
    except UndecodableInput:
        return
    assert (
        decoded.text.count("\ufffd") == 0
        or decoded.guess
        or "\ufffd".encode() in data
        or b"\xff\xfd" in data
        or b"\xfd\xff" in data
    )
