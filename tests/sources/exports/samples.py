"""Small exports of the shapes that news databases write, in several languages; all words are made up."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from html import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEXT = (
    "The harbour of Skerrow stayed closed on Thursday after the storm had torn the quay.",
    "“Nobody sails before the quay is mended,” said Ana Rao, who runs the port.",
    "Repairs are to cost four million crowns and to last until the autumn.",
)


def docx(paragraphs: Sequence[str], styles: Sequence[str] = (), more: dict[str, str] | None = None) -> bytes:
    """A Word document of these paragraphs; a line break in one is a break inside it."""
    body = []
    for place, text in enumerate(paragraphs):
        style = styles[place] if place < len(styles) else ""
        mark = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
        runs = "<w:r><w:br/></w:r>".join(
            f'<w:r><w:t xml:space="preserve">{escape(part)}</w:t></w:r>' for part in text.split("\n")
        )
        body.append(f"<w:p>{mark}{runs}</w:p>")
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{"".join(body)}</w:body></w:document>'
        )
        for name, data in (more or {}).items():
            archive.writestr(name, data)
    return written.getvalue()


# Interface and article in one language: date, labels with values, headings.
NEXIS_UNI = {
    "en": (
        "March 14, 2013 Thursday\nFinal Edition",
        ("Section: NEWS; Pg. 4", "Length: 39 words", "Byline: Ana Rao"),
        ("Body", "Classification", "Language: ENGLISH", "Load-Date: March 15, 2013", "End of Document"),
    ),
    "de": (
        "Donnerstag 14.März 2013\nHauptausgabe",
        ("Rubrik: LOKALES; S. 4", "Länge: 39 Wörter", "Autor: Ana Rao"),
        (
            "Textkörper",
            "Klassifizierung",
            "Sprache: GERMAN; DEUTSCH",
            "Ladedatum: 15. März 2013",
            "Ende des Dokuments",
        ),
    ),
    "fr": (
        "jeudi 14 mars 2013",
        ("Rubrique: RÉGION; Pg. 4", "Longueur: 39 mots", "Auteur: Ana Rao"),
        (
            "Corps",
            "Classification",
            "Langue: FRENCH; FRANÇAIS",
            "Date de chargement: 15 mars 2013",
            "Fin du document",
        ),
    ),
    "es": (
        "14 de marzo de 2013 jueves",
        ("Sección: LOCAL; Pág. 4", "Extensión: 39 palabras", "Autor: Ana Rao"),
        (
            "Cuerpo",
            "Clasificación",
            "Idioma: SPANISH; ESPAÑOL",
            "Fecha de carga: 15 de marzo de 2013",
            "Fin del documento",
        ),
    ),
    "nl": (
        "14 maart 2013 donderdag 3:15 PM GMT",
        ("Rubriek: Binnenland; Blz. 4", "Lengte: 39 woorden", "Auteur: Ana Rao"),
        ("Hoofdtekst", "Classificatie", "Taal: DUTCH", "Laaddatum: 15 maart 2013", "Einde van document"),
    ),
    "it": (
        "giovedì 14 marzo 2013",
        ("Sezione: CRONACA; pag. 4", "Lunghezza: 39 parole", "Autore: Ana Rao"),
        ("Testo", "Classificazione", "Lingua: ITALIAN", "Data di caricamento: 15 marzo 2013", "Fine del documento"),
    ),
}


def nexis_uni(language: str, titles: Sequence[str] = ("Harbour shut", "Quay torn"), cover: bool = False) -> list[str]:
    """The paragraphs of an export of Nexis Uni, with a cover that lists its articles or without."""
    day, labels, (body, classification, written_in, loaded, end) = NEXIS_UNI[language]
    lines = []
    if cover:
        lines += ["User Name: = reader", "Date and Time: = 2020-01-02 10:11:12", f"Documents ({len(titles)})"]
        for number, title in enumerate(titles, 1):
            lines += [f"{number}. {title}", "Client/Matter: -None-", "Search Terms: harbour", "Content Type"]
            lines += ["Narrowed by", "News", "-None-"]
    for title in titles:
        lines += ["", title, "Skerrow Argus.", *day.split("\n"), "", "\nCopyright 2013 Skerrow Argus Ltd", "\n"]
        lines += [label.replace(": ", ":\u00a0", 1) for label in labels]
        lines += [
            body,
            "",
            *TEXT,
            classification,
            "",
            written_in.replace(": ", ":\u00a0"),
            f"\n{loaded}",
            "",
            f"\n{end}",
        ]
    return lines


def nexis_html(articles: Sequence[Sequence[Sequence[str]]], count: str = "{n} of {all} DOCUMENTS") -> str:
    """The older HTML: each article a list of blocks, each block a list of paragraphs."""
    out = ["<HTML><HEAD><TITLE>&nbsp;</TITLE></HEAD><BODY>"]
    for number, blocks in enumerate(articles, 1):
        out.append(
            f'<A NAME="DOC_ID_{number}_0"></A><!-- Hide XML section from browser\n<DOC NUMBER=1>\n<DOCFULL> -->'
        )
        for block in ([count.format(n=number, all=len(articles))], *blocks):
            inner = "".join(f'<P CLASS="c1"><SPAN CLASS="c2">{escape(line)}</SPAN></P>\n' for line in block)
            out.append(f'<BR><DIV CLASS="c0">{inner}</DIV>')
        out.append("<!-- Hide XML section from browser\n</DOCFULL>\n</DOC> -->")
    return "\n".join([*out, "</BODY></HTML>"])


def nexis_article(title: str = "Harbour shut", day: str = "March 14, 2013 Thursday 11:21 AM GMT") -> list[list[str]]:
    """The blocks of one article of the older HTML."""
    return [
        ["Skerrow Argus"],
        [day],
        [title],
        ["BYLINE: Ana Rao"],
        ["SECTION: NEWS; Pg. 4"],
        ["LENGTH: 39 words"],
        [*TEXT],
        ["LOAD-DATE: March 15, 2013"],
        ["LANGUAGE: ENGLISH"],
        ["PUBLICATION-TYPE: Newspaper"],
        ["Copyright 2013 Skerrow Argus Ltd", "All Rights Reserved"],
    ]


def factiva(lines: Sequence[Sequence[str]], language: str = "en", document: str = "Document") -> str:
    """Factiva's layout by lines; in each article "#" marks the headline."""
    out = ["<html><head><title>Factiva</title></head><body>"]
    for number, head in enumerate(lines, 1):
        out.append(f'<div class="article {language}Article"><p></p>')
        for line in head:
            span = (
                f'<span class="{language}Headline">{escape(line[1:])}</span>'
                if line.startswith("#")
                else escape(line)
            )
            out.append(f'<div id="hd">{span}</div>' if line.startswith("#") else f"<div>{span}</div>")
        out += [f'<p class="articleParagraph {language}articleParagraph">{escape(text)}</p>' for text in TEXT]
        out.append(f"<p>Skerrow Press</p><p>{document} SKARG00020130314e93e0000{number}</p></div><br>")
    return "".join([*out, "</body></html>"])


def factiva_table(rows: Sequence[tuple[str, str]]) -> str:
    """Factiva's layout by codes, one article."""
    cells = "".join(f"<tr><td><b>{code}</b>&nbsp;</td><td>{value}</td></tr>" for code, value in rows)
    return f'<html><body><div class="article enArticle"><p><table>{cells}</table></p></div></body></html>'


def europresse(head: str = "Région, jeudi 14 mars 2013 39 mots, p. 4", outlet: str = "Le Courrier, no. 22599") -> str:
    """One article of Europresse in its newest classes."""
    text = "".join(f"<p>{escape(line)}</p>" for line in TEXT)
    return (
        "<html><head><title>Europresse</title></head><body><article><header>"
        f'<div class="rdp__DocPublicationName"><span class="DocPublicationName">{outlet}</span></div>'
        f'<div class="rdp__DocHeader"><span class="DocHeader">{head}</span></div>'
        '<div class="titreArticle"><p class="sm-margin-TopNews titreArticleVisu rdp__articletitle">'
        "Le port fermé</p></div>"
        '<p class="sm-margin-bottomNews">Ana Rao</p></header>'
        f'<section><div class="DocText clearfix"><div class="docOcurrContainer">{text}</div></div></section>'
        '<footer><div class="Doc-LegalInfo"><small>© 2013 Le Courrier. Tous droits réservés.</small></div>'
        '<div class="publiC-lblNodoc">news·20130314·LC·1234567</div></footer></article></body></html>'
    )
