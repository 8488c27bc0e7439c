"""Names in quotation marks are part of a speaker or a phrase, not speech."""

import pytest

from provenance.quotes import extract

CASES = [
    (
        "The man known as “the Baron” told reporters: “I owe nothing.”",
        [("“I owe nothing.”", "The man known as “the Baron”")],
    ),
    (
        "The author of “Grey Harbours” said: “I wrote it at sea.”",
        [("“I wrote it at sea.”", "The author of “Grey Harbours”")],
    ),
    (
        "Lena Ortiz, who plays the queen in “A Long Winter,” said “the crown is heavy.”",
        [("“the crown is heavy.”", "Lena Ortiz")],
    ),
    (
        "The so-called “bridge tax” is dead, Lena Ortiz told reporters. “Nobody will pay it.”",
        [("The so-called “bridge tax” is dead", "Lena Ortiz"), ("“Nobody will pay it.”", "Lena Ortiz")],
    ),
    (
        "The group “Fathers of the Mole” said in a letter: “Our boats are not toys.”",
        [("“Our boats are not toys.”", "The group “Fathers of the Mole”")],
    ),
    (
        "A spokesman for “Fathers of the Mole” said the boats were “not toys” to them.",
        [("the boats were “not toys” to them", "A spokesman for “Fathers of the Mole”")],
    ),
    ("Karl “Ox” Dunmore told reporters: “I am done.”", [("“I am done.”", "Karl Dunmore")]),
    ("Karl “the Ox” Dunmore said the deal was dead.", [("the deal was dead", "Karl Dunmore")]),
    ("“Captain” Karl Dunmore said “the sea is free.”", [("“the sea is free.”", "Karl Dunmore")]),
    ("The smuggler nicknamed „the Eel“ said: „I swim.“", [("„I swim.“", "The smuggler nicknamed „the Eel“")]),
    (
        "The movement calling itself “Open Sea” said in an email: “We are many.”",
        [("“We are many.”", "The movement calling itself “Open Sea”")],
    ),
    ("The woman who calls herself “Aunt Salt” told a crowd: “Eat fish!”", [("“Eat fish!”", "The woman")]),
    (
        "The hashtag “#OpenSea” was everywhere, said Ortiz. “We were amazed.”",
        [("The hashtag “#OpenSea” was everywhere", "Ortiz"), ("“We were amazed.”", "Ortiz")],
    ),
    (
        "The “experts” were wrong, said Karl Dunmore. “They never sailed.”",
        [("The “experts” were wrong", "Karl Dunmore"), ("“They never sailed.”", "Karl Dunmore")],
    ),
    (
        "The union, “Dockers of Tarn”, told the Post that no ship will sail.",
        [("that no ship will sail", "The union")],
    ),
    ("Trawler captain and “accidental poet” Karl Dunmore said: “I rhyme.”", [("“I rhyme.”", "Karl Dunmore")]),
    (
        "Chef Luca Berti closed his restaurant “The Salt Cellar” in May. “I am tired,” he said.",
        [("“I am tired,”", "Chef Luca Berti")],
    ),
    (
        "The group 'Fathers of the Mole' said the pier was 'a ruin'.",
        [("the pier was 'a ruin'", "The group 'Fathers of the Mole'")],
    ),
    ("The band “Grey Boats” announced “a long tour.”", [("“a long tour.”", "The band “Grey Boats”")]),
]
SPEECH = [
    "Lena Ortiz called the plan “a disgrace.”",
    "“The plan is dead,” said Lena Ortiz.",
    "Lena Ortiz said “Never” to the plan.",
    "Lena Ortiz said the plan was “dead.”",
]


@pytest.mark.parametrize(("text", "said"), CASES)
def test_a_name_in_quotation_marks_is_no_speech(text: str, said: list[tuple[str, str]]) -> None:
    assert [(quotation.span.of(text), quotation.speaker) for quotation in extract(text)] == said


@pytest.mark.parametrize("text", SPEECH)
def test_speech_stays_speech(text: str) -> None:
    (quotation,) = extract(text)
    assert quotation.speaker == "Lena Ortiz"
    assert quotation.marks
