"""Europresse as HTML, in the class names of several years, French and English."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from provenance.model import Article, SkippedInput
from tests.sources.exports.samples import TEXT, europresse

ReadBytes = Callable[..., list[Article | SkippedInput]]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Région, jeudi 14 mars 2013 39 mots, p. 4", "2013-03-14"),
        ("Région, Thursday, March 14, 2013 39 words, p. 4", "2013-03-14"),
        ("Région, jeudi 14 mars 2013 - 12:35 UTC +01:00 39 mots, p. 4", "2013-03-14T12:35+01:00"),
    ],
)
def test_an_article(read_bytes: ReadBytes, head: str, day: str) -> None:
    (one,) = read_bytes("export.html", europresse(head))
    assert one.id == "news·20130314·LC·1234567"
    assert (one.title, one.publisher, one.author) == ("Le port fermé", "Le Courrier", "Ana Rao")
    assert one.published.written == day
    assert one.text == "\n\n".join(TEXT)
    assert one.metadata["section"] == "Région"
    assert one.metadata["length"].startswith("39")
    assert one.metadata["page"] == "4"
    assert not one.notes


def test_several_articles_and_one_without_text(read_bytes: ReadBytes) -> None:
    page = europresse()
    inner = page[page.index("<article>") : page.index("</body>")]
    empty = inner.replace(TEXT[0], "").replace(TEXT[1], "").replace(TEXT[2], "").replace("1234567", "1")
    found = read_bytes("export.html", page.replace("</body>", empty + inner.replace("1234567", "2") + "</body>"))
    assert [isinstance(one, Article) for one in found] == [True, False, True]
    assert "Le port fermé" in found[1].reason


def test_older_classes(read_bytes: ReadBytes) -> None:
    page = (
        europresse()
        .replace("docOcurrContainer", "x")
        .replace("titreArticleVisu", "y")
        .replace("rdp__articletitle", "z")
    )
    (one,) = read_bytes("export.html", page.replace('<footer><div class="Doc-LegalInfo">', "<footer><div>"))
    assert one.title == "Le port fermé"
    assert one.text == "\n\n".join(TEXT)


CELL = (
    '<tr><td><span class="DocPublicationName">{outlet}</span><br>{heads}<br><br>'
    '<span class="TitreArticleVisu">{title}</span><br>{author}<br><br>{more}<p>{0}</p><p>{1}</p><p>{2}</p><br>'
    '<span class="PubliC_lblNodoc">news·20060413·LE·{number}</span><br>'
    '<span class="PubliC_lblCopyright">© 2006 L\'Écho. Tous droits réservés.</span></td></tr>'
)


def cell(heads: str, number: int = 7, **others: str) -> str:
    values = {"outlet": "L'Écho, no. 1234", "title": "Le port fermé", "author": "Ana Rao", "more": "", **others}
    spans = "".join(f'<span class="DocHeader">{head}</span>' for head in heads.split("|"))
    return CELL.format(*TEXT, heads=spans, number=number, **values)


def exported(*cells: str) -> str:
    return f"<html><head><title>Europresse</title></head><body><table>{''.join(cells)}</table></body></html>"


@pytest.mark.parametrize(
    ("heads", "section", "page"),
    [
        ("Régions, |jeudi, |13 avril 2006, |p. 4", "Régions", "4"),
        ("jeudi, |13 avril 2006, |p. 4", None, "4"),
        ("News, |Thursday, |April 13, 2006, |p. A4", "News", "A4"),
        ("p. 4, |Régions, |13 avril 2006", "Régions", "4"),
        ("Régions, |jeudi 13 avril 2006", "Régions", None),
        ("Régions", None, None),
    ],
)
def test_the_oldest_exports_have_spans_in_any_order(
    read_bytes: ReadBytes, heads: str, section: str | None, page: str | None
) -> None:
    (one,) = read_bytes("export.html", exported(cell(heads)))
    assert (one.id, one.title, one.publisher) == ("news·20060413·LE·7", "Le port fermé", "L'Écho")
    assert (one.author, one.published.written) == ("Ana Rao", "2006-04-13")
    assert one.metadata.get("section") == section
    assert one.metadata.get("page") == page
    assert one.metadata["copyright"].startswith("© 2006")
    assert one.text == "\n\n".join(TEXT)


def test_an_article_of_the_oldest_exports_ends_at_the_next_outlet_with_a_title(read_bytes: ReadBytes) -> None:
    heads = "13 avril 2006, |p. 4"
    found = read_bytes(
        "export.html",
        exported(
            cell(heads, 1, title='Le <span style="background:red">port</span> fermé'),
            cell(heads, 2, author="", more='<span class="DocPublicationName">2</span>'),
            cell(heads, 3, author="Trois mois sans bateaux ni criée"),
            cell(heads, 4, author="Jean de la Tour et Ana Rao, à Brest"),
        ),
    )
    assert [one.id[-1] for one in found] == ["1", "2", "3", "4"]
    assert {one.publisher for one in found} == {"L'Écho"}
    assert {one.title for one in found} == {"Le port fermé"}
    assert [one.author for one in found[:3]] == ["Ana Rao", None, None]
    assert found[2].text.startswith("Trois mois sans bateaux")


@pytest.mark.parametrize(
    ("head", "day", "section", "page"),
    [
        ("p. 4 • jeudi 14 mars 2013 • 39 mots", "2013-03-14", None, "4"),
        ("Région, samedi 16 et dimanche 17 mars 2013 39 mots, p. 4", "2013-03-17", "Région", "4"),
        ("Donnerstag, 14. März 2013 39 Wörter, S. 4", "2013-03-14", None, "4"),
        ("jueves, 14 de marzo de 2013 39 palabras, p. 4", "2013-03-14", None, "4"),
        ("39 mots, p. 4", "2013-03-14", None, "4"),
    ],
)
def test_other_orders_and_languages(
    read_bytes: ReadBytes, head: str, day: str, section: str | None, page: str
) -> None:
    (one,) = read_bytes("export.html", europresse(head))
    assert one.published.written == day
    assert (one.metadata.get("section"), one.metadata["page"]) == (section, page)
    assert one.metadata["length"].startswith("39")


@pytest.mark.parametrize(
    ("written", "outlet"),
    [
        ("Le Courrier, no. Vitré, Fougères", "Le Courrier"),
        ("Der Bote, Nr. 12", "Der Bote"),
        ("Le Faro, núm. 4", "Le Faro"),
        ("Courrier, Le, n° 12", "Courrier, Le"),
        ("No. 9 Magazine", "No. 9 Magazine"),
    ],
)
def test_the_number_or_edition_is_no_part_of_the_outlet(read_bytes: ReadBytes, written: str, outlet: str) -> None:
    (one,) = read_bytes("export.html", europresse(outlet=written).encode())
    assert one.publisher == outlet


def test_other_places_of_an_article_are_no_text_of_it(read_bytes: ReadBytes) -> None:
    other = '<div class="apd-wrapper"><span>Aussi paru dans</span><ul><li>14 mars 2013 - a.example</li></ul></div>'
    (one,) = read_bytes(
        "export.html", europresse().replace("</div></div></section>", f"</div>{other}</div></section>").encode()
    )
    assert "Aussi paru" not in one.text
