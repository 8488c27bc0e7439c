"""Words are counted as a reader of the language would."""

import pytest

from provenance.languages.word_lengths import counted_words, counts_characters

# Parted by hand as dictionaries of each language part them.
PARTED = {
    "zh": "市 议会 星期二 决定 关闭 那 座 古老 的 铁桥 ， 居民 们 说 没有 人 征求 过 他们 的 意见 。",
    "ja": "市 議会 は 火曜日 、 古い 鉄 の 橋 を 閉鎖 する こと を 決め 、"
    " 住民 は 意見 を 聞か れ なかっ た と 話し て いる 。",
    "th": "สภา เมือง ประกาศ เมื่อ เช้า วันพุธ ว่า จะ ปิด สะพาน เหล็ก เก่า ไม่ ให้ รถ บรรทุก หนัก ผ่าน ตั้งแต่ สัปดาห์ หน้า",
}


@pytest.mark.parametrize("language", PARTED)
def test_an_estimate_is_near_the_words_of_a_dictionary(language: str) -> None:
    words = [word for word in PARTED[language].split() if word not in "，。、"]
    text = PARTED[language].replace(" ", "")
    assert counts_characters(text)
    assert counted_words(text) == pytest.approx(len(words), rel=0.2)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("The council – and its mayor – met.", 8),
        ("Der Rat tagte am Mittwoch.", 5),
        ("قرر مجلس المدينة إغلاق الجسر", 5),
        ("시의회는 다리를 폐쇄했다", 3),
        ("The firm 東京 opened an office in the town.", 9),
    ],
)
def test_words_between_spaces_are_counted_as_they_are(text: str, words: int) -> None:
    assert counted_words(text) == words
    assert not counts_characters(text)


def test_numbers_and_foreign_words_count_one_each() -> None:
    assert counted_words("2025年 iPhone 发布") == pytest.approx(4, abs=1)
