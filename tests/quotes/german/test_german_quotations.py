"""German articles: what is said is between ⟦ and ⟧, in the order of the text; then its type and speaker."""

import pytest

from provenance.quotes import extract
from provenance.quotes.languages import language

DIRECT = [
    ("⟦„Wir warten auf besseres Wetter“⟧, sagte Hafenmeisterin Lena Orre am Montag.", "Lena Orre"),
    ("⟦»Wir warten auf besseres Wetter«⟧, sagte Lena Orre.", "Lena Orre"),
    ("⟦«Wir warten auf besseres Wetter»⟧, sagte Lena Orre.", "Lena Orre"),
    ('⟦"Wir warten auf besseres Wetter"⟧, sagte Lena Orre.', "Lena Orre"),
    ("⟦„Er rief ‚Halt!‘ und lief fort“⟧, berichtete die Fischerin Ada Brück.", "Ada Brück"),
    ("Lena Orre sagte am Montag: ⟦„Die Fähre bleibt im Hafen.“⟧", "Lena Orre"),
    ("Am Montag sagte Lena Orre: ⟦„Die Fähre bleibt im Hafen.“⟧", "Lena Orre"),
    ("In einem Gespräch mit dem Hafenblatt erklärte Lena Orre: ⟦„Die Fähre bleibt im Hafen.“⟧", "Lena Orre"),
    ("Die Leiterin des Hafenamts, Lena Orre, sagte: ⟦„Die Fähre bleibt im Hafen.“⟧", "Lena Orre"),
    ("Lena Orre, die das Hafenamt leitet, sagte: ⟦„Die Fähre bleibt im Hafen.“⟧", "Lena Orre"),
    ("⟦„Die Fähre bleibt im Hafen“⟧, sagte ein Sprecher der Polizei.", "ein Sprecher der Polizei"),
    ("⟦„Die Fähre bleibt im Hafen“⟧, teilte die Reederei am Abend mit.", "die Reederei"),
    ("⟦„Die Fähre bleibt im Hafen“⟧, so Lena Orre weiter.", "Lena Orre"),
    ("⟦„Die Fähre bleibt im Hafen“⟧, hatte Lena Orre zuvor gesagt.", "Lena Orre"),
    ("⟦„Die Fähre bleibt im Hafen“⟧, wird Lena Orre zitiert.", "Lena Orre"),
    ("⟦„Die Fähre bleibt im Hafen“⟧, ließ Lena Orre verlauten.", "Lena Orre"),
    ("⟦„Die Fähre bleibt im Hafen“⟧, heißt es in einer Mitteilung der Reederei.", "eine Mitteilung der Reederei"),
    ("In dem Bericht heißt es: ⟦„Die Fähre bleibt im Hafen.“⟧", "Bericht"),
    ("Hafenmeisterin Lena Orre: ⟦„Die Fähre bleibt heute im Hafen.“⟧", "Lena Orre"),
    ("Ein Beamter der Wasserpolizei: ⟦„Die Fähre bleibt heute im Hafen.“⟧", "Ein Beamter der Wasserpolizei"),
    ("Lena Orre nannte den Plan ⟦„fahrlässig“⟧.", "Lena Orre"),
    ("Lena Orre bezeichnete den Plan am Montag als ⟦„fahrlässig“⟧.", "Lena Orre"),
    ("Von einem ⟦„fahrlässigen Plan“⟧ sprach Lena Orre.", "Lena Orre"),
    ("Die Reederei begrüßte den Plan als ⟦„guten Schritt“⟧.", "Die Reederei"),
    ("⟦„Wann fährt das nächste Schiff?“⟧, fragte Lena Orre.", "Lena Orre"),
    ("⟦„Die Zahlen stimmen“⟧, konterte Minister Olaf Kern.", "Olaf Kern"),
    ("Die Ministerin rief die Bürger auf, ⟦„über den eigenen Schatten zu springen“⟧.", "Die Ministerin"),
    ("⟦„Niemand wird entlassen!“⟧, rief Bürgermeister Ole Hamre in den Saal.", "Ole Hamre"),
]

INDIRECT = [
    ("Lena Orre sagte, ⟦dass die Fähre im Hafen bleibe⟧.", "Lena Orre"),
    ("Lena Orre sagte, ⟦die Fähre bleibe im Hafen⟧.", "Lena Orre"),
    ("Am Montag sagte Lena Orre, ⟦die Fähre sei alt und müsse in die Werft⟧.", "Lena Orre"),
    ("⟦Die Fähre müsse in die Werft⟧, sagte Lena Orre.", "Lena Orre"),
    ("⟦Die Fähre muss in die Werft⟧, sagte Lena Orre am Montag.", "Lena Orre"),
    ("Die Reederei teilte mit, ⟦dass die Fähre im Hafen bleibe⟧.", "Die Reederei"),
    ("Die Reederei gab am Montag bekannt, ⟦dass die Fähre im Hafen bleibt⟧.", "Die Reederei"),
    ("Die Reederei hat bekannt gegeben, ⟦dass die Fähre im Hafen bleibt⟧.", "Die Reederei"),
    ("Am Montag hatte Lena Orre erklärt, ⟦sie werde zurücktreten⟧.", "Lena Orre"),
    ("Wie die Polizei mitteilte, ⟦wurden zwei Menschen verletzt⟧.", "die Polizei"),
    ("⟦Zwei Menschen wurden verletzt⟧, wie die Polizei mitteilte.", "die Polizei"),
    ("⟦Zwei Menschen wurden verletzt⟧, so die Polizei.", "die Polizei"),
    ("Nach Angaben der Polizei ⟦wurden zwei Menschen verletzt⟧.", "Polizei"),
    ("Nach Angaben von Lena Orre ⟦kostet der Umbau drei Millionen Euro⟧.", "Lena Orre"),
    ("Laut Lena Orre ⟦kostet der Umbau drei Millionen Euro⟧.", "Lena Orre"),
    ("Laut einer Studie der Hochschule ⟦kostet der Umbau drei Millionen Euro⟧.", "eine Studie der Hochschule"),
    ("Einem Sprecher zufolge ⟦beginnt der Umbau im Mai⟧.", "ein Sprecher"),
    ("Dem Bericht zufolge ⟦beginnt der Umbau im Mai⟧.", "Bericht"),
    ("Lena Orre forderte die Stadt auf, ⟦die Brücke zu sperren⟧.", "Lena Orre"),
    ("Lena Orre fragte, ⟦ob die Brücke gesperrt werde⟧.", "Lena Orre"),
    ("Die Behörde kam zu dem Ergebnis, ⟦dass die Brücke gesperrt wird⟧.", "Die Behörde"),
    ("Nach Orres Angaben ⟦kostet der Umbau drei Millionen Euro⟧.", "Orres Angaben"),
    ("⟦Das ist falsch und schadet dem Hafen⟧, so urteilte Lena Orre.", "Lena Orre"),
    ("Lena Orre geht davon aus, ⟦dass die Brücke gesperrt wird⟧.", "Lena Orre"),
    ("Bürgermeister Ole Hamre versprach, ⟦der Umbau beginne am 3. Mai um acht Uhr⟧.", "Ole Hamre"),
]


def found(text: str) -> list[tuple[str, str, str | None]]:
    return [(one.type, one.span.of(text), one.speaker) for one in extract(text, spoken=language("de"))]


def unmarked(case: str) -> tuple[str, str]:
    return case.replace("⟦", "").replace("⟧", ""), case.partition("⟦")[2].partition("⟧")[0]


@pytest.mark.parametrize(("case", "speaker"), DIRECT)
def test_direct_speech_in_german_word_order(case: str, speaker: str) -> None:
    text, said = unmarked(case)
    assert found(text) == [("direct", said, speaker)]


@pytest.mark.parametrize(("case", "speaker"), INDIRECT)
def test_reported_speech(case: str, speaker: str) -> None:
    text, said = unmarked(case)
    assert found(text) == [("indirect", said, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "Der Hafen liegt am Rand der Stadt. Die Fähre „Seeadler“ fährt täglich.",
        "Nach der Sitzung wurde die Brücke gesperrt.",
        "Er nennt sich „Käpten“.",
        "Der Radiosender „Hafenwelle“ berichtete gestern über den Umbau.",
        "Sie liest das Buch „Die Brücke am Fluss“.",
        "Dann gab der Kapitän das Ruder ab und führte die Gäste an Land.",
        "So kam es, dass die Brücke gesperrt wurde.",
    ],
)
def test_what_nobody_says_is_no_quotation(text: str) -> None:
    assert found(text) == []


def test_what_is_said_around_its_cue_is_one_quotation() -> None:
    text = "„Die Fähre“, sagte Lena Orre, „bleibt heute im Hafen.“ Die Brücke, sagte sie, sei gesperrt."
    first, second = extract(text, spoken=language("de"))
    assert [mark.of(text) for mark in first.marks] == ["Die Fähre", "bleibt heute im Hafen."]
    assert (first.type, first.speaker) == ("direct", "Lena Orre")
    assert (second.type, second.speaker) == ("indirect", "Lena Orre")


def test_sentences_in_the_subjunctive_go_on_with_what_was_said() -> None:
    text = "Lena Orre sagte, die Fähre sei alt. Sie müsse in die Werft. Das koste viel. Der Hafen ist klein."
    assert found(text) == [
        ("indirect", "die Fähre sei alt", "Lena Orre"),
        ("indirect", "Sie müsse in die Werft. Das koste viel.", "Lena Orre"),
    ]


def test_words_in_marks_and_the_subjunctive_are_whose_the_paragraph_was_about_last() -> None:
    text = (
        "Lena Orre nannte den Plan „fahrlässig“. Das sei „kein guter Weg“ für den Hafen. "
        "Es geht um „drei Millionen Euro“.\n\n"
        "Bürgermeister Ole Hamre wies den Vorwurf zurück. Der Plan koste weniger."
    )
    assert [one.speaker for one in extract(text, spoken=language("de"))] == ["Lena Orre"] * 3 + ["Ole Hamre"]


def test_a_sentence_in_the_subjunctive_needs_a_speaker_before_it() -> None:
    assert found("Es lebe der Hafen. Die Fähre sei gegrüßt.") == []


def test_later_mentions_and_pronouns_mean_who_was_named_before() -> None:
    text = (
        "Hafenmeisterin Lena Orre kam am Abend in den Saal. Sie sagte: „Die Fähre bleibt im Hafen.“\n\n"
        "Bürgermeister Ole Hamre war auch da. „Das ist schade“, sagte er.\n\n"
        "„Es wird besser“, sagte Orre. „Wir warten auf ruhiges Wetter.“"
    )
    assert [one.speaker for one in extract(text, spoken=language("de"))] == ["Lena Orre", "Ole Hamre", "Lena Orre"]


def test_a_clause_with_words_in_marks_is_mixed() -> None:
    text = "Lena Orre sagte, die Brücke sei „in einem traurigen Zustand“ und werde gesperrt."
    assert found(text) == [("mixed", "die Brücke sei „in einem traurigen Zustand“ und werde gesperrt", "Lena Orre")]


def test_words_in_marks_inside_a_reported_clause_are_no_second_quotation() -> None:
    text = "Lena Orre hatte im Mai noch gesagt, sie sehe „keinen Grund zur Eile“."
    assert found(text) == [("mixed", "sie sehe „keinen Grund zur Eile“", "Lena Orre")]


def test_a_quotation_over_paragraphs_belongs_to_one_speaker() -> None:
    text = "Lena Orre sagte: „Die Fähre bleibt im Hafen.\n\n„Morgen fährt sie wieder.“"
    (one,) = extract(text, spoken=language("de"))
    assert (one.speaker, len(one.marks)) == ("Lena Orre", 2)


@pytest.mark.parametrize(
    "piece", ["„a“ ", "sagte, ", "der die das ", "laut nach Angaben ", "„A b c d“, sagte er ", "(", "zufolge "]
)
def test_hostile_text_is_read_in_time_that_grows_with_its_length(piece: str) -> None:
    assert isinstance(extract(piece * 3000, spoken=language("de")), tuple)
