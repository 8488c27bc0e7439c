"""Bylines, menus, lists of other stories and notices in ten languages, and sentences that are none of these."""

from pathlib import Path

import pytest

import provenance
from provenance.sources.heads.bylines import read_byline
from provenance.sources.heads.navigation import is_menu, is_notice, opens_list

BYLINES = [
    ("Von Lena Orre", "Lena Orre"),
    ("Von Lena Orre und Ole Hamre", "Lena Orre and Ole Hamre"),
    ("Von LENA ORRE, Berlin", "LENA ORRE"),
    ("Text: Lena Orre", "Lena Orre"),
    ("Par Claire Dumont", "Claire Dumont"),
    ("Par Claire Dumont et Paul Renaud, à Lyon", "Claire Dumont and Paul Renaud"),
    ("Por Ana Ruiz", "Ana Ruiz"),
    ("Por Ana Ruiz y Juan de la Cruz | Madrid", "Ana Ruiz and Juan de la Cruz"),
    ("Di Anna Bianchi", "Anna Bianchi"),
    ("Door Jan de Vries", "Jan de Vries"),
    ("Autor: Anna Kowalska", "Anna Kowalska"),
    ("Автор: Иван Петров", "Иван Петров"),
    ("文／李红霞", "李红霞"),
    ("記者：田中花子", "田中花子"),
]
NO_BYLINES = [
    "Von unserer Redaktion",
    "Von Hamburg nach Berlin fahren die Züge wieder.",
    "Por la mañana llegó el barco.",
    "Di nuovo chiuso il ponte",
    "Par temps de brouillard le bac reste au port",
    "Door de storm bleef de haven dicht.",
    "Text und Bild sind geschützt",
]
MENUS = [
    "Teilen",
    "Artikel drucken",
    "Partager Imprimer",
    "Compartir",
    "Condividi Stampa",
    "Delen",
    "Udostępnij",
    "分享",
]
LISTS = ["Mehr zum Thema", "Lire aussi :", "Lea también", "Leggi anche", "Leia também", "Lees ook", "Czytaj także",
         "Читайте также:", "相关新闻", "関連記事"]  # fmt: skip
NOTICES = [
    "Alle Rechte vorbehalten.",
    "© Tous droits réservés"[2:],
    "Todos los derechos reservados",
    "版权所有 海港日报",
]


@pytest.mark.parametrize(("line", "author"), BYLINES)
def test_a_byline_names_the_author(line: str, author: str) -> None:
    found = read_byline(line)
    assert found is not None
    assert found.author == author


@pytest.mark.parametrize("line", NO_BYLINES)
def test_a_sentence_is_no_byline(line: str) -> None:
    assert read_byline(line) is None


def test_words_of_pages_are_known() -> None:
    assert [line for line in MENUS if not is_menu(line)] == []
    assert [line for line in LISTS if not opens_list(line)] == []
    assert [line for line in NOTICES if not is_notice(line)] == []


@pytest.mark.parametrize(
    "line",
    ["Teilen wollte die Stadt das Geld nicht", "Stampa e governo litigano", "Leer más libros", "Partager le pain."],
)
def test_a_headline_is_no_menu(line: str) -> None:
    assert not is_menu(line)
    assert not opens_list(line)


def test_what_a_page_puts_around_a_story_is_no_part_of_it(tmp_path: Path) -> None:
    story = (
        "Der Hafen von Port Anse wird im Mai für drei Wochen geschlossen, weil die Mauer am Kai saniert wird. " * 3
    )
    page = f"Hafen schließt im Mai\n\nVon Lena Orre\n\n{story}\n\nTeilen\n\nMehr zum Thema\n\nFähre bleibt im Hafen\n"
    (tmp_path / "a.txt").write_text(page, "utf-8")
    article = provenance.read_one(tmp_path / "a.txt")
    assert article.author == "Lena Orre"
    assert article.text[article.body.start : article.body.end].strip() == story.strip()


@pytest.mark.parametrize("piece", ["Von A ", "Par A, ", "Autor: A B, ", "文／李"])
def test_bylines_are_read_in_time(piece: str) -> None:
    read_byline(piece * 20_000)
