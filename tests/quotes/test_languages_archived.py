"""Articles of nine languages in an archive: one prints a quotation with changed words and another speaker."""

from pathlib import Path

import pytest

from provenance import Archive

# Language, first article, second article, speaker of each: the second drops "never" or "not".
CASES = [
    (
        "fr",
        "Le pont ferme jusqu’en juin. « Je n’ai jamais dit que le vieux pont tiendrait sous les camions "
        "de la carrière »,"
        " a déclaré mardi Claire Dumont aux habitants.",
        "Les commerçants attendent. « J’ai dit que le vieux pont tiendrait sous les camions de la "
        "carrière », a assuré"
        " Paul Renaud à la radio.",
        "Claire Dumont",
        "Paul Renaud",
    ),
    (
        "es",
        "El puente cierra hasta junio. «Nunca dije que el puente viejo fuera seguro para los camiones de "
        "la cantera»,"
        " afirmó el martes Juan Pérez ante los vecinos.",
        "Los vecinos esperan. «Dije que el puente viejo fuera seguro para los camiones de la cantera», "
        "declaró Ana Ruiz.",
        "Juan Pérez",
        "Ana Ruiz",
    ),
    (
        "it",
        "Il ponte chiude fino a giugno. «Non ho mai detto che il vecchio ponte fosse sicuro per i camion "
        "della cava»,"
        " ha detto martedì Mario Rossi ai residenti.",
        "I negozianti aspettano. «Ho detto che il vecchio ponte fosse sicuro per i camion della cava», ha spiegato"
        " Anna Bianchi.",
        "Mario Rossi",
        "Anna Bianchi",
    ),
    (
        "pt",
        "A ponte fecha até junho. “Eu nunca disse que a ponte velha era segura para os caminhões da "
        "pedreira”, afirmou na"
        " terça-feira João Silva aos moradores.",
        "Os moradores esperam. “Eu disse que a ponte velha era segura para os caminhões da pedreira”, "
        "garantiu Ana Costa.",
        "João Silva",
        "Ana Costa",
    ),
    (
        "nl",
        "De brug gaat dicht tot juni. ‘Ik heb nooit gezegd dat de oude brug veilig was voor de vrachtwagens van de"
        " groeve’, zei Jan de Vries dinsdag tegen de bewoners.",
        "De winkeliers wachten. ‘Ik heb gezegd dat de oude brug veilig was voor de vrachtwagens van de "
        "groeve’, aldus"
        " Anna Bakker.",
        "Jan de Vries",
        "Anna Bakker",
    ),
    (
        "pl",
        "Most zamknięto do czerwca. „Nigdy nie mówiłem, że stary most jest bezpieczny dla ciężarówek z "
        "kamieniołomu” –"
        " powiedział we wtorek Jan Nowak mieszkańcom.",
        "Kupcy czekają. „Mówiłem, że stary most jest bezpieczny dla ciężarówek z kamieniołomu” – oświadczyła Anna"
        " Kowalska.",
        "Jan Nowak",
        "Anna Kowalska",
    ),
    (
        "ru",
        "Мост закрыт до июня. «Я никогда не говорил, что старый мост безопасен для тяжёлых грузовиков карьера», —"
        " заявил во вторник Иван Петров жителям.",
        "Жители ждут парома. «Я говорил, что старый мост безопасен для тяжёлых грузовиков карьера», — сказала Анна"
        " Орлова.",
        "Иван Петров",
        "Анна Орлова",
    ),
    (
        "zh",
        "老桥将关闭到六月。“我从来没有说过这座老桥对采石场的重型卡车是安全的。”王明周二对居民说。",
        "居民等待渡轮。“我说过这座老桥对采石场的重型卡车是安全的。”交通部长李红在接受采访时表示。",
        "王明",
        "李红",
    ),
    (
        "ja",
        "橋は6月まで閉鎖される。「古い橋が採石場の大型トラックにとって安全だとは言っていない」と山田太郎市長は火曜日、住民に述べた。",
        "住民は渡し船を待つ。「古い橋が採石場の大型トラックにとって安全だと言った」と田中花子さんは話した。",
        "山田太郎",
        "田中花子",
    ),
]


@pytest.mark.parametrize(("code", "first", "second", "one", "other"), CASES, ids=[case[0] for case in CASES])
def test_changed_words_and_another_speaker_are_seen(
    code: str, first: str, second: str, one: str, other: str, tmp_path: Path
) -> None:
    for name, text in (("one", first), ("two", second)):
        day = "2026-03-02" if name == "one" else "2026-03-03"
        article = f"Publisher: Paper {name}\nPublished: {day} 08:00\n\nVelden {name}\n\n{text}\n"
        (tmp_path / f"{name}.txt").write_text(article, "utf-8")
    with Archive(tmp_path / "t.db") as archive:
        archive.add([tmp_path / "one.txt", tmp_path / "two.txt"])
        rows = [row for row in archive.quotes() if row.quotation.type == "direct"]
    assert [row.article.language for row in rows] == [code, code]
    assert [row.quotation.speaker for row in rows] == [one, other]
    assert rows[1].first is not None
    assert rows[1].first.quotation.speaker == one
    assert rows[1].altered
