"""Who speaks in German news where no plain "sagte X" says so: texts with one quotation in marks, and its speaker."""

import pytest

from provenance.quotes import extract
from provenance.quotes.languages import language

WITHOUT_A_CUE = [
    ("Für Anna Bredow ist das „ein Skandal erster Güte“.", "Anna Bredow"),
    ("Aus Sicht der Kanzlerin ist es „eine großartige Leistung der Helfer“.", "Kanzlerin"),
    ("Minister Jens Korte will „keinen Millimeter weichen“.", "Jens Korte"),
    ("Die Kanzlerin dankte den Helfern für ihren „großartigen Einsatz“.", "Kanzlerin"),
    ("Der Verein will mit der Aktion „ein Zeichen setzen“.", "Der Verein"),
    ("Anna Bredow setzt auf „eine baldige Einigung der Tarifparteien“.", "Anna Bredow"),
    ("Mit den Worten „Mein Mandant ist unschuldig“ trat Anwalt Jens Korte vor die Presse.", "Jens Korte"),
    ("Der Mieterverein übte scharfe Kritik: „Das ist ein Skandal.“", "Der Mieterverein"),
    ("Kritik kam vom Mieterverein: „Das ist ein Skandal.“", "Mieterverein"),
    ("Minister Jens Korte reagierte gelassen: „Darüber entscheiden wir selbst.“", "Jens Korte"),
    ("Jens Korte machte seinem Ärger Luft: „Das ist ein Skandal.“", "Jens Korte"),
    ("Auf den Plakaten stand „Nieder mit dem König“.", "Plakaten"),
    ("Auf Plakaten war zu lesen: „Nieder mit dem König!“", "Plakaten"),
    ("Für Anna Bredow ist klar: „Ohne Geld geht hier gar nichts mehr.“", "Anna Bredow"),
    ("Auf der Seite des Vereins fand sich der Satz: „Wir glauben fest daran.“", "Seite des Vereins"),
    ("In der Hafenpost findet sich dazu die Feststellung „Das Haus steht seit langem leer“.", "Hafenpost"),
    ("Die Behörde verschickte einen Brief, in dem es heißt: „Die Frist endet am Montag.“", "Brief"),
    ("In dem Papier ist von „erheblichen Mängeln“ die Rede.", "Papier"),
]
VERBS_OF_NO_LIST = [
    ("„Das hätte nie passieren dürfen“, gab sich Anna Bredow zerknirscht.", "Anna Bredow"),
    ("„Wir waren überfordert“, zog Udo Karg Bilanz.", "Udo Karg"),
    ("„Wir waren überfordert“, brachte es Udo Karg auf den Punkt.", "Udo Karg"),
    ("„Wir waren überfordert“, wunderte sich ein Feuerwehrmann.", "Feuerwehrmann"),
    ("Die Forderung sei „unfinanzierbar“, schmetterte der Minister die Idee ab.", "der Minister"),
]
ORDER = [
    ("Die Vorwürfe wies der Regierungschef als „frei erfunden“ zurück.", "der Regierungschef"),
    ("Die Leiterin, Tochter des Gründers der Werft, Lena Orre, würdigte Hamre als „großen Seemann“.", "Leiterin"),
    ("Angesichts der Vorwürfe sprach Udo Karg von einer „Kampagne“.", "Udo Karg"),
    ("Gestern trat Polizeichef Uwe Brandt vor die Presse und sagte: „Wir waren überfordert.“", "Uwe Brandt"),
    ("Der SPD-Politiker Olaf Kern sagte der „Bild am Sonntag“: „Das war ein Fehler.“", "Olaf Kern"),
    ("Der Mann habe laut Polizei „offensichtlich unter Drogen gestanden“.", "Polizei"),
    ("Wie aus einem Schreiben hervorgeht, sei das „ein Skandal erster Güte“.", "Schreiben"),
    ("In dem Brief, der der Redaktion vorliegt, heißt es, man werde „nichts verschweigen“.", "Brief"),
    ("Auf der Homepage des Hafens heißt es zur Begründung: „Das Zeichen ist schlicht.“", "Homepage"),
    ("Die Kritik der Opposition, der Plan sei „unausgereift und teuer“, wies die Stadt zurück.", "Opposition"),
]
FURTHER = [
    ("„Das ist unglaublich“, meinte nach dem Spiel der sichtlich bewegte Trainer Olaf Beck.", "Olaf Beck"),
    ("Das Spiel sei „keine Werbung für den Sport“, befand Beck.", "Beck"),
    ("Der Schiedsrichter, so Beck, habe „keinen guten Tag gehabt“.", "Beck"),
    ("Becks Fazit: Der Schiedsrichter habe „keinen guten Tag gehabt“.", "Beck"),
    ("Es war, in den Worten von Präsidentin Eva Lund, „ein historischer Schritt für die Region“.", "Eva Lund"),
    ("Die von der Opposition als „Skandal“ bezeichneten Pläne wurden verschoben.", "Opposition"),
    ("„Das Geld reicht leider nicht“ (Lena Orre).", "Lena Orre"),
    ("Nach Angaben des Senders „Radio Kontakt“ hatte der Mann „schon länger Probleme“.", "Radio Kontakt"),
    ("Der Autor des Buches, der Historiker Hans Weber, hält die These für „absurd“.", "Hans Weber"),
    ("„Wir werden in Revision gehen“, verlautete aus dem Umfeld des Angeklagten.", "Umfeld"),
    ("Wie Hans Weber, der den Hafen lange leitete, feststellt, sei das „nicht zu retten“.", "Hans Weber"),
    ("Gestern kam ein Prediger aus London, der den Minister als „Lügner“ beschimpfte.", "Prediger"),
    ("Der Forscher Heino Stolt riet allgemein zu „Gelassenheit und Aufmerksamkeit“.", "Heino Stolt"),
]
SENTENCE_BEFORE = [
    ("Der Mieterverein kritisierte die Pläne. „Das ist ein Skandal, der seinesgleichen sucht.“", "Mieterverein"),
    ("Die Gewerkschaft ist empört. „Das ist ein Skandal, der seinesgleichen sucht.“", "Gewerkschaft"),
    ("Der Bund der Anleger forderte seinen Rücktritt. So etwas sei „nicht zu dulden“.", "Bund der Anleger"),
    ("Der Minister weist auf Risiken hin. Solche Daten seien „in besonderem Maße heikel“.", "Minister"),
    ("Die SPD lehnt den Vorschlag ab. Er sei „unfinanzierbar und unsozial“.", "SPD"),
]


@pytest.mark.parametrize(("text", "speaker"), [*WITHOUT_A_CUE, *VERBS_OF_NO_LIST, *ORDER, *FURTHER, *SENTENCE_BEFORE])
def test_who_speaks(text: str, speaker: str) -> None:
    found = [one for one in extract(text, spoken=language("de")) if one.type != "indirect"]
    assert [one.speaker for one in found if one.speaker and speaker in one.speaker], found
    assert len(found) == 1, found


def test_what_follows_with_und_weiter_has_the_same_speaker() -> None:
    text = "„Die Fähre bleibt im Hafen“, sagte Lena Orre. Und weiter: „Wir warten auf besseres Wetter.“"
    assert [one.speaker for one in extract(text, spoken=language("de"))] == ["Lena Orre", "Lena Orre"]


def test_a_verb_in_the_subjunctive_is_one_without_being_listed() -> None:
    text = "Der Bericht führt aus, der Kutter weise am Rumpf Mängel auf. Die Werft handhabe das seit Jahren so."
    found = [(one.type, one.span.of(text)) for one in extract(text, spoken=language("de"))]
    assert found == [
        ("indirect", "der Kutter weise am Rumpf Mängel auf"),
        ("indirect", "Die Werft handhabe das seit Jahren so."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Der Sturm stürzte am Samstag mehrere Bäume um.",
        "Der Verein spielte möglicherweise zum letzten Mal.",
        "Das Schiff „Nordstern“ lag im Hafen, das Lokal „zur Linde“ war voll.",
    ],
)
def test_a_narrator_quotes_nobody(text: str) -> None:
    assert extract(text, spoken=language("de")) == ()


def test_von_belongs_to_a_name_only_behind_a_first_name() -> None:
    text = "Ursula von der Leyen und Joe Stork von der Hafenwache kamen. „Das Wetter ist schlecht“, sagte Stork."
    assert [one.speaker for one in extract(text, spoken=language("de"))] == ["Joe Stork"]


@pytest.mark.parametrize("size", [2_000, 20_000])
def test_long_sentences_are_read_in_time(size: int) -> None:
    text = "„Das ist schlecht“, " * size + "zog Udo Karg Bilanz."
    extract(text[: 20 * size // 10], spoken=language("de"))


@pytest.mark.parametrize(
    "behind",
    [
        "Das sagte Gewerkschaftschef Ralf Botha am Montag in Berlin.",
        "Mit diesen Worten eröffnete Gewerkschaftschef Ralf Botha den Kongress.",
    ],
)
def test_a_sentence_behind_a_quotation_says_who_said_it(behind: str) -> None:
    found = extract(f"„Wir werden um jeden Platz kämpfen.“ {behind}", spoken=language("de"))
    assert [one.speaker for one in found] == ["Ralf Botha"]


def test_what_it_says_further_is_in_the_text_before() -> None:
    text = "Das Ministerium teilte mit, man bedauere den „Vorfall“. Weiter heißt es: „Wir klären das auf.“"
    assert [one.speaker for one in extract(text, spoken=language("de"))] == ["Das Ministerium", "Das Ministerium"]


def test_of_whom_something_is_said_does_not_say_it() -> None:
    text = "Die Leiterin wurde gestern im Rat als „eine bedeutende Stütze des Hauses“ bezeichnet."
    assert [said.speaker for said in extract(text, None, language("de"))] in ([], [None])
