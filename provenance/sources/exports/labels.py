"""What news databases call the fields of an article, in the languages of their interfaces: data, and how to look it
up.

A label is what comes before the colon of a line ("LENGTH: 239 words"). It is in the language of whoever used the
database; the words after it, and the date, are in that of the article. Nothing here decides where an article begins.
"""

from __future__ import annotations

import re
from functools import cache

# Field -> labels, compared in small letters with hyphens for spaces.
_LABELS = {
    "section": "section sections rubrik ressort rubrique sección seccion sezione sectie rubriek secção seção",
    "length": "length länge laenge umfang longueur longitud extensión lunghezza lengte comprimento",
    "byline": "byline by-line author authors autor autorin autoren verfasser auteur auteurs auteur(s) autore autori"
    " autores author(s) autor(en) autor(es) door von signature",
    "dateline": "dateline date-line ortsmarke spitzmarke lieu origine lugar datelijn luogo",
    "highlight": "highlight insert encart vorspann hervorhebung chapeau chapô résumé entradilla sumario sommario"
    " samenvatting intro destaque",
    "headline": "headline überschrift schlagzeile titel titre titular título titolo kop",
    "load_date": "load-date ladedatum update upload-datum aktualisierungsdatum date-chargement date-de-chargement"
    " date-du-chargement fecha-carga fecha-de-carga data-caricamento data-di-caricamento laaddatum laad-datum"
    " datum-van-laden data-de-carregamento",
    "language": "language sprache langue idioma lengua lingua taal língua",
    "publication_type": "publication-type pub-type pub-typ type"
    " publikationstyp publikationsart zeitungstyp art-der-publikation"
    " type-publication type-de-publication tipo-publicación tipo-de-publicación tipo-pubblicazione"
    " tipo-di-pubblicazione publicatietype soort-publicatie tipo-de-publicação",
    "subject": "subject subjects thema themen sujet asunto tema temas argomento onderwerp schlagwörter fachgebiet",
    "graphic": "graphic graphics grafik illustration gráfico gráficos grafica grafiek graphique afbeelding bild",
    "journal_code": "journal-code pub-code zeitungscode code-journal code-du-journal código-de-la-publicación"
    " publicatiecode codice-della-testata",
    "company": "company companies firma unternehmen société societe compañía empresa azienda società bedrijf",
    "organization": "organization organisation organisatie organización organizzazione",
    "person": "person people personne persona persoon",
    "geographic": "geographic geo-localization localisation-geo géographie zone-géographique geographie geografía"
    " geografico geografie geografisch region country state city",
    "industry": "industry activity-sector industrie branche secteur-activite secteur-d'activité sector settore",
    "ticker": "ticker stock-symbol symbole-boursier börsenkürzel",
    "correction": "correction berichtigung korrektur rectificatif corrección correzione rectificatie",
    "correction_date": "correction-date",
    "url": "url link web-address",
    "series": "series serie série",
    "edition": "edition ausgabe édition edición editie edizione",
    "page": "page seite página pagina",
    "body": "body text",
    "notes": "notes note anmerkungen remarque nota notas",
    "document_type": "document-type dokumenttyp type-de-document tipo-de-documento documenttype",
    "distribution": "distribution verbreitung",
    "name": "name",
}
_FIELDS = {label: field for field, labels in _LABELS.items() for label in labels.split()}
# Fields that come before the text; all others come after it, or interrupt it.
_OPENING = "section length byline dateline highlight headline series edition page body url correction"
_INTERRUPTING = "graphic correction correction_date notes name"
OPENING = frozenset(_OPENING.split())
INTERRUPTING = frozenset(_INTERRUPTING.split())
# Headings on lines of their own in the newer Nexis.
_HEADINGS = {
    "body": "body|textkörper|haupttext|volltext|artikeltext|text|corps|corps de l'article|corps du texte|texte"
    "|texte intégral|cuerpo|cuerpo del texto|texto|texto completo|corpo|corpo del testo|testo|testo completo"
    "|hoofdtekst|tekst|volledige tekst|corpo do texto",
    "classification": "classification|klassifizierung|klassifikation|clasificación|classificazione|classificatie"
    "|classificação|indexation|indexierung",
    "graphic": "graphic|graphics|grafik|illustration|illustrations|graphique|gráfico|gráficos|grafica|grafiek",
    "notes": "notes|anmerkungen|remarques|notas|note|opmerkingen",
    "correction": "correction|berichtigung|korrektur|rectificatif|corrección|correzione|rectificatie",
    "end": "end of document|ende des dokuments|dokumentende|fin du document|fin de document|fin del documento"
    "|fine del documento|fine documento|einde van document|einde van het document|einde document|fim do documento",
}
_HEADING = {words: kind for kind, all_words in _HEADINGS.items() for words in all_words.split("|")}
LONGEST_LABEL = 40
_LABEL = re.compile(r"([^\W\d_][^\n:]{1,38}?)[ \u00a0]?:(?:[ \t\u00a0\n]|\Z)")
# "239 words": the length, also behind a label in a language that is not known here.
_COUNT = re.compile(r"[0-9][0-9 .,\u00a0\u202f]{0,9}[ \u00a0][^\W\d_]{3,12}")
_LINK = re.compile(
    r"(?:link (?:to|zum|zur|vers|al|alla|naar|para)\b.{0,30}(?:pdf|original|image|bild)"
    r"|pdf[ -]?(?:datei|version|file|link)\b"
    r"|(?:view|download|open|afficher|télécharger)\b.{0,20}\bpdf\b|lien vers .{0,20}pdf|enlace .{0,20}pdf)",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"copyright\b|©|\(c\)|alle rechte vorbehalten|tous droits réservés|all rights reserved", re.I)


def labelled(line: str) -> tuple[str, str] | None:
    """The field and the value of a line that begins with a known label, else None."""
    found = _LABEL.match(line)
    if found is None:
        return None
    value = line[found.end() :].strip()
    field = _FIELDS.get(_folded(found[1])) or ("length" if _COUNT.fullmatch(value) else None)
    return (field, value) if field else None


def capital_label(line: str) -> tuple[str, str] | None:
    """The same for a label in capitals, known or not; the field of an unknown one is its name in small letters."""
    found = _LABEL.match(line)
    if found is None or found[1] != found[1].upper():
        return None
    name, value = _folded(found[1]), line[found.end() :].strip()
    return _FIELDS.get(name) or ("length" if _COUNT.fullmatch(value) else name.replace("-", "_")), value


@cache
def _folded(label: str) -> str:
    return "-".join(label.lower().split())


def heading(line: str) -> str | None:
    """ "body", "classification", "graphic", "notes", "correction" or "end" for a heading of the newer Nexis."""
    return _HEADING.get(line.strip().lower().replace("’", "'")) if len(line) <= LONGEST_LABEL else None


def is_link(line: str) -> bool:
    """Whether a line is a link of the database to another form of the article."""
    return len(line) <= LONGEST_LABEL + 20 and _LINK.match(line.strip()) is not None


def is_copyright(line: str) -> bool:
    """Whether a line says whose the article is."""
    return _COPYRIGHT.match(line.strip()) is not None
