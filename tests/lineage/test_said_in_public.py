"""Words that were said in public may be in two articles that never saw each other."""

import pytest
from test_primary_documents import article, link

from provenance.lineage.said_in_public import said_in_public
from provenance.model import Span

WORDS = "I will not drown in this river for a rusty gate that nobody wants to mend"
TOLD = {
    "press conference": [
        f"“{WORDS},” Karl Dunmore told reporters.",
        f"At a news conference on Monday, Karl Dunmore said: “{WORDS}.”",
        f"Karl Dunmore held a press briefing at noon. “{WORDS},” he said.",
    ],
    "hearing": [
        f"“{WORDS},” Karl Dunmore told the county court.",
        f"Karl Dunmore testified on Monday. “{WORDS},” he said.",
    ],
    "meeting": [f"“{WORDS},” Karl Dunmore told a crowded public meeting."],
    "speech": [f"Speaking at the funeral, Karl Dunmore said: “{WORDS}.”", f"“{WORDS},” he told the crowd."],
    "statement": [
        f"“{WORDS},” Karl Dunmore said in a written statement.",
        f"Dunmore issued a statement. “{WORDS},” it said.",
    ],
    "post": [f"“{WORDS},” Karl Dunmore wrote on Facebook.", f"“{WORDS},” Dunmore tweeted."],
}
PRIVATE = [
    f"“{WORDS},” Karl Dunmore told Norrvik radio.",
    f"“{WORDS},” Karl Dunmore told this newspaper.",
    f"“{WORDS},” Karl Dunmore said in an interview with the Courier.",
    f"“{WORDS},” Karl Dunmore said.",
    f"“{WORDS},” Karl Dunmore told the Tarn Herald. There was no press conference.",
]
CASES = [(kind, text) for kind, texts in TOLD.items() for text in texts]
BEFORE = "The lock at Velden stays shut. Boats wait for two days, and the mills have flour for a week."
LATER = "Nobody knows who has the key to the upper gate. Skippers asked the county for a new one in March."


def place(text: str) -> Span:
    return Span(text.index(WORDS), text.index(WORDS) + len(WORDS))


@pytest.mark.parametrize(("kind", "text"), CASES)
def test_a_text_names_the_public_occasion_of_words(kind: str, text: str) -> None:
    found = said_in_public(article("a", text), place(text))
    assert found is not None
    assert found.kind == kind
    assert " ".join(found.place.of(text).split()) == found.words


@pytest.mark.parametrize("text", PRIVATE)
def test_what_one_outlet_was_told_was_not_said_in_public(text: str) -> None:
    assert said_in_public(article("a", text), place(text)) is None


def test_the_occasion_may_be_named_where_the_speaker_is() -> None:
    text = f"Karl Dunmore gave a press conference on Monday. {LATER * 4} “{WORDS},” Dunmore said."
    assert said_in_public(article("a", text), place(text)) is None
    found = said_in_public(article("a", text), place(text), "Karl Dunmore")
    assert found is not None
    assert found.kind == "press conference"


def test_two_reports_of_one_press_conference_are_not_derived() -> None:
    a = article("a", f"{BEFORE} “{WORDS},” Karl Dunmore told reporters on Monday.", "2024-05-06")
    b = article("b", f"At a press conference Karl Dunmore was angry. “{WORDS},” he said. {LATER}", "2024-05-07")
    found = link(a, b)
    reasons = {each.kind.name: each for each in found.evidence}
    assert reasons["said_in_public"].favours == "common"
    assert found.relation != "derived"


def test_an_interview_is_no_public_occasion_of_both() -> None:
    a = article("a", f"{BEFORE} “{WORDS},” Karl Dunmore told Norrvik radio on Monday.", "2024-05-06")
    b = article("b", f"At a press conference Karl Dunmore was angry. “{WORDS},” he said. {LATER}", "2024-05-07")
    assert "said_in_public" not in {each.kind.name for each in link(a, b).evidence}
