"""German wordings that name a speaker in ways of their own, each in a text with one quotation in marks."""

import pytest

from provenance.quotes import extract
from provenance.quotes.languages import language

OPINIONS = [
    ("Karl Lund ist der Meinung, dies sei „ein ungeheurer Vorgang“.", "Karl Lund"),
    ("Karl Lund vertritt die Auffassung, dies sei „ein ungeheurer Vorgang“.", "Karl Lund"),
    ("Karl Lund kam zu dem Schluss, dies sei „ein ungeheurer Vorgang“.", "Karl Lund"),
    ("Karl Lund gab zu bedenken, dies sei „kein Allheilmittel für alle Orte“.", "Karl Lund"),
    ("Karl Lund findet das „unerträglich und unanständig“.", "Karl Lund"),
    ("Karl Lund verglich die Lage mit einem „Krieg ohne Waffen“.", "Karl Lund"),
    ("Karl Lund appellierte an die „Vernunft der Bürger“.", "Karl Lund"),
    ("In den Augen von Karl Lund ist das ein „Angriff auf die freie Presse“.", "Karl Lund"),
    ("Aus Sicht der USA ist das „eine Form der Sklaverei“.", "USA"),
    ("Die SPD will „so schnell wie möglich“ handeln.", "SPD"),
    ("Moskau will „keinen Meter“ weichen.", "Moskau"),
    ("Von Kritikern wird das als „moderne Sklaverei“ bezeichnet.", "Kritikern"),
]
PLACES_OF_WORDS = [
    ("„Die Lage ist unter Kontrolle“ – mit diesen Worten eröffnete Karl Lund die Sitzung.", "Karl Lund"),
    ("„Wir haben kein Geld mehr.“ So Karl Lund gestern in Berlin.", "Karl Lund"),
    ("„Wir haben kein Geld mehr“ (Karl Lund, SPD).", "Karl Lund"),
    ("Mit „Ich bin froh“ kommentierte Karl Lund den Fund.", "Karl Lund"),
    ("Von einer „Schande für das Land“ war bei Karl Lund die Rede.", "Karl Lund"),
    ("Der „Hafenpost“ sagte Karl Lund, die Preise seien „längst überfällig“.", "Karl Lund"),
    ("Der Attentäter soll „Tod dem König“ gerufen haben.", "Attentäter"),
    ("Scharfe Kritik übte Karl Lund: „Das ist unausgegoren.“", "Karl Lund"),
    ("Gestern hatte der Sprecher der Stadt, Karl Lund, erklärt, sie sei „zahlungsunfähig geworden“.", "Karl Lund"),
    ("Insbesondere bemängelte die Richterin den Satz: „Der Zutritt ist frei für alle Bürger.“", "Richterin"),
    ("Wie t-online.de berichtet, ist das „ein Fehler von Dauer“.", "t-online.de"),
    ("Aus EU-Kreisen verlautete, dies sei „eine bloße Spekulation“.", "EU-Kreisen"),
    ("In einer Erklärung, die am Montag vorlag, wurde verkündet, dass „alle Täter“ gefasst seien.", "Erklärung"),
    (
        "Auch weitere Gäste gratulierten Orre, so die Leiterin Eva Hell („Wunderbar ist das alles hier.“), und "
        "Minister Karl Lund: „Er ist der Beste.“",
        "Karl Lund",
    ),
]
NESTED = [
    (
        "Verteidiger Karl Lund hatte betont, er sei krank, doch die Richterin ließ sich nicht umstimmen: Das sei "
        "„keinem zuzumuten, der hier wohnt“, so Eva Hell.",
        "Eva Hell",
    ),
    ("Karl Lund bestritt das, indem er sagte, die Fähre sei „nie im Dienst gewesen“.", "Karl Lund"),
    ("Minister Karl Lund sagte, er gehe. Die Studie zeige, „dass niemand das bezahlen kann“.", "Karl Lund"),
]


@pytest.mark.parametrize(("text", "speaker"), [*OPINIONS, *PLACES_OF_WORDS, *NESTED])
def test_the_speaker_is_named(text: str, speaker: str) -> None:
    start = text.index("„", text.index("die Preise") if "Hafenpost" in text else 0)
    if "Wunderbar" in text:
        start = text.rindex("„")
    said = [each for each in extract(text, None, language("de")) if each.span.start <= start < each.span.end]
    assert said
    assert all(speaker in (each.speaker or "") for each in said)


@pytest.mark.parametrize(
    "text",
    [
        "Im Mai findet in Velden das „Fest der alten Lieder“ statt.",
        "Auf dem Zettel fand sich das Wort „Ankerplatz der Fähre“.",
        "Der Rat tagte mit dem „Verband der Freien Häfen“ (VFH) in Velden.",
    ],
)
def test_a_name_in_marks_is_said_by_nobody(text: str) -> None:
    assert not [each for each in extract(text, None, language("de")) if each.speaker]


def test_where_something_was_said_is_no_part_of_it() -> None:
    text = "„Ich halte die Fähre für richtig“, äußerte sich Karl Lund gegenüber dem „Hamburger Hafenblatt“."
    (said,) = extract(text, None, language("de"))
    assert [mark.of(text) for mark in said.marks] == ["Ich halte die Fähre für richtig"]
