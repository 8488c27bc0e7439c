"""The older Nexis ("1 of 74 DOCUMENTS") as HTML, text and Word, with labels before, between and behind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from provenance.model import Article, SkippedInput
from tests.sources.exports.samples import TEXT, docx, nexis_article, nexis_html

ReadBytes = Callable[..., list[Article | SkippedInput]]


def check(one: Article | SkippedInput, title: str | None = "Harbour shut") -> None:
    assert isinstance(one, Article), one
    assert (one.title, one.publisher, one.author) == (title, "Skerrow Argus", "Ana Rao")
    assert one.published is not None
    assert one.published.written == "2013-03-14T11:21+00:00"
    assert one.text == "\n\n".join(TEXT)
    assert one.metadata["length"] == "39 words"
    assert one.metadata["section"] == "NEWS; Pg. 4"
    assert not one.notes


def test_html(read_bytes: ReadBytes) -> None:
    found = read_bytes("export.html", nexis_html([nexis_article(), nexis_article("Quay torn")]))
    check(found[0])
    check(found[1], "Quay torn")
    assert len(found) == 2


def test_text_and_word(read_bytes: ReadBytes) -> None:
    blocks = [["1 of 1 DOCUMENTS"], *nexis_article()]
    text = "\n\n\n".join("\n\n".join(block) for block in blocks[:8]) + "\n\n"
    (one,) = read_bytes("export.txt", text + "\n\n".join("\n".join(block) for block in blocks[8:]))
    check(one)
    (one,) = read_bytes("export.docx", docx([line for block in blocks for line in block]))
    check(one)


def test_wrapped_lines_of_a_text_are_one_paragraph(read_bytes: ReadBytes) -> None:
    text = (
        "                               1 of 2 DOCUMENTS\n\n\n                                 Skerrow Argus\n\n"
        "                             March 14, 2013 Thursday\n                              Final Edition\n\n"
        "Harbour shut\n\nBYLINE: By ANA RAO, in Skerrow\n\nLENGTH: 12 words\n\nThe harbour of Skerrow stayed\n"
        "closed on Thursday.\n\n   Repairs are to\nlast.\n\nLOAD-DATE: March 15, 2013\n\n"
        "                     2 of 2 DOCUMENTS\n\nSkerrow Argus\n\nMarch 15, 2013 Friday\n\nLENGTH: 3 words\n\n"
        "Nothing sailed today.\n\nLOAD-DATE: March 15, 2013\n"
    )
    first, second = read_bytes("export.txt", text)
    assert first.text == "The harbour of Skerrow stayed closed on Thursday.\n\nRepairs are to last."
    assert first.author == "ANA RAO, in Skerrow"
    assert first.metadata["edition"] == "Final Edition"
    assert (second.title, second.text) == (None, "Nothing sailed today.")


LAYOUTS = {
    "headline first": lambda blocks: [blocks[2], blocks[0], blocks[1], *blocks[3:]],
    "copyright first": lambda blocks: [blocks[-1], *blocks[:-1]],
    "headline as a label": lambda blocks: [*blocks[:2], *blocks[3:6], [f"HEADLINE: {blocks[2][0]}"], *blocks[6:]],
    "body as a label": lambda blocks: [*blocks[:6], [f"BODY: {TEXT[0]}", *TEXT[1:]], *blocks[7:]],
    "text in two blocks": lambda blocks: [*blocks[:6], [TEXT[0]], list(TEXT[1:]), *blocks[7:]],
    "an edition on its own": lambda blocks: [*blocks[:2], ["Late Edition - Final"], *blocks[2:]],
    "picture between": lambda blocks: [
        *blocks[:6],
        [TEXT[0]],
        ["GRAPHIC: A torn quay."],
        list(TEXT[1:]),
        *blocks[7:],
    ],
    "a stray code behind": lambda blocks: [*blocks[:9], ["SKARG"], *blocks[9:]],
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts(read_bytes: ReadBytes, layout: str) -> None:
    (one,) = read_bytes("export.html", nexis_html([LAYOUTS[layout](nexis_article())]))
    if layout == "headline first":  # outlet and headline cannot be told apart but by their order
        assert {one.title, one.publisher} == {"Harbour shut", "Skerrow Argus"}
        return
    check(one)


WORDS = {
    "de": ("Dokument {n} von {all}", "Donnerstag 14. März 2013", "AUTOR", "RUBRIK", "LÄNGE", "UPDATE", "SPRACHE"),
    "fr": (
        "Document {n} de {all}",
        "14 mars 2013 jeudi",
        "AUTEUR",
        "RUBRIQUE",
        "LONGUEUR",
        "DATE-CHARGEMENT",
        "LANGUE",
    ),
    "es": (
        "{n} de {all} DOCUMENTOS",
        "14 marzo 2013 jueves",
        "AUTOR",
        "SECCIÓN",
        "LONGITUD",
        "FECHA-CARGA",
        "IDIOMA",
    ),
    "nl": (
        "{n} van {all} DOCUMENTEN",
        "14 maart 2013 donderdag",
        "AUTEUR",
        "RUBRIEK",
        "LENGTE",
        "LAAD-DATUM",
        "TAAL",
    ),
    "it": (
        "{n} di {all} DOCUMENTI",
        "14 marzo 2013 giovedì",
        "AUTORE",
        "SEZIONE",
        "LUNGHEZZA",
        "DATA-CARICAMENTO",
        "LINGUA",
    ),
}


@pytest.mark.parametrize("language", WORDS)
def test_other_interfaces(read_bytes: ReadBytes, language: str) -> None:
    count, day, author, section, length, loaded, spoken = WORDS[language]
    blocks = [
        ["Skerrow Argus"],
        [day],
        ["Harbour shut"],
        [f"{author}: Ana Rao"],
        [f"{section}: LOCAL; 4"],
        [f"{length}: 39 words"],
        [*TEXT],
        [f"{loaded}: 15. 3. 2013"],
        [f"{spoken}: ENGLISH"],
        ["Copyright 2013 Skerrow Argus Ltd"],
    ]
    found = read_bytes("export.html", nexis_html([blocks, blocks], count))
    assert len(found) == 2
    for one in found:
        assert (one.title, one.publisher, one.author, one.language) == (
            "Harbour shut",
            "Skerrow Argus",
            "Ana Rao",
            "en",
        )
        assert one.published.written == "2013-03-14"
        assert one.text == "\n\n".join(TEXT)
        assert one.metadata["section"] == "LOCAL; 4"


def test_missing_articles_are_told(read_bytes: ReadBytes) -> None:
    page = nexis_html([nexis_article(), nexis_article("Quay torn")], "{n} of 74 DOCUMENTS")
    found = read_bytes("export.html", page)
    assert len(found) == 3
    assert "holds 74 articles, and 2 were found" in found[2].reason


def test_an_interview_is_not_cut_at_its_speakers(read_bytes: ReadBytes) -> None:
    blocks = nexis_article()
    blocks[6] = ["BLITZER: Is the harbour shut?", "RAO: It is.", "NOTE: nobody sails."]
    (one,) = read_bytes("export.html", nexis_html([blocks]))
    assert one.text.splitlines()[0] == "BLITZER: Is the harbour shut?"
    assert "RAO: It is." in one.text


def test_an_interface_that_is_not_known(read_bytes: ReadBytes) -> None:
    blocks = [
        ["Skerrow Argus"],
        ["14 marca 2013 czwartek"],
        ["Harbour shut"],
        ["DZIAŁ: KRAJ"],
        ["DŁUGOŚĆ: 39 słów"],
        [*TEXT],
        ["DATA-WPROWADZENIA: 15 marca 2013"],
        ["LANGUAGE: ENGLISH"],
    ]
    (one,) = read_bytes("export.html", nexis_html([blocks]))
    assert (one.title, one.publisher, one.published.written) == ("Harbour shut", "Skerrow Argus", "2013-03-14")
    assert one.metadata["length"] == "39 słów"
    assert one.metadata["dział"] == "KRAJ"
    assert TEXT[0] in one.text
