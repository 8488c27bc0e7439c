"""Who can speak: persons, bodies, roles and documents; clauses, things and headlines cannot."""

import pytest

from provenance.quotes import extract
from provenance.quotes.english.speaker_phrases import is_speaker

SPEAKERS = """
Lena Ortiz|the harbour master|residents affected by the flood|a bipartisan group of his colleagues|the county
Senator Karl Dunmore a member of the Budget Committee|two of the witnesses|The Velden Courier|half of the voters
a new study|a person familiar with the matter
those who lost their homes|Many|the ecologist|her lawyer|police
The woman known as “the Duchess”|The author of “Winter Boats”|a letter from the bank
U.S. officials|The Department’s staff
""".strip().replace("\n", "|")
NO_SPEAKERS = """
the sons were|hung for what witnesses|the laws of gravity are old|medications covered|It doesn t
the summer travel season
improve its services|included a Dunmore amendment|quality of life|However|Additionally|this funding|The camera
New York faces a deficit it cannot
assistance they need|Ortiz Calls|In May|anything else
the real hard work's going|I'm
for the same|routine monitoring|the clear colour of the water|two extra weeks of school
""".strip().replace("\n", "|")


@pytest.mark.parametrize("name", SPEAKERS.split("|"))
def test_a_person_a_body_a_role_or_a_document_speaks(name: str) -> None:
    assert is_speaker(name)


@pytest.mark.parametrize("name", NO_SPEAKERS.split("|"))
def test_clauses_things_and_headlines_do_not(name: str) -> None:
    assert not is_speaker(name)


def test_a_description_is_who_he_means_where_nobody_has_a_name() -> None:
    said = extract("“Nobody pays,” the minister said.\n\n“We will send two ships,” he added.")
    assert [quotation.speaker for quotation in said] == ["the minister", "the minister"]


def test_words_behind_a_colon_need_no_marks() -> None:
    (said,) = extract("On his page, Karl Dunmore wrote: I have never seen such a poor choice.")
    assert said.speaker == "Karl Dunmore"


def test_what_only_announces_words_is_no_utterance() -> None:
    said = extract("In a statement, the county said the following:\n\n“The line has no passengers.”")
    assert [(quotation.type, quotation.speaker) for quotation in said] == [("direct", "the county")]


STRAY = """Requires|Would|Having|Completion|Prevention|Amid|D-Ohio|Jr|J|May|Thousands|Despite|SOCIAL SECURITY
END VIDEO CLIP|FACT CHECK|FARM BILL|STATEMENT|Moen Backs Docks|Moen Joins Lund"""
ONE_WORD = """JIM LEHRER|KAREN MOEN|ORLA TVEIT|SEN. MOEN|CIA|NASA|Moen|Clement|Lawrence|Browning|Commission|Delegation
Administration|University|Members|Chairman|Both|Some|Iran"""


@pytest.mark.parametrize("words", STRAY.replace("\n", "|").split("|"))
def test_stray_words_and_headings_do_not_speak(words: str) -> None:
    assert not is_speaker(words)


@pytest.mark.parametrize("words", ONE_WORD.replace("\n", "|").split("|"))
def test_names_bodies_and_roles_of_one_word_speak(words: str) -> None:
    assert is_speaker(words)
