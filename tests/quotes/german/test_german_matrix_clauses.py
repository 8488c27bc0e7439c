"""Whose words a German clause has that no verb of speech reports: those of whom the clause above it is about.

Each text has words in marks that begin with a piece of words, and the speaker of these; None for nobody.
"""

import pytest

from provenance.quotes import extract
from provenance.quotes.languages import language

BELOW_ANOTHER = [
    ("Die Richter sahen es als erwiesen an, dass er „aus Habgier“ gehandelt habe.", "Habgier", "Richter"),
    ("Das Ministerium dementierte den Bericht; er sei „frei erfunden“.", "frei", "Das Ministerium"),
    ("Eine Studie der Stadt kommt zu dem Schluss, der Plan habe „sein Ziel verfehlt“.", "sein", "Studie"),
    ("Zu dem Ergebnis, der Plan habe „sein Ziel verfehlt“, kommt eine Studie der Stadt.", "sein", "Studie"),
    ("Udo Karg ließ keinen Zweifel daran, dass die Bank „allein“ und „in Ruhe“ handle.", "in Ruhe", "Udo Karg"),
    ("Gestern hat Udo Karg deutlich gemacht, dass die USA sich „nicht bedroht“ fühlten.", "nicht", "Udo Karg"),
    ("Mit der Forderung, „für jeden Platz zu kämpfen“, ging Udo Karg in das Treffen.", "jeden", "Udo Karg"),
    ("Für den Leiter der Werft, Udo Karg, ist das ein „Schlag ins Gesicht“ der Werber.", "Schlag", "Udo Karg"),
    ("Der Plan wird von der Gewerkschaft abgelehnt, weil er „nicht zu Ende gedacht“ sei.", "zu Ende", "Gewerkschaft"),
    ("Bei der Gewerkschaft stieß das auf Ablehnung; es sei „nicht zu Ende gedacht“.", "zu Ende", "Gewerkschaft"),
]
PASSIVE = [
    ("In der Resolution wird ein „baldiges Ende der Kämpfe“ gefordert.", "baldiges", "Resolution"),
    ("Gelobt wurde von der Jury jüngst die „poetische Kraft“ des Films.", "poetische", "Jury"),
    ("Von Seiten der Gewerkschaft wurde der Plan als „nicht zu Ende gedacht“ abgelehnt.", "zu Ende", "Gewerkschaft"),
]
ORDER = [
    ("Die Kritik wies Udo Karg als „völlig verfehlt“ zurück.", "verfehlt", "Udo Karg"),
    ("Als „frei erfunden“ wies ein Sprecher der Werft die Berichte zurück.", "frei", "Sprecher"),
    ("Wie der Minister über seinen Anwalt mitteilen ließ, habe er „nichts Böses getan“.", "nichts", "Minister"),
    ("Unter Berufung auf Kreise meldet die dpa, das Treffen sei „sehr offen“ gewesen.", "sehr", "dpa"),
    ("Angaben der dpa zufolge war das Treffen „sehr offen und freundlich“.", "sehr", "dpa"),
    ("„Sind wir auf einem guten Weg?“, wollte ein Leser wissen.", "guten", "Leser"),
    ("Bei der Feier bedankte sich der Regisseur: „Das ist mein schönster Tag.“", "schönster", "Regisseur"),
    ("Aus der Delegation war zu hören, man sei „auf einem guten Weg“.", "guten", "Delegation"),
    ("Auf Transparenten forderten die Schüler „Freiheit für alle Gefangenen“.", "Freiheit", "Schüler"),
    ("„Jeder Hinweis zählt“ und „Wir geben nicht auf“, sagte Udo Karg.", "zählt", "Udo Karg"),
]
SENTENCES = [
    ("Der Sprecher der Werft, Udo Karg, sah das anders. Von einer „akuten Gefahr“ könne keine Rede sein.", "akuten",
     "Udo Karg"),
    ("Die Brücke sei „nicht mehr zu retten“. Das teilte die Stadtverwaltung am Montag mit.", "retten",
     "Stadtverwaltung"),
]  # fmt: skip
OTHERS = [
    ("Den Vorwurf, er habe „das Land verraten“, wies der Präsident zurück.", "das Land", None),
    ("Die Meinung, das Gesetz sei „völlig verfehlt“, teilt Eva Hell nicht.", "verfehlt", None),
    ("Die Sichtweise von Minister Udo Karg, das Gesetz sei „völlig gelungen“, teilt Eva Hell nicht.", "gelungen",
     "Udo Karg"),
    ("Obwohl Eva Hell das bestritt, hält sich das Gerücht, die Werft sei „am Ende und verkauft“.", "am Ende", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "piece", "speaker"), [*BELOW_ANOTHER, *PASSIVE, *ORDER, *SENTENCES, *OTHERS])
def test_the_speaker_is_whom_the_clause_above_is_about(text: str, piece: str, speaker: str | None) -> None:
    place = text.index(piece)
    said = [one for one in extract(text, None, language("de")) if one.span.start <= place < one.span.end]
    if speaker is None:
        assert not any(one.speaker for one in said)
    else:
        assert said
        assert all(speaker in (one.speaker or "") for one in said)


def test_what_is_said_ends_before_the_verb_that_says_it() -> None:
    text = "Die Stadt gehe davon aus, dass alles „in Ordnung“ sei, sagte Udo Karg."
    assert not any("sagte" in text[slice(*one.span)] for one in extract(text, None, language("de")))
