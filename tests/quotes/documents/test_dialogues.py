"""Transcripts and interviews: `NAME: words` is speech of NAME, in every form that transcripts have."""

import pytest

from provenance.model import Span
from provenance.quotes import extract
from provenance.quotes.documents.recognition import set_off
from provenance.quotes.languages import language
from provenance.text.paragraphs import paragraphs

ASKED = "Why did you close the lock at Velden?"
ANSWERED = "Because nobody has oiled it since the flood. I will not drown for a rusty gate."
AGAIN = "Will you open it again?"
LAST = "I am sixty and I have a barge to paint before we open anything."

ORTIZ, DUNMORE = "Lena Ortiz", "Karl Dunmore"
FORMS = {
    "surnames in capitals": (
        f"With us is the lock keeper, Karl Dunmore.\n\nORTIZ: {ASKED}\n\nDUNMORE: {ANSWERED}\n\n"
        f"ORTIZ: {AGAIN}\n\nDUNMORE: {LAST}",
        ["Ortiz", DUNMORE],
    ),
    "full names": (
        f"Lena Ortiz: {ASKED}\n\nKarl Dunmore: {ANSWERED}\n\nLena Ortiz: {AGAIN}\n\nKarl Dunmore: {LAST}",
        [ORTIZ, DUNMORE],
    ),
    "full names, then surnames": (
        f"LENA ORTIZ, HOST: {ASKED}\nKARL DUNMORE: {ANSWERED}\nORTIZ: {AGAIN}\nDUNMORE: {LAST}",
        [ORTIZ, DUNMORE],
    ),
    "Q and A": (
        f"Questions to Karl Dunmore, the keeper of the lock\n\nQ: {ASKED}\n\nA: {ANSWERED}\n\nQ: "
        f"{AGAIN}\n\nA: {LAST}",
        [None, DUNMORE],
    ),
    "Q. and A.": (
        f"An interview with the keeper of the lock, Karl Dunmore.\n\nQ. {ASKED}\n\nA. {ANSWERED}\n\nQ. "
        f"{AGAIN}\n\nA. {LAST}",
        [None, DUNMORE],
    ),
    "question and answer": (
        f"QUESTION: {ASKED}\n\nANSWER: {ANSWERED}\n\nQUESTION: {AGAIN}\n\nANSWER: {LAST}",
        [None, None],
    ),
    "times in front": (
        f"[00:12:31] MS ORTIZ: {ASKED}\n[00:12:40] MR DUNMORE: {ANSWERED}\n[00:13:02] MS ORTIZ: {AGAIN}\n"
        f"[00:13:05] MR DUNMORE: {LAST}",
        ["Ortiz", "Dunmore"],
    ),
    "times behind": (
        f"Lena Ortiz (00:12): {ASKED}\n\nKarl Dunmore (00:14): {ANSWERED}\n\nLena Ortiz (00:31): {AGAIN}\n\n"
        f"Karl Dunmore (00:35): {LAST}",
        [ORTIZ, DUNMORE],
    ),
    "a name and a time above": (
        f"Lena Ortiz  0:12\n{ASKED}\n\nKarl Dunmore  0:14\n{ANSWERED}\n\nLena Ortiz  0:31\n{AGAIN}\n\n"
        f"Karl Dunmore  0:35\n{LAST}",
        [ORTIZ, DUNMORE],
    ),
    "a name in capitals above": (
        f"ORTIZ\n{ASKED}\n\nDUNMORE\n{ANSWERED}\n\nORTIZ\n{AGAIN}\n\nDUNMORE\n{LAST}",
        ["Ortiz", "Dunmore"],
    ),
    "parliament": (
        f"Lena Ortiz (Velden) (Ind): {ASKED}\n\nThe Minister for Water (Karl Dunmore): {ANSWERED}\n\n"
        f"Lena Ortiz: {AGAIN}\n\nKarl Dunmore: {LAST}",
        [ORTIZ, DUNMORE],
    ),
    "congress": (
        f"Mr. DUNMORE. Madam President, {ANSWERED}\n\nMs. ORTIZ. {ASKED}\n\nMr. DUNMORE. {LAST}",
        ["Dunmore", "Ortiz"],
    ),
    "an office": (
        f"The meeting was opened by the chair, Lena Ortiz.\n\nTHE CHAIR: {ASKED}\n\nMR DUNMORE: {ANSWERED}\n\n"
        f"THE CHAIR: {AGAIN}\n\nMR DUNMORE: {LAST}",
        [ORTIZ, "Dunmore"],
    ),
    "captions": (
        f">> ORTIZ: {ASKED}\n>> DUNMORE: {ANSWERED}\n>> ORTIZ: {AGAIN}\n>> DUNMORE: {LAST}",
        ["Ortiz", "Dunmore"],
    ),
    "bold labels": (
        f"**Lena Ortiz:** {ASKED}\n\n**Karl Dunmore:** {ANSWERED}\n\n**Lena Ortiz:** {AGAIN}\n\n**Karl "
        f"Dunmore:** {LAST}",
        [ORTIZ, DUNMORE],
    ),
    "bold questions": (
        f"We talked to Karl Dunmore, who keeps the lock.\n\n**{ASKED}**\n\n{ANSWERED}\n\n**{AGAIN}**\n\n{LAST}",
        [None, DUNMORE],
    ),
    "dashes": (
        f"Interview: Karl Dunmore keeps the lock.\n\n– {ASKED}\n\n– {ANSWERED}\n\n– {AGAIN}\n\n– {LAST}",
        [None, DUNMORE],
    ),
    "plain questions": (
        f"Interview with Karl Dunmore, lock keeper\n\n{ASKED}\n\n{ANSWERED}\n\n{AGAIN}\n\n{LAST}",
        [None, DUNMORE],
    ),
    "initials": (
        f"Lena Ortiz met Karl Dunmore at the lock.\n\nLO: {ASKED}\n\nKD: {ANSWERED}\n\nLO: {AGAIN}\n\nKD: {LAST}",
        [ORTIZ, DUNMORE],
    ),
    "first names": (
        f"Lena Ortiz met Karl Dunmore at the lock.\n\nLena: {ASKED}\n\nKarl: {ANSWERED}\n\nLena: "
        f"{AGAIN}\n\nKarl: {LAST}",
        [ORTIZ, DUNMORE],
    ),
    "lost line ends": (
        f"Transcript. With us is Karl Dunmore. ORTIZ: {ASKED} DUNMORE: {ANSWERED} ORTIZ: {AGAIN} DUNMORE: {LAST}",
        ["Ortiz", DUNMORE],
    ),
    "words in marks": (
        f"ORTIZ: “{ASKED}”\n\nDUNMORE: “{ANSWERED}”\n\nORTIZ: “{AGAIN}”\n\nDUNMORE: “{LAST}”",
        ["Ortiz", "Dunmore"],
    ),
    "two turns": (f"ORTIZ: {ASKED}\n\nDUNMORE: {ANSWERED} {LAST}", ["Ortiz", "Dunmore"]),
    "one label again": (
        f"Transcript of the evening programme\n\nDUNMORE: {ANSWERED}\n\nORTIZ: {ASKED}\n\nDUNMORE: {LAST}",
        ["Dunmore", "Ortiz"],
    ),
}
NO_SPEECH = {
    "a recipe": (
        "Serves: four\n\nTime: 30 minutes\n\nMethod: Boil the potatoes.\n\nTip: Add salt to your pot.\n\nServes: four"
    ),
    "a programme": "When: Monday, 7 pm\nWhere: Town hall\nTickets: 5 crowns\nWhen: Tuesday, 7 pm\nWhere: Harbour",
    "results": "Velden: Ortiz 12, Dunmore 44\nTarn: Hamre 3\nVelden: Berg 8\nTarn: Dahle 61\nTarn: Holt 90",
    "a headline": "Karl Dunmore: No Money for the Lock\n\nThe keeper said on Monday that he would not open the gate.",
    "a dateline": "VELDEN: The lock at Velden stays shut, the council said on Monday. It gave no reason for this.",
    "credits": "Photo: Lena Ortiz\n\nText: Karl Dunmore\n\nPhoto: Sigrun Dahle\n\nEditor: Ole Hamre",
    "a list of terms": (
        "Lock: A gate for boats.\n\nWeir: A wall across a river.\n\nLock keeper: Who opens it.\n\nLock: See above."
    ),
    "frequent questions": (
        "How do I pay? Ask at the lock.\n\nWhere is it?\n\nThe lock is at Velden.\n\nIs it free?\n\nYachts pay."
    ),
    "contacts": "Press Contact: Lena Ortiz\nPhone: 555 1234\nMedia Contact: Karl Dunmore\nPhone: 555 1235",
}


def spoken(text: str) -> dict[str, str | None]:
    return {quotation.span.of(text): quotation.speaker for quotation in extract(text)}


def test_a_question_that_nobody_is_named_for_is_the_publishers_own_word() -> None:
    text, _ = FORMS["bold questions"]
    assert not any(ASKED in words or AGAIN in words for words in spoken(text))


def kind(text: str) -> str | None:
    whole = Span(0, len(text))
    return set_off(text, whole, paragraphs(text, whole), language()).kind


@pytest.mark.parametrize("form", FORMS)
def test_labelled_words_are_speech_of_who_the_label_names(form: str) -> None:
    text, (first, second) = FORMS[form]
    said = spoken(text)
    by_words = {
        words: next((name for part, name in said.items() if words in part), "not quoted")
        for words in (ASKED, ANSWERED, LAST)
    }
    one, two = (second, first) if ANSWERED in text and text.index(ANSWERED) < text.index(ASKED) else (first, second)
    assert by_words == {ASKED: one or "not quoted", ANSWERED: two, LAST: two}
    assert kind(text) in ("transcript", "interview")
    assert all(quotation.type == "direct" for quotation in extract(text))


@pytest.mark.parametrize("form", NO_SPEECH)
def test_lines_that_begin_with_a_word_and_a_colon_are_not_always_speech(form: str) -> None:
    text = NO_SPEECH[form]
    whole = Span(0, len(text))
    assert set_off(text, whole, paragraphs(text, whole), language()).said == ()


def test_two_people_of_one_name_are_told_apart_or_left_alone() -> None:
    text = (
        "With us are Karl Dunmore and Anna Dunmore.\n\nMS DUNMORE: I closed the lock myself.\n\n"
        "DUNMORE: Why did you not ask me?\n\nMS DUNMORE: You were asleep when I called you."
    )
    assert [quotation.speaker for quotation in extract(text)] == ["Anna Dunmore", "Dunmore", "Anna Dunmore"]


def test_a_turn_goes_on_in_the_next_paragraph_and_ends_with_the_dialogue() -> None:
    text = (
        f"ORTIZ: {ASKED}\n\nDUNMORE: {ANSWERED}\n\nWe asked for oil and we got paint.\n\n[Laughter]\n\nORTIZ: "
        f"{AGAIN}\n\n"
        f"DUNMORE: {LAST}\n\nThe council of Velden will meet in May."
    )
    said = spoken(text)
    assert said[f"{ANSWERED}\n\nWe asked for oil and we got paint."] == "Dunmore"
    assert not any("council" in part or "Laughter" in part for part in said)


def test_narration_around_an_excerpt_stays_narration() -> None:
    text = (
        "The lock at Velden has been shut for nine years, and the council has no plan for it. The keeper was "
        "heard on "
        "Monday by a committee of seven members, who had many questions to him. The following is from the "
        "hearing.\n\n"
        f"ORTIZ: {ASKED}\n\nDUNMORE: {ANSWERED}\n\n"
        "The committee will vote in May. “The gate must go,” said Sigrun Dahle. The county pays for the gate and for "
        "the keeper, and it has asked for a report before the summer, which nobody has begun to write."
    )
    assert kind(text) is None
    assert [quotation.speaker for quotation in extract(text) if quotation.type != "indirect"] == [
        "Ortiz",
        "Dunmore",
        "Sigrun Dahle",
    ]
