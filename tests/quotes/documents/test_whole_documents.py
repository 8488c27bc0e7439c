"""Speeches, letters and rulings are somebody's words from beginning to end; news about them is not."""

import pytest

from provenance.model import Span
from provenance.quotes import extract
from provenance.quotes.documents.recognition import set_off
from provenance.quotes.documents.said import SetOff
from provenance.quotes.languages import language
from provenance.text.paragraphs import paragraphs

OWN = (
    "The county never oiled the lock in nine years. I will not drown for a rusty gate. We have boats, and we have "
    "nowhere to go with them.\n\nWe shall meet again in May. Until then I ask you to keep the oars dry."
)
RULED = (
    "1. The applicant keeps a barge at Velden.\n\n2. The county never oiled the lock in nine years.\n\n"
    "3. The court finds that a rusty gate is no gate. The claim is allowed."
)
SPEECHES = {
    "remarks by": f"Remarks by Lena Ortiz at the opening of the lock\n\n{OWN}",
    "speech of, full text": f"Speech of Lena Ortiz to the council, full text\n\n{OWN}",
    "as prepared": f"Address by Mayor Lena Ortiz, as prepared for delivery\n\nFriends, {OWN}",
    "her speech": f"Lena Ortiz’s speech to the council of Velden\n\n{OWN}",
    "testimony": f"Testimony of Lena Ortiz before the Committee on Water\n\nMr. Chairman, {OWN}",
    "handed over": f"VELDEN – Mayor Lena Ortiz made the following remarks at the lock on Monday:\n\nFriends, {OWN}",
    "on the same line": f"Remarks at the lock\n\nMayor Lena Ortiz made the following statement on Monday: {OWN}",
}
LETTERS = {
    "a letter": f"Dear Mr Dunmore,\n\n{OWN}\n\nYours sincerely,\n\nLena Ortiz\nVelden",
    "an address above": (
        f"14 July 2024\n\nThe County of Tarn\nMain Street 1\n\nDear Sirs:\n\n{OWN}\n\nRespectfully,\nLena "
        "Ortiz, Mayor"
    ),
    "to the editor": f"To the Editor:\n\n{OWN}\n\nBest regards,\nLena Ortiz",
}
RULINGS = {
    "a court below its title": (
        f"IN THE DISTRICT COURT OF TARN\n\nCase No. 12-345\n\nOrtiz v. County of Tarn\n\nJUDGMENT\n\n{RULED}"
    ),
    "judgment of": f"Judgment of the Tarn County Court, full text\n\n{RULED}",
}
NEWS = {
    "a report of a speech": (
        "Speech by Lena Ortiz angers the county\n\nThe mayor of Velden told the council on Monday that the "
        "county had "
        "never oiled the lock. “I will not drown for a rusty gate,” she said. The county did not answer. Its lawyers "
        "said that they would read her remarks with care, and that we all need patience."
    ),
    "a report of a letter": (
        "Open letter to the county demands oil\n\nThe mayor of Velden has written to the county. She wants "
        "the lock to "
        "be oiled before May. The letter was signed by forty skippers, who have waited for nine years."
    ),
    "a report of a ruling": (
        "Supreme Court ruling opens the lock\n\nThe Supreme Court ruled on Monday that the county must oil "
        "the lock at "
        "Velden. The court found that nine years were too long. Lena Ortiz, the mayor, was glad of the decision."
    ),
    "a report whose marks are lost": (
        "Mayor’s statement on the lock\n\nI will not drown for a rusty gate, Lena Ortiz said on Monday. We "
        "have boats, "
        "she said, and we have nowhere to go with them. The county did not answer, her office said."
    ),
    "a column": (
        "The lock and I\n\nWhen I was a boy my father took me to the lock at Velden. We fished there for eels, and I "
        "fell in. My mother never knew. The lock is shut now, and so is the shop where we bought our bread."
    ),
}


def found(text: str, title: str | None = None) -> SetOff:
    whole = Span(0, len(text))
    return set_off(text, whole, paragraphs(text, whole), language(), title)


@pytest.mark.parametrize("form", SPEECHES)
def test_a_speech_is_quoted_from_its_first_word_to_its_last(form: str) -> None:
    text = SPEECHES[form]
    assert found(text).kind == "speech"
    said = extract(text)
    assert {quotation.speaker for quotation in said} == {"Lena Ortiz"}
    assert "".join(quotation.span.of(text) for quotation in said).endswith(
        OWN.split("\n\n", maxsplit=1)[0] + OWN.split("\n\n")[1]
    )
    assert all(quotation.marks == (quotation.span,) for quotation in said)


def test_a_speech_without_a_head_begins_with_whom_it_is_to() -> None:
    setoff = found(f"Ladies and gentlemen, {OWN}")
    assert (setoff.kind, {each.speaker for each in setoff.said}) == ("speech", {None})


def test_the_title_of_an_article_is_a_head() -> None:
    assert found(OWN).kind is None
    assert found(OWN, "Remarks by Lena Ortiz at the lock").kind == "speech"


@pytest.mark.parametrize("form", LETTERS)
def test_a_letter_is_its_signers(form: str) -> None:
    text = LETTERS[form]
    assert found(text).kind == "letter"
    assert {quotation.speaker for quotation in extract(text)} == {"Lena Ortiz"}
    assert not any("incerely" in quotation.span.of(text) for quotation in extract(text))


def test_a_letter_of_several_names_no_speaker() -> None:
    text = f"Dear Mr Dunmore,\n\n{OWN}\n\nSincerely,\n\nLena Ortiz\n\nOle Hamre"
    assert {quotation.speaker for quotation in extract(text)} == {None}


def test_an_open_letter_needs_no_greeting() -> None:
    assert found(f"Open letter to the county of Tarn\n\n{OWN}\n\nLena Ortiz, mayor of Velden").kind == "letter"


@pytest.mark.parametrize("form", RULINGS)
def test_a_ruling_is_the_courts(form: str) -> None:
    text = RULINGS[form]
    setoff = found(text)
    assert setoff.kind == "ruling"
    assert all(each.speaker and "ourt" in each.speaker for each in setoff.said)
    assert "The county never oiled the lock in nine years." in " ".join(
        part.of(text) for each in setoff.said for part in each.parts
    )


@pytest.mark.parametrize("form", NEWS)
def test_news_about_a_document_and_columns_are_no_documents(form: str) -> None:
    assert found(NEWS[form]).kind is None


def test_contacts_below_a_speech_are_not_spoken() -> None:
    text = f"Remarks by Lena Ortiz at the lock\n\n{OWN}\n\n###\n\nContact: Karl Dunmore, 555 1234"
    assert not any("Contact" in quotation.span.of(text) for quotation in extract(text))
