"""Abbreviations of languages beside English: each text is two sentences."""

import pytest

from provenance.text.sentences import sentences

TEXTS = {
    "de": """
Am 3. Mai 2026 kam Dr. Orre nach St. Peter. Danach fuhr sie heim.
Das Gesetz gilt u. a. für Schiffe, z. B. Fähren, Kutter usw. und Boote. Es tritt am 1. Juli in Kraft.
Der 1. FC Hamstedt gewann gegen den 2. der Tabelle. Das war knapp.
König Karl III. kam gegen 8.30 Uhr an. Die Menge jubelte.
Die Firma Orre & Co. KG hat ca. 20 Mio. Euro verloren. Sie ist insolvent.
Vgl. Art. 5 Abs. 2 GG bzw. die Begründung. Mehr steht dort nicht.
Er wohnt in der Hauptstr. 5. Das Haus ist alt.
Lt. Polizei war es der 14. Einbruch. Die Täter flohen.
Der sog. Experte kam evtl. zu spät. Alle warteten.
""",
    "fr": """
M. Dupont et Mme Durand sont arrivés. Ils sont repartis.
Le Dr. Martin, né le 1er janv. 1960, habite au n. 5. Il est retraité.
L’art. 12 al. 3 s’applique. C’est la règle.
Les Éts. Legrand ont perdu env. 20 M€. L’usine ferme.
Voir p. 12, chap. 3, etc. Rien de plus.
Le Pr. Morel et Me. Petit sont venus. On les attendait.
MM. Dupont et Petit ont signé. L’accord est valable.
""",
    "es": """
El Sr. Pérez y la Sra. Ruiz llegaron. Se fueron pronto.
El Dr. Gómez y la Dra. Paz viven en la Av. Colón. Es médico.
Los EE. UU. firmaron el acuerdo. La U.E. también.
Véase el art. 5, pág. 12, etc. No hay más.
D. Juan y Dña. Ana hablaron. El gral. Ruiz calló.
Compró 20 kg. de pan el lun. 3 de ene. Luego se fue.
El núm. 5 de la c. Mayor es de Ud. No hay duda.
""",
    "it": """
Il dott. Rossi e la sig.ra Bianchi sono arrivati. Poi sono partiti.
L'on. Verdi e l'avv. Neri hanno parlato. Il prof. Gialli ha taciuto.
Vedi art. 5, pag. 12, ecc. Non c'è altro.
Il sig. Rossi abita in p.zza Garibaldi n. 5. La casa è vecchia.
L'ing. Russo è nato nel 300 a.C. circa. Nessuno ci crede.
""",
    "pt": """
O Sr. Silva e a Sra. Costa chegaram. Depois partiram.
O dr. Lima e a dra. Paz moram na Av. Brasil. São médicos.
Veja o art. 5, pág. 12, etc. Não há mais.
O Exmo. Sr. Ministro falou. O eng. Reis calou-se.
A V. Exa. peço atenção. O n.º 5 é meu.
""",
    "nl": """
Dhr. Bakker en mevr. de Vries kwamen aan. Daarna gingen zij weg.
De wet geldt o.a. voor schepen, bijv. veerboten enz. en boten. Zij geldt vanaf 1 juli.
Prof. dr. ir. Jansen woont aan de Dorpsstr. 5. Het huis is oud.
Zie art. 5, blz. 12, e.d. Meer niet.
Drs. Visser en mr. Smit spraken. Ing. Mulder zweeg.
Dit gebeurde i.v.m. de storm. Iedereen was m.a.w. bang.
""",
    "pl": """
Prof. Nowak i dr Kowalska przyjechali. Potem wyjechali.
Ustawa dotyczy m.in. statków, np. promów itd. i łodzi. Obowiązuje od 1 lipca.
Mieszka przy ul. Długiej 5. Dom jest stary.
To był rok 2026 r. Nikt nie wątpił.
Gen. Nowak i płk. Lis milczeli. Red. Kot pisał.
Zob. art. 5 ust. 2, s. 12. Więcej nie ma.
Tzw. ekspert przyszedł ok. 8. Wszyscy czekali.
""",
    "ru": """
Проф. Иванов и др. приехали. Потом они уехали.
Закон касается судов, т. е. паромов и т. д. Он действует с 1 июля.
Он живёт на ул. Ленина, д. 5. Дом старый.
Это был 2026 г. Никто не спорил.
А. С. Пушкин и им. Горького театр. Всё известно.
См. ст. 5, стр. 12. Больше ничего нет.
Ок. 20 тыс. руб. потеряно. Фирма закрыта.
Гл. врач г-н Петров молчал. Акад. Сидоров говорил.
""",
}


@pytest.mark.parametrize(
    ("code", "text"), [(code, text) for code, lines in TEXTS.items() for text in lines.strip().split("\n")]
)
def test_no_sentence_ends_at_an_abbreviation(code: str, text: str) -> None:
    assert len(sentences(text, code=code)) == 2, [one.of(text) for one in sentences(text, code=code)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Er wurde Vierter. Danach feierte er bis um 3. Alle waren froh."),
        ("de", "Die Mole ist alt. Sie hält noch. Der Hafen bleibt offen."),
        ("fr", "La mairie ferme. Le maire part. Les gens attendent."),
        ("es", "El puerto abre. La gente espera. Nadie sabe más."),
        ("pl", "Port jest zamknięty. Ludzie czekają. Nikt nie wie."),
        ("ru", "Порт закрыт. Люди ждут. Никто не знает."),
    ],
)
def test_plain_sentences_end_where_they_did(code: str, text: str) -> None:
    assert sentences(text, code=code) == sentences(text)
    assert len(sentences(text)) == 3


def test_english_knows_no_abbreviation_of_another_language() -> None:
    text = "The fleet met at noon on the St. Dott. Then all left. Art. Everyone paints."
    assert sentences(text) == sentences(text, code="en") == sentences(text, code=None)
