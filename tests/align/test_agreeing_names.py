"""Names that a sentence and its translation have in common, whatever the script."""

import pytest

from provenance.align.agreeing_names import agreeing_names

ENGLISH = "On Tuesday Kiara Munro told Berit Lund in Novgorod that Barry Nettleton would leave."
TRANSLATED = [
    (
        "Am Dienstag sagte Kiara Munro zu Berit Lund in Nowgorod, dass Barry Nettleton gehe.",
        {"Kiara", "Lund", "Munro"},
    ),
    ("We wtorek Kiara Munro powiedziała Berit Lundowi, że Barry Nettleton odejdzie.", {"Kiara", "Lundowi", "Barry"}),
    ("Во вторник Киара Манро сказала Берит Лунд, что Барри Неттлтон уйдёт.", {"Лунд", "Неттлтон"}),
    ("周二，基娅拉·芒罗对贝里特·隆德说，巴里·内特尔顿将离开。", {"芒罗", "隆德"}),
    ("火曜日、キアラ・マンローさんはベリット・ルンドさんに話した。", {"マンロー", "ルンド"}),
]


@pytest.mark.parametrize(("text", "names"), TRANSLATED)
def test_names_agree_across_languages_and_scripts(text: str, names: set[str]) -> None:
    pytest.importorskip("anyascii")
    for a, b, turned in ((ENGLISH, text, False), (text, ENGLISH, True)):
        pairs = agreeing_names(a, 100, b, 7)
        found = {(x if turned else y)._replace(start=(x if turned else y).start) for x, y in pairs}
        there = 100 if turned else 7
        assert names <= {text[span.start - there : span.end - there] for span in found}
        assert [x for x, _ in pairs] == sorted(x for x, _ in pairs)


KANJI = [
    (
        "Kishida met Abe in Hiroshima.",
        "岸田首相は広島で安倍氏に会った。",
        {"Kishida", "Abe", "Hiroshima"},
    ),
    ("Yuriko Koike leads Tokyo.", "東京都の小池知事が話した。", {"Koike", "Tokyo"}),
    ("The report names Satō and Ms. Hasegawa.", "報告書は佐藤と長谷川の名を挙げた。", {"Satō", "Hasegawa"}),
]


@pytest.mark.parametrize(("english", "japanese", "names"), KANJI)
def test_names_in_kanji_read_as_in_japanese(english: str, japanese: str, names: set[str]) -> None:
    assert {english[slice(*x)] for x, _ in agreeing_names(english, 0, japanese, 0)} == names
    assert {english[slice(*y)] for _, y in agreeing_names(japanese, 0, english, 0)} == names


def test_a_name_in_chinese_is_not_read_as_a_japanese_one() -> None:
    assert agreeing_names("Tanaka spoke.", 0, "田中说。", 0) == []


@pytest.mark.parametrize(
    "other",
    [
        "Am Mittwoch stürzte in Velden eine Brücke ein, sagte Marta Quist.",
        "В среду в Вельдене обрушился мост, сказала Марта Квист.",
        "周三，维尔登的一座桥倒塌了。",
        "The mayor of Velden spoke.",
        "",
    ],
)
def test_other_names_do_not(other: str) -> None:
    assert agreeing_names(ENGLISH, 0, other, 0) == []


def test_each_name_is_marked_once() -> None:
    assert len(agreeing_names("Lund met Lund.", 0, "Dort traf Lund ihn.", 0)) == 1


def test_many_names_take_no_time() -> None:
    text = "Лунд Munro ルンド 隆德 لوند " * 2_000
    assert len(agreeing_names(text, 0, text, 0)) <= 60
