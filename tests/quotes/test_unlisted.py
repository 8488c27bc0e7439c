"""Languages without a pack: speech between marks is found, and nobody is named for it."""

import pytest

from provenance.quotes import extract
from provenance.quotes.languages import language
from provenance.quotes.unlisted import words_in


def said(text: str, code: str) -> list[str]:
    found = extract(text, spoken=language(code))
    assert all(one.speaker is None and one.cue is None and one.type == "direct" for one in found)
    return [mark.of(text) for one in found for mark in one.marks]


@pytest.mark.parametrize(
    ("code", "text", "speech"),
    [
        ("sv", "”Färjan går inte i dag”, sade hamnmästaren Lena Orre.", ["Färjan går inte i dag"]),
        ("da", "Lena Orre sagde: »Vi venter på bedre vejr.«", ["Vi venter på bedre vejr."]),
        ("fi", "”Lautta ei kulje tänään, ja niin on hyvä”, Orre sanoi.", ["Lautta ei kulje tänään, ja niin on hyvä"]),
        ("cs", "„Přívoz dnes nejezdí, čekáme,“ řekla Orrová.", ["Přívoz dnes nejezdí, čekáme,"]),
        ("el", "Η Όρε δήλωσε: «Το πλοίο δεν φεύγει σήμερα.»", ["Το πλοίο δεν φεύγει σήμερα."]),
        ("ar", "وقالت لينا: «لن تبحر العبارة اليوم بسبب الرياح».", ["لن تبحر العبارة اليوم بسبب الرياح"]),
        ("ko", "오레는 “오늘은 배가 뜨지 않습니다.”라고 말했다.", ["오늘은 배가 뜨지 않습니다."]),
        ("th", "ลีนากล่าวว่า “วันนี้เรือข้ามฟากไม่ออกจากท่า”", ["วันนี้เรือข้ามฟากไม่ออกจากท่า"]),
    ],
)
def test_what_is_between_marks_is_found_without_a_speaker(code: str, text: str, speech: list[str]) -> None:
    assert said(text, code) == speech


@pytest.mark.parametrize(
    "text",
    [
        "Färjan ”Havsörnen” låg kvar i hamnen.",
        "Hon läste boken ”Vid havet” i går.",
        "Den så kallade ”tysta överenskommelsen” gäller.",
        "Hamnen (”den gamla hamnen vid åns mynning”) är stängd.",
        "Said Ortiz that the ferry is late.",
    ],
)
def test_names_titles_and_words_at_a_distance_are_no_speech(text: str) -> None:
    assert said(text, "sv") == []


def test_words_are_counted_as_readers_count_them() -> None:
    assert words_in("Färjan går inte") == 3
    assert words_in("今天渡轮停航") == 3
    assert words_in("") == 0


def test_a_quotation_of_several_paragraphs_is_all_found() -> None:
    text = "”Vi väntar på bättre väder.\n\n”Sedan seglar vi igen.”"
    assert said(text, "sv") == ["Vi väntar på bättre väder.", "Sedan seglar vi igen."]
