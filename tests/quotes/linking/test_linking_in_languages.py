"""One utterance in two articles of each language: a number in digits, a cut, another number, another noun."""

# ruff: noqa: E501

from pathlib import Path

import pytest

from provenance import Archive
from provenance.languages.number_words import east_asian
from provenance.model import Span
from provenance.quotes.linking.speakers import same_speaker, speaker_keys
from provenance.quotes.linking.utterance_words import words_of
from provenance.quotes.linking.word_forms import plain_number

# The first article and the second one, with "{}" for what is said; what is said; the same with the number in digits;
# its end alone; another number; another noun.
CASES = {
    "de": (
        "Die Mole ist gesperrt. „{}“, sagte Bürgermeisterin Lena Orre am Montag im Rathaus.",
        "Die Fischer warten weiter auf Antwort der Stadt. „{}“, so Orre.",
        "Wir brauchen zwanzig Millionen Euro für die Mauer und wir bauen sie bis zum Sommer mit eigenen Leuten",
        "Wir brauchen 20 Millionen Euro für die Mauer und wir bauen sie bis zum Sommer mit eigenen Leuten",
        "wir bauen sie bis zum Sommer mit eigenen Leuten",
        "Wir brauchen dreißig Millionen Euro für die Mauer und wir bauen sie bis zum Sommer mit eigenen Leuten",
        "Wir brauchen zwanzig Millionen Euro für die Mauer und wir bauen sie bis zum Winter mit eigenen Leuten",
    ),
    "fr": (
        "Le quai est fermé. « {} », a déclaré la maire Claire Dumont lundi à la mairie.",
        "Les pêcheurs attendent toujours une réponse de la ville. « {} », a dit Mme Dumont.",
        "Nous avons besoin de vingt millions d’euros pour le mur et nous le construirons avant l’été avec nos ouvriers",
        "Nous avons besoin de 20 millions d’euros pour le mur et nous le construirons avant l’été avec nos ouvriers",
        "nous le construirons avant l’été avec nos ouvriers",
        "Nous avons besoin de trente millions d’euros pour le mur et nous le construirons avant l’été avec nos ouvriers",
        "Nous avons besoin de vingt millions d’euros pour le mur et nous le construirons avant l’hiver avec nos ouvriers",
    ),
    "es": (
        "El muelle está cerrado. «{}», dijo la alcaldesa Ana Ruiz el lunes en el ayuntamiento.",
        "Los pescadores siguen esperando una respuesta de la ciudad. «{}», afirmó Ruiz.",
        "Necesitamos veinte millones de euros para el muro y lo construiremos antes del verano con nuestra gente",
        "Necesitamos 20 millones de euros para el muro y lo construiremos antes del verano con nuestra gente",
        "lo construiremos antes del verano con nuestra gente",
        "Necesitamos treinta millones de euros para el muro y lo construiremos antes del verano con nuestra gente",
        "Necesitamos veinte millones de euros para el muro y lo construiremos antes del invierno con nuestra gente",
    ),
    "it": (
        "Il molo è chiuso. «{}», ha detto la sindaca Anna Bianchi lunedì in municipio.",
        "I pescatori aspettano ancora una risposta dalla città. «{}», ha spiegato Bianchi.",
        "Abbiamo bisogno di venti milioni di euro per il muro e lo costruiremo prima dell’estate con i nostri operai",
        "Abbiamo bisogno di 20 milioni di euro per il muro e lo costruiremo prima dell’estate con i nostri operai",
        "lo costruiremo prima dell’estate con i nostri operai",
        "Abbiamo bisogno di trenta milioni di euro per il muro e lo costruiremo prima dell’estate con i nostri operai",
        "Abbiamo bisogno di venti milioni di euro per il muro e lo costruiremo prima dell’inverno con i nostri operai",
    ),
    "pt": (
        "O cais está fechado. “{}”, disse a prefeita Ana Costa na segunda-feira na prefeitura.",
        "Os pescadores ainda esperam uma resposta da cidade. “{}”, afirmou Costa.",
        "Precisamos de vinte milhões de euros para o muro e vamos construí-lo antes do verão com a nossa gente",
        "Precisamos de 20 milhões de euros para o muro e vamos construí-lo antes do verão com a nossa gente",
        "vamos construí-lo antes do verão com a nossa gente",
        "Precisamos de trinta milhões de euros para o muro e vamos construí-lo antes do verão com a nossa gente",
        "Precisamos de vinte milhões de euros para o muro e vamos construí-lo antes do inverno com a nossa gente",
    ),
    "nl": (
        "De kade is dicht. ‘{}’, zei burgemeester Anna Bakker maandag in het stadhuis.",
        "De vissers wachten nog op antwoord van de stad. ‘{}’, aldus Bakker.",
        "Wij hebben twintig miljoen euro nodig voor de muur en wij bouwen hem voor de zomer met onze eigen mensen",
        "Wij hebben 20 miljoen euro nodig voor de muur en wij bouwen hem voor de zomer met onze eigen mensen",
        "wij bouwen hem voor de zomer met onze eigen mensen",
        "Wij hebben dertig miljoen euro nodig voor de muur en wij bouwen hem voor de zomer met onze eigen mensen",
        "Wij hebben twintig miljoen euro nodig voor de muur en wij bouwen hem voor de winter met onze eigen mensen",
    ),
    "pl": (
        "Nabrzeże jest zamknięte. „{}” – powiedziała burmistrz Anna Kowalska w poniedziałek w ratuszu.",
        "Rybacy wciąż czekają na odpowiedź miasta. „{}” – dodała Kowalska.",
        "Potrzebujemy dwudziestu milionów euro na mur i zbudujemy go przed latem z naszymi ludźmi",
        "Potrzebujemy 20 milionów euro na mur i zbudujemy go przed latem z naszymi ludźmi",
        "zbudujemy go przed latem z naszymi ludźmi",
        "Potrzebujemy trzydziestu milionów euro na mur i zbudujemy go przed latem z naszymi ludźmi",
        "Potrzebujemy dwudziestu milionów euro na mur i zbudujemy go przed zimą z naszymi ludźmi",
    ),
    "ru": (
        "Причал закрыт. «{}», — заявила в понедельник мэр Анна Орлова в ратуше.",
        "Рыбаки всё ещё ждут ответа города. «{}», — сказала Орлова.",
        "Нам нужно двадцать миллионов евро на стену, и мы построим её до лета силами наших рабочих",
        "Нам нужно 20 миллионов евро на стену, и мы построим её до лета силами наших рабочих",
        "мы построим её до лета силами наших рабочих",
        "Нам нужно тридцать миллионов евро на стену, и мы построим её до лета силами наших рабочих",
        "Нам нужно двадцать миллионов евро на стену, и мы построим её до зимы силами наших рабочих",
    ),
    "zh": (
        "码头已经关闭。“{}。”市长李红周一在市政厅说。",
        "渔民仍在等待市政府的答复。“{}。”李红表示。",
        "我们需要二十亿元来修建这座海堤，我们将在夏天之前用自己的工人把它建好",
        "我们需要20亿元来修建这座海堤，我们将在夏天之前用自己的工人把它建好",
        "我们将在夏天之前用自己的工人把它建好",
        "我们需要三十亿元来修建这座海堤，我们将在夏天之前用自己的工人把它建好",
        "我们需要二十亿元来修建这座海堤，我们将在冬天之前用自己的工人把它建好",
    ),
    "ja": (
        "岸壁は閉鎖されている。「{}」と田中花子市長は月曜日に市役所で述べた。",
        "漁師たちは市の回答を待っている。「{}」と田中市長は話した。",
        "防波堤には二十億円が必要であり、私たちは夏までに自分たちの作業員で建設する",
        "防波堤には20億円が必要であり、私たちは夏までに自分たちの作業員で建設する",
        "私たちは夏までに自分たちの作業員で建設する",
        "防波堤には三十億円が必要であり、私たちは夏までに自分たちの作業員で建設する",
        "防波堤には二十億円が必要であり、私たちは冬までに自分たちの作業員で建設する",
    ),
}


def archived(folder: Path, code: str, changed: str) -> Archive:
    one, other, said, *_ = CASES[code]
    for name, day, text in (("a", 2, one.format(said)), ("b", 3, other.format(changed))):
        head = f"Publisher: Paper {name}\nPublished: 2026-03-0{day} 08:00\n\n"
        (folder / f"{name}.txt").write_text(f"{head}{text}\n", "utf-8")
    archive = Archive(folder / "t.db")
    archive.add([folder / "a.txt", folder / "b.txt"])
    return archive


@pytest.mark.parametrize("code", CASES)
@pytest.mark.parametrize(("place", "altered"), [(3, False), (4, False), (5, True), (6, True)])
def test_a_quotation_is_linked_and_its_changes_are_judged(
    tmp_path: Path, code: str, place: int, altered: bool
) -> None:
    with archived(tmp_path, code, CASES[code][place]) as archive:
        rows = [row for row in archive.quotes() if row.quotation.type == "direct"]
        assert [row.article.language for row in rows] == [code, code]
        assert [row.first is not None for row in rows] == [False, True]
        assert rows[1].altered == altered
        assert same_speaker(rows[0].quotation.speaker, rows[1].quotation.speaker)


@pytest.mark.parametrize("code", CASES)
def test_trace_and_the_speakers_name_find_both(tmp_path: Path, code: str) -> None:
    with archived(tmp_path, code, CASES[code][3]) as archive:
        rows = archive.quotes()
        view = archive.trace(CASES[code][4])
        spoken = archive.quotes(speaker=rows[-1].quotation.speaker)
    assert len({appearance.article.id for appearance in view.appearances}) == 2
    assert len({row.article.id for row in spoken}) == 2


@pytest.mark.parametrize("code", CASES)
def test_words_for_a_lost_mark_are_still_the_quotation(tmp_path: Path, code: str) -> None:
    one, other, said, *_ = CASES[code]
    lost = other.format(said)
    for mark in "„“”«»‘’「」":
        lost = lost.replace(mark, "\ufffd")
    (tmp_path / "a.txt").write_text(f"Published: 2026-03-02 08:00\n\n{one.format(said)}\n", "utf-8")
    (tmp_path / "b.txt").write_text(f"Published: 2026-03-03 08:00\n\n{lost}\n", "utf-8")
    with Archive(tmp_path / "t.db") as archive:
        archive.add([tmp_path / "a.txt", tmp_path / "b.txt"])
        rows = [row for row in archive.quotes() if row.quotation.type != "indirect"]
    assert any(row.first is not None and not row.altered for row in rows)


@pytest.mark.parametrize(
    ("code", "written", "number"),
    [
        ("de", "einundzwanzig Häuser", "21"),
        ("de", "zweihundert Häuser", "200"),
        ("nl", "vijfentwintig huizen", "25"),
        ("it", "ventotto case", "28"),
        ("fr", "quatre-vingt-dix-sept maisons", "97"),
        ("fr", "vingt et un mille maisons", "21000"),
        ("fr", "20 000 maisons", "20000"),
        ("es", "treinta y uno de mayo", "31"),
        ("es", "doscientos mil vecinos", "200000"),
        ("pt", "vinte e cinco casas", "25"),
        ("pl", "dwudziestu pięciu mieszkańców", "25"),
        ("ru", "двадцати пяти домов", "25"),
        ("ru", "3 миллионов рублей", "3000000"),
        ("zh", "二百三十五座", "235"),
        ("ja", "2億3千万円", "230000000"),
    ],
)
def test_numbers_in_words_are_numbers(code: str, written: str, number: str) -> None:
    assert number in words_of(written, Span(0, len(written)), language=code).stems


def test_thousands_and_decimals_are_parted_as_the_language_does() -> None:
    assert [plain_number(each, "de") for each in ("1.500", "1,5", "12.000.000", "3.5")] == [
        "1500",
        "1.5",
        "12000000",
        "3.5",
    ]
    assert [plain_number(each) for each in ("1,500", "1.5")] == ["1500", "1.5"]


@pytest.mark.parametrize(
    ("written", "number"),
    [("二十", "20"), ("十五", "15"), ("三千零五", "3005"), ("20亿", "2000000000"), ("二〇二六", "2026")],
)
def test_east_asian_numerals(written: str, number: str) -> None:
    words = [written[:2], written[2:]] if written[0].isdecimal() else list(written)
    assert east_asian(words) == number


def test_a_family_name_in_front_is_the_same_speaker() -> None:
    assert same_speaker("田中花子", "田中")
    assert speaker_keys("田中花子") & speaker_keys("田中")
    assert same_speaker("王明", "王刚") is False
